"""The list of signatures to take along: what waits, from the office, as the paper's lines.

Imported only when the list is asked for: the PDF library takes longer to load than the rest.
"""

from __future__ import annotations

from datetime import datetime

from correspondence.boards import BoardFilter, SignatureWait
from correspondence.hours import minutes_of
from correspondence.office import Office
from correspondence.people import Capacity
from correspondence.services import boards
from correspondence.services.calendar import calendar_of
from correspondence.workdays import WorkCalendar
from ui import formats
from ui.paper.signature_round import RoundLine, RoundPerson, write_round
from ui.words import position_word, task_word

_AT_ONCE = 200
MOST_LINES = 1000
"""Nobody walks into a room with more; the board itself shows them all."""


def signature_round(
    office: Office, *, officer_id: int | None = None, unit_id: int | None = None, kind_id: int | None = None
) -> bytes:
    """The PDF of what waits for one officer (None: for everybody), narrowed to a unit and a kind of letter."""
    asked = BoardFilter(unit_id=unit_id, kind_id=kind_id)
    people = [
        each
        for each in boards.signature_board(office, asked=asked).people
        if officer_id is None or each.officer_id == officer_id
    ]
    with office.open_reading() as unit:
        calendar, name = calendar_of(unit), unit.profiles.read().name
    left, printed = MOST_LINES, []
    for each in people:
        waits = _lines(office, each.officer_id, asked, left)
        left -= len(waits)
        if waits:
            who = position_word(each.position, each.capacity) or each.name
            lines = tuple(_line(wait, calendar) for wait in waits)
            printed.append(RoundPerson(who, each.name if who != each.name else "", lines))
    return write_round(name, _at(office.clock.now(), calendar), printed)


def _lines(office: Office, officer_id: int, asked: BoardFilter, most: int) -> list[SignatureWait]:
    found: list[SignatureWait] = []
    while len(found) < most:
        limit = min(_AT_ONCE, most - len(found))
        after = found[-1] if found else None
        some = boards.signature_lines(office, officer_id=officer_id, asked=asked, after=after, limit=limit)
        found += some
        if len(some) < limit:
            break
    return found


def _line(wait: SignatureWait, calendar: WorkCalendar) -> RoundLine:
    step, letter = wait.step, wait.letter
    day = minutes_of(calendar.hours[0]) or formats.USUAL_DAY
    acting = step.capacity is not Capacity.DEFINITIVE
    capacity = f"selaku {position_word(step.position, step.capacity)}" if acting else ""
    told = (str(letter.ref), task_word(step.task), capacity, letter.kind, letter.unit, letter.correspondent)
    return RoundLine(
        subject=letter.subject,
        told=" · ".join(each for each in told if each),
        since=f"sejak {_at(step.requested_at, calendar)}" if step.requested_at else "",
        waited=formats.duration(wait.waiting_minutes, day),
        promised=_at(step.promised_for, calendar) if step.promised_for else "–",
        late="lewat janji" if wait.late else "",
    )


def _at(instant: datetime, calendar: WorkCalendar) -> str:
    return formats.instant(instant, calendar.zone)
