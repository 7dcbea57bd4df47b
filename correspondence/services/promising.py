"""Promised times: given with a request or later, changed in the open, kept or broken by the clock alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from correspondence.changes import Changes
from correspondence.errors import NotFound, OfficeError, Refused
from correspondence.letters import Letter
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.deeds import write_down
from correspondence.signatures import OPEN_STEPS, SignatureStep
from correspondence.workflow import OutgoingState, SignatureState

PROMISED = "signature_promised"
ON_ITS_WAY = frozenset({OutgoingState.IN_REVIEW, OutgoingState.AWAITING_SIGNATURE})
SIGNED_LATER = ON_ITS_WAY | {OutgoingState.DRAFT, OutgoingState.NEEDS_REVISION}
"""The states of a letter that somebody is still to sign."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What came of one time promised for several lines; the refused ones by the line's id."""

    changes: Changes
    refused: tuple[tuple[int, OfficeError], ...] = ()


def promise(office: Office, *, signature_id: int, promised_for: datetime | None) -> Changes:
    """When an initial or a signature will be there, an aware instant; None takes back what was promised.

    A promise that is broken already stays on record: a new one stands on a new line of the chain in its place, waited
    for as long. One that is not due yet is replaced; the journal keeps both. Refuses `promise_in_past`,
    `promise_too_late` (nobody is waited for any more), `promise_letter_over`, `signature_round_over`; NotFound.
    """
    return promise_each(office, signature_ids=(signature_id,), promised_for=promised_for).changes


def promise_each(office: Office, *, signature_ids: Sequence[int], promised_for: datetime | None) -> Promised:
    """The same time for several lines, in one unit of work: a line that is refused is told and hinders no other.

    Refuses as `promise` when the time itself is wrong, or when every line is refused.
    """
    refused: list[tuple[int, OfficeError]] = []
    letters: dict[int, Letter] = {}
    with office.open_unit() as unit:
        now = moment(office, unit)
        check_promise(promised_for, now)
        for key in dict.fromkeys(signature_ids):
            try:
                letter = _promise(office, unit, key, promised_for, now)
            except (Refused, NotFound) as error:
                refused.append((key, error))
            else:
                letters[letter.id] = letter
        if refused and not letters:
            raise refused[0][1]
        unit.commit()
    refs = tuple(each.ref for each in letters.values())
    return Promised(Changes(refs, tuple(letters)), tuple(refused))


def check_promise(promised_for: datetime | None, now: Moment, field: str = "promised_for") -> None:
    """Refuses `promise_in_past`; its instants are in the office's zone, whatever clock the computer shows."""
    if promised_for is not None and promised_for < now.at:
        facts = {"promised_for": promised_for.astimezone(now.zone), "now": now.at.astimezone(now.zone)}
        raise Refused("promise_in_past", field, facts)


def promise_text(promised_for: datetime | None) -> str:
    """As the journal keeps it: always UTC, so that the same instant is always the same text; "" for none."""
    return promised_for.astimezone(UTC).isoformat() if promised_for is not None else ""


def still_promised(line: SignatureStep, at: datetime) -> datetime | None:
    """What whoever takes the line's place inherits: a time that is over was broken by who had it, and by nobody else."""
    return line.promised_for if line.promised_for is not None and line.promised_for >= at else None


def _promise(
    office: Office, unit: UnitOfWork, key: int, promised_for: datetime | None, now: Moment
) -> Letter:
    line = unit.signatures.by_id(key)
    letter = unit.letters.by_id(line.letter_id)
    _check_awaited(unit, letter, line)
    if promised_for != line.promised_for:
        _renew(unit, letter, line, promised_for, now)
        said = {
            "officer": ("", name_of(unit, line.officer_id)),
            "promised_for": (promise_text(line.promised_for), promise_text(promised_for)),
        }
        write_down(office, unit, now, letter_id=letter.id, step=PROMISED, changes=said)
    return letter


def _check_awaited(unit: UnitOfWork, letter: Letter, line: SignatureStep) -> None:
    if any(each.round > line.round for each in unit.signatures.of_letter(letter.id)):
        facts = {"officer": name_of(unit, line.officer_id), "number": line.round}
        raise Refused("signature_round_over", "promised_for", facts)
    if line.state not in OPEN_STEPS:
        raise Refused("promise_too_late", "promised_for", {"state": str(line.state)})
    if letter.state not in SIGNED_LATER:
        raise Refused("promise_letter_over", "promised_for", {"state": str(letter.state)})


def _renew(
    unit: UnitOfWork, letter: Letter, line: SignatureStep, promised_for: datetime | None, now: Moment
) -> None:
    broken = letter.state in ON_ITS_WAY and still_promised(line, now.at) != line.promised_for
    if not broken:
        unit.signatures.save(replace(line, promised_for=promised_for))
        return
    unit.signatures.save(replace(line, state=SignatureState.REASSIGNED, acted_at=now.at))
    unit.signatures.add(replace(line, id=0, promised_for=promised_for))
