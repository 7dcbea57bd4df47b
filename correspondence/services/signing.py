"""Setting a signature chain and its exceptions: a stand-in for somebody away, an initial that is skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Moment, Office, moment
from correspondence.people import Officer
from correspondence.ports import UnitOfWork
from correspondence.services.chain_people import Found, as_asked, find
from correspondence.services.chains import ask_next, name_of, used
from correspondence.services.deeds import StepOrder, check_needs, officer_called, touched, write_down
from correspondence.services.holding import held
from correspondence.services.promising import check_promise, promise_text, still_promised
from correspondence.services.proposing import grouped
from correspondence.services.tracing import keep_trace, picture
from correspondence.signatures import (
    Asked,
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
    sign: str | Asked,
    initials: Sequence[str | Asked | Sequence[str | Asked]] = (),
    promised_for: datetime | None = None,
) -> Changes:
    """Who initials, in order, and who signs; replaces a chain that was not sent yet.

    A group among `initials` stands at the same step and goes in parallel. Position and capacity are kept as they are
    today. `promised_for` is the signatory's, an aware instant. Refuses `chain_locked`, `signatory_missing`,
    `chain_twice`, `promise_in_past`, and as `chain_people.find`; NotFound.
    """
    with office.open_unit() as unit:
        now = moment(office, unit)
        letter = unit.letters.by_ref(ref)
        if letter.direction is not Direction.OUTGOING or letter.state not in CHAIN_STATES:
            raise Refused(
                "chain_locked", facts={"direction": str(letter.direction), "state": str(letter.state)}
            )
        signer = as_asked(sign)
        if not clean(signer.officer):
            raise Refused("signatory_missing", "sign")
        signer = replace(signer, promised_for=promised_for or signer.promised_for)
        groups = _chain(unit, initials, signer, now)
        round_number = _free_round(unit, letter.id)
        for order, group in enumerate(groups, start=1):
            task = SignatureTask.SIGN if order == len(groups) else SignatureTask.INITIAL
            for found in group:
                line = SignatureStep(letter.id, round_number, order, found.officer.id, task)
                unit.signatures.add(found.onto(line))
        said = {
            "initials": (
                "",
                "; ".join(" + ".join(each.officer.name for each in group) for group in groups[:-1]),
            ),
            "sign": ("", groups[-1][0].officer.name),
            "promised_for": ("", promise_text(signer.promised_for)),
        }
        write_down(office, unit, now, letter_id=letter.id, step="chain_set", changes=said)
        unit.commit()
        return touched(letter)


def signature_step(
    office: Office,
    *,
    signature_id: int,
    step: Step,
    by: str = "",
    to: str | Asked = "",
    note: str = "",
) -> Changes:
    """An exception in a chain on its way: `reassign` to somebody else, `skip` an initial; by the secretary or administrator.

    Skipping the last initial moves the letter on as initialling would. Refuses as `workflow.advance`, `note_missing`,
    `officer_missing`, `chain_not_sent`, `signature_round_over`, `signatory_not_skipped`, `chain_twice`, as `chain_people.find`; NotFound.
    """
    stand_in = as_asked(to)
    order = StepOrder(by=by, note=note, to=(stand_in.officer,) if clean(stand_in.officer) else ())
    with office.open_unit() as unit:
        now = moment(office, unit)
        line = unit.signatures.by_id(signature_id)
        before = unit.letters.by_id(line.letter_id)
        if step not in EXCEPTIONS:
            facts = {"state": str(line.state), "step": str(step), "allowed": tuple(map(str, EXCEPTIONS))}
            raise Refused("step_not_allowed", facts={**facts, "of": "signature"})
        _check_on_its_way(unit, before, line)
        check_needs(advance(SIGNATURE, line.state, step, role=office.role), order)
        seen = picture(unit, before)
        said = {"officer": ("", officer_called(unit, by, name="by", on=now.today).name if by else "")}
        after = before
        new = ""
        if step is Step.SKIP:
            after = _skip(unit, before, line, note, now)
        else:
            new = _reassign(unit, line, stand_in, order, now).name
        said["signer"] = (name_of(unit, line.officer_id), new)
        after = held(unit, after, before, now.at)
        if after != before:
            unit.letters.save(after)
        said["state"] = (str(before.state), str(after.state))
        write_down(office, unit, now, letter_id=before.id, step=f"signature_{step}", note=note, changes=said)
        keep_trace(unit, f"signature_{step}", seen)
        unit.commit()
        return touched(after)


def _chain(
    unit: UnitOfWork, initials: Sequence[str | Asked | Sequence[str | Asked]], sign: Asked, now: Moment
) -> tuple[tuple[Found, ...], ...]:
    """The officers in groups, the signatory alone in the last; nobody twice."""
    groups: list[tuple[Found, ...]] = []
    seen: set[int] = set()
    for field, group in [*(("initials", each) for each in grouped(initials)), ("sign", (sign,))]:
        found = []
        for named in group:
            each = find(unit, named, field=field, on=now.today, initialling=field == "initials")
            if each.officer.id in seen:
                raise Refused("chain_twice", field, {"officer": each.officer.name})
            seen.add(each.officer.id)
            check_promise(each.asked.promised_for, now)
            found.append(each)
        groups.append(tuple(found))
    return tuple(groups)


def _free_round(unit: UnitOfWork, letter_id: int) -> int:
    """The round a new chain gets: of the one before only what was acted upon stays, as history."""
    lines = unit.signatures.of_letter(letter_id)
    newest = max((each.round for each in lines), default=1)
    unit.signatures.remove_unused(letter_id, newest)
    left = any(each.round == newest and used(each) for each in lines)
    return newest + 1 if left else newest


def _check_on_its_way(unit: UnitOfWork, letter: Letter, line: SignatureStep) -> None:
    if letter.state not in ON_ITS_WAY:
        raise Refused("chain_not_sent", facts={"state": str(letter.state)})
    if any(each.round > line.round for each in unit.signatures.of_letter(letter.id)):
        facts = {"officer": name_of(unit, line.officer_id), "number": line.round}
        raise Refused("signature_round_over", facts=facts)


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


def _reassign(unit: UnitOfWork, line: SignatureStep, to: Asked, order: StepOrder, now: Moment) -> Officer:
    """Puts somebody else into the same place; whoever waits was promised a time, which stays unless another is given."""
    found = find(unit, to, field="to", on=now.today)
    family = current_round(unit.signatures.of_letter(line.letter_id))
    if any(each.officer_id == found.officer.id for each in family):
        raise Refused("chain_twice", "to", {"officer": found.officer.name})
    unit.signatures.save(
        replace(line, state=SignatureState.REASSIGNED, acted_at=now.at, note=clean(order.note))
    )
    asked = now.at if line.state is SignatureState.REQUESTED else None
    place = found.onto(replace(line, id=0, note="", requested_at=asked))
    check_promise(to.promised_for, now)
    promised = to.promised_for or still_promised(line, now.at)
    unit.signatures.add(replace(place, kind=line.kind, promised_for=promised))
    return found.officer
