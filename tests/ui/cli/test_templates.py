"""Templates at the terminal: which paper a file is, where the office's own goes, what a broken one says."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from templates_docx.catalogue import paper
from tests.templates_docx.making import repacked, template

INCOMING = ["register", "incoming", "--sender", "Dinas", "--subject", "Rapat"]


def copied(code: str, target: Path, *, without: str) -> Path:
    """The shipped template of `code` without the paragraphs of its body that hold `without`."""
    document = docx.Document(str(paper(code).shipped))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for holder in (document, *cells):
        for paragraph in holder.paragraphs:
            if without in paragraph.text:
                paragraph.clear()
    document.save(str(target))
    return target


@pytest.mark.parametrize("code", ["surat-pengantar", "surat-dinas", "laporan-bulanan"])
def test_a_file_is_known_by_its_fields(terminal, tmp_path, code: str) -> None:
    shutil.copy(paper(code).shipped, tmp_path / "punya kami.docx")
    good = terminal.json("template", "check", str(tmp_path / "punya kami.docx"))
    assert good == {"ok": True, "problems": [], "kind": code, "assumed": True}


def test_a_required_field_is_missed_whatever_the_file_is_called(terminal, tmp_path) -> None:
    own = copied("surat-pengantar", tmp_path / "punya kami.docx", without="surat.nomor")
    said = terminal("template", "check", str(own), "--json")
    assert (said.code, said.document["kind"], said.document["assumed"]) == (4, "surat-pengantar", True)
    assert [each["field"] for each in said.document["problems"]] == ["surat.nomor"]
    assert "Diperiksa sebagai surat-pengantar" in said.err


def test_a_number_on_the_second_page_alone_is_no_number(terminal, tmp_path) -> None:
    own = copied("surat-pengantar", tmp_path / "surat_pengantar.docx", without="surat.nomor")
    document = docx.Document(str(own))
    document.sections[0].header.paragraphs[0].text = "Lanjutan {{ surat.nomor }}"
    document.save(str(own))
    said = terminal("template", "check", str(own), "--json")
    assert [each["field"] for each in said.document["problems"]] == ["surat.nomor"]


def test_a_file_that_is_no_paper_of_ours_asks_for_the_kind(terminal, tmp_path) -> None:
    own = template(tmp_path, "Izin {{ isian.nama }}", name="izin.docx")
    said = terminal("template", "check", str(own), "--json")
    assert (said.code, said.document["ok"], said.document["kind"]) == (4, False, None)
    assert "--kind" in said.document["problems"][0]["problem"]
    assert terminal("kind", "add", "Izin Keramaian", "--template", str(own)).code == 0
    assert terminal.json("template", "check", str(own), "--kind", "Izin Keramaian")["ok"]
    assert (
        terminal.refused("template", "check", str(own), "--kind", "surat cinta")["rule"] == "paper_not_found"
    )


def test_the_list_says_where_an_own_copy_goes(terminal) -> None:
    (line,) = (
        each for each in terminal.json("template", "list")["templates"] if each["kind"] == "surat-pengantar"
    )
    own = Path(line["own_copy"])
    assert (own.name, line["own"]) == ("surat_pengantar.docx", False)
    assert f"ditaruh di {own.parent}" in terminal("template", "list").out
    own.parent.mkdir(exist_ok=True)
    dashed = own.with_name("surat-pengantar.docx")
    ref = terminal.json(*INCOMING)["ref"]
    template(own.parent, "Dari kantor", name=dashed.name)
    assert dashed.name in terminal("template", "list").out
    assert terminal("write", "surat-pengantar", ref, "--out", str(own.parent / "x.docx")).code == 0
    assert docx.Document(str(own.parent / "x.docx")).paragraphs[0].text == "Dari kantor"
    template(own.parent, "Dari kantor lagi", name=own.name)
    said = terminal("template", "list")
    assert "surat-pengantar.docx tidak dipakai karena surat_pengantar.docx juga ada" in said.err


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Nomor {{ surat nomor }}", "“Nomor {{ surat nomor }}”"),
        ("Nomor {{ surat.nmor }}", "surat.nmor"),
    ],
)
def test_a_broken_own_template_is_told_as_the_check_does(terminal, tmp_path, source: str, told: str) -> None:
    ref = terminal.json(*INCOMING)["ref"]
    own = Path(terminal.json("template", "list")["templates"][0]["own_copy"])
    own.parent.mkdir(exist_ok=True)
    template(own.parent, source, name=own.name)
    said = terminal.refused("write", "surat-pengantar", ref, "--out", str(tmp_path / "x.docx"))["sentence"]
    assert told in said
    assert "expected token" not in said


def test_entities_are_called_by_their_own_word(terminal, tmp_path) -> None:
    own = template(tmp_path, "x", name="surat_pengantar.docx")
    repacked(own, {"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>'})
    (problem,) = terminal("template", "check", str(own), "--json").document["problems"]
    assert "DOCTYPE" in problem["problem"]
    assert "makro" not in problem["problem"]


def test_a_required_field_is_asked_for_at_the_terminal_too(terminal, tmp_path) -> None:
    own = template(tmp_path, "Izin {{ isian.nama }} {{ isian.nik }}", name="izin.docx")
    assert terminal("kind", "add", "Izin", "--template", str(own)).code == 0
    draft = ["register", "outgoing", "--to", "Camat", "--subject", "Izin", "--kind", "Izin"]
    assert terminal(*draft).code == 0
    assert terminal("office", "set", "own_fields", "izin/nama! (Nama pemohon):").code == 0
    refused = terminal.refused(*draft)
    assert (refused["rule"], refused["field"]) == ("own_field_missing", "fields.nama")
    assert terminal(*draft, "--field", "nama=Siti").code == 0


def test_differences_versions_and_the_way_back(terminal, tmp_path) -> None:
    assert terminal.json("template", "compare", "surat-dinas")["same"]
    own = tmp_path / "kuasa.docx"
    for text in ("Satu {{ isian.nama }}", "Dua {{ isian.nama }}"):
        template(tmp_path, text, name=own.name)
        kind = ["kind", "template"] if text.startswith("Dua") else ["kind", "add"]
        last = ["Kuasa", str(own)] if text.startswith("Dua") else ["Kuasa", "--template", str(own)]
        assert terminal(*kind, *last).code == 0
    versions = terminal.json("template", "versions", "kuasa")["versions"]
    assert [each["current"] for each in versions] == [True, False]
    assert all(versions[0][name] for name in ("by", "at"))
    again = terminal.json("template", "restore", "kuasa", versions[1]["version"][:10])["versions"]
    assert [each["turn"] for each in again if each["current"]] == ["restored"]
    assert terminal.refused("template", "restore", "kuasa", "zz")["rule"] == "template_version_not_found"
    assert terminal.refused("template", "compare", "kuasa")["rule"] == "template_without_shipped"
    dinas = Path(terminal.json("template", "list")["templates"][3]["own_copy"])
    template(dinas.parent, "Lain {{ isian.nik }}", name="surat_dinas.docx")
    found = terminal.json("template", "compare", "surat-dinas")
    assert "isian.nik" in found["only_own"]
    assert found["paragraphs"][0]["what"] == "changed"
    assert "Lain {{ isian.nik }}" in terminal("template", "compare", "surat-dinas").out
    assert terminal.json("template", "reset", "surat-dinas")["reset"]


def test_own_kinds_are_listed_and_their_fields_told(terminal, tmp_path) -> None:
    own = template(tmp_path, "Gaji {{ isian.penghasilan }} {{ isian.jalur }}", name="gaji.docx")
    assert terminal("kind", "add", "Keterangan Penghasilan", "--template", str(own)).code == 0
    assert terminal("office", "set", "own_fields", "jalur! (Jalur masuk): Umum | Khusus").code == 0
    (line,) = (each for each in terminal.json("template", "list")["templates"] if each["name"])
    assert (line["kind"], line["name"], line["own"]) == (
        "keterangan-penghasilan",
        "Keterangan Penghasilan",
        True,
    )
    assert "milik jenis Keterangan Penghasilan" in terminal("template", "list").out
    for named in ("Keterangan Penghasilan", "keterangan-penghasilan"):
        fields = {each["field"]: each for each in terminal.json("template", "fields", named)["fields"]}
        assert (fields["isian.penghasilan"]["type"], fields["isian.penghasilan"]["label"]) == (
            "money",
            "Penghasilan",
        )
        assert fields["isian.jalur"]["must"]
        assert "Umum, Khusus" in fields["isian.jalur"]["meaning"]
        assert "surat.nomor" in fields
    assert "Uang (rupiah)" in terminal("template", "fields", "Keterangan Penghasilan").out


@pytest.mark.parametrize("named", ["pengantar-ktp", "Pengantar KTP"])
def test_the_fields_of_a_shipped_kind_name_its_own(terminal, named: str) -> None:
    fields = {each["field"]: each for each in terminal.json("template", "fields", named)["fields"]}
    assert (fields["isian.nik"]["type"], fields["isian.nik"]["label"]) == ("nik", "NIK")
    assert fields["surat.nomor"]["must"]


def test_a_kind_without_a_template_still_tells_what_one_may_use(terminal) -> None:
    assert terminal("kind", "add", "Rekomendasi Baru").code == 0
    assert terminal.json("template", "fields", "Rekomendasi Baru")["fields"]


def test_a_misspelt_field_is_refused_with_those_there_are(terminal) -> None:
    draft = ["register", "outgoing", "--to", "Camat", "--subject", "KTP", "--kind", "Pengantar KTP"]
    refused = terminal.refused(*draft, "--field", "nikk=123")
    assert (refused["rule"], refused["field"]) == ("own_field_unknown", "fields.nikk")
    assert "“nikk”" in refused["sentence"]
    assert "yang ada: nik, nama," in refused["sentence"]
    assert terminal(*draft, "--field", "nikk=123").code == 4
    assert terminal(*draft, "--field", "naskah_1=Berkas", "--field", "tembusan=Arsip").code == 0
    letter = ["register", "outgoing", "--to", "Camat", "--subject", "x", "--kind"]
    assert terminal("kind", "add", "Tanpa Templat").code == 0
    assert terminal(*letter, "Tanpa Templat", "--field", "apa_saja=x").code == 0
