"""A page that stands for the scanned letter."""

from __future__ import annotations

import io

from correspondence.dates import format_date
from correspondence.forms import LetterForm, NewAttachment
from correspondence.numbering import LetterRef


def scan(form: LetterForm) -> NewAttachment:
    """A PDF of one page with the head of the letter."""
    # Only the sample office draws scans; the terminal starts without reportlab.
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    canvas.setTitle(form.subject)
    page = canvas.beginText(72, A4[1] - 90)
    page.setFont("Times-Bold", 14)
    page.textLine(form.correspondent.upper())
    page.setFont("Times-Roman", 11)
    for line in (
        form.correspondent_address,
        "",
        f"Nomor : {form.letter_number}",
        f"Tanggal : {format_date(form.letter_date) if form.letter_date else '-'}",
        f"Lampiran : {form.enclosures or '-'}",
        f"Hal : {form.subject}",
        "",
        "(contoh pindaian surat)",
    ):
        page.textLine(line)
    canvas.drawText(page)
    canvas.save()
    name = f"Pindaian {form.letter_number.replace('/', '-')}.pdf"
    return NewAttachment(name, written.getvalue())


def report_of(ref: LetterRef, text: str) -> NewAttachment:
    """A note of one page that goes with a report."""
    lines = (f"Laporan atas disposisi surat {ref}", "", text, "", "(contoh laporan)")
    return NewAttachment(f"Laporan {ref}.txt", "\r\n".join(lines).encode())
