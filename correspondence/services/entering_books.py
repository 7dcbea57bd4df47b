"""Writing the lines of an old book into the register: numbers, letters, their facts and their lines in the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from correspondence.journal import JournalEntry
from correspondence.letters import Correspondent, Letter, LetterKind, LetterState, Urgency
from correspondence.numbering import agenda_key
from correspondence.office import Moment, Office, moment
from correspondence.old_books.rows import BookLine
from correspondence.people import Unit
from correspondence.ports import UnitOfWork
from correspondence.services.calendar import due_at
from correspondence.services.sorting_out import Book, SortedOut
from correspondence.sheets import InheritedHole
from correspondence.throughput import FactKind
from correspondence.workflow import Direction, IncomingState, OutgoingState, is_cancelled, is_open

REMEMBERED = 500
"""Correspondents of a book that are offered while typing afterwards: those that come more than once, the commonest first."""

_ISSUED = frozenset(
    {OutgoingState.NUMBERED, OutgoingState.DISPATCHED, OutgoingState.DELIVERED, OutgoingState.FILED}
)


@dataclass(frozen=True, slots=True)
class NewNames:
    """Kinds and units of a book that the office does not have yet, as the book first writes them."""

    kinds: tuple[str, ...]
    units: tuple[str, ...]


def new_names(unit: UnitOfWork, lines: Sequence[BookLine]) -> NewNames:
    """Case and blanks do not make a new name."""
    kinds = _unknown((line.form.kind for line in lines), (each.name for each in unit.kinds.every()))
    units = _unknown((line.form.unit for line in lines), (each.name for each in unit.people.units()))
    return NewNames(kinds, units)


def enter(office: Office, unit: UnitOfWork, found: SortedOut, names: NewNames, *, source: str) -> None:
    """Adds the new names and writes the lines; `source` is the file's name for the journal. The caller commits."""
    now = moment(office, unit)
    for name in names.kinds:
        unit.kinds.add(LetterKind(name))
    for name in names.units:
        unit.people.add_unit(Unit(name))
    numbers = _give_numbers(unit, found, source)
    letters = list(_letters(unit, found.lines, numbers, now))
    ids = unit.letters.add_many(letters, found.keys)
    days = {letter.entered_on for letter in letters}
    # The hours are not known, so facts carry the beginning of their day and no working minutes.
    unit.facts.add_many(letters, ids, _behind(letters), {day: _start_of(day, now.zone) for day in days})
    unit.journal.append_many(
        [
            JournalEntry(now.at, office.actor, "imported", letter_id, f"{source}:{line.row.number}")
            for letter_id, line in zip(ids, found.lines, strict=True)
        ]
    )
    _remember(unit, found.lines)


def facts_of(state: LetterState) -> tuple[FactKind, ...]:
    """What an old letter in this state has behind it, all of it on the book's own date.

    Every outgoing letter that left the office was issued, with or without a letter number: a counter's book that writes
    none counts its output all the same.
    """
    kinds = [FactKind.REGISTERED]
    if isinstance(state, OutgoingState) and state in _ISSUED:
        kinds.append(FactKind.ISSUED)
    if is_cancelled(state):
        kinds.append(FactKind.CANCELLED)
    elif not is_open(state):
        kinds.append(FactKind.FINISHED)
    return tuple(kinds)


def _unknown(named: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    there = {_folded(each) for each in known}
    fresh: dict[str, str] = {}
    for name in dict.fromkeys(named):
        if name and _folded(name) not in there:
            fresh.setdefault(_folded(name), " ".join(name.split()))
    return tuple(fresh.values())


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _give_numbers(unit: UnitOfWork, found: SortedOut, source: str) -> Sequence[int]:
    """The agenda number of each line: its own, or the next after all given ones of its book."""
    unnumbered = Counter((line.direction, line.on.year) for line in found.lines if line.number is None)
    for book, numbers in _given(found).items():
        unit.numbers.raise_to(agenda_key(*book), max(numbers))
    for hole in holes_of(found):
        unit.numbers.inherit_holes(hole.book, hole.year, [(hole.first, hole.last)], source)
    following: dict[Book, Iterator[int]] = {}
    for book, count in unnumbered.items():
        first = unit.numbers.take(agenda_key(*book))
        unit.numbers.raise_to(agenda_key(*book), first + count - 1)
        following[book] = iter(range(first, first + count))
    return [
        next(following[line.direction, line.on.year]) if line.number is None else line.number
        for line in found.lines
    ]


def holes_of(found: SortedOut) -> tuple[InheritedHole, ...]:
    """Numbers below the highest given one that nobody has used were never used: holes the old book brings with it."""
    holes = []
    for book, numbers in _given(found).items():
        above = max(found.taken[book], default=0)  # the holes below it are told already
        ranges = _holes(sorted(each for each in numbers if each > above), above)
        holes += [InheritedHole(*book, first, last) for first, last in ranges]
    return tuple(holes)


def _given(found: SortedOut) -> Mapping[Book, set[int]]:
    given: defaultdict[Book, set[int]] = defaultdict(set)
    for line in found.lines:
        if line.number is not None:
            given[line.direction, line.on.year].add(line.number)
    return given


def _holes(numbers: Sequence[int], above: int) -> list[tuple[int, int]]:
    """Ranges (first, last) missing between `above` and the numbers, which ascend from there."""
    holes = []
    for number in numbers:
        if number > above + 1:
            holes.append((above + 1, number - 1))
        above = number
    return holes


def _letters(
    unit: UnitOfWork, lines: Sequence[BookLine], numbers: Sequence[int], now: Moment
) -> Iterator[Letter]:
    kinds = _ids({each.name: each.id for each in unit.kinds.every()}, (line.form.kind for line in lines))
    units = _ids({each.name: each.id for each in unit.people.units()}, (line.form.unit for line in lines))
    deadlines = _Deadlines(unit, now)
    for line, number in zip(lines, numbers, strict=True):
        form = line.form
        waits = is_open(line.state)
        yield Letter(
            direction=line.direction,
            book_year=line.on.year,
            agenda_number=number,
            state=line.state,
            entered_on=line.on,
            registered_at=now.at,
            correspondent=form.correspondent,
            subject=form.subject,
            letter_number=form.letter_number,
            letter_date=form.letter_date,
            received_on=form.received_on,
            correspondent_address=form.correspondent_address,
            kind_id=kinds[form.kind],
            urgency=form.urgency,
            secrecy=form.secrecy,
            classification=form.classification,
            unit_id=units[form.unit],
            enclosures=form.enclosures,
            due_at=deadlines.of(line) if waits else None,
            external_reference=form.external_reference,
            held_since=_start_of(line.on, now.zone) if waits else None,
            dispatched_on=line.dispatched_on,
            delivered_on=line.delivered_on,
            received_by=line.received_by,
            imported=True,
            fields=form.fields,
        )


class _Deadlines:
    """Deadlines of letters that come in open; there are few different ones, and each costs a calendar."""

    def __init__(self, unit: UnitOfWork, now: Moment) -> None:
        self._unit = unit
        self._at = now.at
        self._known: dict[tuple[Urgency, date], datetime | None] = {}

    def of(self, line: BookLine) -> datetime | None:
        if line.direction is not Direction.INCOMING or not isinstance(line.state, IncomingState):
            return None
        asked = (line.form.urgency, line.on)
        if asked not in self._known:
            self._known[asked] = due_at(self._unit, *asked, self._at)
        return self._known[asked]


def _ids(known: Mapping[str, int], named: Iterable[str]) -> Mapping[str, int | None]:
    """Each name as written in the book → its id; "" → None."""
    by_name = {_folded(name): number for name, number in known.items()}
    return {name: by_name[_folded(name)] if name else None for name in dict.fromkeys(named)}


def _behind(letters: Sequence[Letter]) -> Sequence[Sequence[FactKind]]:
    """`facts_of` the state of each; looked up by direction too: `filed` of the one book equals `filed` of the other."""
    states = [(letter.direction, letter.state) for letter in letters]
    known = {each: facts_of(each[1]) for each in set(states)}
    return [known[each] for each in states]


def _start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def _remember(unit: UnitOfWork, lines: Sequence[BookLine]) -> None:
    """Citizens who came once need not be offered for ever; who writes again and again should be."""
    met = Counter(line.form.correspondent for line in lines)
    for name, times in met.most_common(REMEMBERED):
        if times > 1:
            unit.people.remember_correspondent(Correspondent(name))
