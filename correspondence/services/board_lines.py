"""From what the archive finds waiting to the headings and lines a board shows: names, positions of the day, working time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from correspondence.boards import BoardPerson, DispositionWait, LetterWait, Queue, SignatureWait
from correspondence.dispositions import Disposition
from correspondence.office import Moment
from correspondence.people import Appointment, Capacity, appointment_on
from correspondence.ports import UnitOfWork
from correspondence.search import LetterLine
from correspondence.services.calendar import calendar_of
from correspondence.services.signature_promises import signature_promises
from correspondence.signatures import SignatureStep


def people_of(unit: UnitOfWork, queues: Sequence[Queue], now: Moment) -> list[BoardPerson]:
    """The headings of these queues, under what each officer is called today."""
    calendar, names = calendar_of(unit), _names(unit)
    positions = Positions(unit.people.appointments(), now)
    people = []
    for each in queues:
        held = positions.held(each.officer_id, now.at)
        people.append(
            BoardPerson(
                officer_id=each.officer_id,
                name=names[each.officer_id],
                position=held.position if held else "",
                number=each.number,
                oldest=each.oldest,
                oldest_minutes=calendar.working_minutes(each.oldest, now.at),
                late=each.late,
                capacity=held.capacity if held else Capacity.DEFINITIVE,
                own=positions.own(each.officer_id, now.at) if held else "",
            )
        )
    return people


def signature_waits(
    unit: UnitOfWork, steps: Sequence[SignatureStep], now: Moment
) -> tuple[SignatureWait, ...]:
    """Lines of chains with their letters."""
    keys = [each.letter_id for each in steps]
    letters, names, calendar = _letters(unit, keys), _names(unit), calendar_of(unit)
    promised = signature_promises(unit, keys)
    return tuple(
        SignatureWait(
            step=each,
            letter=letters[each.letter_id],
            officer=names[each.officer_id],
            waiting_minutes=calendar.working_minutes(each.requested_at or now.at, now.at),
            late=each.promised_for is not None and each.promised_for < now.at,
            signature_promised_for=promised.get(each.letter_id),
        )
        for each in steps
    )


def disposition_waits(
    unit: UnitOfWork, found: Sequence[tuple[Disposition, bool]], now: Moment
) -> tuple[DispositionWait, ...]:
    """Dispositions with their letters, and whether each waits for a lead below."""
    letters, names = _letters(unit, [each.letter_id for each, _ in found]), _names(unit)
    calendar, positions = calendar_of(unit), Positions(unit.people.appointments(), now)
    return tuple(
        DispositionWait(
            disposition=each,
            letter=letters[each.letter_id],
            sender=names.get(each.from_id or 0, ""),
            recipient=names[each.to_id],
            recipient_position=positions.at(each.to_id, each.sent_at),
            waiting_minutes=calendar.working_minutes(each.sent_at, now.at),
            late=each.due_on is not None and each.due_on < now.today,
            waits_below=waits_below,
        )
        for each, waits_below in found
    )


def place_of(line: Disposition) -> tuple[date, datetime, int]:
    """Where a disposition stands on the board: by its day, those without one last, then by age."""
    return line.due_on or date.max, line.sent_at, line.id


def letter_waits(unit: UnitOfWork, firsts: Sequence[Disposition], now: Moment) -> tuple[LetterWait, ...]:
    """The letters of these dispositions, each with all that is open of it."""
    letters, calendar, names = (
        _letters(unit, [each.letter_id for each in firsts]),
        calendar_of(unit),
        _names(unit),
    )
    positions = Positions(unit.people.appointments(), now)
    open_: dict[int, list[Disposition]] = {}
    for line, _ in unit.boards.dispositions_of(list(letters)):
        open_.setdefault(line.letter_id, []).append(line)
    waits = []
    for first in firsts:
        family = open_[first.letter_id]
        oldest = min(each.sent_at for each in family)
        waits.append(
            LetterWait(
                first=first,
                letter=letters[first.letter_id],
                recipient=positions.at(first.to_id, first.sent_at) or names[first.to_id],
                number=len(family),
                late=sum(each.due_on is not None and each.due_on < now.today for each in family),
                oldest=oldest,
                oldest_minutes=calendar.working_minutes(oldest, now.at),
            )
        )
    return tuple(waits)


def in_unit(unit: UnitOfWork, letter: LetterLine, unit_id: int | None) -> bool:
    """Whether the letter is one of the unit; None asks nothing."""
    return unit_id is None or letter.unit in {each.name for each in unit.people.units() if each.id == unit_id}


class Positions:
    """The position somebody held on the day of an instant."""

    def __init__(self, appointments: Sequence[Appointment], now: Moment) -> None:
        self._own: dict[int, list[Appointment]] = {}
        for each in appointments:
            self._own.setdefault(each.officer_id, []).append(each)
        self._zone = now.zone

    def held(self, officer_id: int, instant: datetime) -> Appointment | None:
        return appointment_on(self._own.get(officer_id, ()), instant.astimezone(self._zone).date())

    def at(self, officer_id: int, instant: datetime) -> str:
        held = self.held(officer_id, instant)
        return held.position if held else ""

    def own(self, officer_id: int, instant: datetime) -> str:
        """The definitive position of one who acts in another; "" of one who does not."""
        held = self.held(officer_id, instant)
        every = self._own.get(officer_id, ())
        definitive = [each for each in every if each.capacity is Capacity.DEFINITIVE]
        first = appointment_on(definitive, instant.astimezone(self._zone).date())
        return first.position if first and held and held.position != first.position else ""


def _letters(unit: UnitOfWork, letter_ids: Sequence[int]) -> Mapping[int, LetterLine]:
    return {each.id: each for each in unit.searches.lines(tuple(dict.fromkeys(letter_ids)))}


def _names(unit: UnitOfWork) -> Mapping[int, str]:
    return {each.id: each.name for each in unit.people.officers()}
