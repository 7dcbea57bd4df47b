"""Working time over 2024-2027 with Indonesia's holidays and collective leave, against a walk through every minute."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

import holidays
import pytest

from correspondence.hours import FIVE_DAYS, WeekHours, read_week_hours
from correspondence.workdays import DatedHours, DayOff, DayOffKind, DayReason, WorkCalendar

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")
SIX_DAYS = read_week_hours(
    {
        **dict.fromkeys(WEEK[:4], "07.30-12.00, 12.30-15.00"),
        "friday": "07.00-11.30",
        "saturday": "07.30-13.00",
    }
)
SHORT = read_week_hours({**dict.fromkeys(WEEK[:4], "08.00-12.00, 12.30-15.00"), "friday": "08.00-15.30"})
RAMADAN = tuple(
    DatedHours(date.fromisoformat(first), date.fromisoformat(last), SHORT, "Ramadan")
    for first, last in (
        ("2024-03-12", "2024-04-09"),
        ("2025-03-01", "2025-03-30"),
        ("2026-02-18", "2026-03-19"),
        ("2027-02-08", "2027-03-09"),
    )
)
ZONES = {"Asia/Jakarta": FIVE_DAYS, "Asia/Makassar": SIX_DAYS, "Asia/Jayapura": FIVE_DAYS}


def days_off() -> Mapping[date, DayOff]:
    found: dict[date, DayOff] = {}
    for category, kind in (("government", DayOffKind.COLLECTIVE_LEAVE), ("public", DayOffKind.HOLIDAY)):
        listed = holidays.country_holidays("ID", years=range(2024, 2028), categories=(category,))
        found |= {day: DayOff(name, kind) for day, name in listed.items()}
    return found


def every_minute(hours: WeekHours, off: Mapping[date, DayOff]) -> list[int]:
    """Worked minutes before each minute of the four years, by asking the raw settings about every single one."""
    worked: list[bool] = []
    day = FIRST
    while day <= LAST:
        week = next((each.hours for each in RAMADAN if each.first <= day <= each.last), hours)
        spans = () if day in off else week[day.weekday()]
        inside = [(a.hour * 60 + a.minute, b.hour * 60 + b.minute) for a, b in spans]
        worked += [any(begins <= minute < ends for begins, ends in inside) for minute in range(1440)]
        day += timedelta(days=1)
    return list(accumulate(worked, initial=0))


@pytest.mark.parametrize("zone", ZONES)
def test_four_years_of_working_time(zone: str) -> None:
    hours, off, place = ZONES[zone], days_off(), ZoneInfo(zone)
    assert sum(each.kind is DayOffKind.COLLECTIVE_LEAVE for each in off.values()) >= 15
    calendar = WorkCalendar(hours, off, RAMADAN, place)
    before = every_minute(hours, off)
    midnight = datetime.combine(FIRST, time.min, place)
    dice = random.Random(zone)
    for _ in range(2000):
        length = dice.choice((60, 1440, 14 * 1440, len(before) - 1))
        start = dice.randrange(len(before) - 1)
        end = min(len(before) - 1, start + dice.randint(0, length))
        begins, ends = (
            (midnight + timedelta(minutes=each, seconds=dice.randint(0, 59))).astimezone(UTC)
            for each in (start, end)
        )
        assert calendar.working_minutes(begins, ends) == before[end] - before[start]


def test_every_day_off_says_its_name_in_the_reckoning() -> None:
    off = days_off()
    calendar = WorkCalendar(FIVE_DAYS, off, RAMADAN, ZoneInfo("Asia/Jakarta"))
    midnight = datetime.combine(FIRST, time.min, calendar.zone)
    days = calendar.reckoning(midnight, midnight + timedelta(days=(LAST - FIRST).days + 1))
    assert [each.date for each in days] == [FIRST + timedelta(days=each) for each in range(len(days))]
    for each in days:
        if each.date in off:
            assert (each.minutes, each.name, each.reason) == (
                0,
                off[each.date].name,
                DayReason(off[each.date].kind.value),
            )
        elif each.date.weekday() >= 5:
            assert (each.minutes, each.reason) == (0, DayReason.WEEKEND)
        else:
            assert each.reason is DayReason.WHOLE
            assert each.name == ("Ramadan" if any(r.first <= each.date <= r.last for r in RAMADAN) else "")
