"""The table of a book's page: headings over every page, rows of wrapped lines, strokes through what was cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ui.paper.books import Column
from ui.paper.books_rows import PADDING, SIDE, Grid, Row
from ui.paper.books_wrapping import pen
from ui.paper.fonts import typeface

NUMBERED = 10.0
"""Height of the line with the columns' numbers."""
NUMBERS = 6.5


class BookTable:
    """Draws on any canvas; knows how high things are. `size` of the letters in points."""

    def __init__(self, columns: tuple[Column, ...], left: float, width: float, size: float) -> None:
        self.grid = Grid.over(columns, left, width)
        self.pen = pen(typeface().plain, size)
        self.leading = round(size * 1.22, 1)
        self._bold = pen(typeface().bold, size)
        self._headings = [
            self._bold.lines(each.heading, room)
            for each, room in zip(columns, self.grid.widths(), strict=True)
        ]
        self.head = max(map(len, self._headings)) * self.leading + 2 * PADDING + NUMBERED

    def draw_head(self, canvas: Any, top: float) -> float:
        """Headings and their numbers, from `top` down; the y below them."""
        edges = self.grid.edges
        bottom = top - self.head
        lined = bottom + NUMBERED
        canvas.setFont(self._bold.font, self._bold.size)
        middles = [(left + right) / 2 for left, right in pairwise(edges)]
        for middle, lines in zip(middles, self._headings, strict=True):
            free = top - lined - len(lines) * self.leading
            y = top - free / 2 - self._bold.size
            for line in lines:
                canvas.drawCentredString(middle, y, line)
                y -= self.leading
        canvas.setFont(self.pen.font, NUMBERS)
        for number, middle in enumerate(middles, start=1):
            canvas.drawCentredString(middle, bottom + 2.8, str(number))
        canvas.lines(
            [(self.grid.left, y, self.grid.right, y) for y in (top, lined, bottom)]
            + [(x, top, x, bottom) for x in edges]
        )
        return bottom

    def draw_rows(self, canvas: Any, rows: Sequence[Row], top: float) -> float:
        """The rows from `top` down; the y below the last."""
        text = canvas.beginText()
        text.setFont(self.pen.font, self.pen.size)
        ruled: list[tuple[float, float, float, float]] = []
        y = top
        for row in rows:
            bottom = y - row.height(self.leading)
            first = y - PADDING - self.pen.size * 0.92
            if row.across:
                self._write_across(text, row, first)
                ruled += [(x, y, x, bottom) for x in (self.grid.left, self.grid.right)]
            else:
                self._write_cells(text, row, first, ruled)
                ruled += [(x, y, x, bottom) for x in self.grid.edges]
            ruled.append((self.grid.left, bottom, self.grid.right, bottom))
            y = bottom
        canvas.drawText(text)
        if ruled:
            canvas.lines(ruled)
        return y

    def _write_across(self, text: Any, row: Row, y: float) -> None:
        style = self._bold if row.heads else self.pen
        text.setFont(style.font, style.size)
        for line in row.cells[0]:
            text.setTextOrigin((self.grid.left + self.grid.right - style.width(line)) / 2, y)
            text.textOut(line)
            y -= self.leading
        text.setFont(self.pen.font, self.pen.size)

    def _write_cells(
        self, text: Any, row: Row, first: float, ruled: list[tuple[float, float, float, float]]
    ) -> None:
        origin, write = text.setTextOrigin, text.textOut
        edges, columns, measure = self.grid.edges, self.grid.columns, self.pen.width
        strike = self.pen.size * 0.3
        for place, lines in enumerate(row.cells):
            column, y = columns[place], first
            left, right = edges[place], edges[place + 1]
            for number, line in enumerate(lines):
                x = (left + right - measure(line)) / 2 if column.middle else left + SIDE
                origin(x, y)
                write(line)
                if row.struck and not (column.reason and number >= row.reason_at):
                    ruled.append((x, y + strike, x + measure(line), y + strike))
                y -= self.leading
