"""The parts of a form: a word, its input, one line below that helps, reads back or says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from correspondence.dates import read_date
from correspondence.errors import OfficeError, Refused
from ui import formats
from ui.failures import field_of, sentence
from ui.screen.choice import Choice
from ui.screen.line_texts import full_day
from ui.screen.plain import plain_label, set_look
from ui.texts import _

__all__ = ["Choice", "Field", "GrowingEdit", "SubjectEdit", "TypedDate"]

_WORD_WIDTH = 20


class Field(QWidget):
    """One input of a form; `name` is its objectName, by which errors find it."""

    def __init__(self, name: str, word: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self._hint = hint
        editor.setObjectName(name)
        editor.setAccessibleName(word)
        label = plain_label(word, "muted", wrap=True)
        label.setBuddy(editor)
        # Words stand at the left as on a form of paper, all as wide as this one's own text asks.
        label.setFixedWidth(label.fontMetrics().averageCharWidth() * _WORD_WIDTH)
        label.setContentsMargins(0, 6, 0, 0)
        self._foot = plain_label("", "hint", wrap=True)
        self._foot.setObjectName(f"{name}_foot")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, 0, 1)
        grid.addWidget(self._foot, 1, 1)
        if isinstance(editor, TypedDate):
            editor.read_back.connect(self._read_back)
        else:
            self._calm_while_mended(editor)
        self.calm()

    def refuse(self, text: str) -> None:
        """What is wrong with this input, in a sentence below it."""
        self._say(text, "wrong")
        set_look(self.editor, "wrong", "true")
        self.editor.setAccessibleDescription(text)

    def calm(self) -> None:
        """Nothing is wrong; the hint stands there again, or the date as it was read."""
        set_look(self.editor, "wrong", "false")
        self.editor.setAccessibleDescription(self._hint)
        self._say(self._hint, "hint")
        if isinstance(self.editor, TypedDate):
            self.editor.say_back()

    def _calm_while_mended(self, editor: QWidget) -> None:
        """What was wrong is being changed: whether it is right now, the next save says."""
        if isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self._calm_wrong)
        elif isinstance(editor, (QLineEdit, QPlainTextEdit)):
            editor.textChanged.connect(self._calm_wrong)
        elif isinstance(editor, QListWidget):
            editor.itemChanged.connect(self._calm_wrong)

    def _calm_wrong(self, *_typed: object) -> None:
        if self.editor.property("wrong") == "true":
            self.calm()

    def remark(self, text: str) -> None:
        """What Warkat did here by itself, or what another desk wrote."""
        self._say(text, "read")

    def _read_back(self, text: str, wrong: str) -> None:
        if wrong:
            self.refuse(wrong)
            return
        set_look(self.editor, "wrong", "false")
        self._say(text or self._hint, "read" if text else "hint")

    def _say(self, text: str, look: str) -> None:
        self._foot.setText(text)
        self._foot.setVisible(bool(text))
        set_look(self._foot, "look", look)


class TypedDate(QLineEdit):
    """A date as a clerk types it; `read_back` carries how it was understood, or why it was not.

    `remark` says what else is to be known of a day, "" for nothing; `filled` what stands beside one filled in by Warkat.
    """

    read_back = Signal(str, str)

    def __init__(
        self, today: Callable[[], date], *, filled: str = "", remark: Callable[[date], str] | None = None
    ) -> None:
        super().__init__()
        self._today = today
        self._remark = remark
        self._filled = filled
        self._filled_text = ""
        self.setPlaceholderText(_("mis. 5/6/26, 5 Juni 2026, kemarin"))
        self.setMaxLength(60)
        self.textChanged.connect(lambda _text: self.say_back(typing=True))
        self.editingFinished.connect(self._complain)

    def day(self) -> date | None:
        """The day typed, None for nothing; Refused as `read_date` with this field's name."""
        if not self.text().strip():
            return None
        return read_date(self.text(), today=self._today(), field=self.objectName())

    def fill(self, day: date) -> None:
        """Fills in a day and marks it as filled in by Warkat."""
        self._filled_text = formats.day(day)
        self.setText(self._filled_text)
        self.say_back()

    def show_day(self, day: date | None) -> None:
        """A day that is known already."""
        self.setText(formats.day(day))
        self.say_back()

    def _complain(self) -> None:
        """Left unreadable. What is wrong for another reason stays said."""
        try:
            self.day()
        except Refused as refused:
            self.read_back.emit("", sentence(refused))

    def say_back(self, *, typing: bool = False) -> None:
        """Shows the date in full as soon as it can be read; complains only when the clerk has left the field."""
        try:
            day = self.day()
        except Refused as refused:
            self.read_back.emit("", "" if typing else sentence(refused))
            return
        if day is None:
            self.read_back.emit("", "")
            return
        text = full_day(day)
        if self._filled and self.text() == self._filled_text:
            text = f"{text} · {self._filled}"
        remark = self._remark(day) if self._remark is not None else ""
        if remark:
            text = f"{text} · {remark}"
        self.read_back.emit(text, "")


def refuse_beside(fields: Mapping[str, Field], wrong: QLabel, error: OfficeError) -> None:
    """Says no beside the field it belongs to, and goes there; what belongs to none is said by `wrong`."""
    field = fields.get(field_of(error) or "")
    if field is None:
        wrong.setText(sentence(error))
        wrong.show()
    else:
        field.refuse(sentence(error))
        field.editor.setFocus()


class GrowingEdit(QPlainTextEdit):
    """As high as its text, from two lines to `most`. Tab goes on to the next field."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - reads like a line edit
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _grow(self) -> None:
        lines = min(max(2, self.document().documentLayout().documentSize().height()), self._most)
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + 24))


class SubjectEdit(GrowingEdit):
    """A line that may be long: shown on several, kept on one. Return goes on to the next field too, but saves a dialog."""

    def __init__(self) -> None:
        super().__init__(most=5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            super().keyPressEvent(event)
        elif isinstance(self.window(), QDialog):
            event.ignore()  # the dialog presses its default button
        else:
            self.focusNextChild()
