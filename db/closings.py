"""Closed months, and the facts that were written into them afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from correspondence.closings import Counted, LateFact, MonthClosing
from correspondence.dates import Month
from correspondence.letters import SECRET, Secrecy
from correspondence.numbering import LetterRef
from correspondence.throughput import WEIGHT, FactKind, Tally
from correspondence.workflow import Direction
from db.mapping import instant_of
from db.session import Row, Session
from db.summaries import month_key, month_of, tally_of
from db.tables import instant_text

_COLUMNS = "month, report_number, report_year, closed_at, closed_by, figures, checksum"

# A late fact is told by the first line of its letter that was written into the journal after it.
_LATE = """SELECT late.counted_in, late.letter_id, letter.direction, letter.book_year, letter.agenda_number, letter.subject,
        late.what, late.on_day, late.direction, letter_kind.name, unit.name, late.number, told.at, told.actor, letter.secrecy
    FROM late_fact AS late JOIN letter ON letter.id = late.letter_id
    LEFT JOIN letter_kind ON letter_kind.id = late.kind_id LEFT JOIN unit ON unit.id = late.unit_id
    LEFT JOIN journal AS told ON told.id = (
        SELECT min(id) FROM journal WHERE journal.letter_id = late.letter_id AND journal.id > late.after_entry)
    WHERE late.counted_in = ? ORDER BY late.id"""

_MOVED = """SELECT late.direction, letter_kind.name, unit.name, late.what, sum({signed}), {day}
    FROM late_fact AS late
    LEFT JOIN letter_kind ON letter_kind.id = late.kind_id LEFT JOIN unit ON unit.id = late.unit_id
    WHERE {which}
    GROUP BY late.direction, late.kind_id, letter_kind.name, late.unit_id, unit.name, late.what{by_day}
    HAVING sum({signed}) <> 0"""

_KEYS = "direction, coalesce(kind_id, 0) AS kind_id, coalesce(unit_id, 0) AS unit_id, what"
_WEIGHT = " ".join(f"WHEN '{kind.value}' THEN {weight}" for kind, weight in WEIGHT.items())


class Closings:
    """The office's Closings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, closing: MonthClosing) -> None:
        self._session.run(
            f"INSERT INTO month_closing (last_day, next_month, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                closing.month.last.isoformat(),
                month_key(closing.month.next()),
                month_key(closing.month),
                closing.number,
                closing.year,
                instant_text(closing.closed_at),
                closing.closed_by,
                closing.figures,
                closing.checksum,
            ),
        )

    def every(self) -> Sequence[MonthClosing]:
        return [
            _closing(row)
            for row in self._session.rows(f"SELECT {_COLUMNS} FROM month_closing ORDER BY month")
        ]

    def of_month(self, month: Month) -> MonthClosing | None:
        return self._one("month = ?", [month_key(month)])

    def last(self) -> MonthClosing | None:
        return self._one("month = (SELECT max(month) FROM month_closing)", [])

    def late(self, counted_in: Month) -> Sequence[LateFact]:
        return [_late(row) for row in self._session.rows(_LATE, [month_key(counted_in)])]

    def moved(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        key = month_key(month)
        out = "late.on_day BETWEEN ? AND ? AND late.counted_in > ?"
        taken_out = self._moved("-late.number", out, [month.first, month.last, key], unit_id, by_day=True)
        put_in = self._moved("late.number", "late.counted_in = ?", [key], unit_id)
        return [*taken_out, *put_in]

    def opened(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        which = "late.on_day < ? AND late.counted_in >= ?"
        return self._moved("-late.number", which, [month.first, month_key(month)], unit_id)

    def counted(self, month: Month, *, anew: bool = False) -> Counted:
        key, days = month_key(month), [month.first, month.last]
        moved = self._session.rows(
            f"""SELECT direction, kind_id, unit_id, what, sum(number) FROM (
                SELECT {_KEYS}, 1 AS number FROM letter_fact WHERE on_day BETWEEN ? AND ?
                UNION ALL SELECT {_KEYS}, -number FROM late_fact WHERE on_day BETWEEN ? AND ? AND counted_in > ?
                UNION ALL SELECT {_KEYS}, number FROM late_fact WHERE counted_in = ?
            ) AS fact GROUP BY direction, kind_id, unit_id, what HAVING sum(number) <> 0""",
            [*days, *days, key, key],
        )
        before, asked = (
            ("letter_fact WHERE on_day < ?", month.first)
            if anew
            else ("month_count WHERE month > 0 AND month < ?", key)
        )
        opening = self._session.rows(
            f"""SELECT direction, kind_id, unit_id, sum(number * CASE what {_WEIGHT} ELSE 0 END) FROM (
                SELECT {_KEYS}, {"1" if anew else "number"} AS number FROM {before}
                UNION ALL SELECT {_KEYS}, -number FROM late_fact WHERE on_day < ? AND counted_in >= ?
            ) AS fact GROUP BY direction, kind_id, unit_id HAVING sum(number * CASE what {_WEIGHT} ELSE 0 END) <> 0""",
            [asked, month.first, key],
        )
        return Counted(
            # Sorted here: the engines collate texts differently.
            opening=tuple(sorted((book, kind, unit, int(number)) for book, kind, unit, number in opening)),
            moved=tuple(
                sorted((book, kind, unit, what, int(number)) for book, kind, unit, what, number in moved)
            ),
        )

    def _moved(
        self, signed: str, which: str, parameters: list[object], unit_id: int | None, *, by_day: bool = False
    ) -> list[Tally]:
        if unit_id is not None:
            which, parameters = f"{which} AND late.unit_id = ?", [*parameters, unit_id]
        day, grouped = ("late.on_day", ", late.on_day") if by_day else ("NULL", "")
        sql = _MOVED.format(signed=signed, day=day, which=which, by_day=grouped)
        return [tally_of(row) for row in self._session.rows(sql, parameters)]

    def _one(self, which: str, parameters: list[object]) -> MonthClosing | None:
        found = self._session.rows(f"SELECT {_COLUMNS} FROM month_closing WHERE {which}", parameters)
        return _closing(found[0]) if found else None


def _closing(row: Row) -> MonthClosing:
    month, number, year, at, by, figures, checksum = row
    return MonthClosing(month_of(month), number, year, datetime.fromisoformat(at), by, figures, checksum)


def _late(row: Row) -> LateFact:
    (
        counted_in,
        letter_id,
        book,
        year,
        agenda,
        subject,
        what,
        on,
        direction,
        kind,
        unit,
        number,
        at,
        by,
        secrecy,
    ) = row
    return LateFact(
        counted_in=month_of(counted_in),
        letter_id=letter_id,
        ref=LetterRef(Direction(book), year, agenda),
        subject=subject,
        what=FactKind(what),
        on=date.fromisoformat(str(on)),
        direction=Direction(direction),
        kind=kind or "",
        unit=unit or "",
        number=number,
        at=instant_of(at),
        by=by or "",
        secret=Secrecy(secrecy) in SECRET,
    )
