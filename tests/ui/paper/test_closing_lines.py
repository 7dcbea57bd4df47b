"""What paper, workbook and terminal say of a closed month and of corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.ui.paper import samples
from tests.ui.paper.closing_samples import CLOSED, corrections
from tests.ui.paper.test_papers import read, rows_of, write
from ui.cli.closings import closing_lines
from ui.cli.report_shapes import monthly
from ui.closing_words import correction_words
from ui.paper.closing_lines import closing_sheets, footnotes
from ui.paper.reports import monthly_context

TODAY = date(2026, 12, 1)


def _paper(report: object, *, notes: tuple[str, ...] = ()) -> object:
    context = monthly_context(
        report,  # type: ignore[arg-type]
        samples.PROFILE,
        signatory=samples.block(),
        printed_on=TODAY,
        footnotes=notes,
    )
    return read(write("laporan-bulanan", context))


def test_an_open_month_has_no_foot_and_no_table_of_corrections() -> None:
    report = samples.monthly()
    assert footnotes(report) == ()
    assert closing_sheets(report) == {}
    assert closing_lines(report) == []
    document = monthly(report)
    assert (document["closed"], document["corrections"]) == (None, [])
    assert "Koreksi atas bulan yang sudah ditutup" not in [each.text for each in _paper(report).paragraphs]  # type: ignore[attr-defined]


def test_the_foot_tells_number_hour_person_checksum_and_proof() -> None:
    report = replace(samples.monthly(), closed=CLOSED)
    (line,) = footnotes(report)
    assert line == (
        "Laporan No. 10/2026, ditutup 2 November 2026 pukul 08.10 WITA oleh Dra. Rahma Wulandari, M.Si.. "
        "Kode periksa 3f2a 91c0 d4e5 f607. Dihitung ulang dari catatan surat: cocok."
    ).replace("M.Si..", "M.Si.")
    assert "TIDAK COCOK" in footnotes(replace(report, closed=replace(CLOSED, verified=False)))[0]
    assert [each.text for each in _paper(report, notes=(line,)).paragraphs][-1] == line  # type: ignore[attr-defined]
    assert monthly(report)["closed"] == {
        "number": "10/2026",
        "closed_by": CLOSED.by,
        "closed_at": "2026-11-02T08:10:00+08:00",
        "checksum": CLOSED.checksum,
        "verified": True,
    }
    sheet = dict(closing_sheets(report)["Penutupan"])
    assert (sheet["Nomor laporan"], sheet["Hitung ulang"]) == ("10/2026", "cocok")


def test_corrections_stand_on_paper_as_a_table_and_whole_in_the_workbook() -> None:
    report = replace(samples.monthly(), corrections=corrections(34), open_letters=())
    document = _paper(report)
    rows = rows_of(document, "Rujukan")  # type: ignore[arg-type]
    assert len(rows) == 30
    assert rows[0] == [
        "M-2026-1",
        "Permohonan <data> & 'pegawai'",
        "September 2026",
        "menyusul dicatat, selesai",
        "petugas",
    ]
    assert [row[3] for row in rows[1:5]] == [
        "tanggal 05-09-2026 menjadi 09-09-2026",
        "jenis Surat Dinas menjadi (tanpa jenis)",
        "unit (tanpa unit) menjadi Bagian Umum",
        "keluar dari bulan itu: dicatat, selesai",
    ]
    assert rows[1][1] == "(rahasia)"
    lines = [each.text for each in document.paragraphs]  # type: ignore[attr-defined]
    assert "dan 4 koreksi lagi; seluruhnya ada di berkas .xlsx laporan ini." in lines
    assert len(closing_sheets(report)["Koreksi"]) == 35
    told = monthly(report)["corrections"]
    assert len(told) == 34
    assert (told[2]["change"], told[2]["from"], told[2]["to"]) == ("kind", "Surat Dinas", None)
    assert correction_words(report.corrections[3]) == "Unit tanpa unit menjadi “Bagian Umum”"
    assert len(closing_lines(report)) == 37
