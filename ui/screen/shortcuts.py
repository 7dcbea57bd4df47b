"""The keys that work on every page, and those whose meaning is the page's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from ui.screen.frame import Frame
from ui.screen.pages import PAGES, key_of
from ui.screen.undo import Undo

# A page says by its `key_actions` which of them it knows.
PAGE_KEYS = ("Ctrl+P", "Ctrl+D", "Ctrl+T", "Ctrl+E", "Ctrl+R")


def set_keys(frame: Frame, undo: Undo) -> None:
    """Gives the window its keys."""
    for entry in PAGES:
        _key(frame, key_of(entry), partial(frame.open_page, entry.name))
    _key(frame, "Ctrl+N", partial(frame.new_letter, "incoming"))
    _key(frame, "Ctrl+Shift+N", partial(frame.new_letter, "outgoing"))
    _key(frame, "Ctrl+F", partial(_search, frame))
    _key(frame, "Ctrl+Z", undo.take_back)
    _key(frame, "F5", frame.read_again)
    _key(frame, "F1", frame.toggle_help)
    for sequence in PAGE_KEYS:
        _key(frame, sequence, partial(_page_key, frame, sequence))


def _key(frame: Frame, sequence: str, action: Callable[[], None]) -> None:
    QShortcut(QKeySequence(sequence), frame.window()).activated.connect(action)


def _page_key(frame: Frame, sequence: str) -> None:
    actions: Mapping[str, Callable[[], None]] = getattr(frame.page, "key_actions", dict)()
    if sequence in actions:
        actions[sequence]()


def _search(frame: Frame) -> None:
    field = _search_field(frame)
    if field is None or not field.isVisible():
        frame.open_page("page_incoming")
        field = _search_field(frame)
    if field is not None:
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()


def _search_field(frame: Frame) -> QLineEdit | None:
    return None if frame.page is None else frame.page.findChild(QLineEdit, "search")
