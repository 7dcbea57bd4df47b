"""The keys that work on every page, and those whose meaning is the page's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from ui.screen.pages import PAGES, key_of
from ui.screen.undo import Undo

if TYPE_CHECKING:
    from ui.screen.main_window import MainWindow

# A page says by its `key_actions` which of them it knows.
PAGE_KEYS = ("Ctrl+P", "Ctrl+D", "Ctrl+T", "Ctrl+E", "Ctrl+R")


def set_keys(window: MainWindow, undo: Undo) -> None:
    """Gives the window its keys."""
    for entry in PAGES:
        _key(window, key_of(entry), partial(window.open_page, entry.name))
    _key(window, "Ctrl+N", partial(window.new_letter, "incoming"))
    _key(window, "Ctrl+Shift+N", partial(window.new_letter, "outgoing"))
    _key(window, "Ctrl+F", partial(_search, window))
    _key(window, "Ctrl+Z", undo.take_back)
    _key(window, "F5", window.read_again)
    _key(window, "F1", window.toggle_help)
    for sequence in PAGE_KEYS:
        _key(window, sequence, partial(_page_key, window, sequence))


def _key(window: MainWindow, sequence: str, action: Callable[[], None]) -> None:
    QShortcut(QKeySequence(sequence), window).activated.connect(action)


def _page_key(window: MainWindow, sequence: str) -> None:
    actions: Mapping[str, Callable[[], None]] = getattr(window.page, "key_actions", dict)()
    if sequence in actions:
        actions[sequence]()


def _search(window: MainWindow) -> None:
    field = _search_field(window)
    if field is None or not field.isVisible():
        window.open_page("page_incoming")
        field = _search_field(window)
    if field is not None:
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()


def _search_field(window: MainWindow) -> QLineEdit | None:
    return None if window.page is None else window.page.findChild(QLineEdit, "search")
