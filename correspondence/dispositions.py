"""A disposition: what a leader asks of officers about an incoming letter.

One line per recipient, a tree per letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from correspondence.workflow import LIVE_DISPOSITIONS, Circumstances, DispositionState


@dataclass(frozen=True, slots=True)
class Disposition:
    """From one officer to one other.

    `lead` marks the one who answers for it ("1" on paper, the others "V").
    """

    letter_id: int
    to_id: int
    lead: bool
    sent_at: datetime
    from_id: int | None = None
    parent_id: int | None = None
    state: DispositionState = DispositionState.SENT
    instructions: tuple[str, ...] = ()
    note: str = ""
    due_on: date | None = None
    read_at: datetime | None = None
    done_at: datetime | None = None
    report: str = ""
    id: int = 0

    @property
    def live(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state in LIVE_DISPOSITIONS


def circumstances_of(dispositions: Iterable[Disposition], parent_id: int | None = None) -> Circumstances:
    """What the conditions of the workflow ask: of the letter (`parent_id` None), or of one disposition's
    children.

    Returned and recalled lines neither hold back nor complete: somebody else must be asked.
    """
    every = list(dispositions)
    leads = [each for each in every if each.lead and each.parent_id == parent_id]
    return Circumstances(
        open_leads=sum(each.live for each in leads),
        done_leads=sum(each.state is DispositionState.DONE for each in leads),
        ever_disposed=bool(every),
    )


def holding_lead(dispositions: Iterable[Disposition]) -> Disposition | None:
    """The disposition at whose recipient the paper lies.

    From the newest live lead down to its live lead leaf.
    """
    every = list(dispositions)
    here: Disposition | None = None
    while True:
        below = [
            each
            for each in every
            if each.live and each.lead and each.parent_id == (here.id if here else None)
        ]
        if not below:
            return here
        here = max(below, key=lambda each: (each.sent_at, each.id))


def came_through(dispositions: Iterable[Disposition], line: Disposition) -> frozenset[int]:
    """The officers this disposition has come through, its first sender included, its own recipient not."""
    lines = {each.id: each for each in dispositions}
    seen: set[int] = set()
    here: Disposition | None = line
    while here is not None:
        seen |= {here.to_id} | ({here.from_id} if here.from_id is not None else set())
        here = lines.get(here.parent_id) if here.parent_id is not None else None
    return frozenset(seen - {line.to_id})


def lead_nobody_has(dispositions: Iterable[Disposition]) -> Disposition | None:
    """The letter's newest lead when all of its leads came back or were taken back; None while one lives or is done.

    The paper lies with who gave it, and waits to be given to somebody else.
    """
    leads = [each for each in dispositions if each.lead and each.parent_id is None]
    if any(each.live or each.state is DispositionState.DONE for each in leads):
        return None
    return max(leads, key=lambda each: (each.sent_at, each.id), default=None)
