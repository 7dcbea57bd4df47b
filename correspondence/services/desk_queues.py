"""What waits on the first screen: each counter's code and the letters behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

from correspondence.dossier import DeskCount
from correspondence.errors import NotFound
from correspondence.office import Office, moment
from correspondence.search import LetterFilter
from correspondence.workflow import Direction, DispositionState, IncomingState, OutgoingState

_I, _O, _D = IncomingState, OutgoingState, DispositionState
_EVER = datetime.min.replace(tzinfo=UTC)

Queue = Callable[[datetime], LetterFilter]
"""From now, in the office's zone, to the letters that wait."""


def _in(direction: Direction, *states: IncomingState | OutgoingState) -> Queue:
    asked = LetterFilter(direction=direction, states=frozenset(states))
    return lambda _now: asked


def _dispositions(*states: DispositionState) -> Queue:
    asked = LetterFilter(direction=Direction.INCOMING, dispositions_in=frozenset(states))
    return lambda _now: asked


def _promised_today(now: datetime) -> LetterFilter:
    """From now on: what was promised for an hour of today that is over is broken."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    return LetterFilter(direction=Direction.OUTGOING, promised=(now, midnight))


DESK_QUEUES: Mapping[str, Queue] = {
    "not_submitted": _in(Direction.INCOMING, _I.REGISTERED),
    "awaiting_disposition": _in(Direction.INCOMING, _I.SUBMITTED),
    "disposed": _in(Direction.INCOMING, _I.DISPOSED),
    "dispositions_unread": _dispositions(_D.SENT),
    "dispositions_in_progress": _dispositions(_D.READ, _D.IN_PROGRESS),
    "dispositions_overdue": lambda now: LetterFilter(
        direction=Direction.INCOMING, disposition_due_before=now.date()
    ),
    "ready_to_complete": lambda _now: LetterFilter(direction=Direction.INCOMING, leads_done=True),
    "overdue": lambda now: LetterFilter(direction=Direction.INCOMING, overdue_at=now),
    "drafts": _in(Direction.OUTGOING, _O.DRAFT, _O.NEEDS_REVISION),
    "sent_back": _in(Direction.OUTGOING, _O.NEEDS_REVISION),
    "in_review": _in(Direction.OUTGOING, _O.IN_REVIEW),
    "awaiting_signature": _in(Direction.OUTGOING, _O.AWAITING_SIGNATURE),
    "promised_today": _promised_today,
    "promises_broken": lambda now: LetterFilter(direction=Direction.OUTGOING, promised=(_EVER, now)),
    "signed_unnumbered": _in(Direction.OUTGOING, _O.SIGNED),
    "numbered_undispatched": _in(Direction.OUTGOING, _O.NUMBERED),
    "undelivered": _in(Direction.OUTGOING, _O.DISPATCHED),
}
"""In the order of a letter's way. Some cross others: `overdue`, what is said of dispositions and of promises."""


def queue_filter(code: str, now: datetime) -> LetterFilter:
    """The letters behind a counter of the first screen; `now` in the office's zone. NotFound("queue", …)."""
    if code not in DESK_QUEUES:
        raise NotFound("queue", code, tuple(DESK_QUEUES))
    return DESK_QUEUES[code](now)


def desk_counts(office: Office) -> tuple[DeskCount, ...]:
    """Every counter of the first screen, in the order of DESK_QUEUES; counted no further than a thousand."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        local = now.at.astimezone(now.zone)
        return tuple(
            DeskCount(code, unit.searches.count(asked(local)).number) for code, asked in DESK_QUEUES.items()
        )
