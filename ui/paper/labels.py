"""Labels for the letters themselves: a QR that hand scanners read, and the same reference for people.

The QR holds nothing but the reference (`M-2026-12`): a hand scanner types it into the search field like a keyboard, so
it means the same to every program and says nothing about the letter to a stranger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm

from correspondence.errors import Refused
from ui.paper.books_wrapping import Pen, pen
from ui.paper.fonts import typeface
from ui.paper.label_sheets import LAYOUTS, USUAL, Layout, layout_called
from ui.paper.sparing_canvas import SparingCanvas

__all__ = ["LAYOUTS", "USUAL", "Label", "Layout", "layout_called", "modules_of", "write_labels"]

QUIET = 4
"""Modules of white around a QR [ISO/IEC 18004]."""
SMALLEST = 5.5
TINIEST = 4.5
"""Points: what a number is set in at the last, rather than cut."""
OFFICE, LINE = 8.6, 8.4
"""Points from line to line."""
PADDING = 1.6
"""Millimetres between a label's edge and what stands on it: cutters and printers are not exact."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on one: `lines` below the reference, the first the most important, as many as there is room for.

    `number`, the letter's own, follows the first and is never cut: half a number is another letter's.
    """

    reference: str
    office: str
    lines: tuple[str, ...]
    number: str = ""


def write_labels(stream: BinaryIO, labels: Sequence[Label], layout: Layout, *, start: int = 1) -> int:
    """Writes the labels from the place `start` (from 1: the sheet may be begun) on and says how many sheets they take.

    Refused `label_start_unknown` when the sheet has no such place.
    """
    if not 1 <= start <= layout.places:
        raise Refused("label_start_unknown", "start", {"start": start, "places": layout.places})
    width, height = (side * mm for side in layout.sheet)
    canvas = SparingCanvas(stream, (width, height))
    canvas.setTitle("Label surat")
    sheets = 1
    place = start - 1
    for label in labels:
        if place == layout.places:
            canvas.showPage()
            sheets, place = sheets + 1, 0
        left, top = layout.corner(place)
        _draw(canvas, label, layout, left * mm, height - top * mm)
        place += 1
    canvas.showPage()
    canvas.save()
    return sheets


def modules_of(reference: str) -> list[list[bool]]:
    """The QR of a reference, True for black, without its white border."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(reference)
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


def _draw(canvas: Any, label: Label, layout: Layout, left: float, top: float) -> None:
    width, height = layout.label[0] * mm, layout.label[1] * mm
    pad = PADDING * mm
    # The white border belongs to the square; on narrow labels the words keep more than half of the width.
    side = min(height - 2 * pad, width * 0.46)
    _draw_qr(canvas, label.reference, left + pad, top - (height - side) / 2, side)
    begin = left + pad + side + 1.0 * mm
    _draw_words(canvas, label, (begin, top - pad), (left + width - pad - begin, height - 2 * pad))


def _draw_qr(canvas: Any, reference: str, left: float, top: float, side: float) -> None:
    modules = modules_of(reference)
    module = side / (len(modules) + 2 * QUIET)
    path = canvas.beginPath()
    for row, dark in enumerate(modules):
        y = top - (QUIET + row + 1) * module
        column = 0
        while column < len(dark):
            run = column
            while run < len(dark) and dark[run]:
                run += 1
            if run > column:
                # One bar for neighbours: between single squares some printers leave a white seam.
                path.rect(left + (QUIET + column) * module, y, (run - column) * module, module)
            column = run + 1
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_words(canvas: Any, label: Label, at: tuple[float, float], room: tuple[float, float]) -> None:
    (left, top), (width, height) = at, room
    fonts = typeface()
    small = pen(fonts.plain, 7.0)
    big = _fitting(fonts.bold, label.reference, width, largest=15.0)
    office = _office_lines(label.office, width)
    most = int((height - big.size * 1.25 - len(office) * OFFICE) // LINE)
    number, style = _whole(label.number, width, most)
    words = _words(label.lines, small, width, most - len(number))
    # A number that follows nothing stands first; the day is one line.
    below = [(small, line) for line in words]
    below[1:1] = [(style, line) for line in number]
    used = len(office) * OFFICE + big.size * 1.25 + len(below) * LINE
    y = top - (height - used) / 2
    for named, line in office:
        y -= OFFICE
        _write(canvas, named, left, y + 1.6, line)
    y -= big.size * 1.25
    _write(canvas, big, left, y + big.size * 0.28, label.reference)
    for kind, line in below:
        y -= LINE
        _write(canvas, kind, left, y + 1.6, line)


def _office_lines(text: str, width: float) -> list[tuple[Pen, str]]:
    """The office's name, set smaller when it is long, then on two lines; shortened at a word when that does not help."""
    style = _fitting(typeface().plain, text, width, largest=7.0)
    lines = style.lines(text, width)
    if len(lines) > 2:
        lines = (lines[0], _shortened(lines[1], style, width))
    return [(style, line) for line in lines]


def _whole(text: str, width: float, room: int) -> tuple[list[str], Pen]:
    """The text on as many lines as it takes, set smaller until they are as few as there is room for."""
    size = 7.0
    style = pen(typeface().plain, size)
    while size > TINIEST and len(style.lines(text, width)) > max(room - 1, 1):
        size -= 0.5
        style = pen(typeface().plain, size)
    return (list(style.lines(text, width)) if text else []), style


def _words(texts: Sequence[str], style: Pen, width: float, room: int) -> list[str]:
    """As many lines as there is room for; the last one says by `…` that more is in the register."""
    lines: list[str] = []
    for text in texts:
        # A label is no book: of each text two lines are enough to know the letter again.
        own = list(style.lines(text, width))
        lines += own if len(own) <= 2 else [own[0], _shortened(own[1], style, width)]
    if len(lines) > room:
        lines = lines[: max(room, 1)]
        # Alone the day stands whole: half a day is no day.
        if len(lines) > 1:
            lines[-1] = _shortened(lines[-1], style, width)
    return lines


def _shortened(line: str, style: Pen, width: float) -> str:
    """Words taken off until `…` has room; letters, where there is only one word."""
    kept = line
    while kept and style.width(f"{kept} …") > width:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return f"{kept} …"


def _fitting(font: str, text: str, width: float, *, largest: float) -> Pen:
    """The largest size, in half points and not below what can be read, in which the whole text fits."""
    size = largest
    while size > SMALLEST and pen(font, size).width(text) > width:
        size -= 0.5
    return pen(font, size)


def _write(canvas: Any, style: Pen, x: float, y: float, text: str) -> None:
    canvas.setFont(style.font, style.size)
    canvas.drawString(x, y, text)
