"""Around the fields of a form: its title, what is wrong with it as a whole, its buttons, the sheet that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from ui.screen.plain import plain_label, push_button
from ui.screen.theme import Look


@dataclass(frozen=True, slots=True)
class FormButton:
    """A word, its key, how it looks, its objectName, what it does."""

    word: str
    keys: str
    look: str
    name: str
    action: Callable[[], None]


def form_head(form: QWidget, title: str, wrong: QLabel, buttons: Sequence[FormButton]) -> QHBoxLayout:
    """The row; its keys work wherever in the form the focus is."""
    head = QHBoxLayout()
    head.setContentsMargins(20, 0, 20, 0)
    head.setSpacing(8)
    head.addWidget(plain_label(title, "title"))
    head.addWidget(wrong, 1)
    for each in buttons:
        button = push_button(each.word, each.look, name=each.name, keys=each.keys.replace("Return", "Enter"))
        button.clicked.connect(lambda _checked=False, act=each.action: act())
        head.addWidget(button)
        # The number block has an Enter of its own.
        for keys in dict.fromkeys((each.keys, each.keys.replace("Return", "Enter"))):
            shortcut = QShortcut(QKeySequence(keys), form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(each.action)
    return head


def form_sheet(look: Look, card: QWidget) -> QScrollArea:
    """The card at the left of a page that scrolls when the window is low."""
    sheet = QWidget()
    sheet.setProperty("look", "sheet")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(look.px(20), 0, look.px(20), 0)
    row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
    row.addStretch(0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(sheet)
    return scroll
