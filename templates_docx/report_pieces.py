"""What the drafts of both reports are made of: headings, figures with their meanings, rows of people."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.table import Table

from templates_docx.layout import CENTRE, RIGHT, Column, grid, line, rule, write
from templates_docx.pieces import looped_table

WIDTH = 160.0
SMALL = 9.5
FINE = 8.5

Figures = Sequence[tuple[str, str, str]]
"""Words, placeholder of the figure, placeholder of its meaning."""


def title(paper: Document, words: str, period: str, *more: str) -> None:
    """The heading of a report, and lines below it that may be empty."""
    line(paper, words, bold=True, align=CENTRE, keep=True)
    line(paper, period, align=CENTRE, keep=True)
    for each in more:
        line(paper, f"{{%p if {each.strip('{} ')} %}}")
        line(paper, each, size=11, align=CENTRE, keep=True)
        line(paper, "{%p endif %}")
    line(paper, "", size=4, keep=True)


def meanings(paper: Document, *pairs: tuple[str, str]) -> None:
    """Below a table: what its columns mean, a line each."""
    for words, meaning in pairs:
        line(paper, f"{words}: {{{{ {meaning} }}}}", size=FINE, before=2)


def heading(paper: Document, words: str) -> None:
    """Of a table."""
    line(paper, words, size=11, bold=True, before=10, after=3, keep=True)


def figures_table(paper: Document, figures: Figures, *, bold: set[int] | None = None) -> Table:
    """A figure a row, its meaning beside it; the table stays on one page."""
    table = grid(paper, (56, 24, 80), rows=len(figures), padding=1.5)
    rule(table, upright=False, size=2)
    for number, (row, (words, figure, meaning)) in enumerate(zip(table.rows, figures, strict=True)):
        strong = number in (bold or set())
        keep = number < len(figures) - 1
        name, value, said = row.cells
        write(name.paragraphs[0], words, size=SMALL, bold=strong, keep=keep, before=1.5, after=1.5)
        write(
            value.paragraphs[0],
            f"{{{{ {figure} }}}}",
            size=SMALL,
            bold=strong,
            align=RIGHT,
            keep=keep,
            before=1.5,
        )
        write(said.paragraphs[0], f"{{{{ {meaning} }}}}", size=FINE, keep=keep, before=1.5, after=1.5)
    return table


def by_person(paper: Document, items: str, **figures: Column) -> None:
    """A row a person; the names take the width that is left."""
    columns = (Column(WIDTH - sum(each.width for each in figures.values()), "Nama"), *figures.values())
    looped_table(paper, columns, items, cells("nama", *figures))


def cells(*names: str) -> list[str]:
    """The placeholders of a row: `nama surat` → `{{ baris.nama }}`, `{{ baris.surat }}`."""
    return [f"{{{{ baris.{name} }}}}" for words in names for name in words.split()]
