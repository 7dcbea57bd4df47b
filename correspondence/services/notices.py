"""What somebody must be told: drafts that were sent back, why, and who had already initialled them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from correspondence.journal import JournalEntry
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.ports import UnitOfWork
from correspondence.search import LetterFilter, LetterLine
from correspondence.signatures import PASSED_STEPS, SignatureTask
from correspondence.workflow import Direction, OutgoingState, SignatureState

MOST = 200
_SENT_BACK = LetterFilter(direction=Direction.OUTGOING, states=frozenset({OutgoingState.NEEDS_REVISION}))


@dataclass(frozen=True, slots=True)
class Notice:
    """A draft that came back. `drafter` is who entered it, `initialled` those who had initialled in that round."""

    ref: LetterRef
    letter_id: int
    subject: str
    drafter: str
    returned_by: str
    reason: str
    at: datetime
    initialled: tuple[str, ...]


def notices(office: Office) -> tuple[Notice, ...]:
    """Every draft that waits for revision, newest letter first, at most MOST; each stands until it is sent up again."""
    with office.open_reading() as unit:
        names = {each.id: each.name for each in unit.people.officers()}
        page = unit.searches.page(_SENT_BACK, limit=MOST)
        found = (_notice(unit, line, names) for line in page.lines)
        return tuple(each for each in found if each is not None)


def _notice(unit: UnitOfWork, line: LetterLine, names: Mapping[int, str]) -> Notice | None:
    steps = unit.signatures.of_letter(line.id)
    returned = [each for each in steps if each.state is SignatureState.RETURNED]
    if not returned:
        return None
    last = max(returned, key=lambda each: (each.round, each.id))
    initialled = [
        names[each.officer_id]
        for each in steps
        if each.round == last.round and each.task is SignatureTask.INITIAL and each.state in PASSED_STEPS
        and each.state is not SignatureState.SKIPPED
    ]  # fmt: skip
    journal = unit.journal.of_letter(line.id)
    return Notice(
        ref=line.ref,
        letter_id=line.id,
        subject=line.subject,
        drafter=_drafter(journal[0]) if journal else "",
        returned_by=names[last.officer_id],
        reason=last.note,
        at=last.acted_at or line.registered_at,
        initialled=tuple(initialled),
    )


def _drafter(first: JournalEntry) -> str:
    return first.by
