"""Versions of templates and emblems, kept by the hash of their content, and how an own template differs from the shipped."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from correspondence.errors import NotFound, Unavailable
from templates_docx.catalogue import PAPERS
from templates_docx.check import used_fields
from templates_docx.opening import read_template

FOLDER = "versi"
"""Beside the office's own templates."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Fields only the office's own template uses, and fields only the shipped one does; `same`: byte for byte one."""

    same: bool
    only_own: tuple[str, ...]
    only_shipped: tuple[str, ...]


def version_of(content: bytes) -> str:
    """What a version is called."""
    return sha256(content).hexdigest()


def version_path(folder: Path, version: str, suffix: str = ".docx") -> Path:
    """Where a version lies in the office's folder of templates."""
    return folder / FOLDER / f"{version}{suffix}"


def keep_version(folder: Path, content: bytes, suffix: str = ".docx") -> None:
    """Lays a version aside, whole or not at all; one that lies there is left. Unavailable `file_unwritable`."""
    path = version_path(folder, version_of(content), suffix)
    if path.is_file():
        return
    begun = path.with_name(f".{token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with begun.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        begun.replace(path)
    except OSError as error:
        with suppress(OSError):
            begun.unlink(missing_ok=True)
        raise Unavailable(
            "file_unwritable", {"file": str(path), "why": error.strerror or str(error)}
        ) from error


def version_kept(folder: Path, version: str, suffix: str = ".docx") -> bytes:
    """The version, from the folder or, of a template, from the shipped ones. NotFound("template_version", …)."""
    path = version_path(folder, version, suffix)
    if path.is_file() and version_of(content := path.read_bytes()) == version:
        return content
    for each in PAPERS.values():
        shipped = each.shipped.read_bytes()
        if version_of(shipped) == version:
            return shipped
    raise NotFound("template_version", version[:12])


def compared(own: Path, code: str) -> Difference:
    """Refused as `read_template`."""
    mine, shipped = read_template(own), PAPERS[code].shipped.read_bytes()
    ours, theirs = used_fields(mine), used_fields(shipped)
    return Difference(
        mine == shipped,
        tuple(each for each in ours if each not in theirs),
        tuple(each for each in theirs if each not in ours),
    )
