"""The month and the year of an office, and the letters behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from correspondence import counting
from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of
from correspondence.services.transcribing import unit_called
from correspondence.throughput import FactKind, MonthlyReport, YearlyReport, balance
from correspondence.workflow import Direction

OPENING, CLOSING = "opening", "closing"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: which count (a FactKind, `opening` or `closing`) of which letters, when.

    None asks nothing; "" as `kind` or `unit` asks for letters that have none.
    """

    what: str
    first: date
    last: date
    direction: Direction | None = None
    kind: str | None = None
    unit: str | None = None


def monthly_report(office: Office, *, month: Month, unit: str = "") -> MonthlyReport:
    """The counts of one month; `unit` narrows them to one unit's letters (Refused `unit_unknown`)."""
    with office.open_reading() as work:
        now = moment(office, work)
        unit_id = unit_called(work, unit, retired=True)
        first, last = month.first, month.last
        opening = work.facts.opening(first, unit_id)
        moved = work.facts.tallies(first, last, unit_id)
        midnight = datetime.combine(first, time.min, now.zone)
        end = datetime.combine(last + timedelta(days=1), time.min, now.zone)
        span = counting.Span(midnight, end, now.at)
        names = {each.id: each.name for each in work.people.officers()}
        steps = work.signatures.between(span.start, span.end, unit_id)
        sent = work.dispositions.sent_between(span.start, span.end, unit_id)
        return MonthlyReport(
            first=first,
            last=last,
            unit=unit,
            balance=balance(opening, moved),
            by_kind=counting.kind_rows(opening, moved),
            by_unit=counting.unit_rows(opening, moved),
            by_day=counting.day_rows(first, last, moved),
            timeliness=counting.timeliness(work.facts.due_between(midnight, end, unit_id), now.at),
            turnaround=counting.turnaround(work.facts.finished_minutes(first, last, unit_id)),
            signatures=counting.signature_rows(steps, span, names, calendar_of(work)),
            quality=counting.quality(steps, span),
            workload=counting.workload_rows(sent, span, min(last, now.today), names),
        )


def yearly_report(office: Office, *, year: int, unit: str = "") -> YearlyReport:
    """The output of one year by kind and month; Refused `year_out_of_range`, `unit_unknown`."""
    if not 1945 <= year <= 9998:
        raise Refused("year_out_of_range", "year", {"year": year})
    with office.open_reading() as work:
        unit_id = unit_called(work, unit, retired=True)
        moved = work.facts.tallies(date(year, 1, 1), date(year, 12, 31), unit_id)
    return YearlyReport(year, unit, counting.year_rows(moved))


def letters_behind(office: Office, *, figure: Figure) -> Sequence[int]:
    """Ids of the letters a figure was counted from, newest first.

    `finished` is net of reopening: it lists the letters that were finished and, after them, those reopened.
    """
    with office.open_reading() as work:
        if figure.what == OPENING:
            before = figure.first - timedelta(days=1)
            return work.facts.open_at_end_of(before, unit=figure.unit, kind=figure.kind)
        if figure.what == CLOSING:
            return work.facts.open_at_end_of(figure.last, unit=figure.unit, kind=figure.kind)
        listed = _behind(work, figure, FactKind(figure.what))
        if figure.what == FactKind.FINISHED:
            listed = [*listed, *_behind(work, figure, FactKind.REOPENED)]
        return listed


def _behind(work: UnitOfWork, figure: Figure, what: FactKind) -> Sequence[int]:
    return work.facts.behind(
        what,
        figure.first,
        figure.last,
        direction=figure.direction,
        kind=figure.kind,
        unit=figure.unit,
    )
