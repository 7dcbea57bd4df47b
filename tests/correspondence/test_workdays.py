"""Working time against a slow reckoning that looks at every minute by itself."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.hours import FIVE_DAYS, DayHours, WeekHours, read_day_hours, read_week_hours
from correspondence.workdays import (
    ZONES,
    DatedHours,
    DayOff,
    DayOffKind,
    DayReason,
    DeadlineRule,
    WorkCalendar,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
WITH_BREAKS = read_week_hours(
    {
        **dict.fromkeys(["monday", "tuesday", "wednesday", "thursday"], "07.30-12.00, 13.00-16.00"),
        "friday": "07.30-11.30, 13.00-16.30",
        "saturday": "08.00-11.00",
    }
)
RAMADAN = DatedHours(
    date(2026, 2, 18),
    date(2026, 3, 19),
    read_week_hours(dict.fromkeys(["monday", "tuesday", "wednesday", "thursday", "friday"], "08.00-15.00")),
    "Ramadan",
)
DAYS_OFF = {
    date(2026, 3, 20): DayOff("Cuti bersama Idulfitri", DayOffKind.COLLECTIVE_LEAVE),
    date(2026, 5, 1): DayOff("Hari Buruh Internasional"),
    date(2026, 6, 1): DayOff("Hari Lahir Pancasila"),
}
OFFICE = WorkCalendar(WITH_BREAKS, DAYS_OFF, (RAMADAN,), JAKARTA)


def at(text: str, zone: ZoneInfo = JAKARTA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


# ------------------------------------------------------------------------- minute by minute


def slow_minutes(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Asks the raw settings about every minute; shares no line with the calendar."""
    minute = start.astimezone(calendar.zone).replace(second=0, microsecond=0)
    last = end.astimezone(calendar.zone).replace(second=0, microsecond=0)
    worked = 0
    while minute < last:
        hours = calendar.hours
        for override in calendar.overrides:
            if override.first <= minute.date() <= override.last:
                hours = override.hours
        open_now = any(begins <= minute.time() < ends for begins, ends in hours[minute.weekday()])
        worked += open_now and minute.date() not in calendar.days_off
        minute += timedelta(minutes=1)
    return worked


def day_hours(minutes: list[int]) -> DayHours:
    cuts = [time(*divmod(minute, 60)) for minute in sorted(minutes)]
    return tuple(zip(cuts[::2], cuts[1::2], strict=False))


DAY_HOURS = st.lists(st.integers(0, 1439), max_size=6, unique=True).map(day_hours)
WEEKS = st.tuples(*[DAY_HOURS] * 7)
NEAR = st.dates(date(2026, 1, 1), date(2026, 1, 20))


@st.composite
def dated_hours(draw: st.DrawFn) -> DatedHours:
    first = draw(NEAR)
    return DatedHours(first, first + timedelta(days=draw(st.integers(0, 9))), draw(WEEKS), "lain")


CALENDARS = st.builds(
    WorkCalendar,
    hours=WEEKS,
    days_off=st.dictionaries(
        NEAR, st.builds(DayOff, st.just("Libur"), st.sampled_from(DayOffKind)), max_size=5
    ),
    overrides=st.lists(dated_hours(), max_size=3).map(tuple),
    zone=st.sampled_from([ZoneInfo(name) for name in ZONES]),
)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 21), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bare bounds


@settings(max_examples=60, deadline=None)
@given(CALENDARS, INSTANTS, INSTANTS)
def test_working_minutes_are_those_of_the_slow_reckoning(
    calendar: WorkCalendar, one: datetime, other: datetime
) -> None:
    start, end = sorted((one, other))
    assert calendar.working_minutes(start, end) == slow_minutes(calendar, start, end)
    assert calendar.working_minutes(end, start) == 0


@given(CALENDARS, st.lists(INSTANTS, min_size=3, max_size=3))
def test_durations_add_up(calendar: WorkCalendar, instants: list[datetime]) -> None:
    start, middle, end = sorted(instants)
    parts = calendar.working_minutes(start, middle) + calendar.working_minutes(middle, end)
    assert parts == calendar.working_minutes(start, end)


@given(CALENDARS, INSTANTS, INSTANTS)
def test_the_reckoning_names_every_day_and_sums_to_the_duration(
    calendar: WorkCalendar, one: datetime, other: datetime
) -> None:
    start, end = sorted((one, other))
    days = calendar.reckoning(start, end)
    assert sum(day.minutes for day in days) == calendar.working_minutes(start, end)
    assert [day.date for day in days] == sorted({day.date for day in days})
    for day in days:
        assert (day.minutes > 0) == (day.reason in (DayReason.WHOLE, DayReason.PART))
        assert (day.date in calendar.days_off) == (day.reason in (*map(DayReason, DayOffKind),))
    if days:
        local = start.astimezone(calendar.zone).date(), end.astimezone(calendar.zone).date()
        assert days[0].date == local[0]
        assert local[1] - days[-1].date <= timedelta(days=1)


@given(CALENDARS, NEAR, st.integers(-6, 6))
def test_the_nth_working_day_has_n_working_days_on_the_way(
    calendar: WorkCalendar, day: date, count: int
) -> None:
    if not any(calendar.hours):
        return
    reached = calendar.add_workdays(day, count)
    step = 1 if count > 0 else -1
    way = [day + timedelta(days=step * each) for each in range(1, abs((reached - day).days) + 1)]
    assert sum(calendar.is_workday(each) for each in way) == abs(count)
    assert count == 0 or calendar.is_workday(reached)


# ------------------------------------------------------------------------------ by example


def test_the_proposal_of_a_new_office() -> None:
    calendar = WorkCalendar()
    assert calendar.hours == FIVE_DAYS
    assert calendar.spans_on(date(2026, 6, 5)) == ((time(7, 30), time(16, 0)),)
    assert not calendar.is_workday(date(2026, 6, 6))
    assert calendar.working_minutes(at("2026-06-05T15:00"), at("2026-06-08T08:30")) == 60 + 60


def test_seconds_are_cut_so_that_parts_add_up() -> None:
    assert WorkCalendar().working_minutes(at("2026-06-05T08:00:59"), at("2026-06-05T08:01:00")) == 1
    assert WorkCalendar().working_minutes(at("2026-06-05T08:00:01"), at("2026-06-05T08:00:59")) == 0


def test_an_instant_counts_by_the_offices_own_clock() -> None:
    received = datetime(2026, 6, 4, 23, 0, tzinfo=UTC)
    until = datetime(2026, 6, 5, 1, 0, tzinfo=UTC)
    counted = [WorkCalendar(zone=ZoneInfo(zone)).working_minutes(received, until) for zone in ZONES]
    assert counted == [30, 90, 120]


def test_ramadan_hours_and_days_off_replace_the_week() -> None:
    assert OFFICE.spans_on(date(2026, 3, 19)) == ((time(8), time(15)),)
    assert OFFICE.spans_on(date(2026, 3, 20)) == ()
    assert OFFICE.spans_on(date(2026, 2, 21)) == ()  # Saturdays too are Ramadan's
    assert OFFICE.spans_on(date(2026, 2, 14)) == ((time(8), time(11)),)


def test_later_dated_hours_win() -> None:
    saturday = read_week_hours({"saturday": "08.00-12.00"})
    worked = DatedHours(date(2026, 2, 21), date(2026, 2, 21), saturday, "Pengganti")
    calendar = WorkCalendar(WITH_BREAKS, {}, (RAMADAN, worked))
    assert calendar.spans_on(date(2026, 2, 21)) == ((time(8), time(12)),)
    assert calendar.spans_on(date(2026, 2, 23)) == ((time(8), time(15)),)


def test_a_reckoning_says_why() -> None:
    days = OFFICE.reckoning(at("2026-03-18T15:30"), at("2026-03-23T12:30"))
    assert [(day.date.day, day.minutes, day.reason, day.name) for day in days] == [
        (18, 0, DayReason.AFTER_HOURS, "Ramadan"),
        (19, 420, DayReason.WHOLE, "Ramadan"),
        (20, 0, DayReason.COLLECTIVE_LEAVE, "Cuti bersama Idulfitri"),
        (21, 180, DayReason.WHOLE, ""),
        (22, 0, DayReason.WEEKEND, ""),
        (23, 270, DayReason.PART, ""),
    ]


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("2026-06-05T05:00", "2026-06-05T07:30", DayReason.BEFORE_HOURS),
        ("2026-06-05T16:30", "2026-06-05T20:00", DayReason.AFTER_HOURS),
        ("2026-06-05T11:30", "2026-06-05T13:00", DayReason.BREAK),
        ("2026-06-05T16:30", "2026-06-06T00:00", DayReason.AFTER_HOURS),
        ("2026-06-07T08:00", "2026-06-07T12:00", DayReason.WEEKEND),
        ("2026-06-01T08:00", "2026-06-01T12:00", DayReason.HOLIDAY),
    ],
)
def test_a_day_that_did_not_count(start: str, end: str, reason: DayReason) -> None:
    (day,) = OFFICE.reckoning(at(start), at(end))
    assert (day.minutes, day.reason) == (0, reason)


def test_no_time_no_reckoning() -> None:
    assert OFFICE.reckoning(at("2026-06-05T08:00"), at("2026-06-05T08:00")) == ()
    assert OFFICE.reckoning(at("2026-06-05T08:00:01"), at("2026-06-05T08:00:59")) == ()
    assert OFFICE.reckoning(at("2026-06-06T08:00"), at("2026-06-05T08:00")) == ()


@pytest.mark.parametrize(
    ("day", "count", "reached"),
    [
        *(("2026-05-29", 1, "2026-05-30"), ("2026-05-30", 1, "2026-06-02"), ("2026-06-02", -1, "2026-05-30")),
        *(("2026-05-31", 0, "2026-05-31"), ("2026-03-19", 1, "2026-03-21")),
    ],
)
def test_working_days(day: str, count: int, reached: str) -> None:
    assert OFFICE.add_workdays(date.fromisoformat(day), count) == date.fromisoformat(reached)


@pytest.mark.parametrize(
    ("rule", "received", "due"),
    [
        (DeadlineRule(hours=24), "2026-06-05T10:15", "2026-06-06T10:15"),
        (DeadlineRule(hours=48), "2026-06-05T10:15", "2026-06-07T10:15"),
        (DeadlineRule(workdays=5), "2026-05-28T10:15", "2026-06-04T16:00"),
        (DeadlineRule(workdays=1), "2026-05-28T22:00", "2026-05-29T16:30"),
    ],
)
def test_deadlines(rule: DeadlineRule, received: str, due: str) -> None:
    assert OFFICE.deadline(rule, at(received)) == at(due)
    assert OFFICE.deadline(rule, at(received).astimezone(UTC)) == at(due)


def test_a_deadline_counts_from_the_offices_day_of_receipt() -> None:
    late_evening_utc = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)  # already 2 June in Jakarta
    due = WorkCalendar(zone=JAKARTA).deadline(DeadlineRule(workdays=1), late_evening_utc)
    assert due == at("2026-06-03T16:00")


def test_opening_and_closing_are_instants_of_the_office() -> None:
    assert OFFICE.open_of(date(2026, 6, 5)) == datetime(2026, 6, 5, 0, 30, tzinfo=UTC)
    assert OFFICE.close_of(date(2026, 6, 5)) == datetime(2026, 6, 5, 9, 30, tzinfo=UTC)
    for ask in (OFFICE.open_of, OFFICE.close_of):
        with pytest.raises(Refused) as refused:
            ask(date(2026, 6, 1))
        assert (refused.value.rule, refused.value.facts["date"]) == ("not_a_workday", date(2026, 6, 1))


def test_an_office_that_never_works_has_no_deadline() -> None:
    never: WeekHours = ((), (), (), (), (), (), ())
    with pytest.raises(Refused) as refused:
        WorkCalendar(never).add_workdays(date(2026, 6, 5), 1)
    assert refused.value.rule == "no_workdays"


@pytest.mark.parametrize(
    ("hours", "workdays"), [(None, None), (24, 5), (0, None), (None, -1), (None, 10_000)]
)
def test_a_deadline_rule_says_one_thing(hours: int | None, workdays: int | None) -> None:
    with pytest.raises(Refused) as refused:
        DeadlineRule(hours, workdays)
    assert refused.value.rule == "deadline_rule_invalid"


def test_dated_hours_do_not_run_backwards() -> None:
    with pytest.raises(Refused) as refused:
        DatedHours(date(2026, 3, 2), date(2026, 3, 1), FIVE_DAYS)
    assert refused.value.rule == "dates_backwards"


def test_an_instant_without_a_zone_is_a_defect() -> None:
    with pytest.raises(ValueError, match="aware"):
        OFFICE.working_minutes(datetime(2026, 6, 5), at("2026-06-06T08:00"))  # noqa: DTZ001 - what is tested


def test_a_calendar_keeps_its_own_copy_of_the_days_off() -> None:
    days = dict(DAYS_OFF)
    calendar = WorkCalendar(days_off=days)
    days[date(2026, 6, 5)] = DayOff("Libur mendadak")
    assert calendar.is_workday(date(2026, 6, 5))


def test_years_cost_no_more_than_a_day() -> None:
    """Counted in calls and lines, not in seconds, which another program on the machine may take."""
    calendar = WorkCalendar(
        WITH_BREAKS, {date(2000, 1, 1) + timedelta(days=17 * n): DayOff("x") for n in range(600)}
    )

    def cost(end: datetime) -> int:
        done = 0

        def count(_frame: object, _event: str, _told: object) -> object:
            nonlocal done
            done += 1
            return count

        start = at("2000-01-03T09:00")
        before = sys.gettrace()
        sys.settrace(count)
        try:
            calendar.working_minutes(start, end)
        finally:
            sys.settrace(before)
        return done

    years, day = at("2030-01-03T09:00"), at("2000-01-04T09:00")
    cost(years)  # what a calendar keeps once it was asked
    assert 0 < cost(years) <= 2 * cost(day)


# --------------------------------------------------------------------------- hours as typed


def test_hours_are_read_as_a_clerk_types_them() -> None:
    wanted = ((time(7, 30), time(12)), (time(12, 30), time(16)))
    for typed in ("07.30-12.00, 12.30-16.00", "7:30 - 12:00,12:30–16:00", " 07.30-12.00 ,  12.30-16.00 "):
        assert read_day_hours(typed) == wanted
    assert read_day_hours("") == read_day_hours("-") == ()


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        *(("7-16", "hours_unreadable"), ("07.30", "hours_unreadable"), ("07.30-24.00", "hours_unreadable")),
        *(
            ("07.60-08.00", "hours_unreadable"),
            ("pagi", "hours_unreadable"),
            ("07.30-12.00,", "hours_unreadable"),
        ),
        *(("16.00-07.30", "hours_out_of_order"), ("08.00-08.00", "hours_out_of_order")),
        ("08.00-12.00, 11.00-16.00", "hours_out_of_order"),
    ],
)
def test_hours_that_cannot_be(typed: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        read_week_hours({"tuesday": typed})
    assert (refused.value.rule, refused.value.field) == (rule, "tuesday")
