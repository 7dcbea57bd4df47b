"""The boards of both engines against the archive in memory, and along their indexes whatever waits."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from correspondence.boards import BoardFilter, Side
from correspondence.dispositions import Disposition
from correspondence.ports import UnitOfWork
from correspondence.search import Count
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import DispositionState, OutgoingState, SignatureState
from db.connection import Archive
from tests.builders import NINE, a_letter, furnish
from tests.fakes import FakeArchive

LETTERS = 30


def fill(unit: UnitOfWork, seed: int) -> None:
    """Letters of two units with steps and dispositions in every state, drawn the same for every archive."""
    dice = random.Random(seed)
    officers = [each.id for each in unit.people.officers()]
    units = [None, *(each.id for each in unit.people.units())]
    for number in range(1, LETTERS + 1):
        letter = unit.letters.add(
            a_letter(agenda_number=number, unit_id=dice.choice(units), subject=f"Hal {number}"), f"k{number}"
        )
        above: int | None = None
        for _ in range(dice.randint(0, 4)):
            at = NINE + timedelta(minutes=dice.randint(0, 200))
            state = dice.choice(list(SignatureState))
            asked = None if state is SignatureState.WAITING else at
            promised = dice.choice((None, NINE + timedelta(minutes=dice.randint(-60, 300))))
            unit.signatures.add(
                SignatureStep(
                    letter.id, dice.randint(1, 2), 1, dice.choice(officers), dice.choice(list(SignatureTask)), state=state,
                    requested_at=asked, promised_for=promised,
                )
            )  # fmt: skip
            line = unit.dispositions.add(
                Disposition(
                    letter.id, dice.choice(officers), dice.random() < 0.6, at, dice.choice((None, *officers)),
                    dice.choice((None, above)), dice.choice(list(DispositionState)),
                    due_on=dice.choice((None, date(2026, 10, dice.randint(1, 20)))),
                )
            )  # fmt: skip
            above = line.id
            if dice.random() < 0.3:
                unit.dispositions.save(Disposition(
                    line.letter_id, line.to_id, line.lead, line.sent_at, line.from_id, line.parent_id,
                    dice.choice(list(DispositionState)), due_on=line.due_on, id=line.id,
                ))  # fmt: skip


@pytest.fixture(params=range(2))
def both(archive: Archive, request: pytest.FixtureRequest) -> Iterator[tuple[UnitOfWork, UnitOfWork]]:
    fake = FakeArchive()
    for one in (fake, archive):
        with one.open_unit() as unit:
            furnish(unit)
            fill(unit, request.param)
            unit.commit()
    with fake.open_reading() as expected, archive.open_reading() as real:
        yield expected, real


def filters(unit: UnitOfWork) -> list[BoardFilter]:
    officers = [each.id for each in unit.people.officers()]
    return [
        BoardFilter(),
        BoardFilter(unit_id=1),
        BoardFilter(kind_id=1),
        BoardFilter(officer_ids=frozenset(officers[:1])),
        BoardFilter(unit_id=2, officer_ids=frozenset(officers[1:3])),
        BoardFilter(task=SignatureTask.SIGN, states=frozenset({DispositionState.SENT})),
        BoardFilter(
            task=SignatureTask.INITIAL, promised=(NINE - timedelta(hours=1), NINE + timedelta(hours=1))
        ),
        BoardFilter(due_before=date(2026, 10, 9)),
        BoardFilter(unit_id=1, due_before=date(2026, 10, 12), states=frozenset({DispositionState.READ})),
    ]


def test_headings_are_those_of_the_archive_in_memory(both: tuple[UnitOfWork, UnitOfWork]) -> None:
    expected, real = both
    today = date(2026, 10, 8)
    for asked in filters(expected):
        for side in Side:
            queues = expected.boards.recipients(asked, today, side)
            assert sorted(real.boards.recipients(asked, today, side), key=str) == sorted(queues, key=str)
        queues = expected.boards.signers(asked, NINE)
        assert sorted(real.boards.signers(asked, NINE), key=str) == sorted(queues, key=str)


@pytest.mark.parametrize("limit", [1, 7, 500])
def test_pages_follow_each_other_without_gap(both: tuple[UnitOfWork, UnitOfWork], limit: int) -> None:
    expected, real = both
    for asked in filters(expected):
        found: list[SignatureStep] = []
        while page := real.boards.signature_steps(asked, after=found[-1] if found else None, limit=limit):
            found += page
        assert found == expected.boards.signature_steps(asked, limit=10_000)
        for side in Side:
            lines: list[tuple[Disposition, bool]] = []
            while more := real.boards.dispositions(
                asked, side, after=lines[-1][0] if lines else None, limit=limit
            ):
                lines += more
            assert lines == expected.boards.dispositions(asked, side, limit=10_000)


@pytest.mark.parametrize("limit", [1, 7, 500])
def test_letters_stand_at_their_first_line(both: tuple[UnitOfWork, UnitOfWork], limit: int) -> None:
    expected, real = both
    for asked in filters(expected):
        found: list[Disposition] = []
        while page := real.boards.first_dispositions(asked, after=found[-1] if found else None, limit=limit):
            found += page
        assert found == expected.boards.first_dispositions(asked, limit=10_000)
        assert len({each.letter_id for each in found}) == len(found)


@pytest.mark.parametrize("cap", [2, 1000])
def test_lines_are_counted_up_to_a_cap(both: tuple[UnitOfWork, UnitOfWork], cap: int) -> None:
    expected, real = both
    for asked in filters(expected):
        number = len(expected.boards.signature_steps(asked, limit=10_000))
        assert real.boards.count_steps(asked, cap=cap) == Count(min(number, cap), exact=number <= cap)
        assert expected.boards.count_steps(asked, cap=cap) == real.boards.count_steps(asked, cap=cap)
        for side in Side:
            number = len(expected.boards.dispositions(asked, side, limit=10_000))
            counted = real.boards.count_dispositions(asked, side, cap=cap)
            assert counted == Count(min(number, cap), exact=number <= cap)
            assert counted == expected.boards.count_dispositions(asked, side, cap=cap)


def test_the_lines_of_letters(both: tuple[UnitOfWork, UnitOfWork]) -> None:
    expected, real = both
    for letters in ([], [1], list(range(1, LETTERS + 1))):
        assert list(real.boards.steps_of(letters)) == list(expected.boards.steps_of(letters))
        assert list(real.boards.signatories_of(letters)) == list(expected.boards.signatories_of(letters))
        assert list(real.boards.dispositions_of(letters)) == list(expected.boards.dispositions_of(letters))


def test_every_archive_answers_along_an_index(archive: Archive) -> None:
    if not archive.url.startswith("sqlite"):
        pytest.skip("PostgreSQL walks through small tables on purpose; bench/ measures it")
    with archive.open_reading() as unit:
        asked: list[str] = []
        session = unit._session  # type: ignore[attr-defined]
        run = session.database.execute_sql
        one = BoardFilter(officer_ids=frozenset({1}))

        class Listening:
            def __getattr__(self, name: str) -> object:
                return getattr(session_database, name)

            def execute_sql(self, sql: str, parameters: object = ()) -> object:
                asked.append(sql)
                return run(sql, parameters)

        session_database, session.database = session.database, Listening()
        unit.boards.signers(BoardFilter(), NINE)
        unit.boards.signature_steps(one)
        unit.boards.signature_steps(BoardFilter())
        for side in Side:
            unit.boards.recipients(BoardFilter(), date(2026, 10, 8), side)
            unit.boards.dispositions(one, side)
        unit.boards.dispositions(BoardFilter(), Side.GOT)
        plans = []
        for sql in asked:
            marks = [1] * sql.count("?")
            plans.append(" ".join(str(row[3]) for row in run(f"EXPLAIN QUERY PLAN {sql}", marks)))
        assert len(plans) == 8
        for plan in plans:
            assert "INDEX" in plan, plan
        for plan in plans[1:]:
            assert "TEMP B-TREE" not in plan, plan
        assert ["COVERING" in plan for plan in (plans[0], plans[3], plans[5])] == [True] * 3, plans


def test_a_watch_hears_another_desk(archive: Archive, engine_url: str) -> None:
    watch = archive.watch()
    assert not watch.wait(0.05)
    other = Archive.open(engine_url)
    with other.open_unit() as unit:
        furnish(unit)
        unit.letters.add(a_letter(state=OutgoingState.DRAFT, direction="outgoing"), "k")
        unit.journal.append(_entry(unit))
        unit.commit()
    other.close()
    assert watch.wait(5)
    assert not watch.wait(0.05)
    watch.close()
    assert not watch.wait(5)


def _entry(unit: UnitOfWork):  # type: ignore[no-untyped-def]
    from correspondence.journal import JournalEntry

    return JournalEntry(NINE, "petugas", "registered", 1)
