"""What the window is furnished with after its first paint. Loaded by then: with it comes the whole office."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from correspondence.errors import OfficeError
from ui.screen.badges import Badges
from ui.screen.desk import Desk
from ui.screen.draft import offer_drafts
from ui.screen.frame import Frame
from ui.screen.help_panel import HelpPanel
from ui.screen.live import Live
from ui.screen.navigation import Navigation
from ui.screen.qt_words import speak_indonesian
from ui.screen.shortcuts import set_keys
from ui.screen.sign_in import Door, Opening, SignInPage
from ui.screen.start_page import StartPage, TroublePage
from ui.screen.toast import Toast
from ui.screen.tray import DailyReminder, TrayMessages
from ui.screen.undo import Undo


class Furniture:
    """The counts on the left, the help beside the page, the message bar below it, the ear for other desks."""

    def __init__(self, desk: Desk, frame: Frame, navigation: Navigation, stack: QWidget) -> None:
        speak_indonesian()
        window = frame.window()
        self._desk = desk
        self.badges = Badges(desk, navigation)
        self.help = HelpPanel(desk.look)
        self.toast = Toast(desk.look, stack)
        set_keys(frame, Undo(desk, window))
        self._live = Live(desk, window)
        self._tray = TrayMessages(window.windowIcon(), window)
        self._tray.clicked.connect(lambda: _show_desk(desk, window))
        self._reminder = DailyReminder(desk, self._tray, window)
        self._door = Door(desk, window, navigation)

    def begin(self, open_first: Callable[[], None]) -> None:
        """The office is known: listen, open the first page, count, offer what was half typed."""
        self._live.start()
        open_first()
        self.badges.count()
        self._reminder.start()
        offer_drafts(self._desk)

    def greeting(self, opening: Opening) -> QWidget:
        """The question for the office's name, or for who sits down here."""
        return StartPage(self._desk) if opening.new else SignInPage(self._desk, opening)

    def trouble(self, error: OfficeError, again: Callable[[], None]) -> TroublePage:
        """The registry did not open."""
        return TroublePage(self._desk.look, error, again)


def _show_desk(desk: Desk, window: QWidget) -> None:
    """Who clicks a message wants to see what it told of."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
    desk.page_asked.emit("page_desk", None)
