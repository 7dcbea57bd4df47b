"""The figures at the top of a month: the line that closes, and the measures beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.screen.letters_delegate import elided
from ui.screen.plain import button_text, plain_label, plain_tooltip, push_button
from ui.screen.report_figures import Cell
from ui.screen.report_headings import Heading
from ui.screen.theme import Look

_SIGNS = ("", "+", "−", "−", "=")


class FigureTile(QPushButton):
    """A figure as a button: the number large, its word below. Enter, space or a click asks for its letters."""

    chosen = Signal(object)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "counter")
        self.setObjectName(f"figure_{name}")
        self._cell = Cell("")
        self._number = plain_label("–", "big")
        self._word = plain_label("", "muted")
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(*[look.px(12), look.px(8)] * 2)
        layout.setSpacing(0)
        layout.addWidget(self._number)
        layout.addWidget(self._word)
        for label in (self._number, self._word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(self._cell))

    def sizeHint(self) -> QSize:
        """A button looks at its own text only; this one has none."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def show_cell(self, cell: Cell, meaning: str) -> None:
        self._cell = cell
        self._number.setText(cell.text)
        self._word.setText(cell.name)
        self.setToolTip(plain_tooltip(meaning))
        self.setAccessibleName(f"{cell.name}: {cell.text}")
        self.setAccessibleDescription(meaning)
        self.updateGeometry()


class BalanceLine(QWidget):
    """awal + tercatat − selesai − batal = akhir, as five tiles with the signs between them."""

    chosen = Signal(object)

    def __init__(self, look: Look, names: Sequence[str], explain: Callable[[str], str]) -> None:
        super().__init__()
        self._explain = explain
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self._tiles = [FigureTile(name, look) for name in names]
        for sign, tile in zip(_SIGNS, self._tiles, strict=True):
            if sign:
                layout.addWidget(plain_label(sign, "title"))
            layout.addWidget(tile, 1)
            tile.chosen.connect(self.chosen)

    def show_cells(self, cells: Sequence[Cell]) -> None:
        for tile, cell in zip(self._tiles, cells, strict=True):
            tile.show_cell(cell, self._explain(cell.meaning))


class FigureLine(QPushButton):
    """A figure and its words as a button; what is too long for its column ends at a word, the whole is read on hover."""

    def __init__(self, text: str) -> None:
        super().__init__(button_text(text))
        self._whole = text
        self.setAccessibleName(text)
        self.setAutoDefault(True)
        self.setProperty("look", "line")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The border and the room within it are the stylesheet's: Qt leaves them out of its contents' width.
        room = self.width() - self.fontMetrics().averageCharWidth()
        self.setText(button_text(elided(self._whole, self.fontMetrics(), room)))


class Measures(QFrame):
    """The four headings side by side, each with the few figures that say most.

    A heading is a button that turns to its tables; a figure is one that says what it means, and asks for its letters if it
    was counted in letters.
    """

    chosen = Signal(object)
    turned = Signal(str)

    def __init__(self, look: Look, explain: Callable[[str], str]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._look = look
        self._explain = explain
        self._group = QButtonGroup(self)
        self._heads: dict[str, QPushButton] = {}
        self._lines: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*[look.px(12), look.px(8)] * 2)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(2))

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Columns side by side, so that the table below keeps its room; the headings stay where they are."""
        for line in self._lines:
            self._grid.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for column, heading in enumerate(headings):
            if heading.code not in self._heads:
                self._grid.addWidget(self._head(heading), 0, column, Qt.AlignmentFlag.AlignLeft)
                self._grid.setColumnStretch(column, 1)
            for row, cell in enumerate(heading.cells, start=1):
                line = self._line(cell)
                self._lines.append(line)
                self._grid.addWidget(line, row, column)

    def choose(self, code: str) -> None:
        """Puts a heading down without saying so."""
        if code in self._heads:
            self._heads[code].setChecked(True)

    def _head(self, heading: Heading) -> QPushButton:
        button = push_button(heading.word, "filter", name=f"heading_{heading.code}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.turned.emit(heading.code))
        self._group.addButton(button)
        self._heads[heading.code] = button
        # Bold when it is down: Qt measures the plain word and would cut it.
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(heading.word) + 2 * self._look.px(14))
        return button

    def _line(self, cell: Cell) -> QWidget:
        text = f"{cell.text} {cell.name}".rstrip()
        line = FigureLine(text)
        line.clicked.connect(lambda: self.chosen.emit(cell))
        meaning = self._explain(cell.meaning)
        line.setToolTip(plain_tooltip(f"{text}\n{meaning}"))
        line.setAccessibleDescription(meaning)
        line.setObjectName(f"measure_{cell.meaning}")
        return line
