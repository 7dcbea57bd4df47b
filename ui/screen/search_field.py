"""The search of a page of letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.screen.icons import icon
from ui.screen.theme import Look
from ui.texts import _


class SearchField(QLineEdit):
    """Esc empties it, Down and Enter go into the list. `entered` carries what stood there at Enter: a hand scanner types
    a reference and presses it.
    """

    entered = Signal(str)

    def __init__(self, look: Look, hint: str, view: QWidget) -> None:
        super().__init__()
        self._look = look
        self._view = view
        self.setObjectName("search")
        self.setAccessibleName(_("Cari surat"))
        self.setPlaceholderText(f"{hint}   Ctrl+F")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(look.px(150))
        self.setMaximumWidth(look.px(360))
        self._glass = self.addAction(self._icon(), QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(lambda: self._glass.setIcon(self._icon()))

    def take_typed(self, text: str) -> None:
        """What was typed at the list goes on here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            if event.key() != Qt.Key.Key_Down and self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _icon(self) -> QIcon:
        return icon("search", self._look.colour("muted"), self._look.px(16))
