"""Filter chips: a row of buttons of which one is down, each with its count."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from correspondence.search import Count
from ui import formats
from ui.screen.plain import button_text, plain_label, set_look


def state_chip(text: str = "", tone: str = "grey") -> QLabel:
    """A state as a rounded word."""
    label = plain_label(text)
    label.setProperty("chip", "true")
    label.setProperty("tone", tone)
    return label


def turn_chip(chip: QLabel, text: str, tone: str) -> None:
    """Another word and colour for a state."""
    chip.setText(text)
    set_look(chip, "tone", tone)


class FlowLayout(QLayout):
    """Lines of widgets that break where the window ends; nothing is cut when the text is large."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            policy = parent.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
            parent.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class FlowSheet(QWidget):
    """The inside of a scroll area that holds flows: as high as its lines at the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")

    def minimumSizeHint(self) -> QSize:
        # Qt reckons the least height from the least width, where every widget has a line of its own.
        return QSize(super().minimumSizeHint().width(), 0)


class _Chip(QPushButton):
    """Arrow keys walk along the row and choose, as in a group of radio buttons."""

    def sizeHint(self) -> QSize:
        """As wide as the bold word of a chip that is down: Qt measures the plain one and cuts its ends."""
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        text = self.text()
        wider = QFontMetrics(bold).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return hint + QSize(max(0, wider), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        group = self.group()
        if step and group is not None:
            buttons = [each for each in group.buttons() if each.isVisible()]
            other = buttons[(buttons.index(self) + step) % len(buttons)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """`chosen` carries the code of the chip that went down."""

    chosen = Signal(str)

    def __init__(
        self,
        words: dict[str, str],
        gap: int,
        parent: QWidget | None = None,
        *,
        rare: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._rare = rare
        self._words = words
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(gap, self)
        for code, word in words.items():
            button = _Chip(button_text(word))
            button.setObjectName(f"filter_{code}")
            button.setAccessibleName(word)
            button.setCheckable(True)
            button.setProperty("look", "filter")
            button.clicked.connect(lambda _checked=False, c=code: self.chosen.emit(c))
            self._group.addButton(button)
            self._buttons[code] = button
            row.addWidget(button)
        self.choose(next(iter(words)))

    def choose(self, code: str) -> None:
        """Puts a chip down without saying so; rare ones are seen only while they are down."""
        for each in self._rare:
            self._buttons[each].setVisible(each == code)
        if code in self._buttons:
            self._buttons[code].setChecked(True)
            self.updateGeometry()

    def show_counts(self, counts: dict[str, Count]) -> None:
        """Writes the counts; a zero is left out, a capped one has a plus."""
        for code, count in counts.items():
            button, word = self._buttons[code], self._words[code]
            number = formats.number(count.number) + ("" if count.exact else "+")
            text = f"{word}  {number}" if count.number else word
            button.setText(button_text(text))
            button.setAccessibleName(text)
        self.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()


class ChipRow(FilterChips):
    """Chips that stay on one line, inside a flow of several such rows."""

    def __init__(self, words: dict[str, str], gap: int, name: str, parent: QWidget) -> None:
        self._gap = gap
        super().__init__(words, gap, parent)
        self.setObjectName(name)

    def sizeHint(self) -> QSize:
        hints = [each.sizeHint() for each in self._buttons.values() if not each.isHidden()]
        height = max((each.height() for each in hints), default=0)
        return QSize(sum(each.width() for each in hints) + self._gap * max(0, len(hints) - 1), height)
