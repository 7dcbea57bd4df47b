"""Bars to the right: a row for each name, so that names of any length stand beside what they did."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import black
from reportlab.lib.units import mm

from ui.paper.chart_parts import GAP, SIZE, TITLE_SIZE, TONES, Chart, elided, put, put_title, width_of
from ui.paper.contents import figure

ROW = SIZE + 5
"""Points from one bar to the next."""
_NAMES = 0.38
"""The part of the width that names may take."""


def draw_bars(chart: Chart) -> Drawing:
    """The first series as bars, the largest as long as there is room, each with its value behind it."""
    rows = list(zip(chart.categories, chart.series[0].values if chart.series else (), strict=False))
    head = TITLE_SIZE + 2 * GAP
    drawing = Drawing(chart.width_mm * mm, head + max(1, len(rows)) * ROW + GAP)
    put_title(drawing, chart.title)
    names = [elided(name, drawing.width * _NAMES) for name, _value in rows]
    left = max((width_of(name) for name in names), default=0) + 2 * GAP
    largest = max((value for _name, value in rows), default=0)
    values = max((width_of(figure(value)) for _name, value in rows), default=0)
    room = drawing.width - left - values - 2 * GAP
    for number, (name, (_whole, value)) in enumerate(zip(names, rows, strict=True)):
        y = drawing.height - head - (number + 1) * ROW + 4
        put(drawing, left - 2 * GAP, y, name, "end")
        long = room * value / largest if largest else 0
        if value:
            drawing.add(
                Rect(left, y - 1.5, long, SIZE, fillColor=TONES[0], strokeColor=black, strokeWidth=0.4)
            )
        put(drawing, left + long + GAP, y, figure(value))
    if rows:
        drawing.add(Line(left, GAP, left, drawing.height - head, strokeColor=black, strokeWidth=0.5))
    return drawing
