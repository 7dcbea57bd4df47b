"""Each promise that verify looks at, broken on purpose behind the registry's back: it is told, and nothing else is."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.closings import checksum_of
from correspondence.dates import Month
from correspondence.errors import OfficeError
from correspondence.forms import NewAttachment
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.correcting import correct, form_of
from correspondence.services.looking_up import dossier
from correspondence.services.month_closing import close_month, closed_months
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.services.verifying import verify
from correspondence.soundness import CheckName, Fault
from correspondence.workflow import Step
from db.connection import Archive
from db.session import Session
from tests.builders import NINE, RAHMA, StandingClock, furnish, incoming_form, outgoing_form
from tests.fakes import FakeArchive

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def _office(archive: Archive | FakeArchive) -> tuple[Office, StandingClock]:
    with archive.open_unit() as unit:
        furnish(unit)
        unit.commit()
    clock = StandingClock(NINE)
    return Office(archive.open_unit, archive.open_reading, clock, "petugas"), clock


def _live(office: Office, clock: StandingClock) -> None:
    """October, closed; then letters, a step and a correction that are dated in it."""
    scan = NewAttachment("pindaian.pdf", b"%PDF-1.4 pindaian")
    first = register_incoming(office, form=incoming_form(kind="Surat Dinas"), attachments=[scan]).ref
    register_incoming(office, form=incoming_form(subject="Undangan rapat", unit=""))
    sent = register_outgoing(office, form=outgoing_form()).ref
    set_chain(office, ref=sent, initials=(), sign=RAHMA)
    for step in (Step.SEND_FOR_REVIEW, Step.SIGN, Step.GIVE_NUMBER, Step.DISPATCH):
        take_step(office, ref=sent, step=step)
        clock.wait(hours=1)
    clock.wait(days=30)
    close_month(office, month=OCTOBER)
    register_incoming(office, form=incoming_form(received_on=date(2026, 10, 28), letter_date=None))
    order = StepOrder(note="tembusan", on=date(2026, 10, 30))
    take_step(office, ref=first, step=Step.FILE, order=order)
    read = form_of(dossier(office, ref=first))
    correct(office, ref=first, form=replace(read, kind="Surat Undangan"), read=read, version=3)
    register_incoming(office, form=incoming_form(received_on=date(2026, 11, 5), letter_date=None))


@pytest.fixture
def lived(engine_url: str) -> Iterator[tuple[Archive, Office]]:
    archive = Archive.open(engine_url, create=True)
    office, clock = _office(archive)
    _live(office, clock)
    yield archive, office
    archive.close()


def _wrong(office: Office) -> dict[CheckName, list[Fault]]:
    return {
        check.name: [each.fault for each in check.findings] for check in verify(office).checks if not check.ok
    }


def test_a_registry_in_use_is_sound_and_every_check_has_looked_at_something(
    lived: tuple[Archive, Office],
) -> None:
    _, office = lived
    told: list[tuple[int, int]] = []
    verdict = verify(office, progress=lambda done, total: told.append((done, total)) is None)
    assert verdict.ok, verdict
    assert {each.name: each.looked_at for each in verdict.checks} == {
        CheckName.ENGINE: 1,
        CheckName.NUMBERS: 5,
        CheckName.JOURNAL: 13,
        CheckName.ATTACHMENTS: 1,
        CheckName.INDEX: 5,
        CheckName.SUMMARIES: 5,
        CheckName.FACTS: 5,
        CheckName.CLOSINGS: 1,
    }
    assert verdict.checks[-1].facts["late"] == 2
    assert told == sorted(told)
    assert told[-1] == (1000, 1000)


def test_it_stops_when_it_is_told_to(lived: tuple[Archive, Office]) -> None:
    _, office = lived
    verdict = verify(office, progress=lambda done, total: done < total // 2)
    assert verdict.stopped
    assert not verdict.ok
    assert 0 < len(verdict.checks) < len(CheckName)


def test_it_looks_at_one_still_picture_while_others_write(lived: tuple[Archive, Office]) -> None:
    _, office = lived

    def write(done: int, total: int) -> bool:
        register_incoming(
            office_of_another, form=incoming_form(received_on=date(2026, 11, 4), letter_date=None)
        )
        return True

    # Another thread's connection would do the same; here the second desk has an archive of its own.
    archive, _ = lived
    other = Archive.open(archive.url)
    office_of_another = replace(office, open_unit=other.open_unit, open_reading=other.open_reading)
    looked_at = {each.name: each.looked_at for each in verify(office, progress=write).checks}
    assert {looked_at[name] for name in (CheckName.NUMBERS, CheckName.INDEX, CheckName.FACTS)} == {5}
    assert verify(office).checks[1].looked_at > 10
    other.close()


Breaking = tuple[str, dict[CheckName, list[Fault]]]
_ALTER = "ALTER TABLE {table} {what} TRIGGER USER"

BROKEN: dict[str, Breaking] = {
    "a letter's number": (
        "UPDATE letter SET agenda_number = 9 WHERE agenda_number = 2",
        {
            CheckName.NUMBERS: [Fault.NUMBER_MISSING, Fault.NUMBER_MISSING, Fault.COUNTER_BEHIND],
        },
    ),
    "a counter": (
        "UPDATE counter SET value = 7 WHERE name LIKE 'agenda%incoming%2026' OR name LIKE 'agenda%2026%incoming'",
        {CheckName.NUMBERS: [Fault.NUMBER_MISSING]},
    ),
    "a line of the journal": (
        "UPDATE journal SET actor = 'orang lain' WHERE id = 3",
        {CheckName.JOURNAL: [Fault.SEAL_BROKEN]},
    ),
    "an attachment": (
        "UPDATE content SET bytes = {blob}",
        {CheckName.ATTACHMENTS: [Fault.CONTENT_CHANGED]},
    ),
    "a summary": (
        "UPDATE month_count SET number = number + 1 WHERE month = 202611",
        {CheckName.SUMMARIES: [Fault.SUMMARY_DIFFERS]},
    ),
    "a fact": (
        "UPDATE letter_fact SET on_day = '2026-11-06' WHERE on_day = '2026-11-05'",
        {CheckName.SUMMARIES: [Fault.SUMMARY_DIFFERS] * 2, CheckName.FACTS: [Fault.FACTS_DIFFER]},
    ),
    "a fact of the closed month": (
        "DELETE FROM letter_fact WHERE what = 'issued'",
        {
            CheckName.SUMMARIES: [Fault.SUMMARY_DIFFERS] * 3,
            CheckName.FACTS: [Fault.FACTS_DIFFER],
            CheckName.CLOSINGS: [Fault.FIGURES_DIFFER],
        },
    ),
    "a state": (
        "UPDATE letter SET state = 'completed' WHERE state = 'filed' AND direction = 'incoming'",
        {CheckName.FACTS: [Fault.STATE_DIFFERS]},
    ),
    "a printed figure": (
        "UPDATE month_closing SET figures = replace(figures, '\"registered\":3', '\"registered\":4')",
        {CheckName.CLOSINGS: [Fault.CHECKSUM_BROKEN]},
    ),
    "who closed": (
        "UPDATE month_closing SET closed_by = 'orang lain'",
        {CheckName.CLOSINGS: [Fault.CHECKSUM_BROKEN]},
    ),
    "a late fact": ("DELETE FROM late_fact WHERE what = 'finished' AND number = 1", {}),
}


def _behind_its_back(session: Session, statement: str) -> None:
    """As somebody with the file and a database program would: no trigger of ours fires, but the index keeps itself."""
    tables = ("journal", "letter_fact", "month_closing", "late_fact")
    if session.sqlite:
        names = session.rows(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('journal', 'letter_fact',"
            " 'month_closing', 'late_fact')"
        )
        session.script([f"DROP TRIGGER {name}" for (name,) in names])
    else:
        session.script([_ALTER.format(table=table, what="DISABLE") for table in tables])
    session.script([statement.format(blob="X'00'" if session.sqlite else "'\\x00'")])


@pytest.mark.parametrize("what", BROKEN)
def test_what_was_broken_is_told(lived: tuple[Archive, Office], what: str) -> None:
    archive, office = lived
    statement, expected = BROKEN[what]
    with archive.open_unit() as unit:
        _behind_its_back(unit._session, statement)
        unit.commit()
    wrong = _wrong(office)
    if expected:
        assert wrong == expected
    else:
        assert set(wrong) == {CheckName.CLOSINGS}


def test_a_forged_closing_with_a_right_checksum_is_not_in_the_journal(lived: tuple[Archive, Office]) -> None:
    archive, office = lived
    with archive.open_unit() as unit:
        (closing,) = unit.closings.every()
        forged = closing.figures.replace('"registered":3', '"registered":4')
        assert forged != closing.figures
        figures = forged.replace("'", "''").replace("{", "{{").replace("}", "}}")
        _behind_its_back(
            unit._session,
            f"UPDATE month_closing SET figures = '{figures}', checksum = '{checksum_of(forged)}'",
        )
        unit.commit()
    assert _wrong(office) == {CheckName.CLOSINGS: [Fault.CLOSING_UNTOLD]}


def test_an_index_that_lost_a_letter_is_told(lived: tuple[Archive, Office]) -> None:
    archive, office = lived
    with archive.open_unit() as unit:
        if unit._session.sqlite:
            unit._session.script(
                ["DROP TRIGGER letter_index_update", "UPDATE letter SET subject = 'lain' WHERE id = 2"]
            )
        else:
            unit._session.script(
                [
                    "ALTER TABLE letter ALTER COLUMN words DROP EXPRESSION",
                    "UPDATE letter SET subject = 'lain' WHERE id = 2",
                ]
            )
        unit.commit()
    wrong = _wrong(office)
    assert set(wrong) == {CheckName.INDEX}
    (finding,) = next(each for each in verify(office).checks if each.name is CheckName.INDEX).findings
    if archive.url.startswith("sqlite"):
        assert finding.facts == {"ref": "M-2026-2"}


def test_a_key_that_leads_nowhere_and_a_number_twice_are_told(lived: tuple[Archive, Office]) -> None:
    archive, office = lived
    if not archive.url.startswith("sqlite"):
        pytest.skip("the server lets nobody write such a key")
    archive.close()
    path = archive.url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE letter_attachment SET sha256 = ?", ("0" * 64,))
    raw.close()
    reopened = Archive.open(archive.url)
    office = replace(office, open_unit=reopened.open_unit, open_reading=reopened.open_reading)
    assert _wrong(office) == {
        CheckName.ENGINE: [Fault.ENGINE],
        CheckName.ATTACHMENTS: [Fault.CONTENT_MISSING],
    }
    reopened.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_closed_months_are_the_same_on_the_archive_in_memory(engine_url: str, seed: int) -> None:
    real = Archive.open(engine_url, create=True)
    told = []
    for archive in (real, FakeArchive()):
        office, clock = _office(archive)
        told.append(_random_months(office, clock, random.Random(seed)))
    assert told[0] == told[1]
    assert len(told[0][0]) >= 2
    real.close()


def _random_months(office: Office, clock: StandingClock, chance: random.Random) -> tuple[object, ...]:
    refs: list[LetterRef] = []
    while clock.at.month < 12 or clock.at.year < 2026:
        today = clock.at.date()
        day = today - timedelta(days=chance.choice([0, 3, 40]))
        form = incoming_form(received_on=day, letter_date=None, kind=chance.choice(["", "Surat Dinas"]))
        refs.append(register_incoming(office, form=form).ref)
        for _ in range(3):
            ref, what, days = chance.choice(refs), chance.randrange(4), chance.randrange(50)
            try:
                if what < 2:
                    step = chance.choice([Step.FILE, Step.REOPEN])
                    order = StepOrder(note="karena", on=today - timedelta(days=days))
                    take_step(office, ref=ref, step=step, order=order)
                    continue
                read = dossier(office, ref=ref)
                old = form_of(read)
                changed: dict[str, object] = {"received_on": today - timedelta(days=days)}
                if what == 2:
                    changed = {
                        "kind": chance.choice(["", "Surat Dinas"]),
                        "unit": chance.choice(["", "Bagian Umum"]),
                    }
                form = replace(old, **changed)  # type: ignore[arg-type]
                correct(office, ref=ref, form=form, read=old, version=read.letter.version)
            except OfficeError:
                pass  # the rules refuse what no office does
        clock.wait(days=chance.randrange(1, 5))
        with office.open_reading() as unit:
            newest = unit.closings.last()
        following = newest.month.next() if newest else OCTOBER
        if following.last < clock.at.date() and chance.random() < 0.4:
            close_month(office, month=following)
    assert verify(office).ok
    with office.open_reading() as unit:
        late = [tuple(unit.closings.late(month)) for month in (NOVEMBER, NOVEMBER.next())]
        counted = [
            unit.closings.counted(month, anew=anew) for month in (OCTOBER, NOVEMBER) for anew in (True, False)
        ]
    return closed_months(office), late, counted, unit_sums(office)


def unit_sums(office: Office) -> list[object]:
    with office.open_reading() as unit:
        return [
            sorted((each for each in asked(month, unit_id)), key=repr)
            for month in (OCTOBER, NOVEMBER)
            for unit_id in (None, 1)
            for asked in (unit.closings.moved, unit.closings.opened)
        ]
