"""Whether the office works at an instant, and if not, why and until when."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from correspondence.hours import NO_HOURS, read_week_hours
from correspondence.open_hours import closed_at
from correspondence.workdays import DatedHours, DayOff, DayOffKind, DayReason, WorkCalendar

JAKARTA = ZoneInfo("Asia/Jakarta")
WEEK = read_week_hours(
    dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "07.30-12.00, 13.00-16.00")
)
CALENDAR = WorkCalendar(
    hours=WEEK,
    days_off={
        date(2026, 12, 25): DayOff("Hari Raya Natal"),
        date(2026, 12, 24): DayOff("Cuti bersama Natal", DayOffKind.COLLECTIVE_LEAVE),
    },
    overrides=(
        DatedHours(date(2026, 12, 19), date(2026, 12, 19), read_week_hours({"saturday": "08.00-11.00"})),
    ),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=JAKARTA)


@pytest.mark.parametrize("instant", [at(21, 7, 30), at(21, 12), at(21, 14), at(21, 16), at(19, 11)])
def test_open_to_the_minute_of_closing(instant: datetime) -> None:
    assert closed_at(CALENDAR, instant) is None


@pytest.mark.parametrize(
    ("instant", "reason", "name", "opens"),
    [
        (at(21, 7, 29), DayReason.BEFORE_HOURS, "", at(21, 7, 30)),
        (at(21, 12, 30), DayReason.BREAK, "", at(21, 13)),
        (at(21, 16, 1), DayReason.AFTER_HOURS, "", at(22, 7, 30)),
        (at(19, 12), DayReason.AFTER_HOURS, "", at(21, 7, 30)),
        (at(20, 10), DayReason.WEEKEND, "", at(21, 7, 30)),
        (at(24, 10), DayReason.COLLECTIVE_LEAVE, "Cuti bersama Natal", at(28, 7, 30)),
        (at(25, 10), DayReason.HOLIDAY, "Hari Raya Natal", at(28, 7, 30)),
    ],
)
def test_closed_with_its_reason_and_the_next_opening(
    instant: datetime, reason: DayReason, name: str, opens: datetime
) -> None:
    closed = closed_at(CALENDAR, instant)
    assert closed is not None
    assert (closed.reason, closed.name, closed.opens) == (reason, name, opens)


def test_an_office_without_hours_never_opens() -> None:
    closed = closed_at(WorkCalendar(hours=(NO_HOURS,) * 7), at(21, 10))
    assert closed is not None
    assert (closed.reason, closed.opens) == (DayReason.WEEKEND, None)
