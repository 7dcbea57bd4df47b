"""The lines of a board. Changes from any desk are put in where they belong: rows come and go, none is read again.

The row one stands on is Qt's persistent index: it stays what it was while others are inserted and removed around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.screen.board_rows import (
    COL_PROMISED,
    COL_TICK,
    BoardSpec,
    Question,
    Wait,
    cells_of,
    headings,
    key_of,
    order_of,
)
from ui.screen.letters_model import ACCESSIBLE, ALIGNMENT, CELL, DISPLAY, ROOT, TOOLTIP, Index
from ui.screen.line_texts import Cell, Reading
from ui.screen.plain import plain_tooltip
from ui.texts import _

TICKED = int(Qt.ItemDataRole.CheckStateRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Row:
    wait: Wait
    cells: tuple[Cell, ...]


class BoardModel(QAbstractTableModel):
    """`ticks_changed` when other rows are ticked, `more_wanted` when the end of what is here came into sight."""

    ticks_changed = Signal()
    more_wanted = Signal()

    def __init__(self, spec: BoardSpec, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._reading = reading
        self._question = Question()
        self._rows: list[_Row] = []
        self._ticked: set[int] = set()
        self._more = False
        self._asked = False

    # ------------------------------------------------------------------------------------ what it is given

    def set_waits(self, waits: Sequence[Wait], question: Question, reading: Reading, *, more: bool) -> None:
        """The first lines of another question."""
        self.beginResetModel()
        self._question, self._reading = question, reading
        self._rows = [self._row(each) for each in waits]
        self._more, self._asked = more, False
        kept = {key_of(each) for each in waits}
        self._ticked &= kept
        self.endResetModel()
        self.ticks_changed.emit()

    def add_waits(self, waits: Sequence[Wait], *, more: bool) -> None:
        """The lines that follow."""
        known = {key_of(row.wait) for row in self._rows}
        fresh = [self._row(each) for each in waits if key_of(each) not in known]
        self._more, self._asked = more, False
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def put_letters(self, letter_ids: Collection[int], waits: Sequence[Wait], reading: Reading) -> None:
        """These letters' lines are now `waits`: the others stay as they are."""
        self._reading = reading
        fresh = {key_of(each): each for each in waits}
        for place in range(len(self._rows) - 1, -1, -1):
            row = self._rows[place]
            if row.wait.letter.id not in letter_ids:
                continue
            now = fresh.get(key_of(row.wait))
            if now is None or order_of(now) != order_of(row.wait):
                self._take_out(place)
            else:
                del fresh[key_of(now)]
                self._rows[place] = self._row(now)
                self.dataChanged.emit(self.index(place, 0), self.index(place, COL_PROMISED))
        for each in fresh.values():
            self._put_in(each)
        self._ticked &= {key_of(row.wait) for row in self._rows}
        self.ticks_changed.emit()

    def put_all(self, waits: Sequence[Wait], reading: Reading, *, more: bool) -> None:
        """Everything read again, without a jump."""
        self._more = more
        letters = {row.wait.letter.id for row in self._rows} | {each.letter.id for each in waits}
        self.put_letters(letters, waits, reading)

    # ---------------------------------------------------------------------------------------------- ticks

    def toggle(self, place: int) -> None:
        """Ticks a row, or takes its tick away."""
        wait = self.wait_at(place)
        if wait is not None:
            self._ticked ^= {key_of(wait)}
            self._paint_ticks()

    def tick_all(self) -> None:
        """Every line that is here; all of them again: none."""
        every = {key_of(row.wait) for row in self._rows}
        self._ticked = set() if self._ticked == every else every
        self._paint_ticks()

    def clear_ticks(self) -> None:
        self._ticked.clear()
        self._paint_ticks()

    def ticked(self) -> tuple[Wait, ...]:
        """In the order of the list."""
        return tuple(row.wait for row in self._rows if key_of(row.wait) in self._ticked)

    # --------------------------------------------------------------------------------------- what it answers

    @property
    def last(self) -> Wait | None:
        """The line after which more are read."""
        return self._rows[-1].wait if self._rows else None

    def waits(self) -> tuple[Wait, ...]:
        """Every line that is here, in the order of the list."""
        return tuple(row.wait for row in self._rows)

    def wait_at(self, place: int) -> Wait | None:
        return self._rows[place].wait if 0 <= place < len(self._rows) else None

    def row_of(self, key: int) -> int:
        """The row of a line, -1 when it is not here."""
        return next((place for place, row in enumerate(self._rows) if key_of(row.wait) == key), -1)

    def row_of_letter(self, letter_id: int) -> int:
        """The first row of a letter, -1 when it has none here."""
        return next((place for place, row in enumerate(self._rows) if row.wait.letter.id == letter_id), -1)

    # ------------------------------------------------------------------------------------------------ for Qt

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COL_PROMISED + 1

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index = ROOT) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = DISPLAY) -> object:
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if index.column() == COL_TICK and role in (TICKED, ACCESSIBLE, DISPLAY):
            ticked = key_of(row.wait) in self._ticked
            if role == TICKED:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            return (_("dicentang") if ticked else _("tidak dicentang")) if role == ACCESSIBLE else ""
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
            return _LEFT
        return headings(self._spec)[section] if role == DISPLAY else None

    # --------------------------------------------------------------------------------------------- its hands

    def _row(self, wait: Wait) -> _Row:
        return _Row(wait, cells_of(wait, self._reading, self._question))

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _put_in(self, wait: Wait) -> None:
        place = bisect_left(self._rows, order_of(wait), key=lambda row: order_of(row.wait))
        if place == len(self._rows) and self._more:
            return  # beyond what was read: it comes with the lines that follow
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, self._row(wait))
        self.endInsertRows()

    def _paint_ticks(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, COL_TICK)
            self.dataChanged.emit(self.index(0, COL_TICK), last, [TICKED])
        self.ticks_changed.emit()


def letters_of(waits: Iterable[Wait]) -> frozenset[int]:
    """The letters of some lines."""
    return frozenset(each.letter.id for each in waits)
