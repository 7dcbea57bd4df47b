"""What waits on the first screen: each counter's code and what lies behind it, letters of a book or lines of a board.

A counter counts what the list it opens shows: letters where it opens a book, single initials, signatures and dispositions
where it opens a board.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from correspondence.boards import BoardFilter, Side
from correspondence.dossier import DeskCount
from correspondence.errors import NotFound
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork
from correspondence.search import Count, LetterFilter
from correspondence.signatures import SignatureTask
from correspondence.workflow import Direction, DispositionState, IncomingState, OutgoingState

_I, _O, _D = IncomingState, OutgoingState, DispositionState
_EVER = datetime.min.replace(tzinfo=UTC)

Queue = Callable[[datetime], LetterFilter]
"""From now, in the office's zone, to the letters that wait."""
BoardQueue = Callable[[datetime], BoardFilter]
"""From now, in the office's zone, to the lines that wait."""


def _in(direction: Direction, *states: IncomingState | OutgoingState) -> Queue:
    asked = LetterFilter(direction=direction, states=frozenset(states))
    return lambda _now: asked


def _from_now_to_midnight(now: datetime) -> tuple[datetime, datetime]:
    """What was promised for an hour of today that is over is broken, and no longer promised for today."""
    return now, datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)


DESK_QUEUES: Mapping[str, Queue] = {
    "not_submitted": _in(Direction.INCOMING, _I.REGISTERED),
    "awaiting_disposition": lambda _now: LetterFilter(direction=Direction.INCOMING, awaits_disposition=True),
    "disposed": _in(Direction.INCOMING, _I.DISPOSED),
    "ready_to_complete": lambda _now: LetterFilter(direction=Direction.INCOMING, leads_done=True),
    "overdue": lambda now: LetterFilter(direction=Direction.INCOMING, overdue_at=now),
    "drafts": _in(Direction.OUTGOING, _O.DRAFT),
    "sent_back": _in(Direction.OUTGOING, _O.NEEDS_REVISION),
    "in_review": _in(Direction.OUTGOING, _O.IN_REVIEW),
    "awaiting_signature": _in(Direction.OUTGOING, _O.AWAITING_SIGNATURE),
    "signed_unnumbered": _in(Direction.OUTGOING, _O.SIGNED),
    "numbered_undispatched": _in(Direction.OUTGOING, _O.NUMBERED),
    "undelivered": _in(Direction.OUTGOING, _O.DISPATCHED),
}
"""Letters, in the order of their way. Some cross others: `overdue`, and what of `disposed` waits for a next step."""

SIGNATURE_QUEUES: Mapping[str, BoardQueue] = {
    "initials": lambda _now: BoardFilter(task=SignatureTask.INITIAL),
    "signatures": lambda _now: BoardFilter(task=SignatureTask.SIGN),
    "promised_today": lambda now: BoardFilter(promised=_from_now_to_midnight(now)),
    "promises_broken": lambda now: BoardFilter(promised=(_EVER, now)),
}
DISPOSITION_QUEUES: Mapping[str, BoardQueue] = {
    "dispositions_unread": lambda _now: BoardFilter(states=frozenset({_D.SENT})),
    "dispositions_in_progress": lambda _now: BoardFilter(states=frozenset({_D.READ, _D.IN_PROGRESS})),
    "dispositions_overdue": lambda now: BoardFilter(due_before=now.date()),
}
BOARD_QUEUES: Mapping[str, BoardQueue] = {**SIGNATURE_QUEUES, **DISPOSITION_QUEUES}
"""Lines of the two boards, of the dispositions those that were got and are at hand."""

_ON_BOARDS = frozenset({"in_review", "awaiting_signature"})
"""Counted on the first screen by their lines: a letter may wait for two initials at once."""


def queue_filter(code: str, now: datetime) -> LetterFilter:
    """The letters behind a counter of the first screen; `now` in the office's zone. NotFound("queue", …)."""
    if code not in DESK_QUEUES:
        raise NotFound("queue", code, tuple(DESK_QUEUES))
    return DESK_QUEUES[code](now)


def board_filter(code: str, now: datetime) -> BoardFilter:
    """The lines behind a counter that opens a board; `now` in the office's zone. NotFound("queue", …)."""
    if code not in BOARD_QUEUES:
        raise NotFound("queue", code, tuple(BOARD_QUEUES))
    return BOARD_QUEUES[code](now)


def desk_counts(office: Office) -> tuple[DeskCount, ...]:
    """Every counter of the first screen, those of letters first; counted no further than a thousand."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        local = now.at.astimezone(now.zone)
        letters = {
            code: unit.searches.count(asked(local))
            for code, asked in DESK_QUEUES.items()
            if code not in _ON_BOARDS
        }
        lines = {code: _lines(unit, code, asked(local)) for code, asked in BOARD_QUEUES.items()}
        return tuple(DeskCount(code, each.number, each.exact) for code, each in {**letters, **lines}.items())


def board_counts(
    office: Office, *, asked: BoardFilter, codes: frozenset[str], side: Side = Side.GOT
) -> Mapping[str, Count]:
    """How many lines each of these counters of a board has among those asked for."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        local = now.at.astimezone(now.zone)
        return {
            code: _lines(unit, code, _both(asked, queue(local)), side)
            for code, queue in BOARD_QUEUES.items()
            if code in codes
        }


def _lines(unit: UnitOfWork, code: str, asked: BoardFilter, side: Side = Side.GOT) -> Count:
    if code in SIGNATURE_QUEUES:
        return unit.boards.count_steps(asked)
    return unit.boards.count_dispositions(asked, side)


def _both(asked: BoardFilter, queue: BoardFilter) -> BoardFilter:
    """What is asked of unit, kind and officer, and the counter's own."""
    return replace(queue, unit_id=asked.unit_id, kind_id=asked.kind_id, officer_ids=asked.officer_ids)
