"""The month and the year of an office, and the letters behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from correspondence import counting, measures
from correspondence.dates import Month
from correspondence.dispositions import Disposition
from correspondence.errors import Refused
from correspondence.letters import Letter
from correspondence.office import Office, moment
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of
from correspondence.services.transcribing import unit_called
from correspondence.signatures import SignatureStep
from correspondence.throughput import Fact, FactKind, MonthlyReport, YearlyReport, balance
from correspondence.workflow import Direction

OPENING, CLOSING = "opening", "closing"
_TAKEN_BACK = {FactKind.FINISHED: FactKind.REOPENED, FactKind.CANCELLED: FactKind.RESTORED}
"""Figures that are net of something, and of what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: which count of which letters, when.

    `what` is a FactKind, `opening`, `closing`, or a measure: `timeliness.late`, `quality.returned`,
    `signatures.signed`, `workload.open`, … (the last two of one `officer`). None asks nothing; "" as `kind` or
    `unit` asks for letters that have none; a measure is asked of the whole office or of a named unit.
    """

    what: str
    first: date
    last: date
    direction: Direction | None = None
    kind: str | None = None
    unit: str | None = None
    officer: str = ""


def monthly_report(office: Office, *, month: Month, unit: str = "") -> MonthlyReport:
    """The counts of one month; `unit` narrows them to one unit's letters (Refused `unit_unknown`)."""
    with office.open_reading() as work:
        asked = _Asked.of(office, work, month.first, month.last, unit)
        opening = work.facts.opening(month.first, asked.unit_id)
        moved = work.facts.tallies(month.first, month.last, asked.unit_id)
        names = {each.id: each.name for each in work.people.officers()}
        steps = asked.signature_steps()
        return MonthlyReport(
            first=month.first,
            last=month.last,
            unit=unit,
            balance=balance(opening, moved),
            by_kind=counting.kind_rows(opening, moved),
            by_unit=counting.unit_rows(opening, moved),
            by_day=counting.day_rows(month.first, month.last, moved),
            timeliness=measures.timeliness(asked.due(), asked.span.now),
            turnaround=measures.turnaround(
                work.facts.finished_minutes(month.first, month.last, asked.unit_id)
            ),
            signatures=measures.signature_rows(steps, asked.span, names, calendar_of(work)),
            quality=measures.quality(steps, asked.span),
            workload=measures.workload_rows(asked.dispositions(), asked.span, asked.last_day, names),
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
    """Ids of the letters a figure was counted from.

    `finished` is net of reopening: it lists the letters that were finished and, after them, those reopened; `cancelled`
    likewise those that were restored. A letter
    that was counted twice (two dispositions to one officer) stands once.
    """
    with office.open_reading() as work:
        if "." in figure.what:
            return tuple(dict.fromkeys(_measured(office, work, figure)))
        if figure.what == OPENING:
            before = figure.first - timedelta(days=1)
            return work.facts.open_at_end_of(before, unit=figure.unit, kind=figure.kind)
        if figure.what == CLOSING:
            return work.facts.open_at_end_of(figure.last, unit=figure.unit, kind=figure.kind)
        listed = _behind(work, figure, FactKind(figure.what))
        taken_back = _TAKEN_BACK.get(FactKind(figure.what))
        if taken_back is not None:
            listed = [*listed, *_behind(work, figure, taken_back)]
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


def _measured(office: Office, work: UnitOfWork, figure: Figure) -> Sequence[int]:
    measure, _, name = figure.what.partition(".")
    asked = _Asked.of(office, work, figure.first, figure.last, figure.unit or "")
    if measure == "timeliness":
        return measures.due_letters(asked.due(), asked.span.now)[name]
    if measure == "quality":
        return measures.quality_letters(asked.signature_steps(), asked.span)[name]
    officer = find_officer(figure.officer, work.people.officers())
    by_officer = (
        measures.signature_letters(asked.signature_steps(), asked.span)
        if measure == "signatures"
        else measures.workload_letters(asked.dispositions(), asked.span, asked.last_day)
    )
    return by_officer.get(officer.id, {}).get(name, [])


@dataclass(frozen=True, slots=True)
class _Asked:
    """A period of an office or a unit, and the rows its measures are made of."""

    work: UnitOfWork
    span: measures.Span
    last_day: date
    unit_id: int | None

    @classmethod
    def of(cls, office: Office, work: UnitOfWork, first: date, last: date, unit: str) -> _Asked:
        now = moment(office, work)
        start = datetime.combine(first, time.min, now.zone)
        end = datetime.combine(last + timedelta(days=1), time.min, now.zone)
        unit_id = unit_called(work, unit, retired=True)
        return cls(work, measures.Span(start, end, now.at), min(last, now.today), unit_id)

    def due(self) -> Sequence[tuple[Letter, Fact | None]]:
        return self.work.facts.due_between(self.span.start, self.span.end, self.unit_id)

    def signature_steps(self) -> Sequence[SignatureStep]:
        return self.work.signatures.between(self.span.start, self.span.end, self.unit_id)

    def dispositions(self) -> Sequence[Disposition]:
        return self.work.dispositions.sent_between(self.span.start, self.span.end, self.unit_id)
