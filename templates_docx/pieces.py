"""What several papers share: letterhead, signature block, tables with a loop, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from templates_docx.layout import (
    CENTRE,
    HAIR,
    RIGHT,
    Column,
    element,
    field,
    grid,
    line,
    repeat_heading,
    rule,
    write,
)

EMBLEM = 24.0
"""Millimetres of the emblem's column; as wide a column stands on the right, so that the names are in the middle. Without one
the names have the whole width."""


def letterhead(paper: Document, width: float, *, scale: float = 1) -> None:
    """Emblem left, PEMERINTAH …, the office's name bold, address lines, a double rule below; smaller on slips."""
    line(paper, "{%p if kop.lambang %}")
    table = grid(paper, (EMBLEM, width - 2 * EMBLEM, EMBLEM))
    emblem, names, _ = table.rows[0].cells
    emblem.vertical_alignment = names.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    line(emblem, "{{ kop.lambang }}")
    _names(names, scale)
    line(paper, "{%p else %}")
    _names(paper, scale)
    line(paper, "{%p endif %}")
    closing = line(paper, "", size=2, after=8)
    edges = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "thinThickSmallGap"), ("sz", "24"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    edges.append(top)
    element(closing).get_or_add_pPr().insert_element_before(
        edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _names(holder: Document | _Cell, scale: float) -> None:
    line(holder, "{%p if kop.pemerintah %}", align=CENTRE)
    line(holder, "{{ kop.pemerintah|upper }}", size=14 * scale, align=CENTRE)
    line(holder, "{%p endif %}", align=CENTRE)
    line(holder, "{{ kop.nama|upper }}", size=16 * scale, bold=True, align=CENTRE)
    line(holder, "{%p if kop.baris_alamat %}", align=CENTRE)
    line(holder, "{{ kop.baris_alamat }}", size=max(7.5, 9.5 * scale), align=CENTRE, before=2, after=3)
    line(holder, "{%p endif %}", align=CENTRE)


def signature(cell: _Cell, group: str, size: float = 12, *, gap: int = 4) -> None:
    """Heads, room to sign, name, and rank and NIP unless they are empty, as for Plt. and Plh."""
    line(cell, f"{{{{ {group}.jabatan }}}}", size=size, keep=True)
    for _ in range(gap):
        line(cell, "", size=size, keep=True)
    line(cell, f"{{{{ {group}.nama }}}}", size=size, keep=True)
    for name, words in (("pangkat", ""), ("nip", "NIP ")):
        line(cell, f"{{%p if {group}.{name} %}}", size=size, keep=True)
        line(cell, f"{words}{{{{ {group}.{name} }}}}", size=size, keep=True)
        line(cell, "{%p endif %}", size=size)


def closing_block(paper: Document, left: float, right: float, *, beside: str = "", size: float = 11) -> None:
    """Place and date and the signature at the right of the page, together on one page; `beside` stands at its left."""
    line(paper, "", size=8, keep=True)
    free, signed = grid(paper, (left, right)).rows[0].cells
    line(free, beside, size=size)
    line(signed, "{{ tempat }}, {{ tanggal }}", size=size, keep=True)
    signature(signed, "penandatangan", size)


def looped_table(
    paper: Document,
    columns: Sequence[Column],
    items: str,
    cells: Sequence[str],
    *,
    total: Sequence[str] = (),
    size: float = 9.5,
    upright: bool = False,
) -> Table:
    """A heading that repeats, one row for each of `items` (called `baris`), and a row of totals in bold."""
    table = grid(paper, [column.width for column in columns], rows=4 + bool(total), padding=1.5)
    rule(table, upright=upright, size=HAIR if upright else HAIR // 2)
    repeat_heading(table)
    contents: list[Sequence[str]] = [
        [column.heading for column in columns],
        [f"{{%tr for baris in {items} %}}"],
        cells,
        ["{%tr endfor %}"],
        *([total] if total else []),
    ]
    for number, (row, texts) in enumerate(zip(table.rows, contents, strict=True)):
        heads = number in {0, 4}
        for cell, text, column in zip(row.cells, texts, columns, strict=False):
            cell.vertical_alignment = (
                WD_CELL_VERTICAL_ALIGNMENT.BOTTOM if number == 0 else WD_CELL_VERTICAL_ALIGNMENT.TOP
            )
            align = column.align if number else (CENTRE if upright else column.align)
            write(
                cell.paragraphs[0],
                text,
                size=size,
                bold=heads,
                align=align,
                keep=number == 0,
                before=1.5,
                after=1.5,
            )
    return table


def page_numbers(paper: Document, words: str) -> None:
    """At the foot: what the paper is, and `Halaman x dari y`."""
    _numbered(paper.sections[0].footer.paragraphs[0], words, CENTRE)


def continued(paper: Document, words: str) -> None:
    """At the head of the second page and those after it: what the paper is, and `Halaman x dari y`."""
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    _numbered(section.header.paragraphs[0], words, RIGHT)


def _numbered(paragraph: Paragraph, words: str, align: WD_ALIGN_PARAGRAPH) -> None:
    size = 8.5
    write(paragraph, f"{words}  ·  Halaman ", size=size, align=align)
    field(paragraph, "PAGE", size)
    write(paragraph, " dari ", size=size, align=align)
    field(paragraph, "NUMPAGES", size)
