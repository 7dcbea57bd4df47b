"""The office's own lists, old books and tables, templates: from the terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.templates_docx.making import template

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates_docx" / "surat_pengantar.docx"

BOOK = """No. Urut;Tanggal Penerimaan;Nomor Surat;Tanggal Surat;Pengirim;Isi Singkat
1;05-01-2017;001/X;4 Januari 2017;Dinas Sosial;Undangan
2;05-01-2017;002/X;04-01-17;Dinas Pasar;Laporan; triwulan
3;bukan tanggal;003/X;;Dinas Kominfo;Permohonan
1;06-01-2017;004/X;;Camat;Nomor yang sudah dipakai
"""


def test_init_says_where_and_changes_nothing_the_second_time(new_terminal, sqlite_url: str) -> None:
    terminal = new_terminal(sqlite_url)
    first, second = terminal.json("init"), terminal.json("init")
    assert (first["made"], second["made"]) == (True, False)
    assert first["file"].endswith("registry.sqlite3")
    assert Path(first["file"]).is_file()
    assert first["kinds"] > 20
    assert first["codes"] > 20
    assert first["holidays"] > 30
    assert {name: first[name] for name in ("kinds", "codes", "holidays")} == {
        name: second[name] for name in ("kinds", "codes", "holidays")
    }
    assert "sudah ada" in terminal("init").out
    assert first["file"] in terminal("init").out


def test_the_office_itself(any_terminal) -> None:
    kept = any_terminal.json("office", "show")["office"]
    assert kept["name"] == "Kelurahan Tanjung Laut"
    changed = any_terminal.json("office", "set", "place", "Bontang")["office"]
    assert changed == {**kept, "place": "Bontang"}
    assert any_terminal.refused("office", "set", "colour", "red")["rule"] == "setting_unknown"
    assert any_terminal.refused("office", "set", "zone", "Mars/Olympus")["rule"] == "setting_unreadable"
    assert (
        any_terminal.refused("office", "set", "number_pattern", "{kode}/{tahun}")["rule"]
        == "pattern_without_urut"
    )
    assert "Bontang" in any_terminal("office", "show").out


def test_officers_and_their_appointments(any_terminal) -> None:
    added = any_terminal.json(
        *("officer", "add", "Drs. Hasan", "--position", "Sekretaris", "--nip", "19700101 199001 1 001"),
        *("--rank", "Pembina", "--phone", "0812", "--unit", "Seksi Pemerintahan"),
    )["officers"]
    (hasan,) = (each for each in added if each["name"] == "Drs. Hasan")
    assert hasan.keys() >= {"id", "name", "nip", "rank", "phone", "position", "capacity", "unit"}
    assert (hasan["position"], hasan["unit"], hasan["capacity"]) == (
        "Sekretaris",
        "Seksi Pemerintahan",
        "definitive",
    )
    stand_in = any_terminal.json(
        *("officer", "appoint", "19700101 199001 1 001", "--position", "Lurah", "--capacity", "plh"),
        *("--from", "kemarin", "--to", "besok"),
    )["officers"]
    (hasan,) = (each for each in stand_in if each["name"] == "Drs. Hasan")
    assert (hasan["position"], hasan["capacity"]) == ("Lurah", "plh")
    assert "Pelaksana harian (Plh.)" in any_terminal("officer", "list").out
    gone = any_terminal.json("officer", "left", "Drs. Hasan", "--on", "kemarin")["officers"]
    assert [each["left_on"] is not None for each in gone if each["name"] == "Drs. Hasan"] == [True]
    assert any_terminal.refused("officer", "add", "Citra Dewi")["rule"] == "officer_known"
    assert (
        any_terminal.refused("officer", "appoint", "Siapa", "--position", "x")["rule"] == "officer_not_found"
    )


def test_every_position_of_the_day_is_listed(terminal) -> None:
    appoint = ("officer", "appoint", "Budi", "--position", "Kepala Seksi", "--capacity", "ub")
    known = terminal(*appoint, "--principal", "lurah")
    assert (known.code, known.err) == (0, "")
    [budi] = [each for each in terminal.json("officer", "list")["officers"] if each["name"] == "Budi Santoso"]
    assert [(each["position"], each["capacity"], each["principal"]) for each in budi["positions"]] == [
        ("Kepala Seksi", "ub", "lurah"),
        ("Kepala Seksi", "definitive", None),
    ]
    lines = [line for line in terminal("officer", "list").out.splitlines() if "Kepala Seksi" in line]
    assert [line.startswith("Budi Santoso") for line in lines] == [True, False]
    assert terminal.refused(*appoint, "--principal", "Lurah")["rule"] == "appointment_known"


def test_on_behalf_of_a_position_that_nobody_here_holds(terminal) -> None:
    """The regent of a district office is not among its officers: told, and not refused."""
    appoint = ("officer", "appoint", "Budi", "--position", "Kepala Seksi", "--capacity", "an")
    said = terminal(*appoint, "--principal", "Raja")
    assert said.code == 0
    assert "“Raja”" in said.err
    assert "Lurah" in said.err


def test_units_and_kinds(any_terminal) -> None:
    assert any_terminal.refused("unit", "add", "seksi pemerintahan")["rule"] == "unit_known"
    units = any_terminal.json("unit", "add", "Seksi Umum", "--code", "UM")["units"]
    assert ("Seksi Umum", "UM") in {(each["name"], each["code"]) for each in units}
    kinds = any_terminal.json("kind", "add", "Pengantar Ternak", "--group", "Pelayanan")["kinds"]
    assert "Pengantar Ternak" in {each["name"] for each in kinds}
    assert any_terminal.refused("kind", "add", "Nota Dinas")["rule"] == "kind_known"


def test_a_new_kind_answers_with_the_fields_it_found(terminal, tmp_path) -> None:
    own = template(tmp_path, "{{ isian.penghasilan }} {{ isian.agama }}", name="gaji.docx")
    said = terminal.json("kind", "add", "Keterangan Gaji", "--template", str(own))
    assert said["kind"]["name"] == "Keterangan Gaji"
    assert [(each["field"], each["type"]) for each in said["fields"]] == [
        ("penghasilan", "money"),
        ("agama", "choice"),
    ]
    changed = template(tmp_path, "{{ isian.nik }}", name="lain.docx")
    out = terminal("kind", "template", "keterangan gaji", str(changed)).out
    assert "Keterangan Gaji" in out
    assert "NIK" in out
    assert "Surat Undangan" not in out, "not every kind there is"
    assert "Pengantar Ternak" in terminal("kind", "add", "Pengantar Ternak").out


def test_a_kind_brings_its_template_only_when_it_is_sound(terminal, tmp_path) -> None:
    own = tmp_path / "pengantar ternak.docx"
    shutil.copy(TEMPLATE, own)
    kinds = terminal.json("kind", "add", "Pengantar Ternak", "--template", str(own))["kinds"]
    (kind,) = (each for each in kinds if each["name"] == "Pengantar Ternak")
    assert kind["template"] == "pengantar_ternak.docx"
    kept = Path(terminal.url.removeprefix("sqlite:///")).parent / "templat" / "pengantar_ternak.docx"
    assert kept.read_bytes() == TEMPLATE.read_bytes()
    assert terminal.refused("kind", "add", "PENGANTAR TERNAK", "--template", str(own))["rule"] == "kind_known"
    changed = tmp_path / "baru.docx"
    shutil.copy(TEMPLATE.with_name("surat_dinas.docx"), changed)
    terminal.json("kind", "template", "pengantar ternak", str(changed))
    assert kept.read_bytes() == changed.read_bytes()
    assert terminal.refused("kind", "template", "Tidak Ada", str(changed))["rule"] == "kind_not_found"
    assert not kept.with_name("tidak_ada.docx").exists()
    broken = tmp_path / "rusak.docx"
    broken.write_text("bukan Word", encoding="utf-8")
    assert terminal.refused("kind", "add", "Rusak", "--template", str(broken))["rule"] == "template_flawed"
    assert "Rusak" not in terminal("kind", "list").out


def test_an_old_book_comes_in_and_its_bad_rows_are_told(any_terminal, tmp_path) -> None:
    book = tmp_path / "buku agenda 2017.csv"
    book.write_text(BOOK, encoding="utf-8")
    dry = any_terminal("import", "letters", str(book), "--dry-run", "--json")
    assert dry.document["imported"] >= 1
    assert (dry.code, dry.document["rejected_file"]) == (3, None)
    assert list(tmp_path.glob("*.rejected*")) == [], "a trial leaves nothing beside the book"
    assert any_terminal.json("list")["letters"] == []
    said = any_terminal("import", "letters", str(book), "--json")
    assert said.code == 3
    assert said.document.keys() >= {"imported", "skipped", "rejected", "rejected_file"}
    assert said.document["imported"] + len(said.document["rejected"]) == 4
    assert {each["row"] for each in said.document["rejected"]} >= {4, 5}
    assert all(each["reason"] for each in said.document["rejected"])
    assert Path(said.document["rejected_file"]).is_file()
    assert "Baris 4" in said.err
    letters = any_terminal.json("list")["letters"]
    assert {each["state"] for each in letters} == {"filed"}
    assert "M-2017-1" in {each["ref"] for each in letters}
    again = any_terminal("import", "letters", str(book), "--json").document
    assert again["imported"] == 0
    mended = Path(said.document["rejected_file"])
    mended.write_text("dibetulkan", encoding="utf-8")
    twice = any_terminal("import", "letters", str(book), "--json")
    assert mended.read_text(encoding="utf-8") == "dibetulkan"
    assert twice.document["rejected_file"].endswith(".rejected-2.csv")
    assert f"{mended.name} yang sudah ada tidak ditimpa" in twice.err
    assert len(any_terminal.json("list")["letters"]) == len(letters)


def test_a_draft_without_a_date_comes_in_on_the_day_of_its_entry(terminal, tmp_path) -> None:
    book = tmp_path / "konsep.csv"
    book.write_text(
        "correspondent,subject,letter_date,entered_on,state,delivered_on,received_by\n"
        "Camat,Konsep,,2025-03-04,draft,,\nCamat,Sampai,,2025-03-05,delivered,2025-03-06,Joko\n",
        encoding="utf-8",
    )
    told = terminal.json("import", "letters", str(book), "--direction", "outgoing")
    assert (told["imported"], told["rejected"]) == (2, [])
    draft, sent = terminal.json("show", "K-2025-1"), terminal.json("show", "K-2025-2")
    assert (draft["state"], draft["letter_date"], draft["entered_on"]) == ("draft", None, "2025-03-04")
    assert (sent["delivered_on"], sent["received_by"]) == ("2025-03-06", "Joko")


def test_numbers_an_old_book_left_out_are_told(any_terminal, tmp_path) -> None:
    book = tmp_path / "bolong.csv"
    row = "{n},2017-01-05,045/{n},2017-01-03,Camat,Rapat"
    heading = "Nomor Urut,Tanggal Penerimaan,Nomor Surat,Tanggal Surat,Pengirim,Isi Singkat"
    book.write_text("\n".join([heading, *(row.format(n=n) for n in (1, 3, 7))]), encoding="utf-8")
    holes = [
        {"book": "incoming", "year": 2017, "first": 2, "last": 2},
        {"book": "incoming", "year": 2017, "first": 4, "last": 6},
    ]
    trial = any_terminal.json("import", "letters", str(book), "--dry-run")
    assert trial["inherited_holes"] == holes
    said = any_terminal("import", "letters", str(book))
    assert "Nomor yang tidak dipakai di buku lama: M-2017-2, M-2017-4 sampai M-2017-6." in said.out
    assert any_terminal.json("import", "letters", str(book))["inherited_holes"] == []
    assert any_terminal.refused("show", "M-2017-5")["rule"] == "unused_number_not_found"
    assert "tidak dipakai di buku agenda yang lama" in any_terminal("show", "M-2017-2").err
    assert any_terminal.refused("show", "M-2017-8")["rule"] == "letter_not_found"


def test_codes_and_holidays_come_in(any_terminal, tmp_path) -> None:
    codes, days = tmp_path / "kode.csv", tmp_path / "libur.csv"
    codes.write_text("code,label,parent,regime\n999.1,Uji coba,,permendagri-83-2022\n", encoding="utf-8")
    days.write_text("tanggal,nama,jenis\n2031-03-03,Hari Uji,libur nasional\n", encoding="utf-8")
    assert any_terminal.json("import", "codes", str(codes))["imported"] == 1
    again = any_terminal.json("import", "codes", str(codes))
    assert (again["imported"], again["skipped"]) == (0, 1)
    assert any_terminal.json("import", "holidays", str(days))["imported"] == 1


def test_templates_are_listed_explained_and_checked(terminal, tmp_path) -> None:
    listed = terminal.json("template", "list")["templates"]
    assert {each["kind"] for each in listed} >= {"surat-pengantar", "laporan-bulanan", "rekap-tahunan"}
    fields = terminal.json("template", "fields", "surat-pengantar")["fields"]
    assert all(each["meaning"] for each in fields)
    assert terminal.refused("template", "fields", "surat-cinta")["rule"] == "paper_not_found"
    good = terminal.json("template", "check", str(TEMPLATE))
    assert good == {"ok": True, "problems": [], "kind": "surat-pengantar", "assumed": False}
    broken = tmp_path / "surat_pengantar.docx"
    broken.write_text("bukan Word", encoding="utf-8")
    said = terminal("template", "check", str(broken), "--json")
    assert said.code == 4
    assert said.document["ok"] is False
    assert said.document["problems"][0].keys() == {"field", "where", "problem"}
    assert said.document["problems"][0]["problem"]


@pytest.mark.parametrize("kind", ["laporan-bulanan", "surat-cinta"])
def test_only_papers_of_a_letter_are_written(terminal, kind: str, tmp_path) -> None:
    terminal("register", "incoming", "--sender", "x", "--subject", "y")
    ref = terminal.json("list")["letters"][0]["ref"]
    terminal.refused("write", kind, ref, "--out", str(tmp_path / "x.docx"))
    assert not list(tmp_path.glob("x.*"))


def test_whose_office_stands_between_is_said_with_the_appointment(any_terminal) -> None:
    appoint = ("officer", "appoint", "Budi", "--position", "Kepala Seksi", "--principal", "Lurah")
    between = ("--delegate", "Sekretaris Kelurahan")
    officers = any_terminal.json(*appoint, "--capacity", "ub", *between)["officers"]
    [budi] = [each for each in officers if each["name"] == "Budi Santoso"]
    assert [(each["capacity"], each["delegate"]) for each in budi["positions"]] == [
        ("ub", "Sekretaris Kelurahan"),
        ("definitive", None),
    ]
    assert any_terminal.refused(*appoint, "--capacity", "an", *between)["rule"] == "delegate_without_ub"
