"""The store of accounts of an archive in memory (tests/fakes.py)."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.accounts import Account, folded_name
from tests.fake_shelves import Broken, FakeStore


class FakeAccounts(FakeStore):
    def any(self) -> bool:
        return bool(self._kept.accounts)

    def add(self, account: Account) -> Account:
        if self.named(account.name) is not None:
            raise Broken("two accounts of one name")
        added: Account = self._kept.put("accounts", account)
        return added

    def save(self, account: Account) -> None:
        self._kept.renew("accounts", "account", account)

    def named(self, name: str) -> Account | None:
        wanted = folded_name(name)
        found = (each for each in self._kept.accounts.values() if folded_name(each.name) == wanted)
        return next(found, None)

    def every(self) -> Sequence[Account]:
        return sorted(self._kept.accounts.values(), key=lambda each: (folded_name(each.name), each.id))
