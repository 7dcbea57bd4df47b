"""The two slips as shipped: lembar disposisi and tanda terima, A5 or half folio, small margins."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell

from templates_docx.layout import CENTRE, LEFT, at_least, blank, element, grid, joined, line, rule, write
from templates_docx.pieces import letterhead, signature

WIDTH = 128.0
ACROSS = 190.0
SMALL = 9.0
BOX = 6.5


def disposition_sheet() -> Document:
    """Lembar disposisi, upright: the form of Permendagri 54/2009, filled or to be filled by hand."""
    paper = blank(slip=True)
    letterhead(paper, WIDTH, scale=0.75)
    line(paper, "LEMBAR DISPOSISI", bold=True, align=CENTRE, after=4, keep=True)
    head = grid(paper, (62, WIDTH - 62), padding=1.5)
    _framed(head)
    left, right = head.rows[0].cells
    for words, name in (("Surat dari", "pengirim"), ("No. Surat", "nomor"), ("Tgl. Surat", "tanggal")):
        _labelled(left, words, f"{{{{ asal.{name} }}}}", 18)
    for words, name in (("Diterima Tgl.", "diterima"), ("No. Agenda", "agenda")):
        _labelled(right, words, f"{{{{ asal.{name} }}}}", 22)
    line(right, "Sifat:", size=SMALL, before=1)
    _urgency(right)
    subject = grid(paper, (WIDTH,), padding=1.5)
    _framed(subject)
    _labelled(subject.rows[0].cells[0], "Hal", "{{ asal.hal }}", 18)
    _recipients(paper)
    _note_and_signature(paper)
    return paper


def _urgency(cell: _Cell) -> None:
    """Three boxes for urgency and secrecy together, as the form prints them."""
    box = 4.5
    marks = (
        ("sangat_segera", "Sangat Segera", 22.5),
        ("segera", "Segera", 13.0),
        ("rahasia", "Rahasia", 13.5),
    )
    table = grid(cell, [width for _, _, words in marks for width in (box, words)], padding=0.8)
    for number, (name, words, _) in enumerate(marks):
        marked, said = table.rows[0].cells[2 * number : 2 * number + 2]
        _boxed(marked)
        write(marked.paragraphs[0], f"{{{{ tanda.{name} }}}}", size=8, bold=True, align=CENTRE)
        write(said.paragraphs[0], words, size=8)
    # Word wants a paragraph after a table within a cell.
    line(cell, "", size=2)


def _recipients(paper: Document) -> None:
    line(paper, "", size=3)
    half = (WIDTH - 2 * BOX) / 2
    table = grid(paper, (BOX, half, BOX, half), rows=5, padding=1)
    for place, words in ((0, "Diteruskan kepada Sdr.:"), (2, "Dengan hormat harap:")):
        head = joined(table.rows[0], place, place + 1)
        write(head.paragraphs[0], words, size=SMALL, bold=True, before=1, after=1, keep=True)
    contents = (
        ("{%tr for baris in disposisi %}", "", "", ""),
        ("{{ baris.tanda }}", "{{ baris.kepada }}", "{{ baris.tanda_petunjuk }}", "{{ baris.petunjuk }}"),
        ("{%tr endfor %}", "", "", ""),
        ("", "Dan seterusnya ....................", "", "........................................"),
    )
    for number, (row, texts) in enumerate(zip(table.rows[1:], contents, strict=True)):
        if number in {1, 3}:
            at_least(row, 4.6)
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            box = place in {0, 2}
            if box and number in {1, 3}:
                _boxed(cell)
            align = CENTRE if box else LEFT
            write(cell.paragraphs[0], text, size=SMALL, bold=box, align=align, before=1, after=1)


def _note_and_signature(paper: Document) -> None:
    line(paper, "", size=3)
    table = grid(paper, (WIDTH - 58, 58), padding=1.5)
    _framed(table)
    at_least(table.rows[0], 26)
    note, signed = table.rows[0].cells
    line(note, "Catatan:", size=SMALL, bold=True)
    line(note, "{{ catatan_disposisi }}", size=SMALL)
    line(note, "{%p if batas_disposisi %}")
    line(note, "Batas waktu: {{ batas_disposisi }}", size=SMALL, before=3)
    line(note, "{%p endif %}")
    signature(signed, "pendisposisi", SMALL, gap=4)
    # Below the position: initial and date by hand, or the day on which it was said.
    third = signed.paragraphs[1]
    write(third, "Paraf dan tanggal: {{ tanggal_disposisi }}", size=8)


def receipt() -> Document:
    """Tanda terima, A5 across: who gave what to whom and when, both sign."""
    paper = blank(landscape=True, slip=True)
    letterhead(paper, ACROSS, scale=0.8)
    line(paper, "TANDA TERIMA", bold=True, align=CENTRE, keep=True)
    line(paper, "Nomor {{ tanda_terima.nomor }}", size=10, align=CENTRE, after=6, keep=True)
    rows = (
        ("Telah diterima dari", "{{ tanda_terima.dari }}"),
        ("Untuk", "{{ tanda_terima.untuk }}"),
        ("Nomor surat", "{{ asal.nomor }}"),
        ("Tanggal surat", "{{ asal.tanggal }}"),
        ("Hal", "{{ asal.hal }}"),
        ("Lampiran", "{{ surat.lampiran|default('-') }}"),
        ("Diterima tanggal", "{{ tanda_terima.tanggal }}"),
    )
    table = grid(paper, (38, ACROSS - 38), rows=len(rows), padding=1)
    rule(table, upright=False, size=2)
    for row, (words, value) in zip(table.rows, rows, strict=True):
        write(row.cells[0].paragraphs[0], words, size=10, before=1, after=1, keep=True)
        write(row.cells[1].paragraphs[0], value, size=10, before=1, after=1, keep=True)
    line(paper, "", size=6, keep=True)
    handed, taken = grid(paper, (ACROSS / 2, ACROSS / 2)).rows[0].cells
    for cell, words, name in (
        (handed, "Yang menyerahkan,", "penyerah"),
        (taken, "Yang menerima,", "penerima"),
    ):
        line(cell, words, size=10, align=CENTRE, keep=True)
        for _ in range(3):
            line(cell, "", size=10, keep=True)
        line(cell, f"{{{{ tanda_terima.{name} }}}}", size=10, align=CENTRE, keep=True)
    return paper


def _labelled(cell: _Cell, words: str, value: str, width: float) -> None:
    """`words : value` with the value hanging beside the colon."""
    paragraph = line(cell, f"{words}\t: {value}", size=SMALL, before=1, after=1)
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Mm(width + 2), Mm(-width - 2)
    form.tab_stops.add_tab_stop(Mm(width))
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _framed(table: Table) -> None:
    rule(table, upright=True)


def _boxed(cell: _Cell) -> None:
    """Lines around one cell."""
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        stroke = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "auto")):
            stroke.set(qn(f"w:{name}"), value)
        borders.append(stroke)
    properties = element(cell).get_or_add_tcPr()
    width = properties.find(qn("w:tcW"))
    width.addnext(borders)
