"""The office as one account sees it: its name in the journal, its role, its doors to the archive.

Whoever opens a registry hands its services the office through one of these two: `unsigned` while there is no account,
`at_desk_of` for the account that signed in. A window may stay open for weeks; so every writing asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from types import TracebackType

from correspondence.accounts import Account, Right, check_right, same_rights
from correspondence.errors import Refused
from correspondence.office import Office
from correspondence.ports import UnitOfWork
from correspondence.services.veiling import Veil
from correspondence.workflow import Role

Opening = AbstractContextManager[UnitOfWork]
Look = Callable[[UnitOfWork], None]


def unsigned(office: Office) -> Office:
    """The office of a desk where nobody signed in: writing is refused (`sign_in_needed`) from the first account on."""
    return replace(office, open_unit=partial(_opened, office.open_unit, _no_accounts))


def at_desk_of(office: Office, account: Account, *, veil: str) -> Office:
    """The office with this account at the keyboard; `veil` is the word in place of what it is not cleared to read.

    Writing is refused once the account was disabled (`account_disabled`) or has other rights (`account_changed`) than it
    signed in with. A head acts only as its officer, where it has one. Letters above its clearance are veiled in lists and refused one by one (`letter_secret`).
    """
    over = Veil(account.clearance, veil)

    def look(unit: UnitOfWork) -> None:
        _still_the_same(account, unit)
        if over.needed:
            over.over_writing(unit)

    reading = partial(_opened, office.open_reading, over.over_reading) if over.needed else office.open_reading
    return replace(
        office,
        actor=account.name,
        role=account.role,
        acts_for=account.officer_id if account.role is Role.HEAD else None,
        open_unit=partial(_opened, office.open_unit, look),
        open_reading=reading,
    )


def by_right(office: Office, right: Right) -> Opening:
    """A unit to write in for who has this right; Refused `right_missing` before anything is read or locked."""
    check_right(office.role, right)
    return office.open_unit()


@dataclass(slots=True)
class _Door:
    """A unit that is looked at on entering, and rolled back at once when the look refuses."""

    opening: Opening
    look: Look
    _left: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> UnitOfWork:
        with ExitStack() as unless_refused:
            unit = unless_refused.enter_context(self.opening)
            self.look(unit)
            self._left = unless_refused.pop_all()
        return unit

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.__exit__(kind, error, trace)


def _opened(opener: Callable[[], Opening], look: Look) -> Opening:
    return _Door(opener(), look)


def _no_accounts(unit: UnitOfWork) -> None:
    if unit.accounts.any():
        raise Refused("sign_in_needed", "as")


def _still_the_same(account: Account, unit: UnitOfWork) -> None:
    now = unit.accounts.named(account.name)
    if now is None or not now.active:
        raise Refused("account_disabled", "name", {"name": account.name})
    if not same_rights(now, account):
        raise Refused("account_changed", "name", {"name": account.name})
