"""How numbers, dates, instants and working time are written for people, in the language spoken now."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from correspondence import dates
from correspondence.hours import FIVE_DAYS, minutes_of
from correspondence.workdays import ZONES
from ui.numerals import number
from ui.texts import _, language, n_

USUAL_DAY = minutes_of(FIVE_DAYS[0])
"""Minutes of a working day where the office's own hours are not at hand."""

_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SIZES = ("B", "KB", "MB", "GB")


def day(value: date | None) -> str:
    """`7 September 2026`; "" for none."""
    if value is None:
        return ""
    if language() == "en":
        return f"{value.day} {_ENGLISH_MONTHS[value.month - 1]} {value.year}"
    return dates.format_date(value)


def short_day(value: date | None) -> str:
    """`07-09-2026`, for columns: day, month, year, sorted by eye; "" for none."""
    return "" if value is None else f"{value.day:02}-{value.month:02}-{value.year:04}"


def month(value: dates.Month) -> str:
    """`Oktober 2026`."""
    return f"{_ENGLISH_MONTHS[value.month - 1]} {value.year}" if language() == "en" else value.label


def instant(value: datetime | None, zone: ZoneInfo) -> str:
    """`07-09-2026 14.05 WIB` on the office's clock; "" for none."""
    if value is None:
        return ""
    local = value.astimezone(zone)
    mark = ":" if language() == "en" else "."
    return f"{short_day(local.date())} {local:%H}{mark}{local:%M} {ZONES.get(zone.key, zone.key)}"


def clock(value: datetime, zone: ZoneInfo) -> str:
    """`14.05`."""
    local = value.astimezone(zone)
    return f"{local:%H:%M}" if language() == "en" else f"{local:%H.%M}"


def hours(minutes: float | None) -> str:
    """Working minutes as `3,5 jam kerja`; whole hours without a decimal. None → `–`."""
    return "–" if minutes is None else working_hours(minutes / 60)


def working_hours(value: float | None) -> str:
    """Working hours as `3,5 jam kerja`. None → `–`."""
    if value is None:
        return "–"
    rounded = round(value, 1)
    written = number(rounded, 0 if rounded == int(rounded) else 1)
    return n_("{hours} jam kerja", 1 if rounded == 1 else 2).format(hours=written)


def duration(minutes: int | None, day_minutes: int = USUAL_DAY) -> str:
    """Working minutes as `40 menit kerja`, `3 jam kerja`, `2 hari 1 jam kerja`, `5 hari kerja`. None → `–`.

    A day is `day_minutes` long; below an hour minutes are told, above it they are cut off.
    """
    if minutes is None:
        return "–"
    if minutes < 60:
        return n_("{minutes} menit kerja", minutes).format(minutes=minutes)
    days, rest = divmod(minutes, max(day_minutes, 60))
    left = rest // 60
    if days == 0:
        return n_("{hours} jam kerja", left).format(hours=left)
    if left == 0:
        return n_("{days} hari kerja", days).format(days=number(days))
    return _("{days} hari {hours} jam kerja").format(days=number(days), hours=left)


def size(octets: int) -> str:
    """`1,4 MB`, `25 MB`: of 1024, as Windows counts them."""
    value = float(octets)
    for unit in _SIZES:
        if value < 1000 or unit == _SIZES[-1]:
            whole = unit == "B" or value >= 100 or round(value, 1).is_integer()
            return f"{number(value, 0 if whole else 1)} {unit}"
        value /= 1024
    raise AssertionError  # the last unit always answers
