"""The counts of a period as reports print them: what was written into a closed month afterwards counts in an open one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from statistics import median

from correspondence.dates import Month
from correspondence.ports import UnitOfWork
from correspondence.report_rows import Turnaround
from correspondence.throughput import Tally


def opening(work: UnitOfWork, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
    """All that was counted before the month."""
    return [*work.summaries.before(month, unit_id), *work.closings.opened(month, unit_id)]


def moved(work: UnitOfWork, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
    """What is counted from `first`, the first of a month, to `last` in the same month. For sums: not every row has a day.

    Late facts have no day in the month they are counted in and belong to it from its first day on.
    """
    month = Month.of(first)
    late = work.closings.moved(month, unit_id)
    if last == month.last:
        return [*work.summaries.month(month, unit_id), *late]
    return [
        *work.facts.tallies(first, last, unit_id),
        *(each for each in late if each.on is None or each.on <= last),
    ]


def by_day(work: UnitOfWork, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
    """What is counted on each day of the month; late facts of earlier months are on none."""
    late = work.closings.moved(month, unit_id)
    days = work.summaries.days(month.first, month.last, unit_id)
    return [*days, *(each for each in late if each.on is not None)]


def by_month(work: UnitOfWork, year: int, unit_id: int | None = None) -> Sequence[Tally]:
    """What is counted in each month of the year, on its first day: the sum of the twelve reports."""
    months = [Month(year, month) for month in range(1, 13)]
    return [
        replace(each, on=month.first)
        for month in months
        for each in (*work.summaries.month(month, unit_id), *work.closings.moved(month, unit_id))
    ]


def turnaround(work: UnitOfWork, month: Month, unit_id: int | None = None) -> Turnaround:
    """Median and 90th percentile (nearest rank) of working hours, looked up and not counted."""
    number = work.summaries.finished(month, unit_id)
    if not number:
        return Turnaround()
    middle = [
        work.summaries.finished_after(month, place, unit_id) for place in ((number - 1) // 2, number // 2)
    ]
    p90 = work.summaries.finished_after(month, -(-number * 9 // 10) - 1, unit_id)
    return Turnaround(round(median(middle) / 60, 2), round(p90 / 60, 2))
