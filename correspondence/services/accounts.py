"""Accounts: adding, changing, disabling, signing in. Each change is a line of the journal; no password or hash ever is."""

from __future__ import annotations

from dataclasses import replace

from correspondence.accounts import (
    NAME_LIMIT,
    NOBODY,
    USUAL_CLEARANCE,
    Account,
    AccountLine,
    Right,
    check_keeps_the_door_open,
    check_right,
    folded_name,
    hashed,
    is_managed,
    may,
    same_rights,
)
from correspondence.changes import Changes, Topic
from correspondence.errors import NotFound, Refused
from correspondence.forms import clean
from correspondence.letters import Secrecy
from correspondence.office import Office, moment
from correspondence.people import find_officer
from correspondence.ports import UnitOfWork
from correspondence.services.noting import checked_name, note
from correspondence.workflow import Role

ACCOUNTS = Changes(topics=frozenset({Topic.ACCOUNTS}))


def in_use(office: Office) -> bool:
    """Whether the office has accounts, so that somebody must sign in."""
    with office.open_reading() as unit:
        return unit.accounts.any()


def accounts(office: Office) -> tuple[AccountLine, ...]:
    """Every account by name, disabled ones included."""
    with office.open_reading() as unit:
        names = {each.id: each.name for each in unit.people.officers()}
        return tuple(AccountLine(each, names.get(each.officer_id or 0, "")) for each in unit.accounts.every())


def managed(office: Office) -> bool:
    """Whether an active administrator exists; while none does, every account may manage accounts."""
    with office.open_reading() as unit:
        return is_managed(unit.accounts.every())


def still(office: Office, *, account: Account | None) -> bool:
    """Whether who sits at a desk may go on sitting there: as `account` with its rights, or unsigned while there are none."""
    with office.open_reading() as unit:
        if account is None:
            return not unit.accounts.any()
        now = unit.accounts.named(account.name)
    return now is not None and now.active and same_rights(now, account)


def may_manage(office: Office) -> bool:
    """Whether the one at this desk may add, change and disable accounts."""
    return may(office.role, Right.MANAGE_ACCOUNTS) or not managed(office)


def sign_in(office: Office, *, name: str, password: str) -> Account:
    """The account of this name and password.

    Refuses `sign_in_refused` for a wrong name as for a wrong password, after the same work; `account_disabled` only to
    whoever knew the password.
    """
    with office.open_reading() as unit:
        account = unit.accounts.named(name)
    # Outside the unit: it takes a fifth of a second on purpose.
    right = (account.password if account is not None else NOBODY).matches(password)
    if account is None or not right:
        raise Refused("sign_in_refused", "password")
    if not account.active:
        raise Refused("account_disabled", "name", {"name": account.name})
    return account


def add_account(
    office: Office,
    *,
    name: str,
    role: Role,
    password: str,
    officer: str = "",
    clearance: Secrecy | None = None,
) -> Changes:
    """A new account; without `clearance` the usual one of its role. From the first one on everybody must sign in.

    Refuses `right_missing`, `name_missing`, `text_too_long`, `account_known`, and as `accounts.hashed`; NotFound (officer).
    """
    called = checked_name(" ".join(clean(name).split()), limit=NAME_LIMIT)
    password_hash = hashed(password)
    with office.open_unit() as unit:
        _check_manages(office, unit)
        known = unit.accounts.named(called)
        if known is not None:
            raise Refused("account_known", "name", {"name": known.name})
        account = unit.accounts.add(
            Account(
                name=called,
                role=role,
                clearance=clearance or USUAL_CLEARANCE[role],
                password=password_hash,
                created_at=moment(office, unit).at,
                officer_id=_officer_id(unit, officer),
            )
        )
        said = {"role": ("", str(account.role)), "clearance": ("", str(account.clearance))}
        note(office, unit, "account_added", account.name, said)
        unit.commit()
    return ACCOUNTS


def change_account(
    office: Office,
    *,
    name: str,
    role: Role | None = None,
    officer: str | None = None,
    clearance: Secrecy | None = None,
) -> Changes:
    """Another role, officer ("" for none) or clearance; None leaves it. Who is signed in with it must sign in again.

    Refuses `right_missing`, `last_administrator`; NotFound (account, officer).
    """
    with office.open_unit() as unit:
        _check_manages(office, unit)
        before = _called(unit, name)
        after = replace(
            before,
            role=role or before.role,
            clearance=clearance or before.clearance,
            officer_id=before.officer_id if officer is None else _officer_id(unit, officer),
        )
        check_keeps_the_door_open(before, after, unit.accounts.every())
        unit.accounts.save(after)
        said = {
            "role": (str(before.role), str(after.role)),
            "clearance": (str(before.clearance), str(after.clearance)),
            "officer": (_officer_name(unit, before), _officer_name(unit, after)),
        }
        note(office, unit, "account_changed", after.name, said)
        unit.commit()
    return ACCOUNTS


def disable_account(office: Office, *, name: str) -> Changes:
    """Nobody signs in with it any more. Refuses `right_missing`, `last_administrator`, `last_account`; NotFound."""
    return _set_active(office, name, active=False)


def enable_account(office: Office, *, name: str) -> Changes:
    """It may be signed in with again. Refuses `right_missing`; NotFound."""
    return _set_active(office, name, active=True)


def set_password(office: Office, *, name: str, password: str) -> Changes:
    """Another password; one's own always, another's for who manages accounts.

    Refuses `right_missing`, `password_unchanged` (one's own), and as `accounts.hashed`; NotFound.
    """
    password_hash = hashed(password)
    own = folded_name(name) == folded_name(office.actor)
    if own:
        with office.open_reading() as unit:
            before = _called(unit, name)
        if before.password.matches(password):
            raise Refused("password_unchanged", "password")
    with office.open_unit() as unit:
        if not own:
            _check_manages(office, unit)
        account = _called(unit, name)
        unit.accounts.save(replace(account, password=password_hash))
        note(office, unit, "account_password_set", account.name)
        unit.commit()
    return ACCOUNTS


def _set_active(office: Office, name: str, *, active: bool) -> Changes:
    with office.open_unit() as unit:
        _check_manages(office, unit)
        before = _called(unit, name)
        after = replace(before, active=active)
        check_keeps_the_door_open(before, after, unit.accounts.every())
        if after != before:
            unit.accounts.save(after)
            note(office, unit, "account_enabled" if active else "account_disabled", after.name)
            unit.commit()
    return ACCOUNTS


def _check_manages(office: Office, unit: UnitOfWork) -> None:
    """A first account that is a clerk's must not lock the office out."""
    if is_managed(unit.accounts.every()):
        check_right(office.role, Right.MANAGE_ACCOUNTS)


def _called(unit: UnitOfWork, name: str) -> Account:
    account = unit.accounts.named(name)
    if account is None:
        raise NotFound("account", clean(name), tuple(each.name for each in unit.accounts.every()))
    return account


def _officer_id(unit: UnitOfWork, named: str) -> int | None:
    return find_officer(named, unit.people.officers()).id if clean(named) else None


def _officer_name(unit: UnitOfWork, account: Account) -> str:
    return "" if account.officer_id is None else unit.people.officer(account.officer_id).name
