"""The lines of a board. Changes from any desk are put in where they belong: rows come and go, none is read again.

The row one stands on is Qt's persistent index: it stays what it was while others are inserted and removed around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.screen.board_rows import COL_PROMISED, COL_TICK, Question, Wait, cells_of, key_of, order_of
from ui.screen.board_specs import BoardSpec, headings
from ui.screen.letters_model import ACCESSIBLE, ALIGNMENT, DISPLAY, ROOT, Index, answer
from ui.screen.line_texts import Cell, Reading
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
        self.ticks = Ticks(self)
        self._more = False
        self._asked = False

    # ------------------------------------------------------------------------------------ what it is given

    def set_waits(self, waits: Sequence[Wait], question: Question, reading: Reading, *, more: bool) -> None:
        """The first lines of another question."""
        self.beginResetModel()
        self._question, self._reading = question, reading
        self._rows = [self._row(each) for each in waits]
        self._more, self._asked = more, False
        self.endResetModel()
        self.ticks.forget_gone()

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
        self.ticks.forget_gone()

    def put_all(self, waits: Sequence[Wait], reading: Reading, *, more: bool) -> None:
        """Everything read again, without a jump."""
        self._more = more
        letters = {row.wait.letter.id for row in self._rows} | {each.letter.id for each in waits}
        self.put_letters(letters, waits, reading)

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
        if index.column() == COL_TICK and role in (TICKED, ACCESSIBLE, DISPLAY):
            ticked = key_of(row.wait) in self.ticks
            if role == TICKED:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            return (_("dicentang") if ticked else _("tidak dicentang")) if role == ACCESSIBLE else ""
        return answer(row.cells[index.column()], role)

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


class Ticks:
    """Which lines of a board are ticked; they stay ticked while others come and go."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._keys: set[int] = set()

    def __contains__(self, key: int) -> bool:
        return key in self._keys

    def toggle(self, place: int) -> None:
        """Ticks a row, or takes its tick away."""
        wait = self._model.wait_at(place)
        if wait is not None:
            self._turn(self._keys ^ {key_of(wait)})

    def all(self) -> None:
        """Every line that is here; when all are ticked already, none."""
        every = self._here()
        self._turn(set() if self._keys == every else every)

    def clear(self) -> None:
        self._turn(set())

    def only(self, waits: Sequence[Wait]) -> None:
        """These lines and no others: of several the ones a step was refused on."""
        self._turn({key_of(each) for each in waits} & self._here())

    def waits(self) -> tuple[Wait, ...]:
        """The ticked lines in the order of the list."""
        return tuple(each for each in self._model.waits() if key_of(each) in self._keys)

    def forget_gone(self) -> None:
        """Lines that left the board are not ticked any more."""
        self._keys &= self._here()
        self._model.ticks_changed.emit()

    def _here(self) -> set[int]:
        return {key_of(each) for each in self._model.waits()}

    def _turn(self, keys: set[int]) -> None:
        self._keys = keys
        last = self._model.rowCount() - 1
        if last >= 0:
            first, end = self._model.index(0, COL_TICK), self._model.index(last, COL_TICK)
            self._model.dataChanged.emit(first, end, [TICKED])
        self._model.ticks_changed.emit()
