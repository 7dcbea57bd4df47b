"""The number of a line of a chain, once seen at a terminal, never comes to mean another letter's line."""

from __future__ import annotations

from dataclasses import replace

from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import SignatureState
from db.connection import Archive, _engine
from db.migrations import STEPS
from db.migrations.running import migrate
from db.session import Session
from tests.builders import NINE, a_letter, furnish

BEFORE = tuple(step for step in STEPS if step[0] != 10)


def test_the_id_of_a_line_thrown_away_is_not_given_again(office: Archive) -> None:
    with office.open_unit() as unit:
        officer = unit.people.officers()[0].id
        letter = unit.letters.add(a_letter(), "key")
        line = SignatureStep(letter.id, 1, 1, officer, SignatureTask.SIGN)
        thrown_away = [unit.signatures.add(line).id for _ in range(2)]
        unit.signatures.remove_unused(letter.id, 1)
        unit.commit()
    with office.open_unit() as unit:
        assert unit.signatures.add(line).id > max(thrown_away)


def test_the_lines_of_an_older_registry_stay_as_they_are(engine_url: str) -> None:
    engine = _engine(engine_url)
    engine.find(create=True)
    migrate(engine, BEFORE)
    old = Archive(engine_url, engine)
    with old.open_unit() as unit:
        furnish(unit)
        officer = unit.people.officers()[0].id
        letter = unit.letters.add(a_letter(), "key")
        line = SignatureStep(letter.id, 1, 1, officer, SignatureTask.INITIAL, note="catatan; 'é'")
        asked = replace(line, state=SignatureState.REQUESTED, requested_at=NINE, promised_for=NINE)
        for each in (line, asked, replace(line, round=2, task=SignatureTask.SIGN)):
            unit.signatures.add(each)
        kept = list(unit.signatures.of_letter(letter.id))
        unit.commit()
    old.close()
    new = Archive.open(engine_url)
    with new.open_unit() as unit:
        assert list(unit.signatures.of_letter(letter.id)) == kept
        unit.signatures.remove_unused(letter.id, 2)
        assert unit.signatures.add(line).id == kept[-1].id + 1
        unit.commit()
    new.close()


def test_nothing_that_belonged_to_the_lines_is_lost(sqlite_url: str) -> None:
    """Indexes, triggers, columns and what refers to what: of the table written anew the same as of the old one."""
    engine = _engine(sqlite_url)
    engine.find(create=True)
    migrate(engine, BEFORE)
    session = Session(engine.database, {}, sqlite=True)
    before = _belongings(session)
    migrate(engine)
    assert _belongings(session) == before
    assert "AUTOINCREMENT" in session.value("SELECT sql FROM sqlite_master WHERE name = 'signature_step'")
    assert list(session.rows("PRAGMA foreign_key_check")) == []
    engine.close()


def _belongings(session: Session) -> list[list[tuple[object, ...]]]:
    return [
        sorted(map(tuple, session.rows(asked)), key=str)
        for asked in (
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'signature_step' AND type <> 'table'",
            "PRAGMA table_info(signature_step)",
            "PRAGMA foreign_key_list(signature_step)",
        )
    ]
