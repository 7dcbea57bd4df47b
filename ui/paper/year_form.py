"""The yearly recapitulation set without Word: the parts of the shipped template in their order, from the same values."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from correspondence.dates import SHORT_MONTHS
from ui.paper.books_heading import Letterhead, narrowed
from ui.paper.charts import Chart, draw
from ui.paper.contents import Context
from ui.paper.page_setting import ReportSheet
from ui.paper.report_flowables import Closing, Head, Values
from ui.paper.report_pieces import Column, ReportPieces, closed, figures_of

WIDTH = 247.0
"""Millimetres of the text on A4 across with the usual margins."""
_SIGNATURE = 75 / WIDTH
_GAP = 12 * mm

_FIGURES = tuple((12.5, month, month.casefold()) for month in SHORT_MONTHS)
_COLUMNS = (
    Column(10, "No.", "nomor", right=True),
    Column(52, "Jenis naskah dinas", "jenis"),
    Column(17, "Arah", "arah"),
    *figures_of(*_FIGURES, (18, "Jumlah", "total")),
)


def year_story(
    context: Context, chart: Chart, sheet: ReportSheet, head: Letterhead, *, lines: int
) -> list[Flowable]:
    """What stands on the pages. `lines`: empty lines to sign on."""
    values = Values(context)
    pieces = ReportPieces(values, sheet)
    sums = [values.text(f"jumlah.{each}") for each in (*(field for _, _, field in _FIGURES), "total")]
    across = sheet.text_width * (1 - _SIGNATURE) - _GAP * sheet.scale
    drawing = draw(replace(chart, width_mm=across / mm, height_mm=chart.height_mm * sheet.scale))
    closing = Closing(values, lines, 10.5 * sheet.scale, _SIGNATURE, drawing)
    story: list[Flowable] = [
        Head(narrowed(head, sheet.text_width)),
        Spacer(0, 8),
        pieces.words("REKAPITULASI SURAT MENURUT JENIS DAN BULAN", 12, bold=True, middle=True),
        pieces.words(f"Tahun {values.text('tahun')}", 12, middle=True),
        pieces.words(values.text("unit"), 11, middle=True),
        pieces.table("per_jenis", _COLUMNS, total=("", "Jumlah", "", *sums), size=9),
        *pieces.meanings(("Masuk", "arti.masuk"), ("Keluar", "arti.terbit")),
    ]
    return closed(story, [closing])
