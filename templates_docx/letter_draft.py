"""The surat pengantar as shipped: every field of the form, the receipt block, any number of documents."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm

from templates_docx.layout import CENTRE, RIGHT, Column, blank, grid, line
from templates_docx.letter_pieces import to
from templates_docx.pieces import continued, letterhead, looped_table, signature

WIDTH = 160.0


def cover_letter() -> Document:
    """Surat pengantar, A4 upright."""
    paper = blank()
    # A long list may leave the receipt block alone on its page: that page says what it belongs to.
    continued(paper, "Surat Pengantar Nomor {{ surat.nomor }}")
    letterhead(paper, WIDTH)
    line(paper, "{{ surat.tempat }}, {{ surat.tanggal }}", align=RIGHT, after=10)
    to(paper)
    line(paper, "{%p if tujuan.alamat %}")
    line(paper, "di {{ tujuan.alamat }}").paragraph_format.left_indent = Mm(9)
    line(paper, "{%p endif %}")
    line(paper, "SURAT PENGANTAR", bold=True, align=CENTRE, before=16, keep=True)
    line(paper, "NOMOR {{ surat.nomor }}", align=CENTRE, after=10, keep=True)
    columns = (
        Column(12, "No.", CENTRE),
        Column(72, "Naskah Dinas yang Dikirimkan"),
        Column(32, "Banyaknya", CENTRE),
        Column(44, "Keterangan"),
    )
    cells = [f"{{{{ baris.{name} }}}}" for name in ("nomor", "naskah", "banyaknya", "keterangan")]
    looped_table(paper, columns, "naskah", cells, size=11, upright=True)
    line(paper, "{%p if keterangan %}")
    line(paper, "{{ keterangan }}", size=11, before=8, keep=True)
    line(paper, "{%p endif %}")
    line(paper, "", size=11, keep=True)
    _receipt_and_sender(paper)
    _copies(paper)
    line(paper, "{%p if surat.elektronik %}")
    line(paper, "{{ surat.elektronik }}", size=8, before=10)
    line(paper, "{%p endif %}")
    return paper


def _receipt_and_sender(paper: Document) -> None:
    """Below left the receiver fills in by hand what is still unknown, below right the sender signs."""
    table = grid(paper, (84, 76))
    receiver, sender = table.rows[0].cells
    line(receiver, "Diterima tanggal {{ penerima.tanggal }}", size=11, keep=True)
    line(receiver, "Penerima:", size=11, before=4, keep=True)
    line(receiver, "{{ penerima.jabatan }}", size=11, keep=True)
    for _ in range(4):
        line(receiver, "", size=11, keep=True)
    line(receiver, "{{ penerima.nama }}", size=11, keep=True)
    line(receiver, "NIP {{ penerima.nip }}", size=11, keep=True)
    line(receiver, "No. Telepon {{ penerima.telepon }}", size=11, keep=True)
    line(sender, "", size=11, keep=True)
    line(sender, "Pengirim:", size=11, before=4, keep=True)
    signature(sender, "pengirim", 11)


def _copies(paper: Document) -> None:
    line(paper, "{%p if tembusan %}")
    line(paper, "Tembusan:", size=10, before=10, keep=True)
    line(paper, "{%p for nama in tembusan %}")
    line(paper, "{{ loop.index }}. {{ nama }}", size=10).paragraph_format.left_indent = Mm(5)
    line(paper, "{%p endfor %}")
    line(paper, "{%p endif %}")
