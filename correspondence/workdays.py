"""The office's working time: weekly hours, days off, dated exceptions such as Ramadan; deadlines and durations.

Working time is counted on the office's own clock, in whole minutes. Everything rests on one sum, the working minutes
before an instant: a duration is a difference of two sums, so durations add up and years cost no more than days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import accumulate
from zoneinfo import ZoneInfo

from correspondence.errors import Refused
from correspondence.hours import FIVE_DAYS, NO_HOURS, DayHours, WeekHours, minutes_of, minutes_until

ZONES: Mapping[str, str] = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""The zones of Indonesia and what people call them."""

_LONGEST_SEARCH = 3660  # days: an office closed for ten years in a row has no calendar


class DayOffKind(StrEnum):
    """Libur nasional, cuti bersama, and what a region or the office itself adds."""

    HOLIDAY = "holiday"
    COLLECTIVE_LEAVE = "collective_leave"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class DayOff:
    name: str
    kind: DayOffKind = DayOffKind.HOLIDAY


@dataclass(frozen=True, slots=True)
class DatedHours:
    """Other hours from `first` to `last`, both included: Ramadan, a Saturday worked instead. `name` says why."""

    first: date
    last: date
    hours: WeekHours
    name: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused("dates_backwards", "last", {"first": self.first, "last": self.last})


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """Either `hours` by the clock after receipt, or the end of the nth working day after the day of receipt."""

    hours: int | None = None
    workdays: int | None = None

    def __post_init__(self) -> None:
        given = [amount for amount in (self.hours, self.workdays) if amount is not None]
        if len(given) != 1 or not 1 <= given[0] <= 9999:
            raise Refused(
                "deadline_rule_invalid", "deadline", {"hours": self.hours, "workdays": self.workdays}
            )


class DayReason(StrEnum):
    """Why a day counted as it did."""

    WHOLE = "whole_day"
    PART = "part_of_day"
    BEFORE_HOURS = "before_hours"  # it ended before the office opened
    AFTER_HOURS = "after_hours"  # it began after the office had closed
    BREAK = "break"
    WEEKEND = "weekend"  # no hours on this day of the week
    HOLIDAY = "holiday"
    COLLECTIVE_LEAVE = "collective_leave"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class DayReckoning:
    """One local day of a duration; `name` is that of the day off or of the dated hours in force."""

    date: date
    minutes: int
    reason: DayReason
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days from ordinal `first` under the same weekly hours; `before` is the sum of all days ahead of it."""

    first: int
    before: int
    hours: WeekHours
    name: str
    sums: tuple[int, ...]  # minutes of the week before Monday, Tuesday … Sunday, and of the whole of it

    def minutes_before(self, ordinal: int) -> int:
        """As if no day were off."""
        return self.before + self._since_ever(ordinal) - self._since_ever(self.first)

    def _since_ever(self, ordinal: int) -> int:
        weeks, weekday = divmod(ordinal - 1, 7)  # day 1 of the calendar was a Monday
        return weeks * self.sums[7] + self.sums[weekday]


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """When the office works. The default, Monday to Friday 07.30-16.00, is a proposal: every office sets its own.

    A day off wins over dated hours, later dated hours over earlier ones. Instants given must be aware.
    """

    hours: WeekHours = FIVE_DAYS
    days_off: Mapping[date, DayOff] = field(default_factory=dict)
    overrides: tuple[DatedHours, ...] = ()
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Jakarta"))
    _stretches: tuple[_Stretch, ...] = field(init=False, repr=False)
    _off: tuple[int, ...] = field(init=False, repr=False)
    _off_sums: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # A frozen class is filled this way; what is reckoned here once makes every duration cheap.
        object.__setattr__(self, "days_off", dict(self.days_off))
        object.__setattr__(self, "_stretches", _stretches(self.hours, self.overrides))
        off = sorted(self.days_off)
        lost = (minutes_of(self._planned(day)) for day in off)
        object.__setattr__(self, "_off", tuple(day.toordinal() for day in off))
        object.__setattr__(self, "_off_sums", tuple(accumulate(lost, initial=0)))

    def is_workday(self, day: date) -> bool:
        return bool(self.spans_on(day))

    def spans_on(self, day: date) -> DayHours:
        """The hours worked on `day`, by the office's clock; () when none."""
        return NO_HOURS if day in self.days_off else self._planned(day)

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`th working day after `day` (before it, when negative); `day` itself for 0.

        Refuses `no_workdays` when ten years in a row have none.
        """
        step = timedelta(days=1 if count > 0 else -1)
        left, idle = abs(count), 0
        while left:
            day += step
            idle = 0 if self.is_workday(day) else idle + 1
            left -= idle == 0
            if idle > _LONGEST_SEARCH:
                raise Refused("no_workdays", "hours")
        return day

    def open_of(self, day: date) -> datetime:
        """The instant work begins on `day`, in the office's zone. Refuses `not_a_workday`."""
        return datetime.combine(day, self._worked(day)[0][0], tzinfo=self.zone)

    def close_of(self, day: date) -> datetime:
        """The instant work ends on `day`, in the office's zone. Refuses `not_a_workday`."""
        return datetime.combine(day, self._worked(day)[-1][1], tzinfo=self.zone)

    def deadline(self, rule: DeadlineRule, received: datetime) -> datetime:
        """When an answer is due, in the office's zone. The day of receipt is never one of the working days."""
        local = self._local(received)
        if rule.workdays is not None:
            return self.close_of(self.add_workdays(local.date(), rule.workdays))
        return (received.astimezone(UTC) + timedelta(hours=rule.hours or 0)).astimezone(self.zone)

    def working_minutes(self, start: datetime, end: datetime) -> int:
        """Whole working minutes from `start` to `end`; seconds are cut off both. 0 when `end` is not later."""
        return max(0, self._minutes_until(self._local(end)) - self._minutes_until(self._local(start)))

    def reckoning(self, start: datetime, end: datetime) -> tuple[DayReckoning, ...]:
        """`working_minutes` day by day, each with its reason; the minutes sum to it. () when `end` is not later."""
        first, last = self._local(start), self._local(end)
        if last <= first:
            return ()
        # An end at midnight belongs to the day before it.
        days = ((last - timedelta(minutes=1)).date() - first.date()).days + 1
        return tuple(self._reckon(first.date() + timedelta(days=each), first, last) for each in range(days))

    def _reckon(self, day: date, start: datetime, end: datetime) -> DayReckoning:
        if day in self.days_off:
            off = self.days_off[day]
            return DayReckoning(day, 0, DayReason(off.kind.value), off.name)
        spans, name = self._planned(day), self._stretch(day.toordinal()).name
        if not spans:
            return DayReckoning(day, 0, DayReason.WEEKEND, name)
        begins = start.time() if day == start.date() else time.min
        until = minutes_until(spans, end.time()) if day == end.date() else minutes_of(spans)
        minutes = until - minutes_until(spans, begins)
        if minutes:
            reason = DayReason.WHOLE if minutes == minutes_of(spans) else DayReason.PART
        elif begins >= spans[-1][1]:
            reason = DayReason.AFTER_HOURS
        else:
            reason = DayReason.BREAK if until else DayReason.BEFORE_HOURS
        return DayReckoning(day, minutes, reason, name)

    def _minutes_until(self, local: datetime) -> int:
        """All working minutes before an instant, from the beginning of the calendar."""
        day = local.date()
        ordinal = day.toordinal()
        lost = self._off_sums[bisect_right(self._off, ordinal - 1)]
        today = minutes_until(self.spans_on(day), local.time())
        return self._stretch(ordinal).minutes_before(ordinal) - lost + today

    def _stretch(self, ordinal: int) -> _Stretch:
        return self._stretches[bisect_right(self._stretches, ordinal, key=lambda each: each.first) - 1]

    def _planned(self, day: date) -> DayHours:
        return self._stretch(day.toordinal()).hours[day.weekday()]

    def _worked(self, day: date) -> DayHours:
        spans = self.spans_on(day)
        if not spans:
            raise Refused("not_a_workday", None, {"date": day})
        return spans

    def _local(self, instant: datetime) -> datetime:
        if instant.tzinfo is None:
            raise ValueError("instants must be aware")
        return instant.astimezone(self.zone).replace(second=0, microsecond=0, tzinfo=None)


def _stretches(hours: WeekHours, overrides: tuple[DatedHours, ...]) -> tuple[_Stretch, ...]:
    """The calendar cut where other weekly hours begin or end, with running sums."""
    cuts = (
        {1}
        | {each.first.toordinal() for each in overrides}
        | {each.last.toordinal() + 1 for each in overrides}
    )
    stretches: list[_Stretch] = []
    for cut in sorted(cuts):
        inside = [each for each in overrides if each.first.toordinal() <= cut <= each.last.toordinal()]
        weekly, name = (inside[-1].hours, inside[-1].name) if inside else (hours, "")
        sums = tuple(accumulate((minutes_of(spans) for spans in weekly), initial=0))
        before = stretches[-1].minutes_before(cut) if stretches else 0
        stretches.append(_Stretch(cut, before, weekly, name, sums))
    return tuple(stretches)
