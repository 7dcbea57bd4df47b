"""The hours of a working week: spans of a day, how they are typed and how many minutes they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import lru_cache

from correspondence.errors import Refused

Span = tuple[time, time]
"""From opening to closing, whole minutes of the office's clock."""

DayHours = tuple[Span, ...]
"""The spans of one day in order; a break at noon is the gap between two. () is a day without work."""

WeekHours = tuple[DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]
"""Monday … Sunday."""

NO_HOURS: DayHours = ()
_DAY: DayHours = ((time(7, 30), time(16, 0)),)
FIVE_DAYS: WeekHours = (_DAY, _DAY, _DAY, _DAY, _DAY, NO_HOURS, NO_HOURS)
"""The proposal of a new office: 07.30-16.00 from Monday to Friday."""

WEEKDAY_CODES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SPAN = re.compile(r"([0-9]{1,2})[.:]([0-9]{2}) ?[-–] ?([0-9]{1,2})[.:]([0-9]{2})")


@lru_cache(maxsize=64)  # every registration reads the office's week, which nobody changes for years
def read_day_hours(typed: str, *, field: str | None = "hours") -> DayHours:
    """`07.30-12.00, 12.30-16.00` → two spans; `` and `-` → none.

    Refuses `hours_unreadable`, and `hours_out_of_order` when a span ends before it begins or before the last one did.
    """
    text = " ".join(typed.split())
    if text in {"", "-"}:
        return NO_HOURS
    spans = []
    reached = time.min
    for piece in text.split(","):
        match = _SPAN.fullmatch(piece.strip())
        if match is None:
            raise Refused("hours_unreadable", field, {"typed": typed})
        hour, minute, last_hour, last_minute = (int(group) for group in match.groups())
        if max(hour, last_hour) > 23 or max(minute, last_minute) > 59:
            raise Refused("hours_unreadable", field, {"typed": typed})
        begins, ends = time(hour, minute), time(last_hour, last_minute)
        if begins < reached or ends <= begins:
            raise Refused("hours_out_of_order", field, {"typed": typed})
        spans.append((begins, ends))
        reached = ends
    return tuple(spans)


def day_hours_text(spans: DayHours) -> str:
    """What `read_day_hours` reads back: `07.30-12.00, 12.30-16.00`; "" for a day without work."""
    return ", ".join(f"{begins:%H.%M}-{ends:%H.%M}" for begins, ends in spans)


def read_week_hours(typed: Mapping[str, str]) -> WeekHours:
    """`monday` … `sunday` → hours as typed; a day that is not named has none. Refusals name the day as field."""
    first, *others = (read_day_hours(typed.get(code, ""), field=code) for code in WEEKDAY_CODES)
    tuesday, wednesday, thursday, friday, saturday, sunday = others
    return first, tuesday, wednesday, thursday, friday, saturday, sunday


@lru_cache(maxsize=64)
def minutes_of(spans: DayHours) -> int:
    """The minutes of a whole day."""
    return sum(_minute(ends) - _minute(begins) for begins, ends in spans)


def minutes_until(spans: DayHours, clock: time) -> int:
    """The minutes of a day worked before `clock`."""
    now = _minute(clock)
    return sum(max(0, min(now, _minute(ends)) - _minute(begins)) for begins, ends in spans)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
