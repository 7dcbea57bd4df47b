"""A short list to choose from, by mouse, by arrows, or by typing what an entry begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView


def _is_tab(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.KeyPress
        and event.key() == Qt.Key.Key_Tab
    )


class _TypedLine(QLineEdit):
    """The line of a choice one types into; Tab stays in it while `settle` says that more is to be typed."""

    def __init__(self, settle: Callable[[], bool]) -> None:
        super().__init__()
        self.setFrame(False)  # the choice has one
        self._settle = settle

    def event(self, event: QEvent) -> bool:
        if _is_tab(event) and not self._settle():
            event.accept()
            return True
        return super().event(event)


class Choice(QComboBox):
    """The wheel scrolls the form and not the choice. `search` lets it be typed into."""

    def __init__(self, entries: Iterable[tuple[str, object]], *, search: bool = False) -> None:
        super().__init__()
        for word, value in entries:
            self.addItem(word, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if search:
            self.setEditable(True)
            self.setLineEdit(_TypedLine(self.settle))
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(self.model(), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            popup = QListView()
            popup.setProperty("look", "popup")
            completer.setPopup(popup)
            self.setCompleter(completer)

    def value(self) -> object:
        """What stands behind the chosen word; None behind the empty one."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Chooses by value; nothing when there is no such entry."""
        for row in range(self.count()):
            if self.itemData(row) == value:
                self.setCurrentIndex(row)
                break
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # a long name is read from its beginning

    def typed(self) -> str:
        """The word in the field, chosen or typed."""
        return self.currentText().strip()

    def settle(self) -> bool:
        """Takes the one entry that what was typed can mean, or the one gone to in the list.

        False when several can be meant: their list is open then and stands on the first, which the next Tab takes.
        """
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if completer is None or popup is None:
            return True
        # A list that got the focus stands on its first row: gone to is what is selected.
        chosen = popup.selectionModel().selectedIndexes() if popup.isVisible() else []
        meant = [self.findText(str(chosen[0].data()))] if chosen else self._meant()
        if len(meant) > 1:
            completer.setCompletionPrefix(self.typed())
            completer.complete()
            popup.setCurrentIndex(popup.model().index(0, 0))
            return False
        popup.hide()
        if meant:
            self._take(meant[0])
        return True

    def event(self, event: QEvent) -> bool:
        # While the list is open Qt hands the key to the choice itself and not to its line.
        if _is_tab(event) and self.isEditable() and not self.settle():
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _meant(self) -> list[int]:
        """The rows that are, else begin with, else hold what was typed."""
        typed = self.typed().casefold()
        words = [self.itemText(row).strip().casefold() for row in range(self.count())]
        exact = [row for row, word in enumerate(words) if word == typed]
        if exact or not typed:
            return exact[:1]
        begins = [row for row, word in enumerate(words) if word.startswith(typed)]
        return begins or [row for row, word in enumerate(words) if typed in word]

    def _take(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(row)
            self.setEditText(self.itemText(row))
