"""What this desk remembers between two days: declared once, typed, kept in one small JSON file written whole.

Nothing here belongs to the office: that is in the registry, where every desk sees it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import platformdirs

REGISTRY_VARIABLE = "WARKAT_REGISTRY"
PROGRAM = "warkat"


_NONE: Mapping[str, Any] = MappingProxyType({})


class Settings(NamedTuple):
    """`registry` is a URL, "" for the usual one. `window` and `splitters` hold what Qt gives as base64 text by the
    widget's name, `columns` the widths of a list by its name, `choices` whatever else a page remembers as text."""

    registry: str = ""
    language: str = "id"
    clerk: str = ""
    window: str = ""
    splitters: Mapping[str, str] = _NONE
    columns: Mapping[str, tuple[int, ...]] = _NONE
    choices: Mapping[str, str] = _NONE


def data_folder() -> Path:
    """Where this user's registry, demo and settings live."""
    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def settings_file() -> Path:
    return platformdirs.user_config_path(PROGRAM, appauthor=False) / "meja.json"


def read_settings(file: Path | None = None) -> Settings:
    """What is remembered; whatever is missing, damaged or of another type is as on the first day."""
    try:
        kept = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    readers = {"splitters": _texts, "columns": _widths, "choices": _texts}
    read: dict[str, Any] = {name: readers.get(name, _text)(kept.get(name)) for name in Settings._fields}
    return Settings(**{name: value for name, value in read.items() if value})


def remember(file: Path | None = None, **changes: Any) -> Settings:
    """Writes the settings with `changes` whole: a crash leaves the old file or the new one, never half of one.

    Unavailable `file_unwritable` when the folder or the disk refuses.
    """
    # Brings the libraries of checksums; a desk is read at every start and written seldom.
    from correspondence.errors import Unavailable
    from ui.files import write_whole

    target = file or settings_file()
    settings = read_settings(target)._replace(**changes)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("file_unwritable", {"file": str(target)}) from error
    write_whole(target, json.dumps(settings._asdict(), ensure_ascii=False, indent=1, default=dict).encode())
    return settings


def registry_url(given: str | None = None, settings: Settings | None = None) -> str:
    """The registry to open: the one named, else WARKAT_REGISTRY, else the remembered one, else this user's own file.

    A plain path is taken for a SQLite file.
    """
    remembered = (settings or read_settings()).registry
    named = given or os.environ.get(REGISTRY_VARIABLE, "") or remembered
    return sqlite_url(named) if named and "://" not in named else named or sqlite_url(usual_file())


def usual_file() -> Path:
    """The registry of a desk that was told nothing."""
    return data_folder() / "registri.sqlite"


def sqlite_url(file: str | Path) -> str:
    """`sqlite:///…` of a file: the whole path, so that it means the same wherever the clerk stands."""
    return f"sqlite:///{Path(file).expanduser().absolute().as_posix()}"


def has_display() -> bool:
    """Whether a window can be opened here; Windows and macOS always have a screen, Qt aborts without one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(each) for each in named)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}


def _widths(value: object) -> dict[str, tuple[int, ...]]:
    if not isinstance(value, dict):
        return {}
    return {
        name: tuple(widths)
        for name, widths in value.items()
        if isinstance(widths, list) and all(isinstance(width, int) for width in widths)
    }
