"""The month and the year of an office, and the letters behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from correspondence import counting, depth, measures
from correspondence.closings import corrections_of
from correspondence.comparing import earlier_months
from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.office import Office
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.report_record import as_it_lay, kept_report
from correspondence.report_rows import OpenLetter, Quality
from correspondence.services import as_counted, letters_counted
from correspondence.services.closing_proof import closed
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

OPENING, CLOSING, CORRECTIONS = "opening", "closing", "corrections"
_TAKEN_BACK = {FactKind.FINISHED: FactKind.REOPENED, FactKind.CANCELLED: FactKind.RESTORED}
"""Figures that are net of something, and of what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: which count of which letters, when.

    `what` is a FactKind, `opening`, `closing`, `corrections`, or a measure: `timeliness.late`, `quality.returned`,
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
    """The counts of one month; `unit` narrows them to one unit's letters (Refused `unit_unknown`). Of a month that has
    not begun there is what it would open with.

    A closed month is told as it was when it was closed. Of one unit of it the counts are; what else is said is as of now.
    """
    with office.open_reading() as work:
        asked = Asked.of(office, work, month.first, month.last, unit)
        closing = None if unit else work.closings.of_month(month)
        corrections = corrections_of(letters_counted.late_of(work, month, unit))
        if closing is None:
            return replace(_report(asked, unit), corrections=corrections)
        report, open_ids, desks = kept_report(closing)
        return replace(
            report,
            open_letters=as_it_lay(_open_letters(asked, open_ids), desks),
            closed=closed(work, closing),
            corrections=corrections,
        )


def _report(asked: Asked, unit: str) -> MonthlyReport:
    work, month = asked.work, Month.of(asked.first)
    opening = as_counted.opening(work, month, asked.unit_id)
    moved = as_counted.moved(work, asked.first, asked.last, asked.unit_id)
    by_day = as_counted.by_day(work, month, asked.unit_id)
    open_ids = letters_counted.open_at_end_of(work, asked.last, unit=asked.unit_name)
    counted = balance(opening, moved)
    before, year_before = _earlier(asked)
    return MonthlyReport(
        first=asked.first,
        last=asked.last,
        unit=unit,
        balance=counted,
        by_kind=counting.kind_rows(opening, moved),
        by_unit=counting.unit_rows(opening, moved),
        by_day=counting.day_rows(asked.first, asked.last, by_day),
        timeliness=measures.timeliness(asked.due, asked.span.now),
        turnaround=as_counted.turnaround(work, month, asked.unit_id),
        signatures=measures.signature_rows(asked.signature_steps, asked.span, asked.names, asked.calendar),
        quality=_quality(asked, counted),
        workload=measures.workload_rows(asked.dispositions, asked.span, asked.last_day, asked.names),
        until=asked.until,
        workdays=depth.working_days(asked.calendar, asked.first, asked.until or asked.last),
        urgencies=depth.urgency_rows(asked.due, asked.span.now, asked.rules),
        stages=depth.stage_rows(asked.stages),
        officers=depth.officer_rows(asked.deeds, asked.names),
        senders=depth.senders(asked.senders),
        open_letters=_open_letters(asked, open_ids),
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


def _open_letters(asked: Asked, ids: Sequence[int]) -> tuple[OpenLetter, ...]:
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
    opening = as_counted.opening(asked.work, Month.of(asked.first), asked.unit_id)
    moved = as_counted.moved(asked.work, asked.first, asked.last, asked.unit_id)
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
        moved = as_counted.by_month(work, year, unit_id)
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
        if figure.what == CORRECTIONS:
            late = letters_counted.late_of(work, Month.of(figure.first), figure.unit or "")
            return tuple(dict.fromkeys(each.letter_id for each in late))
        if figure.what == OPENING:
            before = figure.first - timedelta(days=1)
            return letters_counted.open_at_end_of(work, before, unit=figure.unit, kind=figure.kind)
        if figure.what == CLOSING:
            return letters_counted.open_at_end_of(work, figure.last, unit=figure.unit, kind=figure.kind)
        listed = _behind(work, figure, FactKind(figure.what))
        taken_back = _TAKEN_BACK.get(FactKind(figure.what))
        if taken_back is not None:
            listed = [*listed, *_behind(work, figure, taken_back)]
        return listed


def _behind(work: UnitOfWork, figure: Figure, what: FactKind) -> Sequence[int]:
    return letters_counted.behind(
        work,
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
        named = {called: key for key, called in asked.names.items()}
        officer = named.get(figure.officer) or find_officer(figure.officer, work.people.officers()).id
        return BY_OFFICER[measure](asked).get(officer, {}).get(name, [])
    return BEHIND[measure](asked, name, figure.part)
