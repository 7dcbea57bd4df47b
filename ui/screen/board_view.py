"""The lines of a board on the screen: ticks, keys, and a place that holds still while lines come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.screen.board_model import BoardModel
from ui.screen.board_rows import (
    COL_LETTER,
    COL_PROMISED,
    COL_TICK,
    COL_WAITED,
    BoardCell,
    Wait,
    key_of,
)
from ui.screen.desk import Desk
from ui.screen.letters_model import Index
from ui.screen.line_texts import Cell
from ui.screen.list_dress import dress_list
from ui.screen.row_keys import goes_to_an_end
from ui.screen.tick_delegate import TickDelegate

_WIDTHS = {COL_TICK: 34, COL_WAITED: 136, COL_PROMISED: 116}
_LEAST_FOR_LETTER = 180


class BoardDelegate(TickDelegate):
    """As in the other lists, with a box to tick; `tall` where a row says whose line it is."""

    tall = False

    @property
    def row_height(self) -> int:
        lines = self._upper.height() + self._lower.height() * (2 if self.tall else 1)
        return max(self._look.px(62 if self.tall else 44), lines + self._look.px(8))

    def _paint_two(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        if not self.tall:
            super()._paint_two(painter, room, cell)
            return
        between = self._lower.height()
        height = self._upper.height() + 2 * between
        top = QRectF(room)
        top.setTop(room.top() + (room.height() - height) / 2)
        whose = cell.whose if isinstance(cell, BoardCell) else ""
        top.setHeight(height - (0 if whose else between))
        if not whose:
            super()._paint_two(painter, top, cell)
            return
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        upper = QRectF(room.left(), top.top(), room.width(), self._upper.height())
        self._write(painter, upper, cell.text, font=self._font, colour=self._ink(cell), flags=left)
        middle = QRectF(room.left(), upper.bottom(), room.width(), between)
        self._write(painter, middle, whose, font=self._small, colour=self._look.colour("ink"), flags=left)
        lower = QRectF(room.left(), middle.bottom(), room.width(), between)
        self._paint_lower(painter, lower, cell)


class BoardView(QTableView):
    """`stood_on` carries the line one stands on, None for none; `opened` goes to the letter, `left` to the people.

    `taken_away` carries the line one stood on when somebody else removed it: then one stands on none until a key or the
    mouse chooses one, for the next key was meant for the line that is gone.
    """

    stood_on = Signal(object)
    taken_away = Signal(object)
    opened = Signal()
    left = Signal()

    def __init__(self, model: BoardModel, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._board = model
        self._acts: Mapping[str, Callable[[], None]] = {}
        self._left_at: int | None = None
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(lambda: self.stood_on.emit(self.current))
        self.setObjectName(name)
        self._dress()
        self.setModel(model)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(desk.look.px(24))
        for column, width in _WIDTHS.items():
            header.resizeSection(column, desk.look.px(width))
        header.setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def make_tall(self, *, tall: bool) -> None:
        """Rows of three lines, where everybody's lines stand together."""
        self._delegate.tall = tall
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)

    def set_acts(self, acts: Mapping[str, Callable[[], None]]) -> None:
        """Single letters that do something to the line one stands on, or to the ticked ones."""
        self._acts = acts

    @property
    def current(self) -> Wait | None:
        """The line one stands on."""
        return self._board.wait_at(self.currentIndex().row())

    @contextmanager
    def holding_still(self, *, own: bool = True) -> Iterator[None]:
        """What happens inside moves no line under the reader's eyes.

        Who stood on a line that went stands on the next when it was this desk's `own` doing, else on none.
        """
        here, row = self.current, self.currentIndex().row()
        top = self.visualRect(self.currentIndex()).top() if here is not None else 0
        yield
        count = self._board.rowCount()
        place = self._board.row_of(key_of(here)) if here is not None else -1
        if here is not None and place < 0 and not own:
            self._stand_on_none(row)
            self.taken_away.emit(here)
        if here is None or not count or self._left_at is not None:
            self._saying.start()
            return
        index = self._board.index(place if place >= 0 else min(max(row, 0), count - 1), COL_LETTER)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if place >= 0:
            self.updateGeometries()  # the bar's range is that of the rows there were
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - top)
        self._saying.start()

    def _stand_on_none(self, place: int) -> None:
        self._left_at = place
        self.selectionModel().clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._left_at is not None and self.current is not None:
            self._stand_on_none(self._left_at)  # Qt would have chosen the first row

    def stand_on(self, place: int) -> None:
        """Makes a row the current one."""
        if 0 <= place < self._board.rowCount():
            index = self._board.index(place, COL_LETTER)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._saying.start()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._saying.start()

    def _choose_again(self, event: QKeyEvent) -> bool:
        """The first key after one's line was taken away only goes to a line; ticked ones are as they were."""
        place, keys = self._left_at, (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
        if place is None or self.current is not None:
            self._left_at = None
            return False
        if event.key() not in keys and not self._is_act(event):
            return False
        self._left_at = None
        self.stand_on(min(max(place, 0), self._board.rowCount() - 1))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        key = event.key()
        if self._choose_again(event):
            return
        if key == Qt.Key.Key_Space and plain:
            self._board.ticks.toggle(self.currentIndex().row())
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._board.ticks.all()
        elif key == Qt.Key.Key_Escape and self._board.ticks.waits():
            self._board.ticks.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.opened.emit()
        elif key == Qt.Key.Key_Left and plain:
            self.left.emit()
        elif self._is_act(event):
            self._acts[event.text().upper()]()
        elif not goes_to_an_end(self, event):
            super().keyPressEvent(event)

    def _is_act(self, event: QKeyEvent) -> bool:
        """A single letter, large or small."""
        shifted = Qt.KeyboardModifier.ShiftModifier
        return event.text().upper() in self._acts and not event.modifiers() & ~shifted

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._left_at = None
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == COL_TICK and event.button() is Qt.MouseButton.LeftButton:
            self._board.ticks.toggle(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _dress(self) -> None:
        dress_list(self)
        self._delegate = BoardDelegate(self._desk.look, self)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.make_tall(tall=True)
        self.horizontalHeader().setHighlightSections(False)

    def _give_way(self) -> None:
        """A very narrow window keeps the letter and what was promised."""
        px = self._desk.look.px
        needed = sum(px(width) for width in _WIDTHS.values()) + px(_LEAST_FOR_LETTER)
        self.setColumnHidden(COL_WAITED, self.viewport().width() < needed)
