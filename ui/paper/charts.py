"""One chart function for paper, screen and PDF: grouped columns, legible in black and white.

Drawn with plain shapes instead of reportlab's chart classes: whether a label is printed is decided by its measured
width, so labels cannot collide. Series differ by tone and outline, not by colour.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import black
from reportlab.lib.units import mm

from ui.paper.chart_bars import draw_bars
from ui.paper.chart_parts import (
    GAP,
    GREY,
    SIZE,
    TITLE_SIZE,
    TONES,
    Chart,
    Series,
    elided,
    put,
    put_title,
    width_of,
)
from ui.paper.contents import figure

__all__ = ["Chart", "Series", "axis_marks", "draw", "elided", "png", "shown_labels"]

INCH = 72
WIDEST = 34
"""Points: a single day is a column, not a wall."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """The area of the columns in points, and the value at its top."""

    left: float
    bottom: float
    width: float
    height: float
    top: int

    def y(self, value: float) -> float:
        return self.bottom + self.height * value / self.top


def draw(chart: Chart) -> Drawing:
    """The chart as a reportlab Drawing, which goes into a PDF as it is."""
    if chart.lying:
        return draw_bars(chart)
    drawing = Drawing(chart.width_mm * mm, chart.height_mm * mm)
    marks = axis_marks(max((value for each in chart.series for value in each.values), default=0))
    margin = max(width_of(figure(mark)) for mark in marks) + 2 * GAP
    legend = SIZE + 2 * GAP if len(chart.series) > 1 else 0
    plot = _Plot(
        left=margin,
        bottom=SIZE + 2 * GAP,
        width=drawing.width - margin - GAP,
        height=drawing.height - (SIZE + 2 * GAP) - TITLE_SIZE - SIZE - 2 * GAP - legend,
        top=marks[-1],
    )
    put_title(drawing, chart.title)
    _legend(drawing, chart, plot)
    _axis(drawing, plot, marks)
    _columns(drawing, chart, plot)
    _category_labels(drawing, chart, plot)
    return drawing


def png(chart: Chart, *, dpi: int = 200) -> bytes:
    """The chart as PNG, for Word and the screen: drawn as PDF, painted by pdfium."""
    document = pypdfium2.PdfDocument(renderPDF.drawToString(draw(chart)))
    try:
        picture = document[0].render(scale=dpi / INCH).to_pil().convert("L")
    finally:
        document.close()
    painted = io.BytesIO()
    picture.save(painted, "PNG", dpi=(dpi, dpi), optimize=True)
    return painted.getvalue()


def axis_marks(largest: int, wanted: int = 4) -> tuple[int, ...]:
    """Whole marks from 0 to `largest` or just above, in steps of 1, 2 or 5 times a power of ten."""
    step, scale = 1, 1
    while step * wanted < largest:
        ahead = {1: 2, 2: 5, 5: 10}
        step = ahead[step // scale] * scale
        if step == 10 * scale:
            scale = step
    return tuple(step * number for number in range(max(1, -(-largest // step)) + 1))


def shown_labels(widths: Sequence[float], slot: float) -> range:
    """Which of the labels, each in the middle of a slot, are printed so that none touches the next: every n-th.

    Labels wider than their slot are moved inwards at both ends of the axis, which takes half a label more.
    """
    widest = max(widths, default=0)
    needed = widest + GAP if widest <= slot else 1.5 * widest + GAP
    return range(0, len(widths), max(1, int(-(-needed // slot))))


def _legend(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    if len(chart.series) < 2:
        return
    x, y = plot.left, plot.bottom + plot.height + SIZE + 2 * GAP
    room = plot.width / len(chart.series) - SIZE - 5 * GAP
    for series, tone in zip(chart.series, TONES, strict=False):
        name = elided(series.name, room)
        drawing.add(Rect(x, y, SIZE, SIZE - 1, fillColor=tone, strokeColor=black, strokeWidth=0.5))
        put(drawing, x + SIZE + GAP, y, name)
        x += SIZE + GAP + width_of(name) + 4 * GAP


def _axis(drawing: Drawing, plot: _Plot, marks: Sequence[int]) -> None:
    for mark in marks:
        y = plot.y(mark)
        stroke = black if mark == 0 else GREY
        drawing.add(Line(plot.left, y, plot.left + plot.width, y, strokeColor=stroke, strokeWidth=0.5))
        put(drawing, plot.left - GAP, y - SIZE / 3, figure(mark), "end")


def _columns(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    """Columns of all series side by side; their values above them where all of them fit."""
    slot = plot.width / max(1, len(chart.categories))
    wide = min(slot * 0.8 / max(1, len(chart.series)), WIDEST)
    begin = (slot - wide * len(chart.series)) / 2
    labels = [figure(value) for each in chart.series for value in each.values if value]
    fits = all(width_of(label) + 1 <= wide for label in labels)
    for order, (series, tone) in enumerate(zip(chart.series, TONES, strict=False)):
        for place, value in enumerate(series.values):
            if not value:
                continue
            x = plot.left + slot * place + begin + wide * order
            high = plot.y(value) - plot.bottom
            drawing.add(Rect(x, plot.bottom, wide, high, fillColor=tone, strokeColor=black, strokeWidth=0.4))
            if fits:
                put(drawing, x + wide / 2, plot.y(value) + 2, figure(value), "middle")


def _category_labels(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    slot = plot.width / max(1, len(chart.categories))
    names = [elided(name, max(slot - GAP, plot.width / 7)) for name in chart.categories]
    widths = [width_of(name) for name in names]
    for place in shown_labels(widths, slot):
        half = widths[place] / 2
        middle = min(max(plot.left + slot * (place + 0.5), half), drawing.width - half)
        put(drawing, middle, plot.bottom - SIZE - GAP, names[place], "middle")
