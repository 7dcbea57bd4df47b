"""The registry looked at from outside: the engine's own check, the books, the index, the attachments. Nothing is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from correspondence.closing_ports import BookNumbers, LetterStory
from correspondence.journal import JournalEntry
from correspondence.numbering import LetterRef, agenda_key
from correspondence.throughput import Fact
from correspondence.workflow import Direction, state_of
from db.index_proof import wrongly_indexed
from db.mapping import fact_of, journal_of
from db.session import Session
from db.tables import JournalRow, LetterFactRow, LetterRow

_MOST = 100
"""Findings of the engine that are told: a broken file has thousands, and the first ones say what happened."""

# What the engine checks by itself when it is asked: PostgreSQL only that keys lead somewhere, since its files belong to
# the server. Foreign keys are read from the catalogue, so that later steps are looked at too.
_KEYS_OF_SERVER = """SELECT kept.conrelid::regclass::text, here.attname, kept.confrelid::regclass::text, there.attname
    FROM pg_constraint AS kept
    JOIN pg_attribute AS here ON here.attrelid = kept.conrelid AND here.attnum = kept.conkey[1]
    JOIN pg_attribute AS there ON there.attrelid = kept.confrelid AND there.attnum = kept.confkey[1]
    WHERE kept.contype = 'f' AND kept.connamespace = current_schema()::regnamespace
        AND array_length(kept.conkey, 1) = 1 ORDER BY 1, 2"""


class Proofs:
    """The office's Proofs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def engine(self) -> Sequence[str]:
        return self._engine_of_file() if self._session.sqlite else self._engine_of_server()

    def _engine_of_file(self) -> list[str]:
        found = [
            str(line) for (line,) in self._session.rows(f"PRAGMA integrity_check({_MOST})") if line != "ok"
        ]
        for table, row, parent, _ in self._session.rows("PRAGMA foreign_key_check"):
            found.append(f"{table} {row} → {parent}")
        return found[:_MOST]

    def _engine_of_server(self) -> list[str]:
        found = []
        for table, column, parent, key in self._session.rows(_KEYS_OF_SERVER):
            lost = self._session.rows(
                f"""SELECT here.{column} FROM {table} AS here LEFT JOIN {parent} AS there ON there.{key} = here.{column}
                WHERE here.{column} IS NOT NULL AND there.{key} IS NULL LIMIT {_MOST}"""
            )
            found += [f"{table}.{column} {value} → {parent}" for (value,) in lost]
        invalid = self._session.rows("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
        return [*found, *(name for (name,) in invalid)][:_MOST]

    def books(self) -> Sequence[BookNumbers]:
        books = [
            (Direction(direction), year)
            for direction, year in self._session.rows(
                "SELECT DISTINCT direction, book_year FROM letter ORDER BY book_year, direction"
            )
        ]
        return [self._book(*book) for book in books]

    def _book(self, book: Direction, year: int) -> BookNumbers:
        key = [book.value, year]
        found = self._session.rows(
            "SELECT agenda_number FROM letter WHERE direction = ? AND book_year = ? ORDER BY agenda_number",
            key,
        )
        numbers = [number for (number,) in found]
        # Not UNIQUE's word for it: an index that was broken or dropped would let a number in twice.
        doubled = tuple(sorted({one for one, next_one in pairwise(numbers) if one == next_one}))
        holes = self._session.rows(
            "SELECT first_number, last_number FROM inherited_hole WHERE direction = ? AND book_year = ?", key
        )
        counter = (
            self._session.value("SELECT value FROM counter WHERE name = ?", [agenda_key(book, year)]) or 0
        )
        highest = max(numbers, default=0)
        known = sorted([*((number, number) for number in numbers), *((first, last) for first, last in holes)])
        return BookNumbers(
            book, year, len(numbers), highest, counter, _missing(known, max(counter, highest)), doubled
        )

    def stories(self, after: int, limit: int) -> Sequence[LetterStory]:
        columns = (LetterRow.id, LetterRow.direction, LetterRow.book_year, LetterRow.agenda_number)
        asked = LetterRow.select(*columns, LetterRow.state, LetterRow.entered_on)
        letters = self._session.dicts(asked.where(LetterRow.id > after).order_by(LetterRow.id).limit(limit))
        if not letters:
            return []
        first, last = letters[0]["id"], letters[-1]["id"]
        journal: defaultdict[int, list[JournalEntry]] = defaultdict(list)
        lines = JournalRow.select().where(JournalRow.letter_id.between(first, last)).order_by(JournalRow.id)
        for row in self._session.dicts(lines):
            journal[row["letter_id"]].append(journal_of(row))
        facts: defaultdict[int, list[Fact]] = defaultdict(list)
        counted = LetterFactRow.select().where(LetterFactRow.letter_id.between(first, last))
        for row in self._session.dicts(counted.order_by(LetterFactRow.id)):
            facts[row["letter_id"]].append(fact_of(row))
        return [
            LetterStory(
                letter_id=each["id"],
                ref=LetterRef(Direction(each["direction"]), each["book_year"], each["agenda_number"]),
                state=state_of(Direction(each["direction"]), each["state"]),
                entered_on=each["entered_on"],
                journal=journal[each["id"]],
                facts=facts[each["id"]],
            )
            for each in letters
        ]

    def letters(self) -> int:
        number: int = self._session.value("SELECT count(*) FROM letter")
        return number

    def index(self) -> Iterator[str | None]:
        for letter_id in wrongly_indexed(self._session):
            if letter_id is None:
                yield None
                continue
            found = self._session.rows(
                "SELECT direction, book_year, agenda_number FROM letter WHERE id = ?", [letter_id]
            )
            yield str(LetterRef(Direction(found[0][0]), *found[0][1:])) if found else f"#{letter_id}"

    def contents(self) -> Iterator[tuple[str, bytes]]:
        keys = self._session.rows("SELECT sha256 FROM content ORDER BY sha256")
        for (key,) in keys:  # one at a time: a scan may be large
            yield key, bytes(self._session.value("SELECT bytes FROM content WHERE sha256 = ?", [key]))

    def unattached(self) -> Sequence[str]:
        found = self._session.rows(
            """SELECT DISTINCT sha256 FROM letter_attachment
            WHERE sha256 NOT IN (SELECT sha256 FROM content) ORDER BY sha256"""
        )
        return [key for (key,) in found]


def _missing(known: Sequence[tuple[int, int]], highest: int) -> tuple[tuple[int, int], ...]:
    """Ranges up to `highest` that the known ones, ascending, leave out."""
    missing, reached = [], 0
    for first, last in known:
        if first > reached + 1:
            missing.append((reached + 1, first - 1))
        reached = max(reached, last)
    if reached < highest:
        missing.append((reached + 1, highest))
    return tuple(missing)
