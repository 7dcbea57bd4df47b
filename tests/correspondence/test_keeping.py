"""The office's own lists and settings, without an engine."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from correspondence.classification import ClassificationCode
from correspondence.errors import NotFound, Refused
from correspondence.letters import LetterKind
from correspondence.office import Office
from correspondence.people import Capacity, appointment_on, find_officer, signature_block
from correspondence.profile import OfficeProfile, changed_profile, profile_texts
from correspondence.services import keeping, starting
from correspondence.services.starting import Starter
from correspondence.workdays import DayOff, DayOffKind
from tests.builders import BUDI, EKO, StandingClock, build_desk
from tests.fakes import FakeArchive


def test_every_setting_is_read_back_from_its_own_text() -> None:
    profile = OfficeProfile(name="Bagian Umum", place="Kediri", instructions=("Pelajari", "Wakili"))
    assert changed_profile(OfficeProfile(name="x"), profile_texts(profile)) == profile
    assert {key.split(".")[0] for key in profile_texts(profile)} == {each.name for each in fields(profile)}


@pytest.mark.parametrize(
    ("key", "text", "rule"),
    [
        ("name", "  ", "name_missing"),
        ("warna", "biru", "setting_unknown"),
        ("zone", "Europe/Berlin", "setting_unreadable"),
        ("number_scope", "room", "setting_unreadable"),
        ("number_pattern", "{kode}/{unit}", "pattern_without_urut"),
        ("deadline_biasa_workdays", "0", "setting_unreadable"),
        ("deadline_biasa_workdays", "lima", "setting_unreadable"),
        ("hours.monday", "16.00-07.30", "hours_out_of_order"),
        ("address", "x" * 301, "text_too_long"),
        ("report_signatory", "Nobody", None),
    ],
)
def test_a_wrong_setting_is_refused_and_nothing_is_kept(key: str, text: str, rule: str | None) -> None:
    desk = build_desk()
    before = keeping.profile(desk.office)
    with pytest.raises((Refused, NotFound)) as caught:
        keeping.set_profile(desk.office, values={"place": "Blitar", key: text})
    if rule is not None:
        assert isinstance(caught.value, Refused)
        assert caught.value.rule == rule
    assert keeping.profile(desk.office) == before


def test_a_setting_is_kept_and_the_journal_says_what_it_was() -> None:
    desk = build_desk()
    keeping.set_profile(desk.office, values={"place": "Blitar", "report_signatory": "budi"})
    kept = keeping.profile(desk.office)
    assert (kept.place, kept.report_signatory) == ("Blitar", BUDI)
    entry = desk.archive.kept.journal[-1]
    assert entry.changes == {"place": ("Kediri", "Blitar"), "report_signatory": ("", BUDI)}


def test_a_number_is_previewed_as_the_pattern_prints_it() -> None:
    desk = build_desk()
    pattern = "{kode}/{urut:4}/{unit}/{bulan_romawi}/{tahun}"
    assert keeping.preview_number(desk.office, pattern=pattern) == "000.1.2.3/0123/UM/X/2026"
    with pytest.raises(Refused):
        keeping.preview_number(desk.office, pattern=pattern, scope="room")


def test_a_definitive_appointment_ends_the_one_before() -> None:
    desk = build_desk()
    keeping.appoint(desk.office, officer="Eko", position="Kepala Bagian Hukum", first_day=date(2026, 11, 1))
    eko = find_officer(EKO, desk.archive.kept.officers.values())
    mine = [each for each in desk.archive.kept.appointments.values() if each.officer_id == eko.id]
    before, after = appointment_on(mine, date(2026, 10, 31)), appointment_on(mine, date(2026, 11, 1))
    assert before is not None
    assert after is not None
    assert (before.position, after.position) == ("Kepala Subbagian Tata Usaha", "Kepala Bagian Hukum")


def test_an_acting_head_prints_neither_nip_nor_rank() -> None:
    desk = build_desk()
    keeping.appoint(
        desk.office,
        officer="Eko",
        position="Kepala Bagian Umum",
        capacity=Capacity.PLH,
        first_day=date(2026, 10, 7),
        last_day=date(2026, 10, 9),
    )
    eko = find_officer(EKO, desk.archive.kept.officers.values())
    mine = [each for each in desk.archive.kept.appointments.values() if each.officer_id == eko.id]
    acting = appointment_on(mine, date(2026, 10, 9))
    assert acting is not None
    block = signature_block(eko, acting)
    assert (block.heads, block.nip, block.rank) == (("Plh. KEPALA BAGIAN UMUM,",), "", "")
    own = appointment_on(mine, date(2026, 10, 10))
    assert own is not None
    assert signature_block(eko, own).nip == eko.nip


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"position": " "}, "position_missing"),
        ({"position": "K", "first_day": date(2026, 2, 1), "last_day": date(2026, 1, 1)}, "dates_backwards"),
        ({"position": "K", "capacity": Capacity.AN}, "principal_missing"),
        (
            {"position": "K", "capacity": Capacity.AN, "principal": "P", "delegate": "D"},
            "delegate_without_ub",
        ),
        ({"position": "K", "unit": "Bagian Gaib"}, "unit_unknown"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(given: dict[str, object], rule: str) -> None:
    desk = build_desk()
    with pytest.raises(Refused) as caught:
        keeping.appoint(desk.office, officer="Eko", **given)  # type: ignore[arg-type]
    assert caught.value.rule == rule


def test_the_same_appointment_is_made_once() -> None:
    desk = build_desk()
    acting = {
        "officer": "Eko",
        "position": "Kepala Bagian Umum",
        "capacity": Capacity.PLH,
        "first_day": date(2026, 10, 7),
        "last_day": date(2026, 10, 9),
    }
    keeping.appoint(desk.office, **acting)
    before = dict(desk.archive.kept.appointments)
    again = acting | {"officer": EKO, "position": " kepala bagian  umum"}
    own = {"officer": "Eko", "position": "Kepala Subbagian Tata Usaha", "unit": "Bagian Umum"}
    own |= {"first_day": date(2020, 1, 1)}
    for given in (again, own):
        with pytest.raises(Refused) as caught:
            keeping.appoint(desk.office, **given)
        assert (caught.value.rule, caught.value.facts["officer"]) == ("appointment_known", EKO)
    assert desk.archive.kept.appointments == before
    keeping.appoint(desk.office, **acting | {"first_day": date(2026, 10, 8)})


def test_nobody_and_nothing_is_listed_twice() -> None:
    office = build_desk().office
    for add, rule in (
        (lambda: keeping.add_officer(office, name=BUDI.upper()), "officer_known"),
        (lambda: keeping.add_unit(office, name="bagian umum"), "unit_known"),
        (lambda: keeping.add_kind(office, name="SURAT DINAS"), "kind_known"),
    ):
        with pytest.raises(Refused) as caught:
            add()
        assert caught.value.rule == rule


STARTER = Starter(
    kinds=(LetterKind("Surat Dinas", "Korespondensi"),),
    codes=(ClassificationCode("000", "Umum", None, "starter"),),
    holidays={date(2026, 8, 17): DayOff("Hari Kemerdekaan")},
)


def test_a_new_registry_is_filled_once_and_named_by_its_office() -> None:
    archive = FakeArchive()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "petugas")
    starting.open_office(office, starter=STARTER)
    assert not keeping.profile(office).name, "a registry made by a script still asks for its office's name"
    keeping.put_holiday(office, day=date(2026, 8, 17), name="HUT RI", collective=True)
    starting.open_office(office, name="Bagian Umum", starter=STARTER)
    assert keeping.profile(office).name == "Bagian Umum"
    assert [each.name for each in archive.kept.kinds.values()] == ["Surat Dinas"]
    assert keeping.holidays(office) == {date(2026, 8, 17): DayOff("HUT RI", DayOffKind.COLLECTIVE_LEAVE)}
    with pytest.raises(Refused) as caught:
        starting.open_office(office, name="Bagian Hukum", starter=STARTER)
    assert caught.value.rule == "office_open"
