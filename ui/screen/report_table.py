"""Tables of figures: every figure says what it means, and asks for its letters when it is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.screen.plain import plain_tooltip
from ui.screen.report_delegate import CellDelegate
from ui.screen.report_figures import Cell, FigureTable
from ui.screen.theme import TEXT, Look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NAMES, _SUBJECTS = 320, 180
_NOTHING = FigureTable("", "", (), (), ())


class FiguresModel(QAbstractTableModel):
    """Rows of one FigureTable; `explain` gives the definition of a meaning, "" for none."""

    def __init__(self, look: Look, explain: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._explain = explain
        self._table = _NOTHING

    @property
    def table(self) -> FigureTable:
        return self._table

    def set_table(self, table: FigureTable) -> None:
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def cell_at(self, index: Index) -> Cell | None:
        """The figure at `index`, None outside the table."""
        return self._table.rows[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        cell = self.cell_at(index)
        if cell is None:
            return None
        match role:
            case _ROLE.DisplayRole:
                return cell.text
            case _ROLE.TextAlignmentRole:
                return _RIGHT if index.column() and not self._table.words else _LEFT
            case _ROLE.ToolTipRole:
                return plain_tooltip(self._explain(cell.meaning) if cell.meaning else cell.text)
            case _ROLE.AccessibleTextRole:
                return f"{cell.name}: {cell.text}" if cell.name else cell.text
            case _ROLE.ForegroundRole if cell.text in {"0", "–"}:
                return self._look.colour("muted")
            case _ROLE.FontRole if self._table.summed and index.row() == len(self._table.rows) - 1:
                return self._look.font(TEXT, strong=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.headings):
            return None
        match role:
            case _ROLE.DisplayRole:
                return self._table.headings[section]
            case _ROLE.TextAlignmentRole:
                return _RIGHT if section and not self._table.words else _LEFT
            case _ROLE.ToolTipRole:
                meaning = self._table.meanings[section]
                return plain_tooltip(self._explain(meaning)) if meaning else None
        return None


class FiguresView(QTableView):
    """`pointed` follows the keyboard and the mouse; `asked` is a click or Enter on a figure with letters."""

    pointed = Signal(object)
    asked = Signal(object)

    def __init__(self, model: FiguresModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = model
        self._look = look
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(look, self, by_cell=True))
        self.verticalHeader().setDefaultSectionSize(look.px(28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(look.px(44))
        self.clicked.connect(self._ask)
        self.selectionModel().currentChanged.connect(self._point)
        model.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The figures take what they need and the names what is left; where that is too little the table scrolls."""
        header = self.horizontalHeader()
        if self._figures.columnCount() == 0:
            return
        for column in range(1, self._figures.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        needed = sum(header.sectionSize(column) for column in range(1, self._figures.columnCount()))
        narrowest = _SUBJECTS if self._figures.table.words else _NAMES
        names = min(self.sizeHintForColumn(0), self._look.px(narrowest))
        if self.viewport().width() - needed >= names:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(0, names)

    def _point(self, current: QModelIndex) -> None:
        cell = self._figures.cell_at(current)
        if cell is not None:
            self.pointed.emit(cell)

    def _ask(self, index: QModelIndex) -> None:
        cell = self._figures.cell_at(index)
        if cell is not None and cell.figures:
            self.asked.emit(cell)
