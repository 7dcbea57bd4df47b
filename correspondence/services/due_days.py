"""The day by which a disposition asks for an answer: proposed from the letter's urgency, checked when it is changed."""

from __future__ import annotations

from datetime import date, timedelta

from correspondence.errors import Refused
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of, deadline_rule
from correspondence.workdays import DeadlineRule, WorkCalendar


def proposed_due(office: Office, *, ref: LetterRef) -> date:
    """The day a form of a disposition starts from: the last working day on which the letter is answered in time."""
    with office.open_reading() as unit:
        letter = unit.letters.by_ref(ref)
        return proposed_day(unit, letter, moment(office, unit).today)


def proposed_day(unit: UnitOfWork, letter: Letter, today: date) -> date:
    """The day of the letter's own deadline, else as many working days from `today` as its urgency leaves.

    A deadline that falls on a day off or is over moves to the next working day. Without any hours of the office kept,
    every day is one.
    """
    calendar = calendar_of(unit)
    if letter.due_at is not None:
        day = letter.due_at.astimezone(calendar.zone).date()
    else:
        day = _later(calendar, today, _workdays(deadline_rule(unit.profiles.read(), letter.urgency)))
    return next_workday(calendar, max(day, today))


def check_due(unit: UnitOfWork, due: date, today: date) -> None:
    """Refuses `due_in_past`, and `due_on_day_off` with the day's name and the next working day.

    A Saturday or Sunday passes: a leader may ask for an answer by then, and the form shows the day of the week.
    """
    if due < today:
        raise Refused("due_in_past", "due", {"date": due, "today": today})
    calendar = calendar_of(unit)
    off = calendar.days_off.get(due)
    if off is not None:
        following = next_workday(calendar, due)
        raise Refused("due_on_day_off", "due", {"date": due, "name": off.name, "next": following})


def worked_instead(calendar: WorkCalendar, due: date) -> date | None:
    """The next working day after a `due` on which nobody works; None where there is nothing to tell."""
    following = next_workday(calendar, due)
    return following if following != due and calendar.is_workday(following) else None


def next_workday(calendar: WorkCalendar, day: date) -> date:
    """`day` itself when it is worked; a calendar without any working day makes every day one."""
    return _later(calendar, day - timedelta(days=1), 1) if not calendar.is_workday(day) else day


def _later(calendar: WorkCalendar, day: date, count: int) -> date:
    try:
        return calendar.add_workdays(day, count)
    except Refused as refused:
        if refused.rule == "no_workdays":
            return day + timedelta(days=count)
        raise


def _workdays(rule: DeadlineRule) -> int:
    """Hours by the clock as working days, a begun one whole: 24 hours leave one day, 48 two."""
    return rule.workdays if rule.workdays is not None else -(-(rule.hours or 0) // 24)
