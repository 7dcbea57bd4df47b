"""Words of working time and of promised times; a week of hours as `Sen–Kam 08.00-15.00 · Jum 08.00-15.30`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from correspondence.hours import WeekHours, day_hours_text
from correspondence.open_hours import Closed
from correspondence.workdays import DayReason
from ui import formats
from ui.texts import _, mark

DONE_TO_HOURS: Mapping[str, str] = {
    "hours_set": mark("Jam kerja khusus ditetapkan"),
    "hours_removed": mark("Jam kerja khusus dihapus"),
    "deadline_moved": mark("Tenggat mengikuti jam kerja yang diubah"),
}
"""What the journal says of the office's hours."""

PROMISE_FIELDS: Mapping[str, str] = {
    "promised_for": mark("Waktu yang dijanjikan"),
    "promises_broken": mark("Janji yang sudah terlewat"),
}
"""What the journal says of promises."""

_WEEKDAYS = (
    *(mark("Senin"), mark("Selasa"), mark("Rabu"), mark("Kamis"), mark("Jumat")),
    *(mark("Sabtu"), mark("Minggu")),
)
_SHORT = 3


def weekday_word(number: int) -> str:
    """0 → `Senin` … 6 → `Minggu`, as `date.weekday()` counts."""
    return _(_WEEKDAYS[number])


def week_line(hours: WeekHours) -> str:
    """Days of the same hours beside each other are told together; days without work are left out."""
    told = []
    for typed, days in groupby(enumerate(hours), key=lambda each: day_hours_text(each[1])):
        numbers = [number for number, _spans in days]
        if typed:
            first, last = (weekday_word(number)[:_SHORT] for number in (numbers[0], numbers[-1]))
            told.append(f"{first} {typed}" if first == last else f"{first}–{last} {typed}")
    return " · ".join(told)


_REASONS: Mapping[DayReason, str] = {
    DayReason.WHOLE: mark("hari kerja penuh"),
    DayReason.PART: mark("sebagian hari kerja"),
    DayReason.BEFORE_HOURS: mark("sebelum jam kerja mulai"),
    DayReason.AFTER_HOURS: mark("sesudah jam kerja selesai"),
    DayReason.BREAK: mark("di dalam jam istirahat"),
    DayReason.WEEKEND: mark("bukan hari kerja"),
    DayReason.HOLIDAY: mark("hari libur"),
    DayReason.COLLECTIVE_LEAVE: mark("cuti bersama"),
    DayReason.LOCAL: mark("libur daerah atau kantor"),
}


def reason_words(reason: DayReason, name: str) -> str:
    """`hari libur: Hari Raya Natal`; of a worked day under other hours `hari kerja penuh: Ramadan`."""
    word = _(_REASONS[reason])
    return f"{word}: {name}" if name else word


def counted_words(minutes: int) -> str:
    """What a day of a reckoning counted: `8,5 jam kerja`, `40 menit kerja`, `–`. Not cut to hours: the days are a sum."""
    if not minutes:
        return "–"
    return formats.duration(minutes) if minutes < 60 else formats.hours(minutes)


def not_worked_words(following: date) -> str:
    """`bukan hari kerja; hari kerja berikutnya Senin, 30 November 2026`: of a day by which an answer is asked."""
    day = _("{weekday}, {day}").format(weekday=weekday_word(following.weekday()), day=formats.day(following))
    return _("bukan hari kerja; hari kerja berikutnya {day}").format(day=day)


def closed_words(closed: Closed, zone: ZoneInfo) -> str:
    """`di luar jam kerja (hari libur: Hari Raya Natal); kantor buka lagi Senin, 28 Desember 2026 pukul 07.30`."""
    said = _("di luar jam kerja ({why})").format(why=reason_words(closed.reason, closed.name))
    if closed.opens is None:
        return said
    day = closed.opens.date()
    when = _("{weekday}, {day} pukul {clock}").format(
        weekday=weekday_word(day.weekday()), day=formats.day(day), clock=formats.clock(closed.opens, zone)
    )
    return _("{said}; kantor buka lagi {when}").format(said=said, when=when)
