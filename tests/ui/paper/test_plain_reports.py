"""Reports set without Word: what the template says stands in them, on every sheet, whatever the month was like."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.table import Table

from correspondence.comparing import Part
from correspondence.dates import Month
from correspondence.people import Appointment, Officer
from correspondence.profile import SHEETS, OfficeProfile
from correspondence.report_rows import OfficerRow, SignatureRow, WorkloadRow
from correspondence.services import reporting
from correspondence.throughput import Balance, MonthlyReport, YearlyReport
from templates_docx.sheet import SHEETS as WORD_SHEETS
from tests.builders import BUDI, Desk, build_desk
from tests.ui.paper import samples
from tests.ui.paper.books_made import squeezed, texts
from tests.ui.paper.closing_samples import CLOSED, corrections
from tests.ui.paper.samples import NASTY
from ui.paper.contents import figure, quiet_figure
from ui.paper.month_depth import part_rows
from ui.paper.page_setting import SHEETS as OWN_SHEETS
from ui.printing import Printing
from ui.report_printing import report_pdf

LONG_NAME = "Prof. Dr. H. Raden Mas Soeryokoesoemo Adiwinata Kusumadilaga, S.H., M.H., M.Si., Ph.D."
NOTHING = MonthlyReport(date(2026, 10, 1), date(2026, 10, 31), "", Balance(), (), (), ())


def desk_of(**changes: object) -> Desk:
    desk = build_desk()
    with desk.office.open_unit() as unit:
        unit.profiles.write(replace(samples.PROFILE, report_signatory=BUDI, **changes))  # type: ignore[arg-type]
        unit.commit()
    return desk


def pdf_of(report: MonthlyReport | YearlyReport, folder: Path, **changes: object) -> bytes:
    return report_pdf(desk_of(**changes).office, folder, report)


def said(pdf: bytes) -> str:
    """All pages without any space and without what stands at each foot."""
    foot = re.compile(r"(Laporan bulanan|Rekapitulasi surat tahun) [^\n]*· Halaman \d+ dari\s*\d+")
    return squeezed("".join(foot.sub("", each) for each in texts(pdf)))


def written(paper: bytes) -> Iterator[str]:
    """Every line and every cell of a .docx, from its top to its end."""
    for each in docx.Document(io.BytesIO(paper)).iter_inner_content():
        if isinstance(each, Table):
            yield from (text for row in each.rows for cell in row.cells for text in cell.text.split("\n"))
        else:
            yield each.text


def busy() -> MonthlyReport:
    """A closed month of some 20,000 letters with everything that can stand on its paper."""
    report = samples.monthly(busy=90, left_open=45)
    return replace(report, closed=CLOSED, corrections=corrections(35))


@pytest.mark.parametrize(
    "report",
    [
        NOTHING,
        samples.monthly(),
        busy(),
        replace(samples.monthly(), until=date(2026, 10, 21), unit="Umum & <b>"),
    ],
    ids=["nothing", "usual", "busy", "running"],
)
def test_it_says_what_the_template_says_in_its_order(report: MonthlyReport, tmp_path: Path) -> None:
    desk = desk_of()
    printing = Printing(desk.office, tmp_path)
    text, at = said(printing.plain_pdf(report)), 0
    lines = [squeezed(each) for each in written(printing.report(report))]
    assert len([each for each in lines if each]) > 80
    for line in lines:
        found = text.find(line, at)
        assert found >= 0, (line, text[at : at + 200])
        at = found + len(line)


def test_the_year_says_what_its_template_says(tmp_path: Path) -> None:
    printing = Printing(desk_of().office, tmp_path)
    report = samples.yearly({**samples.TANJUNG, f"Izin {NASTY}": 12})
    text, at = said(printing.plain_pdf(report)), 0
    for line in map(squeezed, written(printing.report(report))):
        line = line.replace("😀", "□")
        found = text.find(line, at)
        assert found >= 0, line
        at = found + len(line)
    for row in report.by_kind:
        cells = (row.kind, "Keluar", *map(figure, row.months), figure(row.total))
        assert squeezed("".join(cells)).replace("😀", "□") in text


def test_every_figure_of_a_busy_month_is_there(tmp_path: Path) -> None:
    report = busy()
    assert report.balance.registered > 20_000
    text = said(pdf_of(report, tmp_path))
    rows: list[tuple[object, ...]] = [
        *((row.kind, row.incoming, row.outgoing, row.issued, row.balance.finished) for row in report.by_kind),
        *(
            (row.unit or "(tanpa unit)", row.incoming, row.outgoing, row.issued, row.balance.finished)
            for row in report.by_unit
        ),
        *((row.officer, row.signed, row.initialled, row.led) for row in report.officers),
        *((row.officer, row.signed, row.waiting) for row in report.signatures),
        *((row.name, row.letters) for row in report.senders.top),
        ("14 pengirim lainnya", report.senders.others),
        ("Tercatat", report.balance.registered),
        ("Selesai", report.balance.finished),
        ("Belum selesai pada akhir bulan", report.balance.closing),
        ("Konsep diajukan", report.quality.submitted),
        ("Perbaikan catatan", report.quality.corrections),
        ("Jatuh tenggat", report.timeliness.due),
        ("Tepat waktu", report.timeliness.on_time),
        ("Terlambat", report.timeliness.late),
    ]
    rows += [
        (f"{day.on.day} {word}", *map(quiet_figure, (day.incoming, day.outgoing, day.issued, day.finished)))
        for day in report.by_day
        for word in [("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[day.on.weekday()]]
    ]
    for row in rows:
        cells = [figure(each) if isinstance(each, int) else str(each) for each in row]
        assert squeezed("".join(cells)) in text, row
    for part in Part:
        for row in part_rows(report, part):
            compared = ("lalu", "selisih", "tahun_lalu", "selisih_tahun")
            assert squeezed("".join(str(row[each]) for each in ("akhir", *compared))) in text
    for row in report.workload:
        assert squeezed(f"{row.officer}{row.assigned}") in text
    shown, hidden = report.open_letters[:30], report.open_letters[30:]
    assert all(str(each.ref) in text for each in shown)
    assert f"dan{len(hidden)}suratlagi" in text


def test_the_closing_stands_at_the_end_beside_the_signature(tmp_path: Path) -> None:
    last = texts(pdf_of(busy(), tmp_path))[-1]
    for part in ("Wanasari, 7 Oktober 2026", "KEPALA BAGIAN UMUM", BUDI, "Kode periksa", "cocok."):
        assert part in last, part
    assert "koreksi lagi" in last, "a signature never stands alone"


@pytest.mark.parametrize("paper", SHEETS)
def test_the_sheet_is_the_office_s(paper: str, tmp_path: Path) -> None:
    wanted = [round(each * 72 / 25.4) for each in WORD_SHEETS[paper]]
    for report, size in ((samples.monthly(), wanted), (samples.yearly(), wanted[::-1])):
        document = pypdfium2.PdfDocument(pdf_of(report, tmp_path, paper=paper))
        try:
            assert {tuple(round(each) for each in page.get_size()) for page in document} == {tuple(size)}
        finally:
            document.close()
    assert {name: WORD_SHEETS[name] for name in SHEETS} == OWN_SHEETS


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("margin", [5, 60])
@pytest.mark.parametrize("lines", [2, 8])
def test_no_setting_leaves_a_report_unprinted(paper: str, margin: int, lines: int, tmp_path: Path) -> None:
    endless = "Kata panjang sekali tanpa akhir " * 100 + "X" * 900
    report = replace(busy(), unit=LONG_NAME)
    tall = (replace(each, subject=endless, secret=False) for each in report.open_letters)
    report = replace(report, open_letters=tuple(tall)[:3])
    margins = dict.fromkeys(("margin_left", "margin_right", "margin_top", "margin_bottom"), margin)
    text = said(pdf_of(report, tmp_path, paper=paper, signature_lines=lines, **margins))
    assert text.count("tanpaakhir") >= 290, "broken over pages, but for a few at their edges"
    assert text.count("X") >= 2700
    assert said(pdf_of(samples.yearly(), tmp_path, paper=paper, **margins)).count("2.880") == 1


def test_heads_repeat_and_pages_are_counted(tmp_path: Path) -> None:
    people = [f"Pejabat & <b> nomor {n}" for n in range(90)]
    report = replace(
        samples.monthly(tuple(f"Jenis {n} & {NASTY if n == 0 else ''}" for n in range(60))),
        officers=tuple(OfficerRow(name, 1, 2, 3) for name in people),
        signatures=tuple(SignatureRow(name, 1, 2, 3.5, 4, 5) for name in people),
        workload=tuple(WorkloadRow(name, 9, 9, 0, 0) for name in people),
    )
    pages = texts(pdf_of(report, tmp_path))
    for number, text in enumerate(pages, start=1):
        assert re.search(rf"· Halaman {number} dari\s*{len(pages)}\b", text), text[-200:]
    for text in pages:
        assert "Pejabat &" not in text or "Nama" in text or "Disposisi menurut pelaksana" in text
        assert not re.search(r"\bJenis \d+ &", text) or "Jenis naskah dinas" in text
    assert squeezed("Jenis 0 & PT A & B <tr> \"Maju\" 'Jaya' □ ]]> &amp; {{ x }} {% if %}") in squeezed(
        "".join(pages)
    )


def test_long_names_of_the_office_and_of_who_signs(tmp_path: Path) -> None:
    desk = desk_of(name=f"Dinas {NASTY}", address="Jl. <b>1</b>\nLantai 2", paper="f4")
    with desk.office.open_unit() as unit:
        officer = unit.people.add_officer(Officer(LONG_NAME, "1 & 2", "Pembina <IV>"))
        unit.people.add_appointment(Appointment(officer.id, "Kepala <Bagian> & Staf"))
        unit.profiles.write(replace(unit.profiles.read(), report_signatory=LONG_NAME))
        unit.commit()
    text = said(report_pdf(desk.office, tmp_path, samples.monthly()))
    for part in (
        f"DINAS {NASTY.upper()}".replace("😀", "□"),
        "Jl. <b>1</b>",
        LONG_NAME,
        "NIP 1 & 2",
        "Pembina <IV>",
    ):
        assert squeezed(part) in text, part


def test_charts_are_drawn_and_fonts_are_brought_along(tmp_path: Path) -> None:
    for report in (samples.monthly(), samples.yearly()):
        pdf = pdf_of(report, tmp_path)
        assert b"/Subtype /Image" not in pdf
        assert b"Helvetica" not in pdf
        assert pdf.count(b"/FontFile2") == 2
    assert "Surat masuk dan surat keluar per hari" in "".join(texts(pdf_of(samples.monthly(), tmp_path)))


def test_a_month_of_nothing_and_a_month_of_one_letter(tmp_path: Path) -> None:
    text = said(pdf_of(NOTHING, tmp_path))
    assert squeezed("Tidak ada disposisi dalam periode ini, dan tidak ada surat yang belum selesai.") in text
    assert "Menuruthari" not in text
    desk = desk_of()
    ref = desk.incoming(subject="Satu & <satu>")
    report = reporting.monthly_report(desk.office, month=Month(2026, 10))
    text = said(report_pdf(desk.office, tmp_path, report))
    assert f"{ref}Satu&<satu>" in text
    assert "Jumlah1" in text


def test_the_emblem_stands_in_the_letterhead(tmp_path: Path) -> None:
    from PIL import Image  # one test only

    Image.new("L", (200, 230)).save(tmp_path / "lambang.png")
    assert b"/Subtype /Image" in pdf_of(samples.monthly(), tmp_path)


def test_an_office_of_no_name_has_a_report() -> None:
    desk = build_desk()
    with desk.office.open_unit() as unit:
        unit.profiles.write(OfficeProfile())
        unit.commit()
    assert "LAPORANBULANANSURAT" in said(report_pdf(desk.office, Path("tidak ada"), samples.monthly()))
