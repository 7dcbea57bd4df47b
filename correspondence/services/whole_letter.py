"""One letter with everything that hangs on it, names for keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from correspondence.dossier import Cancellation, DispositionLine, Dossier, Holder, SignatureLine
from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.office import Moment
from correspondence.people import appointment_on
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import calendar_of
from correspondence.services.stepping import letter_circumstances
from correspondence.workflow import Role, Step, allowed, is_cancelled, is_open, table_of


def gather(unit: UnitOfWork, letter: Letter, now: Moment, role: Role) -> Dossier:
    """The dossier of `letter` as it is at `now`; `steps` are those `role` may take."""
    names = {each.id: each.name for each in unit.people.officers()}
    kinds = {each.id: each.name for each in unit.kinds.every()}
    units = {each.id: each.name for each in unit.people.units()}
    journal = tuple(unit.journal.of_letter(letter.id))
    table = table_of(letter.direction)
    # By its line: what is answered may be above the reader's clearance, its number never is.
    answered = unit.searches.lines((letter.reply_to_id,)) if letter.reply_to_id is not None else ()
    reply_to = answered[0].ref if answered else None
    return Dossier(
        letter=letter,
        kind=kinds.get(letter.kind_id or 0, ""),
        unit=units.get(letter.unit_id or 0, ""),
        reply_to=reply_to,
        holder=_holder(unit, letter, names, now),
        overdue=is_open(letter.state) and letter.due_at is not None and letter.due_at < now.at,
        cancelled=_cancellation(letter, journal),
        dispositions=_dispositions(unit, letter, names, now),
        signatures=tuple(
            SignatureLine(each, names.get(each.officer_id, ""))
            for each in unit.signatures.of_letter(letter.id)
        ),
        attachments=tuple(unit.attachments.of_letter(letter.id)),
        journal=journal,
        steps=allowed(table, letter.state, letter_circumstances(unit, letter), role),
    )


def _holder(unit: UnitOfWork, letter: Letter, names: Mapping[int, str], now: Moment) -> Holder | None:
    if letter.held_since is None:
        return None
    waiting = calendar_of(unit).working_minutes(letter.held_since, now.at)
    who = names.get(letter.holder_id or 0, "")
    own = [each for each in unit.people.appointments() if each.officer_id == letter.holder_id]
    held = appointment_on(own, now.today)
    if held is None:
        return Holder(who, "", letter.held_since, waiting)
    return Holder(who, held.position, letter.held_since, waiting, held.capacity)


def _dispositions(
    unit: UnitOfWork, letter: Letter, names: Mapping[int, str], now: Moment
) -> tuple[DispositionLine, ...]:
    """A position is that of the day the disposition was sent: an old sheet keeps the officials of its day."""
    lines = []
    appointments = unit.people.appointments()
    for each in unit.dispositions.of_letter(letter.id):
        own = [held for held in appointments if held.officer_id == each.to_id]
        held = appointment_on(own, each.sent_at.astimezone(now.zone).date())
        sender = names.get(each.from_id or 0, "")
        recipient = names.get(each.to_id, "")
        lines.append(DispositionLine(each, sender, recipient, held.position if held else ""))
    return tuple(lines)


def _cancellation(letter: Letter, journal: Sequence[JournalEntry]) -> Cancellation | None:
    """From the journal: the letter itself only says that it is cancelled."""
    if not is_cancelled(letter.state):
        return None
    for entry in reversed(journal):
        if entry.step in {Step.CANCEL, "imported"}:
            return Cancellation(entry.by, entry.at, entry.note)
    return None
