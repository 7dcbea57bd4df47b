"""Printing joins the rooms: who signs, which template is used, what is written where."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image

from correspondence.dates import Month
from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.own_fields import OwnType
from correspondence.people import Appointment, Capacity
from correspondence.services import keeping, reporting
from correspondence.services.undoing import undoable_step
from correspondence.workflow import Step
from templates_docx.catalogue import own_copy
from tests.builders import BUDI, PROFILE, RAHMA, Desk, build_desk
from tests.templates_docx.making import template, text_of
from tests.ui.paper.books_made import texts
from ui.desk_printing import DeskPrinting
from ui.kind_templates import KindTemplates
from ui.paper.contents import BLANK
from ui.printing import Printing

COVER = "surat-pengantar"


@pytest.fixture
def desk() -> Desk:
    made = build_desk()
    with made.office.open_unit() as unit:
        unit.profiles.write(replace(PROFILE, report_signatory=BUDI))
        unit.commit()
    return made


@pytest.fixture
def printing(desk: Desk, tmp_path: Path) -> Printing:
    (tmp_path / "templat é").mkdir()
    return Printing(desk.office, tmp_path / "templat é")


def test_an_outgoing_letter_is_signed_by_its_signatory(desk: Desk, printing: Printing) -> None:
    ref = desk.signed(subject="Laporan & rencana", enclosures="2 berkas")
    number = desk.step(ref, Step.GIVE_NUMBER).letter_number
    text = text_of(printing.letter(COVER, ref))
    assert f"NOMOR {number}" in text
    assert "SEKRETARIS DAERAH,\n" in text
    assert RAHMA in text
    assert "Laporan & rencana\n2 (dua) berkas" in text


def test_an_old_letter_keeps_the_officials_of_its_day(desk: Desk, printing: Printing) -> None:
    ref = desk.signed()
    desk.step(ref, Step.GIVE_NUMBER)
    with desk.office.open_unit() as unit:
        unit.people.add_appointment(
            Appointment(desk.officer_id(RAHMA), "Staf Ahli", Capacity.PLT, first_day=date(2026, 1, 1))
        )
        unit.commit()
    text = text_of(printing.letter(COVER, ref))
    assert "SEKRETARIS DAERAH," in text
    assert "STAF AHLI" not in text


def test_a_draft_without_a_chain_has_blanks(desk: Desk, printing: Printing) -> None:
    text = text_of(printing.letter(COVER, desk.outgoing()))
    assert f"NOMOR {BLANK}" in text
    assert RAHMA not in text


def test_an_incoming_letter_is_passed_on_by_who_signs_reports(desk: Desk, printing: Printing) -> None:
    text = text_of(printing.letter(COVER, desk.incoming(), addressee="Kepala Dinas Sosial"))
    assert "Yth. Kepala Dinas Sosial" in text
    assert "KEPALA BAGIAN UMUM," in text
    assert BUDI in text
    assert "Surat Dinas Pendidikan Kota Kediri Nomor 045/123/DISDIK/IX/2026 tanggal 30 September 2026" in text


def test_papers_that_are_none(desk: Desk, printing: Printing) -> None:
    with pytest.raises(NotFound):
        printing.letter("surat-cinta", desk.incoming())
    with pytest.raises(Refused, match="paper_not_of_letter"):
        printing.letter("laporan-bulanan", desk.incoming())


def test_the_office_s_own_template_wins(desk: Desk, printing: Printing, tmp_path: Path) -> None:
    own = own_copy(tmp_path / "templat é", COVER)
    template(own.parent, "Punya kami: {{ tujuan.nama }}", name=own.name)
    assert next((each.code, each.own) for each in printing.templates()) == (COVER, True)
    assert text_of(printing.letter(COVER, desk.outgoing())) == "Punya kami: Dinas Pendidikan Kota Kediri"
    own.unlink()
    assert "SURAT PENGANTAR" in text_of(printing.letter(COVER, desk.outgoing()))


def test_own_fields_of_a_letter_reach_the_template(desk: Desk, printing: Printing, tmp_path: Path) -> None:
    own = own_copy(tmp_path / "templat é", COVER)
    template(own.parent, "NIK {{ isian.nik }}", name=own.name)
    assert text_of(printing.letter(COVER, desk.outgoing(fields={"nik": "3571"}))) == "NIK 3571"
    assert text_of(printing.letter(COVER, desk.outgoing())) == f"NIK {BLANK}"
    template(own.parent, "NIK {% if isian.nik %}{{ isian.nik }}{% else %}tidak ada{% endif %}", name=own.name)
    assert text_of(printing.letter(COVER, desk.outgoing())) == "NIK tidak ada"


def test_a_placeholder_becomes_a_field_by_itself(desk: Desk, printing: Printing) -> None:
    asked = {each.name: each for each in printing.own_fields("pengantar-pindah")}
    assert list(asked)[:3] == ["nama", "nik", "tempat_lahir"]
    assert (asked["nik"].type, asked["nik"].optional) == (OwnType.NIK, False)
    assert (asked["tanggal_pindah"].type, asked["tanggal_pindah"].optional) == (OwnType.DATE, True)
    assert asked["jenis_kelamin"].choices == ("Laki-laki", "Perempuan")
    with desk.office.open_unit() as unit:
        unit.profiles.write(replace(PROFILE, own_fields="alasan: Pekerjaan | Pendidikan"))
        unit.commit()
    found = {each.name: each.choices for each in printing.own_fields("Pengantar Pindah")}
    assert found["alasan"] == ("Pekerjaan", "Pendidikan")
    assert printing.own_fields("Surat Kuasa") == ()


def test_the_emblem_beside_the_templates_is_printed(desk: Desk, printing: Printing, tmp_path: Path) -> None:
    folder = tmp_path / "templat é"
    Image.new("L", (200, 230)).save(folder / "lambang.png")
    content = printing.letter(COVER, desk.outgoing())
    assert len(docx.Document(io.BytesIO(content)).inline_shapes) == 1


def test_a_report_is_signed_by_whom_the_settings_name(desk: Desk, printing: Printing) -> None:
    desk.incoming()
    report = reporting.monthly_report(desk.office, month=Month(2026, 10))
    text = text_of(printing.report(report))
    assert "Kediri, 7 Oktober 2026" in text
    assert BUDI in text
    with desk.office.open_unit() as unit:
        unit.profiles.write(replace(PROFILE, report_signatory="Tidak Ada"))
        unit.commit()
    assert BLANK in text_of(printing.report(report))


def test_the_check_says_field_place_and_problem(printing: Printing, tmp_path: Path) -> None:
    (found,) = printing.check_template(template(tmp_path, "Nomor {{ surat.nmor }}", name="undangan.docx"))
    assert (found.field, found.where, found.code) == ("surat.nmor", "“Nomor {{ surat.nmor }}”", "unknown")
    assert found.problem.startswith("Tidak dikenal")
    assert "surat.nomor" in found.problem


def test_the_check_knows_a_paper_by_its_file_name(printing: Printing, tmp_path: Path) -> None:
    path = template(tmp_path, "kosong", name="Laporan_Bulanan.docx")
    assert {each.code for each in printing.check_template(path)} == {"missing"}
    assert printing.check_template(path, "surat-pengantar") != printing.check_template(path)


def test_every_paper_lists_its_fields(printing: Printing) -> None:
    for line in printing.templates():
        fields = printing.fields(line.code)
        assert len(fields) > 20
        assert all(each.meaning for each in fields)


def test_a_report_as_workbook_has_numbers(desk: Desk, tmp_path: Path) -> None:
    desk.incoming()
    out = DeskPrinting(tmp_path).monthly_report(desk.office, Month(2026, 10), "", tmp_path / "é.xlsx")
    book = openpyxl.load_workbook(out.file)
    try:
        summary = {row[0].value: row[1].value for row in book["Ringkasan"].iter_rows()}
    finally:
        book.close()
    assert summary["Tercatat"] == summary["Belum selesai pada akhir bulan"] == 1


def test_a_report_as_word(desk: Desk, tmp_path: Path) -> None:
    out = DeskPrinting(tmp_path).yearly_report(desk.office, 2026, "", tmp_path / "rekap.docx")
    assert "Tahun 2026" in text_of(out.file.read_bytes())


def test_an_ending_that_is_no_report(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="report_kind_unknown"):
        DeskPrinting(tmp_path).monthly_report(desk.office, Month(2026, 10), "", tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []


def _no_libreoffice(_papers: Sequence[bytes]) -> list[bytes]:
    raise Unavailable("libreoffice_missing")


def _broken_libreoffice(_papers: Sequence[bytes]) -> list[bytes]:
    raise Unavailable("libreoffice_failed", {"said": "x"})


def _text_as_pdf(papers: Sequence[bytes]) -> list[bytes]:
    """Stands for LibreOffice: says what the template said."""
    return [text_of(each).encode() for each in papers]


def test_without_libreoffice_a_report_is_a_pdf_in_the_shipped_form(desk: Desk, tmp_path: Path) -> None:
    template(tmp_path, "Punya kami {{ periode.nama }}", name="laporan_bulanan.docx")
    made = DeskPrinting(tmp_path, _no_libreoffice)
    october = made.monthly_report(desk.office, Month(2026, 10), "", tmp_path / "a.pdf")
    assert october.plain
    assert "LAPORAN BULANAN SURAT" in texts(october.file.read_bytes())[0]
    year = made.yearly_report(desk.office, 2026, "", tmp_path / "b.pdf")
    assert year.plain
    assert "Tahun 2026" in texts(year.file.read_bytes())[0]
    word = made.monthly_report(desk.office, Month(2026, 10), "", tmp_path / "a.docx")
    assert text_of(word.file.read_bytes()) == "Punya kami Oktober 2026"
    assert not word.plain


def test_with_libreoffice_the_office_s_template_is_never_passed_over(desk: Desk, tmp_path: Path) -> None:
    template(tmp_path, "Punya kami {{ periode.nama }}", name="laporan_bulanan.docx")
    made = DeskPrinting(tmp_path, _text_as_pdf)
    october = made.monthly_report(desk.office, Month(2026, 10), "", tmp_path / "a.pdf")
    assert not october.plain
    assert october.file.read_bytes() == b"Punya kami Oktober 2026"
    with pytest.raises(Unavailable, match="libreoffice_failed"):
        DeskPrinting(tmp_path, _broken_libreoffice).monthly_report(
            desk.office, Month(2026, 10), "", tmp_path / "c.pdf"
        )
    assert not (tmp_path / "c.pdf").exists()


def test_the_window_loads_no_paper_library_before_the_first_paper() -> None:
    heavy = "docx docxtpl lxml reportlab openpyxl pypdfium2"
    code = f"import sys, ui.desk_printing, ui.letter_papers; print([n for n in '{heavy}'.split() if n in sys.modules])"
    root = Path(__file__).parents[3]
    said = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_letter_is_printed_again_as_it_was(desk: Desk, printing: Printing, tmp_path: Path) -> None:
    ref = desk.signed(kind="Surat Undangan", subject="Rapat & <b>", fields={"acara": "Lama"})
    own = own_copy(tmp_path / "templat é", "surat-undangan")
    template(own.parent, "LAMA {{ surat.hal }} {{ isian.acara }} {{ penandatangan.jabatan }}", name=own.name)
    was = text_of(printing.letter("Surat Undangan", ref))
    assert "LAMA Rapat & <b> Lama SEKRETARIS DAERAH," in was
    printing.letter("surat-undangan", ref)
    assert [each.step for each in desk.journal(ref)].count("printed") == 1, "the same twice is noted once"
    template(own.parent, "BARU {{ surat.hal }}", name=own.name)
    with desk.office.open_unit() as unit:
        unit.profiles.write(replace(PROFILE, name="Lain"))
        unit.commit()
    assert text_of(printing.letter("surat-undangan", ref)).startswith("BARU")
    assert text_of(printing.reprint("surat-undangan", ref)).startswith("BARU")
    with desk.office.open_unit() as unit:
        (first, _second) = [each for each in unit.journal.of_letter(1) if each.step == "printed"]
    assert first.changes["template"][1] != _second.changes["template"][1]
    assert (own.parent / "versi" / f"{first.changes['template'][1]}.docx").is_file()
    with pytest.raises(NotFound) as caught:
        printing.reprint("tanda-terima", ref)
    assert caught.value.what == "printed"


def test_a_version_that_is_gone_is_said(desk: Desk, printing: Printing, tmp_path: Path) -> None:
    ref = desk.outgoing()
    own = own_copy(tmp_path / "templat é", COVER)
    template(own.parent, "x {{ tujuan.nama }}", name=own.name)
    printing.letter(COVER, ref)
    for each in (own.parent / "versi").iterdir():
        each.unlink()
    with pytest.raises(NotFound) as caught:
        printing.reprint(COVER, ref)
    assert caught.value.what == "template_version"


def test_printing_stands_in_nobody_s_way_to_take_a_step_back(desk: Desk, printing: Printing) -> None:
    ref = desk.outgoing()
    desk.chain(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    step = undoable_step(desk.office, ref=ref)
    printing.letter(COVER, ref)
    assert undoable_step(desk.office, ref=ref) == step is not None


def test_the_office_s_sheet_and_own_kind_reach_the_paper(
    desk: Desk, printing: Printing, tmp_path: Path
) -> None:
    keeping.set_profile(desk.office, values={"paper": "F4", "margin_left": "25", "slip_paper": "half_folio"})
    ref = desk.outgoing()
    page = docx.Document(io.BytesIO(printing.letter("Surat Dinas", ref))).sections[0]
    assert [round(each.mm) for each in (page.page_width, page.page_height, page.left_margin)] == [
        215,
        330,
        25,
    ]
    slip = docx.Document(io.BytesIO(printing.letter("lembar-disposisi", desk.incoming()))).sections[0]
    assert [round(each.mm) for each in (slip.page_width, slip.page_height)] == [165, 215]
    for wrong in ({"paper": "letter"}, {"margin_left": "90"}, {"own_fields": "x"}):
        with pytest.raises(Refused, match="setting_unreadable"):
            keeping.set_profile(desk.office, values=wrong)
    file = template(tmp_path, "Izin {{ isian.nama }} {{ isian.nik }}", name="izin saya.docx")
    KindTemplates(desk.office, tmp_path / "templat é").add(name="Izin Keramaian", file=file)
    assert [each.name for each in printing.own_fields("izin keramaian")] == ["nama", "nik"]
    mine = desk.outgoing(kind="Izin Keramaian", fields={"nama": "Siti"})
    assert text_of(printing.letter("Izin Keramaian", mine)) == f"Izin Siti {BLANK}"


def test_many_letters_in_one_run_with_progress_and_an_end(desk: Desk, printing: Printing) -> None:
    refs = [desk.outgoing(subject=f"Surat ke-{number}") for number in range(12)]
    seen: list[tuple[int, int]] = []

    def told(done: int, every: int) -> bool:
        seen.append((done, every))
        return True

    papers = printing.letters(COVER, refs, told=told)
    assert all(f"Surat ke-{number}\n" in text_of(paper) for number, paper in enumerate(papers))
    assert seen == [(number, 12) for number in range(1, 13)]
    assert len(printing.letters(COVER, refs, told=lambda done, _all: done < 5)) == 5


@pytest.mark.parametrize("lines", [2, 4, 7])
def test_the_office_says_how_much_room_there_is_to_sign(desk: Desk, printing: Printing, lines: int) -> None:
    keeping.set_profile(desk.office, values={"signature_lines": str(lines)})
    paper = docx.Document(io.BytesIO(printing.letter("surat-dinas", desk.signed())))
    block = next(
        cell
        for table in paper.tables
        for cell in table.rows[0].cells
        if any(RAHMA in each.text for each in cell.paragraphs)
    )
    texts = [each.text for each in block.paragraphs]
    name = next(number for number, text in enumerate(texts) if RAHMA in text)
    assert [text for text in texts[name - lines : name] if text] == []
    assert texts[name - lines - 1]
