"""Every file that leaves the program is written whole or not at all.

A full disk destroyed an export that was overwritten in place: so the new content goes under a temporary name in the same
folder, is forced to the disk, and only then takes the old one's place.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from correspondence.errors import Unavailable


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A binary stream that becomes `path` when the block ends well; otherwise `path` stays as it was.

    Unavailable `file_unwritable` (facts `file`, `why`) when the disk or the folder refuses, `folder_missing`.
    """
    # In the same folder: a rename across disks would be a copy. A name of its own: two desks may export at once.
    beside = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.tmp")
    try:
        stream = beside.open("xb")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` as `path`. Unavailable `file_unwritable`."""
    with whole_file(path) as stream:
        stream.write(content)


def make_folder(folder: Path) -> None:
    """Makes a folder for what is to be saved. Unavailable: `folder_is_file`, `file_unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Unavailable("folder_is_file", {"file": str(folder)}) from error
    except OSError as error:
        raise _unwritable(folder, error) from error


def check_folder(path: Path) -> None:
    """Asked before the work is done: is there a folder for the file `path`? Unavailable `folder_missing`."""
    if not path.parent.is_dir():
        raise Unavailable("folder_missing", {"folder": str(path.parent)})


def _unwritable(path: Path, error: OSError) -> Unavailable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unavailable("folder_missing", {"folder": str(path.parent)})
    return Unavailable("file_unwritable", {"file": str(path), "why": error.strerror or str(error)})
