"""Bringing in an agenda book: ours against the engine's own speed and against peewee's `insert_many`.

Ours is services.importing.import_letters on the rows of a book: parsed, checked, numbered, sealed in the journal and
committed. Raw is sqlite3's `executemany` of exactly the rows that an import leaves behind (letters, facts, journal), and
the peer is peewee's `insert_many` of the same; both get them ready-made. Every turn starts from a fresh copy of the same
empty registry, with the same pragmas and indexes; only where it is said does the search index learn the letters.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import ACTOR, scratch, seconds
from bench.letters import book, furnished, url_of
from correspondence.services.importing import import_letters
from correspondence.sheets import Table
from correspondence.workflow import Direction
from db.sqlite import PRAGMAS
from db.tables import JournalRow, LetterFactRow, LetterRow
from ui.wiring import open_registry

TABLES: tuple[tuple[str, Any], ...] = (
    ("letter", LetterRow),
    ("letter_fact", LetterFactRow),
    ("journal", JournalRow),
)
BATCH = 500
"""Rows of one INSERT of peewee's; 100 to 1,000 differ by less than the noise."""


def main() -> None:
    options = harness.arguments(__doc__, letters=10_000, repeats=5).parse_args()
    with scratch() as folder:
        table = book(options.letters)
        bench = Bench(folder, table)
        sides = {
            "ours": lambda: bench.run(bench.empty_without_index, bench.ours),
            "ours, with the search index": lambda: bench.run(bench.empty, bench.ours),
            "raw executemany": lambda: bench.run(bench.empty_without_index, bench.raw),
            "peewee insert_many": lambda: bench.run(bench.empty_without_index, bench.insert_many),
        }
        took = harness.medians(harness.take_turns(sides, repeats=options.repeats))
    harness.say(f"import of {options.letters:,} letters")
    for name, value in took.items():
        harness.say_side(name, value, letters=options.letters)
    harness.say_goal("raw / ours", took["raw executemany"] / took["ours"], at_least=0.60)
    both = took["peewee insert_many"] / took["ours, with the search index"]
    harness.say_goal("insert_many / ours with the search index", both, at_least=2)


class Bench:
    """The two empty registries, and the rows that an import of `table` leaves in one."""

    def __init__(self, folder: Path, table: Table) -> None:
        self._folder = folder
        self._table = table
        self.empty = folder / "empty.sqlite3"
        self.empty_without_index = folder / "empty-without-index.sqlite3"
        furnished(url_of(self.empty)).close()
        shutil.copy(self.empty, self.empty_without_index)
        take_index_out(self.empty_without_index)
        self._statements, self._rows = self._what_is_left()

    def run(self, empty: Path, side: Callable[[Path], float]) -> float:
        file = self._folder / "turn.sqlite3"
        shutil.copy(empty, file)
        try:
            return side(file)
        finally:
            for each in self._folder.glob("turn.sqlite3*"):
                each.unlink()

    def ours(self, file: Path) -> float:
        with open_registry(url_of(file), actor=ACTOR) as registry:
            office = registry.office
            return seconds(lambda: import_letters(office, rows=self._table, direction=Direction.INCOMING))

    def raw(self, file: Path) -> float:
        take_triggers_out(file, "letter_fact_counted_%")
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for name, value in PRAGMAS:
                connection.execute(f"PRAGMA {name} = {value}")

            def write() -> None:
                connection.execute("BEGIN IMMEDIATE")
                for statement, rows in zip(self._statements, self._rows, strict=True):
                    connection.executemany(statement, rows)
                connection.execute("COMMIT")

            return seconds(write)

    def insert_many(self, file: Path) -> float:
        # A database of peewee's own, as a program without db/ would have it.
        import peewee  # lazy: the program's own way of importing it comes first

        take_triggers_out(file, "letter_fact_counted_%")
        database = peewee.SqliteDatabase(str(file), pragmas=PRAGMAS)
        with database.bind_ctx([row for _, row in TABLES]), closing(database):
            database.connect()

            def write() -> None:
                with database.atomic("IMMEDIATE"):
                    for (_, row), rows in zip(TABLES, self._rows, strict=True):
                        names = list(row._meta.sorted_fields)
                        for some in peewee.chunked(rows, BATCH):
                            row.insert_many(some, fields=names).execute()

            return seconds(write)

    def _what_is_left(self) -> tuple[list[str], list[list[tuple[object, ...]]]]:
        file = self._folder / "model.sqlite3"
        shutil.copy(self.empty_without_index, file)
        self.ours(file)
        statements, rows = [], []
        with (
            closing(sqlite3.connect(self.empty)) as empty,
            closing(sqlite3.connect(file)) as connection,
        ):
            for table, row in TABLES:
                names = [field.column_name for field in row._meta.sorted_fields]
                # The journal of an empty registry has a line already: that it was opened.
                (before,) = empty.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
                found = connection.execute(
                    f"SELECT {', '.join(names)} FROM {table} WHERE id > ? ORDER BY id", (before,)
                ).fetchall()
                statements.append(
                    f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
                )
                rows.append(found)
        file.unlink()
        if len(rows[0]) != len(self._table.rows) - 2:
            raise SystemExit(f"only {len(rows[0])} of {len(self._table.rows) - 2} rows came in")
        return statements, rows


def take_index_out(file: Path) -> None:
    """A registry whose search index learns nothing: no triggers, and the view it learns from shows no row."""
    take_triggers_out(file, "letter_index_%")
    with closing(sqlite3.connect(file)) as connection:
        (view,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'letter_words'").fetchone()
        connection.execute("DROP VIEW letter_words")
        connection.execute(f"{view} WHERE 0")
        connection.commit()


def take_triggers_out(file: Path, names: str) -> None:
    """Bare tables keep no counts and no index; `names` as LIKE has it."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?", (names,)
        ).fetchall()
        for (name,) in found:
            connection.execute(f"DROP TRIGGER {name}")
        connection.commit()


if __name__ == "__main__":
    main()
