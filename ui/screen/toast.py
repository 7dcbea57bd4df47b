"""The message bar: what was done, in plain words, at the foot of the page. What went wrong stays until it was read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.screen.desk import Said
from ui.screen.plain import button_text, plain_label, push_button, set_look
from ui.screen.theme import Look
from ui.texts import _

_SHOWN_FOR = 6000
_LONGER_FOR_A_REFERENCE = 10000


class Toast(QFrame):
    """Floats over the lower edge of its parent; never takes the keyboard from a form."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._look = look
        self._said: Said | None = None
        self._big = plain_label("", "reference", select=True)
        self._text = plain_label("", wrap=True, select=True)
        self._text.setObjectName("toast_text")
        self._action = push_button("")
        self._close = push_button(_("Tutup"))
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self._big)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(12))
        row.setSpacing(look.px(16))
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        parent.installEventFilter(self)
        self.hide()

    def show_said(self, said: Said) -> None:
        """Shows a line; a newer one takes the place of the older."""
        self._said = said
        self._text.setText(said.text)
        self._big.setText(said.big)
        self._big.setVisible(bool(said.big))
        self._action.setText(button_text(said.action))
        self._action.setVisible(bool(said.action))
        self._close.setVisible(said.wrong)
        set_look(self, "tone", "wrong" if said.wrong else "done")
        for label in (self._text, self._big):
            label.style().unpolish(label)
            label.style().polish(label)
        self.setAccessibleName(f"{said.big} {said.text}".strip())
        self.show()
        self.raise_()
        self._place()
        if said.wrong:
            self._timer.stop()
        else:
            self._timer.start(_LONGER_FOR_A_REFERENCE if said.big or said.action else _SHOWN_FOR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._said is not None and self._said.on_action is not None:
            self._said.on_action()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        margin = self._look.px(16)
        width = min(parent.width() - 2 * margin, self._look.px(520))
        self.setFixedWidth(width)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.height()
        self.setFixedHeight(height)
        # At the left: the buttons of the letter beside the list stay in reach.
        self.move(self._look.px(20), parent.height() - height - margin)
