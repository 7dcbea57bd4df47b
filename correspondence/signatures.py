"""A signature chain: the initials of the hierarchy in order, then one signatory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from correspondence.people import Capacity
from correspondence.workflow import Circumstances, SignatureState


class SignatureTask(StrEnum):
    """Paraf or tanda tangan."""

    INITIAL = "initial"
    SIGN = "sign"


class InitialKind(StrEnum):
    """The two columns of the table of initials: paraf hierarki, paraf koordinasi."""

    HIERARCHY = "hierarchy"
    COORDINATION = "coordination"


OPEN_STEPS: frozenset[SignatureState] = frozenset({SignatureState.WAITING, SignatureState.REQUESTED})
PASSED_STEPS: frozenset[SignatureState] = frozenset({SignatureState.DONE, SignatureState.SKIPPED})


@dataclass(frozen=True, slots=True)
class SignatureStep:
    """One line of a chain. `round` rises each time the chain starts again after sending back.

    `order` counts from 1; lines of the same order stand in parallel. `position` and `capacity` are those of
    the day the chain was made: an old letter keeps the officials of its day. `kind` is the column an initial is
    printed in.
    """

    letter_id: int
    round: int
    order: int
    officer_id: int
    task: SignatureTask
    position: str = ""
    capacity: Capacity = Capacity.DEFINITIVE
    state: SignatureState = SignatureState.WAITING
    requested_at: datetime | None = None
    promised_for: datetime | None = None
    acted_at: datetime | None = None
    note: str = ""
    kind: InitialKind = InitialKind.HIERARCHY
    id: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One place of a chain as a person fills it in: whom, in which capacity (None: as he is on the day), until when.

    `position` tells apart the offices of one who holds several in that capacity; "" is the one that counts.
    """

    officer: str
    capacity: Capacity | None = None
    kind: InitialKind = InitialKind.HIERARCHY
    promised_for: datetime | None = None
    position: str = ""


def current_round(steps: Iterable[SignatureStep]) -> tuple[SignatureStep, ...]:
    """The lines of the newest round in the order of the chain; reassigned lines are history and left out."""
    every = list(steps)
    newest = max((each.round for each in every), default=0)
    lines = [each for each in every if each.round == newest and each.state is not SignatureState.REASSIGNED]
    return tuple(sorted(lines, key=lambda each: (each.order, each.id)))


def circumstances_of(steps: Iterable[SignatureStep]) -> Circumstances:
    """What the conditions of the workflow ask of the newest round."""
    lines = current_round(steps)
    initials = [each for each in lines if each.task is SignatureTask.INITIAL]
    return Circumstances(
        initials_in_chain=len(initials),
        initials_left=sum(each.state in OPEN_STEPS for each in initials),
        has_signatory=any(each.task is SignatureTask.SIGN for each in lines),
    )


def next_to_request(steps: Iterable[SignatureStep]) -> tuple[SignatureStep, ...]:
    """The waiting lines whose turn it is.

    The lowest order that is not yet passed, if none is requested there.
    """
    open_lines = [each for each in current_round(steps) if each.state in OPEN_STEPS]
    first = min((each.order for each in open_lines), default=0)
    return tuple(each for each in open_lines if each.order == first and each.state is SignatureState.WAITING)


def requested(steps: Iterable[SignatureStep]) -> tuple[SignatureStep, ...]:
    """The lines somebody is waited for now."""
    return tuple(each for each in current_round(steps) if each.state is SignatureState.REQUESTED)
