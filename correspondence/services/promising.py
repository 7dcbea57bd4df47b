"""Promised times: given with a request or later, changed in the open, kept or broken by the clock alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.deeds import touched, write_down
from correspondence.signatures import OPEN_STEPS, SignatureStep
from correspondence.workflow import SignatureState

PROMISED = "signature_promised"


def promise(office: Office, *, signature_id: int, promised_for: datetime | None) -> Changes:
    """When an initial or a signature will be there, an aware instant; None takes back what was promised.

    A promise that is broken already stays on record: a new one stands on a new line of the chain in its place, waited
    for as long. Refuses `promise_in_past`, `promise_too_late` (nobody is waited for any more); NotFound.
    """
    with office.open_unit() as unit:
        now = moment(office, unit)
        line = unit.signatures.by_id(signature_id)
        letter = unit.letters.by_id(line.letter_id)
        if line.state not in OPEN_STEPS:
            raise Refused("promise_too_late", "promised_for", {"state": str(line.state)})
        check_promise(promised_for, now)
        if promised_for != line.promised_for:
            _renew(unit, line, promised_for, now)
            said = {
                "officer": ("", name_of(unit, line.officer_id)),
                "promised_for": (promise_text(line.promised_for), promise_text(promised_for)),
            }
            write_down(office, unit, now, letter_id=letter.id, step=PROMISED, changes=said)
            unit.commit()
        return touched(letter)


def check_promise(promised_for: datetime | None, now: Moment, field: str = "promised_for") -> None:
    """Refuses `promise_in_past`; its instants are in the office's zone, whatever clock the computer shows."""
    if promised_for is not None and promised_for < now.at:
        facts = {"promised_for": promised_for.astimezone(now.zone), "now": now.at.astimezone(now.zone)}
        raise Refused("promise_in_past", field, facts)


def promise_text(promised_for: datetime | None) -> str:
    """As the journal keeps it: always UTC, so that the same instant is always the same text; "" for none."""
    return promised_for.astimezone(UTC).isoformat() if promised_for is not None else ""


def _renew(unit: UnitOfWork, line: SignatureStep, promised_for: datetime | None, now: Moment) -> None:
    if line.promised_for is None or line.promised_for >= now.at:
        unit.signatures.save(replace(line, promised_for=promised_for))
        return
    unit.signatures.save(replace(line, state=SignatureState.REASSIGNED, acted_at=now.at))
    unit.signatures.add(replace(line, id=0, promised_for=promised_for))
