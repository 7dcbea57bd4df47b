"""The journal: one chain over the whole registry, to which lines are only added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from correspondence.journal import GENESIS, JournalEntry, seal
from db.mapping import journal_of, journal_row
from db.session import Session
from db.tables import JournalRow

_INSERT = """INSERT INTO journal (id, at, actor, step, letter_id, note, changes, previous, seal)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_PORTION = 5000


class Journal:
    """The office's Journal. Ids are ours and not the engine's: a writing unit is alone, so the chain has no gap."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, entry: JournalEntry) -> JournalEntry:
        ((number, previous, own),) = self._sealed([entry])
        sealed = replace(entry, id=number, previous=previous, seal=own)
        self._session.run(_INSERT, journal_row(sealed))
        return sealed

    def append_many(self, entries: Sequence[JournalEntry]) -> None:
        # The rows without entries in between: of a hundred thousand each would be made twice.
        # A list and no generator: it asks for the chain's head, which psycopg waits for for ever within an executemany.
        rows = [
            (number, *journal_row(entry)[1:-2], previous, own)
            for entry, (number, previous, own) in zip(entries, self._sealed(entries), strict=True)
        ]
        self._session.many(_INSERT, rows)

    def of_letter(self, letter_id: int) -> Sequence[JournalEntry]:
        query = JournalRow.select().where(JournalRow.letter_id == letter_id).order_by(JournalRow.id)
        return [journal_of(row) for row in self._session.dicts(query)]

    def whole(self) -> Iterator[JournalEntry]:
        last = 0
        while True:
            query = JournalRow.select().where(JournalRow.id > last).order_by(JournalRow.id).limit(_PORTION)
            portion = [journal_of(row) for row in self._session.dicts(query)]
            if not portion:
                return
            yield from portion
            last = portion[-1].id

    def _sealed(self, entries: Sequence[JournalEntry]) -> Iterator[tuple[int, str, str]]:
        """The id, the seal before it and the seal of each entry, as the next ones of the chain."""
        head = self._session.rows("SELECT id, seal FROM journal ORDER BY id DESC LIMIT 1")
        last, previous = head[0] if head else (0, GENESIS)
        for entry in entries:
            last += 1
            own = seal(entry, previous)
            yield last, previous, own
            previous = own
