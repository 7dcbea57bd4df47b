"""One field of the settings: label above, field, and below it a hint, what was understood, or what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from correspondence.dates import read_date
from correspondence.errors import OfficeError
from ui import formats
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, set_look


@dataclass(frozen=True, slots=True)
class Asked:
    """One field. `choices` (value, word) make it a list, `day` a typed date, `tick` a box to tick ("1" when ticked).

    `secret` is a password: shown as dots.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    day: bool = False
    tick: bool = False
    secret: bool = False


class FieldRow(QWidget):
    """`edited` is sent when somebody typed or chose, not when the program filled it in."""

    edited = Signal()

    def __init__(self, asked: Asked, desk: Desk) -> None:
        super().__init__()
        self.asked = asked
        self._desk = desk
        self.field = self._make()
        self.field.setObjectName(asked.name)
        self.field.setAccessibleName(asked.label)
        self.field.setAccessibleDescription(asked.hint)
        self._below = plain_label(asked.hint, "hint", wrap=True)
        self._below.setObjectName(f"{asked.name}_below")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.look.px(4))
        if not asked.tick:
            label: QLabel = plain_label(asked.label, "muted")
            label.setBuddy(self.field)
            layout.addWidget(label)
        layout.addWidget(self.field)
        layout.addWidget(self._below)
        self.calm()

    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self.field, QComboBox):
            return str(self.field.currentData() or "")
        if isinstance(self.field, QCheckBox):
            return "1" if self.field.isChecked() else ""
        return self.field.text()

    def put(self, value: str) -> None:
        """Fills the field in; a value that is no longer among the choices is added, not lost."""
        if isinstance(self.field, QComboBox):
            if self.field.findData(value) < 0:
                self.field.addItem(value, value)
            self.field.setCurrentIndex(self.field.findData(value))
        elif isinstance(self.field, QCheckBox):
            self.field.setChecked(bool(value))
        elif self.field.text() != value:
            self.field.setText(value)
            self.field.setCursorPosition(0)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; the chosen one stays."""
        if isinstance(self.field, QComboBox):
            kept = self.text()
            self.field.clear()
            for value, word in choices:
                self.field.addItem(word, value)
            self.put(kept)

    def complain(self, text: str, *, focus: bool = True) -> None:
        """Says what is wrong, under the field."""
        self._below.setText(text)
        set_look(self._below, "look", "wrong")
        self._below.show()
        set_look(self.field, "wrong", "true")
        if focus:
            self.field.setFocus()

    def calm(self) -> None:
        """The hint again, or the date in full as it was understood."""
        set_look(self.field, "wrong", "false")
        read = self._read_back()
        set_look(self._below, "look", "read" if read else "hint")
        self._below.setText(read or self.asked.hint)
        self._below.setVisible(bool(read or self.asked.hint))

    def _make(self) -> QComboBox | QCheckBox | QLineEdit:
        if self.asked.choices:
            box = QComboBox()
            for value, word in self.asked.choices:
                box.addItem(word, value)
            box.setCurrentIndex(max(0, box.findData(self.asked.value)))
            box.activated.connect(lambda _row: self._on_edit())
            return box
        if self.asked.tick:
            tick = QCheckBox(self.asked.label)
            tick.setChecked(bool(self.asked.value))
            tick.clicked.connect(lambda _on: self._on_edit())
            return tick
        line = QLineEdit(self.asked.value)
        if self.asked.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textEdited.connect(lambda _text: self._on_edit())
        return line

    def _on_edit(self) -> None:
        self.calm()
        self.edited.emit()

    def _read_back(self) -> str:
        if not (self.asked.day and self.text().strip()):
            return ""
        try:
            return formats.day(read_date(self.text(), today=self._desk.today))
        except OfficeError:
            return ""
