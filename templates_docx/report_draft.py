"""The monthly report as shipped. No regulated form is known; it is to be changed.

It is arranged under the four headings that such offices are measured by; what each figure means stands beside it.
"""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import blank, line
from templates_docx.month_output import productivity
from templates_docx.month_sections import accountability, responsiveness
from templates_docx.pieces import closing_block, letterhead, page_numbers
from templates_docx.report_pieces import WIDTH, Figures, figures_table, title

_QUALITY: Figures = (
    ("Konsep diajukan", "mutu.diajukan", "arti.diajukan"),
    ("Konsep dikembalikan", "mutu.dikembalikan", "arti.dikembalikan"),
    ("Dikembalikan per seratus", "mutu.per_seratus", "arti.per_seratus"),
    ("Perbaikan catatan", "mutu.koreksi", "arti.koreksi"),
    ("Nomor agenda dibatalkan", "mutu.nomor_batal", "arti.nomor_batal"),
    ("Nomor surat dibatalkan", "mutu.bernomor_batal", "arti.bernomor_batal"),
)


def monthly() -> Document:
    """Laporan bulanan, A4 upright."""
    paper = blank()
    page_numbers(paper, "Laporan bulanan {{ periode.nama }}")
    letterhead(paper, WIDTH)
    title(paper, "LAPORAN BULANAN SURAT", "{{ periode.nama }}", "{{ periode.keterangan }}", "{{ unit }}")
    _part(paper, "PRODUKTIVITAS")
    productivity(paper)
    _part(paper, "KUALITAS")
    figures_table(paper, _QUALITY)
    _part(paper, "RESPONSIVITAS")
    responsiveness(paper)
    _part(paper, "AKUNTABILITAS")
    accountability(paper)
    closing_block(paper, 86, 74)
    # What is known only once a month is closed: its number, its checksum, corrections of earlier months.
    line(paper, "{%p for baris in catatan_kaki %}")
    line(paper, "{{ baris.teks }}", size=7.5, before=3)
    line(paper, "{%p endfor %}")
    return paper


def _part(paper: Document, words: str) -> None:
    """One of the four headings."""
    line(paper, words, size=12, bold=True, before=18, after=0, keep=True)
