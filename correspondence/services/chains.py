"""The signature chain on its way: asking the next in line, initialling, signing, sending back, starting again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.services.chain_people import check_can_act, check_still_serving
from correspondence.services.deeds import Deed, Outcome
from correspondence.signatures import (
    OPEN_STEPS,
    SignatureStep,
    SignatureTask,
    current_round,
    next_to_request,
    requested,
)
from correspondence.workflow import SIGNATURE, SignatureState, Step, advance

TASK_OF: Mapping[Step, SignatureTask] = {
    Step.INITIAL: SignatureTask.INITIAL,
    Step.SIGN: SignatureTask.SIGN,
}


def send_for_review(deed: Deed) -> Outcome:
    """Asks the first in line. After sending back or recalling, a chain that was used starts again as a new round.

    Refuses as `chain_people.check_still_serving`.
    """
    lines = current_round(deed.unit.signatures.of_letter(deed.letter.id))
    check_still_serving(deed.unit, lines, on=deed.on)
    said = {}
    if any(used(line) for line in lines):
        start_again(deed.unit, lines, deed.at)
        said = {"round": str(lines[0].round + 1)}
    asked = _ask_next(deed)
    return replace(asked, said={**asked.said, **said})


def initial_or_sign(deed: Deed) -> Outcome:
    """The one whose turn it is initials or signs; then the next is asked. Refuses `not_their_turn`, and `say_who_initials`
    when several are asked side by side and nobody is named.
    """
    line = _whose_turn(deed)
    done = advance(SIGNATURE, line.state, deed.line.step)
    deed.unit.signatures.save(
        replace(line, state=SignatureState(done.target), acted_at=deed.at, note=clean(deed.order.note))
    )
    asked = _ask_next(deed)
    if deed.line.step is Step.SIGN:
        # The file that comes with it is signed itself; wet ink comes back on paper and leaves no file.
        electronically = bool(deed.order.attachments)
        asked = replace(asked, letter=replace(asked.letter, signed_electronically=electronically))
    return Outcome(asked.letter, {"officer": name_of(deed.unit, line.officer_id), **asked.said})


def send_back(deed: Deed) -> Outcome:
    """The one whose turn it is sends the draft back with a note; nobody else is asked any more."""
    line = _whose_turn(deed)
    done = advance(SIGNATURE, line.state, Step.SEND_BACK)
    deed.unit.signatures.save(
        replace(line, state=SignatureState(done.target), acted_at=deed.at, note=clean(deed.order.note))
    )
    said = _stop_asking(deed)
    return Outcome(deed.letter, {"officer": name_of(deed.unit, line.officer_id), **said})


def recall(deed: Deed) -> Outcome:
    """Takes the draft back to the desk: who was asked is asked no more; a used chain will start again."""
    return Outcome(deed.letter, _stop_asking(deed))


def ask_next(unit: UnitOfWork, letter_id: int, at: datetime) -> tuple[SignatureStep, ...]:
    """Asks those whose turn it is now; returns them."""
    asked = []
    for line in next_to_request(unit.signatures.of_letter(letter_id)):
        to = advance(SIGNATURE, line.state, Step.REQUEST)
        asked.append(replace(line, state=SignatureState(to.target), requested_at=at))
        unit.signatures.save(asked[-1])
    return tuple(asked)


def start_again(unit: UnitOfWork, lines: Sequence[SignatureStep], at: datetime) -> None:
    """The same people in the same order as a new round. A promise that is over is not promised again.

    What came of a line stays in its round; a line that nobody acted upon goes on into the new one, else it would wait
    in the old one for ever.
    """
    for line in lines:
        promised = line.promised_for
        again = replace(
            line,
            round=line.round + 1,
            promised_for=promised if promised is not None and promised > at else None,
        )
        if used(line):
            blank = replace(again, id=0, state=SignatureState.WAITING, requested_at=None)
            unit.signatures.add(replace(blank, acted_at=None, note=""))
        else:
            unit.signatures.save(again)


def used(line: SignatureStep) -> bool:
    """Whether anything has come of the line: then it is history and no longer the plan."""
    return line.state is not SignatureState.WAITING or line.requested_at is not None


def name_of(unit: UnitOfWork, officer_id: int | None) -> str:
    """The officer's name, "" for none."""
    return unit.people.officer(officer_id).name if officer_id is not None else ""


def _ask_next(deed: Deed) -> Outcome:
    asked = ask_next(deed.unit, deed.letter.id, deed.at)
    names = "; ".join(name_of(deed.unit, line.officer_id) for line in asked)
    return Outcome(deed.letter, {"to": names})


def _whose_turn(deed: Deed) -> SignatureStep:
    """The requested line of `by`, or the only one there is when nobody is named.

    Refuses as `chain_people.check_can_act` besides.
    """
    lines = requested(deed.unit.signatures.of_letter(deed.letter.id))
    task = TASK_OF.get(deed.line.step)
    fitting = [line for line in lines if task is None or line.task is task]
    by = deed.order.by
    if by:
        officer = find_officer(by, deed.unit.people.officers())
        by = officer.name
        fitting = [line for line in fitting if line.officer_id == officer.id]
    if len(fitting) != 1:
        waited_for = tuple(name_of(deed.unit, line.officer_id) for line in lines)
        if len(fitting) > 1 and not deed.order.by:
            raise Refused("say_who_initials", "by", {"waiting_for": waited_for, "step": str(deed.line.step)})
        raise Refused("not_their_turn", "by", {"waiting_for": waited_for, "by": by})
    check_can_act(deed.unit, fitting[0], on=deed.on)
    return fitting[0]


def _stop_asking(deed: Deed) -> Mapping[str, str]:
    """Nobody is waited for any more; a promise that is broken by then stays on record, on a line of its own."""
    unit, broken = deed.unit, []
    for line in current_round(unit.signatures.of_letter(deed.letter.id)):
        if line.state in OPEN_STEPS and line.promised_for is not None and line.promised_for < deed.at:
            broken.append(name_of(unit, line.officer_id))
            unit.signatures.save(replace(line, state=SignatureState.REASSIGNED, acted_at=deed.at))
            fresh = replace(line, id=0, state=SignatureState.WAITING, requested_at=None, promised_for=None)
            unit.signatures.add(fresh)
        elif line.state is SignatureState.REQUESTED:
            to = advance(SIGNATURE, line.state, Step.RECALL)
            unit.signatures.save(replace(line, state=SignatureState(to.target), requested_at=None))
    return {"promises_broken": "; ".join(broken)} if broken else {}
