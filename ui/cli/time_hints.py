"""What is to be known of a day or an hour that was accepted all the same: told beside the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from correspondence.open_hours import closed_at
from correspondence.services.calendar import calendar_of
from correspondence.services.due_days import worked_instead
from ui import formats
from ui.cli.answers import Answer, Desk
from ui.texts import _
from ui.week_words import closed_words, not_worked_words, weekday_word


def due_hinted(desk: Desk, answer: Answer, due: date | None) -> Answer:
    """Tells of a day by which an answer is asked and on which nobody works."""
    if due is None:
        return answer
    with desk.office.open_reading() as unit:
        following = worked_instead(calendar_of(unit), due)
    if following is None:
        return answer
    day = _("{weekday}, {day}").format(weekday=weekday_word(due.weekday()), day=formats.day(due))
    told = _("Batas waktu {day} {why}.").format(day=day, why=not_worked_words(following))
    return replace(answer, notes=(*answer.notes, told))


def promise_hinted(desk: Desk, answer: Answer, promised_for: datetime | None) -> Answer:
    """Tells of a promise that nobody in the office can keep at its hour; it stands all the same."""
    if promised_for is None:
        return answer
    with desk.office.open_reading() as unit:
        calendar = calendar_of(unit)
    closed = closed_at(calendar, promised_for)
    if closed is None:
        return answer
    told = _("Waktu yang dijanjikan {closed}.").format(closed=closed_words(closed, calendar.zone))
    return replace(answer, notes=(*answer.notes, told))
