"""Cells of the tables of figures and of the office's own lists: room at both sides, cut at the end of words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.screen.letters_delegate import elided
from ui.screen.theme import TEXT, Look

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class CellDelegate(QStyledItemDelegate):
    """One line a cell. `by_cell` draws a ring around the current cell: where each figure can be chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, by_cell: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._by_cell = by_cell

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._font(index))
        width = metrics.horizontalAdvance(str(index.data() or ""))
        return QSize(width + 2 * self._look.px(8) + 1, metrics.height() + self._look.px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.colour("accent_soft"))
        if self._by_cell and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        pad = self._look.px(8)
        room = QRectF(option.rect).adjusted(pad, 0, -pad, 0)
        colour = index.data(_ROLE.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else self._look.colour("ink"))
        painter.setFont(self._font(index))
        text = elided(str(index.data() or ""), painter.fontMetrics(), int(room.width()) + 1)
        side = index.data(_ROLE.TextAlignmentRole)
        flags = (
            side if isinstance(side, int) else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        )
        painter.drawText(room, flags | int(Qt.TextFlag.TextSingleLine), text)
        painter.restore()

    def _font(self, index: Index) -> QFont:
        font = index.data(_ROLE.FontRole)
        return font if isinstance(font, QFont) else self._look.font(TEXT)
