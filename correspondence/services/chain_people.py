"""Who stands in a chain: the officer meant, and the position and capacity of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from correspondence.errors import Refused
from correspondence.people import Appointment, Capacity, Officer, appointment_on, own_office_on
from correspondence.ports import UnitOfWork
from correspondence.services.deeds import officer_called
from correspondence.signatures import Asked, SignatureStep


@dataclass(frozen=True, slots=True)
class Found:
    """An officer of a chain with what he is on the day."""

    officer: Officer
    position: str
    capacity: Capacity
    asked: Asked

    def onto(self, line: SignatureStep) -> SignatureStep:
        """The line with this officer in it."""
        return replace(
            line,
            officer_id=self.officer.id,
            position=self.position,
            capacity=self.capacity,
            kind=self.asked.kind,
            promised_for=self.asked.promised_for,
        )


def as_asked(named: str | Asked) -> Asked:
    """A bare name asks for the officer as he is on the day."""
    return named if isinstance(named, Asked) else Asked(named)


def find(unit: UnitOfWork, named: str | Asked, *, field: str, on: date, initialling: bool = False) -> Found:
    """The officer with his position of the day: who is `initialling` in his own office, unless another is asked for.

    Refuses `officer_left`, `stand_in_over`, `stand_in_not_yet`,
    `not_in_that_capacity`, for the input called `field`; NotFound.
    """
    asked = as_asked(named)
    officer = officer_called(unit, asked.officer, name=field, on=on)
    own = [each for each in unit.people.appointments() if each.officer_id == officer.id]
    fitting = [each for each in own if _meant(each, asked.capacity, asked.position)]
    appointment = own_office_on(fitting, on) if initialling else appointment_on(fitting, on)
    if appointment is None:
        _refuse_past(officer, fitting, field, on)
        if asked.capacity is not None:
            facts = {"officer": officer.name, "today": on, "capacity": str(asked.capacity)}
            raise Refused("not_in_that_capacity", field, facts)
        return Found(officer, "", Capacity.DEFINITIVE, asked)
    return Found(officer, appointment.position, appointment.capacity, asked)


def check_still_serving(unit: UnitOfWork, lines: Sequence[SignatureStep], *, on: date) -> None:
    """That everybody of a chain still is what the chain says: days pass between making it and sending it up.

    Refuses `officer_left`, `stand_in_over`, `stand_in_not_yet`.
    """
    appointments = unit.people.appointments()
    for line in lines:
        officer = unit.people.officer(line.officer_id)
        if officer.left_on is not None and officer.left_on < on:
            raise Refused("officer_left", facts={"officer": officer.name, "left_on": officer.left_on})
        own = [each for each in appointments if each.officer_id == officer.id]
        held = [each for each in own if _meant(each, line.capacity, line.position)] if line.position else []
        if appointment_on(held, on) is None:
            _refuse_past(officer, held, "", on)


def check_can_act(unit: UnitOfWork, line: SignatureStep, *, on: date) -> None:
    """That who is waited for is still in office on the day of the deed; somebody else is put into the line otherwise.

    Refuses `signer_left`, `signer_stand_in_over`, `stand_in_not_yet`.
    """
    try:
        check_still_serving(unit, (line,), on=on)
    except Refused as refused:
        if refused.rule == "stand_in_not_yet":
            raise
        left = refused.rule == "officer_left"
        raise Refused("signer_left" if left else "signer_stand_in_over", "by", refused.facts) from refused


def _meant(held: Appointment, capacity: Capacity | None, position: str) -> bool:
    return capacity in (None, held.capacity) and position.casefold() in ("", held.position.casefold())


def _refuse_past(officer: Officer, fitting: Sequence[Appointment], field: str, on: date) -> None:
    """Why nobody can sign under any of these today: it is over, or has not begun."""
    facts: dict[str, object] = {"officer": officer.name, "today": on}
    over = [each for each in fitting if each.last_day is not None and each.last_day < on]
    if over:
        last = max(over, key=lambda each: (each.last_day or date.min, each.id))
        facts |= {"position": last.position, "capacity": str(last.capacity), "last_day": last.last_day}
        raise Refused("stand_in_over", field, facts)
    if fitting:
        first = min(fitting, key=lambda each: (each.first_day or date.min, each.id))
        facts |= {"position": first.position, "capacity": str(first.capacity), "first_day": first.first_day}
        raise Refused("stand_in_not_yet", field, facts)
