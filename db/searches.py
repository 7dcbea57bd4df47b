"""Lists of letters: lines in pages by key, ids for scrolling, capped counts."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from peewee import chunked

from correspondence.people import Appointment, appointment_on
from correspondence.search import Count, LetterFilter, LetterLine, Page
from db.asking import Conditions, conditions
from db.mapping import LINE_COLUMNS, appointment_of, instant_of, line_of
from db.profiles import Profiles
from db.session import Row, Session, marks
from db.tables import AppointmentRow

_NAMES = """LEFT JOIN letter_kind ON letter_kind.id = letter.kind_id
    LEFT JOIN unit ON unit.id = letter.unit_id
    LEFT JOIN officer ON officer.id = letter.holder_id"""


class Searches:
    """The office's Searches."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, asked: LetterFilter, *, after: LetterLine | None = None, limit: int = 50) -> Page:
        made = conditions(self._session, asked)
        if after is not None:
            _continue(made, after, sqlite=self._session.sqlite)
        found = self._session.rows(
            f"SELECT {LINE_COLUMNS} {self._from(made)} {_NAMES} {made.where} {self._order(made)} LIMIT ?",
            [*made.parameters, limit + 1],
        )
        return Page(self._lines(found[:limit]), more=len(found) > limit)

    def ids(self, asked: LetterFilter) -> Sequence[int]:
        made = conditions(self._session, asked)
        key = "letter_index.rowid" if self._by_index(made) else "letter.id"
        found = self._session.stream(
            f"SELECT {key} {self._from(made)} {made.where} {self._order(made)}", made.parameters
        )
        # Eight bytes an id: a million of them in a list would take 36 MB.
        return array("q", (letter_id for (letter_id,) in found))

    def lines(self, letter_ids: Sequence[int]) -> Sequence[LetterLine]:
        found: dict[int, LetterLine] = {}
        for some in chunked(letter_ids, 500):
            rows = self._session.rows(
                f"SELECT {LINE_COLUMNS} FROM letter {_NAMES} WHERE letter.id IN ({marks(some)})", some
            )
            found.update((line.id, line) for line in self._lines(rows))
        return tuple(found[letter_id] for letter_id in letter_ids if letter_id in found)

    def count(self, asked: LetterFilter, *, cap: int = 1000) -> Count:
        made = conditions(self._session, asked)
        number: int = self._session.value(
            f"SELECT count(*) FROM (SELECT 1 {self._from(made)} {made.where} LIMIT ?) AS counted",
            [*made.parameters, cap + 1],
        )
        return Count(min(number, cap), exact=number <= cap)

    def _by_index(self, made: Conditions) -> bool:
        return made.by_words and self._session.sqlite

    def _from(self, made: Conditions) -> str:
        if self._by_index(made):
            return "FROM letter_index CROSS JOIN letter ON letter.id = letter_index.rowid"
        return "FROM letter"

    def _order(self, made: Conditions) -> str:
        # With words the newest registered first: the order in which the index gives its matches. Any other one means
        # fetching every match before the first line can be shown, half a second at a million letters.
        if self._by_index(made):
            return "ORDER BY letter_index.rowid DESC"
        return (
            "ORDER BY letter.id DESC" if made.by_words else "ORDER BY letter.entered_on DESC, letter.id DESC"
        )

    def _lines(self, rows: Sequence[Row]) -> tuple[LetterLine, ...]:
        held = {row[-1]: () for row in rows if row[-1] is not None}
        if not held:
            return tuple(line_of(row, None) for row in rows)
        appointments = self._appointments(sorted(held))
        zone = ZoneInfo(Profiles(self._session).read().zone)
        return tuple(line_of(row, _held(row, appointments, zone)) for row in rows)

    def _appointments(self, officer_ids: Sequence[int]) -> list[Appointment]:
        query = (
            AppointmentRow.select()
            .where(AppointmentRow.officer_id.in_(officer_ids))
            .order_by(AppointmentRow.id)
        )
        return [appointment_of(row) for row in self._session.dicts(query)]


def _continue(made: Conditions, after: LetterLine, *, sqlite: bool) -> None:
    """By key and not by OFFSET, which would count through every line above."""
    if made.by_words:
        made.add("letter_index.rowid < ?" if sqlite else "letter.id < ?", after.id)
    else:
        made.add("(letter.entered_on, letter.id) < (?, ?)", after.entered_on, after.id)


def _held(row: Row, appointments: Sequence[Appointment], zone: Any) -> Appointment | None:
    """The office in which the holder got the letter; the newest when none is known for that day."""
    officer_id, since = row[-1], instant_of(row[18])
    if officer_id is None:
        return None
    own = [each for each in appointments if each.officer_id == officer_id]
    running = appointment_on(own, since.astimezone(zone).date()) if since else None
    return running or max(own, key=lambda each: each.id, default=None)
