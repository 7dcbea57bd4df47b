"""The yearly recapitulation as shipped: kinds by months, A4 across."""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import RIGHT, Column, blank
from templates_docx.pieces import closing_block, letterhead, looped_table, page_numbers
from templates_docx.report_pieces import meanings, title

YEAR_WIDTH = 247.0
MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


def yearly() -> Document:
    """Rekap tahunan, A4 across: kinds by months."""
    paper = blank(landscape=True)
    page_numbers(paper, "Rekapitulasi surat tahun {{ tahun }}")
    letterhead(paper, YEAR_WIDTH)
    title(paper, "REKAPITULASI SURAT MENURUT JENIS DAN BULAN", "Tahun {{ tahun }}", "{{ unit }}")
    columns = (
        Column(10, "No.", RIGHT),
        Column(52, "Jenis naskah dinas"),
        Column(17, "Arah"),
        *(Column(12.5, month, RIGHT) for month in MONTHS),
        Column(18, "Jumlah", RIGHT),
    )
    short = [month.lower() for month in MONTHS]
    cells = [f"{{{{ baris.{name} }}}}" for name in ("nomor", "jenis", "arah", *short, "total")]
    totals = ["", "Jumlah", "", *(f"{{{{ jumlah.{name} }}}}" for name in (*short, "total"))]
    looped_table(paper, columns, "per_jenis", cells, total=totals, size=9)
    meanings(paper, ("Masuk", "arti.masuk"), ("Keluar", "arti.terbit"))
    closing_block(paper, YEAR_WIDTH - 75, 75, beside="{{ grafik }}", size=10.5)
    return paper
