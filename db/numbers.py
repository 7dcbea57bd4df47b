"""Gapless counters: a number comes and goes with the transaction that took it."""

from __future__ import annotations

from collections.abc import Iterable

from correspondence.workflow import Direction
from db.session import Session

# One statement: between a SELECT and an UPDATE somebody else could take the same number.
_TAKE = """INSERT INTO counter (name, value) VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value"""
_RAISE = """INSERT INTO counter (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE counter.value < excluded.value"""


class Numbers:
    """The office's Numbers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, counter: str) -> int:
        number: int = self._session.value(_TAKE, (counter,))
        return number

    def raise_to(self, counter: str, number: int) -> None:
        self._session.run(_RAISE, (counter, number))

    def inherit_holes(
        self, direction: Direction, year: int, holes: Iterable[tuple[int, int]], why: str
    ) -> None:
        self._session.many(
            "INSERT INTO inherited_hole (direction, book_year, first_number, last_number, why)"
            " VALUES (?, ?, ?, ?, ?)",
            [(direction.value, year, first, last, why) for first, last in holes],
        )
