"""Registering one letter at a desk, durable, against the three inserts it cannot do without.

Ours is services.registering.register_incoming: the form is checked, the number taken, the letter, its fact and its line in
the journal's chain written, the sender remembered. Raw is one transaction of sqlite3 on a copy of the same registry with
the same pragmas: the letter, a line of the journal and the entry of the search index. The sides take turns letter by letter.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import ACTOR, scratch, seconds
from bench.letters import KINDS, UNITS, filled, letters, url_of
from correspondence.forms import LetterForm
from correspondence.letters import Letter
from correspondence.services.registering import register_incoming
from db.mapping import STORED_COLUMNS, letter_row
from db.session import marks
from db.sqlite import PRAGMAS
from db.tables import JournalRow
from ui.wiring import open_registry

WARM_UP = 5


def main() -> None:
    options = harness.arguments(__doc__, letters=10_000, repeats=200).parse_args()
    with scratch() as folder:
        file, bare = folder / "registry.sqlite3", folder / "bare.sqlite3"
        filled(url_of(file), options.letters).close()
        shutil.copy(file, bare)
        fresh = list(letters(options.repeats + WARM_UP))
        with open_registry(url_of(file), actor=ACTOR) as registry, closing(_raw_connection(bare)) as raw:
            office, desk = registry.office, _RawDesk(raw)
            waiting, written = iter([_form(letter) for letter in fresh]), iter(fresh)

            def ours() -> float:
                form = next(waiting)
                return seconds(lambda: register_incoming(office, form=form))

            def peer() -> float:
                letter = next(written)
                return seconds(lambda: desk.write(letter))

            sides = {"ours": ours, "raw three inserts": peer}
            taken = harness.take_turns(sides, repeats=options.repeats, warm_up=WARM_UP)
    took = harness.medians(taken)
    harness.say(f"registering one letter in a registry of {options.letters:,}, {options.repeats} times")
    for name, value in took.items():
        harness.say_side(name, value)
    harness.say_goal("ours / raw", took["ours"] / took["raw three inserts"], at_most=2.5)


class _RawDesk:
    """Writes letters with numbers of its own, as little as a registry can write."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # What the index holds is made by the registry's own trigger; here by the same words in a statement.
        (learn,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'letter_index_insert'"
        ).fetchone()
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'letter_index_%'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        names = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info('letter_index')")]
        if not all(name in learn for name in names):
            raise SystemExit("the index is filled in another way than this benchmark knows")
        columns = ("id", "request_key", *STORED_COLUMNS)
        self._letter = f"INSERT INTO letter ({', '.join(columns)}) VALUES ({marks(columns)})"
        listed = ", ".join(names)
        self._index = (
            f"INSERT INTO letter_index (rowid, {listed}) SELECT id, {listed} FROM letter_words WHERE id = ?"
        )
        columns = tuple(field.column_name for field in JournalRow._meta.sorted_fields)
        self._journal = f"INSERT INTO journal ({', '.join(columns)}) VALUES ({marks(columns)})"
        self._id: int = connection.execute("SELECT coalesce(max(id), 0) FROM letter").fetchone()[0]
        self._line: int = connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0]

    def write(self, letter: Letter) -> None:
        self._id += 1
        self._line += 1
        row = letter_row(letter)
        row[STORED_COLUMNS.index("agenda_number")] = self._id + 1_000_000
        at = "2026-11-21T07:30:00.000000Z"
        line = (self._line, at, ACTOR, "registered", self._id, "", "{}", "0" * 64, "0" * 64)
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute(self._letter, (self._id, f"raw-{self._id}", *row))
        execute(self._journal, line)
        execute(self._index, (self._id,))
        execute("COMMIT")


def _raw_connection(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def _form(letter: Letter) -> LetterForm:
    """What a clerk types of it today."""
    today = (datetime.now(UTC) - timedelta(days=1)).date()
    return LetterForm(
        correspondent=letter.correspondent,
        subject=letter.subject,
        letter_number=letter.letter_number,
        letter_date=today,
        received_on=today,
        correspondent_address=letter.correspondent_address,
        kind=KINDS[(letter.kind_id or 1) - 1],
        classification=letter.classification,
        unit=UNITS[(letter.unit_id or 1) - 1],
        enclosures=letter.enclosures,
    )


if __name__ == "__main__":
    main()
