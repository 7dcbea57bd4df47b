"""Days off: national holidays, collective leave, and the office's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from correspondence.workdays import DayOff, DayOffKind
from db.session import Row, Session
from db.tables import HolidayRow

_PUT = """INSERT INTO holiday (day, name, kind) VALUES (?, ?, ?)
    ON CONFLICT (day) DO UPDATE SET name = excluded.name, kind = excluded.kind"""


class Holidays:
    """The office's Holidays."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put_many(self, days: Mapping[date, DayOff]) -> tuple[int, int]:
        known = self.every()
        new = [day for day in days if day not in known]
        changed = [day for day, off in days.items() if day in known and known[day] != off]
        self._session.many(_PUT, [(day, days[day].name, days[day].kind.value) for day in (*new, *changed)])
        return len(new), len(changed)

    def remove(self, day: date) -> None:
        self._session.execute(HolidayRow.delete().where(HolidayRow.day == day))

    def every(self) -> Mapping[date, DayOff]:
        return _days_off(tuple(self._session.rows("SELECT day, name, kind FROM holiday ORDER BY day")))


@lru_cache(maxsize=4)
def _days_off(rows: tuple[Row, ...]) -> Mapping[date, DayOff]:
    """Asked for with every letter and the same for months: what the rows mean is worked out once."""
    # A day is text on one engine and a date on the other; handed out to many, so it cannot be changed.
    return MappingProxyType(
        {date.fromisoformat(str(day)): DayOff(name, DayOffKind(kind)) for day, name, kind in rows}
    )
