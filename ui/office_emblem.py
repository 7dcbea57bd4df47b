"""The office's emblem: one picture beside its own templates, for every letterhead."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from correspondence.accounts import Right
from correspondence.errors import Refused, Unavailable
from correspondence.office import Office
from correspondence.services.signed_in import by_right
from ui.files import make_folder, write_whole
from ui.paper.emblems import EMBLEMS

LARGEST = 4 * 1024 * 1024
"""Bytes; it is written into every paper."""
MOST_PIXELS = 25_000_000
_NAMES = {"PNG": "lambang.png", "JPEG": "lambang.jpg"}


class OfficeEmblem:
    """`templates` is the folder of the office's own templates."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def read(self) -> bytes:
        """The picture, nothing when there is none."""
        found = next((path for name in EMBLEMS if (path := self._templates / name).is_file()), None)
        return found.read_bytes() if found is not None else b""

    def put(self, file: Path) -> None:
        """Uses this picture from now on. Refused `emblem_unreadable`, `emblem_too_large`, `right_missing`."""
        with by_right(self._office, Right.SET_OFFICE):
            name, content = _picture(file)
            make_folder(self._templates)
            write_whole(self._templates / name, content)
            self._take_away(but=name)

    def remove(self) -> None:
        """Letterheads without a picture."""
        with by_right(self._office, Right.SET_OFFICE):
            self._take_away()

    def _take_away(self, but: str = "") -> None:
        for name in EMBLEMS:
            if name != but:
                (self._templates / name).unlink(missing_ok=True)


def _picture(file: Path) -> tuple[str, bytes]:
    """The name the picture gets, and its content."""
    try:
        content = file.read_bytes()[: LARGEST + 1]
    except OSError as error:
        raise Unavailable("file_unreadable", {"file": file.name}) from error
    try:
        # Opening reads the head only: a picture that unpacks to gigabytes is known by its size.
        with Image.open(io.BytesIO(content), formats=tuple(_NAMES)) as picture:
            kind, pixels = str(picture.format), picture.width * picture.height
            if len(content) > LARGEST or pixels > MOST_PIXELS:
                raise Refused("emblem_too_large", "emblem", {"name": file.name})
            picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise Refused("emblem_unreadable", "emblem", {"name": file.name}) from error
    return _NAMES[kind], content
