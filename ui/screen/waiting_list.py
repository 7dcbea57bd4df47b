"""The list of what waits: its model and its view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from correspondence.dossier import Pending
from correspondence.hours import minutes_of
from ui import formats
from ui.screen.desk import Desk
from ui.screen.letters_delegate import LettersDelegate
from ui.screen.letters_model import ACCESSIBLE, ALIGNMENT, CELL, DISPLAY, ROOT, TOOLTIP, Index
from ui.screen.line_texts import NONE, Cell
from ui.screen.plain import plain_tooltip
from ui.texts import _
from ui.words import task_word

COL_WHO, COL_LETTER, COL_WAITED, COL_PROMISED = range(4)
_WIDTHS = {COL_WHO: 220, COL_WAITED: 140, COL_PROMISED: 160}


class WaitingModel(QAbstractTableModel):
    """Holds what is pending and formats it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[Pending, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []

    def set_rows(self, rows: Sequence[Pending]) -> None:
        """Another state of affairs."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._cells = [self._format(each) for each in rows]
        self.endResetModel()

    def pending_at(self, row: int) -> Pending | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, item_id: int) -> int:
        """The row of a disposition or a line of a chain, -1 when it does not wait any more."""
        return next((row for row, each in enumerate(self._rows) if each.item_id == item_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COL_PROMISED + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        cell = self._cells[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == DISPLAY:
            return cell.text
        if role == TOOLTIP:
            return plain_tooltip(cell.whole)
        return cell.whole if role == ACCESSIBLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings = (_("Ditunggu dari"), _("Surat"), _("Menunggu"), _("Dijanjikan"))
        return headings[section] if role == DISPLAY else None

    def _format(self, each: Pending) -> tuple[Cell, ...]:
        calendar = self._desk.known.calendar
        day = minutes_of(calendar.hours[0]) or formats.USUAL_DAY
        who = Cell(each.position or each.officer, each.officer if each.position else "")
        task = task_word(each.task) if each.task is not None else ""
        letter = Cell(each.subject, " · ".join(text for text in (str(each.ref), each.unit) if text), task)
        zone = calendar.zone
        waited = Cell(formats.duration(each.waiting_minutes, day), formats.instant(each.requested_at, zone))
        if each.promised_for is None:
            return who, letter, waited, Cell(NONE)
        promised = formats.instant(each.promised_for, zone)
        late = each.promise_broken
        return who, letter, waited, Cell(promised, _("lewat") if late else "", tone="red" if late else "")


class WaitingView(QTableView):
    """`stood_on` carries the row one stands on."""

    stood_on = Signal(int)
    opened = Signal()

    def __init__(self, model: WaitingModel, desk: Desk, name: str) -> None:
        super().__init__()
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(lambda: self.stood_on.emit(self.currentIndex().row()))
        self.setObjectName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        delegate = LettersDelegate(desk.look, self)
        self.setItemDelegate(delegate)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, desk.look.px(width))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._saying.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
