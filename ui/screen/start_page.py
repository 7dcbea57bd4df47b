"""The first start asks for the office's name and nothing else; a registry that does not open says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from correspondence.errors import OfficeError
from correspondence.services.starting import open_office
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.theme import Look
from ui.texts import _


def card(look: Look, page: QWidget) -> QVBoxLayout:
    """A card in the middle of a page."""
    card = QFrame()
    card.setProperty("look", "card")
    card.setMaximumWidth(look.px(520))
    inner = QVBoxLayout(card)
    edge = look.px(32)
    inner.setContentsMargins(edge, edge, edge, edge)
    inner.setSpacing(look.px(8))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 4)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return inner


class StartPage(QWidget):
    """Where an office begins."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_start")
        self._desk = desk
        look = desk.look
        inner = card(look, self)
        inner.addWidget(plain_label(_("Selamat datang di Warkat"), "title", wrap=True))
        inner.addWidget(
            plain_label(
                _("Tuliskan nama kantor seperti pada kop surat. Selebihnya dapat diisi nanti di Pengaturan."),
                wrap=True,
            )
        )
        inner.addSpacing(look.px(12))
        label = plain_label(_("Nama kantor"), "muted")
        self.name = QLineEdit()
        self.name.setObjectName("name")
        self.name.setAccessibleName(_("Nama kantor"))
        self.name.setPlaceholderText(_("mis. Bagian Umum Sekretariat Daerah"))
        self.name.setMaxLength(300)
        label.setBuddy(self.name)
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.hide()
        self._begin = push_button(_("Mulai"), "primary", name="begin", keys="Enter")
        for widget in (label, self.name, self._wrong):
            inner.addWidget(widget)
        inner.addSpacing(look.px(8))
        inner.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._begin.clicked.connect(self._open)
        self.name.returnPressed.connect(self._open)
        self.setFocusProxy(self.name)

    def _open(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._refuse(_("Nama kantor belum diisi; tuliskan seperti pada kop surat."))
            return
        starter = self._desk.starter
        if starter is None:
            raise LookupError("the window was opened without a starter")
        self._begin.setEnabled(False)
        self._wrong.hide()
        # The starter lists are read on the worker too: holidays and codes take their time.
        self._desk.do(
            lambda office: open_office(office, name=name, starter=starter()),
            on_error=lambda error: self._refuse(sentence(error)),
            on_settled=lambda: self._begin.setEnabled(True),
        )

    def _refuse(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.show()
        self.name.setFocus()


class TroublePage(QWidget):
    """The registry did not open: one sentence, and another try."""

    def __init__(
        self, look: Look, error: OfficeError, again: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page_trouble")
        inner = card(look, self)
        inner.addWidget(plain_label(_("Registri belum dapat dibuka"), "title", wrap=True))
        inner.addWidget(plain_label(sentence(error), wrap=True, select=True))
        inner.addSpacing(look.px(12))
        retry = push_button(_("Coba lagi"), "primary", name="try_again")
        retry.clicked.connect(again)
        inner.addWidget(retry, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(retry)
