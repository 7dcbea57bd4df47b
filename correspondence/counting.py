"""From tallies to the rows of a report: pure sums, the same whichever engine counted the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from correspondence.dispositions import Disposition
from correspondence.letters import Letter
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.throughput import (
    DayRow,
    Fact,
    FactKind,
    KindRow,
    Quality,
    SignatureRow,
    Tally,
    Timeliness,
    Turnaround,
    UnitRow,
    WorkloadRow,
    YearRow,
    balance,
    percentile,
)
from correspondence.workdays import WorkCalendar
from correspondence.workflow import Direction, DispositionState, SignatureState


@dataclass(frozen=True, slots=True)
class Span:
    """A period as instants: from `start` to before `end`; `now` is when the report is made."""

    start: datetime
    end: datetime
    now: datetime

    def holds(self, at: datetime | None) -> bool:
        """Whether `at` lies in the period."""
        return at is not None and self.start <= at < self.end


def kind_rows(opening: Sequence[Tally], moved: Sequence[Tally]) -> tuple[KindRow, ...]:
    """One row per kind that moved or stood open, by name, letters without a kind last."""
    return tuple(
        KindRow(name, *_outputs(rows), balance(before, rows))
        for name, before, rows in _grouped(opening, moved, lambda tally: tally.kind)
    )


def unit_rows(opening: Sequence[Tally], moved: Sequence[Tally]) -> tuple[UnitRow, ...]:
    """One row per unit that moved or stood open, by name, letters without a unit last."""
    return tuple(
        UnitRow(name, *_outputs(rows), balance(before, rows))
        for name, before, rows in _grouped(opening, moved, lambda tally: tally.unit)
    )


def day_rows(first: date, last: date, moved: Iterable[Tally]) -> tuple[DayRow, ...]:
    """One row per calendar day, empty days included."""
    by_day: dict[date | None, list[Tally]] = defaultdict(list)
    for tally in moved:
        by_day[tally.on].append(tally)
    days = (first + timedelta(days=each) for each in range((last - first).days + 1))
    return tuple(DayRow(day, *_outputs(by_day[day]), balance((), by_day[day]).finished) for day in days)


def year_rows(moved: Iterable[Tally]) -> tuple[YearRow, ...]:
    """Kinds × twelve months: incoming letters counted when registered, outgoing ones when issued."""
    counted = {Direction.INCOMING: FactKind.REGISTERED, Direction.OUTGOING: FactKind.ISSUED}
    months: dict[tuple[Direction, str], list[int]] = defaultdict(lambda: [0] * 12)
    for tally in moved:
        if tally.what is counted[tally.direction] and tally.on is not None:
            months[tally.direction, tally.kind][tally.on.month - 1] += tally.number
    ordered = sorted(months, key=lambda key: (key[0], _last_when_empty(key[1])))
    return tuple(YearRow(kind, direction, tuple(months[direction, kind])) for direction, kind in ordered)


def timeliness(due: Iterable[tuple[Letter, Fact | None]], now: datetime) -> Timeliness:
    """Letters due in a period with how they were finished; one still running before its deadline is neither."""
    on_time = late = every = 0
    for letter, finished in due:
        every += 1
        if finished is not None:
            on_time += finished.on_time is not False
            late += finished.on_time is False
        elif letter.due_at is not None and letter.due_at < now:
            late += 1
    return Timeliness(every, on_time, late)


def turnaround(minutes: Sequence[int]) -> Turnaround:
    """Median and 90th percentile, in working hours, of working minutes in ascending order."""
    if not minutes:
        return Turnaround()
    p90 = percentile(minutes, 0.9)
    return Turnaround(round(median(minutes) / 60, 2), None if p90 is None else round(p90 / 60, 2))


def signature_rows(
    steps: Iterable[SignatureStep], span: Span, names: Mapping[int, str], calendar: WorkCalendar
) -> tuple[SignatureRow, ...]:
    """Per signatory: signed in the period, waiting at its end, median wait, promises that fell due in it."""
    mine: dict[int, list[SignatureStep]] = defaultdict(list)
    for step in steps:
        if step.task is SignatureTask.SIGN and step.requested_at is not None:
            mine[step.officer_id].append(step)
    rows = (_signature_row(names[officer], lines, span, calendar) for officer, lines in mine.items())
    return tuple(sorted(rows, key=lambda row: row.officer))


def _signature_row(
    officer: str, lines: Sequence[SignatureStep], span: Span, calendar: WorkCalendar
) -> SignatureRow:
    signed = [each for each in lines if each.state is SignatureState.DONE and span.holds(each.acted_at)]
    waited = [
        calendar.working_minutes(each.requested_at, each.acted_at)
        for each in signed
        if each.requested_at and each.acted_at
    ]
    promised = [each for each in lines if span.holds(each.promised_for)]
    kept = sum(_kept(each) for each in promised)
    broken = sum(
        not _kept(each) and each.promised_for is not None and (each.acted_at or span.now) > each.promised_for
        for each in promised
    )
    return SignatureRow(
        officer=officer,
        signed=len(signed),
        waiting=sum(_waits_at(each, span.end) for each in lines),
        median_working_hours=round(median(waited) / 60, 2) if waited else None,
        promises_kept=kept,
        promises_broken=broken,
    )


def _kept(step: SignatureStep) -> bool:
    done = step.state is SignatureState.DONE and step.acted_at is not None and step.promised_for is not None
    return done and step.acted_at <= step.promised_for  # type: ignore[operator]  # both were just asked for


def _waits_at(step: SignatureStep, end: datetime) -> bool:
    if step.requested_at is None or step.requested_at >= end:
        return False
    return step.state is SignatureState.REQUESTED or (step.acted_at is not None and step.acted_at >= end)


def quality(steps: Iterable[SignatureStep], span: Span) -> Quality:
    """Rounds of chains that were sent up in the period, and lines sent back in it."""
    first: dict[tuple[int, int], datetime] = {}
    returned = 0
    for step in steps:
        if step.requested_at is not None:
            key = (step.letter_id, step.round)
            first[key] = min(first.get(key, step.requested_at), step.requested_at)
        returned += step.state is SignatureState.RETURNED and span.holds(step.acted_at)
    return Quality(sum(span.holds(at) for at in first.values()), returned)


def workload_rows(
    dispositions: Iterable[Disposition], span: Span, last_day: date, names: Mapping[int, str]
) -> tuple[WorkloadRow, ...]:
    """Per recipient: dispositions sent in the period, done in it, open at its end, of those past their due day."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for each in dispositions:
        row = sums[each.to_id]
        row[0] += span.holds(each.sent_at)
        row[1] += each.state is DispositionState.DONE and span.holds(each.done_at)
        finished_later = each.done_at is not None and each.done_at >= span.end
        if each.sent_at < span.end and (each.live or finished_later):
            row[2] += 1
            row[3] += each.due_on is not None and each.due_on < last_day
    rows = (WorkloadRow(names[officer], *counts) for officer, counts in sums.items() if any(counts))
    return tuple(sorted(rows, key=lambda row: (-row.assigned, row.officer)))


def _outputs(rows: Iterable[Tally]) -> tuple[int, int, int]:
    """Incoming registered, outgoing entered, outgoing issued."""
    incoming = outgoing = issued = 0
    for tally in rows:
        if tally.what is FactKind.ISSUED:
            issued += tally.number
        elif tally.what is FactKind.REGISTERED and tally.direction is Direction.INCOMING:
            incoming += tally.number
        elif tally.what is FactKind.REGISTERED:
            outgoing += tally.number
    return incoming, outgoing, issued


def _grouped(
    opening: Sequence[Tally], moved: Sequence[Tally], name_of: Callable[[Tally], str]
) -> Iterable[tuple[str, list[Tally], list[Tally]]]:
    before: dict[str, list[Tally]] = defaultdict(list)
    now: dict[str, list[Tally]] = defaultdict(list)
    for tally in opening:
        before[name_of(tally)].append(tally)
    for tally in moved:
        now[name_of(tally)].append(tally)
    for name in sorted({*before, *now}, key=_last_when_empty):
        if now[name] or balance(before[name], ()).opening:
            yield name, before[name], now[name]


def _last_when_empty(name: str) -> tuple[bool, str]:
    return not name, name.casefold()
