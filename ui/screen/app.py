"""The window's program: one application, one desk, one window. Its parts are handed in by the entrance."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui.background import Background, OpenRegistry
from ui.screen.desk import AGAIN, Desk, Seat
from ui.screen.main_window import MainWindow
from ui.screen.memory import Memory
from ui.screen.theme import Look
from ui.texts import language

if TYPE_CHECKING:
    from correspondence.services.starting import Starter
    from ui.screen.paper_makers import Printing

STYLE = "Fusion"
"""What the sheet was drawn for: the same on every system."""


def main(
    *,
    opener: Callable[[], OpenRegistry],
    starter: Callable[[], Starter],
    folder: Path | None = None,
    printing: Printing | None = None,
    on_painted: Callable[[], object] = lambda: None,
) -> int:
    """Opens the window and stays until it is closed; the exit code.

    `opener` opens the registry and is called on the worker's thread, after the first paint; `starter` reads the lists
    an empty registry begins with; `folder` is where this desk remembers widths and drafts; `on_painted` is called once,
    when the window stands on the screen.
    """
    app = application()
    previous = sys.excepthook
    while True:
        window, background = open_window(
            app, opener=opener, starter=starter, folder=folder, printing=printing
        )
        sys.excepthook = crash_door(window)
        try:
            # The registry is opened, and what the first paint does not show is loaded, once a person sees the window.
            window.painted.connect(on_painted)
            window.painted.connect(window.start)
            window.show()
            code = app.exec()
        finally:
            sys.excepthook = previous
            background.close()
        if not window.property(AGAIN):
            return code
        # A new window: nothing that the one before was shown is left on any page.
        window.deleteLater()


def application() -> QApplication:
    """The one application of this process, with Qt's own words in the reader's language."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
        app.setStyle(STYLE)
    else:
        # As an argument: `setStyle` first tells Python of a style's eleven enumerations, 6 ms of a start.
        app = QApplication([sys.argv[0] if sys.argv else "warkat", "-style", STYLE])
    app.setApplicationName("Warkat")
    app.setDesktopFileName("warkat")
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def open_window(
    app: QApplication,
    *,
    opener: Callable[[], OpenRegistry],
    starter: Callable[[], Starter],
    folder: Path | None = None,
    printing: Printing | None = None,
) -> tuple[MainWindow, Background]:
    """The window with its desk, not yet shown; whoever opens it closes the background."""
    seat = Seat(opener)
    background = Background(seat.open, app)
    desk = Desk(
        background, Look(app), Memory(folder), printing=printing, starter=starter, seat=seat, parent=app
    )
    return MainWindow(desk), background


def crash_door(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """For sys.excepthook: what nobody caught is shown with its report, and the window lives on."""

    def door(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        report = "".join(traceback.format_exception(kind, error, trace))
        print(report, file=sys.stderr)
        if not issubclass(kind, KeyboardInterrupt):
            window.show_crash(report)

    return door
