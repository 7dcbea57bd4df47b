"""Line edits that ask the register while somebody types: senders met before, classification codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from correspondence.office import Office
from correspondence.services import looking_up
from ui.screen.desk import Desk
from ui.texts import _

_PAUSE = 160
_VALUE = int(Qt.ItemDataRole.UserRole)
_MORE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`shown` in the list, `value` put into the field, `more` what comes with it (an address, a label)."""

    shown: str
    value: str
    more: str = ""


Fetch = Callable[[Office, str], Sequence[Suggestion]]


class SuggestingEdit(QLineEdit):
    """The newest answer only is shown, and only to what still stands in the field. `picked` carries the suggestion."""

    picked = Signal(object)

    def __init__(self, desk: Desk, fetch: Fetch, *, least: int = 1, only_is_meant: bool = False) -> None:
        super().__init__()
        # A word stands for its only code; a sender's name is what was typed, whoever was met before.
        self._only_is_meant = only_is_meant
        self._desk = desk
        self._fetch = fetch
        self._least = least
        self._rows = QStandardItemModel(self)
        self._popup = QCompleter(self._rows, self)
        self._popup.setWidget(self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(9)
        self._list = QListView()
        self._list.setProperty("look", "popup")
        self._popup.setPopup(self._list)
        # PySide's stubs do not know that a signal with two signatures is indexed.
        self._popup.activated[QModelIndex].connect(self._pick)  # type: ignore[index]
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._typing.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._ask()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Leaving with the list open takes the suggestion one stands on, or the only one there is."""
        if self._list.isVisible():
            # A list that got the focus stands on its first row: chosen is what was gone to.
            chosen = self._list.selectedIndexes()
            if not chosen and self._only_is_meant and self._rows.rowCount() == 1:
                chosen = [self._rows.index(0, 0)]
            self._list.hide()
            if chosen:
                self._pick(chosen[0])

    def event(self, event: QEvent) -> bool:
        # A Tab never reaches keyPressEvent: the focus moves first.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._leaving(event)
        return super().event(event)

    def _leaving(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab:
            self.settle()

    def _ask(self) -> None:
        typed = self.text().strip()
        if len(typed) < self._least:
            self._list.hide()
            return
        fetch = self._fetch
        self._desk.ask(lambda office: fetch(office, typed), self._show, owner=self, replaces="suggest")

    def _show(self, found: Sequence[Suggestion]) -> None:
        self._rows.clear()
        typed = self.text().strip()
        for each in found:
            item = QStandardItem(each.shown)
            item.setData(each.value, _VALUE)
            item.setData(each.more, _MORE)
            self._rows.appendRow(item)
        only_itself = len(found) == 1 and found[0].value.casefold() == typed.casefold()
        if only_itself:
            self.picked.emit(found[0])
        if not found or only_itself or not self.hasFocus():
            self._list.hide()
            return
        self._popup.complete()

    def _pick(self, index: QModelIndex) -> None:
        self._typing.stop()
        suggestion = Suggestion(str(index.data()), str(index.data(_VALUE)), str(index.data(_MORE)))
        self.setText(suggestion.value)
        self.picked.emit(suggestion)


def _correspondents(office: Office, typed: str) -> Sequence[Suggestion]:
    found = looking_up.suggestions(office, beginning=typed)
    return [Suggestion(each.name, each.name, each.address) for each in found]


def _codes(office: Office, typed: str) -> Sequence[Suggestion]:
    found = looking_up.codes(office, words=typed, limit=30)
    return [Suggestion(f"{each.code}   {each.label}", each.code, each.label) for each in found]


def correspondent_edit(desk: Desk) -> SuggestingEdit:
    """For a sender or an addressee."""
    edit = SuggestingEdit(desk, _correspondents)
    edit.setMaxLength(400)
    return edit


def code_edit(desk: Desk) -> SuggestingEdit:
    """For a classification code, found by code or by word."""
    edit = SuggestingEdit(desk, _codes, only_is_meant=True)
    edit.setMaxLength(100)
    edit.setPlaceholderText(_("kode atau kata, mis. 400.9 atau bantuan"))
    return edit
