"""Days off by decree: national holidays, collective leave; deadlines of open letters follow them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.accounts import Right
from correspondence.changes import Changes
from correspondence.office import Office
from correspondence.services.moved_deadlines import change_calendar
from correspondence.services.noting import checked_name, note
from correspondence.services.signed_in import by_right
from correspondence.workdays import DayOff, DayOffKind


def put_holiday(office: Office, *, day: date, name: str, collective: bool = False) -> Changes:
    """A day off by decree, or its new name. Refuses `name_missing`, `text_too_long`."""
    off = DayOff(checked_name(name), DayOffKind.COLLECTIVE_LEAVE if collective else DayOffKind.HOLIDAY)
    with by_right(office, Right.KEEP_LISTS) as unit:
        changes = change_calendar(office, unit, day, lambda: unit.holidays.put_many({day: off}))
        note(office, unit, "holiday_set", f"{day.isoformat()} {off.name}")
        unit.commit()
    return changes


def remove_holiday(office: Office, *, day: date) -> Changes:
    """The day is worked again."""
    with by_right(office, Right.KEEP_LISTS) as unit:
        changes = change_calendar(office, unit, day, lambda: unit.holidays.remove(day))
        note(office, unit, "holiday_removed", day.isoformat())
        unit.commit()
    return changes


def holidays(office: Office) -> Mapping[date, DayOff]:
    """Every day off the office knows, by date."""
    with office.open_reading() as unit:
        return dict(sorted(unit.holidays.every().items()))
