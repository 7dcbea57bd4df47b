"""Paints a line of a list: two texts above each other, a chip for the state. Cut at the end of words, never in one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.screen.eliding import elided
from ui.screen.letters_model import CELL
from ui.screen.line_texts import Cell
from ui.screen.theme import SECONDARY, TEXT, Look

__all__ = ["LettersDelegate", "elided"]

Index = QModelIndex | QPersistentModelIndex
ROW = 44
_TONES = {"red": "red_text", "amber": "amber_text", "muted": "muted", "green": "green_text"}


class LettersDelegate(QStyledItemDelegate):
    """One per view. Fonts and metrics are made once for a theme, not once for a cell."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._prepare()
        look.changed.connect(self._prepare)

    @property
    def row_height(self) -> int:
        """44 in the drawing; more when the reader's text needs it."""
        lines = self._upper.height() + self._lower.height()
        return max(self._look.px(ROW), lines + self._look.px(8))

    def text_width(self, text: str) -> int:
        """What a column needs to show `text` whole."""
        return self._upper.horizontalAdvance(text) + 2 * self._pad + 1

    def chip_width(self, text: str) -> int:
        """What a column needs to show a chip whole."""
        inner = self._look.px(10)
        return self._lower.horizontalAdvance(text) + 2 * inner + 2 * self._pad + 1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.px(64), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if cell is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, self._look.colour("accent_soft"))
            if self._look.tokens.accent_soft == self._look.tokens.paper:
                # In high contrast the ground of a chosen row is the ground of every row: lines tell it apart.
                thick = self._look.px(2)
                accent = self._look.colour("accent")
                painter.fillRect(option.rect.adjusted(0, 0, 0, thick - option.rect.height()), accent)
                painter.fillRect(option.rect.adjusted(0, option.rect.height() - thick, 0, 0), accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._look.colour("hover"))
        room = QRectF(option.rect).adjusted(self._pad, 0, -self._pad, 0)
        if cell.kind == "chip":
            self._paint_chip(painter, room, cell, on_chosen=chosen)
        elif cell.second or cell.mark:
            self._paint_two(painter, room, cell)
        else:
            self._paint_one(painter, room, cell, right=cell.kind == "number")
        painter.restore()

    def _prepare(self) -> None:
        self._pad = self._look.px(8)
        self._font = self._look.font(TEXT)
        self._strong = self._look.font(TEXT, strong=True)
        self._small = self._look.font(SECONDARY)
        self._upper = QFontMetrics(self._font)
        self._lower = QFontMetrics(self._small)

    def _ink(self, cell: Cell) -> QColor:
        return self._look.colour(_TONES.get(cell.tone, "ink"))

    def _write(
        self, painter: QPainter, room: QRectF, text: str, *, font: QFont, colour: QColor, flags: int
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        painter.drawText(
            room, flags | int(Qt.TextFlag.TextSingleLine), elided(text, metrics, int(room.width()))
        )

    def _paint_one(self, painter: QPainter, room: QRectF, cell: Cell, *, right: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        font = self._strong if cell.tone == "red" else self._font
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        self._write(painter, room, cell.text, font=font, colour=self._ink(cell), flags=flags)

    def _paint_two(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        height = self._upper.height() + self._lower.height()
        top = room.top() + (room.height() - height) / 2
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        upper = QRectF(room.left(), top, room.width(), self._upper.height())
        font = self._strong if cell.tone == "red" else self._font
        self._write(painter, upper, cell.text, font=font, colour=self._ink(cell), flags=left)
        self._paint_lower(
            painter, QRectF(room.left(), upper.bottom(), room.width(), self._lower.height()), cell
        )

    def _paint_lower(self, painter: QPainter, lower: QRectF, cell: Cell) -> None:
        """The smaller text, its mark in amber before it."""
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if cell.mark:
            amber = self._look.colour("amber_text")
            self._write(painter, lower, cell.mark, font=self._small, colour=amber, flags=left)
            lower.setLeft(lower.left() + self._lower.horizontalAdvance(cell.mark) + self._pad)
        if lower.width() > self._pad * 3:
            muted = self._look.colour("muted")
            self._write(painter, lower, cell.second, font=self._small, colour=muted, flags=left)

    def _paint_chip(self, painter: QPainter, room: QRectF, cell: Cell, *, on_chosen: bool) -> None:
        tone = cell.tone or "grey"
        inner = self._look.px(10)
        text = elided(cell.text, self._lower, int(room.width()) - 2 * inner)
        height = self._lower.height() + self._look.px(4)
        width = self._lower.horizontalAdvance(text) + 2 * inner
        chip = QRectF(room.left(), room.center().y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "paper" if on_chosen and tone == "blue" else _chip_ground(tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        colour = self._look.colour("accent_text" if tone == "blue" else f"{tone}_text")
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        word = chip.adjusted(inner, 0, 0, 0)
        self._write(painter, word, text, font=self._small, colour=colour, flags=middle)


def _chip_ground(tone: str) -> str:
    return "accent_soft" if tone == "blue" else f"{tone}_soft"
