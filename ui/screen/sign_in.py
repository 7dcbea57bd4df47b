"""Signing in: who sits down at this desk, and how the next one takes the seat."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from correspondence.accounts import Account, folded_name
from correspondence.changes import Changes, Topic
from correspondence.errors import OfficeError, Refused
from correspondence.office import Office
from correspondence.services import accounts, keeping
from ui.failures import field_of, sentence
from ui.screen.desk import AGAIN, Desk
from ui.screen.navigation import Navigation
from ui.screen.plain import plain_label, push_button, question, set_look
from ui.screen.start_page import card
from ui.texts import _
from ui.words import role_word

REMEMBERED = "sign_in"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a registry asks before its first page: its name when it has none, an account when it has some.

    `actor` is the account of who the journal would name here, if there is one: offered on a desk's first day.
    """

    office: str
    locked: bool
    actor: str

    @property
    def new(self) -> bool:
        """Whether nobody has given the office its name yet."""
        return not self.office and not self.locked


def opening(office: Office) -> Opening:
    """Read on the worker when the registry is opened."""
    names = [each.account.name for each in accounts.accounts(office)]
    mine = (each for each in names if folded_name(each) == folded_name(office.actor))
    return Opening(keeping.profile(office).name, bool(names), next(mine, ""))


class SignInPage(QWidget):
    """Name and password. Enter signs in; what is wrong is said below the field."""

    def __init__(self, desk: Desk, opening: Opening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_sign_in")
        if desk.seat is None:
            raise LookupError("the window was opened without a seat")
        self._desk = desk
        self._seat = desk.seat
        self._seat.locked = True
        look = desk.look
        inner = card(look, self)
        inner.addWidget(plain_label(_("Masuk ke Warkat"), "title", wrap=True))
        inner.addWidget(plain_label(opening.office, "muted", wrap=True))
        inner.addSpacing(look.px(12))
        self.name = _field("name", _("Nama"))
        self.password = _field("password", _("Kata sandi"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._wrong = {line: plain_label("", "wrong", wrap=True) for line in (self.name, self.password)}
        for line, wrong in self._wrong.items():
            label = plain_label(line.accessibleName(), "muted")
            label.setBuddy(line)
            wrong.setObjectName(f"{line.objectName()}_wrong")
            wrong.hide()
            for widget in (label, line, wrong):
                inner.addWidget(widget)
            line.returnPressed.connect(self.sign_in)
            line.textEdited.connect(lambda _text: self._calm())
        self._button = push_button(_("Masuk", "button"), "primary", name="sign_in", keys="Enter")
        inner.addSpacing(look.px(8))
        inner.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.sign_in)
        self.name.setText(str(desk.memory.recall(REMEMBERED).get("name") or opening.actor))
        self.setFocusProxy(self.password if self.name.text() else self.name)

    def sign_in(self) -> None:
        """Asks for the account of what was typed."""
        name, password = self.name.text().strip(), self.password.text()
        self._calm()
        if not name:
            self._refuse(Refused("name_missing", "name"))
            return
        if not password:
            # Enter in the name goes on to the password first; there it is asked for.
            if self.name.hasFocus():
                self.password.setFocus()
            else:
                self._refuse(Refused("password_missing", "password"))
            return
        self._wait(waiting=True)
        self._desk.ask(
            lambda office: accounts.sign_in(office, name=name, password=password),
            self._enter,
            owner=self,
            on_error=self._refuse,
        )

    def _enter(self, account: Account) -> None:
        self._desk.memory.keep(REMEMBERED, {"name": account.name})
        self._seat.take(account)
        self._desk.look_around()

    def _refuse(self, error: OfficeError) -> None:
        self._wait(waiting=False)
        line = self.name if field_of(error) == "name" else self.password
        self._wrong[line].setText(sentence(error))
        self._wrong[line].show()
        set_look(line, "wrong", "true")
        line.setFocus()
        line.selectAll()

    def _calm(self) -> None:
        for line, wrong in self._wrong.items():
            wrong.hide()
            set_look(line, "wrong", "false")

    def _wait(self, *, waiting: bool) -> None:
        for widget in (self.name, self.password, self._button):
            widget.setEnabled(not waiting)


class Door(QObject):
    """Where accounts are in use: the way out at the foot of the pages, and out when the account is no longer what it was."""

    def __init__(self, desk: Desk, window: QWidget, navigation: Navigation) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._navigation = navigation
        self._leaving = False
        desk.looked_around.connect(self._show_way_out)
        desk.looked_around.connect(self._look)
        desk.changed.connect(self._hear)

    def switch(self) -> None:
        """Another one may sit down; asks first when something was typed and not saved."""
        if any(_holds_typing(each) for each in self._window.findChildren(QWidget)):
            box = question(
                self._window,
                _("Ganti pengguna?"),
                _("Ada isian yang belum disimpan. Ketikan surat akan ditawarkan lagi di meja ini."),
                _("Ganti pengguna"),
                _("Tetap di sini"),
            )
            box.accepted.connect(self._leave)
            box.open()
        else:
            self._leave()

    def _show_way_out(self) -> None:
        if self._desk.seat is not None and self._desk.seat.account is not None:
            self._desk.looked_around.disconnect(self._show_way_out)
            role = role_word(self._desk.seat.account.role)
            self._navigation.offer_switch(role).clicked.connect(lambda _down=False: self.switch())
            QShortcut(QKeySequence("Ctrl+Shift+U"), self._window).activated.connect(self.switch)

    def _hear(self, changes: Changes) -> None:
        # OFFICE: what another desk changed of the office's own lists comes as one.
        if changes.topics & {Topic.ACCOUNTS, Topic.OFFICE}:
            self._look()

    def _look(self) -> None:
        """Whether accounts came into use, or this one was disabled or given another role."""
        seat = self._desk.seat
        if seat is None:
            return
        mine = seat.account
        self._desk.ask(
            lambda office: accounts.still(office, account=mine),
            self._judge,
            owner=self,
            replaces="still",
            on_error=lambda _error: None,
        )

    def _judge(self, still: bool) -> None:
        if not still and not self._leaving and self._desk.surroundings is not None:
            self._leave()

    def _leave(self) -> None:
        self._leaving = True
        self._window.setProperty(AGAIN, True)  # noqa: FBT003 - Qt takes a property's value by position
        self._window.setProperty("closing", True)  # noqa: FBT003 - as above
        self._window.close()


def _field(name: str, label: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setMaxLength(200)
    return line


def _holds_typing(widget: QWidget) -> bool:
    return bool(getattr(widget, "holds_typing", lambda: False)())
