"""The office's emblem: a picture it puts beside its own templates."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.utils import ImageReader

EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")


def emblem_in(folder: Path) -> Path | None:
    """The picture in this folder, if there is one that can be read: for want of a picture no book stays unprinted."""
    found = next((path for name in EMBLEMS if (path := folder / name).is_file()), None)
    return found if found is not None and _readable(found) else None


def _readable(picture: Path) -> bool:
    try:
        ImageReader(str(picture)).getSize()
    except (OSError, ValueError, SyntaxError):  # what Pillow raises on a damaged or a foreign file
        return False
    return True
