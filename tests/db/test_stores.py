"""Dispositions, signatures, people, kinds, codes, holidays, attachments and the profile, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.classification import ClassificationCode
from correspondence.dispositions import Disposition
from correspondence.errors import NotFound
from correspondence.letters import Correspondent, LetterKind
from correspondence.people import Appointment, Capacity, Officer, Unit
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workdays import DayOff, DayOffKind
from correspondence.workflow import DispositionState, SignatureState
from db.attachments import LONGEST_NAME, display_name
from db.connection import Archive
from tests.builders import BUDI, NINE, RAHMA, a_letter

HOUR = timedelta(hours=1)


def test_dispositions_are_kept_in_the_order_they_were_sent(office: Archive) -> None:
    with office.open_unit() as unit:
        people = {each.name: each.id for each in unit.people.officers()}
        letter = unit.letters.add(a_letter(unit_id=1), "key")
        parent = unit.dispositions.add(
            Disposition(
                letter.id, people[BUDI], True, NINE, people[RAHMA], instructions=("Proses", "Saran & tindak")
            )
        )
        child = unit.dispositions.add(
            Disposition(
                letter.id, people[RAHMA], False, NINE - HOUR, parent_id=parent.id, due_on=date(2026, 10, 9)
            )
        )
        assert list(unit.dispositions.of_letter(letter.id)) == [child, parent]
        assert list(unit.dispositions.live()) == [child, parent]
        done = replace(
            child, state=DispositionState.DONE, done_at=NINE + HOUR, read_at=NINE, report="Selesai"
        )
        unit.dispositions.save(done)
        assert unit.dispositions.by_id(child.id) == done
        assert list(unit.dispositions.live()) == [parent]
        for start, end, found in [
            (NINE - 3 * HOUR, NINE - HOUR, []),
            (NINE - 3 * HOUR, NINE, [child]),
            (NINE + HOUR, NINE + 2 * HOUR, [child, parent]),
            (NINE + 2 * HOUR, NINE + 3 * HOUR, [parent]),
        ]:
            work = unit.report_questions.workload
            assert {each.id for each in work(start, end)} == {each.id for each in found}
            assert {each.id for each in work(start, end, 1)} == {each.id for each in found}
            assert not work(start, end, 2)
        with pytest.raises(NotFound):
            unit.dispositions.by_id(99)
        with pytest.raises(NotFound):
            unit.dispositions.save(replace(done, id=99))


def test_signature_chains_are_kept_by_round_and_order(office: Archive) -> None:
    with office.open_unit() as unit:
        officer = unit.people.officers()[0].id
        letter = unit.letters.add(a_letter(unit_id=2), "key")
        sign = SignatureStep(letter.id, 1, 2, officer, SignatureTask.SIGN, "Camat", Capacity.PLH)
        second = unit.signatures.add(sign)
        first = unit.signatures.add(replace(sign, order=1, task=SignatureTask.INITIAL))
        again = unit.signatures.add(replace(sign, round=2, promised_for=NINE + 9 * HOUR))
        assert list(unit.signatures.of_letter(letter.id)) == [first, second, again]
        asked = replace(first, state=SignatureState.REQUESTED, requested_at=NINE, note="segera")
        unit.signatures.save(asked)
        assert unit.signatures.by_id(first.id) == asked
        assert list(unit.signatures.requested()) == [asked]
        assert list(unit.signatures.between(NINE - HOUR, NINE)) == []
        assert list(unit.signatures.between(NINE, NINE + HOUR)) == [asked]
        assert list(unit.signatures.between(NINE + 9 * HOUR, NINE + 10 * HOUR)) == [asked, again]
        acted = replace(asked, state=SignatureState.DONE, acted_at=NINE + HOUR)
        unit.signatures.save(acted)
        assert list(unit.signatures.between(NINE + HOUR, NINE + 2 * HOUR, 2)) == [acted]
        assert list(unit.signatures.between(NINE + HOUR, NINE + 2 * HOUR, 1)) == []
        assert list(unit.signatures.between(NINE + 2 * HOUR, NINE + 3 * HOUR)) == []
        assert list(unit.signatures.requested()) == []
        skipped = replace(second, state=SignatureState.SKIPPED, acted_at=NINE)
        unit.signatures.save(skipped)
        unit.signatures.add(replace(second, id=0))
        unit.signatures.remove_unused(letter.id, 2)
        unit.signatures.remove_unused(letter.id, 1)
        assert list(unit.signatures.of_letter(letter.id)) == [acted, skipped]
        with pytest.raises(NotFound):
            unit.signatures.by_id(99)
        with pytest.raises(NotFound):
            unit.signatures.save(replace(acted, id=99))


def test_people_are_kept_and_sorted_by_name(archive: Archive) -> None:
    with archive.open_unit() as unit:
        unit_one = unit.people.add_unit(Unit("Umum", "UM"))
        zaki = unit.people.add_officer(Officer("zaki", "1980", "Pembina", "0812"))
        eko = unit.people.add_officer(Officer("Éko"))
        ayu = unit.people.add_officer(Officer("Ayu"))
        unit.people.save_officer(replace(zaki, left_on=date(2026, 1, 1)))
        assert [each.name for each in unit.people.officers()] == ["Ayu", "zaki", "Éko"]
        assert unit.people.officer(zaki.id).left_on == date(2026, 1, 1)
        held = unit.people.add_appointment(
            Appointment(eko.id, "Camat", Capacity.PLT, unit_one.id, "Bupati", date(2025, 1, 1), None)
        )
        unit.people.save_appointment(replace(held, last_day=date(2026, 6, 30)))
        assert list(unit.people.appointments()) == [replace(held, last_day=date(2026, 6, 30))]
        assert list(unit.people.units()) == [unit_one]
        for missing in (
            lambda: unit.people.officer(99),
            lambda: unit.people.save_officer(replace(ayu, id=99)),
            lambda: unit.people.save_appointment(replace(held, id=99)),
        ):
            with pytest.raises(NotFound):
                missing()


def test_correspondents_are_offered_by_the_beginning_of_a_word(archive: Archive) -> None:
    with archive.open_unit() as unit:
        for name, address in [
            ("Dinas Pendidikan", "Jl. Mayor Bismo"),
            ("PT. Maju-Jaya", ""),
            ("Majelis Ulama", ""),
            ("dinas  PENDIDIKAN", ""),
            ("100% Murni_Kediri", ""),
        ]:
            unit.people.remember_correspondent(Correspondent(name, address))
        unit.people.remember_correspondent(Correspondent("Majelis Ulama", "Jl. Baru"))

        def offered(typed: str) -> list[tuple[str, str]]:
            return [(each.name, each.address) for each in unit.people.correspondents(typed)]

        assert offered("PENDI") == [("Dinas Pendidikan", "Jl. Mayor Bismo")]
        assert offered("maj") == [("Majelis Ulama", "Jl. Baru"), ("PT. Maju-Jaya", "")]
        assert offered("idikan") == []
        assert offered("100% m") == [("100% Murni_Kediri", "")]
        assert offered("_") == offered("")
        assert len(unit.people.correspondents("", limit=2)) == 2


def test_kinds_are_kept(archive: Archive) -> None:
    with archive.open_unit() as unit:
        order = unit.kinds.add(LetterKind("Surat Tugas", "Arahan", "tugas.docx"))
        memo = unit.kinds.add(LetterKind("memo"))
        unit.kinds.save(replace(order, active=False))
        assert list(unit.kinds.every()) == [memo, replace(order, active=False)]
        with pytest.raises(NotFound):
            unit.kinds.save(replace(memo, id=99))


def test_codes_sort_by_number_and_are_found_by_code_and_word(archive: Archive) -> None:
    new, old = "permendagri-83-2022", "permendagri-78-2012"
    codes = [
        ClassificationCode("000.1.10", "Perjalanan dinas luar negeri", "000.1", new, 2, 3, "Musnah"),
        ClassificationCode("000.1.9", "Perjalanan dinas dalam negeri", "000.1", new),
        ClassificationCode("000.1", "Ketatausahaan", "000", new),
        ClassificationCode("000.1", "Undangan", None, old),
    ]
    with archive.open_unit() as unit:
        assert unit.codes.put_many(codes) == (4, 0)
        assert unit.codes.put_many(codes) == (0, 0)
        renewed = replace(codes[2], label="Ketatausahaan dan kerumahtanggaan")
        assert unit.codes.put_many([*codes[:2], renewed]) == (0, 1)
        assert unit.codes.put_many([]) == (0, 0)
        found = unit.codes.find("")
        assert [(each.code, each.regime) for each in found] == [
            ("000.1", old), ("000.1", new), ("000.1.9", new), ("000.1.10", new),
        ]  # fmt: skip
        assert found[3] == codes[0]
        assert [each.code for each in unit.codes.find("dinas NEG")] == ["000.1.9", "000.1.10"]
        assert [each.code for each in unit.codes.find("000.1.", regime=new)] == ["000.1.9", "000.1.10"]
        assert [each.label for each in unit.codes.find("rumah")] == []
        assert [each.label for each in unit.codes.find("kerumah")] == [renewed.label]
        assert len(unit.codes.find("", limit=2)) == 2
        assert list(unit.codes.named("000.1")) == [codes[3], renewed]
        assert list(unit.codes.named("9")) == []


def test_holidays_are_renewed_by_date(archive: Archive) -> None:
    independence, leave = date(2026, 8, 17), date(2026, 12, 24)
    with archive.open_unit() as unit:
        days = {independence: DayOff("Kemerdekaan"), leave: DayOff("Cuti", DayOffKind.COLLECTIVE_LEAVE)}
        assert unit.holidays.put_many(days) == (2, 0)
        assert unit.holidays.put_many(days | {leave: DayOff("Cuti Natal", DayOffKind.LOCAL)}) == (0, 1)
        assert unit.holidays.every()[leave] == DayOff("Cuti Natal", DayOffKind.LOCAL)
        unit.holidays.remove(leave)
        unit.holidays.remove(leave)
        assert unit.holidays.every() == {independence: DayOff("Kemerdekaan")}


def test_the_profile_keeps_what_was_set_and_the_default_of_what_was_not(archive: Archive) -> None:
    with archive.open_unit() as unit:
        standard = unit.profiles.read()
        changed = replace(
            standard, name="Kelurahan Tanjung Laut", instructions=("Proses",), deadline_biasa_workdays=7
        )
        changed = replace(changed, hours={**standard.hours, "saturday": "08.00-12.00"})
        unit.profiles.write(changed)
        assert unit.profiles.read() == changed
        unit._session.run("DELETE FROM office WHERE key = 'deadline_biasa_workdays'")
        unit._session.run("INSERT INTO office VALUES ('of_a_later_program', '1')")
        unit.commit()
    with archive.open_reading() as unit:
        assert unit.profiles.read() == replace(
            changed, deadline_biasa_workdays=standard.deadline_biasa_workdays
        )


def test_equal_content_is_kept_once(archive: Archive) -> None:
    content = bytes(range(256)) * 4000
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "key")
        one = unit.attachments.add(letter.id, "surat.pdf", content, NINE)
        two = unit.attachments.add(letter.id, "salinan.pdf", content, NINE)
        assert unit._session.value("SELECT count(*) FROM content") == 1
        assert list(unit.attachments.of_letter(letter.id)) == [one, two]
        assert unit.attachments.content(one.sha256) == content
        assert (one.size, two.name, one.added_at) == (len(content), "salinan.pdf", NINE)
        empty = unit.attachments.add(letter.id, "kosong.txt", b"", NINE)
        assert unit.attachments.content(empty.sha256) == b""
        with pytest.raises(NotFound):
            unit.attachments.content("0" * 64)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("surat.pdf", "surat.pdf"),
        ("../../etc/cron.d/x", "x"),
        ("C:\\Users\\a\\Surat é.docx", "Surat é.docx"),
        ("/etc/passwd", "passwd"),
        ("..", ""),
        (".", ""),
        ("", ""),
        ("a/", ""),
        ("surat\0.pdf", "surat.pdf"),
        ("surat\n\t.pdf", "surat.pdf"),
        ("fdp\u202eexe.pdf", "fdpexe.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("  .pdf . ", "pdf"),
        ('a<b>c:"d|e?f*.pdf', "a_b_c__d_e_f_.pdf"),
        ("x" * 300 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
        ("\ud800.pdf", "pdf"),
    ],
)
def test_a_file_name_is_safe_to_show_and_to_save(given: str, shown: str) -> None:
    assert display_name(given) == shown


def test_a_name_of_which_nothing_remains_is_called_by_its_content(archive: Archive) -> None:
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "key")
        added = unit.attachments.add(letter.id, "../..", b"isi", NINE)
        assert added.name == added.sha256[:12]
