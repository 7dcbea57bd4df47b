"""A list of letters of any length: ids at once, lines by the page. It formats what it is given and fetches nothing.

Measured: an id list and a cache of pages cost 19 MB at a million letters, a QTableWidget 3.8 GB.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import chain

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from correspondence.search import LetterLine
from ui.screen.letters_ticks import TICKED, LetterTicks
from ui.screen.line_texts import Cell, Reading, cells
from ui.screen.plain import plain_tooltip
from ui.texts import _

COL_AGENDA, COL_DATE, COL_LETTER, COL_STATE, COL_HOLDER, COL_DUE, COL_TICK = range(7)
PAGE = 64
PAGES_KEPT = 24
PAGES_AT_ONCE = 3

# Prepared once: comparing enum members costs as much as the rest of data() (8.8 against 4.9 ms a repaint).
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
CELL = int(Qt.ItemDataRole.UserRole) + 1
LINE = int(Qt.ItemDataRole.UserRole) + 2
_SAID = frozenset({DISPLAY, TOOLTIP, ACCESSIBLE, CELL, LINE})
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LOADING = Cell("…", tone="muted")
_TICK = Cell("")

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = tuple[LetterLine, tuple[Cell, ...]]


def answer(cell: Cell, role: int) -> object:
    """What a cell of any list says to Qt in each of its roles."""
    if role == CELL:
        return cell
    if role == DISPLAY:
        return cell.text
    if role == TOOLTIP:
        return plain_tooltip(cell.whole)
    return cell.whole if role == ACCESSIBLE else None


class LettersModel(QAbstractTableModel):
    """`wanted` carries the ids of lines that came into sight and are not here yet."""

    wanted = Signal(object)

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._ids = array("q")
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._in_sight: OrderedDict[int, None] = OrderedDict()
        self._asked = False
        self.ticks = LetterTicks(self, self)
        self.ticks.changed.connect(self._paint_ticks)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def headings(self) -> tuple[str, ...]:
        return (_("Agenda"), _("Tanggal"), _("Surat"), _("Status"), _("Ada di"), _("Batas"), "")

    # ------------------------------------------------------------------------------------ what it is given

    def set_first(self, lines: Sequence[LetterLine], reading: Reading) -> None:
        """The first lines of a new list; the ids of all follow."""
        self._replace(array("q", (line.id for line in lines)), lines, reading)

    def set_ids(self, ids: Iterable[int]) -> None:
        """All ids of the list. Those that begin like the ones here are added below, without a jump."""
        every = array("q", ids)
        have = len(self._ids)
        if every[:have] != self._ids:
            self._replace(every, [line for line, _cells in self._rows.values()], self._reading)
        elif len(every) > have:
            self.beginInsertRows(QModelIndex(), have, len(every) - 1)
            self._ids = every
            self.endInsertRows()

    def refresh(self, ids: Iterable[int], lines: Sequence[LetterLine], reading: Reading) -> None:
        """The same list read again; rows that stayed where they were are only painted anew."""
        every = array("q", ids)
        if every != self._ids:
            self._replace(every, lines, reading)
            return
        self._reading = reading
        self._rows.clear()
        self._keep(lines)
        self._paint_all()

    def put_lines(self, lines: Sequence[LetterLine]) -> None:
        """The answer to `wanted`."""
        self._asked = False
        self._keep(lines)
        self._paint_all()
        if self._in_sight:
            self._asking.start()

    def asking_failed(self) -> None:
        """No answer will come; the next time the rows are in sight they are asked for again."""
        self._asked = False
        self._in_sight.clear()

    # -------------------------------------------------------------------------------------- what it answers

    def line_at(self, row: int) -> LetterLine | None:
        """The line of a row, if it is here."""
        found = self._rows.get(self._ids[row]) if 0 <= row < len(self._ids) else None
        return found[0] if found else None

    def id_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, letter_id: int) -> int:
        """The row of a letter, -1 when it is not in this list."""
        try:
            return self._ids.index(letter_id)
        except ValueError:
            return -1

    def ids_around(self, row: int) -> list[int]:
        """The ids a screen around `row` shows: what a refresh reads with the list."""
        first = max(0, row - PAGE // 2)
        return list(self._ids[first : first + 2 * PAGE])

    # ----------------------------------------------------------------------------------------------- for Qt

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COL_TICK + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role == ALIGNMENT:
            return _RIGHT if index.column() == COL_AGENDA else _LEFT
        if index.column() == COL_TICK:
            return self._tick(index.row(), role)
        if role not in _SAID:
            return None
        found = self._rows.get(self._ids[index.row()])
        if found is None:
            self._want(index.row())
            return {LINE: None, CELL: _LOADING}.get(role, _("memuat …"))
        line, row = found
        return line if role == LINE else answer(row[index.column()], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return _RIGHT if section == COL_AGENDA else _LEFT
        return self.headings()[section] if role == DISPLAY else None

    def _paint_ticks(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, COL_TICK)
            self.dataChanged.emit(self.index(0, COL_TICK), last, [TICKED])

    def _tick(self, row: int, role: int) -> object:
        if role == TICKED:
            return Qt.CheckState.Checked if self._ids[row] in self.ticks else Qt.CheckState.Unchecked
        if role == ACCESSIBLE:
            return _("dicentang") if self._ids[row] in self.ticks else _("tidak dicentang")
        return {CELL: _TICK, DISPLAY: ""}.get(role)

    def _replace(self, ids: array[int], lines: Sequence[LetterLine], reading: Reading) -> None:
        self.beginResetModel()
        self._reading = reading
        self._ids = ids
        self._rows.clear()
        self._in_sight.clear()
        self._keep(lines)
        self.endResetModel()

    def _keep(self, lines: Sequence[LetterLine]) -> None:
        for line in lines:
            self._rows[line.id] = (line, cells(line, self._reading))
            self._rows.move_to_end(line.id)
        while len(self._rows) > PAGE * PAGES_KEPT:
            self._rows.popitem(last=False)

    def _paint_all(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, COL_DUE))

    def _want(self, row: int) -> None:
        page = row // PAGE
        self._in_sight[page] = None
        self._in_sight.move_to_end(page)
        if not self._asked and not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        """Asks for the pages seen last; those that rushed by are asked for if they come back."""
        pages = list(self._in_sight)[-PAGES_AT_ONCE:]
        self._in_sight.clear()
        ids = chain.from_iterable(self._ids[page * PAGE : (page + 1) * PAGE] for page in pages)
        missing = [letter_id for letter_id in ids if letter_id not in self._rows]
        if missing:
            self._asked = True
            self.wanted.emit(missing)
