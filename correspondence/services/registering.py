"""Registering a letter: the number, the letter, its attachments and its line in the journal are one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.forms import LetterForm, NewAttachment
from correspondence.letters import Letter
from correspondence.numbering import LetterRef, agenda_key
from correspondence.office import Moment, Office, moment
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import due_at
from correspondence.services.deeds import touched, write_down
from correspondence.services.hanging import checked, hang
from correspondence.services.transcribing import remember, tidied, transcribe
from correspondence.throughput import Fact, FactKind
from correspondence.workflow import Direction, IncomingState, OutgoingState

CLOCK_TOLERANCE = timedelta(minutes=10)
"""Desks that share a register differ by some minutes; a clock set back by more would date letters wrongly."""


def register_incoming(
    office: Office,
    *,
    form: LetterForm,
    attachments: Sequence[NewAttachment] = (),
    request_key: str = "",
    despite_clock: bool = False,
) -> Changes:
    """Enters a letter that came in. It belongs to the day it was received, its number to the year of today.

    A `request_key` that is known already returns the letter an earlier try registered. Refuses what `forms.check` finds,
    unknown names, bad attachments, and `clock_behind` when the clock is more than ten minutes behind the last
    registration; `despite_clock` is for a person who has looked at the clock (it was the earlier one that was wrong).
    """
    return _register(office, Direction.INCOMING, form, _Way(attachments, request_key, despite_clock))


def register_outgoing(
    office: Office,
    *,
    form: LetterForm,
    attachments: Sequence[NewAttachment] = (),
    request_key: str = "",
    despite_clock: bool = False,
) -> Changes:
    """Enters the draft of a letter of ours. It belongs to the day of its entry; otherwise as `register_incoming`."""
    return _register(office, Direction.OUTGOING, form, _Way(attachments, request_key, despite_clock))


def attach(office: Office, *, ref: LetterRef, attachments: Sequence[NewAttachment]) -> Changes:
    """Hangs files on a letter in whatever state: a scan may come late, a proof of receipt always does.

    Refuses `attachment_empty`, `attachment_too_large`. A file that hangs there already is not hung twice.
    """
    files = [checked(each) for each in attachments]
    with office.open_unit() as unit:
        now = moment(office, unit)
        letter = unit.letters.by_ref(ref)
        hung = hang(unit, letter.id, files, now)
        if hung:
            said = {"attachments": ("", "; ".join(hung))}
            write_down(office, unit, now, letter_id=letter.id, step="attached", changes=said)
        unit.commit()
        return touched(letter)


@dataclass(frozen=True, slots=True)
class _Way:
    """What comes with a form."""

    attachments: Sequence[NewAttachment]
    request_key: str
    despite_clock: bool


def _register(office: Office, direction: Direction, form: LetterForm, way: _Way) -> Changes:
    files = [checked(each) for each in way.attachments]
    form = tidied(form)
    # Lists change once a month, and their keys never: they are read before the other desks have to wait for this one.
    with office.open_reading() as unit:
        known = _known(unit, way.request_key)
        if known is not None:
            return touched(known)
        before = moment(office, unit)
        behind = _check_clock(unit, before, despite_clock=way.despite_clock)
        draft = _letter(unit, direction, form, before)
    with office.open_unit() as unit:
        known = _known(unit, way.request_key)  # the same form may have been sent twice at once
        if known is not None:
            return touched(known)
        now = _now(office, before)
        if now.today != before.today:
            draft = _letter(unit, direction, form, now)  # midnight struck while we waited
        number = unit.numbers.take(agenda_key(direction, now.today.year))
        draft = replace(draft, agenda_number=number, registered_at=now.at, held_since=now.at)
        letter = unit.letters.add(draft, way.request_key or uuid4().hex)
        unit.facts.add(Fact(letter.id, FactKind.REGISTERED, letter.entered_on, now.at))
        hung = hang(unit, letter.id, files, now)
        said = {"attachments": ("", "; ".join(hung)), **behind}
        write_down(office, unit, now, letter_id=letter.id, step="registered", changes=said)
        remember(unit, letter)
        unit.commit()
        return touched(letter)


def _now(office: Office, before: Moment) -> Moment:
    """The clock once more, in the zone read before: the waiting for other desks lies between."""
    at = office.clock.now()
    return Moment(at, at.astimezone(before.zone).date(), before.zone)


def _known(unit: UnitOfWork, request_key: str) -> Letter | None:
    """The letter an earlier try with the same key registered."""
    return unit.letters.by_request_key(request_key) if request_key else None


def _letter(unit: UnitOfWork, direction: Direction, form: LetterForm, now: Moment) -> Letter:
    """The letter before it has a number."""
    entry = transcribe(unit, form, direction, today=now.today)
    received_on = entry.received_on
    incoming = direction is Direction.INCOMING
    letter = Letter(
        direction=direction,
        book_year=now.today.year,
        agenda_number=0,
        state=IncomingState.REGISTERED if incoming else OutgoingState.DRAFT,
        entered_on=received_on or now.today,
        registered_at=now.at,
        correspondent=entry.correspondent,
        subject=entry.subject,
        due_at=due_at(unit, entry.urgency, received_on, now.at) if received_on else None,
        held_since=now.at,
    )
    return entry.onto(letter)


def _check_clock(unit: UnitOfWork, now: Moment, *, despite_clock: bool) -> Mapping[str, tuple[str, str]]:
    """What the journal is told when somebody registers although the clock seems to be behind."""
    last = unit.letters.last_registration()
    if last is None or last - now.at <= CLOCK_TOLERANCE:
        return {}
    if not despite_clock:
        facts = {"now": now.at.astimezone(now.zone), "last": last.astimezone(now.zone)}
        raise Refused("clock_behind", facts=facts)
    return {"clock": (last.isoformat(), now.at.isoformat())}
