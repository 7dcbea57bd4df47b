"""A list of the office's own things: rows of texts, its buttons above it, and what to do when there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.screen.chips import FlowLayout
from ui.screen.plain import plain_label, plain_tooltip, push_button
from ui.screen.report_delegate import CellDelegate
from ui.screen.row_keys import goes_to_an_end
from ui.screen.theme import Look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is the thing itself; `texts` one per column; a `faded` row is out of use."""

    key: object
    texts: tuple[str, ...]
    faded: bool = False


class RowsModel(QAbstractTableModel):
    """Formats nothing and fetches nothing."""

    def __init__(self, headings: Sequence[str], look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._look = look
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        row = self._rows[index.row()]
        text = row.texts[index.column()]
        match role:
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                return text
            case _ROLE.ToolTipRole:
                return plain_tooltip(text)
            case _ROLE.ForegroundRole if row.faded:
                return self._look.colour("muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._headings[section] if role == _ROLE.DisplayRole else None


class RowsView(QTableView):
    """Enter or a double click opens a row; Delete asks to take it out."""

    opened = Signal()
    removal_asked = Signal()

    def __init__(self, model: RowsModel, look: Look, *, wide: int) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(look, self))
        self.verticalHeader().setDefaultSectionSize(look.px(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(look.px(48))
        for column in range(model.columnCount()):
            fits = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column == wide else fits)
        # A list of 5,301 codes is measured by its first rows, not by all of them.
        header.setResizeContentsPrecision(200)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif not goes_to_an_end(self, event):
            super().keyPressEvent(event)


class ListCard(QWidget):
    """The list with its buttons. `chosen` is sent when another row becomes the current one."""

    chosen = Signal()

    def __init__(
        self, look: Look, name: str, title: str, headings: Sequence[str], *, empty: str, wide: int = 0
    ) -> None:
        super().__init__()
        self._model = RowsModel(headings, look, self)
        self.view = RowsView(self._model, look, wide=wide)
        self.view.setObjectName(name)
        self.view.setAccessibleName(title)
        self._count = plain_label("", "muted")
        self._count.setObjectName(f"{name}_count")
        self._empty = plain_label(empty, "muted", wrap=True)
        self._empty.setObjectName(f"{name}_empty")
        self._empty.setContentsMargins(*[look.px(16)] * 4)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QWidget()
        self._buttons = FlowLayout(look.px(8), buttons)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        card = QFrame()
        card.setProperty("look", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, look.px(4), 1, look.px(4))
        inner.addWidget(self._empty, 1)
        inner.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(buttons)
        layout.addWidget(card, 1)
        layout.addWidget(self._count)
        self._needing: list[QPushButton] = []
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._on_row())
        self._model.modelReset.connect(self._on_row)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    @property
    def current(self) -> Row | None:
        """The row one stands on."""
        index = self.view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def add_button(
        self, word: str, name: str, action: Callable[[], object], *, look: str = "", for_row: bool = False
    ) -> QPushButton:
        """A button above the list; `for_row` ones sleep until a row is chosen."""
        button = push_button(word, look, name=name)
        button.clicked.connect(lambda _down=False: action())
        self._buttons.addWidget(button)
        if for_row:
            self._needing.append(button)
            button.setEnabled(False)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """A field or a choice beside the buttons."""
        self._buttons.addWidget(widget)

    def show_rows(self, rows: Sequence[Row], count: str = "") -> None:
        """New rows; the one somebody stood on stays chosen when it is still there."""
        kept = self.current.texts[0] if self.current else None
        self._model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._count.setText(count)
        self._count.setVisible(bool(count))
        again = next((number for number, row in enumerate(rows) if row.texts[0] == kept), None)
        if again is not None:
            self.view.selectRow(again)
        self._on_row()

    def say_empty(self, text: str) -> None:
        """Another sentence for the empty list: nothing found is not nothing there."""
        self._empty.setText(text)

    def stand_on(self, first_text: str) -> None:
        """Makes the row that begins with this text the current one."""
        for number, row in enumerate(self.rows):
            if row.texts[0] == first_text:
                self.view.selectRow(number)

    def _on_row(self) -> None:
        for button in self._needing:
            button.setEnabled(self.current is not None)
        self.chosen.emit()
