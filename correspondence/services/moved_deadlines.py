"""Deadlines of open letters follow the office's calendar: decrees change days off and hours within the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from correspondence.changes import Changes
from correspondence.letters import Letter
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of, due_by
from correspondence.services.deeds import write_down
from correspondence.workdays import WorkCalendar
from correspondence.workflow import is_open

MOVED = "deadline_moved"
_EVER = datetime(9999, 1, 1, tzinfo=UTC)


def move_deadlines(office: Office, unit: UnitOfWork, before: WorkCalendar, first: date) -> Changes:
    """Puts the deadlines that the calendar `before` had given where the calendar of now puts them, each with its entry.

    `first` is the first day on which the two differ: what was due earlier stays. A deadline that is not what `before`
    says was given under other settings and stays as it was told; so does that of a letter that is finished.
    """
    now, after = moment(office, unit), calendar_of(unit)
    profile = unit.profiles.read()
    start = datetime.combine(first, time.min, after.zone)
    moved: list[Letter] = []
    for letter, _finished in unit.facts.due_between(start, _EVER, None):
        if not is_open(letter.state) or letter.received_on is None:
            continue
        asked = (profile, letter.urgency, letter.received_on, letter.registered_at)
        due = due_by(after, *asked)
        if letter.due_at == due or letter.due_at != due_by(before, *asked):
            continue
        unit.letters.save(replace(letter, due_at=due))
        said = {"due_at": (_text(letter.due_at), _text(due))}
        write_down(office, unit, now, letter_id=letter.id, step=MOVED, changes=said)
        moved.append(letter)
    return Changes(tuple(each.ref for each in moved), tuple(each.id for each in moved))


def _text(due: datetime | None) -> str:
    return due.isoformat() if due is not None else ""
