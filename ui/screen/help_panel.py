"""F1: what this page is for, and its keys. Beside the work, not over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.screen.plain import plain_label, push_button, rule
from ui.screen.theme import Look
from ui.texts import _

Keys = Sequence[tuple[str, str]]


def window_keys() -> Keys:
    """The keys that work on every page."""
    return (
        ("Ctrl+1 … 8", _("buka halaman")),
        ("Ctrl+N", _("catat surat masuk")),
        ("Ctrl+Shift+N", _("buat surat keluar")),
        ("F5", _("baca ulang")),
        ("F1", _("buka atau tutup bantuan ini")),
    )


class HelpPanel(QFrame):
    """Filled anew for each page."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_panel")
        self._look = look
        self.setFixedWidth(look.px(300))
        self._title = plain_label("", "heading", wrap=True)
        self._purpose = plain_label("", wrap=True)
        self._keys = QWidget()
        close = push_button(_("Tutup"), "quiet", keys="F1")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Bantuan"), "section"))
        head.addStretch()
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        edge = look.px(20)
        self._column.setContentsMargins(edge, look.px(12), edge, edge)
        self._column.setSpacing(look.px(8))
        self._column.addLayout(head)
        for widget in (self._title, self._purpose, rule(), self._keys):
            self._column.addWidget(widget)
        self._column.addStretch()
        self.hide()

    def show_page(self, title: str, purpose: str, keys: Keys) -> None:
        """What the page is for, then its own keys, then those of every page."""
        self._title.setText(title)
        self._purpose.setText(purpose)
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.px(12))
        grid.setVerticalSpacing(self._look.px(6))
        grid.setColumnStretch(1, 1)
        for row, (key, word) in enumerate((*keys, *window_keys())):
            grid.addWidget(plain_label(key, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label(word, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
        self._column.replaceWidget(self._keys, fresh)
        self._keys.deleteLater()
        self._keys = fresh

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
