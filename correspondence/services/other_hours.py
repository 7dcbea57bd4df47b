"""Dated exceptions from the weekly hours: shorter days in Ramadan, a Saturday that is worked instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.changes import Changes, Topic
from correspondence.errors import NotFound, Refused
from correspondence.forms import clean
from correspondence.hours import read_week_hours
from correspondence.journal import JournalEntry
from correspondence.letters import NAME_LIMIT
from correspondence.office import Office, moment
from correspondence.workdays import DatedHours

HOURS = Changes(topics=frozenset({Topic.HOLIDAYS}))


def put_dated_hours(
    office: Office, *, first: date, last: date, hours: Mapping[str, str], name: str
) -> Changes:
    """Other hours from `first` to `last`, both included, in place of those of the same days.

    `hours` maps monday … sunday to "08.00-15.00"; a day that is not named is not worked. What was counted before is
    counted anew: durations are never stored but for those of letters that are finished. Refuses `name_missing`,
    `text_too_long`, `dates_backwards`, and as `hours.read_week_hours` with the day as field.
    """
    called = clean(name)
    if not called:
        raise Refused("name_missing", "name")
    if len(called) > NAME_LIMIT:
        raise Refused("text_too_long", "name", {"length": len(called), "limit": NAME_LIMIT})
    exception = DatedHours(first, last, read_week_hours(hours), called)
    with office.open_unit() as unit:
        unit.other_hours.put(exception)
        note = f"{first.isoformat()} {last.isoformat()} {called}"
        unit.journal.append(JournalEntry(moment(office, unit).at, office.actor, "hours_set", note=note))
        unit.commit()
    return HOURS


def remove_dated_hours(office: Office, *, first: date, last: date) -> Changes:
    """The weekly hours count again on these days. NotFound("dated_hours", …)."""
    with office.open_unit() as unit:
        days = f"{first.isoformat()} {last.isoformat()}"
        if not unit.other_hours.remove(first, last):
            raise NotFound("dated_hours", days)
        unit.journal.append(JournalEntry(moment(office, unit).at, office.actor, "hours_removed", note=days))
        unit.commit()
    return HOURS


def dated_hours(office: Office) -> tuple[DatedHours, ...]:
    """Every exception, by its first day."""
    with office.open_reading() as unit:
        return tuple(sorted(unit.other_hours.every(), key=lambda each: (each.first, each.last)))
