"""What the printed books read: the lines of a period, or of one round of dispatch, in the order of the book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from correspondence.book_ports import BookEntry, BookKey, BookKind, UnusedNumbers
from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.workflow import Direction

PORTION = 500
"""Lines fetched at a time: a book of any length takes the memory of a few pages."""

BookLine = BookEntry | UnusedNumbers
BookYear = tuple[Direction, int]


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book to be read once, line by line, while the unit it was opened in lasts.

    `letters` counts the entries, holes left out; `years` are the agenda books and registration years they stand in, in
    their order: more than one when a period crosses New Year. `printed_at` is on the office's own clock.
    """

    kind: BookKind
    first: date
    last: date
    printed_at: datetime
    letters: int
    years: tuple[BookYear, ...]
    lines: Iterator[BookLine]


@contextmanager
def open_book(office: Office, *, kind: BookKind, first: date, last: date) -> Iterator[OpenBook]:
    """The lines from `first` to `last`, both included. Refused `period_backwards`."""
    if first > last:
        raise Refused("period_backwards", "last", {"first": first, "last": last})
    with office.open_reading() as unit:
        keys = unit.books.keys(kind, first, last)
        yield _book(office, unit, kind, (first, last), keys)


@contextmanager
def open_round(office: Office, *, refs: Sequence[LetterRef], on: date) -> Iterator[OpenBook]:
    """A page of the dispatch book with just these letters, in the order given. NotFound("letter", …)."""
    with office.open_reading() as unit:
        keys = [BookKey(unit.letters.by_ref(ref).id, ref) for ref in refs]
        yield _book(office, unit, BookKind.DISPATCH, (on, on), keys)


def entries_of(office: Office, *, refs: Sequence[LetterRef]) -> Sequence[BookEntry]:
    """These letters as lines, in the order given. NotFound("letter", …)."""
    with office.open_reading() as unit:
        return unit.books.entries([unit.letters.by_ref(ref).id for ref in refs])


def _book(
    office: Office, unit: UnitOfWork, kind: BookKind, period: tuple[date, date], keys: Sequence[BookKey]
) -> OpenBook:
    years = tuple(Counter((key.ref.book, key.ref.year) for key in keys))
    # Numbers that nobody used belong to an agenda book; what left the house has no row of its own numbers.
    unused = _unused(unit, keys, years) if kind is not BookKind.DISPATCH else {}
    now = moment(office, unit)
    return OpenBook(
        kind=kind,
        first=period[0],
        last=period[1],
        printed_at=now.at.astimezone(now.zone),
        letters=len(keys),
        years=years,
        lines=_lines(unit, keys, unused),
    )


def _lines(
    unit: UnitOfWork, keys: Sequence[BookKey], unused: dict[LetterRef, list[UnusedNumbers]]
) -> Iterator[BookLine]:
    for start in range(0, len(keys), PORTION):
        for entry in unit.books.entries([key.letter_id for key in keys[start : start + PORTION]]):
            yield from unused.get(entry.ref, ())
            yield entry


def _unused(
    unit: UnitOfWork, keys: Sequence[BookKey], years: Sequence[BookYear]
) -> dict[LetterRef, list[UnusedNumbers]]:
    """A hole has no day of its own: it is told in the period of the letter that follows it in the book."""
    found: dict[LetterRef, list[UnusedNumbers]] = {}
    for book, year in years:
        for hole in unit.books.unused(book, year):
            found.setdefault(LetterRef(book, year, hole.before), []).append(hole)
    if not found:
        return found
    here = {key.ref for key in keys}
    return {ref: holes for ref, holes in found.items() if ref in here}
