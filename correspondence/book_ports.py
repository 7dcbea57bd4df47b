"""What the printed books ask of the archive: lines in the order of the book, numbers that no letter carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from correspondence.dossier import Cancellation
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction


class BookKind(StrEnum):
    """Buku agenda masuk, buku agenda keluar, buku ekspedisi, kartu kendali."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DISPATCH = "dispatch"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class BookKey:
    """A letter's place in a book: the key it is fetched by, and its reference."""

    letter_id: int
    ref: LetterRef


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One letter as a line of a book; names instead of keys.

    `index` is the label of its classification code, "" when the code is in no table. `forwarded_on` is the office's
    day the letter was first disposed of (incoming) or left the house (outgoing). A `struck` entry was cancelled: its number
    stays in the book; `cancelled` says by whom and why where the journal knows.
    """

    letter_id: int
    ref: LetterRef
    entered_on: date
    received_on: date | None
    letter_number: str
    letter_date: date | None
    correspondent: str
    subject: str
    classification: str
    index: str
    enclosures: str
    unit: str
    dispatched_on: date | None
    received_by: str
    delivered_on: date | None
    forwarded_on: date | None
    struck: bool
    cancelled: Cancellation | None


@dataclass(frozen=True, slots=True)
class UnusedNumbers:
    """Agenda numbers `first` to `last` that no letter carries, and why. `before` is the letter that follows them."""

    book: Direction
    year: int
    first: int
    last: int
    why: str
    before: int


class Books(Protocol):
    """The read side of the printed books."""

    def keys(self, kind: BookKind, first: date, last: date) -> Sequence[BookKey]:
        """The letters of a period, both days included, in the order of the book.

        Agenda books by the day of entry (incoming: the day received), in the order of book, year and agenda number;
        the dispatch book by the day the letter left, in the order of days and then of agenda numbers.
        """
        ...

    def entries(self, letter_ids: Sequence[int]) -> Sequence[BookEntry]:
        """The lines of these letters, in the order asked."""
        ...

    def unused(self, book: Direction, year: int) -> Sequence[UnusedNumbers]:
        """The numbers an old book never used, ascending, without those that a letter has taken since."""
        ...
