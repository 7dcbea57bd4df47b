"""The lines of the printed books: keys in the order of the book, then the lines a portion at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from peewee import chunked

from correspondence.book_ports import BookEntry, BookKey, BookKind, UnusedNumbers
from correspondence.dossier import Cancellation
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction, Step
from db.mapping import instant_of
from db.profiles import Profiles
from db.session import Row, Session, marks
from db.tables import day_of

_CANCELLED = "cancelled"
_BY_NUMBER = "ORDER BY direction, book_year, agenda_number"
_PERIOD: Mapping[BookKind, str] = {
    BookKind.INCOMING: f"direction = 'incoming' AND entered_on BETWEEN ? AND ? {_BY_NUMBER}",
    BookKind.OUTGOING: f"direction = 'outgoing' AND entered_on BETWEEN ? AND ? {_BY_NUMBER}",
    BookKind.CONTROL: f"entered_on BETWEEN ? AND ? {_BY_NUMBER}",
    BookKind.DISPATCH: "dispatched_on BETWEEN ? AND ? ORDER BY dispatched_on, direction, book_year, agenda_number",
}

# Of a code that stands in several schemes, the label of the newest.
_ENTRY = """SELECT letter.id, letter.direction, letter.book_year, letter.agenda_number, letter.entered_on,
    letter.received_on, letter.letter_number, letter.letter_date, letter.correspondent, letter.subject,
    letter.classification, (SELECT classification.label FROM classification
        WHERE classification.code = letter.classification ORDER BY classification.regime DESC LIMIT 1),
    letter.enclosures, unit.name, letter.dispatched_on, letter.received_by, letter.delivered_on, letter.state
    FROM letter LEFT JOIN unit ON unit.id = letter.unit_id WHERE letter.id IN ({ids})"""


class Books:
    """The office's Books."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keys(self, kind: BookKind, first: date, last: date) -> Sequence[BookKey]:
        found = self._session.stream(
            f"SELECT id, direction, book_year, agenda_number FROM letter WHERE {_PERIOD[kind]}", (first, last)
        )
        return [BookKey(row[0], LetterRef(Direction(row[1]), row[2], row[3])) for row in found]

    def entries(self, letter_ids: Sequence[int]) -> Sequence[BookEntry]:
        zone = ZoneInfo(Profiles(self._session).read().zone)
        found: dict[int, BookEntry] = {}
        for some in chunked(letter_ids, 500):
            rows = self._session.rows(_ENTRY.format(ids=marks(some)), some)
            struck = self._cancelled([row[0] for row in rows if row[17] == _CANCELLED])
            sent = self._first_disposed(some)
            found.update((row[0], _entry(row, sent.get(row[0]), struck.get(row[0]), zone)) for row in rows)
        return [found[letter_id] for letter_id in letter_ids if letter_id in found]

    def unused(self, book: Direction, year: int) -> Sequence[UnusedNumbers]:
        holes = self._session.rows(
            """SELECT first_number, last_number, why FROM inherited_hole
                WHERE direction = ? AND book_year = ? ORDER BY first_number, last_number""",
            (book.value, year),
        )
        ranges = [
            (first, last, why) for hole in holes for first, last, why in self._still_free(book, year, *hole)
        ]
        return [
            UnusedNumbers(book, year, first, last, why, before)
            for first, last, why in ranges
            if (before := self._following(book, year, last)) is not None
        ]

    def _still_free(
        self, book: Direction, year: int, first: int, last: int, why: str
    ) -> list[tuple[int, int, str]]:
        taken = {
            number
            for (number,) in self._session.rows(
                """SELECT agenda_number FROM letter
                    WHERE direction = ? AND book_year = ? AND agenda_number BETWEEN ? AND ?""",
                (book.value, year, first, last),
            )
        }
        if not taken:
            return [(first, last, why)]
        free = (number for number in range(first, last + 1) if number not in taken)
        # Numbers in a row differ from their places by the same amount.
        runs = groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])
        ranges = [[number for _, number in run] for _, run in runs]
        return [(numbers[0], numbers[-1], why) for numbers in ranges]

    def _following(self, book: Direction, year: int, number: int) -> int | None:
        found: int | None = self._session.value(
            "SELECT min(agenda_number) FROM letter WHERE direction = ? AND book_year = ? AND agenda_number > ?",
            (book.value, year, number),
        )
        return found

    def _cancelled(self, letter_ids: Sequence[int]) -> dict[int, Cancellation]:
        rows = self._session.rows(
            f"""SELECT letter_id, actor, at, note FROM journal
                WHERE letter_id IN ({marks(letter_ids)}) AND step IN (?, 'imported') ORDER BY id""",
            [*letter_ids, Step.CANCEL.value],
        )
        return {row[0]: Cancellation(row[1], _instant(row[2]), row[3]) for row in rows}

    def _first_disposed(self, letter_ids: Sequence[int]) -> dict[int, datetime]:
        rows = self._session.rows(
            f"""SELECT letter_id, min(sent_at) FROM disposition
                WHERE letter_id IN ({marks(letter_ids)}) GROUP BY letter_id""",
            letter_ids,
        )
        return {row[0]: _instant(row[1]) for row in rows}


def _entry(row: Row, sent: datetime | None, struck: Cancellation | None, zone: ZoneInfo) -> BookEntry:
    forwarded = sent.astimezone(zone).date() if sent is not None else day_of(row[14])
    return BookEntry(
        letter_id=row[0],
        ref=LetterRef(Direction(row[1]), row[2], row[3]),
        entered_on=day_of(row[4]) or date.min,
        received_on=day_of(row[5]),
        letter_number=row[6],
        letter_date=day_of(row[7]),
        correspondent=row[8],
        subject=row[9],
        classification=row[10],
        index=row[11] or "",
        enclosures=row[12],
        unit=row[13] or "",
        dispatched_on=day_of(row[14]),
        received_by=row[15],
        delivered_on=day_of(row[16]),
        forwarded_on=forwarded,
        struck=row[17] == _CANCELLED,
        cancelled=struck,
    )


def _instant(text: Any) -> datetime:
    return instant_of(text) or datetime.min.replace(tzinfo=UTC)
