"""How well a month went: deadlines, waiting, promises, workload.

Each measure is first the list of its letters, then their number: a figure cannot differ from what it opens into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from correspondence.dispositions import Disposition
from correspondence.promises import outcomes
from correspondence.report_ports import DueLetter
from correspondence.report_rows import Quality, SignatureRow, Timeliness, Turnaround, WorkloadRow
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.throughput import percentile
from correspondence.workdays import WorkCalendar
from correspondence.workflow import DispositionState, SignatureState

Letters = dict[str, list[int]]
"""The name of a measure → ids of its letters, one for each thing counted."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period as instants: from `start` to before `end`; `now` is when the report is made."""

    start: datetime
    end: datetime
    now: datetime

    def holds(self, at: datetime | None) -> bool:
        """Whether `at` lies in the period."""
        return at is not None and self.start <= at < self.end


def due_letters(due: Iterable[DueLetter], now: datetime) -> Letters:
    """`due`, `on_time`, `late`; one still running before its deadline is due and neither of the others."""
    found: Letters = {"due": [], "on_time": [], "late": []}
    for each in due:
        found["due"].append(each.letter_id)
        if each.finished:
            found["late" if each.on_time is False else "on_time"].append(each.letter_id)
        elif each.due_at < now:
            found["late"].append(each.letter_id)
    return found


def timeliness(due: Iterable[DueLetter], now: datetime) -> Timeliness:
    """How many letters fell due in a period, and how they were finished."""
    return Timeliness(**_numbers(due_letters(due, now)))


def turnaround(minutes: Sequence[int]) -> Turnaround:
    """Median and 90th percentile, in working hours, of working minutes in ascending order."""
    if not minutes:
        return Turnaround()
    p90 = percentile(minutes, 0.9)
    return Turnaround(round(median(minutes) / 60, 2), None if p90 is None else round(p90 / 60, 2))


def signature_letters(steps: Iterable[SignatureStep], span: Span) -> dict[int, Letters]:
    """Signatory → `signed` in the period, `waiting` at its end, `promises_kept`, `promises_broken` due in it.

    Promises are those of initials too: who only initialled stands here with his promises alone.
    """
    found: dict[int, Letters] = {}
    lines = tuple(steps)
    for each, came_of in zip(lines, outcomes(lines, span.now), strict=True):
        outcome = came_of if span.holds(each.promised_for) else None
        signs = each.task is SignatureTask.SIGN and each.requested_at is not None
        if not signs and outcome is None:
            continue
        names = ("signed", "waiting", "promises_kept", "promises_broken")
        mine = found.setdefault(each.officer_id, {name: [] for name in names})
        if _signed(each, span):
            mine["signed"].append(each.letter_id)
        # A renewed promise is a second line of one wait.
        if signs and _waits_at(each, span.end) and each.letter_id not in mine["waiting"]:
            mine["waiting"].append(each.letter_id)
        if outcome is not None:
            mine["promises_kept" if outcome else "promises_broken"].append(each.letter_id)
    return found


def signature_rows(
    steps: Sequence[SignatureStep], span: Span, names: Mapping[int, str], calendar: WorkCalendar
) -> tuple[SignatureRow, ...]:
    """The numbers of `signature_letters` with each signatory's median wait, by name."""
    waits: dict[int, list[int]] = defaultdict(list)
    for each in steps:
        if _signed(each, span) and each.requested_at and each.acted_at:
            waits[each.officer_id].append(calendar.working_minutes(each.requested_at, each.acted_at))
    rows = (
        SignatureRow(
            officer=names[officer],
            median_working_hours=round(median(waits[officer]) / 60, 2) if waits[officer] else None,
            **_numbers(letters),
        )
        for officer, letters in signature_letters(steps, span).items()
    )
    return tuple(sorted(rows, key=lambda row: row.officer))


def _signed(step: SignatureStep, span: Span) -> bool:
    signed = step.task is SignatureTask.SIGN and step.state is SignatureState.DONE
    return signed and span.holds(step.acted_at)


def _waits_at(step: SignatureStep, end: datetime) -> bool:
    if step.requested_at is None or step.requested_at >= end:
        return False
    return step.state is SignatureState.REQUESTED or (step.acted_at is not None and step.acted_at >= end)


def quality_letters(steps: Iterable[SignatureStep], span: Span) -> Letters:
    """`submitted`: rounds of chains sent up in the period; `returned`: lines sent back in it."""
    first: dict[tuple[int, int], datetime] = {}
    returned = []
    for step in steps:
        if step.requested_at is not None:
            key = (step.letter_id, step.round)
            first[key] = min(first.get(key, step.requested_at), step.requested_at)
        if step.state is SignatureState.RETURNED and span.holds(step.acted_at):
            returned.append(step.letter_id)
    submitted = [letter for (letter, _), at in first.items() if span.holds(at)]
    return {"submitted": submitted, "returned": returned}


def quality(steps: Iterable[SignatureStep], span: Span) -> Quality:
    """The numbers of `quality_letters`."""
    return Quality(**_numbers(quality_letters(steps, span)))


def workload_letters(dispositions: Iterable[Disposition], span: Span, last_day: date) -> dict[int, Letters]:
    """Recipient → `assigned` in the period, `done` in it, `open` at its end, of those `late` on `last_day`."""
    found: dict[int, Letters] = {}
    for each in dispositions:
        mine = found.setdefault(each.to_id, {name: [] for name in ("assigned", "done", "open", "late")})
        if span.holds(each.sent_at):
            mine["assigned"].append(each.letter_id)
        if each.state is DispositionState.DONE and span.holds(each.done_at):
            mine["done"].append(each.letter_id)
        finished_later = each.done_at is not None and each.done_at >= span.end
        if each.sent_at < span.end and (each.live or finished_later):
            mine["open"].append(each.letter_id)
            if each.due_on is not None and each.due_on < last_day:
                mine["late"].append(each.letter_id)
    return found


def workload_rows(
    dispositions: Iterable[Disposition], span: Span, last_day: date, names: Mapping[int, str]
) -> tuple[WorkloadRow, ...]:
    """The numbers of `workload_letters`, the busiest first."""
    found = workload_letters(dispositions, span, last_day)
    rows = [WorkloadRow(names[officer], **_numbers(letters)) for officer, letters in found.items()]
    moved = (row for row in rows if row.assigned or row.done or row.open)
    return tuple(sorted(moved, key=lambda row: (-row.assigned, row.officer)))


def _numbers(letters: Letters) -> dict[str, int]:
    return {name: len(ids) for name, ids in letters.items()}
