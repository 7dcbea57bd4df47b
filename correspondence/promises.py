"""What became of promised times: kept or broken by the clock alone, each line of a chain for itself.

Kept is what was done by then. Broken is what was waited for when the time came: of who was asked, and of a signatory
whom the initials before him had not reached, for the citizen was told his hour. A promise that fell because the draft
came back, was recalled or went to somebody else before the time is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from correspondence.signatures import SignatureStep
from correspondence.workflow import SignatureState


def outcomes(steps: Sequence[SignatureStep], now: datetime) -> tuple[bool | None, ...]:
    """For each line whether its promise was kept; None for one whose promise is open, or fell, or that has none.

    `steps` hold the lines that stood beside a promised one when its time came.
    """
    rounds: dict[tuple[int, int], list[SignatureStep]] = defaultdict(list)
    for each in steps:
        rounds[each.letter_id, each.round].append(each)
    return tuple(_outcome(each, rounds[each.letter_id, each.round], now) for each in steps)


def _outcome(line: SignatureStep, beside: Iterable[SignatureStep], now: datetime) -> bool | None:
    promised, done = line.promised_for, line.state is SignatureState.DONE
    if promised is None:
        return None
    if done and line.acted_at is not None and line.acted_at <= promised:
        return True
    asked = line.state is not SignatureState.WAITING or _on_its_way(beside, promised)
    return False if asked and (line.acted_at or now) > promised else None


def _on_its_way(lines: Iterable[SignatureStep], at: datetime) -> bool:
    """Whether somebody of the round was being waited for at that instant."""
    return any(
        each.requested_at is not None
        and each.requested_at <= at
        and (each.state is SignatureState.REQUESTED or (each.acted_at is not None and each.acted_at > at))
        for each in lines
    )
