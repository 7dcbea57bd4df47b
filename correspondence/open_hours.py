"""Whether the office works at an instant, and if not, why and until when: for a promise that nobody could keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from correspondence.errors import Refused
from correspondence.workdays import DayReason, WorkCalendar


@dataclass(frozen=True, slots=True)
class Closed:
    """`name` is that of the day off, `opens` the next opening in the office's zone; None when there is none for years."""

    reason: DayReason
    name: str
    opens: datetime | None


def closed_at(calendar: WorkCalendar, instant: datetime) -> Closed | None:
    """Why the office is closed at an aware instant; None while it works, its closing minute included.

    What is promised for four o'clock can be given at four o'clock.
    """
    local = instant.astimezone(calendar.zone)
    day, clock = local.date(), local.time().replace(second=0, microsecond=0)
    spans = calendar.spans_on(day)
    if any(begins <= clock <= ends for begins, ends in spans):
        return None
    later = [begins for begins, _ends in spans if begins > clock]
    if later:
        reason = DayReason.BEFORE_HOURS if len(later) == len(spans) else DayReason.BREAK
        return Closed(reason, "", datetime.combine(day, later[0], tzinfo=calendar.zone))
    opens = _next_opening(calendar, day)
    if spans:
        return Closed(DayReason.AFTER_HOURS, "", opens)
    off = calendar.days_off.get(day)
    if off is not None:
        return Closed(DayReason(off.kind.value), off.name, opens)
    return Closed(DayReason.WEEKEND, "", opens)


def _next_opening(calendar: WorkCalendar, day: date) -> datetime | None:
    try:
        return calendar.open_of(calendar.add_workdays(day, 1))
    except Refused:
        return None  # an office that has not entered its hours
