"""The office's working time as its own settings and days off make it: one place, used by every service."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from correspondence.errors import Refused
from correspondence.hours import read_week_hours
from correspondence.letters import Urgency
from correspondence.ports import UnitOfWork
from correspondence.profile import OfficeProfile
from correspondence.workdays import DeadlineRule, WorkCalendar


def calendar_of(unit: UnitOfWork) -> WorkCalendar:
    """The calendar of the office as it stands now: its hours, its days off, its dated exceptions, its zone."""
    profile = unit.profiles.read()
    return WorkCalendar(
        hours=read_week_hours(profile.hours),
        days_off=unit.holidays.every(),
        overrides=tuple(unit.other_hours.every()),
        zone=ZoneInfo(profile.zone),
    )


def deadline_rule(profile: OfficeProfile, urgency: Urgency) -> DeadlineRule:
    """How long an answer may take: hours by the clock for what is urgent, working days for the rest."""
    match urgency:
        case Urgency.SANGAT_SEGERA:
            return DeadlineRule(hours=profile.deadline_sangat_segera_hours)
        case Urgency.SEGERA:
            return DeadlineRule(hours=profile.deadline_segera_hours)
        case _:
            return DeadlineRule(workdays=profile.deadline_biasa_workdays)


def due_at(unit: UnitOfWork, urgency: Urgency, received_on: date, registered_at: datetime) -> datetime | None:
    """When an answer to an incoming letter is due, by the calendar as it stands now; as `due_by`."""
    return due_by(calendar_of(unit), unit.profiles.read(), urgency, received_on, registered_at)


def due_by(
    calendar: WorkCalendar,
    profile: OfficeProfile,
    urgency: Urgency,
    received_on: date,
    registered_at: datetime,
) -> datetime | None:
    """When an answer to an incoming letter is due; None when the office's settings leave no working day at all.

    The hours run from registration when the letter was entered on the day it came; otherwise the hour of receipt is not
    known and they run from the opening of the office on that day, or on the next working day.
    """
    try:
        if registered_at.astimezone(calendar.zone).date() == received_on:
            received = registered_at
        elif calendar.is_workday(received_on):
            received = calendar.open_of(received_on)
        else:
            received = calendar.open_of(calendar.add_workdays(received_on, 1))
        return calendar.deadline(deadline_rule(profile, urgency), received).astimezone(UTC)
    except Refused as refused:
        # No registration fails because nobody has entered the office's hours.
        if refused.rule == "no_workdays":
            return None
        raise


def end_of(calendar: WorkCalendar, day: date) -> datetime:
    """The last instant of `day` at which something can have been done in the office."""
    if calendar.is_workday(day):
        return calendar.close_of(day).astimezone(UTC)
    return datetime(day.year, day.month, day.day, 23, 59, tzinfo=calendar.zone).astimezone(UTC)
