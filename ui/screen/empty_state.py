"""An empty page says what it is for and offers its first action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.screen.icons import pixmap
from ui.screen.plain import button_text, plain_label, push_button
from ui.screen.theme import Look


class EmptyState(QFrame):
    """A quiet picture, a sentence, a button."""

    def __init__(self, look: Look, picture: str = "letter", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._look = look
        self._picture_name = picture
        self._picture = plain_label()
        self._text = plain_label("", wrap=True)
        self._action: Callable[[], None] | None = None
        self._button = push_button("", "primary", name="first_action")
        self._button.clicked.connect(self._act)
        center = Qt.AlignmentFlag.AlignHCenter
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        column.addStretch(2)
        column.addWidget(self._picture, 0, center)
        column.addWidget(self._text, 0, center)
        column.addWidget(self._button, 0, center)
        column.addStretch(3)
        self._dress()
        look.changed.connect(self._dress)

    def show_text(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Another sentence, another action."""
        self._text.setText(text)
        self._fit()
        self._button.setText(button_text(action))
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self._action = then

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A label that stands in the middle is not asked by its layout how high its lines are at this width."""
        self._text.ensurePolished()
        width = min(self._look.px(420), max(self._look.px(200), self.width() - self._look.px(40)))
        self._text.setFixedSize(width, max(0, self._text.heightForWidth(width)))

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _dress(self) -> None:
        size = self._look.px(40)
        self._fit()
        self._picture.setPixmap(
            pixmap(self._picture_name, self._look.colour("control"), size, self.devicePixelRatioF())
        )
