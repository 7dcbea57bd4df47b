"""Accounts; a password is stored only as what nobody can read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from correspondence.accounts import Account, PasswordHash, folded_name
from correspondence.letters import Secrecy
from correspondence.workflow import Role
from db.failures import missing
from db.mapping import instant_of
from db.session import Row, Session
from db.tables import instant_text

_COLUMNS = "name, folded, role, clearance, officer_id, password, active"
_INSERT = f"INSERT INTO account ({_COLUMNS}, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
_UPDATE = """UPDATE account SET name = ?, folded = ?, role = ?, clearance = ?, officer_id = ?, password = ?, active = ?
    WHERE id = ?"""
_SELECT = "SELECT name, role, clearance, officer_id, password, active, created_at, id FROM account"


class Accounts:
    """The office's Accounts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def any(self) -> bool:
        return bool(self._session.value("SELECT EXISTS (SELECT 1 FROM account)"))

    def add(self, account: Account) -> Account:
        values = (*_values(account), instant_text(account.created_at))
        return replace(account, id=self._session.value(_INSERT, values))

    def save(self, account: Account) -> None:
        if not self._session.run(_UPDATE, (*_values(account), account.id)).rowcount:
            raise missing("account", account.id)

    def named(self, name: str) -> Account | None:
        rows = self._session.rows(f"{_SELECT} WHERE folded = ?", (folded_name(name),))
        return _account(rows[0]) if rows else None

    def every(self) -> Sequence[Account]:
        accounts = [_account(row) for row in self._session.rows(_SELECT)]
        return sorted(accounts, key=lambda each: (folded_name(each.name), each.id))


def _values(account: Account) -> tuple[object, ...]:
    return (
        account.name,
        folded_name(account.name),
        account.role.value,
        account.clearance.value,
        account.officer_id,
        account.password.text,
        account.active,
    )


def _account(row: Row) -> Account:
    name, role, clearance, officer_id, password, active, created_at, key = row
    return Account(
        name=name,
        role=Role(role),
        clearance=Secrecy(clearance),
        password=PasswordHash(password),
        created_at=instant_of(created_at) or datetime.min.replace(tzinfo=UTC),
        officer_id=officer_id,
        active=bool(active),
        id=key,
    )
