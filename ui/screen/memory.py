"""What the window remembers of this desk between two days: widths, the place on the screen, a letter half typed.

A small JSON file per matter beside the settings. Losing one loses comfort, never a letter: what cannot be read or
written is as if it were not there.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


class Memory:
    """Keeps small things by name in `folder`; without a folder it remembers until the window closes."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, Any]] = {}

    def recall(self, name: str) -> dict[str, Any]:
        """What was kept under `name`; empty when there is nothing that can be read."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return dict(self._known[name])

    def keep(self, name: str, matter: dict[str, Any]) -> None:
        """Keeps `matter` (JSON) under `name`, whole or not at all."""
        self._known[name] = dict(matter)
        if self._folder is None:
            return
        path = self._path(name)
        partial = path.with_suffix(".partial")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(matter, ensure_ascii=False), encoding="utf-8")
            partial.replace(path)

    def forget(self, name: str) -> None:
        """Nothing is kept under `name` any more."""
        self._known[name] = {}
        if self._folder is not None:
            with suppress(OSError):
                self._path(name).unlink(missing_ok=True)

    def _read(self, name: str) -> dict[str, Any]:
        if self._folder is None:
            return {}
        try:
            matter = json.loads(self._path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return matter if isinstance(matter, dict) else {}

    def _path(self, name: str) -> Path:
        return (self._folder or Path()) / f"window-{name}.json"


def return_to_place(window: QWidget, memory: Memory) -> None:
    """Puts the window where it stood; on the first day at a size that fits every screen."""
    kept = memory.recall("place").get("geometry")
    if not (isinstance(kept, str) and window.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
        window.resize(1280, 720)


def keep_place(window: QWidget, memory: Memory) -> None:
    """Remembers where the window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    memory.keep("place", {"geometry": geometry})
