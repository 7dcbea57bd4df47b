"""What a month's report says beside its balance: urgencies, stages, officers, senders.

As in `measures`, each figure is first the list of its letters, then their number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from correspondence.letters import SECRET, Urgency
from correspondence.measures import Letters, due_letters, turnaround
from correspondence.report_ports import DeedKind, DueLetter, Ending, OfficersDeed, OpenLine, Stretch
from correspondence.report_rows import (
    OfficerRow,
    OpenLetter,
    SenderRow,
    Senders,
    Stage,
    StageRow,
    Timeliness,
    UrgencyRow,
)
from correspondence.throughput import FactKind
from correspondence.workdays import DeadlineRule, WorkCalendar
from correspondence.workflow import Direction, is_open

TOP_SENDERS = 10
URGENT_FIRST = (Urgency.SANGAT_SEGERA, Urgency.SEGERA, Urgency.BIASA)

Taken = Mapping[Stage, Mapping[int, int]]
"""Stage → letter → working minutes."""


def urgency_letters(due: Iterable[DueLetter], now: datetime) -> dict[Urgency, Letters]:
    """`due`, `on_time`, `late` of each urgency."""
    parted: dict[Urgency, list[DueLetter]] = {each: [] for each in URGENT_FIRST}
    for each in due:
        parted[each.urgency].append(each)
    return {urgency: due_letters(letters, now) for urgency, letters in parted.items()}


def urgency_rows(
    due: Iterable[DueLetter], now: datetime, rules: Mapping[Urgency, DeadlineRule]
) -> tuple[UrgencyRow, ...]:
    """A row for each urgency, the most urgent first, also when nothing of it fell due."""
    return tuple(
        UrgencyRow(
            urgency,
            Timeliness(**{name: len(ids) for name, ids in letters.items()}),
            rules[urgency].hours,
            rules[urgency].workdays,
        )
        for urgency, letters in urgency_letters(due, now).items()
    )


def finished_for_good(endings: Iterable[Ending], direction: Direction) -> dict[int, Ending]:
    """Letters that stood finished at the end of the period, each with its last finishing whose hours are known.

    A finishing that puts back what was reopened by mistake has no hours of its own: those before it count.
    """
    found: dict[int, Ending] = {}
    reopened: set[int] = set()
    for each in endings:
        if each.direction is not direction:
            continue
        if each.what is FactKind.REOPENED:
            reopened.add(each.letter_id)
            continue
        reopened.discard(each.letter_id)
        if each.working_minutes is not None:
            found[each.letter_id] = each
    return {letter_id: each for letter_id, each in found.items() if letter_id not in reopened}


def stage_minutes(
    endings: Sequence[Ending],
    disposed: Iterable[Stretch],
    signed: Iterable[Stretch],
    signed_at: Iterable[tuple[int, datetime]],
    calendar: WorkCalendar,
) -> Taken:
    """The working minutes of every letter whose stretch ended in the period.

    A dispatch written down afterwards counts to the end of its day: the hour is not known.
    """
    sent = finished_for_good(endings, Direction.OUTGOING)
    signatures = dict(signed_at)
    return {
        Stage.FIRST_DISPOSITION: _minutes(disposed, calendar),
        Stage.COMPLETION: _known(finished_for_good(endings, Direction.INCOMING)),
        Stage.SIGNATURE: _minutes(signed, calendar),
        Stage.DISPATCH_AFTER_SIGNATURE: {
            letter_id: calendar.working_minutes(signatures[letter_id], _instant(each, calendar))
            for letter_id, each in sent.items()
            if letter_id in signatures
        },
        Stage.DISPATCH: _known(sent),
    }


def stage_rows(taken: Taken) -> tuple[StageRow, ...]:
    """One row for each stage, in the order of a letter's way."""
    return tuple(
        StageRow(stage, len(minutes), turnaround(sorted(minutes.values())))
        for stage, minutes in taken.items()
    )


def officer_letters(deeds: Iterable[OfficersDeed]) -> dict[int, Letters]:
    """Officer → `signed`, `initialled`, `led`; a letter once in each: initialling it again is no more output."""
    found: dict[int, dict[str, dict[int, None]]] = {}
    for each in deeds:
        mine = found.setdefault(each.officer_id, {str(kind): {} for kind in DeedKind})
        mine[each.what][each.letter_id] = None
    return {
        officer: {name: list(letters) for name, letters in mine.items()} for officer, mine in found.items()
    }


def officer_rows(deeds: Iterable[OfficersDeed], names: Mapping[int, str]) -> tuple[OfficerRow, ...]:
    """The numbers of `officer_letters`, by name."""
    rows = (
        OfficerRow(names[officer], **{name: len(ids) for name, ids in letters.items()})
        for officer, letters in officer_letters(deeds).items()
    )
    return tuple(sorted(rows, key=lambda row: row.officer))


def sender_letters(letters: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Sender → letters, those who wrote most first, then by name.

    Spellings that differ only in case and spaces are one sender, called as most of its letters call it.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, list[int]] = defaultdict(list)
    for name, letter_id in letters:
        spelt = " ".join(name.split())
        spellings[spelt.casefold()][spelt] += 1
        found[spelt.casefold()].append(letter_id)
    called = {key: _usual(counted) for key, counted in spellings.items()}
    ordered = sorted(found, key=lambda key: (-len(found[key]), key))
    return {called[key]: found[key] for key in ordered}


def senders(letters: Iterable[tuple[str, int]]) -> Senders:
    """The ten who wrote most, and the rest as a sum."""
    counted = [(name, len(ids)) for name, ids in sender_letters(letters).items()]
    rest = counted[TOP_SENDERS:]
    return Senders(
        tuple(SenderRow(*each) for each in counted[:TOP_SENDERS]),
        sum(number for _, number in rest),
        len(rest),
    )


def open_letters(lines: Iterable[OpenLine], end: datetime, calendar: WorkCalendar) -> tuple[OpenLetter, ...]:
    """What was open at `end`, oldest first; `late` when the deadline had passed by then."""
    return tuple(
        OpenLetter(
            letter_id=each.letter_id,
            ref=each.ref,
            subject="" if each.secrecy in SECRET else each.subject,
            correspondent="" if each.secrecy in SECRET else each.correspondent,
            since=each.entered_on,
            state=each.state,
            holder=each.holder if is_open(each.state) else "",
            due_on=None if each.due_at is None else each.due_at.astimezone(calendar.zone).date(),
            late=each.due_at is not None and each.due_at < end,
            secret=each.secrecy in SECRET,
        )
        for each in lines
    )


def working_days(calendar: WorkCalendar, first: date, last: date) -> int:
    """How many of the days from `first` to `last` the office worked or will work."""
    days = (date.fromordinal(each) for each in range(first.toordinal(), last.toordinal() + 1))
    return sum(calendar.is_workday(day) for day in days)


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda spelt: (-spellings[spelt], spelt))


def _minutes(stretches: Iterable[Stretch], calendar: WorkCalendar) -> dict[int, int]:
    return {each.letter_id: calendar.working_minutes(each.start, each.end) for each in stretches}


def _known(finished: Mapping[int, Ending]) -> dict[int, int]:
    return {
        letter_id: each.working_minutes
        for letter_id, each in finished.items()
        if each.working_minutes is not None
    }


def _instant(ending: Ending, calendar: WorkCalendar) -> datetime:
    if ending.at.astimezone(calendar.zone).date() == ending.on:
        return ending.at
    if calendar.is_workday(ending.on):
        return calendar.close_of(ending.on)
    return datetime(ending.on.year, ending.on.month, ending.on.day, 23, 59, tzinfo=calendar.zone)
