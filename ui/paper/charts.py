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
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, black, white
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from ui.paper.contents import figure
from ui.paper.fonts import typeface

SIZE = 7.5
TITLE_SIZE = 9
GAP = 3
"""Points between two labels that stand side by side."""
INCH = 72

_GREY = Color(0.82, 0.82, 0.82)
_TONES = (Color(0.25, 0.25, 0.25), white, Color(0.65, 0.65, 0.65))


@dataclass(frozen=True, slots=True)
class Series:
    """One tone of columns: its name in the legend, a value for each category."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: whole numbers from 0 up, three series at most."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    width_mm: float = 158
    height_mm: float = 62


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
    face = typeface()
    drawing = Drawing(chart.width_mm * mm, chart.height_mm * mm)
    marks = axis_marks(max((value for each in chart.series for value in each.values), default=0))
    margin = max(stringWidth(figure(mark), face.plain, SIZE) for mark in marks) + 2 * GAP
    legend = SIZE + 2 * GAP if len(chart.series) > 1 else 0
    plot = _Plot(
        left=margin,
        bottom=SIZE + 2 * GAP,
        width=drawing.width - margin - GAP,
        height=drawing.height - (SIZE + 2 * GAP) - TITLE_SIZE - SIZE - 2 * GAP - legend,
        top=marks[-1],
    )
    drawing.add(String(0, drawing.height - TITLE_SIZE, chart.title, fontName=face.bold, fontSize=TITLE_SIZE))
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


def elided(name: str, limit: float) -> str:
    """`name` cut at the end of a word so that it is at most `limit` points wide; a first word stays, however long."""
    face = typeface()
    words = name.split()
    if stringWidth(name, face.plain, SIZE) <= limit:
        return name
    while len(words) > 1 and stringWidth(" ".join(words) + " …", face.plain, SIZE) > limit:
        words.pop()
    return " ".join(words) + " …"


def _legend(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    if len(chart.series) < 2:
        return
    face = typeface()
    x, y = plot.left, plot.bottom + plot.height + SIZE + 2 * GAP
    for series, tone in zip(chart.series, _TONES, strict=False):
        drawing.add(Rect(x, y, SIZE, SIZE - 1, fillColor=tone, strokeColor=black, strokeWidth=0.5))
        drawing.add(String(x + SIZE + GAP, y, series.name, fontName=face.plain, fontSize=SIZE))
        x += SIZE + GAP + stringWidth(series.name, face.plain, SIZE) + 4 * GAP


def _axis(drawing: Drawing, plot: _Plot, marks: Sequence[int]) -> None:
    face = typeface()
    for mark in marks:
        y = plot.y(mark)
        stroke = black if mark == 0 else _GREY
        drawing.add(Line(plot.left, y, plot.left + plot.width, y, strokeColor=stroke, strokeWidth=0.5))
        label = String(plot.left - GAP, y - SIZE / 3, figure(mark), fontName=face.plain, fontSize=SIZE)
        label.textAnchor = "end"
        drawing.add(label)


def _columns(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    """Columns of all series side by side; their values above them where all of them fit."""
    face = typeface()
    slot = plot.width / max(1, len(chart.categories))
    wide = slot * 0.8 / max(1, len(chart.series))
    labels = [figure(value) for each in chart.series for value in each.values if value]
    fits = all(stringWidth(label, face.plain, SIZE) + 1 <= wide for label in labels)
    for order, (series, tone) in enumerate(zip(chart.series, _TONES, strict=False)):
        for place, value in enumerate(series.values):
            if not value:
                continue
            x = plot.left + slot * (place + 0.1) + wide * order
            high = plot.y(value) - plot.bottom
            drawing.add(Rect(x, plot.bottom, wide, high, fillColor=tone, strokeColor=black, strokeWidth=0.4))
            if fits:
                label = String(
                    x + wide / 2, plot.y(value) + 2, figure(value), fontName=face.plain, fontSize=SIZE
                )
                label.textAnchor = "middle"
                drawing.add(label)


def _category_labels(drawing: Drawing, chart: Chart, plot: _Plot) -> None:
    face = typeface()
    slot = plot.width / max(1, len(chart.categories))
    names = [elided(name, max(slot, plot.width / 7)) for name in chart.categories]
    widths = [stringWidth(name, face.plain, SIZE) for name in names]
    for place in shown_labels(widths, slot):
        half = widths[place] / 2
        middle = min(max(plot.left + slot * (place + 0.5), half), drawing.width - half)
        label = String(middle, plot.bottom - SIZE - GAP, names[place], fontName=face.plain, fontSize=SIZE)
        label.textAnchor = "middle"
        drawing.add(label)
