"""A page as the settings would have it, small and at once: letterhead, margins, the room to sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.screen.theme import Look
from ui.texts import _

SHEETS: Mapping[str, tuple[float, float]] = {
    "a4": (210, 297),
    "f4": (215, 330),
    "a5": (148, 210),
    "half_folio": (165, 215),
}
"""Width and height in millimetres."""
_PER_POINT = 25.4 / 72
_EMBLEM = 24.0
_LINE = 5.0
_WIDEST = 330.0
_INK, _GUIDE, _LINES = QColor("#1a1a1a"), QColor("#9db7e0"), QColor("#d5d5d5")
# Paper is white on every screen.
_PAPER = QColor("#ffffff")


class PageSketch(QWidget):
    """`texts` are the settings as typed, kept or not. What cannot be read yet is drawn as if it were not there."""

    def __init__(self, look: Look, texts: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self.setObjectName("page_sketch")
        self.setAccessibleName(_("Contoh halaman"))
        self._look = look
        self._texts = texts
        self._emblem = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_emblem(self, content: bytes) -> None:
        """The picture of the letterhead; nothing for none."""
        self._emblem = QPixmap()
        if content:
            self._emblem.loadFromData(content)
        self.update()

    @property
    def has_emblem(self) -> bool:
        return not self._emblem.isNull()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(270), round(self._look.px(270) * _WIDEST / 215))

    def paintEvent(self, _event: QPaintEvent) -> None:
        texts = self._texts()
        wide, high = SHEETS.get(texts.get("paper", ""), SHEETS["a4"])
        scale = (self.width() - 2) / 215
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        painter.scale(scale, scale)
        painter.setPen(QPen(self._look.colour("control"), 0.4))
        painter.setBrush(_PAPER)
        painter.drawRect(QRectF(0, 0, wide, high))
        top, bottom = _millimetres(texts, "margin_top"), _millimetres(texts, "margin_bottom")
        left, right = _millimetres(texts, "margin_left"), _millimetres(texts, "margin_right")
        inside = QRectF(left, top, wide - left - right, high - top - bottom)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_GUIDE, 0.3, Qt.PenStyle.DashLine))
        painter.drawRect(inside)
        below = self._draw_head(painter, inside, texts)
        signed = self._draw_signature(painter, inside, texts)
        painter.setPen(QPen(_LINES, 1.4))
        row = below + 2 * _LINE
        while row < signed - _LINE:
            painter.drawLine(
                inside.topLeft() + _at(0, row - top), inside.topLeft() + _at(inside.width(), row - top)
            )
            row += _LINE + 1

    def _draw_head(self, painter: QPainter, inside: QRectF, texts: Mapping[str, str]) -> float:
        """The letterhead; answers where it ends."""
        painter.setPen(_INK)
        names = inside.adjusted(_EMBLEM, 0, -_EMBLEM, 0)
        row = inside.top()
        lines = (
            (texts.get("parent", "").upper(), 14, False),
            (texts.get("name", "").upper(), 16, True),
            (
                " ".join(each for each in (texts.get("address", ""), texts.get("postcode", "")) if each),
                9.5,
                False,
            ),
        )
        for text, points, bold in lines:
            if text:
                row += _write(painter, QRectF(names.left(), row, names.width(), 30), text, points, bold=bold)
        if self.has_emblem:
            room = QRectF(inside.left(), inside.top(), 19, 22)
            size = self._emblem.size().scaled(190, 220, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(
                QRectF(room.left(), room.top(), size.width() / 10, size.height() / 10),
                self._emblem,
                QRectF(self._emblem.rect()),
            )
            row = max(row, room.bottom())
        row += 2
        painter.setPen(QPen(_INK, 1.0))
        painter.drawLine(
            inside.topLeft() + _at(0, row - inside.top()), inside.topRight() + _at(0, row - inside.top())
        )
        return row

    def _draw_signature(self, painter: QPainter, inside: QRectF, texts: Mapping[str, str]) -> float:
        """Position, room to sign, name, in the right half at the foot; answers where it begins."""
        room = int(texts["signature_lines"]) if texts.get("signature_lines", "").isdecimal() else 4
        tall = (min(room, 9) + 4) * _LINE
        block = QRectF(inside.left() + inside.width() / 2, inside.bottom() - tall, inside.width() / 2, tall)
        painter.setPen(_INK)
        texts_and_rows = (
            (_("{place}, 17 November 2026").format(place=texts.get("place", "") or "…"), 0.0),
            (_("Jabatan penanda tangan,"), 1.0),
            (_("Nama penanda tangan"), 2.0 + room),
            ("NIP …", 3.0 + room),
        )
        for text, number in texts_and_rows:
            place = QRectF(block.left(), block.top() + number * _LINE, block.width(), _LINE * 1.5)
            _write(painter, place, text, 11, centre=False)
        return block.top()


def _write(
    painter: QPainter, place: QRectF, text: str, points: float, *, bold: bool = False, centre: bool = True
) -> float:
    """Text in millimetres of the page; answers its height. Arial as on paper, or what stands in for it."""
    font = QFont("Arial")
    # The painter's unit is a millimetre; fonts want whole pixels, so they are drawn ten times as large.
    font.setPixelSize(max(1, round(points * _PER_POINT * 10)))
    font.setBold(bold)
    painter.save()
    painter.scale(0.1, 0.1)
    painter.setFont(font)
    wide = QRectF(place.left() * 10, place.top() * 10, place.width() * 10, place.height() * 10)
    across = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
    flags = int(across | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    taken = painter.boundingRect(wide, flags, text)
    painter.drawText(wide, flags, text)
    painter.restore()
    return taken.height() / 10


def _millimetres(texts: Mapping[str, str], name: str) -> float:
    text = texts.get(name, "")
    return float(min(int(text), 60)) if text.isdecimal() else 20.0


def _at(x: float, y: float) -> QPointF:
    return QPointF(x, y)
