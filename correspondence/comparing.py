"""A month beside the month before it and the same month of the year before: the same rows, the same reading of them.

What is compared is read from both by one function, so a difference is never one of two ways to count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from correspondence.dates import FIRST_YEAR, Month
from correspondence.throughput import Earlier, KindRow, MonthlyReport, UnitRow

Counted = MonthlyReport | Earlier


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure and its predecessors; None where there was no month to compare with."""

    now: int
    before: int | None = None
    year_before: int | None = None

    @property
    def change(self) -> int | None:
        """Against the month before."""
        return None if self.before is None else self.now - self.before

    @property
    def year_change(self) -> int | None:
        """Against the same month of the year before."""
        return None if self.year_before is None else self.now - self.year_before


class Part(StrEnum):
    """The tables whose rows are compared."""

    KIND = "by_kind"
    UNIT = "by_unit"


TOTALS = ("registered", "incoming", "outgoing", "issued", "finished", "cancelled", "closing")
OUTPUTS = ("incoming", "outgoing", "issued", "registered")
DEEDS = ("signed", "initialled", "led", "total")


def earlier_months(first: date, until: date | None) -> tuple[tuple[date, date] | None, ...]:
    """First and last day of the month before and of the same month a year before; None before the calendar begins.

    A month that still runs is compared with as many days of the others.
    """
    month = Month.of(first)
    found: list[tuple[date, date] | None] = []
    for year, number in (
        (month.year - (month.month == 1), (month.month - 2) % 12 + 1),
        (month.year - 1, month.month),
    ):
        if year < FIRST_YEAR:
            found.append(None)
            continue
        other = Month(year, number)
        last = (
            other.last
            if until is None
            else min(other.last, date(year, number, min(until.day, other.last.day)))
        )
        found.append((other.first, last))
    return tuple(found)


def compared(report: MonthlyReport, read: Callable[[Counted], int]) -> Compared:
    """One figure of the month and of both others."""
    before, year_before = report.before, report.year_before
    return Compared(
        read(report),
        None if before is None else read(before),
        None if year_before is None else read(year_before),
    )


def total(report: MonthlyReport, what: str) -> Compared:
    """One of TOTALS for the whole report."""
    return compared(report, lambda counted: _total(counted, what))


def names(report: MonthlyReport, part: Part) -> tuple[str, ...]:
    """Every kind or unit that moved or stood open in any of the months, by name, the nameless last."""
    found = {_name(row) for each in _months(report) for row in getattr(each, part)}
    return tuple(sorted(found, key=lambda name: (not name, name.casefold())))


def of_part(report: MonthlyReport, part: Part, name: str, what: str) -> Compared:
    """One of OUTPUTS for one kind or unit."""

    def read(counted: Counted) -> int:
        rows = (row for row in getattr(counted, part) if _name(row) == name)
        return sum(row.balance.registered if what == "registered" else getattr(row, what) for row in rows)

    return compared(report, read)


def officers(report: MonthlyReport) -> tuple[str, ...]:
    """Everybody who did something in any of the months, by name."""
    return tuple(sorted({row.officer for each in _months(report) for row in each.officers}))


def of_officer(report: MonthlyReport, officer: str, what: str) -> Compared:
    """One of DEEDS for one officer."""
    return compared(
        report,
        lambda counted: sum(getattr(row, what) for row in counted.officers if row.officer == officer),
    )


def per_workday(letters: int, workdays: int) -> float | None:
    """Letters a working day, one decimal; None without a working day."""
    return round(letters / workdays, 1) if workdays else None


def share(part: int, whole: int) -> float | None:
    """Percent of the whole, one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def _total(counted: Counted, what: str) -> int:
    if what in {"incoming", "outgoing", "issued"}:
        return sum(getattr(row, what) for row in counted.by_kind)
    number: int = getattr(counted.balance, what)
    return number


def _months(report: MonthlyReport) -> tuple[Counted, ...]:
    return tuple(each for each in (report, report.before, report.year_before) if each is not None)


def _name(row: KindRow | UnitRow) -> str:
    return row.kind if isinstance(row, KindRow) else row.unit
