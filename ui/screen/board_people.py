"""The left column of a board: who is waited for, how many lines, since when the oldest, how many late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from correspondence.boards import Board
from correspondence.workdays import WorkCalendar
from ui import formats
from ui.screen.board_rows import time_waited
from ui.screen.board_specs import BoardSpec
from ui.screen.letters_delegate import elided
from ui.screen.letters_model import ACCESSIBLE, DISPLAY, ROOT, TOOLTIP, Index
from ui.screen.plain import plain_tooltip
from ui.screen.theme import SECONDARY, TEXT, Look
from ui.texts import _
from ui.words import position_word

PERSON = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry: `officer_id` None is everybody. `late` is a word, "" when nothing is late."""

    officer_id: int | None
    text: str
    second: str
    number: int
    oldest: str
    late: str

    @property
    def whole(self) -> str:
        """For tooltips and screen readers."""
        number = formats.number(self.number)
        return ", ".join(each for each in (self.text, self.second, number, self.oldest, self.late) if each)


def headings_of(spec: BoardSpec, board: Board, calendar: WorkCalendar) -> tuple[Heading, ...]:
    """Everybody first, then one by one as the office orders them."""
    oldest = max((each.oldest_minutes for each in board.people), default=0)

    def waiting(number: int, minutes: int, late: int) -> tuple[int, str, str]:
        time = _("terlama {time}").format(time=time_waited(minutes, calendar))
        return number, time if number else "", spec.late(late) if late else ""

    every = Heading(None, _("Semua pejabat"), "", *waiting(board.number, oldest, board.late))
    people = (
        Heading(
            each.officer_id,
            position_word(each.position, each.capacity) or each.name,
            " · ".join(text for text in (each.name, each.own) if text) if each.position else "",
            *waiting(each.number, each.oldest_minutes, each.late),
        )
        for each in board.people
    )
    return (every, *people)


class PeopleModel(QAbstractListModel):
    """Holds the headings; the same people in the same order are only painted anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Heading, ...] = ()

    def set_people(self, people: Sequence[Heading]) -> None:
        same = [each.officer_id for each in people] == [each.officer_id for each in self._people]
        if same:
            self._people = tuple(people)
            self.dataChanged.emit(self.index(0), self.index(len(people) - 1))
            return
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def person_at(self, row: int) -> Heading | None:
        return self._people[row] if 0 <= row < len(self._people) else None

    def row_of(self, officer_id: int | None) -> int:
        """The row of an officer, -1 when nothing waits for them."""
        return next((row for row, each in enumerate(self._people) if each.officer_id == officer_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        person = self._people[index.row()]
        if role == PERSON:
            return person
        if role == DISPLAY:
            return person.text
        if role == TOOLTIP:
            return plain_tooltip(person.whole)
        return person.whole if role == ACCESSIBLE else None


class PersonDelegate(QStyledItemDelegate):
    """Position and count above, name, then the oldest wait with the late word in red."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._prepare()
        look.changed.connect(self._prepare)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        person = index.data(PERSON)
        width = self._room(option)
        lower = sum(bool(text) for text in (person.second, person.oldest, person.late))
        height = self._position_height(person, width) + lower * self._lower.height() + self._look.px(14)
        return QSize(self._look.px(120), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(PERSON)
        look = self._look
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("accent_soft"))
            bar = option.rect.adjusted(0, 0, 0, 0)
            bar.setWidth(look.px(3))
            painter.fillRect(bar, look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, look.colour("hover"))
        room = QRectF(option.rect).adjusted(look.px(12), look.px(7), -look.px(12), 0)
        number = formats.number(person.number)
        painter.setFont(self._strong)
        painter.setPen(look.colour("ink"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.drawText(room, right, number)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setFont(self._font)
        above = QRectF(room)
        width = self._room(option)
        above.setWidth(self._room_for_position(person, width))
        above.setHeight(self._position_height(person, width))
        painter.drawText(above, left | int(Qt.TextFlag.TextWordWrap), person.text)
        room.setTop(above.bottom())
        painter.setFont(self._small)
        for text, colour in ((person.second, "muted"), (person.oldest, "muted"), (person.late, "red_text")):
            if text:
                painter.setPen(look.colour(colour))
                painter.drawText(room, left, elided(text, self._lower, int(room.width())))
                room.setTop(room.top() + self._lower.height())
        painter.restore()

    def _room(self, option: QStyleOptionViewItem) -> int:
        """The width of a row beside a scroll bar, there or not: what was measured without one would be cut by it."""
        view = option.widget
        if not isinstance(view, QListView):
            return self._look.px(200)
        return view.width() - view.verticalScrollBar().sizeHint().width()

    def _room_for_position(self, person: Heading, width: int) -> int:
        number = QFontMetrics(self._strong).horizontalAdvance(formats.number(person.number))
        return width - number - self._look.px(32)

    def _position_height(self, person: Heading, width: int) -> int:
        """On two lines where one is too short: subdivisions are told apart by their last words."""
        # What is measured is rounded; a pixel too little would leave the last word without its line.
        lines = self._upper.horizontalAdvance(person.text) + 2 > self._room_for_position(person, width)
        return self._upper.height() * (2 if lines else 1)

    def _prepare(self) -> None:
        self._font = self._look.font(TEXT)
        self._strong = self._look.font(TEXT, strong=True)
        self._small = self._look.font(SECONDARY)
        self._upper = QFontMetrics(self._font)
        self._lower = QFontMetrics(self._small)


class PeopleView(QListView):
    """`chosen` carries an officer's id, None for everybody; Enter or → goes on to that person's letters."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people")
        self.setProperty("look", "people")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(model)
        self.setItemDelegate(PersonDelegate(look, self))
        self._people = model
        self._officer_id: int | None = None
        self._saying = QTimer(self, singleShot=True, interval=60)
        self._saying.timeout.connect(self._say)

    @property
    def officer_id(self) -> int | None:
        """Whose letters are asked for, None for everybody's."""
        return self._officer_id

    def stand_on(self, officer_id: int | None) -> None:
        """Chooses without saying so; everybody when nothing waits for this one any more."""
        row = max(0, self._people.row_of(officer_id))
        person = self._people.person_at(row)
        self._officer_id = person.officer_id if person is not None else None
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self._people.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid():
            self._saying.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        person = self._people.person_at(self.currentIndex().row())
        if person is not None and person.officer_id != self._officer_id:
            self._officer_id = person.officer_id
            self.chosen.emit(person.officer_id)
