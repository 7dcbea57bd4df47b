"""Days off by decree: national holidays, collective leave; deadlines of open letters follow them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.accounts import Right
from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.journal import JournalEntry
from correspondence.letters import NAME_LIMIT
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.moved_deadlines import change_calendar
from correspondence.services.signed_in import by_right
from correspondence.workdays import DayOff, DayOffKind


def put_holiday(office: Office, *, day: date, name: str, collective: bool = False) -> Changes:
    """A day off by decree, or its new name. Refuses `name_missing`, `text_too_long`."""
    off = DayOff(_name(name), DayOffKind.COLLECTIVE_LEAVE if collective else DayOffKind.HOLIDAY)
    with by_right(office, Right.KEEP_LISTS) as unit:
        changes = change_calendar(office, unit, day, lambda: unit.holidays.put_many({day: off}))
        _note(office, unit, "holiday_set", f"{day.isoformat()} {off.name}")
    return changes


def remove_holiday(office: Office, *, day: date) -> Changes:
    """The day is worked again."""
    with by_right(office, Right.KEEP_LISTS) as unit:
        changes = change_calendar(office, unit, day, lambda: unit.holidays.remove(day))
        _note(office, unit, "holiday_removed", day.isoformat())
    return changes


def holidays(office: Office) -> Mapping[date, DayOff]:
    """Every day off the office knows, by date."""
    with office.open_reading() as unit:
        return dict(sorted(unit.holidays.every().items()))


def _name(text: str) -> str:
    name = clean(text)
    if not name:
        raise Refused("name_missing", "name")
    if len(name) > NAME_LIMIT:
        raise Refused("text_too_long", "name", {"length": len(name), "limit": NAME_LIMIT})
    return name


def _note(office: Office, unit: UnitOfWork, step: str, note: str) -> None:
    unit.journal.append(JournalEntry(moment(office, unit).at, office.actor, step, note=note))
    unit.commit()
