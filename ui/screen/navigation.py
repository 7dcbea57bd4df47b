"""The pages on the left in the order of the day, with their keys and how much waits on each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import numerals
from ui.screen.icons import EVERY_SCREEN, icon
from ui.screen.plain import plain_label, plain_tooltip
from ui.screen.theme import Look
from ui.texts import _

_WIDE, _NARROW = 208, 64
# Numbers of Qt.FocusPolicy and Qt.ScrollBarPolicy: see plain.py.
_NO_FOCUS, _NEVER = 0, 1


class _Entry(QPushButton):
    """One page: icon, word, badge."""

    def __init__(self, name: str, word: str, key: str, look: Look) -> None:
        super().__init__(f"  {word}")
        self._icon_name = name.removeprefix("page_")
        self._word = word
        self._look = look
        self._waiting = 0
        self._in_short = False
        self.setObjectName(f"go_{self._icon_name}")
        self.setAccessibleName(word)
        self.setToolTip(plain_tooltip(f"{word} ({key})"))
        self.setCheckable(True)
        self.setIconSize(QSize(look.px(20), look.px(20)))
        self._badge = plain_label("", "badge")
        self._badge.hide()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(8), 0)
        row.addStretch()
        # For the screen it opens on; the others' after the first paint (`Navigation.finish`).
        self.dress((self.devicePixelRatioF(),))

    def dress(self, ratios: Sequence[float] = EVERY_SCREEN) -> None:
        self.setIcon(icon(self._icon_name, self._look.colour("nav_ink"), self._look.px(20), ratios))

    def finish(self) -> None:
        """What the first paint does not show: the place of the badge, the icon for other screens."""
        self._badge.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(self._badge, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.dress()

    def show_word(self, shown: bool) -> None:
        """With its word, or as an icon alone with the word in its tooltip."""
        self.setText(f"  {self._word}" if shown else "")
        self._in_short = not shown
        self._badge.setVisible(shown and bool(self._waiting))

    def show_badge(self, number: int) -> None:
        self._badge.setText(numerals.number(number) if number < 1000 else "999+")
        self._waiting = number
        self._badge.setVisible(number > 0 and not self._in_short)
        spoken = _("{page}, {number} menunggu").format(page=self._word, number=numerals.number(number))
        self.setAccessibleName(spoken if number else self._word)


class Navigation(QFrame):
    """`asked` carries the name of the page to open."""

    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._look = look
        self._entries: dict[str, _Entry] = {}
        self._narrow = False
        self._role = ""
        self._group = QButtonGroup(self)
        self._office = plain_label("", wrap=True)
        self._office.setObjectName("office_name")
        self._parent_line = plain_label("", "muted", wrap=True)
        self._who = plain_label("", "muted", wrap=True)
        self._pages = QWidget()
        self._pages.setObjectName("navigation_pages")
        self._column = QVBoxLayout(self._pages)
        self._column.setContentsMargins(look.px(12), look.px(16), look.px(12), look.px(12))
        self._column.setSpacing(look.px(2))
        self._office.setFont(look.font(15, strong=True))
        for label in (self._office, self._parent_line):
            label.setContentsMargins(look.px(8), 0, 0, 0)
            self._column.addWidget(label)
        self._column.addSpacing(look.px(16))
        self._column.addStretch()
        self._who.setContentsMargins(look.px(8), look.px(8), 0, 0)
        self._column.addWidget(self._who)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("focusPolicy", _NO_FOCUS)
        scroll.setProperty("horizontalScrollBarPolicy", _NEVER)
        scroll.setWidget(self._pages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFixedWidth(look.px(_WIDE))
        look.changed.connect(self._dress)

    def add_page(self, name: str, word: str, key: str, *, below: bool = False) -> None:
        """Another page; those `below` stand at the foot."""
        entry = _Entry(name, word, key, self._look)
        entry.clicked.connect(lambda: self.asked.emit(name))
        self._group.addButton(entry)
        self._entries[name] = entry
        # Above the stretch, or between it and the line that says who sits here.
        place = self._column.count() - (1 if below else 2)
        self._column.insertWidget(place, entry)

    def finish(self) -> None:
        """What the first paint does not show."""
        for entry in self._entries.values():
            entry.finish()

    def choose(self, name: str) -> None:
        """Marks the page that is open."""
        if name in self._entries:
            self._entries[name].setChecked(True)

    def make_room(self, *, narrow: bool) -> None:
        """Icons alone where the window is narrow for its text."""
        self.setFixedWidth(self._look.px(_NARROW if narrow else _WIDE))
        for entry in self._entries.values():
            entry.show_word(not narrow)
        for label in (self._office, self._who):
            label.setVisible(not narrow)
        self._parent_line.setVisible(not narrow and bool(self._parent_line.text()))
        self._narrow = narrow

    def offer_switch(self, role: str) -> QPushButton:
        """Who sits here has a role, and another one may sit down: a button at the foot, below the name."""
        self._role = role
        entry = self._entries["page_user"] = _Entry(
            "page_user", _("Ganti pengguna"), "Ctrl+Shift+U", self._look
        )
        entry.setObjectName("switch_user")
        entry.setCheckable(False)
        entry.finish()
        entry.show_word(not self._narrow)
        self._column.addWidget(entry)
        return entry

    def show_badges(self, badges: dict[str, int]) -> None:
        for name, number in badges.items():
            if name in self._entries:
                self._entries[name].show_badge(number)

    def show_office(self, name: str, parent_line: str, who: str) -> None:
        """Whose registry this is, and who sits at it."""
        self._office.setText(name)
        self._parent_line.setText(parent_line)
        self._parent_line.setVisible(bool(parent_line) and not self._narrow)
        self._who.setText("\n".join(each for each in (who, self._role) if each))

    def _dress(self) -> None:
        for entry in self._entries.values():
            entry.dress()
