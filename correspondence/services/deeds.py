"""What every verb on a letter has in common: the order a person gives, the day it counts on, its line in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from correspondence.changes import Changes
from correspondence.errors import ChangedElsewhere, NotFound, Refused
from correspondence.forms import NewAttachment, clean
from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.office import Moment, Office
from correspondence.people import Officer, find_officer
from correspondence.ports import UnitOfWork
from correspondence.signatures import Asked
from correspondence.workflow import INCOMING, OUTGOING, Need, Transition

LETTER_STEPS: frozenset[str] = frozenset(str(line.step) for line in (*INCOMING, *OUTGOING))


@dataclass(frozen=True, slots=True)
class StepOrder:
    """What is said with a step. Officers by full name, NIP or an unambiguous beginning.

    `by` is the officer who did it on paper (the actor at the keyboard is the office's), `on` the day it happened, None
    today. `to`, `lead`, `instructions` and `due` belong to handing a letter out, `received_by` to its delivery.
    `attachments` are hung on the letter with the step; on a disposition's they are its report's, on `sign` the
    electronically signed PDF in place of wet ink. `stand_in` says in which office whoever is `to` takes a place of a chain.
    `expected_version` is that of the letter the person looked at; who saw none says with `looked_at` since when nobody else
    may have written anything of it. `continues` says that the step before on the same letter was of the same handful:
    both may be taken back, one after the other.
    """

    by: str = ""
    note: str = ""
    on: date | None = None
    to: tuple[str, ...] = ()
    lead: str = ""
    instructions: tuple[str, ...] = ()
    due: date | None = None
    received_by: str = ""
    attachments: tuple[NewAttachment, ...] = ()
    stand_in: Asked | None = None
    expected_version: int | None = None
    looked_at: datetime | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A step on its way: `letter` stands in its new state already, `source` is the one it comes from.

    `on` is the office's day it counts on, `at` the instant (the clock's, or the close of an earlier day).
    """

    unit: UnitOfWork
    now: Moment
    letter: Letter
    line: Transition
    order: StepOrder
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """The letter after a step, and what the journal should say of it beside the note: name → text."""

    letter: Letter
    said: Mapping[str, str] = field(default_factory=dict)


Effect = Callable[[Deed], Outcome]

# What a line of the workflow asks for → the rule that refuses without it, the input, whether it was given.
_ASKED: Mapping[Need, tuple[str, str, Callable[[StepOrder], bool]]] = {
    Need.NOTE: ("note_missing", "note", lambda order: bool(clean(order.note))),
    Need.RECIPIENTS: ("recipients_missing", "to", lambda order: bool(order.to or order.lead)),
    Need.RECEIVED_BY: ("received_by_missing", "received_by", lambda order: bool(clean(order.received_by))),
    Need.OFFICER: ("officer_missing", "to", lambda order: bool(order.to)),
}


def check_needs(line: Transition, order: StepOrder) -> None:
    """Refuses `note_missing`, `recipients_missing`, `received_by_missing` or `officer_missing`."""
    for need in sorted(line.needs):
        rule, name, given = _ASKED[need]
        if not given(order):
            raise Refused(rule, name, {"step": str(line.step)})


def check_version(unit: UnitOfWork, letter: Letter, order: StepOrder, step: str, now: Moment) -> None:
    """ChangedElsewhere when the letter is not the one that was looked at: by whom, its state before and now, and the step."""
    if order.expected_version is None and order.looked_at is None:
        return
    journal = unit.journal.of_letter(letter.id)
    # A line dated after the clock's now comes from a desk whose clock is ahead: of it nothing can be told.
    meanwhile = order.looked_at is not None and any(order.looked_at < each.at <= now.at for each in journal)
    if order.expected_version in (None, letter.version) and not meanwhile:
        return
    moves = [each.changes["state"][0] for each in journal if "state" in each.changes]
    read = moves[-1] if moves else str(letter.state)
    by, done = (journal[-1].by, journal[-1].step) if journal else ("", "")
    fields = {"state": (read, str(letter.state), step), "step": ("", done, step)}
    raise ChangedElsewhere(str(letter.ref), by, fields)


def officer_called(unit: UnitOfWork, typed: str, *, name: str, on: date) -> Officer:
    """The officer meant, in service on `on`. NotFound; Refused `officer_left` for the input called `name`."""
    everybody = unit.people.officers()
    serving = [each for each in everybody if each.left_on is None or each.left_on >= on]
    try:
        return find_officer(typed, serving)
    except NotFound:
        # Perhaps somebody who left is meant; if not, the first answer names those who fit.
        gone = [each for each in everybody if each not in serving]
        left = _found(typed, gone)
        if left is None:
            raise
    raise Refused("officer_left", name, {"officer": left.name, "left_on": left.left_on})


def _found(typed: str, officers: Sequence[Officer]) -> Officer | None:
    try:
        return find_officer(typed, officers)
    except NotFound:
        return None


def last_day(letter: Letter, journal: Iterable[JournalEntry], facts_on: Iterable[date], now: Moment) -> date:
    """The latest day something is known to have happened to the letter on."""
    steps = (_day_of(entry, now) for entry in journal if entry.step in LETTER_STEPS)
    return max((letter.entered_on, *facts_on, *steps))


def first_step_day(journal: Iterable[JournalEntry], facts_on: Iterable[date], now: Moment) -> date | None:
    """The earliest day on which something was done about a letter after its entry; None when nothing was."""
    steps = (_day_of(entry, now) for entry in journal if entry.step in LETTER_STEPS)
    return min((*facts_on, *steps), default=None)


def step_day(letter: Letter, order: StepOrder, last: date, now: Moment) -> date:
    """The day a step counts on: facts go forward in time, so that no balance is ever negative.

    Refuses `date_in_future`, `step_before_entry`, `step_before_last`. Without a day said it is today, or the day of the last
    step when the clock was ahead on that day: nothing is held up by a clock that was set right.
    """
    if order.on is None:
        return max(now.today, last)
    if order.on > now.today:
        raise Refused("date_in_future", "on", {"date": order.on, "today": now.today})
    if order.on < letter.entered_on:
        raise Refused("step_before_entry", "on", {"date": order.on, "entered_on": letter.entered_on})
    if order.on < last:
        raise Refused("step_before_last", "on", {"date": order.on, "last": last})
    return order.on


def write_down(
    office: Office,
    unit: UnitOfWork,
    now: Moment,
    *,
    letter_id: int,
    step: str,
    note: str = "",
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> None:
    """Appends one line to the journal, by the actor, at the clock's instant."""
    unit.journal.append(
        JournalEntry(
            at=now.at,
            by=office.actor,
            step=step,
            letter_id=letter_id,
            note=clean(note),
            changes={name: pair for name, pair in (changes or {}).items() if pair[0] != pair[1]},
        )
    )


def touched(letter: Letter) -> Changes:
    """The answer of a verb that acted upon this letter."""
    return Changes(refs=(letter.ref,), letter_ids=(letter.id,))


def _day_of(entry: JournalEntry, now: Moment) -> date:
    said = entry.changes.get("on")
    return date.fromisoformat(said[1]) if said else entry.at.astimezone(now.zone).date()
