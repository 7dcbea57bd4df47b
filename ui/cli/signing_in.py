"""Passwords at the terminal, and signing in before a command. A password is never a word of the command line: others read
those of every process.
"""

from __future__ import annotations

import getpass
import os
import sys

from correspondence.errors import Refused
from correspondence.office import Office
from correspondence.services import accounts
from correspondence.services.signed_in import at_desk_of, unsigned
from ui.account_words import VEIL
from ui.cli.wrong_usage import WrongUsage
from ui.texts import _

PASSWORD = "WARKAT_PASSWORD"  # noqa: S105 - a variable's name
NEW_PASSWORD = "WARKAT_NEW_PASSWORD"  # noqa: S105 - a variable's name


def signed_in(office: Office, *, name: str) -> Office:
    """The office as the account `name` sees it; as it stands while there are no accounts.

    Refused `sign_in_needed` when nobody said --as, and as `accounts.sign_in`. WrongUsage when no password can be asked.
    """
    if not accounts.in_use(office):
        return unsigned(office)
    if not name.strip():
        raise Refused("sign_in_needed", "as")
    password = os.environ.get(PASSWORD)
    if password is None:
        password = _asked(_("Kata sandi {name}: ").format(name=name))
    account = accounts.sign_in(office, name=name, password=password)
    return at_desk_of(office, account, veil=_(VEIL))


def new_password(name: str) -> tuple[str, bool]:
    """A password to be set, and whether it is the one that this command was signed in with.

    From WARKAT_NEW_PASSWORD, else WARKAT_PASSWORD, else typed twice. Refused `passwords_differ`.
    """
    given = os.environ.get(NEW_PASSWORD)
    if given is not None:
        return given, given == os.environ.get(PASSWORD)
    same = os.environ.get(PASSWORD)
    if same is not None:
        return same, True
    typed = _asked(_("Kata sandi baru untuk {name}: ").format(name=name))
    if typed != _asked(_("Sekali lagi: ")):
        raise Refused("passwords_differ", "password")
    return typed, False


def _asked(prompt: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage(
            _(
                "Kata sandi tidak dapat ditanyakan di sini; isi variabel {variable} atau jalankan di terminal."
            ).format(variable=PASSWORD)
        )
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise WrongUsage(_("Kata sandi belum diisi.")) from None
