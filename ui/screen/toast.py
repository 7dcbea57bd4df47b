"""The message bar: what was done, in plain words, at the foot of the page. What went wrong stays twice as long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.screen.desk import Said
from ui.screen.plain import button_text, plain_label, push_button, set_look
from ui.screen.theme import Look
from ui.texts import _

_SHOWN_FOR = 6000
_LONGER_FOR_A_REFERENCE = 10000
_LONGEST_FOR_A_COMPLAINT = 12000
_LEFT_AFTER_A_KEY = 2500
"""Who types on has read it; a reference is left a little longer, to be written on the paper."""
_LEFT_OF_A_REFERENCE = 5000
_LOOKS_ABOUT = 150
"""What comes into sight after the message (a bar of ticked letters, a row of the day) pushes it aside."""
_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class Toast(QFrame):
    """Floats over the lower edge of its parent; never takes the keyboard from a form."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._look = look
        self._said: Said | None = None
        self._complains = False
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
        self._looking = QTimer(self, interval=_LOOKS_ABOUT)
        self._looking.timeout.connect(self._make_way)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._act)
        parent.installEventFilter(self)
        if isinstance(parent, QStackedWidget):
            parent.currentChanged.connect(self._leave_with_page)
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
        # Qt asks the stylesheet anew for the widget whose property changed, not for what lies in it.
        for part in (*self.findChildren(QLabel), *self.findChildren(QPushButton)):
            part.style().unpolish(part)
            part.style().polish(part)
        self.setAccessibleName(f"{said.big} {said.text}".strip())
        self.show()
        self._complains = said.wrong
        self._watch_keys(on=True)
        self._looking.start()
        self.raise_()
        self._place()
        known = _LONGER_FOR_A_REFERENCE if said.big or said.action else _SHOWN_FOR
        self._timer.start(_LONGEST_FOR_A_COMPLAINT if said.wrong else known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self._place()
        elif kind in _KEYS and self._closes(event):
            if kind is QEvent.Type.KeyPress:
                self.hide()
            event.accept()  # said to the override, it keeps Esc from the shortcuts below
            return True
        elif kind is QEvent.Type.KeyPress and not self._complains:
            self._shorten()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch_keys(on=False)
        self._looking.stop()
        super().hideEvent(event)

    def _watch_keys(self, *, on: bool) -> None:
        """Every key of the program comes by while a message is seen, and nothing at other times."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)

    def _closes(self, event: QEvent) -> bool:
        """Whether this is the Esc that closes a complaint; a dialog, an open list or what was done keep theirs."""
        return (
            self._complains
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and QApplication.activeModalWidget() is None
            and QApplication.activePopupWidget() is None
        )

    def _shorten(self) -> None:
        """A key was pressed: what was done is old news soon."""
        known = self._said is not None and (self._said.big or self._said.action)
        left = _LEFT_OF_A_REFERENCE if known else _LEFT_AFTER_A_KEY
        # Qt's timers are right to a twentieth: a key held down must not begin the rest anew.
        if self._timer.remainingTime() > left + left // 10:
            self._timer.start(left)

    def _make_way(self) -> None:
        parent = self.parentWidget()
        if parent is not None and any(
            self.geometry().intersects(each) for each in self._buttons_below(parent)
        ):
            self._place()

    def _leave_with_page(self) -> None:
        if self._said is not None and self._said.wrong:
            self.hide()

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
        field = parent.rect().adjusted(self._look.px(20), margin, -margin, -margin)
        self.move(free_spot(field, self.size(), self._buttons_below(parent)))

    def _buttons_below(self, parent: QWidget) -> list[QRect]:
        """Where the buttons stand that are seen: those the bar must not lie on."""
        buttons = (each for each in parent.findChildren(QAbstractButton) if not self.isAncestorOf(each))
        return [
            QRect(each.mapTo(parent, QPoint()), each.size())
            for each in buttons
            if each.isVisible() and not each.visibleRegion().isEmpty()
        ]


def free_spot(field: QRect, size: QSize, taken: Sequence[QRect]) -> QPoint:
    """The lowest place of `size` within `field` on none of `taken`, at the left, else the right, else the middle.

    Where there is none, the place that covers least of them. `field` ends where the bar may end.
    """
    right = max(field.left(), field.left() + field.width() - size.width())
    middle = (field.left() + right) // 2
    lowest = field.top() + field.height() - size.height()
    best, least = QPoint(field.left(), lowest), -1
    for y in range(lowest, field.top() - 1, -8):
        for x in (field.left(), right, middle):
            place = QRect(QPoint(x, y), size)
            covered = sum(_area(place.intersected(each)) for each in taken)
            if not covered:
                return place.topLeft()
            if least < 0 or covered < least:
                best, least = place.topLeft(), covered
    return best


def _area(room: QRect) -> int:
    return max(0, room.width()) * max(0, room.height())
