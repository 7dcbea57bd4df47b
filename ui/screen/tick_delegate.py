"""Paints a list of letters whose rows can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.screen.letters_delegate import Index, LettersDelegate
from ui.screen.letters_ticks import TICKED


class TickDelegate(LettersDelegate):
    """As in the other lists, with a box to tick."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        ticked = index.data(TICKED)
        if ticked is None:
            return
        look = self._look
        side = look.px(16)
        middle = QRectF(option.rect).center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        on = ticked is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent" if on else "muted"), 1))
        painter.setBrush(look.colour("accent" if on else "paper"))
        painter.drawRoundedRect(box, look.px(3), look.px(3))
        if on:
            painter.setPen(QPen(look.colour("accent_ink"), max(1.5, look.px(2))))
            points = [(0.24, 0.52), (0.43, 0.70), (0.77, 0.31)]
            painter.drawPolyline([QPointF(box.left() + x * side, box.top() + y * side) for x, y in points])
        painter.restore()
