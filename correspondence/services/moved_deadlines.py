"""Deadlines of open letters follow the office's calendar: decrees change days off and hours within the year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from correspondence.changes import Changes, Topic
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of, due_by
from correspondence.services.deeds import write_down
from correspondence.workdays import WorkCalendar
from correspondence.workflow import is_open

MOVED = "deadline_moved"
_EVER = datetime(9999, 1, 1, tzinfo=UTC)


def change_calendar(office: Office, unit: UnitOfWork, first: date, act: Callable[[], object]) -> Changes:
    """Does `act`, which changes the office's calendar from `first` on, and moves the deadlines that it had given.

    Each gets an entry in its letter's journal. A deadline that is not what the calendar before says was given under
    other settings and stays as it was told; so does that of a letter that is finished, and what was due before `first`.
    The answer names the letters by their ids alone: nobody stepped them, so that Ctrl+Z means none of them.
    """
    before = calendar_of(unit)
    act()
    moved = _move(office, unit, before, first)
    topics = {Topic.HOLIDAYS, Topic.MANY_LETTERS} if moved else {Topic.HOLIDAYS}
    return Changes(letter_ids=moved, topics=frozenset(topics))


def _move(office: Office, unit: UnitOfWork, before: WorkCalendar, first: date) -> tuple[int, ...]:
    now, after, profile = moment(office, unit), calendar_of(unit), unit.profiles.read()
    start = datetime.combine(first, time.min, after.zone)
    moved: list[int] = []
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
        moved.append(letter.id)
    return tuple(moved)


def _text(due: datetime | None) -> str:
    return due.isoformat() if due is not None else ""
