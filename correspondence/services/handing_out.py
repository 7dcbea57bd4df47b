"""To whom an incoming letter goes: up to the leader, and from there out to those who are to act on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from correspondence.dispositions import Disposition, came_through
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.people import Officer
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.deeds import Deed, Outcome, StepOrder, officer_called
from correspondence.services.due_days import check_due, proposed_day
from correspondence.services.serving import giver
from correspondence.workflow import DispositionState, IncomingState


@dataclass(frozen=True, slots=True)
class Sending:
    """One handing out: from whom (None when nobody said), under which disposition, when."""

    letter_id: int
    from_id: int | None
    at: datetime
    parent_id: int | None = None


def submit(deed: Deed) -> Outcome:
    """The letter goes to the leader named, else to the one who signs the office's reports; Refused `one_leader`.

    When the office has named none the letter is submitted all the same, its holder unknown.
    """
    if len(deed.order.to) > 1:
        raise Refused("one_leader", "to", {"to": deed.order.to})
    named = deed.order.to[0] if deed.order.to else deed.unit.profiles.read().report_signatory
    # A name that was said and is empty names nobody, as on a disposition: only an order without one goes to the leader.
    asked = bool(deed.order.to or named)
    leader = officer_called(deed.unit, named, name="to", on=deed.on) if asked else None
    if leader is None:
        return Outcome(replace(deed.letter, holder_id=None))
    return Outcome(replace(deed.letter, holder_id=leader.id), {"to": leader.name})


def dispose(deed: Deed) -> Outcome:
    """One disposition for each recipient, from `by` or from the leader the letter was submitted to.

    Refuses as `hand_out` and `serving.giver`.
    """
    sender = giver(deed.unit, _sender(deed), deed.on)
    sending = Sending(deed.letter.id, sender, deed.at)
    due = due_day(deed.unit, deed.order, deed.on)
    if due is None and deed.letter.due_at is not None:
        due = proposed_day(deed.unit, deed.letter, deed.on)
    sent = hand_out(deed.unit, deed.order, sending, due, deed.on)
    return Outcome(deed.letter, {"officer": name_of(deed.unit, sender), "to": names(deed.unit, sent)})


def hand_out(
    unit: UnitOfWork, order: StepOrder, sending: Sending, due: date | None, on: date
) -> tuple[Disposition, ...]:
    """Sends the dispositions of one order, the lead first.

    Somebody named twice is sent it once; without a lead the first one leads; a lead who is not among the recipients is
    one all the same. Refuses `disposition_to_self`, `disposition_already_there`, `disposition_twice`,
    `circular_forward`, `officer_left`.
    """
    officers = recipients(unit, order, on)
    if any(each.id == sending.from_id for each in officers):
        raise Refused("disposition_to_self", "to", {"officer": name_of(unit, sending.from_id)})
    family = unit.dispositions.of_letter(sending.letter_id)
    _check_not_back(family, sending, officers)
    _check_not_there(family, sending, officers)
    lines = [
        Disposition(
            letter_id=sending.letter_id,
            to_id=officer.id,
            lead=place == 0,
            sent_at=sending.at,
            from_id=sending.from_id,
            parent_id=sending.parent_id,
            instructions=tuple(dict.fromkeys(text for text in map(clean, order.instructions) if text)),
            note=clean(order.note),
            due_on=due,
        )
        for place, officer in enumerate(officers)
    ]
    for officer, line in zip(officers, lines, strict=True):
        if any(_same(line, each) for each in family):
            raise Refused("disposition_twice", "to", {"officer": officer.name})
    return tuple(unit.dispositions.add(line) for line in lines)


def _check_not_back(family: Sequence[Disposition], sending: Sending, officers: Sequence[Officer]) -> None:
    """Nothing goes back up the way it came: not by forwarding, nor by disposing of the letter anew while holding one."""
    if sending.parent_id is not None:
        held = [each for each in family if each.id == sending.parent_id]
    else:
        held = [each for each in family if each.live and each.to_id == sending.from_id]
    above = frozenset().union(*(came_through(family, each) for each in held))
    for officer in officers:
        if officer.id in above:
            raise Refused("circular_forward", "to", {"officer": officer.name})


def _same(line: Disposition, there: Disposition) -> bool:
    """Whether this one lies there already and nobody has read it: the same order, given once more by another desk."""
    said = (line.parent_id, line.from_id, line.to_id, line.lead, line.instructions, line.note)
    waits = there.state is DispositionState.SENT
    return waits and said == (
        there.parent_id,
        there.from_id,
        there.to_id,
        there.lead,
        there.instructions,
        there.note,
    )


def _check_not_there(family: Sequence[Disposition], sending: Sending, officers: Sequence[Officer]) -> None:
    """Nobody is forwarded the same disposition twice: it would wait, and be counted, twice.

    A leader may dispose of the letter to the same officer again: that is another instruction on the same sheet.
    """
    if sending.parent_id is None:
        return
    there = {each.to_id for each in family if each.live and each.parent_id == sending.parent_id}
    for officer in officers:
        if officer.id in there:
            raise Refused("disposition_already_there", "to", {"officer": officer.name})


def recipients(unit: UnitOfWork, order: StepOrder, on: date) -> tuple[Officer, ...]:
    """Everybody the order names, once each, the lead first."""
    named = [("lead", order.lead)] if order.lead else []
    named += [("to", each) for each in order.to]
    found: dict[int, Officer] = {}
    for name, typed in named:
        officer = officer_called(unit, typed, name=name, on=on)
        found.setdefault(officer.id, officer)
    return tuple(found.values())


def due_day(unit: UnitOfWork, order: StepOrder, on: date) -> date | None:
    """The day asked for, None when nothing was said. Refuses as `due_days.check_due`."""
    if order.due is not None:
        check_due(unit, order.due, on)
    return order.due


def names(unit: UnitOfWork, dispositions: Sequence[Disposition]) -> str:
    """The recipients as the journal names them, the lead first."""
    return "; ".join(name_of(unit, each.to_id) for each in dispositions)


def _sender(deed: Deed) -> int | None:
    """Who disposes: `by`, else the leader it lies with, else who disposed of it before."""
    if deed.order.by:
        return officer_called(deed.unit, deed.order.by, name="by", on=deed.on).id
    if deed.line.source is IncomingState.SUBMITTED:
        return deed.letter.holder_id
    earlier = [each for each in deed.unit.dispositions.of_letter(deed.letter.id) if each.parent_id is None]
    return earlier[-1].from_id if earlier else None
