"""Days off: national holidays, collective leave, and the office's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.workdays import DayOff, DayOffKind
from db.session import Session
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
        rows = self._session.dicts(HolidayRow.select().order_by(HolidayRow.day))
        return {row["day"]: DayOff(row["name"], DayOffKind(row["kind"])) for row in rows}
