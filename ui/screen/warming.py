"""LibreOffice warmed while the report is being read: begun on the worker, looked after by a timer, ended with the window."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ui.screen.desk import Desk

_LOOK = 500
"""Milliseconds between two looks whether it is over."""
_NAME = "libreoffice_warming"


class Warmed(Protocol):
    """A start under way."""

    @property
    def settled(self) -> bool: ...

    def stop(self) -> None: ...


class WarmPrinting(Protocol):
    """The part of the desk's printing that can be warmed."""

    def warm(self) -> Warmed | None: ...


class LibreOfficeWarming(QObject):
    """Once for a window: what the system has in its memory stays there for the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName(_NAME)
        self._desk = desk
        self._under_way: Warmed | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_after)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def over(self) -> bool:
        """Whether nothing is running any more."""
        return self._under_way is None

    def begin(self) -> None:
        """On the worker, for starting a program may wait for a slow disk; it is not waited for there."""
        printing = cast("WarmPrinting", self._desk.printing)
        self._desk.ask(lambda _office: printing.warm(), self._begun, owner=self)

    def stop(self) -> None:
        """The window closes: nothing is left behind."""
        self._look.stop()
        under_way, self._under_way = self._under_way, None
        if under_way is not None:
            under_way.stop()

    def _begun(self, under_way: Warmed | None) -> None:
        self._under_way = under_way
        if under_way is not None:
            self._look.start()

    def _look_after(self) -> None:
        if self._under_way is None or self._under_way.settled:
            self._under_way = None
            self._look.stop()


def warm_libreoffice(desk: Desk) -> None:
    """Begins once for this desk, where its printing can be warmed."""
    if hasattr(desk.printing, "warm") and desk.findChild(QObject, _NAME) is None:
        LibreOfficeWarming(desk).begin()
