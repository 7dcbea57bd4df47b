"""Puts the rooms together: the one file that knows the archive, the typing pool and the office at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ui.settings import data_folder

if TYPE_CHECKING:
    from correspondence.dates import Month
    from correspondence.letters import LetterKind
    from correspondence.office import Office
    from correspondence.own_fields import OwnField
    from correspondence.ports import Clock
    from correspondence.services.starting import Starter
    from db.connection import Archive
    from templates_docx.warming import Warming
    from ui.book_printing import BookPrinting
    from ui.desk_printing import DeskPrinting
    from ui.letter_papers import LetterPapers
    from ui.office_templates import OfficeTemplates
    from ui.printing import Printing
    from ui.written_papers import WrittenReport

_SQLITE = "sqlite:///"


class Registry:
    """An open registry: the office to be asked, its printing, and the way to close it."""

    def __init__(self, url: str, office: Office, archive: Archive) -> None:
        self.url = url
        self.office = office
        self._archive = archive

    @property
    def printing(self) -> Printing:
        """Papers of this office."""
        # Word, PDF and spreadsheet libraries take longer to load than the rest of the program.
        from ui.printing import Printing

        return Printing(self.office, templates_folder(self.url))

    @property
    def office_templates(self) -> OfficeTemplates:
        """The office's templates: changed, compared, put back, given to letter kinds."""
        # As above.
        from ui.office_templates import office_templates

        return office_templates(self.office, templates_folder(self.url))

    @property
    def book_printing(self) -> BookPrinting:
        """Books and labels of this office."""
        # The PDF library, as above; no Word.
        from ui.book_printing import BookPrinting

        return BookPrinting(self.office, templates_folder(self.url))

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
    # The archive and its engine: the window is painted before its worker opens the registry.
    from correspondence.office import Office
    from db.connection import Archive
    from ui.clock import SystemClock

    file = sqlite_file(url)
    if create and file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    archive = Archive.open(url, create=create)
    office = Office(
        archive.open_unit, archive.open_reading, clock or SystemClock(), actor, watch=archive.watch
    )
    return Registry(url, office, archive)


def opener(url: str, *, actor: str) -> Callable[[], Registry]:
    """What the background worker opens its registry with, on its own thread; a desk's first start makes it."""
    return partial(open_registry, url, actor=actor, create=True)


def first_lists() -> Starter:
    """What an empty registry begins with."""
    # Wanted on the first day only: the holidays' own library is slow to load.
    from ui.clock import SystemClock
    from ui.starter import starter

    return starter(SystemClock().now().year)


class WindowPrinting:
    """Papers for the window: the libraries are loaded when the first one is asked for, not before the first paint."""

    def __init__(self, url: str) -> None:
        self.url = url

    def letter_papers(self, office: Office) -> LetterPapers:
        """Papers of letters, one or many: `.shown`, `.batch`, each on the worker."""
        # Word, PDF and picture libraries: see above.
        from ui.letter_papers import LetterPapers

        return LetterPapers(office, templates_folder(self.url))

    def paper_of_kind(self, kinds: Sequence[LetterKind], kind: str) -> str:
        """The code of the paper a letter kind is written with, "" for a kind without a template. Asked by the window
        itself: nothing is opened."""
        # Wanted when a menu of papers opens.
        from correspondence.errors import OfficeError
        from templates_docx.catalogue import paper_named

        try:
            return paper_named(kind, kinds).code
        except OfficeError:
            return ""

    def warm(self) -> Warming | None:
        """Begins a start of LibreOffice in the background; None where there is none."""
        # Wanted by who looks at reports.
        from templates_docx.warming import warm

        return warm()

    def own_fields(self, office: Office, kind: str) -> tuple[OwnField, ...]:
        """The fields of a letter kind's own form."""
        return self._printing().own_fields(office, kind)

    def monthly_report(
        self, office: Office, month: Month, unit: str, out: Path, *, cancelled: Callable[[], bool]
    ) -> WrittenReport:
        """Writes the monthly report as `out`: .docx, .pdf or .xlsx."""
        return self._printing().monthly_report(office, month, unit, out, cancelled=cancelled)

    def yearly_report(
        self, office: Office, year: int, unit: str, out: Path, *, cancelled: Callable[[], bool]
    ) -> WrittenReport:
        """Writes the yearly recapitulation as `out`."""
        return self._printing().yearly_report(office, year, unit, out, cancelled=cancelled)

    def books(self, office: Office) -> BookPrinting:
        """Books, dispatch rounds and labels: `.book`, `.round`, `.labels`, each on the worker and into a file."""
        # The PDF library, as above; no Word.
        from ui.book_printing import BookPrinting

        return BookPrinting(office, templates_folder(self.url))

    def signature_round(
        self, office: Office, *, officer_id: int | None, unit_id: int | None, kind_id: int | None
    ) -> bytes:
        """The list of what waits for a signature, to take along, as PDF."""
        return self._printing().signature_round(
            office, officer_id=officer_id, unit_id=unit_id, kind_id=kind_id
        )

    def office_templates(self, office: Office) -> OfficeTemplates:
        """The office's templates and its emblem: `.care`, `.kinds`, `.showing`, `.emblem`, each on the worker."""
        # Word, PDF and picture libraries: see above.
        from ui.office_templates import office_templates

        return office_templates(office, templates_folder(self.url))

    def _printing(self) -> DeskPrinting:
        # Word, PDF and picture libraries: see above.
        from ui.desk_printing import DeskPrinting

        return DeskPrinting(templates_folder(self.url))


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite registry; None for a server's."""
    return Path(url.removeprefix(_SQLITE)) if url.startswith(_SQLITE) else None


def templates_folder(url: str) -> Path:
    """Where the office's own Word templates lie: beside its registry, or with this user's files for a server's."""
    file = sqlite_file(url)
    return data_folder() / "templat" if file is None else file.parent / "templat"
