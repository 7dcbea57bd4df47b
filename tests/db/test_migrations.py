"""From an empty registry to today's, step by step."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import pytest

from correspondence.letters import Secrecy, Urgency
from correspondence.people import Capacity
from correspondence.search import LetterFilter
from correspondence.signatures import InitialKind, SignatureTask
from correspondence.throughput import FactKind
from correspondence.workdays import DayOffKind
from correspondence.workflow import (
    Direction,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
)
from db import tables
from db.connection import Archive, _engine
from db.migrations import NEWEST, STEPS, pending
from db.migrations.running import migrate
from db.session import Session
from db.unit_of_work import Unit

CODES: dict[str, Iterable[StrEnum]] = {
    "letter_direction": Direction,
    "letter_incoming_state": [*IncomingState, Direction.INCOMING],
    "letter_outgoing_state": [*OutgoingState, Direction.OUTGOING],
    "letter_urgency": Urgency,
    "letter_secrecy": Secrecy,
    "disposition_state": DispositionState,
    "signature_state": SignatureState,
    "signature_task": SignatureTask,
    "signature_kind": InitialKind,
    "signature_capacity": Capacity,
    "appointment_capacity": Capacity,
    "fact_kind": FactKind,
    "holiday_kind": DayOffKind,
    "account_role": Role,
    "account_clearance": Secrecy,
}


def _schema(session: Session) -> list[tuple[object, ...]]:
    if session.sqlite:
        return sorted(session.rows("SELECT type, name, tbl_name, sql FROM sqlite_master"), key=str)
    columns = session.rows(
        """SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default, collation_name,
            generation_expression FROM information_schema.columns WHERE table_schema = current_schema()"""
    )
    constraints = session.rows(
        """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace"""
    )
    indexes = session.rows(
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    )
    triggers = session.rows("SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal")
    functions = session.rows(
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
    )
    return sorted([*columns, *constraints, *indexes, *triggers, *functions], key=str)


def _check(session: Session, name: str) -> str:
    if session.sqlite:
        every = " ".join(
            sql for (sql,) in session.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        )
        found = re.search(rf"CONSTRAINT {name}\s+CHECK \((.*?\([^()]*\))", every, re.DOTALL)
        assert found is not None, name
        return found[1]
    text: str = session.value(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = ?", (name,)
    )
    return text


def test_the_checks_know_exactly_the_codes_of_the_office(archive: Archive) -> None:
    with archive.open_reading() as unit:
        written = {name: re.findall(r"'([a-z_]+)'", _check(unit._session, name)) for name in CODES}
    assert {name: sorted(codes) for name, codes in written.items()} == {
        name: sorted(code.value for code in codes) for name, codes in CODES.items()
    }


def test_a_registry_that_grew_equals_a_new_one(archive: Archive, engine_url: str, tmp_path: Path) -> None:
    if engine_url.startswith("sqlite"):
        old = f"sqlite:///{(tmp_path / 'old.sqlite3').as_posix()}"
        engine = _engine(old)
        engine.find(create=True)
        for number in range(len(STEPS)):
            migrate(engine, STEPS[: number + 1])
    else:
        engine = _engine(engine_url)
        with archive.open_reading() as unit:
            new = _schema(unit._session)
        with archive.open_unit() as unit:
            unit._session.script(["DROP SCHEMA public CASCADE", "CREATE SCHEMA public"])
            unit.commit()
        for number in range(len(STEPS)):
            migrate(engine, STEPS[: number + 1])
    grown = _schema(Session(engine.database, {}, sqlite=engine.sqlite))
    if engine.sqlite:
        with archive.open_reading() as unit:
            new = _schema(unit._session)
    assert grown == new
    engine.close()


def _letter_of_step_two(unit: Unit, subject: str) -> None:
    """By hand: the stores of today write columns that an old registry has not got."""
    texts = ("correspondent", "correspondent_address", "letter_number", "classification", "enclosures")
    values: dict[str, object] = {
        **dict.fromkeys((*texts, "external_reference", "received_by", "entries"), ""),
        "version": 1,
        "request_key": "key",
        "direction": "incoming",
        "book_year": 2026,
        "agenda_number": 1,
        "state": "registered",
        "entered_on": "2026-10-07",
        "registered_at": "2026-10-07T02:00:00.000000Z",
        "subject": subject,
        "urgency": "biasa",
        "secrecy": "biasa",
        "imported": False,
        "fields": "{}",
    }
    marks = ", ".join("?" * len(values))
    unit._session.run(f"INSERT INTO letter ({', '.join(values)}) VALUES ({marks})", list(values.values()))


def test_letters_of_an_older_registry_are_found_after_the_index_was_added(engine_url: str) -> None:
    engine = _engine(engine_url)
    engine.find(create=True)
    migrate(engine, STEPS[:2])
    old = Archive(engine_url, engine)
    with old.open_unit() as unit:
        _letter_of_step_two(unit, "Undangan rapat")
        unit.commit()
    old.close()
    new = Archive.open(engine_url)
    with new.open_reading() as unit:
        assert unit.searches.count(LetterFilter(words="undang")).number == 1
    new.close()


def test_a_file_with_letters_is_copied_before_it_is_changed(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    engine = _engine(sqlite_url)
    engine.find(create=True)
    migrate(engine, STEPS[:2])
    migrate(engine, STEPS[:2])
    assert sorted(each.name for each in path.parent.glob("*.before-*")) == []  # nothing to lose yet
    old = Archive(sqlite_url, engine)
    with old.open_unit() as unit:
        _letter_of_step_two(unit, "Permohonan data")
        unit.commit()
    old.close()
    Archive.open(sqlite_url).close()
    Archive.open(sqlite_url).close()
    (copy,) = path.parent.glob("*.before-*")
    assert re.fullmatch(r"registry\.before-0003\.\d{4}-\d\d-\d\d-\d{6}\.sqlite3", copy.name)
    again = Archive.open(f"sqlite:///{copy.as_posix()}")
    with again.open_reading() as unit:
        assert unit.letters.by_request_key("key") is not None
    again.close()


def test_a_step_that_fails_leaves_nothing(archive: Archive, engine_url: str) -> None:
    with archive.open_reading() as unit:
        before = _schema(unit._session)
    failing = (NEWEST + 1, "failing", lambda *, sqlite: ("CREATE TABLE half (id INTEGER)", "CREATE NONSENSE"))
    engine = _engine(engine_url)
    with pytest.raises(Exception, match=r"NONSENSE|syntax"):
        migrate(engine, (*STEPS, failing))
    engine.close()
    with archive.open_reading() as unit:
        assert _schema(unit._session) == before


def test_pending_are_those_that_were_not_taken() -> None:
    assert [step[0] for step in pending(frozenset())] == [step[0] for step in STEPS]
    assert pending(frozenset(step[0] for step in STEPS)) == ()


def test_a_step_knows_nothing_of_todays_tables() -> None:
    folder = Path(tables.__file__).parent / "migrations"
    for step in folder.glob("step_*.py"):
        for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module == "db.migrations", step.name
            assert not isinstance(node, ast.Import), step.name


def test_the_columns_in_tables_are_those_of_the_registry(archive: Archive) -> None:
    rows = [
        each for each in vars(tables).values() if isinstance(each, type) and each.__name__.endswith("Row")
    ]
    assert len(rows) == 13
    with archive.open_reading() as unit:
        for row in rows:
            assert list(unit._session.execute(row.select().limit(1))) == []
