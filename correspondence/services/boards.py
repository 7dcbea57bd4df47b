"""The two boards as screens show them: headings first, the lines of a person in pages, and what other desks changed.

Nothing here costs more when more waits: headings are counted by the archive on an index, lines are read by key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from correspondence.boards import (
    Board,
    BoardFilter,
    BoardLines,
    BoardPerson,
    Changed,
    DispositionWait,
    LetterWait,
    Queue,
    Side,
    SignatureWait,
)
from correspondence.dispositions import Disposition
from correspondence.office import Moment, Office, moment
from correspondence.people import Appointment, Capacity, appointment_on
from correspondence.ports import UnitOfWork
from correspondence.search import LetterLine
from correspondence.services.calendar import calendar_of
from correspondence.services.signature_promises import signature_promises
from correspondence.signatures import SignatureStep
from correspondence.workdays import DayReckoning

EVERYTHING = BoardFilter()
MOST_CHANGES = 500
"""Journal entries after which an open board reads itself anew instead of letter by letter."""


def signature_board(office: Office, *, asked: BoardFilter = EVERYTHING) -> Board:
    """Who is waited for with an initial or a signature, whose oldest line is the oldest first."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        people = _people(unit, unit.boards.signers(asked, now.at), now)
        return Board(
            tuple(sorted(people, key=lambda each: (each.oldest, each.name, each.officer_id))),
            unit.boards.newest_entry(),
        )


def disposition_board(office: Office, *, asked: BoardFilter = EVERYTHING, side: Side = Side.GOT) -> Board:
    """Who has dispositions to answer (or, GAVE, who waits for answers), those with most overdue first, then the oldest."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        people = _people(unit, unit.boards.recipients(asked, now.today, side), now)
        ordered = sorted(people, key=lambda each: (-each.late, each.oldest, each.name, each.officer_id))
        return Board(tuple(ordered), unit.boards.newest_entry())


def signature_lines(
    office: Office,
    *,
    officer_id: int | None = None,
    asked: BoardFilter = EVERYTHING,
    after: SignatureWait | None = None,
    limit: int = 50,
) -> tuple[SignatureWait, ...]:
    """The lines of one officer (None: of those `asked` names, or of all), oldest first, after the one given."""
    asked = _of_officer(asked, officer_id)
    with office.open_reading() as unit:
        steps = unit.boards.signature_steps(asked, after=after.step if after else None, limit=limit)
        return _signatures(unit, steps, moment(office, unit))


def disposition_lines(
    office: Office,
    *,
    officer_id: int | None = None,
    asked: BoardFilter = EVERYTHING,
    side: Side = Side.GOT,
    after: DispositionWait | None = None,
    limit: int = 50,
) -> tuple[DispositionWait, ...]:
    """The lines of one officer (None: of those `asked` names, or of all), overdue first, then by day and by age."""
    asked = _of_officer(asked, officer_id)
    with office.open_reading() as unit:
        last = after.disposition if after else None
        found = unit.boards.dispositions(asked, side, after=last, limit=limit)
        return _dispositions(unit, found, moment(office, unit))


def letters_waiting(
    office: Office, *, asked: BoardFilter = EVERYTHING, after: LetterWait | None = None, limit: int = 50
) -> tuple[LetterWait, ...]:
    """Letters of which a disposition is open, the most overdue first, after the one given.

    `asked` chooses letters of which a line at hand is so; what is counted is everything open of them.
    """
    with office.open_reading() as unit:
        last = after.first if after else None
        firsts = unit.boards.first_dispositions(asked, after=last, limit=limit)
        return _letter_waits(unit, firsts, moment(office, unit))


def waits_of_letters(
    office: Office, *, letter_ids: Sequence[int], asked: BoardFilter = EVERYTHING
) -> tuple[LetterWait, ...]:
    """These letters as they stand in the list of letters now; one without an open disposition has left it."""
    with office.open_reading() as unit:
        firsts: dict[int, Disposition] = {}
        for line, waits_below in sorted(
            unit.boards.dispositions_of(letter_ids), key=lambda each: place_of(each[0])
        ):
            if not waits_below and asked.keeps(line):
                firsts.setdefault(line.letter_id, line)
        found = _letter_waits(unit, list(firsts.values()), moment(office, unit))
        return tuple(each for each in found if _in_unit(unit, each.letter, asked.unit_id))


def lines_of_letters(office: Office, *, letter_ids: Sequence[int]) -> BoardLines:
    """Every line these letters have on either board now; a letter without one has left it."""
    with office.open_reading() as unit:
        now = moment(office, unit)
        return BoardLines(
            _signatures(unit, unit.boards.steps_of(letter_ids), now),
            _dispositions(unit, unit.boards.dispositions_of(letter_ids), now),
        )


def changes_since(office: Office, *, token: int) -> Changed:
    """The letters of which the journal has new entries since `token` (that of a board, or of the last answer).

    `everything` when more than MOST_CHANGES entries came, or one of the office's own lists was changed.
    """
    with office.open_reading() as unit:
        newest = unit.boards.newest_entry()
        if newest == token:
            return Changed(token, frozenset(), everything=False)
        entries = unit.boards.letters_since(token, MOST_CHANGES + 1)
        letters = frozenset(each for each in entries if each is not None)
        # A journal that is shorter than the token belongs to another registry, restored from a copy perhaps.
        much = len(entries) > MOST_CHANGES or None in entries or newest < token
        return Changed(newest, letters, everything=much)


def reckoning(office: Office, *, start: datetime, end: datetime | None = None) -> tuple[DayReckoning, ...]:
    """Which days between two aware instants (None is now) counted as working time, which did not, and why."""
    with office.open_reading() as unit:
        until = end if end is not None else moment(office, unit).at
        return calendar_of(unit).reckoning(start, until)


def _of_officer(asked: BoardFilter, officer_id: int | None) -> BoardFilter:
    if officer_id is None:
        return asked
    return replace(asked, officer_ids=frozenset({officer_id}))


def _people(unit: UnitOfWork, queues: Sequence[Queue], now: Moment) -> list[BoardPerson]:
    calendar, names = calendar_of(unit), _names(unit)
    positions = _Positions(unit.people.appointments(), now)
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


def _signatures(unit: UnitOfWork, steps: Sequence[SignatureStep], now: Moment) -> tuple[SignatureWait, ...]:
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


def _dispositions(
    unit: UnitOfWork, found: Sequence[tuple[Disposition, bool]], now: Moment
) -> tuple[DispositionWait, ...]:
    letters, names = _letters(unit, [each.letter_id for each, _ in found]), _names(unit)
    calendar, positions = calendar_of(unit), _Positions(unit.people.appointments(), now)
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


def _letter_waits(unit: UnitOfWork, firsts: Sequence[Disposition], now: Moment) -> tuple[LetterWait, ...]:
    letters, calendar, names = (
        _letters(unit, [each.letter_id for each in firsts]),
        calendar_of(unit),
        _names(unit),
    )
    positions = _Positions(unit.people.appointments(), now)
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


def _in_unit(unit: UnitOfWork, letter: LetterLine, unit_id: int | None) -> bool:
    return unit_id is None or letter.unit in {each.name for each in unit.people.units() if each.id == unit_id}


class _Positions:
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
