"""What the office asks of its archive about accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from correspondence.accounts import Account


class Accounts(Protocol):
    """Nobody is deleted: the journal names them."""

    def any(self) -> bool:
        """Whether there is one, active or not."""
        ...

    def add(self, account: Account) -> Account:
        """`account` with its id. Names are unique as `accounts.folded_name` has them."""
        ...

    def save(self, account: Account) -> None:
        """NotFound("account", …) when there is none of its id."""
        ...

    def named(self, name: str) -> Account | None:
        """The account called so, whatever its capitals."""
        ...

    def every(self) -> Sequence[Account]:
        """By name, disabled ones included."""
        ...
