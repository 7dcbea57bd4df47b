"""What a command answers, and the desk it is asked at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from correspondence.dates import read_date, read_moment
from correspondence.errors import Unavailable
from correspondence.office import Moment, Office, moment
from ui.cli.signing_in import signed_in
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _
from ui.wiring import Registry, open_registry

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """`document` is what `--json` prints, `lines` what people read; `notes` go to stderr either way.

    `window` is the registry and the actor to open the window with afterwards.
    """

    document: Document
    lines: Sequence[str] = ()
    notes: Sequence[str] = ()
    code: int = 0
    window: tuple[str, str] | None = None


@dataclass(slots=True)
class Desk:
    """The registry a command works on, opened when first asked for and closed at the end.

    `account` is what --as said, "" when nothing: where the office has accounts it signs in, else it is only `actor`.
    `began` is when the command was typed.
    """

    url: str
    actor: str
    account: str = ""
    began: datetime | None = None
    _registry: Registry | None = field(default=None, repr=False)

    @property
    def registry(self) -> Registry:
        if self._registry is None:
            self._open(create=False)
        assert self._registry is not None  # noqa: S101 - just opened, or an error was raised
        return self._registry

    @property
    def office(self) -> Office:
        return self.registry.office

    def open_or_make(self) -> bool:
        """Makes the registry when there is none; whether it was made."""
        try:
            self._open(create=False)
        except Unavailable as error:
            if error.reason != "registry_missing":
                raise
            self._open(create=True)
            return True
        return False

    def _open(self, *, create: bool) -> None:
        """Nothing is asked of the registry before somebody signed in: refused, it is closed again."""
        with ExitStack() as unless_signed_in:
            registry = open_registry(self.url, actor=self.actor, create=create)
            unless_signed_in.enter_context(registry)
            registry.office = signed_in(registry.office, name=self.account)
            unless_signed_in.pop_all()
        self._registry = registry

    def now(self) -> Moment:
        """The clock and the office's own day."""
        with self.office.open_reading() as unit:
            return moment(self.office, unit)

    def day(self, typed: str | None, field_name: str) -> date | None:
        """A typed date; None when nothing was typed."""
        return read_date(typed, today=self.now().today, field=field_name) if typed else None

    def instant(self, typed: str | None, field_name: str) -> datetime | None:
        """A typed day and time on the office's clock; None when nothing was typed."""
        if not typed:
            return None
        now = self.now()
        return read_moment(typed, now=now.at.astimezone(now.zone), field=field_name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._registry is not None:
            self._registry.close()
            self._registry = None


def read_file(path: str) -> bytes:
    """A file the clerk named. Unavailable: `file_missing`, `file_is_folder`, `file_unreadable`; WrongUsage for no name."""
    if not path.strip():
        raise WrongUsage(_("Nama berkas kosong; sebutkan berkasnya."))
    file = Path(path)
    if file.is_dir():
        raise Unavailable("file_is_folder", {"file": path})
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise Unavailable("file_missing", {"file": path}) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise Unavailable("file_unreadable", {"file": path}) from error
