"""The list of letters: keys, remembered widths, copy, and the row one stands on when the list is read again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from correspondence.workflow import Direction, IncomingState, OutgoingState
from ui.screen.books import Book
from ui.screen.desk import Desk
from ui.screen.letters_model import (
    COL_AGENDA,
    COL_DATE,
    COL_DUE,
    COL_HOLDER,
    COL_LETTER,
    COL_STATE,
    COL_TICK,
    LINE,
    Index,
    LettersModel,
)
from ui.screen.line_texts import column_day
from ui.screen.list_dress import dress_list
from ui.screen.row_keys import goes_to_an_end
from ui.screen.tick_delegate import TickDelegate
from ui.words import state_word

# Pixels of the drawing; the letter itself takes what is left.
_WIDTHS = {COL_TICK: 34, COL_AGENDA: 64, COL_DATE: 64, COL_STATE: 96, COL_HOLDER: 150, COL_DUE: 110}
_LEAST_FOR_LETTER = 200
_LONG_DAY = date(2026, 12, 30)


class LettersView(QTableView):
    """`stood_on` carries the letter's id when another row becomes the current one, None when there is none.

    `typed` is what a hand or a scanner types at the list: it is looked for.
    """

    stood_on = Signal(object)
    opened = Signal()
    typed = Signal(str)

    def __init__(self, model: LettersModel, desk: Desk, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incoming = book.direction is Direction.INCOMING
        self._widths: dict[int, int] = {}
        self._memory_name = f"widths-{book.name}"
        self._kept_id: int | None = None
        self._kept_offset = 0
        self.setObjectName("letters_view")
        self._letters = model
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(self._say_where)
        self._dress()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._return_to_place)
        self._size_columns()
        desk.look.changed.connect(self._size_rows)
        self._keeping = QTimer(self, singleShot=True, interval=800)
        self._keeping.timeout.connect(self._keep_widths)
        self.horizontalHeader().sectionResized.connect(lambda *_sizes: self._keeping.start())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def current_id(self) -> int | None:
        """The letter one stands on."""
        return self._letters.id_at(self.currentIndex().row())

    def stand_on(self, letter_id: int) -> bool:
        """Makes the letter the current row; False when it is not in this list."""
        row = self._letters.row_of(letter_id)
        if row < 0:
            return False
        self.setCurrentIndex(self._letters.index(row, COL_LETTER))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._saying.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_row()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif not self._ticks(event) and not goes_to_an_end(self, event):
            # Qt's own search in the first column finds nothing that a clerk looks for.
            if event.text().isprintable() and event.text().strip() and _plain(event):
                self.typed.emit(event.text())
            else:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == COL_TICK and event.button() is Qt.MouseButton.LeftButton:
            through = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._letters.ticks.toggle(index.row(), through=through)

    def _ticks(self, event: QKeyEvent) -> bool:
        """Space, Shift+Space from the last one to here, Ctrl+A, and Esc while something is ticked."""
        ticks, key, modifiers = self._letters.ticks, event.key(), event.modifiers()
        if key == Qt.Key.Key_Space and _plain(event):
            through = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            ticks.toggle(self.currentIndex().row(), through=through)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            ticks.all()
        elif key == Qt.Key.Key_Escape and len(ticks):
            ticks.clear()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _dress(self) -> None:
        dress_list(self)
        self.setItemDelegate(TickDelegate(self._desk.look, self))
        self._size_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(self._desk.look.px(24))

    def _size_rows(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, TickDelegate):
            # Fixed and equal: Qt then knows where row 800,000 stands without asking for the others.
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            self.verticalHeader().setDefaultSectionSize(delegate.row_height)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        self._widths = self._needed()
        kept = self._desk.memory.recall(self._memory_name)
        for column, width in self._widths.items():
            known = kept.get(str(column))
            known = known if isinstance(known, int) and 0 < known < 2000 else width
            header.resizeSection(column, known)
        header.setSectionResizeMode(COL_LETTER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COL_TICK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(COL_TICK, self._widths[COL_TICK])
        header.moveSection(header.visualIndex(COL_TICK), 0)
        self.setColumnHidden(COL_DUE, COL_DUE not in self._widths)

    def _needed(self) -> dict[int, int]:
        """Pixels each column needs for its heading and for the longest of what it says."""
        header, delegate, px = self.horizontalHeader(), self.itemDelegate(), self._desk.look.px
        header.ensurePolished()
        widths = {column: max(px(width), header.sectionSizeHint(column)) for column, width in _WIDTHS.items()}
        widths[COL_TICK] = px(_WIDTHS[COL_TICK])
        if not self._incoming:
            del widths[COL_DUE]  # our own letters have no deadline
        if isinstance(delegate, TickDelegate):
            states = IncomingState if self._incoming else OutgoingState
            chips = (delegate.chip_width(state_word(each)) for each in states)
            widths[COL_STATE] = max(widths[COL_STATE], *chips)
            longest = column_day(_LONG_DAY, _LONG_DAY.replace(year=_LONG_DAY.year + 1))
            widths[COL_DATE] = max(widths[COL_DATE], delegate.text_width(longest))
        return widths

    def _keep_widths(self) -> None:
        header = self.horizontalHeader()
        self._desk.memory.keep(
            self._memory_name, {str(column): header.sectionSize(column) for column in self._widths}
        )

    def _give_way(self) -> None:
        """In a narrow window the deadline, then the date, make room for what the letter says."""
        px = self._desk.look.px
        room = self.viewport().width()
        needed = sum(self._widths.values()) + px(_LEAST_FOR_LETTER)
        for column in (COL_DATE, COL_AGENDA):
            hide = room < needed
            self.setColumnHidden(column, hide)
            needed -= self._widths[column] if hide else 0

    def _copy_row(self) -> None:
        line = self.currentIndex().data(LINE)
        if line is None:
            return
        model = self._letters
        row = self.currentIndex().row()
        cells = [str(model.index(row, column).data()) for column in range(COL_STATE, COL_DUE + 1)]
        texts = [str(line.ref), line.letter_number, line.correspondent, line.subject, *cells]
        QGuiApplication.clipboard().setText("\t".join(texts))

    def _say_where(self) -> None:
        self.stood_on.emit(self.current_id)

    def _remember_place(self) -> None:
        self._kept_id = self.current_id
        self._kept_offset = self.verticalScrollBar().value()

    def _return_to_place(self) -> None:
        if self._letters.rowCount() == 0:
            self._saying.start()
            return
        row = self._letters.row_of(self._kept_id) if self._kept_id is not None else -1
        stays = row >= 0
        self.verticalScrollBar().setValue(self._kept_offset if stays else 0)
        self.setCurrentIndex(self._letters.index(max(row, 0), COL_LETTER))
        self._saying.start()


def _plain(event: QKeyEvent) -> bool:
    """No key but Shift is held with it."""
    return not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
