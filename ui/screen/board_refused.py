"""What of a step on several lines was refused: each letter with its reason, so that none is thought to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from correspondence.errors import OfficeError
from ui import formats
from ui.failures import sentence
from ui.screen.board_rows import Wait
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.texts import _, n_

Refusals = Sequence[tuple[Wait, OfficeError]]


def told(done: int, refused: Refusals) -> str:
    """`12 surat dicatat. 1 tidak: K-2026-1: …`, the first reason in one line."""
    wait, error = refused[0]
    said = n_("{count} surat dicatat.", done).format(count=formats.number(done))
    missed = n_("{count} tidak:", len(refused)).format(count=formats.number(len(refused)))
    return f"{said} {missed} {wait.letter.ref}: {sentence(error)}"


class RefusedDialog(QDialog):
    """One row for each line that was refused; they stay ticked on the board."""

    def __init__(self, desk: Desk, done: int, refused: Refusals, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refused")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = desk.look.px
        title = n_("{count} surat tidak dicatat", len(refused)).format(count=formats.number(len(refused)))
        self.setWindowTitle(title)
        rows = QVBoxLayout()
        rows.setContentsMargins(px(12), px(8), px(12), px(8))
        rows.setSpacing(px(2))
        for wait, error in refused:
            rows.addWidget(plain_label(f"{wait.letter.ref} · {wait.letter.subject}", wrap=True))
            why = plain_label(sentence(error), "wrong", wrap=True)
            why.setContentsMargins(0, 0, 0, px(8))
            rows.addWidget(why)
        rows.addStretch()
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        sheet.setLayout(rows)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(sheet)
        close = push_button(_("Tutup"), "primary", name="reject", keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        said = n_("{count} surat dicatat.", done).format(count=formats.number(done))
        kept = _("Yang di bawah ini tidak, dan tetap dicentang di papan.")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(12))
        column.setSpacing(px(8))
        column.addWidget(plain_label(title, "heading", wrap=True))
        column.addWidget(plain_label(f"{said} {kept}", "muted", wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        room = parent.window().size()
        self.resize(min(px(560), room.width() - 40), min(px(420), room.height() - 40))
        close.setFocus()
