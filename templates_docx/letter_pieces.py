"""What the letters an office writes itself share: number lines, addressee, body, signature, copies, table of initials."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from templates_docx.layout import CENTRE, LEFT, RIGHT, Column, grid, joined, line, repeat_heading, rule, write
from templates_docx.pieces import continued, letterhead, signature

WIDTH = 160.0
INDENT = 12.5
"""Millimetres by which a paragraph's first line stands in."""
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY

Rows = Sequence[tuple[str, str]]
"""Words and value."""


def begin(paper: Document, what: str) -> None:
    """Letterhead, and on later pages whose they are."""
    continued(paper, f"{what} Nomor {{{{ surat.nomor }}}}")
    letterhead(paper, WIDTH)


def place_and_day(paper: Document) -> None:
    line(paper, "{{ surat.tempat }}, {{ surat.tanggal }}", align=RIGHT, after=8)


def title(paper: Document, words: str, *, about: bool = False) -> None:
    """The letter's name and number in the middle; `about` adds TENTANG and the subject."""
    line(paper, words, bold=True, align=CENTRE, keep=True)
    line(paper, "NOMOR {{ surat.nomor }}", align=CENTRE, after=8, keep=True)
    if about:
        line(paper, "TENTANG", align=CENTRE, after=4, keep=True)
        line(paper, "{{ surat.tentang|upper }}", bold=True, align=CENTRE, after=8, keep=True)


def labelled(
    paper: Document, rows: Rows, *, label: float = 24, indent: float = 0, keep: bool = False
) -> None:
    """`Words : value`, the values under each other. A row whose words begin with `?name ` stands only with that field."""
    widths = (indent, label, 4, WIDTH - indent - label - 4) if indent else (label, 4, WIDTH - label - 4)
    conditions = [words.startswith("?") for words, _ in rows]
    table = grid(paper, widths, rows=len(rows) + 2 * sum(conditions))
    place = 0
    for words, value in rows:
        if words.startswith("?"):
            name, _, words = words[1:].partition(" ")
            write(table.rows[place].cells[0].paragraphs[0], f"{{%tr if {name} %}}")
            write(table.rows[place + 2].cells[0].paragraphs[0], "{%tr endif %}")
            place += 1
            step = 2
        else:
            step = 1
        cells = table.rows[place].cells[1 if indent else 0 :]
        for cell, text in zip(cells, (words, ":", value), strict=True):
            write(cell.paragraphs[0], text, before=1, keep=keep)
        place += step


def to(paper: Document, *, before: float = 0) -> None:
    """`Yth.` and the name, whose further lines stand below its first word."""
    form = line(paper, "Yth. {{ tujuan.nama }}", before=before).paragraph_format
    form.left_indent, form.first_line_indent = Mm(9), Mm(-9)


def addressee(paper: Document) -> None:
    to(paper, before=10)
    line(paper, "{%p if tujuan.alamat %}")
    line(paper, "di {{ tujuan.alamat }}").paragraph_format.left_indent = Mm(9)
    line(paper, "{%p endif %}")
    line(paper, "", size=8)


def paragraph(paper: Document, text: str, *, keep: bool = False, first: float = INDENT) -> Paragraph:
    """One paragraph of a letter's body."""
    made = line(paper, text, align=JUSTIFIED, after=6, keep=keep)
    made.paragraph_format.first_line_indent = Mm(first) if first else None
    made.paragraph_format.line_spacing = Pt(17)
    made.paragraph_format.keep_together = None
    return made


def long_text(paper: Document, name: str, *, optional: bool = False) -> None:
    """Every paragraph of a long text of the letter's own form."""
    if optional:
        line(paper, f"{{%p if isian.{name} %}}")
    line(paper, f"{{%p for alinea in isian.{name}|alinea %}}")
    paragraph(paper, "{{ alinea }}")
    line(paper, "{%p endfor %}")
    if optional:
        line(paper, "{%p endif %}")


def people(paper: Document, name: str, instead: str) -> None:
    """A table of people, a line of the field each: `nama | NIP | pangkat | jabatan`; `instead` where it is empty."""
    columns = (
        Column(11, "No.", CENTRE),
        Column(50, "Nama"),
        Column(47, "NIP"),
        Column(52, "Pangkat / Jabatan"),
    )
    table = grid(paper, [each.width for each in columns], rows=4, padding=1.5)
    rule(table, upright=True)
    repeat_heading(table)
    contents = (
        [each.heading for each in columns],
        [f"{{%tr for baris in isian.{name}|default({instead})|baris %}}"],
        ["{{ loop.index }}.", "{{ baris[0] }}", "{{ baris[1] }}", "{{ baris[2] }}"],
        ["{%tr endfor %}"],
    )
    for number, (row, texts) in enumerate(zip(table.rows, contents, strict=True)):
        for cell, text, column in zip(row.cells, texts, columns, strict=False):
            align = column.align if number else CENTRE
            write(cell.paragraphs[0], text, size=11, align=align, bold=number == 0, before=1.5, after=1.5)
    line(table.rows[2].cells[3], "{%p if baris[3] %}")
    line(table.rows[2].cells[3], "{{ baris[3] }}", size=11, after=1.5)
    line(table.rows[2].cells[3], "{%p endif %}")
    line(paper, "", size=6)


def signed(paper: Document, *, beside: str = "", decided: bool = False, dated: bool = False) -> None:
    """The signature block at the right, what stands beside it, the copies, and the initials while it is a draft."""
    line(paper, "", size=8, keep=True)
    free, block = grid(paper, (82, WIDTH - 82)).rows[0].cells
    if dated:
        line(block, "{{ surat.tempat }}, {{ surat.tanggal }}", keep=True)
    if beside:
        write(free.add_paragraph() if dated else free.paragraphs[0], beside, keep=True)
        for _ in range(4):
            line(free, "", keep=True)
        line(free, "{{ isian.nama }}", keep=True)
    if decided:
        line(block, "Ditetapkan di {{ surat.tempat }}", keep=True)
        line(block, "pada tanggal {{ surat.tanggal }}", keep=True, after=4)
    signature(block, "penandatangan", 12)
    _copies(paper)
    _initials(paper)
    line(paper, "{%p if surat.elektronik %}")
    line(paper, "{{ surat.elektronik }}", size=8, before=12)
    line(paper, "{%p endif %}")


def _copies(paper: Document) -> None:
    line(paper, "{%p if tembusan %}")
    line(paper, "Tembusan:", size=11, before=12, keep=True)
    line(paper, "{%p for nama in tembusan %}")
    line(paper, "{{ loop.index }}. {{ nama }}", size=11).paragraph_format.left_indent = Mm(5)
    line(paper, "{%p endfor %}")
    line(paper, "{%p endif %}")


def _initials(paper: Document) -> None:
    """Paraf Koordinasi | Paraf Hierarki, each Jabatan and Paraf: on the draft that goes round, not on the numbered letter."""
    line(paper, "{%p if paraf %}")
    line(paper, "", size=8, keep=True)
    widths = (42, 22, 42, 22)
    table = grid(paper, widths, rows=5, padding=1.2)
    rule(table, upright=True)
    for start, words in ((0, "Paraf Koordinasi"), (2, "Paraf Hierarki")):
        head = joined(table.rows[0], start, start + 1)
        write(head.paragraphs[0], words, size=9, align=CENTRE, before=2, after=2, keep=True)
    contents = (
        ("Jabatan", "Paraf", "Jabatan", "Paraf"),
        ("{%tr for baris in paraf %}", "", "", ""),
        ("{{ baris.koordinasi }}", "", "{{ baris.hierarki }}", ""),
        ("{%tr endfor %}", "", "", ""),
    )
    for number, (row, texts) in enumerate(zip(table.rows[1:], contents, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            align = LEFT if number else CENTRE
            write(cell.paragraphs[0], text, size=9, align=align, before=2, after=2, keep=number < 3)
    line(paper, "{%p endif %}")
