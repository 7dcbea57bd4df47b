"""Where the paper lies: exactly one holder for every open letter, none for the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from correspondence.dispositions import holding_lead, lead_nobody_has
from correspondence.letters import Letter
from correspondence.ports import UnitOfWork
from correspondence.signatures import requested
from correspondence.workflow import IncomingState, OutgoingState, is_open

_AT_A_SIGNER = frozenset({OutgoingState.IN_REVIEW, OutgoingState.AWAITING_SIGNATURE})


def held(unit: UnitOfWork, letter: Letter, before: Letter, at: datetime) -> Letter:
    """`letter` with its holder (None is the mail desk) and since when.

    A letter that stays where it was keeps its `held_since`; `submitted` keeps the officer the step named.
    """
    if not is_open(letter.state):
        return replace(letter, holder_id=None, held_since=None)
    if letter.state is IncomingState.SUBMITTED:
        return replace(letter, held_since=before.held_since if before.state is letter.state else at)
    holder, since = _found(unit, letter)
    if since is None:
        stays = before.holder_id == holder and before.state is not IncomingState.SUBMITTED
        since = before.held_since if stays and before.held_since is not None else at
    return replace(letter, holder_id=holder, held_since=since)


def _found(unit: UnitOfWork, letter: Letter) -> tuple[int | None, datetime | None]:
    if letter.state is IncomingState.DISPOSED:
        family = unit.dispositions.of_letter(letter.id)
        lead, back = holding_lead(family), lead_nobody_has(family)
        if lead is not None:
            return lead.to_id, lead.sent_at
        return (back.from_id if back else None), None
    if letter.state in _AT_A_SIGNER:
        waited_for = requested(unit.signatures.of_letter(letter.id))
        return (waited_for[0].officer_id, waited_for[0].requested_at) if waited_for else (None, None)
    return None, None
