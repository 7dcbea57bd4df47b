"""The section of accounts: who may sign in, in what role, as which officer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from correspondence.accounts import AccountLine, folded_name
from correspondence.changes import Changes
from correspondence.letters import Secrecy
from correspondence.office import Office
from correspondence.services import accounts
from correspondence.workflow import Role
from ui import formats
from ui.screen.desk import Desk
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.screen.settings_user_forms import check_current, clearance_of, new_password, rights, typed_twice
from ui.screen.sign_in import REMEMBERED
from ui.texts import _, n_
from ui.words import role_word, secrecy_word

JobOf = Callable[[FormDialog], Job]


@dataclass(frozen=True, slots=True)
class _Known:
    """Every account, and whether the one at this desk may change them."""

    lines: tuple[AccountLine, ...]
    managing: bool
    managed: bool


def _read(office: Office) -> _Known:
    return _Known(accounts.accounts(office), accounts.may_manage(office), accounts.managed(office))


class UsersSection(QWidget):
    """Pengguna. Without accounts everybody at this desk may do everything; the empty list says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_users")
        self.title = _("Pengguna")
        self._desk = desk
        self._known = _Known((), managing=False, managed=False)
        self.list = ListCard(
            desk.look,
            "users_view",
            self.title,
            (_("Nama"), _("Peran"), _("Pejabat"), _("Kewenangan baca"), _("Keadaan")),
            empty=_(
                "Belum ada akun: siapa pun di meja ini boleh melakukan semuanya. Begitu akun pertama ditambahkan, setiap "
                "orang masuk dengan nama dan kata sandinya sendiri. Mulailah dengan akun Pengelola."
            ),
            wide=2,
        )
        self._add = self.list.add_button(_("Tambah akun"), "add_user", self.add, look="primary")
        self._change = self.list.add_button(_("Ubah"), "change_user", self.change, for_row=True)
        self._password = self.list.add_button(
            _("Ganti kata sandi"), "set_password", self.set_password, for_row=True
        )
        self._turn = self.list.add_button(_("Nonaktifkan"), "turn_user", self.turn, for_row=True)
        layout = section_layout(
            self,
            desk,
            self.title,
            _("Akun dan perannya. Akun tidak dihapus, hanya dinonaktifkan: namanya tetap di jurnal surat."),
        )
        layout.addWidget(self.list, 1)
        self.list.view.opened.connect(self.change)
        self.list.chosen.connect(self._wake)
        self.refresh()

    def refresh(self) -> None:
        """Reads the accounts anew."""
        self._desk.ask(_read, self._show, owner=self, replaces="users")

    def add(self) -> None:
        """A new account; the first one locks the register, and the form says so."""
        first = not self._known.lines
        asked = (
            Asked("name", _("Nama"), hint=_("Untuk masuk; tertulis di jurnal surat, mis. Rini Wulandari")),
            *rights(self._desk, Role.ADMINISTRATOR if first else Role.CLERK),
            *new_password(),
        )

        def job_of(form: FormDialog) -> Job:
            values, password = form.values(), typed_twice(form)
            if first:
                self._desk.memory.keep(REMEMBERED, {"name": values["name"]})
            return lambda office: accounts.add_account(
                office,
                name=values["name"],
                role=Role(values["role"]),
                password=password,
                officer=values["officer"],
                clearance=clearance_of(values["clearance"]),
            )

        note = (
            _("Akun pertama: sesudah disimpan, Warkat meminta Anda masuk dengan akun ini.") if first else ""
        )
        self._open(_("Tambah akun"), asked, job_of, _("Akun ditambahkan."), note)

    def change(self) -> None:
        """Another role, officer or clearance."""
        line = self._line
        if line is None or not self._known.managing:
            return
        name = line.account.name

        def job_of(form: FormDialog) -> Job:
            values = form.values()
            return lambda office: accounts.change_account(
                office,
                name=name,
                role=Role(values["role"]),
                officer=values["officer"],
                clearance=Secrecy(values["clearance"]),
            )

        asked = rights(self._desk, line.account.role, line.officer, line.account.clearance)
        self._open(_("Ubah akun"), asked, job_of, _("Akun diubah."), name)

    def set_password(self) -> None:
        """One's own after the one it was; another's by who manages accounts."""
        line = self._line
        if line is None:
            return
        name, own = line.account.name, self._is_own(line)
        now = (Asked("current", _("Kata sandi sekarang"), secret=True),) if own else ()

        def job_of(form: FormDialog) -> Job:
            current = form.rows["current"].text() if own else ""
            password = typed_twice(form)

            def job(office: Office) -> Changes:
                if own:
                    check_current(office, name, current)
                return accounts.set_password(office, name=name, password=password)

            return job

        self._open(_("Ganti kata sandi"), (*now, *new_password()), job_of, _("Kata sandi diganti."), name)

    def turn(self) -> None:
        """Disables an active account, or lets a disabled one in again."""
        line = self._line
        if line is None:
            return
        name, verb = (
            line.account.name,
            accounts.disable_account if line.account.active else accounts.enable_account,
        )
        said = _("{name} dinonaktifkan.") if line.account.active else _("{name} diaktifkan lagi.")
        self._desk.do(
            lambda office: verb(office, name=name),
            on_done=lambda _changes: self._desk.say(said.format(name=name)),
            on_error=self._desk.say_wrong,
        )

    @property
    def _line(self) -> AccountLine | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, AccountLine) else None

    def _is_own(self, line: AccountLine) -> bool:
        return folded_name(line.account.name) == folded_name(self._desk.known.actor)

    def _open(self, title: str, asked: Sequence[Asked], job_of: JobOf, done: str, note: str) -> None:
        FormDialog(self._desk, title, asked, job_of, self, note=note, done=done).open()

    def _show(self, known: _Known) -> None:
        self._known = known
        count = ""
        if known.lines:
            active = sum(each.account.active for each in known.lines)
            count = n_("{count} akun aktif", active).format(count=formats.number(active))
            if not known.managed:
                count += " · " + _("belum ada pengelola yang aktif, jadi setiap akun dapat mengatur akun")
        self.list.show_rows([_row(each) for each in known.lines], count)
        self._wake()

    def _wake(self) -> None:
        """What this account may do with the row one stands on."""
        line = self._line
        self._add.setEnabled(self._known.managing)
        self._change.setEnabled(self._known.managing and line is not None)
        self._turn.setEnabled(self._known.managing and line is not None)
        self._password.setEnabled(line is not None and (self._known.managing or self._is_own(line)))
        disabled = line is not None and not line.account.active
        word = _("Aktifkan lagi") if disabled else _("Nonaktifkan")
        self._turn.setText(word)
        self._turn.setAccessibleName(word)


def _row(line: AccountLine) -> Row:
    account = line.account
    state = _("aktif") if account.active else _("nonaktif")
    texts = (account.name, role_word(account.role), line.officer, secrecy_word(account.clearance), state)
    return Row(line, texts, faded=not account.active)
