"""The two agenda books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from peewee import chunked

from correspondence.errors import ChangedElsewhere
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction
from db.bulk import insert_letters
from db.failures import missing
from db.mapping import STORED_COLUMNS, instant_of, letter_of, letter_row
from db.session import Session, marks
from db.tables import JournalRow, LetterRow

_INSERT = (
    f"INSERT INTO letter (request_key, {', '.join(STORED_COLUMNS)})"
    f" VALUES ({marks((*STORED_COLUMNS, 'request_key'))}) RETURNING id"
)
_CHANGEABLE = tuple(name for name in STORED_COLUMNS if name != "version")
_UPDATE = (
    f"UPDATE letter SET {', '.join(f'{name} = ?' for name in _CHANGEABLE)}, version = version + 1"
    " WHERE id = ? AND version = ?"
)
_VERSION = STORED_COLUMNS.index("version")


class Letters:
    """The office's Letters."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, letter: Letter, request_key: str) -> Letter:
        new_id = self._session.value(_INSERT, (request_key, *letter_row(letter)))
        return replace(letter, id=new_id)

    def add_many(self, letters: Sequence[Letter], request_keys: Sequence[str]) -> Sequence[int]:
        return insert_letters(self._session, letters, request_keys)

    def save(self, letter: Letter) -> Letter:
        row = letter_row(letter)
        del row[_VERSION]
        if self._session.run(_UPDATE, (*row, letter.id, letter.version)).rowcount != 1:
            now = self.by_id(letter.id)
            last = (
                JournalRow.select(JournalRow.actor)
                .where(JournalRow.letter_id == letter.id)
                .order_by(JournalRow.id.desc())
            )
            entry = self._session.one(last)
            raise ChangedElsewhere(str(now.ref), entry["actor"] if entry else "")
        return replace(letter, version=letter.version + 1)

    def by_ref(self, ref: LetterRef) -> Letter:
        row = self._session.one(
            LetterRow.select().where(
                LetterRow.direction == ref.book.value,
                LetterRow.book_year == ref.year,
                LetterRow.agenda_number == ref.number,
            )
        )
        if row is None:
            raise missing("letter", ref)
        return letter_of(row)

    def by_id(self, letter_id: int) -> Letter:
        row = self._session.one(LetterRow.select().where(LetterRow.id == letter_id))
        if row is None:
            raise missing("letter", letter_id)
        return letter_of(row)

    def by_request_key(self, request_key: str) -> Letter | None:
        row = self._session.one(LetterRow.select().where(LetterRow.request_key == request_key))
        return None if row is None else letter_of(row)

    def known_keys(self, request_keys: Sequence[str]) -> frozenset[str]:
        known: set[str] = set()
        for some in chunked(request_keys, 500):
            found = self._session.rows(
                f"SELECT request_key FROM letter WHERE request_key IN ({marks(some)})", some
            )
            known.update(key for (key,) in found)
        return frozenset(known)

    def taken_numbers(self, direction: Direction, year: int) -> frozenset[int]:
        found = self._session.rows(
            "SELECT agenda_number FROM letter WHERE direction = ? AND book_year = ?", (direction.value, year)
        )
        return frozenset(number for (number,) in found)

    def last_registration(self) -> datetime | None:
        return instant_of(self._session.value("SELECT max(registered_at) FROM letter"))
