"""A text that is too long for its room, cut at the end of a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """`text` cut after a whole word where one fits, with an ellipsis."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    words = short.removesuffix("…").rpartition(" ")[0].rstrip(" ,;·-")
    # A cut within the first word is better than nothing at all.
    return f"{words}…" if len(words) > len(short) * 0.6 else short
