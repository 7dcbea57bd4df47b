"""Closing a month: the head puts a number on its report, and its figures stand from then on."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace

from correspondence.accounts import Right, check_right
from correspondence.changes import Changes, Topic
from correspondence.closing_rows import Closed
from correspondence.closings import MonthClosing, canonical, checksum_of, counted_rows
from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.journal import JournalEntry
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.report_record import desks_of, record_of
from correspondence.services.closing_proof import MONTH_CLOSED, closed
from correspondence.services.reporting import monthly_report

MONTHS = Changes(topics=frozenset({Topic.MONTHS}))


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A line of the list of closed months. `corrections` is how many letters were corrected in them since."""

    month: Month
    closed: Closed
    corrections: int


def close_month(office: Office, *, month: Month) -> Closed:
    """Gives the month's report its number, keeps every figure of it under a checksum, and writes it into the journal.

    From then on the report is printed as it is now; what is written into the month later counts in the first open month
    (correspondence/closings.py). It cannot be taken back. The first closing may be of any month; after it they follow one
    another. Refuses `right_missing`, `month_not_over`, `month_closed` (number, at, by), `month_out_of_turn` (expected),
    `month_before_first`.
    """
    check_right(office.role, Right.CLOSE_MONTH)
    with office.open_unit() as unit:
        now = moment(office, unit)
        _check(unit, month, now)
        # The very report that is printed, asked within the transaction that closes it.
        report = monthly_report(replace(office, open_reading=lambda: nullcontext(unit)), month=month)
        closing = MonthClosing(
            month=month,
            number=unit.numbers.take(f"monthly_report/{month.year}"),
            year=month.year,
            closed_at=now.at,
            closed_by=office.actor,
            figures="",
            checksum="",
        )
        figures = canonical(
            {
                "head": closing.head,
                "report": record_of(report),
                "open": sorted(each.letter_id for each in report.open_letters),
                "desks": desks_of(report.open_letters),
                "counted": counted_rows(unit.closings.counted(month)),
            }
        )
        closing = replace(closing, figures=figures, checksum=checksum_of(figures))
        unit.closings.add(closing)
        said = {
            "month": ("", str(month)),
            "report_number": ("", f"{closing.number}/{closing.year}"),
            "checksum": ("", closing.checksum),
        }
        unit.journal.append(JournalEntry(now.at, office.actor, MONTH_CLOSED, changes=said))
        answer = closed(unit, closing)
        unit.commit()
        return answer


def closed_months(office: Office) -> tuple[ClosedMonth, ...]:
    """Every closed month, the newest first."""
    with office.open_reading() as unit:
        return tuple(
            ClosedMonth(
                each.month,
                closed(unit, each),
                len({late.letter_id for late in unit.closings.late(each.month.next())}),
            )
            for each in reversed(unit.closings.every())
        )


def why_not(office: Office, *, month: Month) -> Refused | None:
    """Why the one at this desk cannot close the month now; None when it can."""
    with office.open_reading() as unit:
        try:
            check_right(office.role, Right.CLOSE_MONTH)
            _check(unit, month, moment(office, unit))
        except Refused as refused:
            return refused
    return None


def _check(unit: UnitOfWork, month: Month, now: Moment) -> None:
    known = unit.closings.of_month(month)
    if known is not None:
        facts = {"month": month, "number": known.number, "year": known.year, "by": known.closed_by}
        raise Refused("month_closed", "month", {**facts, "at": known.closed_at.astimezone(now.zone)})
    if month.last >= now.today:
        raise Refused("month_not_over", "month", {"month": month, "last": month.last})
    closings = unit.closings.every()
    last = closings[-1] if closings else None
    if last is not None and month.first < closings[0].month.first:
        raise Refused("month_before_first", "month", {"month": month, "first": closings[0].month})
    if last is not None and month != last.month.next():
        raise Refused(
            "month_out_of_turn", "month", {"month": month, "expected": last.month.next(), "last": last.month}
        )
