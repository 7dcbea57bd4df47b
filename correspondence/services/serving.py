"""Who may still be written down as acting: papers stay with officers who left and with stand-ins whose time is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from correspondence.dispositions import Disposition
from correspondence.errors import Refused
from correspondence.office import Office
from correspondence.people import Appointment, Officer, find_officer
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.deeds import StepOrder, officer_called
from correspondence.workflow import OVERSEERS, Role, Step

_TAKEN_BACK = frozenset({Step.RECALL, Step.RETURN})
"""Without a name these are the desk's own: so a disposition comes back from who is not there any more."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An officer who is not in office on a day: `last` is the appointment that ended last, None when he left service."""

    officer: Officer
    last: Appointment | None

    @property
    def left(self) -> bool:
        return self.last is None

    def facts(self) -> Mapping[str, object]:
        """For the sentence: officer and left_on, or officer, position, capacity and last_day."""
        if self.last is None:
            return {"officer": self.officer.name, "left_on": self.officer.left_on}
        ended = {"position": self.last.position, "last_day": self.last.last_day}
        return {"officer": self.officer.name, "capacity": str(self.last.capacity), **ended}


def in_own_name(office: Office, unit: UnitOfWork, order: StepOrder) -> StepOrder:
    """The order as a desk may give it that acts for one officer only. Refuses `acts_for_himself`; NotFound."""
    if office.acts_for is None:
        return order
    own = unit.people.officer(office.acts_for)
    if order.by and find_officer(order.by, unit.people.officers()).id != own.id:
        raise Refused("acts_for_himself", "by", {"officer": own.name, "by": order.by})
    return replace(order, by=own.name)


def gone_by(unit: UnitOfWork, officer_id: int, on: date) -> Gone | None:
    """Why this officer is not in office on the day; None while he is.

    Who has no appointment on file is. Somebody who stood in beside his own office keeps that one: in which of the two a
    disposition reached him nobody can tell, so only who has none left is gone.
    """
    officer = unit.people.officer(officer_id)
    if officer.left_on is not None and officer.left_on < on:
        return Gone(officer, None)
    own = [each for each in unit.people.appointments() if each.officer_id == officer_id]
    over = [each for each in own if each.last_day is not None and each.last_day < on]
    if not own or len(over) < len(own):
        return None
    return Gone(officer, max(over, key=lambda each: (each.last_day or date.min, each.id)))


def giver(unit: UnitOfWork, officer_id: int | None, on: date) -> int | None:
    """Who disposes, if still in office on the day. Refuses `leader_left`, `leader_stand_in_over`."""
    gone = gone_by(unit, officer_id, on) if officer_id is not None else None
    if gone is not None:
        raise Refused("leader_left" if gone.left else "leader_stand_in_over", "by", gone.facts())
    return officer_id


def doer(unit: UnitOfWork, line: Disposition, step: Step, *, by: str, on: date, role: Role) -> str:
    """The name a step of a disposition is written down under, "" for the desk's own.

    Without `by` it is the right officer's: the clerk writes down what came back on paper. For one who is not in office any
    more whoever has his position now may act, or whom secretary or administrator name. Refuses `not_your_disposition`,
    `recipient_left`, `recipient_stand_in_over`, `officer_left` (of `by`); NotFound.
    """
    owner = line.from_id if step is Step.RECALL else line.to_id
    named = find_officer(by, unit.people.officers()) if by else None
    if owner is None:
        return ""
    gone = gone_by(unit, owner, on)
    if named is not None and named.id != owner:
        if gone is None:
            facts = {"whose": name_of(unit, owner), "by": named.name, "step": str(step)}
            raise Refused("not_your_disposition", "by", facts)
        if role in OVERSEERS or _has_his_position(unit, owner, named, on):
            return officer_called(unit, by, name="by", on=on).name
    if gone is not None:
        if named is None and step in _TAKEN_BACK:
            return ""
        raise Refused("recipient_left" if gone.left else "recipient_stand_in_over", "by", gone.facts())
    return name_of(unit, owner)


def _has_his_position(unit: UnitOfWork, owner: int, by: Officer, on: date) -> bool:
    every = unit.people.appointments()
    his = {each.position.casefold() for each in every if each.officer_id == owner}
    return any(
        each.officer_id == by.id and each.holds_on(on) and each.position.casefold() in his for each in every
    )
