"""The forms of accounts: what an account may, and a password typed twice."""

from __future__ import annotations

from correspondence.accounts import Right, may
from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.office import Office
from correspondence.services import accounts
from correspondence.workflow import Role
from ui.screen.desk import Desk
from ui.screen.settings_dialog import FormDialog
from ui.screen.settings_fields import Asked
from ui.texts import _
from ui.words import role_word, secrecy_word


def rights_note(role: Role) -> str:
    """What of the settings is for looking only, told before anybody types; "" for who may change all of them."""
    if may(role, Right.SET_OFFICE):
        return ""
    if may(role, Right.KEEP_LISTS):
        said = _(
            "Peran Anda {role}: pejabat, unit, jenis surat, kode, dan hari libur dapat Anda ubah; yang lain diubah Pengelola."
        )
    else:
        said = _(
            "Peran Anda {role}: pengaturan hanya dapat dilihat; mengubahnya tugas Pengelola atau Sekretaris."
        )
    return said.format(role=role_word(role))


def rights(desk: Desk, role: Role, officer: str = "", clearance: Secrecy | None = None) -> tuple[Asked, ...]:
    """Role, officer and clearance; a new account (no `clearance`) may take the usual one of its role."""
    officers = [each.officer.name for each in desk.known.directory.officers if each.serving]
    if officer and officer not in officers:
        officers.insert(0, officer)
    readings = [(str(each), secrecy_word(each)) for each in Secrecy]
    usual = [] if clearance is not None else [("", _("Menurut peran"))]
    return (
        Asked(
            "role",
            _("Peran"),
            str(role),
            _(
                "Sekretaris juga mengatur pejabat, unit, hari libur, dan pengecualian paraf; Pimpinan menutup bulan; "
                "Pengelola mengatur semuanya."
            ),
            choices=[(str(each), role_word(each)) for each in Role],
        ),
        Asked(
            "officer",
            _("Pejabat"),
            officer,
            choices=[("", _("(bukan pejabat)")), *((each, each) for each in officers)],
        ),
        Asked(
            "clearance",
            _("Kewenangan baca"),
            str(clearance) if clearance is not None else "",
            _(
                "Surat di atas ini hanya tampak nomor, tanggal, dan statusnya. Menurut peran: petugas agenda Terbatas."
            ),
            choices=[*usual, *readings],
        ),
    )


def new_password() -> tuple[Asked, ...]:
    """Twice, for nobody sees what is typed."""
    return (
        Asked("password", _("Kata sandi baru"), hint=_("Paling sedikit 6 huruf atau angka"), secret=True),
        Asked("again", _("Sekali lagi"), secret=True),
    )


def typed_twice(form: FormDialog) -> str:
    """As typed, blanks and all; Refused `passwords_differ`."""
    password = form.rows["password"].text()
    if password != form.rows["again"].text():
        raise Refused("passwords_differ", "again")
    return password


def check_current(office: Office, name: str, password: str) -> None:
    """A desk left open is nobody's leave to take the account."""
    try:
        accounts.sign_in(office, name=name, password=password)
    except Refused as refused:
        raise Refused("password_wrong", "current") from refused


def clearance_of(code: str) -> Secrecy | None:
    """The one chosen, None for the usual one of the role."""
    return Secrecy(code) if code else None
