"""The left column of Disposisi by letter: subject, whose it is, how many are open, how long the oldest waits, what is late."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from correspondence.boards import LetterWait
from correspondence.services.boards import place_of
from ui import formats
from ui.screen.board_rows import time_waited
from ui.screen.letters_delegate import elided
from ui.screen.letters_model import ACCESSIBLE, DISPLAY, ROOT, TOOLTIP, Index
from ui.screen.line_texts import Reading, late_words, short_day
from ui.screen.plain import plain_tooltip
from ui.screen.theme import SECONDARY, TEXT, Look
from ui.texts import _, n_

ENTRY = int(Qt.ItemDataRole.UserRole) + 1


class Entry:
    """A letter as it reads: four short texts and a number."""

    __slots__ = ("late", "number", "oldest", "subject", "wait", "whose")

    def __init__(self, wait: LetterWait, reading: Reading) -> None:
        self.wait = wait
        self.subject = wait.letter.subject
        self.number = formats.number(wait.number)
        self.whose = f"{wait.letter.ref} · {wait.recipient}"
        waited = time_waited(wait.oldest_minutes, reading.calendar)
        self.oldest = _("terlama {time}").format(time=waited)
        due = wait.first.due_on
        days = (reading.today - due).days if due is not None else 0
        self.late = ""
        if days > 0:
            self.late = late_words(days)
        elif due is not None:
            self.oldest += " · " + _("batas {when}").format(when=short_day(due, reading.today))

    @property
    def whole(self) -> str:
        """For tooltips and screen readers."""
        open_ = n_("{count} belum selesai", self.wait.number).format(count=self.number)
        return ", ".join(each for each in (self.subject, self.whose, open_, self.oldest, self.late) if each)


class LetterWaits(QAbstractListModel):
    """Rows come and go where they belong; the one stood upon is Qt's persistent index."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []
        self._more = self._asked = False

    @property
    def last(self) -> LetterWait | None:
        """The letter after which more are read."""
        return self._rows[-1].wait if self._rows else None

    def wait_at(self, row: int) -> LetterWait | None:
        return self._rows[row].wait if 0 <= row < len(self._rows) else None

    def row_of(self, letter_id: int) -> int:
        """The row of a letter, -1 when it is not here."""
        return next((row for row, each in enumerate(self._rows) if each.wait.letter.id == letter_id), -1)

    def forget(self) -> None:
        """Nothing, until another question is answered."""
        self.beginResetModel()
        self._rows, self._more = [], False
        self.endResetModel()

    def set_waits(self, waits: Sequence[LetterWait], reading: Reading, *, more: bool) -> None:
        """Everything read again, without a jump."""
        self._more, self._asked = more, False
        every = {each.wait.letter.id for each in self._rows} | {each.letter.id for each in waits}
        self.put_letters(every, waits, reading)

    def add_waits(self, waits: Sequence[LetterWait], reading: Reading, *, more: bool) -> None:
        """The letters that follow."""
        self._more, self._asked = more, False
        here = {each.wait.letter.id for each in self._rows}
        fresh = [each for each in waits if each.letter.id not in here]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += [Entry(each, reading) for each in fresh]
            self.endInsertRows()

    def put_letters(self, letter_ids: Collection[int], waits: Sequence[LetterWait], reading: Reading) -> None:
        """These letters now stand as `waits`; the others stay as they are."""
        fresh = {each.letter.id: each for each in waits}
        for row in range(len(self._rows) - 1, -1, -1):
            here = self._rows[row].wait
            now = fresh.get(here.letter.id)
            if here.letter.id not in letter_ids:
                continue
            if now is None or place_of(now.first) != place_of(here.first):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
            else:
                del fresh[here.letter.id]
                self._rows[row] = Entry(now, reading)
                self.dataChanged.emit(self.index(row), self.index(row))
        for each in fresh.values():
            place = bisect_left(self._rows, place_of(each.first), key=lambda row: place_of(row.wait.first))
            if place == len(self._rows) and self._more and self._rows:
                continue  # beyond what was read: it comes with the letters that follow
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, Entry(each, reading))
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index = ROOT) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = DISPLAY) -> object:
        entry = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role == DISPLAY:
            return entry.subject
        if role == TOOLTIP:
            return plain_tooltip(entry.whole)
        return entry.whole if role == ACCESSIBLE else None


class LetterWaitsDelegate(QStyledItemDelegate):
    """Subject and count, whose it is, then the oldest wait with what is late in red."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._prepare()
        look.changed.connect(self._prepare)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = self._look
        return QSize(look.px(120), self._upper.height() + 2 * self._lower.height() + look.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, look = index.data(ENTRY), self._look
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("accent_soft"))
            painter.fillRect(
                option.rect.adjusted(0, 0, look.px(3) - option.rect.width(), 0), look.colour("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, look.colour("hover"))
        room = QRectF(option.rect).adjusted(look.px(12), look.px(7), -look.px(12), 0)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.setFont(self._strong)
        painter.setPen(look.colour("ink"))
        painter.drawText(room, right, entry.number)
        painter.setFont(self._font)
        number = QFontMetrics(self._strong).horizontalAdvance(entry.number) + look.px(8)
        painter.drawText(room, left, elided(entry.subject, self._upper, int(room.width()) - number))
        room.setTop(room.top() + self._upper.height())
        painter.setFont(self._small)
        painter.setPen(look.colour("muted"))
        painter.drawText(room, left, elided(entry.whose, self._lower, int(room.width())))
        room.setTop(room.top() + self._lower.height())
        late = self._lower.horizontalAdvance(entry.late) + look.px(8) if entry.late else 0
        painter.drawText(room, left, elided(entry.oldest, self._lower, int(room.width()) - late))
        painter.setPen(look.colour("red_text"))
        painter.drawText(room, right, entry.late)
        painter.restore()

    def _prepare(self) -> None:
        self._font, self._strong = self._look.font(TEXT), self._look.font(TEXT, strong=True)
        self._small = self._look.font(SECONDARY)
        self._upper, self._lower = QFontMetrics(self._font), QFontMetrics(self._small)


class LetterWaitsView(QListView):
    """`stood_on` carries the letter one stands on, None for none; Enter or → goes on to its tree, H to its reckoning."""

    stood_on = Signal(object)
    opened, time_asked = Signal(), Signal()

    def __init__(self, look: Look, model: LetterWaits) -> None:
        super().__init__()
        self._waits = model
        self._saying = QTimer(self, singleShot=True, interval=0)
        self._saying.timeout.connect(lambda: self.stood_on.emit(self.current))
        self.setObjectName("letters_waiting")
        self.setAccessibleName(_("Surat dengan disposisi yang belum selesai"))
        self.setProperty("look", "people")
        self.setMouseTracking(True)
        self.setMinimumWidth(look.px(240))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(LetterWaitsDelegate(look, self))
        self.setModel(model)

    @contextmanager
    def holding_still(self) -> Iterator[None]:
        """What happens inside moves no letter under the reader's eyes; who stood on one that went stands on the next."""
        row = self.currentIndex().row()
        here = self._waits.wait_at(row)
        top = self.visualRect(self.currentIndex()).top() if here is not None else 0
        yield
        count = self._waits.rowCount()
        place = self._waits.row_of(here.letter.id) if here is not None else -1
        if count:
            index = self._waits.index(place if place >= 0 else min(max(row, 0), count - 1))
            if index != self.currentIndex():
                self.setCurrentIndex(index)
            if place >= 0:
                self.doItemsLayout()
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - top)
        self._saying.start()

    @property
    def current(self) -> LetterWait | None:
        """The letter one stands on."""
        return self._waits.wait_at(self.currentIndex().row())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._saying.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_H and not event.modifiers():
            self.time_asked.emit()
        else:
            super().keyPressEvent(event)
