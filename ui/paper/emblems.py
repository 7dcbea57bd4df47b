"""The office's emblem: a picture it puts beside its own templates."""

from __future__ import annotations

from pathlib import Path

EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")


def emblem_in(folder: Path) -> Path | None:
    """The picture in this folder, if there is one."""
    return next((path for name in EMBLEMS if (path := folder / name).is_file()), None)
