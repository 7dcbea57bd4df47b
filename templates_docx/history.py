"""What was done to the office's templates: which version came when, from whom. A line of JSON each, beside the versions.

Beside the templates and not in the register: a template lies on one desk, and so does what was done to it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from correspondence.errors import Unavailable
from templates_docx.versions import FOLDER

FILE = "riwayat.jsonl"


class Turn(StrEnum):
    """How a version came into use."""

    ADDED = "added"
    CHANGED = "changed"
    RESTORED = "restored"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Change:
    """`file` is the template's name in the office's folder, `version` the SHA-256 in use from then on; `at` is aware, UTC."""

    file: str
    version: str
    turn: Turn
    at: datetime
    by: str


def note_change(folder: Path, change: Change) -> None:
    """Adds a line. Unavailable `file_unwritable`."""
    path = folder / FOLDER / FILE
    line = json.dumps({**asdict(change), "at": change.at.isoformat()}, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(f"{line}\n")
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        facts = {"file": str(path), "why": error.strerror or str(error)}
        raise Unavailable("file_unwritable", facts) from error


def changes_of(folder: Path, file: str) -> Sequence[Change]:
    """Oldest first. A line that cannot be read is left out: the power may have gone while it was written."""
    try:
        text = (folder / FOLDER / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    read = (_read(line) for line in text.splitlines())
    return tuple(each for each in read if each is not None and each.file == file)


def _read(line: str) -> Change | None:
    try:
        told = json.loads(line)
        at = datetime.fromisoformat(told["at"])
        return Change(str(told["file"]), str(told["version"]), Turn(told["turn"]), at, str(told["by"]))
    except (ValueError, TypeError, KeyError):
        return None
