"""A dialog that throws no typing away unasked: Esc, Batal and the window's cross ask once, if something was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QPlainTextEdit

from ui.screen.plain import question
from ui.texts import _


class AskingDialog(QDialog):
    """What Warkat fills in by itself is no typing, whenever it comes."""

    _chosen = False

    @property
    def touched(self) -> bool:
        """Whether a hand typed, ticked or chose anything."""
        typed = any(each.isModified() for each in self.findChildren(QLineEdit))
        written = any(each.document().isModified() for each in self.findChildren(QPlainTextEdit))
        return self._chosen or typed or written or any(map(_ticked, self.findChildren(QListWidget)))

    def reject(self) -> None:
        """Closes; asks first when something would be lost."""
        if not self.touched or not self.isVisible():
            super().reject()
            return
        text = _("Yang sudah diketik di sini belum disimpan.")
        box = question(self, _("Buang ketikan?"), text, _("Buang"), _("Lanjutkan mengetik"))
        box.accepted.connect(self.leave)
        box.open()

    def leave(self) -> None:
        """Closes without asking."""
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        for each in self.findChildren(QComboBox):
            each.activated.connect(self._note_choice)

    def _note_choice(self, _row: int) -> None:
        self._chosen = True


def _ticked(each: QListWidget) -> bool:
    rows = (each.item(row) for row in range(each.count()))
    return any(item.checkState() is Qt.CheckState.Checked for item in rows)
