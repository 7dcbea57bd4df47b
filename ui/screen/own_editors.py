"""One field of a kind's own form: its input by what it holds, checked and read back when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from correspondence.errors import Refused
from correspondence.own_fields import LONG_LIMIT, TEXT_LIMIT, OwnField, OwnType, read_field
from ui import formats
from ui.failures import sentence
from ui.own_words import own_label, typed_text
from ui.screen.form_fields import Choice, Field, GrowingEdit, TypedDate
from ui.texts import _, mark

_HINTS = {
    OwnType.NIK: mark("16 angka, seperti di KTP"),
    OwnType.NUMBER: mark("angka saja, mis. 3 atau 1.250"),
    OwnType.MONEY: mark("dalam rupiah, mis. 1.500.000"),
}


class LongEdit(GrowingEdit):
    """Several paragraphs: Return begins a new one. `left` when the focus goes."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(most=8)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class OwnInput(Field):
    """`kept` is what the letter holds of it already; what is shown of that counts as untouched."""

    def __init__(self, asked: OwnField, today: Callable[[], date]) -> None:
        self.asked = asked
        self.kept = ""
        self._today = today
        self._shown = ""
        self._filled = ""
        word = own_label(asked)
        hint = _(_HINTS[asked.type]) if asked.type in _HINTS else ""
        super().__init__(asked.name, word, self._editor(), hint)
        if isinstance(self.editor, LongEdit):
            self.editor.left.connect(self.look_over)
            self.editor.textChanged.connect(self._forget_filling)
        elif isinstance(self.editor, QLineEdit):
            self.editor.editingFinished.connect(self.look_over)
            self.editor.textChanged.connect(self._forget_filling)
        elif isinstance(self.editor, Choice):
            self.editor.currentTextChanged.connect(self._forget_filling)

    def text(self) -> str:
        """What stands in the input; what the letter holds, in the form it is kept, as long as nobody changed it."""
        typed = text_of(self.editor)
        return self.kept if self._shown and typed == self._shown else typed

    def put(self, text: str) -> None:
        """Fills in what is kept or was typed."""
        editor = self.editor
        if isinstance(editor, Choice):
            if text and editor.findData(text) < 0:
                editor.addItem(
                    text, text
                )  # a choice the office has given up stays that of the letters that have it
            editor.choose(text)
        elif isinstance(editor, QLineEdit | LongEdit):
            editor.setText(typed_text(self.asked, text))
        if isinstance(editor, QLineEdit):
            editor.setCursorPosition(0)
        self.calm()

    def show_kept(self, kept: str) -> None:
        """What the letter holds."""
        self.put(kept)
        self.kept, self._shown = kept, text_of(self.editor)

    def fill(self, kept: str, remark: str) -> None:
        """Filled in by Warkat: marked so, until somebody changes it."""
        self.put(kept)
        self._filled = text_of(self.editor)
        self.remark(remark)

    def look_over(self) -> None:
        """Left: what is wrong is said, and what was understood of a sum. A date says so itself."""
        typed = text_of(self.editor)
        if (
            isinstance(self.editor, TypedDate)
            or not typed.strip()
            or (self._filled and typed == self._filled)
        ):
            return
        try:
            kept = read_field(self.asked, typed, today=self._today())
        except Refused as refused:
            self.refuse(sentence(refused))
            return
        self.calm()
        if self.asked.type is OwnType.MONEY:
            self.remark(f"Rp {formats.number(int(kept))}")

    def _forget_filling(self, *_typed: object) -> None:
        if self._filled and text_of(self.editor) != self._filled:
            self._filled = ""
            self.calm()

    def _editor(self) -> QWidget:
        asked = self.asked
        if asked.type is OwnType.CHOICE:
            return Choice([("", ""), *((each, each) for each in asked.choices)])
        if asked.type is OwnType.DATE:
            return TypedDate(self._today)
        if asked.type is OwnType.LONG:
            return LongEdit()
        line = QLineEdit()
        # One more than allowed, so that a paste which is too long is said and not cut.
        line.setMaxLength(TEXT_LIMIT + 1)
        return line


def text_of(editor: QWidget) -> str:
    """What stands in the editor of a field."""
    if isinstance(editor, Choice):
        return str(editor.value() or "")
    if isinstance(editor, LongEdit):
        return editor.text()[: LONG_LIMIT + 1]
    return editor.text() if isinstance(editor, QLineEdit) else ""
