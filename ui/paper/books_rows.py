"""Rows of a printed book before they are placed: lines already wrapped, so that a row knows its height."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from ui.paper.books import Column
from ui.paper.books_wrapping import Pen

Cells = tuple[tuple[str, ...], ...]

PADDING = 3.0
"""Points above and below the lines of a row; the same at both sides, and one more, within a cell."""
SIDE = PADDING + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row. With `across` its one cell stands over all columns, in bold when it `heads` what follows.

    `cells` are the lines of each column; of a struck row everything is struck out but the lines of the column with the
    reason from `reason_at` on. `counts` is 1 for a letter, 0 for any other row and for what goes on from the page before.
    """

    cells: Cells = ()
    across: bool = False
    heads: bool = False
    counts: int = 0
    struck: bool = False
    reason_at: int = 0

    @property
    def lines(self) -> int:
        """Of the tallest cell, at least one."""
        return max((len(cell) for cell in self.cells), default=1) or 1

    def height(self, leading: float) -> float:
        return self.lines * leading + 2 * PADDING

    def split(self, lines: int) -> tuple[Self, Self]:
        """The first `lines` lines, and the rest for the next page."""
        first = replace(self, cells=tuple(cell[:lines] for cell in self.cells))
        rest = replace(
            self,
            cells=tuple(cell[lines:] for cell in self.cells),
            counts=0,
            reason_at=max(0, self.reason_at - lines),
        )
        return first, rest


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table from `left`, in points: `edges` are the verticals, one more than there are columns."""

    columns: tuple[Column, ...]
    edges: tuple[float, ...]

    @classmethod
    def over(cls, columns: tuple[Column, ...], left: float, width: float) -> Self:
        whole = sum(each.share for each in columns)
        edges = [left]
        for each in columns:
            edges.append(edges[-1] + width * each.share / whole)
        return cls(columns, tuple(edges))

    def widths(self) -> tuple[float, ...]:
        """What a line of each column may take."""
        return tuple(right - left - 2 * SIDE for left, right in pairwise(self.edges))

    @property
    def left(self) -> float:
        return self.edges[0]

    @property
    def right(self) -> float:
        return self.edges[-1]


def text_row(text: str, grid: Grid, pen: Pen, *, heads: bool = False) -> Row:
    """One text over all columns."""
    lines = pen.lines(text, grid.right - grid.left - 2 * SIDE)
    return Row((lines,), across=True, heads=heads)


def letter_row(texts: tuple[str, ...], reason: str, grid: Grid, pen: Pen, *, struck: bool) -> Row:
    """A letter as a row; `reason` follows in the column that is for it."""
    widths = grid.widths()
    cells = [pen.lines(text, width) for text, width in zip(texts, widths, strict=True)]
    if not struck:
        return Row(tuple(cells), counts=1)
    place = next(number for number, each in enumerate(grid.columns) if each.reason)
    reason_at = len(cells[place])
    cells[place] += pen.lines(reason, widths[place])
    return Row(tuple(cells), counts=1, struck=True, reason_at=reason_at)
