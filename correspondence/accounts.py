"""Accounts: who may sit at this register, in what role, up to which secrecy; and the one table of rights.

An office begins without accounts: then everybody at the desk acts as administrator, as the office's own agenda book would
let them. From the first account on nobody does anything unsigned.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import scrypt
from secrets import token_bytes

from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.workflow import OVERSEERS, Role

SHORTEST_PASSWORD = 6
LONGEST_PASSWORD = 200
"""Characters. The longest only keeps a pasted book from being hashed."""

NAME_LIMIT = 60

_SALT_BYTES = 16
_KEY_BYTES = 32
# RFC 7914's cost, block size and parallelism, at a strength OWASP's password storage cheat sheet names: a fifth of a second
# and 16 MB on an office computer. Every hash carries its own, so that a later program may raise them.
_COST, _BLOCK, _LANES = 2**14, 8, 5
_MOST_MEMORY = 64 * 1024 * 1024


class Right(StrEnum):
    """What an account may do beside taking the steps of the workflow tables, which name their roles themselves."""

    MANAGE_ACCOUNTS = "manage_accounts"
    SET_OFFICE = "set_office"
    KEEP_LISTS = "keep_lists"
    IMPORT = "import"
    CLOSE_MONTH = "close_month"
    UNDO_OTHERS = "undo_others"


_MANAGERS = frozenset({Role.ADMINISTRATOR})

RIGHTS: Mapping[Right, frozenset[Role]] = {
    Right.MANAGE_ACCOUNTS: _MANAGERS,
    Right.SET_OFFICE: _MANAGERS,
    Right.KEEP_LISTS: OVERSEERS,
    Right.IMPORT: OVERSEERS,
    Right.CLOSE_MONTH: frozenset({Role.HEAD, Role.ADMINISTRATOR}),
    Right.UNDO_OTHERS: OVERSEERS,
}
"""Who may what. Settings: letterhead, numbers, hours, deadlines. Lists: officers, units, kinds, codes, days off: a stand-in
is appointed by whoever keeps the day, not by whoever keeps the program."""

SECRECIES: tuple[Secrecy, ...] = tuple(Secrecy)
"""From the most open to the most secret."""

USUAL_CLEARANCE: Mapping[Role, Secrecy] = {
    Role.CLERK: Secrecy.TERBATAS,
    Role.SECRETARY: Secrecy.SANGAT_RAHASIA,
    Role.HEAD: Secrecy.SANGAT_RAHASIA,
    Role.ADMINISTRATOR: Secrecy.SANGAT_RAHASIA,
}
"""What an account may read unless something else is said: a mail clerk enters a sealed letter by its envelope and does not
open it (rahasia and above are opened by the addressee)."""


@dataclass(frozen=True, slots=True)
class PasswordHash:
    """A password nobody can read back. `text` is `scrypt$cost$block$lanes$salt$key`, the last two in hexadecimal."""

    text: str = field(repr=False)

    def matches(self, password: str) -> bool:
        """Whether `password` is the one; takes the same time for any."""
        _, cost, block, lanes, salt, key = self.text.split("$")
        tried = _key(password, bytes.fromhex(salt), int(cost), int(block), int(lanes))
        return hmac.compare_digest(tried, bytes.fromhex(key))


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs in. `officer_id` is the officer this is, if one; a disabled account stays for the journal's sake."""

    name: str
    role: Role
    clearance: Secrecy
    password: PasswordHash
    created_at: datetime
    officer_id: int | None = None
    active: bool = True
    id: int = 0


NOBODY = PasswordHash(f"scrypt${_COST}${_BLOCK}${_LANES}${'00' * _SALT_BYTES}${'00' * _KEY_BYTES}")
"""What is compared when no such account exists: a wrong name must not be known by a quicker answer."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as a list shows it: with the name of its officer, "" without one."""

    account: Account
    officer: str


def may(role: Role, right: Right) -> bool:
    """Whether the table gives `role` this right."""
    return role in RIGHTS[right]


def check_right(role: Role, right: Right) -> None:
    """Refuses `right_missing` (facts: right, roles) unless the table gives it."""
    if not may(role, right):
        raise Refused("right_missing", facts={"right": str(right), "roles": tuple(sorted(RIGHTS[right]))})


def clears(clearance: Secrecy, secrecy: Secrecy) -> bool:
    """Whether who is cleared so far may read a letter of this secrecy."""
    return SECRECIES.index(secrecy) <= SECRECIES.index(clearance)


def within(clearance: Secrecy) -> frozenset[Secrecy]:
    """Every secrecy that may be read."""
    return frozenset(each for each in SECRECIES if clears(clearance, each))


def folded_name(name: str) -> str:
    """What two names of one account have in common: neither capitals nor outer blanks count."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def hashed(password: str) -> PasswordHash:
    """A fresh salt each time. Refuses `password_missing`, `password_too_short`, `password_too_long` (length, limit)."""
    length = len(password)
    if not password.strip():
        raise Refused("password_missing", "password")
    if length < SHORTEST_PASSWORD:
        raise Refused("password_too_short", "password", {"limit": SHORTEST_PASSWORD})
    if length > LONGEST_PASSWORD:
        raise Refused("password_too_long", "password", {"limit": LONGEST_PASSWORD})
    salt = token_bytes(_SALT_BYTES)
    key = _key(password, salt, _COST, _BLOCK, _LANES)
    return PasswordHash(f"scrypt${_COST}${_BLOCK}${_LANES}${salt.hex()}${key.hex()}")


def check_keeps_the_door_open(before: Account, after: Account, everybody: Iterable[Account]) -> None:
    """Refuses `last_administrator` and `last_account`: a change after which nobody could manage, or nobody sign in."""
    others = [each for each in everybody if each.active and each.id != before.id]
    managed = before.active and before.role is Role.ADMINISTRATOR
    manages = after.active and after.role is Role.ADMINISTRATOR
    if managed and not manages and not any(each.role is Role.ADMINISTRATOR for each in others):
        raise Refused("last_administrator", facts={"name": before.name})
    if before.active and not after.active and not others:
        raise Refused("last_account", facts={"name": before.name})


def same_rights(now: Account, then: Account) -> bool:
    """Whether an account may what it could when it signed in."""
    return (now.role, now.clearance, now.officer_id) == (then.role, then.clearance, then.officer_id)


def is_managed(everybody: Iterable[Account]) -> bool:
    """Whether an active administrator is among them; while none is, every account manages them."""
    return any(each.active and each.role is Role.ADMINISTRATOR for each in everybody)


def _key(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    # Composed: one keyboard types é as one sign, another as two. Half a character, as a terminal may hand over, matches none.
    typed = unicodedata.normalize("NFC", password).encode("utf-8", errors="surrogatepass")
    return scrypt(typed, salt=salt, n=cost, r=block, p=lanes, maxmem=_MOST_MEMORY, dklen=_KEY_BYTES)
