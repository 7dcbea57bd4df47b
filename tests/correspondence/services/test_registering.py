"""Registering: one transaction, the office's own year, files under harmless names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from correspondence.classification import ClassificationCode
from correspondence.errors import NotFound, Refused
from correspondence.forms import NewAttachment
from correspondence.letters import Urgency
from correspondence.numbering import LetterRef
from correspondence.profile import OfficeProfile
from correspondence.services.registering import (
    register_incoming,
    register_outgoing,
)
from correspondence.services.transcribing import WHOLE_TABLE
from correspondence.throughput import FactKind
from correspondence.workdays import DayOff
from correspondence.workflow import Direction, IncomingState, OutgoingState
from tests.builders import NINE, WEDNESDAY, Desk, build_desk, incoming_form, outgoing_form

SCAN = NewAttachment("pindaian.pdf", b"%PDF-1.7 satu")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def test_everything_of_a_registration_is_kept_in_one_commit(desk: Desk) -> None:
    before = desk.archive.commits
    ref = register_incoming(desk.office, form=incoming_form(), attachments=[SCAN], request_key="k1").ref
    assert str(ref) == "M-2026-1"
    assert desk.archive.commits == before + 1
    letter = desk.letter(ref)
    assert (letter.state, letter.entered_on, letter.registered_at) == (
        IncomingState.REGISTERED,
        WEDNESDAY,
        NINE,
    )
    assert (letter.holder_id, letter.held_since) == (None, NINE)
    assert [(fact.what, fact.on) for fact in desk.facts(ref)] == [(FactKind.REGISTERED, WEDNESDAY)]
    [entry] = desk.journal(ref)
    assert (entry.step, entry.by, entry.at) == ("registered", "petugas", NINE)
    assert entry.changes == {"attachments": ("", "pindaian.pdf")}
    [file] = desk.archive.kept.attachments.values()
    assert (file.letter_id, file.name, file.size) == (letter.id, "pindaian.pdf", len(SCAN.content))
    assert desk.archive.kept.correspondents["Dinas Pendidikan Kota Kediri"].name


def test_the_two_books_number_apart_and_without_a_hole(desk: Desk) -> None:
    refs = [desk.incoming(), desk.outgoing(), desk.incoming(), desk.outgoing()]
    assert [str(ref) for ref in refs] == ["M-2026-1", "K-2026-1", "M-2026-2", "K-2026-2"]


def test_what_is_refused_takes_no_number_and_leaves_nothing(desk: Desk) -> None:
    kept = desk.archive.kept
    for form in (incoming_form(kind="Tidak Ada"), incoming_form(subject=" \x00 ")):
        with pytest.raises(Refused):
            register_incoming(desk.office, form=form)
    assert desk.archive.kept is kept
    assert str(desk.incoming()) == "M-2026-1"


def test_a_retry_finds_the_first_try(desk: Desk) -> None:
    first = register_outgoing(desk.office, form=outgoing_form(), request_key="k1")
    again = register_outgoing(desk.office, form=outgoing_form(subject="Lain"), request_key="k1")
    assert first == again
    assert len(desk.archive.kept.letters) == 1


@pytest.mark.parametrize(
    ("zone", "utc", "year"),
    [
        ("Asia/Jakarta", datetime(2026, 12, 31, 16, 59, tzinfo=UTC), 2026),
        ("Asia/Jakarta", datetime(2026, 12, 31, 17, 0, tzinfo=UTC), 2027),
        ("Asia/Jayapura", datetime(2026, 12, 31, 15, 0, tzinfo=UTC), 2027),
    ],
)
def test_the_book_s_year_begins_at_the_office_s_midnight(zone: str, utc: datetime, year: int) -> None:
    desk = build_desk(at=utc)
    desk.archive.kept.profile = OfficeProfile(zone=zone)
    ref = desk.incoming(received_on=date(2026, 12, 30), letter_date=date(2026, 12, 30))
    assert ref == LetterRef(Direction.INCOMING, year, 1)
    assert desk.letter(ref).entered_on == date(2026, 12, 30)


class _RunningClock:
    """Goes on by two minutes each time it is looked at."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        self._at += timedelta(minutes=2)
        return self._at


def test_midnight_may_strike_while_another_desk_is_waited_for(desk: Desk) -> None:
    clock = _RunningClock(datetime(2026, 12, 31, 16, 57, tzinfo=UTC))  # 23.57 in Jakarta
    ref = register_outgoing(replace(desk.office, clock=clock), form=outgoing_form()).ref
    letter = desk.letter(ref)
    assert (str(ref), letter.entered_on) == ("K-2027-1", date(2027, 1, 1))
    assert letter.registered_at == letter.held_since == datetime(2026, 12, 31, 17, 1, tzinfo=UTC)


def test_each_year_begins_with_one(desk: Desk) -> None:
    desk.clock.at = datetime(2026, 12, 31, 3, 0, tzinfo=UTC)
    old = [desk.incoming(), desk.incoming()]
    desk.clock.wait(days=1)
    new = [desk.incoming(), desk.incoming()]
    assert [str(ref) for ref in (*old, *new)] == ["M-2026-1", "M-2026-2", "M-2027-1", "M-2027-2"]


def test_an_outgoing_letter_is_a_draft_of_today(desk: Desk) -> None:
    ref = desk.outgoing(received_on=date(2026, 1, 5))
    letter = desk.letter(ref)
    assert (letter.state, letter.entered_on, letter.received_on, letter.due_at) == (
        OutgoingState.DRAFT,
        WEDNESDAY,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("urgency", "received_on", "due"),
    [
        # Biasa: the close of the fifth working day after the day of receipt.
        (Urgency.BIASA, WEDNESDAY, datetime(2026, 10, 14, 9, 0, tzinfo=UTC)),
        (Urgency.BIASA, date(2026, 10, 2), datetime(2026, 10, 9, 9, 0, tzinfo=UTC)),
        # The hours run from registration today …
        (Urgency.SEGERA, WEDNESDAY, datetime(2026, 10, 9, 2, 0, tzinfo=UTC)),
        (Urgency.SANGAT_SEGERA, WEDNESDAY, datetime(2026, 10, 8, 2, 0, tzinfo=UTC)),
        # … from the opening of an earlier day, and from Monday's when it lay in the box over the weekend.
        (Urgency.SANGAT_SEGERA, date(2026, 10, 5), datetime(2026, 10, 6, 0, 30, tzinfo=UTC)),
        (Urgency.SANGAT_SEGERA, date(2026, 10, 3), datetime(2026, 10, 6, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_deadline_follows_the_urgency(
    desk: Desk, urgency: Urgency, received_on: date, due: datetime
) -> None:
    ref = desk.incoming(urgency=urgency, received_on=received_on)
    assert desk.letter(ref).due_at == due


def test_days_off_move_a_deadline(desk: Desk) -> None:
    desk.archive.kept.holidays = {date(2026, 10, 12): DayOff("Cuti bersama")}
    assert desk.letter(desk.incoming()).due_at == datetime(2026, 10, 15, 9, 0, tzinfo=UTC)


def test_an_office_without_hours_registers_all_the_same(desk: Desk) -> None:
    desk.archive.kept.profile = OfficeProfile(hours={})
    assert desk.letter(desk.incoming()).due_at is None


@pytest.mark.parametrize(
    ("fields", "rule", "field", "fact"),
    [
        ({"kind": "Surat Cinta"}, "kind_unknown", "kind", "Surat Cinta"),
        ({"unit": "Bagian Antah"}, "unit_unknown", "unit", "Bagian Antah"),
    ],
)
def test_unknown_names_are_refused_with_the_known_ones(
    desk: Desk, fields: dict[str, Any], rule: str, field: str, fact: str
) -> None:
    with pytest.raises(Refused) as refused:
        desk.outgoing(**fields)
    assert (refused.value.rule, refused.value.field, refused.value.facts["name"]) == (rule, field, fact)
    assert refused.value.facts["known"]


def test_names_are_known_in_any_case_and_units_by_their_code(desk: Desk) -> None:
    letter = desk.letter(desk.outgoing(kind="surat PENGANTAR", unit="keu"))
    assert desk.archive.kept.kinds[letter.kind_id or 0].name == "Surat Pengantar"
    assert desk.archive.kept.units[letter.unit_id or 0].name == "Subbagian Keuangan"


def test_what_is_out_of_use_is_unknown_to_new_letters(desk: Desk) -> None:
    kept = desk.archive.kept
    kept.kinds = {key: replace(kind, active=False) for key, kind in kept.kinds.items()}
    kept.units = {key: replace(unit, active=False) for key, unit in kept.units.items()}
    with pytest.raises(Refused, match="kind_unknown"):
        desk.outgoing(unit="")
    with pytest.raises(Refused, match="unit_unknown"):
        desk.incoming()


def test_any_code_is_taken_until_the_whole_table_is_there(desk: Desk) -> None:
    assert desk.letter(desk.incoming(classification="9.9.9")).classification == "9.9.9"
    table = [ClassificationCode(f"000.8.{number}", "x", None, "83") for number in range(1, WHOLE_TABLE + 1)]
    with desk.office.open_unit() as unit:
        unit.codes.put_many(table)
        unit.commit()
    desk.incoming(classification="000.8.7")
    desk.incoming(classification="")
    with pytest.raises(Refused) as refused:
        desk.incoming(classification="000.8.999")
    assert (refused.value.rule, refused.value.field) == ("code_unknown", "classification")
    assert refused.value.facts["near"] == ("000.8.99",)


@pytest.mark.parametrize("code", ["045.2", "001/3", "000.1.10", "470-A"])
def test_what_looks_like_a_code_is_taken_before_the_table_is_there(desk: Desk, code: str) -> None:
    assert desk.letter(desk.incoming(classification=code)).classification == code


@pytest.mark.parametrize("code", ["nope", "-", "?", ".5", "045 2"])
def test_what_looks_like_no_code_is_refused_unless_the_table_has_it(desk: Desk, code: str) -> None:
    with pytest.raises(Refused) as refused:
        desk.incoming(classification=code)
    assert (refused.value.rule, refused.value.field) == ("code_unreadable", "classification")
    with desk.office.open_unit() as unit:
        unit.codes.put_many([ClassificationCode(code, "x", None, "daerah")])
        unit.commit()
    assert desk.letter(desk.incoming(classification=code)).classification == code


def test_the_letter_replied_to_must_exist(desk: Desk) -> None:
    ref = desk.incoming()
    assert desk.letter(desk.outgoing(reply_to=ref)).reply_to_id == desk.letter(ref).id
    with pytest.raises(NotFound):
        desk.outgoing(reply_to=LetterRef(Direction.INCOMING, 2026, 99))


def test_a_clock_set_back_is_noticed_and_can_be_overruled(desk: Desk) -> None:
    desk.incoming()
    desk.clock.wait(minutes=-10)
    desk.incoming()
    desk.clock.wait(seconds=-1)
    with pytest.raises(Refused) as refused:
        desk.incoming()
    assert refused.value.rule == "clock_behind"
    assert refused.value.facts["last"] == NINE
    ref = register_incoming(desk.office, form=incoming_form(), despite_clock=True).ref
    assert str(ref) == "M-2026-3"
    assert desk.journal(ref)[0].changes["clock"][0] == NINE.isoformat()
