"""Dated exceptions from the weekly hours: shorter days in Ramadan, a market day, a Saturday that is worked instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from correspondence.accounts import Right
from correspondence.changes import Changes
from correspondence.errors import NotFound, Refused
from correspondence.hours import WEEKDAY_CODES, WeekHours, read_day_hours, read_week_hours
from correspondence.office import Office
from correspondence.services.moved_deadlines import change_calendar
from correspondence.services.noting import checked_name, note
from correspondence.services.signed_in import by_right
from correspondence.workdays import DatedHours

LONGEST = 366
"""Days; what lasts longer is the office's week and belongs into its settings. A slip (2062) is longer too."""

Days = tuple[date, date]
"""First and last day, both included: what an exception is known by."""


def put_dated_hours(
    office: Office,
    *,
    first: date,
    last: date,
    hours: Mapping[str, str],
    name: str,
    instead: Days | None = None,
) -> Changes:
    """Other hours from `first` to `last`, both included; in place of the exception of the days `instead`, if any.

    `hours` maps monday … sunday to "08.00-15.00"; a day that is not named is not worked. What was counted before is
    counted anew: durations are never stored but for those of letters that are finished; deadlines of open letters move.
    Refuses `name_missing`, `text_too_long`, `dates_backwards`, `hours_too_long`, `hours_empty` (no day of the period is
    worked: that is a day off), `hours_overlap`, and as `hours.read_week_hours` with the day as field. NotFound of `instead`.
    """
    called = checked_name(name)
    exception = DatedHours(first, last, read_week_hours(hours), called)
    _check_period(exception)
    with by_right(office, Right.KEEP_LISTS) as unit:
        known = unit.other_hours.every()
        _check_alone(exception, known, instead)
        if instead is not None and instead not in {(each.first, each.last) for each in known}:
            raise NotFound("dated_hours", days_text(*instead))

        def put() -> None:
            if instead is not None:
                unit.other_hours.remove(*instead)
            unit.other_hours.put(exception)

        changes = change_calendar(office, unit, min(first, (instead or (first, last))[0]), put)
        note(office, unit, "hours_set", f"{days_text(first, last)} {called}")
        unit.commit()
    return changes


def remove_dated_hours(office: Office, *, first: date, last: date) -> Changes:
    """The weekly hours count again on these days. NotFound("dated_hours", …)."""
    with by_right(office, Right.KEEP_LISTS) as unit:
        if all((each.first, each.last) != (first, last) for each in unit.other_hours.every()):
            raise NotFound("dated_hours", days_text(first, last))
        changes = change_calendar(office, unit, first, lambda: unit.other_hours.remove(first, last))
        note(office, unit, "hours_removed", days_text(first, last))
        unit.commit()
    return changes


def dated_hours(office: Office) -> tuple[DatedHours, ...]:
    """Every exception, by its first day."""
    with office.open_reading() as unit:
        return tuple(sorted(unit.other_hours.every(), key=lambda each: (each.first, each.last)))


def days_meant(week: WeekHours, first: date, last: date) -> tuple[str, ...]:
    """The days of the week that one span without a day means: those of the period that `week` works, else all of it."""
    inside = [WEEKDAY_CODES[number] for number in _weekdays(first, last)]
    worked = [code for code in inside if week[WEEKDAY_CODES.index(code)]]
    return tuple(worked or inside)


def days_text(first: date, last: date) -> str:
    """As the journal and an error name an exception: both days, ISO."""
    return f"{first.isoformat()} {last.isoformat()}"


def spread(week: WeekHours, first: date, last: date, usual: str, own: Mapping[str, str]) -> dict[str, str]:
    """`usual` on every day it means, `own` hours on the days named. Refuses an unreadable `usual` by the field "hours"."""
    if usual:
        read_day_hours(usual, field="hours")
    return {**dict.fromkeys(days_meant(week, first, last), usual), **own}


def _check_period(asked: DatedHours) -> None:
    days = (asked.last - asked.first).days + 1
    if days > LONGEST:
        raise Refused("hours_too_long", "last", {"days": days, "limit": LONGEST})
    if not any(asked.hours[number] for number in _weekdays(asked.first, asked.last)):
        raise Refused("hours_empty", "hours", {"first": asked.first, "last": asked.last})


def _check_alone(asked: DatedHours, known: Iterable[DatedHours], instead: Days | None) -> None:
    """Two at once would leave a person guessing which one counts."""
    for each in known:
        if (each.first, each.last) != instead and each.first <= asked.last and asked.first <= each.last:
            facts = {"name": each.name, "first": each.first, "last": each.last}
            raise Refused("hours_overlap", "first", facts)


def _weekdays(first: date, last: date) -> tuple[int, ...]:
    """The days of the week that a period holds, Monday first."""
    count = min(7, (last - first).days + 1)
    return tuple(sorted((first + timedelta(days=each)).weekday() for each in range(count)))
