"""A list and the letter beside it; where the window is narrow for its text, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.screen.theme import Look

_LIST, _DETAIL = 820, 296
_BOTH = 860
"""Pixels of the drawing below which a list with its columns and a letter do not stand side by side."""


class Beside(QSplitter):
    """The list takes what a wider window brings. Narrow, Enter opens the letter and Esc goes back to the list."""

    def __init__(self, look: Look, listing: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._listing = listing
        self._detail = detail
        self._narrow = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look.px(12))
        self.addWidget(listing)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([look.px(_LIST), look.px(_DETAIL)])

    def open_detail(self) -> None:
        """Brings the letter into sight."""
        if self._narrow:
            self._listing.hide()
            self._detail.show()

    def open_list(self) -> None:
        """Brings the list into sight."""
        if self._narrow:
            self._detail.hide()
            self._listing.show()
            self._listing.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._narrow and self._detail.isVisible():
            self.open_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_BOTH)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._listing.setVisible(True)
        self._detail.setVisible(not narrow)
