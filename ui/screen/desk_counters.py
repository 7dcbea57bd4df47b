"""The counters of Meja Kerja: what each counts, in which group, and the list it opens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.screen.chips import FlowLayout
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, set_look
from ui.screen.requests import ShowQueue
from ui.texts import _, mark

_WIDTH = 160  # six of them, or two groups of three, stand in one line at 1280 pixels
Line = tuple[str, str, str, str]
"""Code of the queue, its word, the page that lists it, the tone of a number that is not zero."""

INCOMING: tuple[Line, ...] = (
    ("not_submitted", mark("Belum diajukan"), "page_incoming", "ink"),
    ("awaiting_disposition", mark("Menunggu disposisi"), "page_incoming", "ink"),
    ("disposed", mark("Sedang berjalan"), "page_incoming", "ink"),
    ("ready_to_complete", mark("Tinggal diselesaikan"), "page_incoming", "ink"),
    ("overdue", mark("Terlambat"), "page_incoming", "red"),
)
DISPOSITIONS: tuple[Line, ...] = (
    ("dispositions_unread", mark("Belum dibaca"), "page_dispositions", "ink"),
    ("dispositions_in_progress", mark("Dibaca, diproses"), "page_dispositions", "ink"),
    ("dispositions_overdue", mark("Lewat batas"), "page_dispositions", "red"),
)
OUTGOING: tuple[Line, ...] = (
    ("drafts", mark("Konsep"), "page_outgoing", "ink"),
    ("sent_back", mark("Perlu perbaikan"), "page_outgoing", "red"),
    ("initials", mark("Menunggu paraf"), "page_signatures", "ink"),
    ("signatures", mark("Menunggu tanda tangan"), "page_signatures", "ink"),
    ("promised_today", mark("Dijanjikan hari ini"), "page_signatures", "ink"),
    ("promises_broken", mark("Lewat janji"), "page_signatures", "red"),
)
DISPATCH: tuple[Line, ...] = (
    ("signed_unnumbered", mark("Belum bernomor"), "page_outgoing", "ink"),
    ("numbered_undispatched", mark("Belum dikirim"), "page_dispatch", "ink"),
    ("undelivered", mark("Menunggu tanda terima"), "page_dispatch", "ink"),
)


class Counter(QPushButton):
    """A number and what it counts; Enter opens the letters."""

    def __init__(self, desk: Desk, code: str, word: str, tone: str) -> None:
        super().__init__()
        self.setObjectName(f"counter_{code}")
        self.setProperty("look", "counter")
        self._word = word
        self._tone = tone
        self._number = plain_label("–", "big")
        text = plain_label(word, "muted", wrap=True)
        column = QVBoxLayout(self)
        px = desk.look.px
        column.setContentsMargins(px(9), px(8), px(8), px(8))
        column.setSpacing(0)
        for label in (self._number, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setFixedWidth(px(_WIDTH))
        self.setMinimumHeight(px(76))
        self.show_number(0)

    def show_number(self, number: int, *, exact: bool = True) -> None:
        """Another number; one that is not exact has a plus, as on the chips of the lists."""
        told = formats.number(number) + ("" if exact else "+")
        self._number.setText(told)
        set_look(self._number, "look", "big" if number else "big-none")
        set_look(self._number, "tone_ink", self._tone if number else "muted")
        self.setAccessibleName(f"{self._word}: {told}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


def group(desk: Desk, word: str, lines: tuple[Line, ...], made: dict[str, Counter]) -> QWidget:
    """A heading and its counters below; they are put into `made` by their codes."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(desk.look.px(4))
    column.addWidget(plain_label(word, "section"))
    row = QWidget()
    flow = FlowLayout(desk.look.px(8), row)
    for code, text, page, tone in lines:
        counter = made[code] = Counter(desk, code, _(text), tone)
        counter.clicked.connect(partial(desk.page_asked.emit, page, ShowQueue(code)))
        flow.addWidget(counter)
    column.addWidget(row)
    column.addStretch()
    return box


def groups(desk: Desk) -> tuple[tuple[tuple[QWidget, ...], ...], Mapping[str, Counter]]:
    """The lines of groups from above, and the counters by their codes."""
    made: dict[str, Counter] = {}
    incoming = group(desk, _("Surat masuk"), INCOMING, made)
    dispositions = group(desk, _("Disposisi"), DISPOSITIONS, made)
    outgoing = group(desk, _("Surat keluar"), OUTGOING, made)
    dispatch = group(desk, _("Nomor dan pengiriman"), DISPATCH, made)
    return ((incoming,), (outgoing,), (dispositions, dispatch)), made
