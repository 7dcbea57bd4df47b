"""Commands of accounts. Passwords come from the terminal or from the environment: ui/cli/signing_in.py."""

from __future__ import annotations

from argparse import Namespace
from zoneinfo import ZoneInfo

from correspondence.accounts import USUAL_CLEARANCE, AccountLine
from correspondence.letters import Secrecy
from correspondence.services import accounts
from correspondence.workflow import Role
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Arguments, Family, family_of
from ui.cli.columns import table
from ui.cli.letters import code
from ui.cli.shapes import Shapes
from ui.cli.signing_in import NEW_PASSWORD, PASSWORD, new_password
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _
from ui.words import role_word, secrecy_word

ROLES = tuple(str(each) for each in Role)
CLEARANCES = tuple(str(each) for each in Secrecy)


def add_commands(words: Family) -> None:
    parser = words.command("user", None, _("akun dan peran")).parser
    parser.description = _(
        "Akun dan peran. Tanpa akun, siapa pun di meja ini boleh melakukan semuanya; sejak akun pertama setiap perintah "
        "memerlukan --as NAMA dan kata sandinya. Kata sandi ditanyakan di terminal, atau diambil dari variabel "
        "{password} (untuk skrip); yang baru dari {new}."
    ).format(password=PASSWORD, new=NEW_PASSWORD)
    user = family_of(parser, "user_command")
    added = user.command("add", add_user, _("tambah akun"))
    added.add("name", metavar="NAME", help=_("nama untuk masuk"))
    _role_options(added, required=True)
    changed = user.command("change", change_user, _("ubah peran, pejabat, atau kewenangan baca satu akun"))
    changed.add("name", metavar="NAME", help=_("nama akun"))
    _role_options(changed, required=False)
    user.command("list", list_users, _("daftar akun"))
    for word, run, about in (
        ("disable", disable_user, _("nonaktifkan akun: tidak dapat masuk lagi, jejaknya tetap")),
        ("enable", enable_user, _("aktifkan lagi akun")),
        ("password", set_password, _("ganti kata sandi sendiri; kata sandi orang lain oleh pengelola")),
    ):
        user.command(word, run, about).add("name", metavar="NAME", help=_("nama akun"))


def _role_options(arguments: Arguments, *, required: bool) -> None:
    arguments.add(
        "--role",
        type=code,
        choices=ROLES,
        required=required,
        help=_("peran: {known}").format(known=", ".join(ROLES)),
    )
    arguments.add(
        "--officer", metavar="O", help=_('pejabat pemilik akun: nama, NIP, atau awal nama; "" tanpa pejabat')
    )
    usual = ", ".join(f"{role}: {clearance}" for role, clearance in USUAL_CLEARANCE.items())
    arguments.add(
        "--clearance",
        type=code,
        choices=CLEARANCES,
        help=_(
            "boleh membaca surat sampai sifat keamanan ini ({known}); tanpa ini menurut perannya: {usual}"
        ).format(known=", ".join(CLEARANCES), usual=usual),
    )


def add_user(desk: Desk, args: Namespace) -> Answer:
    office = desk.office
    signed = accounts.in_use(office)
    password, same = new_password(args.name)
    accounts.add_account(
        office,
        name=args.name,
        role=Role(args.role),
        password=password,
        officer=args.officer or "",
        clearance=Secrecy(args.clearance) if args.clearance else None,
    )
    notes = []
    if not signed:
        notes.append(_("Mulai sekarang setiap perintah memerlukan --as dan kata sandi."))
    elif same:
        notes.append(
            _("Kata sandi {name} sama dengan {variable}; gantilah dengan user password.").format(
                name=args.name, variable=PASSWORD
            )
        )
    return _listed(desk, notes)


def change_user(desk: Desk, args: Namespace) -> Answer:
    if args.role is None and args.officer is None and args.clearance is None:
        raise WrongUsage(_("user change memerlukan --role, --officer, atau --clearance."))
    accounts.change_account(
        desk.office,
        name=args.name,
        role=Role(args.role) if args.role else None,
        officer=args.officer,
        clearance=Secrecy(args.clearance) if args.clearance else None,
    )
    return _listed(desk)


def list_users(desk: Desk, args: Namespace) -> Answer:  # noqa: ARG001 - every command is called alike
    return _listed(desk)


def disable_user(desk: Desk, args: Namespace) -> Answer:
    accounts.disable_account(desk.office, name=args.name)
    return _listed(desk)


def enable_user(desk: Desk, args: Namespace) -> Answer:
    accounts.enable_account(desk.office, name=args.name)
    return _listed(desk)


def set_password(desk: Desk, args: Namespace) -> Answer:
    office = desk.office
    password, _same = new_password(args.name)
    accounts.set_password(office, name=args.name, password=password)
    return _listed(desk)


def _listed(desk: Desk, notes: list[str] | None = None) -> Answer:
    """Every account as it is now; a warning while none of them is an administrator's."""
    lines = accounts.accounts(desk.office)
    said = list(notes or ())
    if lines and not accounts.managed(desk.office):
        said.append(
            _(
                "Belum ada pengelola yang aktif: setiap akun dapat mengatur akun. Tambahkan satu dengan --role administrator."
            )
        )
    heads = (_("Nama"), _("Peran"), _("Pejabat"), _("Kewenangan baca"), _("Dibuat"), "")
    zone = desk.now().zone
    rows = [_row(each, zone) for each in lines]
    nobody = [_("Belum ada akun: siapa pun di meja ini boleh melakukan semuanya.")]
    shapes = Shapes(zone)
    document: Document = {"users": [_shape(each, shapes) for each in lines]}
    return Answer(document, table(heads, rows) or nobody, said)


def _shape(line: AccountLine, shapes: Shapes) -> Document:
    account = line.account
    return {
        "name": account.name,
        "role": str(account.role),
        "officer": line.officer or None,
        "clearance": str(account.clearance),
        "active": account.active,
        "created_at": shapes.instant(account.created_at),
    }


def _row(line: AccountLine, zone: ZoneInfo) -> tuple[str, ...]:
    account = line.account
    return (
        account.name,
        role_word(account.role),
        line.officer,
        secrecy_word(account.clearance),
        formats.instant(account.created_at, zone),
        "" if account.active else _("nonaktif"),
    )
