"""The window's own icons: SVG lines in the colour of the text beside them, sharp at every scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "icons"


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as `size` logical pixels on a screen of `ratio` device pixels each."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    lines = _source(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(lines.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


EVERY_SCREEN = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, colour: QColor, size: int = 20, ratios: Sequence[float] = EVERY_SCREEN) -> QIcon:
    """The icon at `size` logical pixels, for screens of one, one and a half, two and three device pixels each.

    Pixmaps and not an icon engine of our own: Qt clones and deletes those behind Python's back.
    """
    answer = QIcon()
    for ratio in ratios:
        answer.addPixmap(pixmap(name, colour, size, ratio))
    return answer
