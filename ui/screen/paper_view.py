"""The pages of a paper on the screen, as many as are in sight: a book of a thousand takes the memory of a few."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.screen.report_pages import PdfPages
from ui.screen.theme import Look
from ui.texts import _

ZOOMS = (25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400)
FIT_WIDTH, FIT_PAGE = "width", "page"
"""Kept in words: what is remembered of a desk is JSON."""
_SCREEN_DPI = 96
_POINTS = 72
_GAP = 16
_MOST_PIXELS = 20_000_000
"""Of one page's picture: at 400 % on a fine screen it is painted a little softer instead of eating 500 MB."""
_MOST_KEPT = 40_000_000
"""Pixels of all pictures that are kept, four octets each; two pages are, whatever their size."""


class PaperView(QAbstractScrollArea):
    """`zoomed` when the size changed, `turned` with the number of the page in the middle, from 0."""

    zoomed = Signal()
    turned = Signal(int)

    def __init__(self, look: Look, pages: PdfPages) -> None:
        super().__init__()
        self.setObjectName("paper_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._pages = pages
        self._sizes = [pages.size(number) for number in range(len(pages))]
        self._fit = FIT_WIDTH
        self._percent = 100.0
        self._tops: list[int] = []
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._page = 0
        self.setAccessibleName(_("Kertas, {count} halaman").format(count=len(pages)))
        self.verticalScrollBar().valueChanged.connect(self._say_page)

    @property
    def percent(self) -> int:
        """The size the paper is shown in."""
        return round(self._percent)

    @property
    def fit(self) -> str:
        """FIT_WIDTH, FIT_PAGE, or "" for a size of its own."""
        return self._fit

    @property
    def page(self) -> int:
        """The page in the middle of what is seen, from 0."""
        return self._page

    def set_zoom(self, *, percent: float = 0, fit: str = "") -> None:
        """A size in per cent of the paper's own, or as the window has room."""
        place = self.verticalScrollBar().value() / max(1, self._height)
        self._fit = fit
        if not fit:
            self._percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._lay_out()
        self.verticalScrollBar().setValue(round(place * self._height))
        self.zoomed.emit()

    def zoom_by(self, step: int) -> None:
        """The next size of the row, larger (1) or smaller (-1)."""
        if step > 0:
            wanted = next((each for each in ZOOMS if each > self._percent + 0.5), ZOOMS[-1])
        else:
            wanted = next((each for each in reversed(ZOOMS) if each < self._percent - 0.5), ZOOMS[0])
        self.set_zoom(percent=wanted)

    def go_to(self, number: int) -> None:
        """Brings a page to the top."""
        if self._tops:
            self.verticalScrollBar().setValue(
                self._tops[min(max(number, 0), len(self._tops) - 1)] - self._gap
            )

    # ---------------------------------------------------------------------------------------------- for Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("grey_soft"))
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        number = max(0, bisect_right(self._tops, top) - 1)
        while number < len(self._tops) and self._tops[number] < top + height:
            self._paint_page(painter, number)
            number += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self._fit:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and self._fit == FIT_PAGE:
            self.go_to(self._page + 1)
        elif key == Qt.Key.Key_PageUp and self._fit == FIT_PAGE:
            self.go_to(self._page - 1)
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------ its own

    @property
    def _gap(self) -> int:
        return self._look.px(_GAP)

    @property
    def _height(self) -> int:
        return self._tops[-1] + self._page_size(len(self._tops) - 1)[1] + self._gap if self._tops else 1

    def _page_size(self, number: int) -> tuple[int, int]:
        scale = self._percent / 100 * _SCREEN_DPI / _POINTS
        size = self._sizes[number]
        return max(1, round(size.width() * scale)), max(1, round(size.height() * scale))

    def _lay_out(self) -> None:
        """Where each page begins; the bars follow."""
        room = self.viewport().size()
        if self._fit and self._sizes:
            wide = max(size.width() for size in self._sizes)
            high = max(size.height() for size in self._sizes)
            points = _POINTS / _SCREEN_DPI * 100
            across = (room.width() - 2 * self._gap) / wide * points
            down = (room.height() - 2 * self._gap) / high * points
            self._percent = max(10.0, min(across, down) if self._fit == FIT_PAGE else min(across, 150.0))
        top, self._tops = self._gap, []
        for number in range(len(self._sizes)):
            self._tops.append(top)
            top += self._page_size(number)[1] + self._gap
        widest = max((self._page_size(number)[0] for number in range(len(self._sizes))), default=0)
        for bar, whole, here in (
            (self.verticalScrollBar(), top, room.height()),
            (self.horizontalScrollBar(), widest + 2 * self._gap, room.width()),
        ):
            bar.setPageStep(here)
            bar.setSingleStep(self._look.px(40))
            bar.setRange(0, max(0, whole - here))
        self.viewport().update()
        self._say_page()

    def _paint_page(self, painter: QPainter, number: int) -> None:
        wide, high = self._page_size(number)
        room = self.viewport().width()
        left = max(self._gap, (room - wide) // 2) - self.horizontalScrollBar().value()
        place = QRect(left, self._tops[number] - self.verticalScrollBar().value(), wide, high)
        painter.drawImage(place, self._picture(number))
        painter.setPen(self._look.colour("control"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _picture(self, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        wide, high = self._page_size(number)
        finest = (_MOST_PIXELS / (wide * high)) ** 0.5
        dpi = round(_SCREEN_DPI * self._percent / 100 * min(ratio, finest) * 100)
        key = (number, dpi)
        if key not in self._kept:
            self._kept[key] = self._pages.image(number, dpi / 100)
        self._kept.move_to_end(key)
        while len(self._kept) > 2 and self._pixels() > _MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _pixels(self) -> int:
        return sum(each.width() * each.height() for each in self._kept.values())

    def _say_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(0, bisect_right(self._tops, middle) - 1)
        if page != self._page:
            self._page = page
            self.turned.emit(page)
