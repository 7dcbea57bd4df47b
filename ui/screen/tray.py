"""Reminders outside the window: a message of the system tray, where there is one, in the office's hours only."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from correspondence.errors import OfficeError
from ui.reminders import Wait, is_hour_to_remind, summary
from ui.screen.board_rows import key_of
from ui.screen.desk import Desk
from ui.screen.reminders import DueToday, due_today
from ui.texts import _

EVERY = 5 * 60_000
"""Milliseconds between two looks: a promise is told of within five minutes of being broken."""


class Messages(Protocol):
    """What shows a message; `QSystemTrayIcon` does, and a test's own."""

    def show_message(self, title: str, text: str) -> None: ...


class TrayMessages(QObject):
    """The icon is made with the first message: an office without reminders has no icon."""

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None

    def show_message(self, title: str, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.setToolTip("Warkat")
            self._tray.activated.connect(lambda _why: self.clicked.emit())
            self._tray.messageClicked.connect(self.clicked)
            self._tray.show()
        self._tray.showMessage(title, text, self._icon)


class DailyReminder(QObject):
    """Looks every few minutes and tells of what has become late since it last told."""

    def __init__(self, desk: Desk, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._told: frozenset[tuple[str, int]] = frozenset()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins to look; the desk page tells the same at once."""
        self._timer.start()

    def look(self) -> None:
        """Asks what is due, in the office's hours; outside them nobody is disturbed, and nothing is forgotten."""
        if is_hour_to_remind(self._desk.known.calendar, self._desk.now):
            self._desk.ask(due_today, self._tell, owner=self, replaces="due", on_error=_nobody_asked)

    def _tell(self, due: DueToday) -> None:
        late = [each for each in due.waits if each.late]
        fresh = [each for each in late if _name(each) not in self._told]
        self._told = frozenset(map(_name, late))
        if fresh:
            self._messages.show_message(_("Perlu diingatkan"), summary(fresh))


def _name(wait: Wait) -> tuple[str, int]:
    return type(wait).__name__, key_of(wait)


def _nobody_asked(_error: OfficeError) -> None:
    """A look nobody asked for says nothing when it fails; the next question of a person will."""
