"""Every paper about one letter: nasty values, blanks, the office's sheet; read back by Word's reader and LibreOffice."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

from correspondence.people import Capacity
from correspondence.workflow import Direction
from templates_docx.libreoffice import to_pdf
from templates_docx.sheet import SHEETS, Sheet
from tests.templates_docx.making import text_of
from tests.ui.paper import samples
from tests.ui.paper.letter_samples import LETTER_PAPERS, around, disposed, own_entries, written
from tests.ui.paper.samples import NASTY
from ui.paper.contents import BLANK

SLIPS = ("lembar-disposisi", "tanda-terima")
KINDS = tuple(code for code in LETTER_PAPERS if code not in SLIPS)


def _nasty(code: str, sheet: Sheet | None = None) -> bytes:
    profile = replace(samples.PROFILE, name=f"Dinas {NASTY}")
    known = around(profile, addressee=f"Kepala {NASTY}")
    if code in SLIPS:
        return written(code, disposed(subject=NASTY, correspondent=NASTY), known, sheet)
    dossier = samples.dossier(fields=own_entries(code), subject=NASTY, correspondent=f"Kepala {NASTY}")
    return written(code, dossier, known, sheet)


@pytest.mark.parametrize("code", LETTER_PAPERS)
def test_nothing_typed_is_lost_or_taken_for_more_than_text(code: str) -> None:
    text = text_of(_nasty(code))
    flat = " ".join(text.split())
    assert f"DINAS {NASTY.upper()}" in text
    for name, entry in own_entries(code).items():
        if NASTY in entry:
            for line in entry.splitlines():
                assert " ".join(line.split()) in flat, name
    assert "None" not in text
    typed = text.replace(NASTY, "").replace(NASTY.upper(), "")
    assert not any(mark in typed for mark in ("{{", "{%", "isian."))


@pytest.mark.parametrize("code", LETTER_PAPERS)
def test_a_letter_without_entries_has_visible_blanks_and_no_error(code: str) -> None:
    direction = Direction.INCOMING if code in SLIPS else Direction.OUTGOING
    dossier = samples.dossier(direction, letter_number="", letter_date=None, enclosures="", fields={})
    text = text_of(written(code, dossier, around(signatory=None, disposer=None, positions=())))
    assert BLANK in text
    assert "None" not in text


def test_own_entries_are_printed_as_people_write_them() -> None:
    fields = own_entries("keterangan-tidak-mampu")
    text = text_of(written("keterangan-tidak-mampu", samples.dossier(fields=fields), around()))
    assert "14 September 2026" in text
    assert "Rp 1.500.000" in text
    assert "3571014509900003" in text
    invited = samples.dossier(fields=own_entries("surat-undangan"))
    assert "Senin, 14 September 2026" in text_of(written("surat-undangan", invited, around()))


@pytest.mark.parametrize("code", ["surat-tugas", "surat-perintah"])
def test_an_order_without_its_own_entries_says_what_the_register_knows(code: str) -> None:
    dossier = samples.dossier(fields={}, subject="Pendampingan monitoring", correspondent="Budi Santoso")
    content = written(code, dossier, around())
    assert "Pendampingan monitoring" in text_of(content)
    assert _rows(content, "Pangkat / Jabatan")[0][:2] == ["1.", "Budi Santoso"]


def test_a_note_is_from_whoever_signs_it() -> None:
    text = text_of(written("nota-dinas", samples.dossier(fields={}), around()))
    assert "Dari\n:\nKepala Bagian Umum\n" in text
    own = samples.dossier(fields={"dari": "Kepala Subbagian Keuangan"})
    assert "Dari\n:\nKepala Subbagian Keuangan\n" in text_of(written("nota-dinas", own, around()))


def test_a_statement_is_about_its_addressee() -> None:
    dossier = samples.dossier(fields={}, correspondent="Siti Aminah")
    assert "Nama\n:\nSiti Aminah\n" in text_of(written("surat-keterangan", dossier, around()))


@pytest.mark.parametrize("code", [each for each in KINDS if "pengantar" in each or "mampu" in each])
def test_copies_stand_on_what_the_counter_writes_too(code: str) -> None:
    copied = samples.dossier(fields={"tembusan": "Camat Tamansari\nArsip"})
    text = text_of(written(code, copied, around()))
    assert "Tembusan:" in text
    assert "1. Camat Tamansari" in text


def test_a_long_text_becomes_paragraphs_of_its_own() -> None:
    dossier = samples.dossier(fields={"isi": "Alinea pertama.\n\nAlinea kedua."})
    document = docx.Document(io.BytesIO(written("surat-dinas", dossier, around())))
    texts = [each.text for each in document.paragraphs]
    assert texts.index("Alinea kedua.") == texts.index("Alinea pertama.") + 1


def test_who_is_sent_on_an_errand_stands_in_columns() -> None:
    people = "\n".join(f"Nama {n} & <x> | 1980 {n} | Penata | Analis {n}" for n in range(60))
    dossier = samples.dossier(fields={"daftar_petugas": people})
    rows = _rows(written("surat-tugas", dossier, around()), "Pangkat / Jabatan")
    assert rows[59] == ["60.", "Nama 59 & <x>", "1980 59", "Penata\nAnalis 59"]
    assert len(rows) == 60


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize(
    ("capacity", "head", "nip"),
    [
        (Capacity.DEFINITIVE, "KEPALA BAGIAN UMUM,", True),
        (Capacity.PLT, "Plt. KEPALA BAGIAN UMUM,", False),
        (Capacity.PLH, "Plh. KEPALA BAGIAN UMUM,", False),
        (Capacity.AN, "a.n. SEKRETARIS DAERAH\nKEPALA BAGIAN UMUM,", True),
        (Capacity.UB, "a.n. SEKRETARIS DAERAH\nu.b.\nKEPALA BAGIAN UMUM,", True),
    ],
)
def test_the_signature_block(code: str, capacity: Capacity, head: str, nip: bool) -> None:
    text = text_of(written(code, samples.dossier(), around(signatory=samples.block(capacity))))
    assert head in text
    assert ("NIP 19720314 199803 2 005" in text) is nip
    assert ("Pembina Tingkat I (IV/b)" in text) is nip


def _rows(content: bytes, heading: str) -> list[list[str]]:
    for table in docx.Document(io.BytesIO(content)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if heading in rows[0]:
            return rows[1:]
    raise AssertionError(heading)


def test_a_filled_disposition_sheet_marks_the_lead_and_the_others() -> None:
    content = _nasty("lembar-disposisi")
    rows = _rows(content, "Diteruskan kepada Sdr.:")
    marked = {row[1]: row[0] for row in rows if row[0]}
    assert marked == {"Kepala Bagian Umum": "1", f"Kepala {NASTY}": "V"}
    asked = {row[3] for row in rows if row[2] == "V"}
    assert asked == {"Proses lebih lanjut", "Siapkan jawaban"}
    assert {"Tanggapan dan Saran", "Koordinasi/konfirmasikan"} <= {row[3] for row in rows}
    assert rows[-1][1].startswith("Dan seterusnya")
    text = text_of(content)
    for part in ("Surat dari", "No. Surat", "Tgl. Surat", "Diterima Tgl.", "No. Agenda", "Sifat:", "Hal"):
        assert part in text
    assert f"Bahas dengan {NASTY}" in text
    assert "Paraf dan tanggal: 8 September 2026" in text
    assert "Batas waktu: 11 September 2026" in text
    assert "Plt. KEPALA BAGIAN UMUM," in text


def test_urgency_and_secrecy_are_three_boxes() -> None:
    document = docx.Document(io.BytesIO(_nasty("lembar-disposisi")))
    (boxes,) = [
        [cell.text for cell in table.rows[0].cells]
        for holder in document.tables
        for row in holder.rows
        for cell in row.cells
        for table in cell.tables
    ]
    assert boxes == ["", "Sangat Segera", "V", "Segera", "V", "Rahasia"]


def test_a_blank_disposition_sheet_is_for_the_pen() -> None:
    content = written("lembar-disposisi", disposed(), around(blank=True))
    rows = _rows(content, "Diteruskan kepada Sdr.:")
    assert not any(row[0] or row[2] for row in rows)
    assert [row[1] for row in rows[:2]] == ["Sekretaris Daerah", "Kepala Bagian Umum"]
    assert "Bahas dengan" not in text_of(content)
    assert "Surat dari" in text_of(content)


def test_a_receipt_says_who_gave_what() -> None:
    text = text_of(written("tanda-terima", disposed(correspondent="Dinas X"), around()))
    for part in ("TANDA TERIMA", "Nomor M-2026-7", "Dinas X", "Sekretariat Daerah", "2 (dua) berkas"):
        assert part in text
    gone = samples.dossier(received_by="Rina", letter_date=None)
    assert "Rina" in text_of(written("tanda-terima", gone, around()))


def test_the_initials_stand_on_the_draft_only() -> None:
    draft = written("surat-dinas", samples.dossier(), around())
    assert _rows(draft, "Paraf Koordinasi")[1] == [
        "Kepala Bagian Hukum",
        "",
        "Kepala Subbagian Tata Usaha",
        "",
    ]
    final = text_of(written("surat-dinas", samples.dossier(), around(hierarchy=(), coordinating=())))
    assert "Paraf" not in final


@pytest.mark.parametrize("code", KINDS)
def test_the_electronic_signature_is_said_only_of_letters_that_have_one(code: str) -> None:
    said = "ditandatangani secara elektronik"
    assert said in text_of(written(code, samples.dossier(signed_electronically=True), around()))
    assert said not in text_of(written(code, samples.dossier(), around()))


def _millimetres(points: tuple[float, float]) -> tuple[int, ...]:
    return tuple(round(each * 25.4 / 72) for each in points)


@pytest.mark.libreoffice
@pytest.mark.parametrize(("paper", "slip"), [("a4", "a5"), ("f4", "half_folio"), ("a5", "half_folio")])
def test_the_office_s_sheet_is_the_printed_one(paper: str, slip: str) -> None:
    sheet = Sheet(paper, slip, top=15, bottom=15, left=20, right=15)
    pdfs = to_pdf([_nasty(code, sheet) for code in LETTER_PAPERS])
    for code, pdf in zip(LETTER_PAPERS, pdfs, strict=True):
        short, long = SHEETS[slip if code in SLIPS else paper]
        size = (long, short) if code == "tanda-terima" else (short, long)
        with pypdfium2.PdfDocument(pdf) as document:
            pages = [
                (_millimetres(page.get_size()), page.get_textpage().get_text_bounded()) for page in document
            ]
        assert {each for each, _ in pages} == {size}, code
        assert len(pages) <= (2 if paper != "a5" or code in SLIPS else 3), code
        assert " ".join(NASTY.split()[:4]) in " ".join(" ".join(text for _, text in pages).split()), code


@pytest.mark.libreoffice
def test_sixteen_instructions_still_fit_on_one_slip() -> None:
    profile = replace(samples.PROFILE, instructions=tuple(f"Petunjuk nomor {n}" for n in range(16)))
    (pdf,) = to_pdf([written("lembar-disposisi", disposed(subject="Undangan rapat"), around(profile))])
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1


def _squeezed(text: str) -> str:
    """Without what wrapping, hyphenation and the fonts of a PDF change: blanks and the emoji of no office font."""
    return (
        "".join(text.split()).replace("😀", "").replace("-", "").replace("\u00ad", "").replace("\u2010", "")
    )


LONG_NAME = "Prof. Dr. H. Raden Mas Soeryokoesoemo Adiwinata Kusumadilaga, S.H., M.H., M.Si., Ph.D."


@pytest.mark.libreoffice
def test_libreoffice_shows_every_text_of_every_paper() -> None:
    """What Word's reader finds in the file, which the tests above compare with the register, stands on the page too."""
    known = around(replace(samples.PROFILE, name=f"Dinas {NASTY}"), addressee=LONG_NAME)
    papers: dict[str, bytes] = {}
    for code in LETTER_PAPERS:
        papers[code] = _nasty(code)
        if code not in SLIPS:
            dossier = samples.dossier(fields=own_entries(code, LONG_NAME), correspondent=LONG_NAME)
            papers[f"{code} long"] = written(code, dossier, known)
            papers[f"{code} empty"] = written(code, samples.dossier(fields={}, enclosures=""), known)
    pdfs = dict(zip(papers, to_pdf(list(papers.values())), strict=True))
    for name, content in papers.items():
        with pypdfium2.PdfDocument(pdfs[name]) as document:
            shown = _squeezed(" ".join(page.get_textpage().get_text_bounded() for page in document))
        for line in text_of(content).splitlines():
            assert _squeezed(line) in shown, (name, line)


@pytest.mark.libreoffice
def test_sixty_rows_and_sixty_paragraphs_run_over_pages_and_lose_nothing() -> None:
    people = "\n".join(f"Nama ke-{n} & <x> | 1980 {n:02} | Penata | Analis {n}" for n in range(60))
    paragraphs = "\n\n".join(f"Alinea nomor {n} tentang pemeliharaan gedung kantor." for n in range(60))
    papers = {
        code: written(
            code,
            samples.dossier(fields={**own_entries(code), "isi": paragraphs, "daftar_petugas": people}),
            around(),
        )
        for code in KINDS
        if code != "surat-pengantar"
    }
    pdfs = dict(zip(papers, to_pdf(list(papers.values())), strict=True))
    for code, pdf in pdfs.items():
        with pypdfium2.PdfDocument(pdf) as document:
            sizes = {_millimetres(page.get_size()) for page in document}
            pages = [page.get_textpage().get_text_bounded() for page in document]
        whole = _squeezed(" ".join(pages))
        asked = own_entries(code)
        assert sizes == {(210, 297)}, code
        if "daftar_petugas" in asked:
            assert all(_squeezed(f"Nama ke-{n} & <x>") in whole for n in range(60)), code
            assert all("Pangkat" in page for page in pages if "Nama ke-" in page), (
                "rows without their heading"
            )
        if "isi" in asked:
            assert all(f"Alineanomor{n}tentang" in whole for n in range(60)), code
        if {"daftar_petugas", "isi"} & set(asked):
            assert 2 <= len(pages) <= 8, (code, len(pages))
        signed = [page for page in pages if "Siti Rahmawati" in page]
        # Minutes name their signatory at the head besides.
        assert len(signed) == (2 if code == "berita-acara" else 1), code
        assert "NIP 19720314 199803 2 005" in signed[-1], "the block is cut"
