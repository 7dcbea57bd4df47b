"""Taking back the last step of a letter: what it changed is put back, and the journal says so. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from correspondence.accounts import Right, may
from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.deeds import last_day, touched, write_down
from correspondence.services.moved_deadlines import MOVED
from correspondence.services.printed import PRINTED
from correspondence.services.tracing import Trace, read_trace
from correspondence.throughput import Fact, FactKind, facts_of_move
from correspondence.workflow import UNDOABLE, DispositionState, SignatureState, Step

UNDONE = "undone"
"""The journal's word; `undone` among its changes names the step that was taken back."""


def undo_last(office: Office, *, ref: LetterRef) -> Changes:
    """Takes back the letter's last step (its own, or of one of its dispositions or signature lines).

    Where it went on with the step before (`StepOrder.continues`), that one can be taken back next.

    Refuses `nothing_to_undo` (no step, or something else was written since), `undo_not_allowed` (workflow.UNDOABLE does
    not name it), `undo_not_yours` (another's; overseers may), `undo_too_late` (not of today). NotFound.
    """
    with office.open_unit() as unit:
        now = moment(office, unit)
        before = unit.letters.by_ref(ref)
        trace = _trace(office, unit, before, now)
        after = replace(before, **trace.letter)
        _put_back_lines(unit, trace, now)
        for fact in _opposites(unit, before, after, now):
            unit.facts.add(fact)
        # Also when only a line was put back: whoever has the letter open must be told that it is not as he read it.
        unit.letters.save(after)
        said = {"undone": ("", trace.step), "state": (str(before.state), str(after.state))}
        write_down(office, unit, now, letter_id=before.id, step=UNDONE, changes=said)
        if trace.earlier:
            unit.traces.keep(before.id, unit.boards.newest_entry(), trace.earlier)
        else:
            unit.traces.forget(before.id)
        unit.commit()
        return touched(after)


def undoable_step(office: Office, *, ref: LetterRef) -> str | None:
    """The step that `undo_last` would take back now, as the journal calls it; None when it would refuse."""
    with office.open_reading() as unit:
        letter = unit.letters.by_ref(ref)
        try:
            return _trace(office, unit, letter, moment(office, unit)).step
        except Refused:
            return None


def _trace(office: Office, unit: UnitOfWork, letter: Letter, now: Moment) -> Trace:
    # A paper printed or a deadline moved in between is no step: what was done before it can still be taken back.
    journal = [each for each in unit.journal.of_letter(letter.id) if each.step not in {PRINTED, MOVED}]
    last = journal[-1] if journal else None
    kept = unit.traces.of_letter(letter.id)
    if last is None or kept is None or kept[0] != last.id:
        raise Refused("nothing_to_undo", facts={"step": last.step if last else "", "ref": str(letter.ref)})
    trace = read_trace(kept[1], letter)
    if trace.step not in UNDOABLE:
        raise Refused("undo_not_allowed", facts={"step": trace.step, "ref": str(letter.ref)})
    _check_whose(office, last, trace, now)
    return trace


def _check_whose(office: Office, last: JournalEntry, trace: Trace, now: Moment) -> None:
    if last.by != office.actor and not may(office.role, Right.UNDO_OTHERS):
        raise Refused("undo_not_yours", facts={"step": trace.step, "by": last.by})
    day = last.at.astimezone(now.zone).date()
    if day != now.today:
        raise Refused("undo_too_late", facts={"step": trace.step, "date": day})


def _put_back_lines(unit: UnitOfWork, trace: Trace, now: Moment) -> None:
    for key, values in trace.dispositions.items():
        unit.dispositions.save(replace(unit.dispositions.by_id(key), **values))
    for key in trace.added_dispositions:
        line = unit.dispositions.by_id(key)
        unit.dispositions.save(replace(line, state=DispositionState.RECALLED))
    for key, values in trace.signatures.items():
        unit.signatures.save(replace(unit.signatures.by_id(key), **values))
    added = [unit.signatures.by_id(key) for key in trace.added_signatures]
    for step in added:
        if trace.step == Step.SEND_FOR_REVIEW:
            unit.signatures.save(replace(step, state=SignatureState.WAITING, requested_at=None))
        else:
            # Whoever was put into the place leaves it again; the line stays as what happened.
            unit.signatures.save(replace(step, state=SignatureState.REASSIGNED, acted_at=now.at))
    if added and trace.step == Step.SEND_FOR_REVIEW:
        # A chain that started again has not been sent after all: its people stand in the round before.
        unit.signatures.remove_unused(added[0].letter_id, added[0].round)


def _opposites(unit: UnitOfWork, before: Letter, after: Letter, now: Moment) -> list[Fact]:
    """The facts that take back those of the step, on today's page: a month that is over never changes."""
    facts = unit.facts.of_letter(before.id)
    on = _day(unit, before, facts, now)
    opposites = []
    for what in facts_of_move(before.state, after.state):
        fact = Fact(before.id, what, on, now.at)
        if what is FactKind.FINISHED:
            # It had been finished before it was reopened by mistake: in time or not was decided then, and its hours
            # are counted already.
            earlier = [each for each in facts if each.what is FactKind.FINISHED]
            fact = replace(fact, on_time=earlier[-1].on_time if earlier else None)
        opposites.append(fact)
    return opposites


def _day(unit: UnitOfWork, letter: Letter, facts: Sequence[Fact], now: Moment) -> date:
    known = last_day(letter, unit.journal.of_letter(letter.id), (each.on for each in facts), now)
    return max(now.today, known)
