"""The pieces of a report set without Word that draw themselves: lines, the letterhead, the signature.

Values come by the names of the Word template's fields (`neraca.awal`, `per_jenis`): both papers say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from ui.paper.books_heading import Letterhead, block_height, draw_block
from ui.paper.books_wrapping import Pen, pen
from ui.paper.contents import Context
from ui.paper.fonts import typeface

LEADING = 1.22
_ABOVE_CLOSING = 14.0


@dataclass(frozen=True, slots=True)
class Values:
    """A paper's fields by name; `a.b` is `b` within `a`."""

    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        """As it is printed. KeyError for a field the paper does not have."""
        value: object = self.fields
        for part in name.split("."):
            value = cast("Context", value)[part]
        return str(value)

    def rows(self, name: str) -> list[Values]:
        return [Values(cast("Context", each)) for each in cast("Sequence[object]", self.fields[name])]


class Words(Flowable):
    """Lines of one cut, wrapped by the font's own widths; `middle` centres them."""

    def __init__(
        self, text: str, size: float, *, bold: bool = False, middle: bool = False, before: float = 0
    ) -> None:
        super().__init__()
        self._text, self._middle, self._before = text, middle, before
        self._pen = cut(size, bold=bold)
        self._lines: tuple[str, ...] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self._lines = self._pen.lines(self._text, width)
        self.height = len(self._lines) * self._pen.size * LEADING + self._before
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFont(self._pen.font, self._pen.size)
        y = self.height - self._before - self._pen.size
        for line in self._lines:
            if self._middle:
                canvas.drawCentredString(self.width / 2, y, line)
            else:
                canvas.drawString(0, y, line)
            y -= self._pen.size * LEADING


class Head(Flowable):
    """The office's letterhead with its rule."""

    def __init__(self, head: Letterhead) -> None:
        super().__init__()
        self._head = head

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, block_height(self._head)
        return width, self.height

    def draw(self) -> None:
        draw_block(self.canv, self._head, (0, self.width), self.height)


class Closing(Flowable):
    """Place and date, who signs and room to sign, at the right of the page; a chart may stand at the left."""

    def __init__(self, values: Values, lines: int, size: float, share: float, beside: Drawing | None) -> None:
        """`lines` to sign on; `share`: the signature's part of the width."""
        super().__init__()
        self._values, self._room, self._share, self._beside = values, lines, share, beside
        self._pen = cut(size)
        self._lines: list[str] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        room, said = width * self._share, self._values.text
        above = [f"{said('tempat')}, {said('tanggal')}", said("penandatangan.jabatan")]
        nip = said("penandatangan.nip")
        below = [said("penandatangan.nama"), said("penandatangan.pangkat"), f"NIP {nip}" if nip else ""]
        self._lines = [line for text in above for line in self._pen.lines(text, room)]
        self._lines += [""] * self._room
        self._lines += [line for text in below for line in self._pen.lines(text, room)]
        high = self._beside.height if self._beside else 0
        self.height = max(len(self._lines) * self._pen.size * LEADING, high) + _ABOVE_CLOSING
        return width, self.height

    def draw(self) -> None:
        canvas, y = self.canv, self.height - _ABOVE_CLOSING
        if self._beside is not None:
            self._beside.drawOn(canvas, 0, y - self._beside.height)
        canvas.setFont(self._pen.font, self._pen.size)
        for line in self._lines:
            y -= self._pen.size * LEADING
            canvas.drawString(self.width * (1 - self._share), y + 2, line)


def cut(size: float, *, bold: bool = False) -> Pen:
    """The pen of one size."""
    face = typeface()
    return pen(face.bold if bold else face.plain, round(size, 2))
