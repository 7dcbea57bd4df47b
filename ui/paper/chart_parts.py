"""What every chart is made of: its values, its tones, and labels whose width is known before they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from ui.paper.fonts import typeface

SIZE = 7.5
TITLE_SIZE = 9
GAP = 3
"""Points between two labels that stand side by side."""
ELLIPSIS = "…"

GREY = Color(0.82, 0.82, 0.82)
TONES = (Color(0.25, 0.25, 0.25), white, Color(0.65, 0.65, 0.65))


@dataclass(frozen=True, slots=True)
class Series:
    """One tone of columns: its name in the legend, a value for each category."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: whole numbers from 0 up, three series at most. `lying`: bars to the right, for names.

    A lying chart is as high as its bars need, whatever `height_mm` says.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    width_mm: float = 158
    height_mm: float = 62
    lying: bool = False


def width_of(text: str) -> float:
    """Points of a label."""
    return stringWidth(text, typeface().plain, SIZE)


def elided(name: str, limit: float) -> str:
    """`name` cut at the end of a word so that it is at most `limit` points wide; a first word too long is cut itself."""
    if width_of(name) <= limit:
        return name
    words = name.split()
    while len(words) > 1 and width_of(" ".join(words) + f" {ELLIPSIS}") > limit:
        words.pop()
    cut = " ".join(words) + f" {ELLIPSIS}"
    if width_of(cut) <= limit or not words:
        return cut
    letters = words[0]
    while len(letters) > 1 and width_of(letters + ELLIPSIS) > limit:
        letters = letters[:-1]
    return letters + ELLIPSIS


def put(drawing: Drawing, x: float, y: float, text: str, anchor: str = "start") -> None:
    """A label on its base line."""
    label = String(x, y, text, fontName=typeface().plain, fontSize=SIZE)
    label.textAnchor = anchor
    drawing.add(label)


def put_title(drawing: Drawing, text: str) -> None:
    """The heading at the top left, no wider than the drawing."""
    face = typeface()
    # A drawing begins with reportlab's Helvetica, which is not embedded, and every page it goes on would name it.
    drawing.initialFontName = face.plain
    while text and stringWidth(text, face.bold, TITLE_SIZE) > drawing.width:
        text = text[:-2].rstrip() + ELLIPSIS if len(text) > 2 else ""
    drawing.add(String(0, drawing.height - TITLE_SIZE, text, fontName=face.bold, fontSize=TITLE_SIZE))
