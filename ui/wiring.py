"""Puts the rooms together: the one file that knows the archive, the typing pool and the office at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from correspondence.office import Office
from correspondence.ports import Clock
from db.connection import Archive
from ui.settings import data_folder

if TYPE_CHECKING:
    from ui.printing import Printing

_SQLITE = "sqlite:///"


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class Registry:
    """An open registry: the office to be asked, its printing, and the way to close it."""

    url: str
    office: Office
    _archive: Archive = field(repr=False)

    @property
    def printing(self) -> Printing:
        """Papers of this office."""
        # Word, PDF and spreadsheet libraries take longer to load than the rest of the program.
        from ui.printing import Printing

        return Printing(self.office, templates_folder(self.url))

    def interrupt(self) -> None:
        """Ends the questions that are being answered; they raise Unavailable("interrupted")."""
        self._archive.interrupt()

    def close(self) -> None:
        self._archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_registry(url: str, *, actor: str, clock: Clock | None = None, create: bool = False) -> Registry:
    """Opens, or with `create` makes, a registry. `actor` is who the journal says was at the keyboard.

    Raises Unavailable as `Archive.open` does.
    """
    file = sqlite_file(url)
    if create and file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    archive = Archive.open(url, create=create)
    office = Office(archive.open_unit, archive.open_reading, clock or SystemClock(), actor)
    return Registry(url, office, archive)


def opener(url: str, *, actor: str) -> Callable[[], Registry]:
    """What the background worker opens its registry with, on its own thread."""
    return partial(open_registry, url, actor=actor)


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite registry; None for a server's."""
    return Path(url.removeprefix(_SQLITE)) if url.startswith(_SQLITE) else None


def templates_folder(url: str) -> Path:
    """Where the office's own Word templates lie: beside its registry, or with this user's files for a server's."""
    file = sqlite_file(url)
    return data_folder() / "templat" if file is None else file.parent / "templat"
