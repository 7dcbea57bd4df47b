"""Looking things up: lists, what hangs on the office's lists, what somebody is waited for. Nothing here writes."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.classification import ClassificationCode
from correspondence.directory import Directory, OfficerLine
from correspondence.dispositions import Disposition
from correspondence.dossier import Dossier, Pending
from correspondence.errors import NotFound
from correspondence.letters import Correspondent
from correspondence.numbering import LetterRef
from correspondence.office import Office, moment
from correspondence.people import Appointment, Capacity, appointment_on, appointments_on
from correspondence.ports import UnitOfWork
from correspondence.search import Count, LetterFilter, LetterLine, Page
from correspondence.services.calendar import calendar_of
from correspondence.services.desk_queues import BOARD_QUEUES, DESK_QUEUES, desk_counts, queue_filter
from correspondence.services.signature_promises import signature_promises
from correspondence.services.whole_letter import gather
from correspondence.workflow import DispositionState

__all__ = ["BOARD_QUEUES", "DESK_QUEUES", "desk_counts", "queue_filter"]  # beside what is written here


def dossier(office: Office, *, ref: LetterRef) -> Dossier:
    """One letter whole; NotFound("letter", …), or ("unused_number", …) for one that an old book left out."""
    with office.open_reading() as unit:
        try:
            letter = unit.letters.by_ref(ref)
        except NotFound:
            if any(each.first <= ref.number <= each.last for each in unit.books.unused(ref.book, ref.year)):
                raise NotFound("unused_number", str(ref)) from None
            raise
        return gather(unit, letter, moment(office, unit), office.role)


def page(office: Office, *, asked: LetterFilter, after: LetterLine | None = None, limit: int = 50) -> Page:
    """The lines after the one given, newest first."""
    with office.open_reading() as unit:
        return unit.searches.page(asked, after=after, limit=limit)


def ids(office: Office, *, asked: LetterFilter) -> Sequence[int]:
    """The ids of all matches in the order of `page`: what a list scrolls through."""
    with office.open_reading() as unit:
        return unit.searches.ids(asked)


def lines(office: Office, *, letter_ids: Sequence[int]) -> Sequence[LetterLine]:
    """The lines of these letters, in the order asked."""
    with office.open_reading() as unit:
        return unit.searches.lines(letter_ids)


def count(office: Office, *, asked: LetterFilter, cap: int = 1000) -> Count:
    """How many match, counted no further than `cap`."""
    with office.open_reading() as unit:
        return unit.searches.count(asked, cap=cap)


def pending_signatures(office: Office) -> tuple[Pending, ...]:
    """Whose initial or signature is waited for, oldest first. A promise is broken once its instant has passed."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        calendar = calendar_of(unit)
        steps = unit.signatures.requested()
        keys = [step.letter_id for step in steps]
        letters, names = _lines_by_id(unit, keys), _names(unit)
        promised = signature_promises(unit, keys)
        waiting = []
        for step in steps:
            letter, asked_at = letters[step.letter_id], step.requested_at or now.at
            broken = step.promised_for is not None and step.promised_for < now.at
            signing = promised.get(step.letter_id)
            waiting.append(
                Pending(
                    ref=letter.ref,
                    subject=letter.subject,
                    item_id=step.id,
                    officer=names[step.officer_id],
                    position=step.position,
                    capacity=step.capacity,
                    task=step.task,
                    requested_at=asked_at,
                    waiting_minutes=calendar.working_minutes(asked_at, now.at),
                    promised_for=step.promised_for,
                    promise_broken=broken,
                    late=broken,
                    round=step.round,
                    signature_promised_for=signing,
                    signature_promise_broken=signing is not None and signing < now.at,
                    unit=letter.unit,
                    kind=letter.kind,
                    correspondent=letter.correspondent,
                )
            )
        return tuple(waiting)


def pending_dispositions(office: Office) -> tuple[Pending, ...]:
    """Whose answer to a disposition is waited for, oldest first; not of somebody who waits for a lead below himself."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        calendar = calendar_of(unit)
        live = unit.dispositions.live()
        waiting = [each for each in live if not _waits_below(each, live)]
        letters = _lines_by_id(unit, [each.letter_id for each in waiting])
        names, appointments = _names(unit), unit.people.appointments()
        pending = []
        for each in waiting:
            letter = letters[each.letter_id]
            held = appointment_on(_of(appointments, each.to_id), now.today)
            pending.append(
                Pending(
                    ref=letter.ref,
                    subject=letter.subject,
                    item_id=each.id,
                    officer=names[each.to_id],
                    position=held.position if held else "",
                    capacity=held.capacity if held else Capacity.DEFINITIVE,
                    task=None,
                    requested_at=each.sent_at,
                    waiting_minutes=calendar.working_minutes(each.sent_at, now.at),
                    promised_for=None,
                    promise_broken=False,
                    unit=letter.unit,
                    kind=letter.kind,
                    correspondent=letter.correspondent,
                    disposition=each,
                    late=each.due_on is not None and each.due_on < now.today,
                    giver=names.get(each.from_id or 0, ""),
                )
            )
        return tuple(pending)


def suggestions(office: Office, *, beginning: str) -> Sequence[Correspondent]:
    """Senders and addressees met before of which a word starts like this."""
    with office.open_reading() as unit:
        return unit.people.correspondents(beginning)


def codes(
    office: Office, *, words: str, regime: str | None = None, limit: int = 50
) -> Sequence[ClassificationCode]:
    """Classification codes by beginning of the code or by words of the label."""
    with office.open_reading() as unit:
        return unit.codes.find(words, regime=regime, limit=limit)


def directory(office: Office) -> Directory:
    """Officers, units and kinds to choose from, and the office's settings."""
    with office.open_reading() as unit:
        today = moment(office, unit).today
        units, appointments = unit.people.units(), unit.people.appointments()
        unit_names = {each.id: each.name for each in units}
        officers = []
        for officer in unit.people.officers():
            held = appointments_on(_of(appointments, officer.id), today)
            where = unit_names.get(held[0].unit_id or 0, "") if held else ""
            serving = officer.left_on is None or officer.left_on >= today
            officers.append(OfficerLine(officer, held[0] if held else None, where, serving, held))
        return Directory(tuple(officers), tuple(units), tuple(unit.kinds.every()), unit.profiles.read())


def attachment(office: Office, *, sha256: str) -> bytes:
    """The content of a file by its hash; NotFound("attachment", …)."""
    with office.open_reading() as unit:
        return unit.attachments.content(sha256)


def _lines_by_id(unit: UnitOfWork, letter_ids: Sequence[int]) -> dict[int, LetterLine]:
    return {each.id: each for each in unit.searches.lines(tuple(dict.fromkeys(letter_ids)))}


def _names(unit: UnitOfWork) -> dict[int, str]:
    return {each.id: each.name for each in unit.people.officers()}


def _of(appointments: Sequence[Appointment], officer_id: int) -> list[Appointment]:
    return [each for each in appointments if each.officer_id == officer_id]


def _waits_below(line: Disposition, live: Sequence[Disposition]) -> bool:
    if line.state is not DispositionState.IN_PROGRESS:
        return False
    return any(each.parent_id == line.id and each.lead for each in live)
