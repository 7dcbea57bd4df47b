"""What reports set without Word are made of: headings, tables whose head repeats, what figures mean.

Texts are wrapped by our own pens: what somebody typed is never read as markup, and nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table, TableStyle

from ui.paper.books_wrapping import Pen
from ui.paper.charts import Chart, draw
from ui.paper.page_setting import ReportSheet
from ui.paper.report_flowables import LEADING, Values, Words, cut

SMALL, FINE, CLOSE = 9.5, 8.5, 8.0
"""Points: usual tables, what figures mean, tables of many columns."""
_HAIR = 0.4
_SIDE, _ABOVE = 3.0, 1.8
"""Points beside and above what stands in a cell."""
_LEAST_HEAD = 0.8
_KEPT_WHOLE = 6
"""Rows up to which a table stays on one page with its heading."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a part of the width, its heading, its field in a row; figures stand at the right."""

    share: float
    heading: str = ""
    field: str = ""
    right: bool = False


def figures_of(*columns: tuple[float, str, str]) -> tuple[Column, ...]:
    """Columns of figures."""
    return tuple(Column(share, heading, field, right=True) for share, heading, field in columns)


class Block(KeepTogether):
    """Pieces on one page."""

    def __init__(self, pieces: list[Flowable]) -> None:
        super().__init__(pieces)
        self.pieces = pieces


def closed(story: list[Flowable], closing: Sequence[Flowable]) -> list[Flowable]:
    """The story and its close, which never stands alone on a page: the last block goes with it, or the lines below a
    long table.
    """
    rest, last = list(story), list[Flowable]()
    if rest and isinstance(rest[-1], Block):
        last = rest.pop().pieces
    else:
        while rest and isinstance(rest[-1], Words):
            last.insert(0, rest.pop())
    return [*rest, Block([*last, *closing])]


class ReportPieces:
    """The pieces of one report. Points: `width`, and `most` that one row of a table may be high; `scale` of the letters."""

    def __init__(self, values: Values, sheet: ReportSheet) -> None:
        self.values, self.width, self.scale = values, sheet.text_width, sheet.scale
        self.most = sheet.text_height / 4

    def heading(self, words: str) -> Flowable:
        """Of a table."""
        return self.words(words, 11, bold=True, before=11)

    def words(
        self, text: str, size: float, *, bold: bool = False, middle: bool = False, before: float = 2
    ) -> Flowable:
        return Words(text, size * self.scale, bold=bold, middle=middle, before=before)

    def meanings(self, *pairs: tuple[str, str]) -> list[Flowable]:
        """Below a table: what its columns mean, a line each."""
        return [self.words(f"{words}: {self.values.text(field)}", FINE) for words, field in pairs]

    def figures(self, figures: Sequence[tuple[str, str, str]], strong: frozenset[int] = frozenset()) -> Table:
        """A figure a row, its meaning small beside it."""
        columns = (Column(56), Column(24, right=True), Column(80))
        rows = [(words, self.values.text(field), self.values.text(means)) for words, field, means in figures]
        return self._table(columns, rows, SMALL, heads=0, strong=strong, fine=2)

    def table(
        self, items: str, columns: Sequence[Column], *, total: Sequence[str] = (), size: float = SMALL
    ) -> Table:
        """A row for each of `items` below a head that repeats; `total` in bold below them."""
        rows = [tuple(each.heading for each in columns)]
        rows += [
            tuple(row.text(each.field) if each.field else "" for each in columns)
            for row in self.values.rows(items)
        ]
        last = frozenset({len(rows)}) if total else frozenset()
        rows += [tuple(total)] if total else []
        return self._table(columns, rows, size, heads=1, strong=frozenset({0}) | last)

    def chart(self, chart: Chart) -> list[Flowable]:
        """Drawn as it is, as wide as the text."""
        return [Spacer(0, 10), draw(replace(chart, width_mm=self.width / mm))]

    def block(self, *pieces: Flowable | Sequence[Flowable], items: str = "") -> list[Flowable]:
        """What belongs together, on one page. Where the table has many `items` it begins where it stands and goes on with
        its head repeated, but never a heading alone at a page's end.
        """
        every = [each for piece in pieces for each in (piece if isinstance(piece, Sequence) else (piece,))]
        if items and len(self.values.rows(items)) > _KEPT_WHOLE:
            return [CondPageBreak(40 * mm * self.scale), *every]
        return [Block(every)]

    def _table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        size: float,
        *,
        heads: int,
        strong: frozenset[int] = frozenset(),
        fine: int | None = None,
    ) -> Table:
        """`heads`: rows of the head. `strong`: rows in bold. `fine`: the column in small letters."""
        side, size = _SIDE * self.scale, size * self.scale
        whole = sum(each.share for each in columns)
        widths = [self.width * each.share / whole for each in columns]
        rooms = [width - 2 * side for width in widths]
        usual, bold, small = cut(size), cut(size, bold=True), cut(min(FINE * self.scale, size))
        head = cut(size * _fitting(rows[:heads], rooms, bold), bold=True)
        cells: list[list[str]] = []
        style = _ruled(usual, side)
        for number, row in enumerate(rows):
            pens = [head if number < heads else bold if number in strong else usual] * len(columns)
            if fine is not None:
                pens[fine] = small
            first = len(cells)
            wrapped = [each.lines(text, room) for each, text, room in zip(pens, row, rooms, strict=True)]
            cells += _parted(wrapped, int(self.most / (usual.size * LEADING)))
            style.append(("LINEABOVE", (0, first), (-1, first), _HAIR, black))
            if number in strong or number < heads:
                style.append(("FONT", (0, first), (-1, len(cells) - 1), pens[0].font, pens[0].size))
        style += [("ALIGN", (n, 0), (n, -1), "RIGHT") for n, column in enumerate(columns) if column.right]
        if heads:
            style.append(("VALIGN", (0, 0), (-1, heads - 1), "BOTTOM"))
        if fine is not None:
            style.append(("FONT", (fine, 0), (fine, -1), small.font, small.size))
        return Table(
            cells,
            colWidths=widths,
            repeatRows=heads,
            style=TableStyle(style),
            spaceBefore=3,
            spaceAfter=2,
        )


def _fitting(heads: Sequence[Sequence[str]], rooms: Sequence[float], bold: Pen) -> float:
    """How much smaller headings must be so that no word of theirs is broken; within limits."""
    needed = [
        room / bold.width(word)
        for row in heads
        for text, room in zip(row, rooms, strict=True)
        for word in text.split()
    ]
    return max(_LEAST_HEAD, min([1.0, *needed]) * 0.99)


def _parted(lines: Sequence[Sequence[str]], most: int) -> list[list[str]]:
    """A row's cells, in several rows without a rule between them where it is higher than `most` lines."""
    high = max(map(len, lines))
    return [
        ["\n".join(cell[at : at + most]) for cell in lines] for at in range(0, max(high, 1), max(most, 1))
    ]


def _ruled(usual: Pen, side: float) -> list[tuple[Any, ...]]:
    every = ((0, 0), (-1, -1))
    return [
        ("FONT", *every, usual.font, usual.size),
        ("LEADING", *every, usual.size * LEADING),
        ("VALIGN", *every, "TOP"),
        ("LINEBELOW", (0, -1), (-1, -1), _HAIR, black),
        # The last row, often the sums, never stands alone under a repeated head.
        ("NOSPLIT", (0, -2), (-1, -1)),
        ("LEFTPADDING", *every, side),
        ("RIGHTPADDING", *every, side),
        ("TOPPADDING", *every, _ABOVE),
        ("BOTTOMPADDING", *every, _ABOVE + 1),
    ]
