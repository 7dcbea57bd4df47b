"""A duration on the screen that shows its reckoning: by a click, by Enter, or by H where the boards have it too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.screen.desk import Desk
from ui.screen.plain import plain_tooltip
from ui.texts import _

KEY = Qt.Key.Key_H
_OPENING = frozenset({KEY, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_NOT_ALONE = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def explain_time(
    widget: QWidget, desk: Desk, what: str, since: datetime, until: datetime | None = None
) -> None:
    """Lets `widget` show how the time from `since` to `until` (None: to now) was counted; `what` names the thing.

    A label becomes a stop of the Tab key and answers a click; a button keeps its own click and takes H besides.
    """
    _Explaining(widget, desk, what, since, until)


def explainer(desk: Desk, what: str) -> Callable[[QWidget, datetime], None]:
    """`explain_time` for every time told of one thing, all of them up to now."""
    return lambda widget, since: explain_time(widget, desk, what, since)


class _Explaining(QObject):
    """Listens to one widget, and goes with it."""

    def __init__(
        self, widget: QWidget, desk: Desk, what: str, since: datetime, until: datetime | None
    ) -> None:
        super().__init__(widget)
        self._widget, self._desk, self._what = widget, desk, what
        self._since, self._until = since, until
        self._is_label = isinstance(widget, QLabel)
        hint = _("H: hitungan waktu kerja")
        if self._is_label:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.setCursor(Qt.CursorShape.PointingHandCursor)
            widget.setToolTip(plain_tooltip(_("Klik atau H: hitungan waktu kerja")))
        widget.setAccessibleDescription(hint)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if not self._is_label:
            return False
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            # The press is taken too: what lies behind the label must not answer to half a click.
            if kind is QEvent.Type.MouseButtonRelease:
                self._open()
            return kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._underline(on=True)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._underline(on=self._widget.hasFocus() and kind is QEvent.Type.Leave)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        wanted = _OPENING if self._is_label else frozenset({KEY})
        if event.key() not in wanted or event.modifiers() & _NOT_ALONE:
            return False
        self._open()
        return True

    def _underline(self, *, on: bool) -> None:
        font = self._widget.font()
        font.setUnderline(on)
        self._widget.setFont(font)

    def _open(self) -> None:
        # Loaded for who asks: the first page of the day tells times, and few are looked into.
        from ui.screen.reckoning import ReckoningDialog

        until = self._until or self._desk.now
        ReckoningDialog(self._desk, self._what, self._since, until, self._widget.window()).open()
