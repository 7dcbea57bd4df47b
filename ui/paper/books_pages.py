"""The pages of a book: own rows on the canvas, head and sums on every page, the signatures never alone on one.

A page is kept until the next row does not fit on it any more; what is finished is written and forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.units import mm

from correspondence.people import SignatureBlock
from ui.paper.books import Column
from ui.paper.books_heading import (
    RUNNING_HEAD,
    Letterhead,
    draw_letterhead,
    draw_running_head,
    letterhead_height,
)
from ui.paper.books_rows import PADDING, SIDE, Row
from ui.paper.books_signing import Signing, draw_signing, signing_height
from ui.paper.books_table import BookTable
from ui.paper.books_wrapping import pen
from ui.paper.contents import figure
from ui.paper.fonts import typeface
from ui.paper.page_count import draw_page_number, fill_in_total
from ui.paper.sparing_canvas import SparingCanvas

SHEETS = {"a4": (297 * mm, 210 * mm), "f4": (330 * mm, 215 * mm)}
"""Landscape; F4 is the folio of Indonesian offices."""
TOP, RIGHT, BOTTOM, LEFT = 14 * mm, 14 * mm, 12 * mm, 24 * mm
"""The wide margin is where the book is bound."""
FOOT = 12.0
SUMS = 15.0
HAIRLINE = 0.4
_KEPT_TOGETHER = 2
"""Letters, or lines of a tall one, that stand over the signatures when those need a page of their own."""


@dataclass(frozen=True, slots=True)
class BookCover:
    """What stands around the table. `printed` is the small line at the foot; `sheet` a name of SHEETS."""

    title: str
    period: str
    letterhead: Letterhead
    official: SignatureBlock | None
    signer: SignatureBlock | None
    place_and_date: str
    printed: str
    sheet: str = "a4"


@dataclass(slots=True)
class _Sums:
    """Letters and how many of them were cancelled."""

    letters: int = 0
    struck: int = 0

    def add(self, row: Row) -> None:
        self.letters += row.counts
        self.struck += row.counts if row.struck else 0

    def __str__(self) -> str:
        return figure(self.letters) + (f" (batal {figure(self.struck)})" if self.struck else "")


class BookPages:
    """Writes one book to `stream`; `add` its rows, then `close`."""

    def __init__(
        self, stream: BinaryIO, cover: BookCover, columns: tuple[Column, ...], *, size: float
    ) -> None:
        self._cover = cover
        self._width, self._height = SHEETS[cover.sheet]
        self._canvas = SparingCanvas(stream, (self._width, self._height))
        self._canvas.setTitle(f"{cover.title.capitalize()} {cover.period}")
        self._canvas.setAuthor(cover.letterhead.name)
        self.table = BookTable(columns, LEFT, self._width - LEFT - RIGHT, size)
        self._leading = self.table.leading
        self._small = pen(typeface().plain, 7.5)
        self._signing = Signing(cover.official, cover.signer, cover.place_and_date)
        self._rows: list[Row] = []
        self._so_far = _Sums()
        self.pages = 0
        self._room = self._room_of(1)

    def add(self, row: Row) -> None:
        """Places a row: on this page, on the next, or over both when no page could hold it."""
        while True:
            height = row.height(self._leading)
            if height <= self._room:
                self._rows.append(row)
                self._room -= height
                return
            if height <= self._room_of(2) and any(not each.heads for each in self._rows):
                self._turn()
                continue
            fitting = int((self._room - 2 * PADDING) / self._leading)
            if fitting < 1:
                self._turn()
                continue
            first, row = row.split(fitting)
            self._rows.append(first)
            self._turn()

    def close(self) -> None:
        """The signatures, below at least the last lines of the book; then the file is whole."""
        needed = signing_height(self._signing)
        if needed > self._room:
            self._turn(carried=self._last_rows(self._room_of(2) - needed))
        self._draw_page(signing=True)
        fill_in_total(self._canvas, self.pages, self._small)
        self._canvas.save()

    def _room_of(self, page: int) -> float:
        """Points for rows on the first page, or on a later one."""
        above = letterhead_height(self._cover.letterhead) if page == 1 else RUNNING_HEAD
        return self._height - TOP - above - self.table.head - SUMS - FOOT - BOTTOM

    def _last_rows(self, room: float) -> list[Row]:
        """Takes the last two letters (or the last lines of a tall one) off this page, to go with the signatures."""
        carried: list[Row] = []
        while len(carried) < _KEPT_TOGETHER and sum(not each.heads for each in self._rows) > 1:
            room -= self._rows[-1].height(self._leading)
            if room < 0:
                break
            carried.insert(0, self._rows.pop())
        if not carried and self._rows[-1].lines > _KEPT_TOGETHER:
            tall = self._rows.pop()
            first, rest = tall.split(tall.lines - _KEPT_TOGETHER)
            self._rows.append(first)
            carried.append(rest)
        return carried

    def _turn(self, carried: Sequence[Row] = ()) -> None:
        """Writes the page and begins the next. What only heads the next row goes with it."""
        moved = list(carried)
        while self._rows and self._rows[-1].heads:
            moved.insert(0, self._rows.pop())
        self._draw_page(signing=False)
        self._rows = moved
        self._room = self._room_of(2) - sum(each.height(self._leading) for each in moved)

    def _draw_page(self, *, signing: bool) -> None:
        self.pages += 1
        canvas, cover = self._canvas, self._cover
        canvas.setLineWidth(HAIRLINE)
        y = self._height - TOP
        span = (self.table.grid.left, self.table.grid.right)
        said = (cover.title, cover.period)
        if self.pages == 1:
            y = draw_letterhead(canvas, cover.letterhead, said, span, y)
        else:
            y = draw_running_head(canvas, cover.letterhead.name, said, span, y)
        y = self._draw_sums(self.table.draw_rows(canvas, self._rows, self.table.draw_head(canvas, y)))
        if signing:
            draw_signing(canvas, self._signing, span, y)
        self._draw_foot()
        canvas.showPage()

    def _draw_sums(self, top: float) -> float:
        canvas, here = self._canvas, _Sums()
        for row in self._rows:
            here.add(row)
            self._so_far.add(row)
        bottom = top - SUMS
        canvas.rect(self.table.grid.left, bottom, self.table.grid.right - self.table.grid.left, SUMS)
        canvas.setFont(self._small.font, 8)
        line = bottom + 4.6
        canvas.drawString(self.table.grid.left + SIDE, line, f"Jumlah surat pada halaman ini: {here}")
        canvas.drawRightString(
            self.table.grid.right - SIDE, line, f"Jumlah sampai dengan halaman ini: {self._so_far}"
        )
        return bottom

    def _draw_foot(self) -> None:
        canvas, small = self._canvas, self._small
        canvas.setFont(small.font, small.size)
        canvas.drawString(self.table.grid.left, BOTTOM, small.writable(self._cover.printed))
        middle = (self.table.grid.left + self.table.grid.right) / 2
        draw_page_number(canvas, f"halaman {figure(self.pages)} dari", middle, BOTTOM, small)
