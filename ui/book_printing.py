"""Printing without Word: books, dispatch rounds and labels, joined from the office's facts and the paper's pages.

Imported only when one is asked for: the PDF library takes longer to load than the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from correspondence.book_ports import BookEntry, BookKind
from correspondence.dates import format_date
from correspondence.directory import Directory
from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.people import SignatureBlock, find_officer, signature_block
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.services.book_keeping import OpenBook, entries_of, open_book, open_round
from correspondence.workdays import ZONES
from ui.files import whole_file
from ui.paper.books import BOOKS, book_sheets, period_words, short_date, struck_cells
from ui.paper.books_heading import letterhead_of
from ui.paper.books_pages import SHEETS, BookCover
from ui.paper.books_writing import write_book
from ui.paper.contents import SHORT_BLANK
from ui.paper.labels import USUAL, Label, layout_called, write_labels
from ui.workbooks import write_xlsx

Progress = Callable[[int, int], bool]
"""(letters done, letters in all) → False to give up."""
BOOK_ENDINGS = (".pdf", ".xlsx")
_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True)
class Signers:
    """Who closes a book, by name, NIP or beginning. "" as `official` is the office's signatory of reports, "" as
    `signer` whoever is at the keyboard, if that is an officer; otherwise there is a blank to be signed by hand."""

    official: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """What came of it. A workbook has no pages."""

    file: Path
    letters: int
    pages: int | None


@dataclass(frozen=True, slots=True)
class _Desk:
    """The office on the day of printing, and who signs."""

    profile: OfficeProfile
    official: SignatureBlock | None
    signer: SignatureBlock | None


class BookPrinting:
    """Books and labels of one office. `templates` is the folder of its own templates, where its emblem lies."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def book(
        self,
        kind: BookKind,
        first: date,
        last: date,
        out: Path,
        *,
        signers: Signers = Signers(),
        sheet: str = "",
        progress: Progress | None = None,
    ) -> PrintedBook:
        """Writes the book of a period as `out` (.pdf or .xlsx), whole or not at all.

        `sheet` is `a4` or `f4`, "" as the office's settings say. Refused `book_ending_unknown`, `period_backwards`,
        `printing_cancelled`; NotFound("officer", …); Unavailable `file_unwritable`.
        """
        check_ending(out, BOOK_ENDINGS)
        desk = self._desk(signers)
        with open_book(self._office, kind=kind, first=first, last=last) as book:
            return self._written(book, desk, out, sheet, progress)

    def round(
        self,
        refs: Sequence[LetterRef],
        on: date,
        out: Path,
        *,
        signers: Signers = Signers(),
        sheet: str = "",
    ) -> PrintedBook:
        """Writes the page of the dispatch book with just these letters, to be signed on the way. As `book`."""
        check_ending(out, BOOK_ENDINGS)
        desk = self._desk(signers)
        with open_round(self._office, refs=refs, on=on) as book:
            return self._written(book, desk, out, sheet, None)

    def labels(self, refs: Sequence[LetterRef], out: Path, *, sheet: str = USUAL, start: int = 1) -> int:
        """Writes a label for each letter and says how many sheets they take.

        `start` is the first free place of a begun sheet, from 1. NotFound("label_sheet" | "letter", …); Refused
        `book_ending_unknown`, `label_start_unknown`; Unavailable `file_unwritable`.
        """
        check_ending(out, (".pdf",))
        layout = layout_called(sheet)
        office = looking_up.directory(self._office).profile.name
        labels = [_label(each, office) for each in entries_of(self._office, refs=refs)]
        with whole_file(out) as stream:
            return write_labels(stream, labels, layout, start=start)

    def _written(
        self, book: OpenBook, desk: _Desk, out: Path, sheet: str, progress: Progress | None
    ) -> PrintedBook:
        tell = _teller(book.letters, progress)
        tell(0)
        if out.suffix.lower() == ".xlsx":
            sheets = book_sheets(book, desk.profile.name, told=tell)
            write_xlsx(out, sheets, paper=sheet or usual_sheet(desk.profile), struck=struck_cells(book.kind))
            return PrintedBook(out, book.letters, None)
        with whole_file(out) as stream:
            pages = write_book(stream, book, self._cover(book, desk, sheet), told=tell)
        return PrintedBook(out, book.letters, pages)

    def _cover(self, book: OpenBook, desk: _Desk, sheet: str) -> BookCover:
        profile, printed = desk.profile, book.printed_at
        zone = ZONES.get(profile.zone, profile.zone)
        return BookCover(
            title=BOOKS[book.kind].title,
            period=period_words(book.first, book.last),
            letterhead=letterhead_of(profile, self._templates),
            official=desk.official,
            signer=desk.signer,
            place_and_date=f"{profile.place or SHORT_BLANK}, {format_date(printed.date())}",
            printed=f"Dicetak {short_date(printed.date())} {printed:%H.%M} {zone}",
            sheet=_sheet(sheet or usual_sheet(profile)),
        )

    def _desk(self, signers: Signers) -> _Desk:
        """Read before the book is opened: within its unit nothing else is asked."""
        directory = looking_up.directory(self._office)
        official = signers.official or directory.profile.report_signatory
        return _Desk(
            directory.profile,
            _named(official, directory, must=bool(signers.official)),
            _named(signers.signer or self._office.actor, directory, must=bool(signers.signer)),
        )


def check_ending(out: Path, endings: Sequence[str]) -> None:
    """Refused `book_ending_unknown`."""
    if out.suffix.lower() not in endings:
        raise Refused("book_ending_unknown", "out", {"name": out.name, "known": tuple(endings)})


def usual_sheet(profile: OfficeProfile) -> str:
    """Books lie across the office's own paper; where it writes on smaller sheets, across A4."""
    return profile.paper if profile.paper in SHEETS else "a4"


def _sheet(asked: str) -> str:
    if asked not in SHEETS:
        raise NotFound("book_sheet", asked, tuple(SHEETS))
    return asked


def _teller(total: int, progress: Progress | None) -> Callable[[int], None]:
    """Asks now and then whether to go on. Refused `printing_cancelled`."""

    def tell(done: int) -> None:
        if progress is None or (done % _TOLD_EVERY and done != total):
            return
        if not progress(done, total):
            raise Refused("printing_cancelled", None, {"done": done, "total": total})

    return tell


def _named(name: str, directory: Directory, *, must: bool) -> SignatureBlock | None:
    """How this officer signs today. Nobody, when the name is only a default that fits nobody: a blank then."""
    if not name:
        return None
    try:
        officer = find_officer(name, [each.officer for each in directory.officers])
    except NotFound:
        if must:
            raise
        return None
    held = next(each.appointment for each in directory.officers if each.officer == officer)
    if held is None:
        return SignatureBlock((), officer.name, officer.rank, officer.nip)
    return signature_block(officer, held)


def _label(entry: BookEntry, office: str) -> Label:
    """The day first: it is what a paper is looked for by when nobody has a scanner."""
    lines = (format_date(entry.entered_on), entry.correspondent, entry.subject)
    return Label(str(entry.ref), office, tuple(text for text in lines if text), entry.letter_number)
