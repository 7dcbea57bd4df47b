"""When signatures are promised that still wait for initials: told where the initial waits, for it holds them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from correspondence.ports import UnitOfWork


def signature_promises(unit: UnitOfWork, letter_ids: Iterable[int]) -> Mapping[int, datetime]:
    """Letter → when its signature is promised, of those whose signatory is not asked yet."""
    lines = unit.boards.signatories_of(tuple(dict.fromkeys(letter_ids)))
    return {each.letter_id: each.promised_for for each in lines if each.promised_for is not None}
