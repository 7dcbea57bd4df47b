"""Setting a signature chain and its exceptions: a stand-in for somebody away, an initial that is skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Moment, Office, moment
from correspondence.people import Capacity, Officer, appointment_on
from correspondence.ports import UnitOfWork
from correspondence.services.chains import ask_next, name_of, used
from correspondence.services.deeds import StepOrder, check_needs, officer_called, touched, write_down
from correspondence.services.holding import held
from correspondence.signatures import (
    SignatureStep,
    SignatureTask,
    circumstances_of,
    current_round,
)
from correspondence.workflow import (
    OUTGOING,
    SIGNATURE,
    Direction,
    OutgoingState,
    SignatureState,
    Step,
    advance,
)

CHAIN_STATES = frozenset({OutgoingState.DRAFT, OutgoingState.NEEDS_REVISION})
"""Only a draft on the desk gets a chain; on its way it has reassign and skip."""

ON_ITS_WAY = frozenset({OutgoingState.IN_REVIEW, OutgoingState.AWAITING_SIGNATURE})
EXCEPTIONS = (Step.REASSIGN, Step.SKIP)


def set_chain(
    office: Office,
    *,
    ref: LetterRef,
    sign: str,
    initials: Sequence[str] = (),
    promised_for: datetime | None = None,
) -> Changes:
    """Who initials, in order, and who signs; replaces a chain that was not sent yet.

    Position and capacity are kept as they are today. `promised_for` is an aware instant. Refuses `chain_locked`,
    `signatory_missing`, `chain_twice`, `officer_left`, `promise_in_past`; NotFound.
    """
    with office.open_unit() as unit:
        now = moment(office, unit)
        letter = unit.letters.by_ref(ref)
        if letter.direction is not Direction.OUTGOING or letter.state not in CHAIN_STATES:
            raise Refused(
                "chain_locked", facts={"direction": str(letter.direction), "state": str(letter.state)}
            )
        if not clean(sign):
            raise Refused("signatory_missing", "sign")
        if promised_for is not None and promised_for < now.at:
            raise Refused("promise_in_past", "promised_for", {"promised_for": promised_for, "now": now.at})
        people = _chain(unit, initials, sign, now.today)
        round_number = _free_round(unit, letter.id)
        for place, officer in enumerate(people, start=1):
            last = place == len(people)
            task = SignatureTask.SIGN if last else SignatureTask.INITIAL
            line = SignatureStep(letter.id, round_number, place, officer.id, task)
            unit.signatures.add(
                replace(_of_today(unit, line, now.today), promised_for=promised_for if last else None)
            )
        said = {
            "initials": ("", "; ".join(each.name for each in people[:-1])),
            "sign": ("", people[-1].name),
            "promised_for": ("", promised_for.isoformat() if promised_for else ""),
        }
        write_down(office, unit, now, letter_id=letter.id, step="chain_set", changes=said)
        unit.commit()
        return touched(letter)


def signature_step(
    office: Office, *, signature_id: int, step: Step, by: str = "", to: str = "", note: str = ""
) -> Changes:
    """An exception in a chain on its way: `reassign` to somebody else, `skip` an initial; by the secretary or administrator.

    Skipping the last initial moves the letter on as initialling would. Refuses as `workflow.advance`, `note_missing`,
    `officer_missing`, `chain_not_sent`, `signatory_not_skipped`, `chain_twice`, `officer_left`; NotFound.
    """
    order = StepOrder(by=by, note=note, to=(to,) if clean(to) else ())
    with office.open_unit() as unit:
        now = moment(office, unit)
        line = unit.signatures.by_id(signature_id)
        before = unit.letters.by_id(line.letter_id)
        if step not in EXCEPTIONS:
            facts = {"state": str(line.state), "step": str(step), "allowed": tuple(map(str, EXCEPTIONS))}
            raise Refused("step_not_allowed", facts=facts)
        check_needs(advance(SIGNATURE, line.state, step, role=office.role), order)
        _check_on_its_way(unit, before, line)
        said = {"officer": ("", officer_called(unit, by, name="by", on=now.today).name if by else "")}
        after = before
        new = ""
        if step is Step.SKIP:
            after = _skip(unit, before, line, note, now)
        else:
            new = _reassign(unit, line, order, now).name
        said["signer"] = (name_of(unit, line.officer_id), new)
        after = held(unit, after, before, now.at)
        if after != before:
            unit.letters.save(after)
        said["state"] = (str(before.state), str(after.state))
        write_down(office, unit, now, letter_id=before.id, step=f"signature_{step}", note=note, changes=said)
        unit.commit()
        return touched(after)


def _chain(unit: UnitOfWork, initials: Sequence[str], sign: str, today: date) -> tuple[Officer, ...]:
    """The officers in order, the signatory last; nobody twice."""
    people = [officer_called(unit, each, name="initials", on=today) for each in initials]
    people.append(officer_called(unit, sign, name="sign", on=today))
    for place, officer in enumerate(people):
        if any(each.id == officer.id for each in people[:place]):
            name = "sign" if place == len(people) - 1 else "initials"
            raise Refused("chain_twice", name, {"officer": officer.name})
    return tuple(people)


def _of_today(unit: UnitOfWork, line: SignatureStep, today: date) -> SignatureStep:
    """The line with the position its officer holds today."""
    own = [each for each in unit.people.appointments() if each.officer_id == line.officer_id]
    appointment = appointment_on(own, today)
    if appointment is None:
        return replace(line, position="", capacity=Capacity.DEFINITIVE)
    return replace(line, position=appointment.position, capacity=appointment.capacity)


def _free_round(unit: UnitOfWork, letter_id: int) -> int:
    """The round a new chain gets: an unsent one is forgotten, a used one is history."""
    lines = unit.signatures.of_letter(letter_id)
    newest = max((each.round for each in lines), default=0)
    current = [each for each in lines if each.round == newest]
    if not current or any(used(each) for each in current):
        return newest + 1
    unit.signatures.remove_round(letter_id, newest)
    return newest


def _check_on_its_way(unit: UnitOfWork, letter: Letter, line: SignatureStep) -> None:
    current = {each.id for each in current_round(unit.signatures.of_letter(letter.id))}
    if letter.state not in ON_ITS_WAY or line.id not in current:
        raise Refused("chain_not_sent", facts={"state": str(letter.state)})


def _skip(unit: UnitOfWork, letter: Letter, line: SignatureStep, note: str, now: Moment) -> Letter:
    """Leaves an initial out; the letter moves on as if it had been given."""
    if line.task is SignatureTask.SIGN:
        raise Refused("signatory_not_skipped", facts={"officer": name_of(unit, line.officer_id)})
    moves = advance(
        OUTGOING, letter.state, Step.INITIAL, circumstances_of(unit.signatures.of_letter(letter.id))
    )
    skipped = replace(line, state=SignatureState.SKIPPED, acted_at=now.at, note=clean(note))
    unit.signatures.save(skipped)
    ask_next(unit, letter.id, now.at)
    return replace(letter, state=OutgoingState(str(moves.target)))


def _reassign(unit: UnitOfWork, line: SignatureStep, order: StepOrder, now: Moment) -> Officer:
    """Puts somebody else into the same place; what the first one promised does not bind the second."""
    officer = officer_called(unit, order.to[0], name="to", on=now.today)
    if any(
        each.officer_id == officer.id for each in current_round(unit.signatures.of_letter(line.letter_id))
    ):
        raise Refused("chain_twice", "to", {"officer": officer.name})
    unit.signatures.save(
        replace(line, state=SignatureState.REASSIGNED, acted_at=now.at, note=clean(order.note))
    )
    place = replace(line, id=0, officer_id=officer.id, promised_for=None, note="")
    asked = now.at if line.state is SignatureState.REQUESTED else None
    unit.signatures.add(_of_today(unit, replace(place, requested_at=asked), now.today))
    return officer
