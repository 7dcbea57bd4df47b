"""Counts and lists, held against the archive in memory, which walks through everything anew for each question."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.letters import Letter
from correspondence.ports import UnitOfWork
from correspondence.search import LetterFilter
from correspondence.throughput import Fact, FactKind
from correspondence.workflow import Direction, IncomingState, OutgoingState
from db.connection import Archive
from tests.builders import NINE, WEDNESDAY, a_letter, furnish
from tests.fakes import FakeArchive

LETTERS = 120
NOW = NINE + timedelta(days=20)


def _fill(unit: UnitOfWork, chance: random.Random) -> None:
    """The same letters and facts in any archive, when `chance` starts from the same seed."""
    furnish(unit)
    kinds = [None, *(each.id for each in unit.kinds.every())]
    units = [None, *(each.id for each in unit.people.units())]
    officers = [None, *sorted(each.id for each in unit.people.officers())]
    for number in range(1, LETTERS + 1):
        direction = chance.choice(list(Direction))
        states = IncomingState if direction is Direction.INCOMING else OutgoingState
        day = WEDNESDAY + timedelta(days=chance.randrange(60))
        letter = a_letter(
            direction=direction,
            agenda_number=number,
            state=chance.choice(list(states)),
            entered_on=day,
            kind_id=chance.choice(kinds),
            unit_id=chance.choice(units),
            due_at=chance.choice([None, NINE + timedelta(days=chance.randrange(60))]),
            subject=chance.choice(["Undangan rapat", "Permohonan data", "Laporan bulanan"]),
        )
        if letter.state in (IncomingState.SUBMITTED, OutgoingState.IN_REVIEW):
            letter = replace(letter, holder_id=chance.choice(officers))
        added = unit.letters.add(letter, str(number))
        _live(unit, added, chance)


def _live(unit: UnitOfWork, letter: Letter, chance: random.Random) -> None:
    day, moves = letter.entered_on, [FactKind.REGISTERED]
    if chance.random() < 0.7:
        moves.append(chance.choice([FactKind.FINISHED, FactKind.CANCELLED]))
        if moves[-1] is FactKind.FINISHED and chance.random() < 0.4:
            moves += [FactKind.REOPENED, FactKind.FINISHED][: chance.choice([1, 2])]
    if letter.direction is Direction.OUTGOING:
        moves.insert(1, FactKind.ISSUED)
    for what in moves:
        finished = what is FactKind.FINISHED
        minutes = chance.randrange(5000) if finished else None
        on_time = chance.choice([None, True, False]) if finished else None
        unit.facts.add(Fact(letter.id, what, day, NINE, minutes, on_time))
        day += timedelta(days=chance.randrange(6))


def _both(archive: Archive, seed: int) -> tuple[UnitOfWork, UnitOfWork]:
    real, walked = archive.open_unit(), FakeArchive().open_unit()
    for unit in (real, walked):
        unit.__enter__()
        _fill(unit, random.Random(seed))
    return real, walked


@pytest.mark.parametrize("seed", [1, 2])
def test_every_count_is_what_counting_anew_gives(archive: Archive, seed: int) -> None:
    real, walked = _both(archive, seed)
    chance = random.Random(seed)
    kinds, units = ["", *(e.name for e in real.kinds.every())], ["", *(e.name for e in real.people.units())]
    try:
        for _ in range(40):
            first = WEDNESDAY + timedelta(days=chance.randrange(-5, 70))
            last = first + timedelta(days=chance.randrange(40))
            unit_id = chance.choice([None, *(each.id for each in real.people.units())])
            asked = {"kind": chance.choice([None, *kinds]), "unit": chance.choice([None, *units])}
            what, book = chance.choice(list(FactKind)), chance.choice([None, *Direction])
            start, end = NINE + (first - WEDNESDAY), NINE + (last - WEDNESDAY)
            answers = [
                (
                    sorted(unit.facts.tallies(first, last, unit_id), key=repr),
                    sorted(unit.facts.opening(first, unit_id), key=repr),
                    list(unit.facts.finished_minutes(first, last, unit_id)),
                    sorted(unit.facts.due_between(start, end, unit_id), key=repr),
                    list(unit.facts.behind(what, first, last, direction=book, **asked)),
                    list(unit.facts.behind(what, None, last, direction=book, **asked)),
                    list(unit.facts.open_at_end_of(first, **asked)),
                )
                for unit in (real, walked)
            ]
            assert answers[0] == answers[1]
    finally:
        real.__exit__(None, None, None)
        walked.__exit__(None, None, None)


def test_counts_follow_a_letter_to_its_new_unit_and_day(office: Archive) -> None:
    with office.open_unit() as unit:
        umum, keuangan = unit.people.units()
        letter = unit.letters.add(a_letter(unit_id=umum.id), "key")
        unit.facts.add_many([letter], [letter.id], [(FactKind.REGISTERED,)], {WEDNESDAY: NINE})
        letter = unit.letters.save(replace(letter, unit_id=keuangan.id, kind_id=unit.kinds.every()[0].id))
        unit.facts.move_registered(letter.id, date(2026, 9, 30))
        assert list(unit.facts.tallies(WEDNESDAY, WEDNESDAY)) == []
        (tally,) = unit.facts.tallies(date(2026, 9, 1), date(2026, 9, 30), keuangan.id)
        assert (tally.unit, tally.kind, tally.number) == (keuangan.name, unit.kinds.every()[0].name, 1)
        assert list(unit.facts.opening(WEDNESDAY, umum.id)) == []
        (fact,) = unit.facts.of_letter(letter.id)
        assert fact.on == date(2026, 9, 30)


FILTERS = [
    {},
    {"direction": Direction.INCOMING},
    {"direction": Direction.OUTGOING, "states": frozenset({OutgoingState.DRAFT, OutgoingState.SIGNED})},
    {"states": frozenset({IncomingState.FILED})},
    {"unit_id": 1},
    {"kind_id": 2, "unit_id": 2},
    {"first_day": WEDNESDAY + timedelta(days=10)},
    {"first_day": WEDNESDAY + timedelta(days=10), "last_day": WEDNESDAY + timedelta(days=30)},
    {"overdue_at": NOW},
    {"held_by": 0},
    {"held_by": 2},
    {"words": "rapat"},
    {"words": "rapat", "direction": Direction.INCOMING, "unit_id": 1},
    {"words": "rapat", "overdue_at": NOW},
    {"words": "data permo", "first_day": WEDNESDAY, "last_day": WEDNESDAY + timedelta(days=40)},
]


def test_every_list_is_what_walking_through_gives(archive: Archive) -> None:
    real, walked = _both(archive, 3)
    try:
        for asked in (LetterFilter(**each) for each in FILTERS):
            expected = walked.searches.ids(asked)
            assert list(real.searches.ids(asked)) == expected, asked
            assert real.searches.count(asked) == walked.searches.count(asked)
            assert list(real.searches.lines(expected)) == list(walked.searches.lines(expected))
            seen, after, more = [], None, True
            while more:
                page = real.searches.page(asked, after=after, limit=7)
                seen += page.lines
                after, more = (page.lines[-1] if page.lines else None), page.more
            assert [line.id for line in seen] == expected, asked
    finally:
        real.__exit__(None, None, None)
        walked.__exit__(None, None, None)


def test_a_count_stops_at_its_cap(archive: Archive) -> None:
    with archive.open_unit() as unit:
        for number in range(1, 6):
            unit.letters.add(a_letter(agenda_number=number), str(number))
        counts = [unit.searches.count(LetterFilter(), cap=cap) for cap in (4, 5, 6)]
        assert [(each.number, each.exact) for each in counts] == [(4, False), (5, True), (5, True)]


def test_lines_come_in_the_order_asked_and_without_the_unknown(archive: Archive) -> None:
    with archive.open_unit() as unit:
        ids = [unit.letters.add(a_letter(agenda_number=number), str(number)).id for number in (1, 2, 3)]
        asked = [ids[2], 99, ids[0], ids[2]]
        assert [line.id for line in unit.searches.lines(asked)] == [ids[2], ids[0], ids[2]]
        assert list(unit.searches.lines([])) == []
