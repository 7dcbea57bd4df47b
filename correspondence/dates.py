"""Days, months and promised times as a clerk types them and as paper prints them.

Typed dates are read strictly and always day-month-year: a guessing reader turned 05-06-26 into 2126. What was
understood is shown back in full before anything is saved.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from correspondence.errors import Refused

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""A letter outside these years is a slip of the finger (`2062` passes, `20026` and `0026` do not)."""

CENTURY_TURN = 70
"""A year of two digits: 00-69 is 2000-2069, 70-99 is 1970-1999. Agenda books reach back, letters not forward."""

DAYS_AHEAD = 30
"""A date without a year may lie this far ahead; beyond that last year's letter is the likelier one."""

_DAY_WORDS = {"kemarin": -1, "hari ini": 0, "besok": 1, "lusa": 2, "yesterday": -1, "today": 0, "tomorrow": 1}
# Spellings of a month, in the order of the year: full and short, old spelling, English.
_MONTH_SPELLINGS = (
    "januari jan january",
    "februari feb pebruari peb february",
    "maret mar mrt march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu ags agt agust august aug",
    "september sep sept",
    "oktober okt october oct",
    "november nov nopember nop",
    "desember des december dec",
)
_MONTH_NUMBER = {
    name: number for number, names in enumerate(_MONTH_SPELLINGS, start=1) for name in names.split()
}
_WEEKDAY_SPELLINGS = (
    *("senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday"),
    *("jumat jum'at jum’at friday", "sabtu saturday", "minggu ahad sunday"),
)
_WEEKDAY_NUMBER = {name: number for number, names in enumerate(_WEEKDAY_SPELLINGS) for name in names.split()}
_WEEKDAY_PREFIX = re.compile(
    r"(?:hari )?(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday) ?(?:[,/] ?| )(?=[0-9])"
)
_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMERIC_DATE = re.compile(
    r"(?P<day>[0-9]{1,2}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{1,2})"
    r"(?: ?(?P=mark) ?(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_WRITTEN_DATE = re.compile(
    r"(?P<day>[0-9]{1,2}) ?[-/. ]? ?(?P<month>[a-z]+)\.?(?: ?[-/., ]? ?(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_CLOCK = re.compile(
    r"(?:(?P<day>.*?)[ ,]+|(?P<iso>[0-9-]+)t)??"
    r"(?P<word>(?:pukul|pkl\.?|jam) ?)?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?"
    r"(?: (?P<zone>wib|wita|wit))?"
)
_NUMERIC_MONTH = re.compile(
    r"(?:(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})|(?P<m>[0-9]{1,2})[-/](?P<y>[0-9]{4}))"
)
_WRITTEN_MONTH = re.compile(r"(?P<month>[a-z]+) (?P<year>[0-9]{4})")


def read_date(typed: str, *, today: date, field: str | None = None) -> date:
    """The day meant by `5/6/26`, `05-06-2026`, `5.6.2026`, `5 Juni 2026`, `5 jun`, `2026-06-05`, `kemarin` …

    Day-month-year always, any case, any spacing. A weekday before the date is dropped unchecked: it is a
    repetition, and the full date is shown back. Without a year: the one that puts the day nearest to `today`
    but not more than `DAYS_AHEAD` days ahead. Refuses `date_unreadable` and `date_impossible` (31 February,
    month 13, a year outside 1900-2099; `facts["part"]` says which part).
    """
    text = _tidy(typed)
    if text in _DAY_WORDS:
        return today + timedelta(days=_DAY_WORDS[text])
    text = _WEEKDAY_PREFIX.sub("", text, count=1)
    match = _ISO_DATE.fullmatch(text) or _NUMERIC_DATE.fullmatch(text) or _WRITTEN_DATE.fullmatch(text)
    if match is None:
        raise Refused("date_unreadable", field, {"typed": typed})
    month = _MONTH_NUMBER.get(match["month"], 0) if match["month"].isalpha() else int(match["month"])
    if match["month"].isalpha() and month == 0:
        raise Refused("date_unreadable", field, {"typed": typed})
    day = int(match["day"])
    wrong = _wrong_part(match["year"], month, day)
    if wrong is not None:
        raise Refused("date_impossible", field, {"typed": typed, "part": wrong})
    if match["year"] is None:
        return _nearest(month, day, today)
    return date(_full_year(match["year"]), month, day)


def read_moment(typed: str, *, now: datetime, field: str | None = None) -> datetime:
    """A promised time: `hari ini 14.00`, `2026-10-05 14:00`, `5 jun 14:00`, `besok jam 9`, `14.00` (today), `senin 10`.

    A weekday is the next one whose hour is still ahead. After a day said in words a bare number is the hour; after a
    date it is not (`5 jun 14` may as well be a year).

    `now` is aware and in the office's zone; the answer is in the same zone. A zone word (WIB, WITA, WIT) must be
    the office's own. Refuses `moment_unreadable`, `hour_missing` (a day alone), `time_impossible`, and what `read_date` refuses.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    match = _CLOCK.fullmatch(_tidy(typed))
    if match is None or not (match["minute"] or match["word"] or _in_words(match["day"])):
        rule = "hour_missing" if _is_day(typed, now.date()) else "moment_unreadable"
        raise Refused(rule, field, {"typed": typed})
    if match["zone"] and match["zone"] != (now.tzname() or "").casefold():
        raise Refused("moment_unreadable", field, {"typed": typed, "zone": now.tzname()})
    day_text = match["day"] or match["iso"]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    weekday = _WEEKDAY_NUMBER.get((day_text or "").removeprefix("hari "))
    day = now.date()
    if day_text and weekday is None:
        day = read_date(day_text, today=day, field=field)
    if hour > 23 or minute > 59:
        raise Refused("time_impossible", field, {"typed": typed})
    if weekday is not None:
        day = _next_weekday(weekday, time(hour, minute), now)
    return datetime.combine(day, time(hour, minute), tzinfo=now.tzinfo)


def _in_words(day: str | None) -> bool:
    return day is not None and (day in _DAY_WORDS or day.removeprefix("hari ") in _WEEKDAY_NUMBER)


def _next_weekday(weekday: int, clock: time, now: datetime) -> date:
    """Today when it is that weekday and the hour is ahead."""
    days = (weekday - now.weekday()) % 7
    if days == 0 and clock <= now.time():
        days = 7
    return now.date() + timedelta(days=days)


def _is_day(typed: str, today: date) -> bool:
    if _in_words(_tidy(typed)):
        return True
    try:
        read_date(typed, today=today)
    except Refused:
        return False
    return True


def format_date(day: date) -> str:
    """`7 September 2026`, as official letters print it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, the period of a report. Refuses `month_impossible` outside 1-12 and 1900-2099."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and FIRST_YEAR <= self.year <= LAST_YEAR):
            raise Refused("month_impossible", "month", {"year": self.year, "month": self.month})

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, _days_in(self.year, self.month))

    @property
    def label(self) -> str:
        """`Oktober 2026`."""
        return f"{MONTHS[self.month - 1]} {self.year}"

    def previous(self) -> Month:
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    def next(self) -> Month:
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def read_month(typed: str, *, field: str | None = "month") -> Month:
    """`2026-10`, `10/2026`, `Oktober 2026`. Refuses `month_unreadable`, `month_impossible`."""
    text = _tidy(typed)
    if match := _NUMERIC_MONTH.fullmatch(text):
        return Month(int(match["year"] or match["y"]), int(match["month"] or match["m"]))
    match = _WRITTEN_MONTH.fullmatch(text)
    if match is None or match["month"] not in _MONTH_NUMBER:
        raise Refused("month_unreadable", field, {"typed": typed})
    return Month(int(match["year"]), _MONTH_NUMBER[match["month"]])


def _tidy(typed: str) -> str:
    return " ".join(typed.split()).casefold()


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < CENTURY_TURN else 1900)


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _wrong_part(year_digits: str | None, month: int, day: int) -> str | None:
    """Which part cannot be: `year`, `month`, `day`. Without a year 29 February can."""
    year = 2000 if year_digits is None else _full_year(year_digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "year"
    if not 1 <= month <= 12:
        return "month"
    return None if 1 <= day <= _days_in(year, month) else "day"


def _nearest(month: int, day: int, today: date) -> date:
    """Eight years back always hold a 29 February, also around 1900."""
    latest = today + timedelta(days=DAYS_AHEAD)
    years = range(today.year - 8, latest.year + 1)
    days = [date(year, month, day) for year in years if day <= _days_in(year, month)]
    return min((d for d in days if d <= latest), key=lambda d: abs(d - today))
