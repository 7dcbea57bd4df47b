"""Nothing stays open under what is done: dispositions beside the leads end with what they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from correspondence.dispositions import Disposition
from correspondence.office import Moment, Office
from correspondence.ports import UnitOfWork
from correspondence.services.chains import name_of
from correspondence.services.deeds import write_down
from correspondence.workflow import DispositionState

CLOSED = "disposition_closed"
"""The journal's word for a disposition that ended because what it belonged to was done."""


def close_below(office: Office, unit: UnitOfWork, now: Moment, letter_id: int, parent_id: int | None) -> None:
    """Ends every live disposition under `parent_id` (None: of the letter), the lowest first, each with its own line.

    They count as done: what they were asked for has been answered by somebody else. No report is written for them.
    """
    for line in _live_below(unit.dispositions.of_letter(letter_id), parent_id):
        unit.dispositions.save(replace(line, state=DispositionState.DONE, done_at=now.at))
        said = {"officer": ("", name_of(unit, line.to_id)), "disposition": ("", str(line.id))}
        write_down(office, unit, now, letter_id=letter_id, step=CLOSED, changes=said)


def _live_below(family: Sequence[Disposition], parent_id: int | None) -> list[Disposition]:
    found: list[Disposition] = []
    for line in family:
        if line.parent_id == parent_id:
            found += _live_below(family, line.id)
            found += [line] if line.live else []
    return found
