"""Taking a step: the workflow table says where to, the step's own module what else comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from correspondence import dispositions, signatures
from correspondence.changes import Changes
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services import chains, dispatching, handing_out
from correspondence.services.calendar import calendar_of, end_of
from correspondence.services.closing import close_below
from correspondence.services.deeds import (
    Deed,
    Effect,
    Outcome,
    StepOrder,
    check_needs,
    check_version,
    last_day,
    step_day,
    touched,
    write_down,
)
from correspondence.services.hanging import checked, checked_signed, hang
from correspondence.services.holding import held
from correspondence.services.serving import in_own_name
from correspondence.services.tracing import keep_trace, picture
from correspondence.throughput import Fact, FactKind, facts_of_move
from correspondence.workflow import (
    Circumstances,
    Direction,
    IncomingState,
    Step,
    advance,
    state_of,
    table_of,
)

__all__ = ["EFFECTS", "StepOrder", "letter_circumstances", "take_step"]

# What comes of a step beside the letter's new state; steps that are not named here change nothing else.
EFFECTS: Mapping[tuple[Direction, Step], Effect] = {
    (Direction.INCOMING, Step.SUBMIT): handing_out.submit,
    (Direction.INCOMING, Step.DISPOSE): handing_out.dispose,
    (Direction.OUTGOING, Step.SEND_FOR_REVIEW): chains.send_for_review,
    (Direction.OUTGOING, Step.INITIAL): chains.initial_or_sign,
    (Direction.OUTGOING, Step.SIGN): chains.initial_or_sign,
    (Direction.OUTGOING, Step.SEND_BACK): chains.send_back,
    (Direction.OUTGOING, Step.RECALL): chains.recall,
    (Direction.OUTGOING, Step.GIVE_NUMBER): dispatching.give_number,
    (Direction.OUTGOING, Step.DISPATCH): dispatching.dispatch,
    (Direction.OUTGOING, Step.CONFIRM_DELIVERY): dispatching.confirm_delivery,
}


def take_step(
    office: Office,
    *,
    ref: LetterRef,
    step: Step,
    order: StepOrder = StepOrder(),  # noqa: B008  a frozen value, the same for every call
) -> Changes:
    """One step of a letter. NotFound for the letter or an officer; Refused as `workflow.advance`, as
    `deeds.check_needs`, as `deeds.step_day`, as `serving.in_own_name`, as `hanging.checked`, and as the step's own effect says; ChangedElsewhere
    when the letter is not of the version the order expects, or was written about since the order looked.
    """
    check_file = checked_signed if step is Step.SIGN else checked
    files = [check_file(each) for each in order.attachments]
    with office.open_unit() as unit:
        now = moment(office, unit)
        before = unit.letters.by_ref(ref)
        check_version(unit, before, order, str(step), now)
        order = in_own_name(office, unit, order)
        table = table_of(before.direction)
        line = advance(table, before.state, step, letter_circumstances(unit, before), office.role)
        check_needs(line, order)
        seen = picture(unit, before)
        on = step_day(before, order, _last_day(unit, before, now), now)
        at = now.at if on >= now.today else end_of(calendar_of(unit), on)
        moved = replace(before, state=state_of(before.direction, str(line.target)))
        deed = Deed(unit=unit, now=now, letter=moved, line=line, order=order, on=on, at=at)
        outcome = EFFECTS.get((before.direction, step), _nothing_else)(deed)
        after = held(unit, outcome.letter, before, at)
        for fact in facts_left(deed, before):
            unit.facts.add(fact)
        unit.letters.save(after)
        hung = hang(unit, before.id, files, now)
        said = {**outcome.said, "attachments": "; ".join(hung)}
        write_down(
            office,
            unit,
            now,
            letter_id=before.id,
            step=str(step),
            note=order.note,
            changes=_said(said, before, deed),
        )
        if after.state is IncomingState.COMPLETED:
            close_below(office, unit, now, before.id, None)
        keep_trace(unit, str(step), seen, onto=order.continues)
        unit.commit()
        return touched(after)


def letter_circumstances(unit: UnitOfWork, letter: Letter) -> Circumstances:
    """What the conditions of the letter's own table ask for."""
    if letter.direction is Direction.INCOMING:
        return dispositions.circumstances_of(unit.dispositions.of_letter(letter.id))
    return signatures.circumstances_of(unit.signatures.of_letter(letter.id))


def facts_left(deed: Deed, before: Letter) -> tuple[Fact, ...]:
    """The dated facts that counts are made of.

    Working minutes run from registration, also when the letter had been reopened in between; of imported letters the hours
    are not known.
    """
    letter = deed.letter
    left = []
    for what in facts_of_move(before.state, letter.state):
        fact = Fact(letter.id, what, deed.on, deed.now.at)
        if what is FactKind.FINISHED and not letter.imported:
            minutes = calendar_of(deed.unit).working_minutes(letter.registered_at, deed.at)
            fact = replace(fact, working_minutes=minutes, on_time=_on_time(deed))
        left.append(fact)
    return tuple(left)


def _on_time(deed: Deed) -> bool | None:
    """Of a past day the hour is not known: it was in time when it was not later than the day of the deadline."""
    due = deed.letter.due_at
    if due is None:
        return None
    return deed.at <= due or (deed.on < deed.now.today and deed.on <= due.astimezone(deed.now.zone).date())


def _said(said: Mapping[str, str], before: Letter, deed: Deed) -> Mapping[str, tuple[str, str]]:
    """What the journal keeps of a step beside its note; `on` only when it is not the day it was written down."""
    pairs = {name: ("", text) for name, text in said.items()}
    if deed.on != deed.now.today:
        pairs["on"] = ("", deed.on.isoformat())
    return {**pairs, "state": (str(before.state), str(deed.letter.state))}


def _last_day(unit: UnitOfWork, letter: Letter, now: Moment) -> date:
    facts = unit.facts.of_letter(letter.id)
    return last_day(letter, unit.journal.of_letter(letter.id), (fact.on for fact in facts), now)


def _nothing_else(deed: Deed) -> Outcome:
    return Outcome(deed.letter)
