"""The counts that triggers keep equal a recount of the facts, whatever was written and on whatever way."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from correspondence.dates import Month
from correspondence.journal import JournalEntry
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.ports import UnitOfWork
from correspondence.services.as_counted import turnaround
from correspondence.services.entering_books import facts_of
from correspondence.throughput import Fact, FactKind, Tally
from correspondence.workflow import Direction, IncomingState
from db.bulk import MANY
from db.connection import Archive
from db.unit_of_work import Unit
from tests.builders import NINE, WEDNESDAY, a_letter
from tests.fake_closings import FakeSummaries
from tests.fake_shelves import Kept

EDITS = 1200
LETTERS = 60
FIRST = date(2025, 11, 3)
MONTHS = [Month(2025, 11), *(Month(2026, number) for number in range(1, 13)), Month(2027, 1)]


def _letters(unit: UnitOfWork, chance: random.Random) -> list[Letter]:
    kinds = [None, *(each.id for each in unit.kinds.every())]
    units = [None, *(each.id for each in unit.people.units())]
    return [
        unit.letters.add(
            a_letter(
                direction=chance.choice(list(Direction)),
                state=IncomingState.FILED,
                agenda_number=number,
                kind_id=chance.choice(kinds),
                unit_id=chance.choice(units),
            ),
            str(number),
        )
        for number in range(1, LETTERS + 1)
    ]


def _any_day(chance: random.Random) -> date:
    return FIRST + timedelta(days=chance.randrange(400))


def _add(unit: Unit, letters: list[Letter], chance: random.Random) -> None:
    what = chance.choice(list(FactKind))
    minutes = chance.choice([None, chance.randrange(3000)]) if what is FactKind.FINISHED else None
    unit.facts.add(Fact(chance.choice(letters).id, what, _any_day(chance), NINE, minutes))


def _change(
    column: str, value: Callable[[random.Random], object]
) -> Callable[[Unit, list[Letter], random.Random], None]:
    def edit(unit: Unit, letters: list[Letter], chance: random.Random) -> None:
        newest = unit._session.value("SELECT coalesce(max(id), 0) FROM letter_fact")
        unit._session.run(
            f"UPDATE letter_fact SET {column} = ? WHERE id = ?",
            [value(chance), chance.randint(1, max(newest, 1))],
        )

    return edit


def _remove(unit: Unit, letters: list[Letter], chance: random.Random) -> None:
    newest = unit._session.value("SELECT coalesce(max(id), 0) FROM letter_fact")
    unit._session.run("DELETE FROM letter_fact WHERE id = ?", [chance.randint(1, max(newest, 1))])


def _move(unit: Unit, letters: list[Letter], chance: random.Random) -> None:
    unit.facts.move_registered(chance.choice(letters).id, _any_day(chance))


def _rename(unit: Unit, letters: list[Letter], chance: random.Random) -> None:
    place = chance.randrange(len(letters))
    kinds, units = unit.kinds.every(), unit.people.units()
    now = replace(
        letters[place],
        kind_id=chance.choice([None, *(each.id for each in kinds)]),
        unit_id=chance.choice([None, *(each.id for each in units)]),
    )
    letters[place] = unit.letters.save(now)


_EDITS = (
    _add,
    _add,
    _add,
    _move,
    _rename,
    _remove,
    _change("what", lambda chance: chance.choice(list(FactKind)).value),
    _change("working_minutes", lambda chance: chance.choice([None, chance.randrange(3000)])),
    _change("on_day", _any_day),
)


def test_random_edits_leave_no_group_that_differs(office: Archive) -> None:
    chance = random.Random(6)
    with office.open_unit() as unit:
        letters = _letters(unit, chance)
        for _ in range(EDITS):
            chance.choice(_EDITS)(unit, letters, chance)
        assert unit._session.value("SELECT count(*) FROM letter_fact") > 200
        assert unit.summaries.differing() == []
        _same_as_by_hand(unit)


def _same_as_by_hand(unit: Unit) -> None:
    """Every question against the archive in memory, which has only the facts."""
    by_hand = Kept()
    for row in unit._session.rows("SELECT id, direction, kind_id, unit_id FROM letter"):
        by_hand.letters[row[0]] = replace(
            a_letter(id=row[0]), direction=Direction(row[1]), kind_id=row[2], unit_id=row[3]
        )
        by_hand.facts += unit.facts.of_letter(row[0])
    by_hand.kinds = {each.id: each for each in unit.kinds.every()}
    by_hand.units = {each.id: each for each in unit.people.units()}
    walked = FakeSummaries(by_hand)
    for unit_id in (None, *by_hand.units):
        for month in MONTHS:
            assert _added(unit.summaries.month(month, unit_id)) == _added(walked.month(month, unit_id))
            assert _added(unit.summaries.before(month, unit_id)) == _added(walked.before(month, unit_id))
            days = (month.first, month.last, unit_id)
            assert _added(unit.summaries.days(*days)) == _added(walked.days(*days))
            minutes = walked._minutes(month, unit_id)
            assert unit.summaries.finished(month, unit_id) == len(minutes)
            found = [unit.summaries.finished_after(month, place, unit_id) for place in range(len(minutes))]
            assert found == minutes
            assert turnaround(unit, month, unit_id).p90_working_hours == (
                round(minutes[-(-len(minutes) * 9 // 10) - 1] / 60, 2) if minutes else None
            )


def _added(tallies: object) -> dict[Tally, int]:
    numbers: Counter[Tally] = Counter()
    for each in tallies:  # type: ignore[attr-defined]
        numbers[replace(each, number=0)] += each.number
    return {key: number for key, number in numbers.items() if number}


def test_an_opening_within_a_month_adds_the_days_before_it(office: Archive) -> None:
    chance = random.Random(7)
    with office.open_unit() as unit:
        letters = _letters(unit, chance)
        for _ in range(300):
            _add(unit, letters, chance)
        for day in (FIRST, date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 31), date(2030, 1, 15)):
            by_days = unit.facts.tallies(date(2000, 1, 1), day - timedelta(days=1))
            summed = _added(replace(each, on=None) for each in by_days)
            assert _added(unit.facts.opening(day)) == summed


def test_many_facts_at_once_are_counted_in_one_go(office: Archive) -> None:
    letters = [
        a_letter(
            agenda_number=number, state=IncomingState.FILED, unit_id=1 + number % 2, entered_on=WEDNESDAY
        )
        for number in range(1, MANY + 2)
    ]
    with office.open_unit() as unit:
        ids = unit.letters.add_many(letters, [str(each.agenda_number) for each in letters])
        behind = [facts_of(IncomingState.FILED)] * len(letters)
        unit.facts.add_many(letters, ids, behind, {WEDNESDAY: NINE})
        assert sum(each.number for each in unit.summaries.month(Month(2026, 10))) == 2 * (MANY + 1)
        unit.commit()
    with office.open_unit() as unit:  # the triggers are back
        unit.facts.add(Fact(ids[0], FactKind.REOPENED, WEDNESDAY, NINE))
        unit.letters.save(replace(unit.letters.by_id(ids[1]), unit_id=None))
        assert unit.summaries.differing() == []
        assert unit.letters.by_ref(LetterRef(Direction.INCOMING, 2026, 1)).id == ids[0]
        unit.commit()


def test_a_summary_that_was_broken_is_told(office: Archive) -> None:
    with office.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "1")
        unit.facts.add(Fact(letter.id, FactKind.REGISTERED, WEDNESDAY, NINE))
        unit.facts.add(Fact(letter.id, FactKind.FINISHED, WEDNESDAY, NINE, 70))
        unit.journal.append(JournalEntry(NINE, "petugas", "registered", letter.id))
        assert unit.summaries.differing() == []
        unit._session.run("UPDATE month_count SET number = 7 WHERE month = 0 AND what = 'finished'")
        unit._session.run("DELETE FROM hour_count")
        unit._session.run("UPDATE day_count SET number = 2 WHERE what = 'registered'")
        assert unit.summaries.differing() == [
            "month_count 0 incoming 0 0 finished: 7 ≠ 1",
            "day_count 2026-10-07 incoming 0 registered: 2 ≠ 1",
            "hour_count 202610 1 0: 0 ≠ 1",
        ]
