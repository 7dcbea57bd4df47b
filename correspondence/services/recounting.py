"""What the journal tells of a letter: the facts its lines must have left, and the state it must be in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from correspondence.closing_ports import LetterStory
from correspondence.journal import JournalEntry
from correspondence.services.entering_books import facts_of
from correspondence.services.undoing import UNDONE
from correspondence.throughput import FactKind, facts_of_move
from correspondence.workflow import Step, state_of

IMPORTED, REGISTERED = "imported", "registered"

Told = Counter[tuple[FactKind, date]]


@dataclass(frozen=True, slots=True)
class Difference:
    """`missing` is told by the journal and not kept, `extra` kept and not told; `told_state` differs from the letter's or ""."""

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    told_state: str = ""


def difference(story: LetterStory, zone: ZoneInfo) -> Difference | None:
    """None when the letter's facts and state are what its journal tells; `zone` is the office's."""
    facts, state = _replayed(story, zone)
    kept = Counter((each.what, each.on) for each in story.facts)
    told_state = "" if state == story.state.value else state
    if facts == kept and not told_state:
        return None
    return Difference(_listed(facts - kept), _listed(kept - facts), told_state)


def _replayed(story: LetterStory, zone: ZoneInfo) -> tuple[Told, str]:
    moves = [each.changes["state"] for each in story.journal if "state" in each.changes]
    state = moves[0][0] if moves else story.state.value
    facts: Told = Counter()
    known = story.entered_on
    for entry in story.journal:
        day = _day(entry, known, zone)
        if entry.step in (REGISTERED, IMPORTED):
            facts[FactKind.REGISTERED, story.entered_on] += 1
        if entry.step == IMPORTED:
            # A received date that was corrected later moved the registration alone.
            began = _entered_first(story)
            at_first = state_of(story.ref.book, state)
            facts.update((what, began) for what in facts_of(at_first) if what is not FactKind.REGISTERED)
            continue
        if entry.step == Step.GIVE_NUMBER:
            facts[FactKind.ISSUED, day] += 1
        if "state" in entry.changes:
            before, state = entry.changes["state"]
            book = story.ref.book
            facts.update((what, day) for what in facts_of_move(state_of(book, before), state_of(book, state)))
            known = max(known, day)
    return facts, state


def _day(entry: JournalEntry, known: date, zone: ZoneInfo) -> date:
    """The day a line counts on: the one it says, else that of its instant; taking back never counts before what it undoes."""
    if "on" in entry.changes:
        return date.fromisoformat(entry.changes["on"][1])
    day = entry.at.astimezone(zone).date()
    return max(day, known) if entry.step == UNDONE else day


def _entered_first(story: LetterStory) -> date:
    corrected = [each.changes["received_on"][0] for each in story.journal if "received_on" in each.changes]
    return date.fromisoformat(corrected[0]) if corrected and corrected[0] else story.entered_on


def _listed(facts: Told) -> tuple[str, ...]:
    rows: Sequence[tuple[FactKind, date]] = sorted(facts.elements(), key=lambda each: (each[1], each[0]))
    return tuple(f"{what} {on}" for what, on in rows)
