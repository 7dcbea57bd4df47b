"""The three papers whole: written with the nastiest values, read back by Word's reader and by LibreOffice's eyes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pypdfium2
import pytest
from docx.document import Document

from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile
from correspondence.throughput import Balance, MonthlyReport
from templates_docx.catalogue import paper
from templates_docx.libreoffice import to_pdf
from templates_docx.writer import write_paper
from tests.templates_docx.making import text_of
from tests.ui.paper import samples
from tests.ui.paper.samples import NASTY
from ui.paper.charts import png
from ui.paper.cover_letter import cover_letter_context
from ui.paper.reports import monthly_charts, monthly_context, yearly_chart, yearly_context

TODAY = date(2026, 11, 2)
A4 = (595, 842)
LONG_NAME = "Prof. Dr. H. Raden Mas Soeryokoesoemo Adiwinata Kusumadilaga, S.H., M.H., M.Si., Ph.D."
NASTY_PROFILE = OfficeProfile(
    name=f"Dinas {NASTY}",
    parent="Pemerintah Kabupaten Ogan Komering Ulu Selatan",
    address="Jl. <b>1</b>\nLantai 2",
    place="Wanasari",
)
NASTY_SIGNER = SignatureBlock(
    ("a.n. SEKRETARIS DAERAH & STAF", "KEPALA <BAGIAN>,"), LONG_NAME, "Pembina", "1 & 2"
)


def write(code: str, context: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None) -> bytes:
    return write_paper(paper(code).shipped, context, pictures or {}, code=code)


def cover(rows: int, profile: OfficeProfile = samples.PROFILE, subject: str = "Laporan") -> bytes:
    fields = dict(samples.documents(rows)) if rows else {}
    dossier = samples.dossier(fields=fields, subject=subject, correspondent=f"Kepala {NASTY}")
    return write("surat-pengantar", cover_letter_context(dossier, profile, sender=NASTY_SIGNER, today=TODAY))


def month(kinds: int, profile: OfficeProfile = samples.PROFILE) -> bytes:
    report = samples.monthly(tuple(f"Jenis {n} & {NASTY if n == 0 else ''}" for n in range(kinds)))
    context = monthly_context(report, profile, signatory=NASTY_SIGNER, printed_on=TODAY)
    return write(
        "laporan-bulanan", context, {name: png(chart) for name, chart in monthly_charts(report).items()}
    )


def year(profile: OfficeProfile = samples.PROFILE, kinds: Mapping[str, int] = samples.TANJUNG) -> bytes:
    report = samples.yearly(kinds)
    context = yearly_context(report, profile, signatory=samples.block(), printed_on=date(2018, 1, 3))
    return write("rekap-tahunan", context, {"grafik": png(yearly_chart(report))})


def read(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def rows_of(document: Document, heading: str) -> list[list[str]]:
    """The rows below the heading row of the table in which `heading` stands."""
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if heading in rows[0]:
            return rows[1:]
    raise AssertionError(heading)


@pytest.mark.parametrize("rows", [0, 1, 3, 60])
def test_every_document_of_a_cover_letter_is_printed(rows: int) -> None:
    printed = rows_of(read(cover(rows)), "Naskah Dinas yang Dikirimkan")
    assert len(printed) == max(rows, 1)
    if rows:
        assert printed[-1][:3] == [
            f"{rows}.",
            f"Naskah ke-{rows} & lampirannya",
            {1: "1 (satu) lembar", 3: "3 (tiga) lembar", 60: "60 (enam puluh) lembar"}[rows],
        ]


def test_a_cover_letter_has_every_part_of_its_form() -> None:
    text = text_of(cover(1, NASTY_PROFILE, subject=NASTY))
    for part in (
        f"DINAS {NASTY.upper()}",
        "PEMERINTAH KABUPATEN OGAN KOMERING ULU SELATAN",
        "Jl. <b>1</b>\nLantai 2",
        "7 September 2026",
        f"Yth. Kepala {NASTY}",
        "di Jalan Veteran Nomor 5, Wanasari",
        "SURAT PENGANTAR",
        "NOMOR 000.1.2.3/4461/UM/IX/2026",
        "Diterima tanggal ....",
        "Penerima:",
        "No. Telepon ....",
        "Pengirim:",
        "a.n. SEKRETARIS DAERAH & STAF\nKEPALA <BAGIAN>,",
        LONG_NAME,
        "NIP 1 & 2",
    ):
        assert part in text, part
    assert "None" not in text
    assert "{%" not in text.replace(NASTY, "").replace(NASTY.upper(), "")


def test_the_signature_of_an_acting_head_has_no_line_for_the_nip() -> None:
    context = cover_letter_context(
        samples.dossier(), samples.PROFILE, sender=samples.block(samples.Capacity.PLT), today=TODAY
    )
    text = text_of(write("surat-pengantar", context))
    assert "Plt. KEPALA BAGIAN UMUM," in text
    assert text.count("NIP") == 1, "the receiver's only"


def test_a_monthly_report_says_what_was_counted() -> None:
    report = samples.monthly()
    document = read(
        write("laporan-bulanan", monthly_context(report, samples.PROFILE, signatory=None, printed_on=TODAY))
    )
    balance = {
        row.cells[0].text: row.cells[1].text
        for table in document.tables
        for row in table.rows
        if len(row.cells) > 1
    }
    assert balance["Belum selesai pada awal bulan"] == "1.234"
    assert balance["Tercatat"] == str(report.balance.registered)
    assert balance["Belum selesai pada akhir bulan"] == "1.346"
    kinds = rows_of(document, "Jenis naskah dinas")
    # What rests this month and moved the month before has its row too: the columns of both add up.
    assert [row[1] for row in kinds] == [*sorted({*samples.KINDS, "Nota Kesepahaman"}), "Jumlah"]
    assert sum(int(row[7]) for row in kinds[:-1]) == int(kinds[-1][7]) == 39
    assert (
        sum(int(row[2]) for row in kinds[:-1])
        == int(kinds[-1][2])
        == sum(each.incoming for each in report.by_day)
    )
    days = rows_of(document, "Tanggal")
    assert days[0][0] == "1 Kamis"
    assert days[14][6] == "31 Sabtu"


def test_the_months_paper_has_its_four_headings_and_its_foot() -> None:
    report = samples.monthly(left_open=45)
    notes = ("Nomor penutupan 10/2026", "Sidik 9f2c")
    context = monthly_context(
        report, samples.PROFILE, signatory=samples.block(), printed_on=TODAY, footnotes=notes
    )
    document = read(write("laporan-bulanan", context))
    lines = [each.text for each in document.paragraphs]
    places = [lines.index(each) for each in ("PRODUKTIVITAS", "KUALITAS", "RESPONSIVITAS", "AKUNTABILITAS")]
    assert places == sorted(places)
    assert lines[-2:] == list(notes)
    assert "dan 15 surat lagi" in lines
    left_open = rows_of(document, "Rujukan")
    assert len(left_open) == 30
    assert left_open[6][1] == "(rahasia)"
    assert left_open[4][3] == "(sudah selesai)"
    stages = rows_of(document, "Tahap")
    assert stages[0][1:] == ["31", "7,8", "46,5"]
    assert stages[-1][1:] == ["0", "–", "–"]
    assert "Terbanyak: Rina Puspitasari, S.E., 31 dari 40 disposisi (77,5 %)." in lines


def test_a_running_month_says_so_and_stops_at_today() -> None:
    report = replace(samples.monthly(), until=date(2026, 10, 21))
    document = read(
        write("laporan-bulanan", monthly_context(report, samples.PROFILE, signatory=None, printed_on=TODAY))
    )
    assert "s.d. 21 Oktober 2026, bulan berjalan" in [each.text for each in document.paragraphs]
    days = rows_of(document, "Tanggal")
    assert days[-1][0] == "11 Minggu"
    assert days[9][6] == "21 Rabu"
    assert monthly_charts(report)["grafik"].categories[-1] == "21"


def test_a_month_of_nothing_has_no_empty_tables() -> None:
    report = MonthlyReport(date(2026, 10, 1), date(2026, 10, 31), "", Balance(), (), (), ())
    assert monthly_charts(report) == {}
    document = read(
        write("laporan-bulanan", monthly_context(report, samples.PROFILE, signatory=None, printed_on=TODAY))
    )
    headings = {cell.text for table in document.tables for cell in table.rows[0].cells}
    assert not headings & {"Tanggal", "Jenis naskah dinas", "Nama", "Rujukan", "Pengirim"}
    said = "Tidak ada disposisi dalam periode ini, dan tidak ada surat yang belum selesai."
    assert said in [each.text for each in document.paragraphs]


def test_a_yearly_paper_reads_back_to_the_counter_s_totals() -> None:
    rows = rows_of(read(year()), "Jenis naskah dinas")
    totals = {row[1]: int(row[-1].replace(".", "")) for row in rows}
    assert totals == {**samples.TANJUNG, "Jumlah": 2880}
    for row in rows:
        assert sum(int(cell.replace(".", "")) for cell in row[3:-1]) == int(row[-1].replace(".", ""))


def test_an_office_without_signatures_has_no_empty_tables() -> None:
    from dataclasses import replace  # one paper only

    report = replace(samples.monthly(), signatures=(), workload=())
    text = text_of(
        write("laporan-bulanan", monthly_context(report, samples.PROFILE, signatory=None, printed_on=TODAY))
    )
    assert "Disposisi menurut pelaksana" not in text
    assert "Janji ditepati" not in text


def _pages(pdf: bytes) -> list[tuple[tuple[int, int], str]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            wide, high = page.get_size()
            pages.append(((round(wide), round(high)), page.get_textpage().get_text_bounded()))
        return pages
    finally:
        document.close()


@pytest.fixture(scope="module")
def printed() -> dict[str, list[tuple[tuple[int, int], str]]]:
    """All papers as PDF in one run: page sizes and texts."""
    many = {f"Jenis naskah nomor {n}": 100 + n for n in range(45)}
    papers = {
        "cover": cover(3),
        "cover 60": cover(60),
        "cover nasty": cover(1, NASTY_PROFILE, NASTY),
        "month": month(8),
        "month 60": month(60, NASTY_PROFILE),
        "year": year(),
        "year 45": year(NASTY_PROFILE, many),
    }
    return dict(zip(papers, map(_pages, to_pdf(list(papers.values()))), strict=True))


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("name", "pages", "size"),
    [
        ("cover", 1, A4),
        ("cover 60", 4, A4),
        ("cover nasty", 1, A4),
        ("month", 5, A4),
        ("month 60", 6, A4),
        ("year", 1, A4[::-1]),
        ("year 45", 3, A4[::-1]),
    ],
)
def test_pages_and_their_size(
    name: str, pages: int, size: tuple[int, int], printed: dict[str, list[tuple[tuple[int, int], str]]]
) -> None:
    assert {each for each, _ in printed[name]} == {size}
    assert abs(len(printed[name]) - pages) <= (0 if pages == 1 else 1)


@pytest.mark.libreoffice
def test_libreoffice_shows_what_was_typed(printed: dict[str, list[tuple[tuple[int, int], str]]]) -> None:
    text = " ".join(printed["cover nasty"][0][1].split())
    for part in (
        "PT A & B <tr> \"Maju\" 'Jaya'",
        "]]> &amp; {{ x }} {% if %}",
        "LANTAI 2".title(),
        LONG_NAME,
    ):
        assert " ".join(part.split()) in text, part


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["cover 60", "month 60", "year 45"])
def test_headings_repeat_and_the_signature_stays_whole(
    name: str, printed: dict[str, list[tuple[tuple[int, int], str]]]
) -> None:
    texts = [text for _, text in printed[name]]
    heading = {
        "cover 60": "Naskah Dinas yang",
        "month 60": "Jenis naskah dinas",
        "year 45": "Jenis naskah dinas",
    }[name]
    row = {"cover 60": "Naskah ke-", "month 60": "Jenis 5", "year 45": "Jenis naskah nomor"}[name]
    for text in texts:
        assert heading in text or row not in text, "rows without their heading"
    if name == "cover 60":
        assert all(
            f"000.1.2.3/4461/UM/IX/2026 · Halaman {n}" in text for n, text in enumerate(texts, 1) if n > 1
        )
        assert "Halaman 1" not in texts[0]
    begins = "Pengirim:" if name == "cover 60" else "Wanasari, "
    signer = "Dra. Siti Rahmawati" if name == "year 45" else "Soeryokoesoemo"
    (signed,) = [text for text in texts if signer in text]
    assert begins in signed, "the block is cut above"
    assert "NIP" in signed, "the block is cut below"
