"""Fields of a kind's own form: the naming rule, the office's table, the checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from correspondence.errors import Refused
from correspondence.own_fields import (
    OwnField,
    OwnType,
    check_names,
    kept_fields,
    read_field,
    wrong_fields,
)
from correspondence.own_tables import OwnRow, own_field, read_table, write_table
from correspondence.services.correcting import correct, form_of
from correspondence.services.earlier import earlier_letter
from correspondence.services.keeping import profile, set_profile
from correspondence.services.looking_up import dossier
from correspondence.services.own_forms import set_own_rows
from tests.builders import build_desk

TODAY = date(2026, 10, 7)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("nik", OwnType.NIK),
        ("nik_pasangan", OwnType.NIK),
        ("nama", OwnType.TEXT),
        ("tanggal_lahir", OwnType.DATE),
        ("tgl_mulai", OwnType.DATE),
        ("tanggalan", OwnType.TEXT),
        ("jumlah_anggota", OwnType.NUMBER),
        ("nominal_bantuan", OwnType.MONEY),
        ("alamat", OwnType.LONG),
        ("isi", OwnType.LONG),
        ("uraian_tugas", OwnType.LONG),
        ("agama", OwnType.CHOICE),
    ],
)
def test_the_name_says_the_type(name: str, kind: OwnType) -> None:
    assert own_field(name).type is kind


def test_the_office_s_table_wins() -> None:
    table = read_table(" jalur: Umum |Khusus ; mulai: Tanggal; agama: teks ")
    assert table.text == "jalur: Umum |Khusus; mulai: Tanggal; agama: teks"
    assert own_field("jalur", table).choices == ("Umum", "Khusus")
    assert own_field("mulai", table).type is OwnType.DATE
    assert own_field("agama", table).type is OwnType.TEXT
    assert read_table("").text == ""


@pytest.mark.parametrize("typed", ["jalur", "jalur:", "jalur: satu", ": teks", "ja lur: a | b"])
def test_a_table_that_cannot_be_read(typed: str) -> None:
    with pytest.raises(Refused, match="setting_unreadable"):
        read_table(typed)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("nik", "3571 0145 0990 0003", "3571014509900003"),
        ("nik", "3571012902000001", "3571012902000001"),
        ("tanggal_lahir", "5/9/1990", "1990-09-05"),
        ("tanggal_lahir", "5 September 1990", "1990-09-05"),
        ("tanggal_lahir", "1990-09-05", "1990-09-05"),
        ("jumlah_anggota", "1.200", "1200"),
        ("penghasilan", "Rp 1.500.000,00", "1500000"),
        ("penghasilan", "Rp1.500.000,-", "1500000"),
        ("jenis_kelamin", "perempuan", "Perempuan"),
        ("nama", "  Siti & <b> ", "Siti & <b>"),
        ("nik", "", ""),
    ],
)
def test_what_is_kept(name: str, typed: str, kept: str) -> None:
    assert read_field(own_field(name), typed, today=TODAY) == kept


@pytest.mark.parametrize(
    ("name", "typed", "rule"),
    [
        ("nik", "357101450990000", "nik_unreadable"),
        ("nik", "35710145099000033", "nik_unreadable"),
        ("nik", "357101450990000x", "nik_unreadable"),
        ("nik", "３５７１０１４５０９９００００３", "nik_unreadable"),
        ("nik", "3571014513900003", "nik_birth_impossible"),
        ("nik", "3571013002900003", "nik_birth_impossible"),
        ("nik", "3571010009900003", "nik_birth_impossible"),
        ("nik", "3571018009900003", "nik_birth_impossible"),
        ("tanggal_lahir", "31/2/1990", "date_impossible"),
        ("tanggal_lahir", "besok lusa sekali", "date_unreadable"),
        ("jumlah_anggota", "empat", "number_unreadable"),
        ("jumlah_anggota", "1.20", "number_unreadable"),
        ("jumlah_anggota", "-3", "number_unreadable"),
        ("jumlah_anggota", "9" * 16, "number_unreadable"),
        ("agama", "Jedi", "choice_unknown"),
        ("nama", "x" * 501, "text_too_long"),
    ],
)
def test_what_is_refused(name: str, typed: str, rule: str) -> None:
    with pytest.raises(Refused) as caught:
        read_field(own_field(name), typed, today=TODAY)
    assert (caught.value.rule, caught.value.field) == (rule, f"fields.{name}")


def test_only_known_fields_are_checked() -> None:
    known = [OwnField("nik", OwnType.NIK), OwnField("tanggal_lahir", OwnType.DATE)]
    assert kept_fields({"nik_lain": "456", "nik": ""}, known, today=TODAY) == {"nik_lain": "456", "nik": ""}
    wrong = wrong_fields({"nik": "1", "tanggal_lahir": "x", "nik_lain": "456"}, known, today=TODAY)
    assert [each.field for each in wrong] == ["fields.nik", "fields.tanggal_lahir"]


FORM = (OwnField("nik", OwnType.NIK), OwnField("tanggal_lahir", OwnType.DATE), OwnField("isi", OwnType.LONG))


def test_registering_and_correcting_check_what_the_kind_asks_for() -> None:
    desk = build_desk()
    entries = {
        "nik": "3571 0145 0990 0003",
        "tanggal_lahir": "5/9/90",
        "isi": "Satu.\r\n  Dua.\x07",
        "lain": "1",
    }
    ref = desk.outgoing(fields=entries, own_fields=FORM)
    letter = desk.letter(ref)
    assert letter.fields == {
        "nik": "3571014509900003",
        "tanggal_lahir": "1990-09-05",
        "isi": "Satu.\nDua.",
        "lain": "1",
    }
    with pytest.raises(Refused) as caught:
        desk.outgoing(fields={"nik": "1"}, own_fields=FORM)
    assert (caught.value.rule, caught.value.field) == ("nik_unreadable", "fields.nik")
    form = form_of(dossier(desk.office, ref=ref))
    with pytest.raises(Refused, match="nik_unreadable"):
        correct(
            desk.office,
            ref=ref,
            form=replace(form, fields={"nik": "2"}, own_fields=FORM),
            read=form,
            version=letter.version,
        )
    mended = replace(form, fields={**form.fields, "nik": "3571014609900003"}, own_fields=FORM)
    correct(desk.office, ref=ref, form=mended, read=form, version=letter.version)
    assert desk.journal(ref)[-1].changes == {"fields.nik": ("3571014509900003", "3571014609900003")}


def test_what_was_entered_for_a_citizen_is_offered_again() -> None:
    desk = build_desk()
    desk.outgoing(fields={"nik": "3571014509900003", "nama": "Siti"})
    desk.outgoing(fields={"nik": "3571014509900003", "nama": "Siti Aminah"})
    desk.outgoing(fields={"nik_pasangan": "3571014509900003", "nama": "Rudi"})
    found = earlier_letter(desk.office, name="nik", value=" 3571014509900003 ")
    assert found.fields["nama"] == "Siti Aminah"
    assert earlier_letter(desk.office, name="nik", value="3571014509900004") is None
    assert earlier_letter(desk.office, name="nik", value=" ") is None


ROWS = "nama! (Nama RT/RW): teks; izin-keramaian/nama?:; izin/jalur (Jalur): Umum | Khusus (a/b)"


def test_a_row_names_requires_and_may_be_of_one_kind() -> None:
    table = read_table(ROWS.replace("izin-keramaian", "Izin Keramaian"))
    assert table.rows == (
        OwnRow("nama", "", OwnType.TEXT, (), "Nama RT/RW", required=True),
        OwnRow("nama", "izin-keramaian", required=False),
        OwnRow("jalur", "izin", choices=("Umum", "Khusus (a/b)"), label="Jalur"),
    )
    assert write_table(table.rows) == ROWS
    assert own_field("nama", table).required
    assert not own_field("nama", table, kind="Izin  keramaian").required
    assert own_field("jalur", table, kind="izin").label == "Jalur"
    assert own_field("jalur", table).type is OwnType.TEXT


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (OwnRow("nama", label="Nama; alias"), "label"),
        (OwnRow("nama", label="Nama (lengkap)"), "label"),
        (OwnRow("jalur", choices=("Umum", "Khusus|lain")), "choices"),
    ],
)
def test_what_would_be_read_as_another_row_is_refused(row: OwnRow, field: str) -> None:
    with pytest.raises(Refused, match="own_row_unreadable") as caught:
        write_table([row])
    assert caught.value.field == field


def test_a_required_field_is_missed() -> None:
    asked = OwnField("nama", required=True)
    assert [each.rule for each in wrong_fields({"nama": "  "}, [asked], today=TODAY)] == ["own_field_missing"]
    assert not wrong_fields({"nama": "Siti"}, [asked], today=TODAY)


def test_the_rows_of_one_kind_leave_the_others_alone() -> None:
    office = build_desk().office
    set_profile(office, values={"own_fields": "mulai: tanggal; izin/jalur: Umum | Khusus"})
    set_own_rows(office, kind="Izin", rows=[OwnRow("nama", label="Nama pemohon"), OwnRow("nik")])
    assert profile(office).own_fields == "mulai: tanggal; izin/nama (Nama pemohon):"
    set_own_rows(office, kind="Izin", rows=[])
    assert profile(office).own_fields == "mulai: tanggal"


def test_each_field_comes_from_the_newest_letter_that_has_it() -> None:
    desk, nik = build_desk(), "3571014509900003"
    older = desk.outgoing(fields={"nik": nik, "nama": "Siti", "alamat": "Jalan Lama", "agama": "Islam"})
    newer = desk.outgoing(fields={"nik": nik, "alamat": "Jalan Baru"})
    newest = desk.outgoing(fields={"nik": nik, "keperluan": "Kerja", "nama": " "})
    found = earlier_letter(desk.office, name="nik", value=nik)
    assert found.ref == newest
    assert found.fields == {
        "nik": nik,
        "keperluan": "Kerja",
        "alamat": "Jalan Baru",
        "nama": "Siti",
        "agama": "Islam",
    }
    assert [found.source(name) for name in ("keperluan", "alamat", "nama")] == [newest, newer, older]


def test_two_people_of_one_name_are_not_mixed() -> None:
    desk = build_desk()
    desk.outgoing(fields={"nama": "Siti", "nik": "3571014509900003", "agama": "Islam"})
    desk.outgoing(fields={"nama": "Siti", "alamat": "Jalan Baru"})
    desk.outgoing(fields={"nama": "Siti", "nik": "3571014107900001"})
    found = earlier_letter(desk.office, name="nama", value="Siti")
    assert found.fields == {"nama": "Siti", "nik": "3571014107900001", "alamat": "Jalan Baru"}


def test_a_name_that_the_form_does_not_know_is_refused_with_those_there_are() -> None:
    known = (OwnField("nama"), OwnField("nik"))
    check_names(
        {"nik": "", "nama": "", "naskah_1": "", "naskah": "", "tembusan_2": "", "keterangan": ""}, known
    )
    check_names({"apa_saja": ""}, ())
    with pytest.raises(Refused) as caught:
        check_names({"nikk": "123"}, known)
    assert (caught.value.rule, caught.value.field) == ("own_field_unknown", "fields.nikk")
    assert caught.value.facts == {"name": "nikk", "known": ("nik", "nama")}


def test_a_citizen_is_found_by_name_in_any_case() -> None:
    desk = build_desk()
    first = desk.outgoing(fields={"nama": "Siti Aminah", "nik": "3571014107900001"})
    desk.outgoing(fields={"nama": "Siti Aminah Putri"})
    found = earlier_letter(desk.office, name="nama", value=" siti  aminah ")
    assert found is not None
    assert (found.ref, found.fields["nik"]) == (first, "3571014107900001")
    assert earlier_letter(desk.office, name="nama", value="siti") is None
