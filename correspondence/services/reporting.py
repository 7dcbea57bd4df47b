"""The month and the year of an office, and the letters behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from correspondence import counting, depth, measures
from correspondence.comparing import earlier_months
from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.office import Office
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.report_rows import OpenLetter, Quality
from correspondence.services.report_asked import Asked
from correspondence.services.report_letters import BEHIND, BY_OFFICER
from correspondence.services.transcribing import unit_called
from correspondence.throughput import (
    Balance,
    Earlier,
    FactKind,
    MonthlyReport,
    YearlyReport,
    balance,
)
from correspondence.workflow import Direction

OPENING, CLOSING = "opening", "closing"
_TAKEN_BACK = {FactKind.FINISHED: FactKind.REOPENED, FactKind.CANCELLED: FactKind.RESTORED}
"""Figures that are net of something, and of what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: which count of which letters, when.

    `what` is a FactKind, `opening`, `closing`, or a measure: `timeliness.late`, `quality.returned`,
    `signatures.signed`, `workload.open`, `officers.led`, … (the last three of one `officer`), `urgency.late` of the
    urgency named in `part`, `stage.letters` of a Stage, `sender.letters` of a sender, `sender.others`. None asks nothing;
    "" as `kind` or `unit` asks for letters that have none; a measure is asked of the whole office or of a named unit.
    """

    what: str
    first: date
    last: date
    direction: Direction | None = None
    kind: str | None = None
    unit: str | None = None
    officer: str = ""
    part: str = ""


def monthly_report(office: Office, *, month: Month, unit: str = "") -> MonthlyReport:
    """The counts of one month; `unit` narrows them to one unit's letters (Refused `unit_unknown`)."""
    with office.open_reading() as work:
        asked = Asked.of(office, work, month.first, month.last, unit)
        opening = work.facts.opening(month.first, asked.unit_id)
        moved = work.facts.tallies(month.first, month.last, asked.unit_id)
        counted = balance(opening, moved)
        before, year_before = _earlier(asked)
        return MonthlyReport(
            first=month.first,
            last=month.last,
            unit=unit,
            balance=counted,
            by_kind=counting.kind_rows(opening, moved),
            by_unit=counting.unit_rows(opening, moved),
            by_day=counting.day_rows(month.first, month.last, moved),
            timeliness=measures.timeliness(asked.due, asked.span.now),
            turnaround=measures.turnaround(
                work.facts.finished_minutes(month.first, month.last, asked.unit_id)
            ),
            signatures=measures.signature_rows(
                asked.signature_steps, asked.span, asked.names, asked.calendar
            ),
            quality=_quality(asked, counted),
            workload=measures.workload_rows(asked.dispositions, asked.span, asked.last_day, asked.names),
            until=asked.until,
            workdays=depth.working_days(asked.calendar, month.first, asked.until or month.last),
            urgencies=depth.urgency_rows(asked.due, asked.span.now, asked.rules),
            stages=depth.stage_rows(asked.stages),
            officers=depth.officer_rows(asked.deeds, asked.names),
            senders=depth.senders(asked.senders),
            open_letters=_open_letters(asked),
            before=before,
            year_before=year_before,
        )


def _quality(asked: Asked, counted: Balance) -> Quality:
    return replace(
        measures.quality(asked.signature_steps, asked.span),
        corrections=len(asked.corrections),
        cancelled_numbers=counted.cancelled,
        voided_numbers=sum(number for _, number in asked.voided),
    )


def _open_letters(asked: Asked) -> tuple[OpenLetter, ...]:
    ids = asked.work.facts.open_at_end_of(asked.last, unit=asked.unit_name)
    end = min(asked.span.end, asked.now.at)
    return depth.open_letters(asked.work.report_questions.open_lines(ids), end, asked.calendar)


def _earlier(asked: Asked) -> tuple[Earlier | None, Earlier | None]:
    begun = asked.work.report_questions.first_day()
    before, year_before = (
        None if period is None or begun is None or period[1] < begun else _counted(asked.period(*period))
        for period in earlier_months(asked.first, asked.until)
    )
    return before, year_before


def _counted(asked: Asked) -> Earlier:
    opening = asked.work.facts.opening(asked.first, asked.unit_id)
    moved = asked.work.facts.tallies(asked.first, asked.last, asked.unit_id)
    return Earlier(
        first=asked.first,
        last=asked.last,
        workdays=depth.working_days(asked.calendar, asked.first, asked.last),
        balance=balance(opening, moved),
        by_kind=counting.kind_rows(opening, moved),
        by_unit=counting.unit_rows(opening, moved),
        officers=depth.officer_rows(asked.deeds, asked.names),
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
    if figure.what == "quality.cancelled_numbers":
        figure = replace(figure, what=FactKind.CANCELLED)
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
    asked = Asked.of(office, work, figure.first, figure.last, figure.unit or "")
    if measure in BY_OFFICER:
        officer = find_officer(figure.officer, work.people.officers())
        return BY_OFFICER[measure](asked).get(officer.id, {}).get(name, [])
    return BEHIND[measure](asked, name, figure.part)
