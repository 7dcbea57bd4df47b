"""Dates as clerks type them: read strictly, day-month-year, and shown back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.dates import (
    DAYS_AHEAD,
    MONTHS,
    SHORT_MONTHS,
    Month,
    format_date,
    read_date,
    read_moment,
    read_month,
)
from correspondence.errors import Refused

TODAY = date(2026, 6, 10)
NOW = datetime(2026, 6, 10, 8, 0, tzinfo=ZoneInfo("Asia/Makassar"))
SENSIBLE_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        *("5/6/26", "05-06-2026", "5.6.2026", "05/06/26", "5 / 6 / 2026", " 5/6/26 "),
        *(
            "5 Juni 2026",
            "5 juni 2026",
            "5 JUNI 2026",
            "5  Juni\u00a02026",
            "5 jun",
            "5 Jun. 26",
            "5-Jun-2026",
        ),
        *("5 June 2026", "5juni2026", "2026-06-05", "2026-6-5"),
        *(
            "Senin, 5 Juni 2026",
            "Jumat, 5 Juni 2026",
            "jum'at 5/6/26",
            "Hari Jumat, 5 Juni 2026",
            "5/6",
            "05-06",
        ),
    ],
)
def test_the_fifth_of_june_is_read_however_it_is_written(typed: str) -> None:
    assert read_date(typed, today=TODAY) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("kemarin", -1), ("hari ini", 0), ("Hari  Ini", 0), ("besok", 1), ("LUSA", 2), ("today", 0)],
)
def test_words_of_the_day(typed: str, days: int) -> None:
    assert read_date(typed, today=TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            "-",
            "Juni 2026",
            "5",
            "5 6 26",
            "5/6-26",
            "5/6/026",
            "5/6/20266",
            "Juni 5, 2026",
            "5 Jonuari 26",
        ),
        *(
            "2026/06/05",
            "5/6/26 siang",
            "5//26",
            "٥/٦/٢٠٢٦",
            "5\x00/6/26",
            "senin",
            "<b>5/6/26</b>",
            "=TODAY()",
        ),
        "9" * 10_000,
    ],
)
def test_what_is_no_date_is_refused_and_given_back(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed, today=TODAY, field="letter_date")
    assert refused.value.rule == "date_unreadable"
    assert refused.value.field == "letter_date"
    assert refused.value.facts["typed"] == typed


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        *(
            ("31/02/2026", "day"),
            ("31 Feb", "day"),
            ("29/2/2026", "day"),
            ("0/6/2026", "day"),
            ("2026-06-31", "day"),
        ),
        *(("5/13/2026", "month"), ("5/0/2026", "month"), ("6/25/26", "month")),
        *(("5/6/0026", "year"), ("5/6/1899", "year"), ("5 Juni 2100", "year")),
    ],
)
def test_a_day_no_calendar_has_names_the_part_that_is_wrong(typed: str, part: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed, today=TODAY)
    assert refused.value.rule == "date_impossible"
    assert refused.value.facts["part"] == part


@pytest.mark.parametrize(
    ("typed", "year"), [("5/6/00", 2000), ("5/6/69", 2069), ("5/6/70", 1970), ("5/6/99", 1999)]
)
def test_the_century_of_two_digits(typed: str, year: int) -> None:
    assert read_date(typed, today=TODAY).year == year


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("28 des", date(2026, 1, 5), date(2025, 12, 28)),
        ("4 jan", date(2026, 12, 20), date(2027, 1, 4)),
        ("10 jul", TODAY, date(2026, 7, 10)),
        ("11 jul", TODAY, date(2025, 7, 11)),
        ("29 feb", TODAY, date(2024, 2, 29)),
        ("29 feb", date(1901, 1, 1), date(1896, 2, 29)),
    ],
)
def test_without_a_year_the_nearest_that_is_not_far_ahead(typed: str, today: date, meant: date) -> None:
    assert read_date(typed, today=today) == meant


@given(SENSIBLE_DAYS, SENSIBLE_DAYS)
def test_every_printed_date_is_read_back(day: date, today: date) -> None:
    for typed in (format_date(day), f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat()):
        assert read_date(typed, today=today) == day


@given(SENSIBLE_DAYS, SENSIBLE_DAYS)
def test_a_short_date_lands_within_a_year_back_and_a_month_ahead(day: date, today: date) -> None:
    read = read_date(f"{day.day} {SHORT_MONTHS[day.month - 1]}", today=today)
    assert (read.day, read.month) == (day.day, day.month)
    assert read <= today + timedelta(days=DAYS_AHEAD)
    if (day.day, day.month) != (29, 2):
        assert read > today - timedelta(days=366 - DAYS_AHEAD)


@given(st.text(max_size=30) | st.from_regex(r"[0-9/. -]{1,12}( [a-z]{1,9})?( [0-9:.]{1,5})?", fullmatch=True))
def test_nothing_typed_breaks_the_readers(typed: str) -> None:
    for rule in refused_by(lambda: read_date(typed, today=TODAY)):
        assert rule.startswith("date_")
    for rule in refused_by(lambda: read_moment(typed, now=NOW)):
        assert rule.startswith(("date_", "moment_", "time_", "hour_"))
    for rule in refused_by(lambda: read_month(typed)):
        assert rule.startswith("month_")


def refused_by(read: Callable[[], object]) -> list[str]:
    """The rule that refused, or nothing; any other error goes through."""
    try:
        read()
    except Refused as refused:
        return [refused.rule]
    return []


def test_paper_prints_the_long_form() -> None:
    assert format_date(date(2026, 9, 7)) == "7 September 2026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hari ini 14.00", "2026-06-10T14:00"),
        ("2026-10-05 14:00", "2026-10-05T14:00"),
        ("2026-10-05T14:00", "2026-10-05T14:00"),
        ("5 jun 14:00", "2026-06-05T14:00"),
        ("5/6/26, 9.05", "2026-06-05T09:05"),
        ("5.6.2026 14.00", "2026-06-05T14:00"),
        ("Besok pukul 14.00 WITA", "2026-06-11T14:00"),
        ("besok jam 9", "2026-06-11T09:00"),
        ("14.30", "2026-06-10T14:30"),
        ("pkl. 8", "2026-06-10T08:00"),
        *(
            ("besok 9", "2026-06-11T09:00"),
            ("lusa 9", "2026-06-12T09:00"),
            ("hari ini 14", "2026-06-10T14:00"),
        ),
        *(
            ("senin 10", "2026-06-15T10:00"),
            ("Jumat 9.00", "2026-06-12T09:00"),
            ("jum'at, 9", "2026-06-12T09:00"),
        ),
        *(("hari selasa pukul 8", "2026-06-16T08:00"), ("rabu 23.59", "2026-06-10T23:59")),
        ("rabu 00.00", "2026-06-17T00:00"),
        ("senin 5/6/26 10.00", "2026-06-05T10:00"),
    ],
)
def test_promised_times(typed: str, meant: str) -> None:
    assert read_moment(typed, now=NOW) == datetime.fromisoformat(meant).replace(tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        *(("besok", "hour_missing"), ("", "moment_unreadable"), ("nanti siang", "moment_unreadable")),
        *(
            ("5/6/26", "hour_missing"),
            ("hari ini", "hour_missing"),
            ("5 jun 9", "moment_unreadable"),
            ("senin", "hour_missing"),
        ),
        ("besok 14.00 WIB", "moment_unreadable"),
        *(("besok 24.00", "time_impossible"), ("hari ini 14.60", "time_impossible")),
        *(("31 feb 14.00", "date_impossible"), ("nanti 14.00", "date_unreadable")),
    ],
)
def test_a_promise_that_names_no_time_is_refused(typed: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(typed, now=NOW, field="promised_for")
    assert (refused.value.rule, refused.value.field) == (rule, "promised_for")


def test_now_without_a_zone_is_a_defect() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_moment("14.00", now=datetime(2026, 6, 10))  # noqa: DTZ001 - what is tested


@pytest.mark.parametrize(
    "typed", ["2026-10", "10/2026", "10-2026", "Oktober 2026", "okt 2026", "October 2026"]
)
def test_months(typed: str) -> None:
    month = read_month(typed)
    assert (month, str(month), month.label) == (Month(2026, 10), "2026-10", "Oktober 2026")
    assert (month.first, month.last) == (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        *(("2026-13", "month_impossible"), ("0/2026", "month_impossible"), ("1-1800", "month_impossible")),
        *(("2026", "month_unreadable"), ("Oktomber 2026", "month_unreadable"), ("", "month_unreadable")),
    ],
)
def test_no_month(typed: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        read_month(typed)
    assert refused.value.rule == rule


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_months_follow_each_other_without_a_hole(day: date) -> None:
    month = Month.of(day)
    assert day in month
    assert month.first <= day <= month.last
    assert month.next().previous() == month == month.previous().next()
    assert month.next().first == month.last + timedelta(days=1)
    assert month.previous() < month < month.next()
    assert month.label.split()[0] == MONTHS[day.month - 1]
    assert read_month(str(month)) == read_month(month.label) == month
