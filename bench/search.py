"""Searching the register: the search index against a LIKE scan of the same file, and against filtering its matches.

Ours is services.looking_up.page: the first fifty lines, newest first, with the names of their kinds, units and holders. The
scan is what a registry without an index does: `LIKE '%word%'` over number, subject and correspondent, the same columns, by
sqlite3 alone. The goal of the first ratio is set for a million letters; with few, both are over before one sees it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import scratch, seconds
from bench.letters import RARE, filled, url_of
from correspondence.letters import LetterState
from correspondence.office import Office
from correspondence.search import LetterFilter
from correspondence.services import looking_up
from correspondence.workflow import Direction, IncomingState
from db.mapping import LINE_COLUMNS
from db.sqlite import PRAGMAS

FIRST = 51
"""A page of fifty, and one more to know whether others follow."""

WORDS: dict[str, tuple[str, ...]] = {
    "rare word": (RARE, "Babadidihu", "Yuwitama"),
    "common word": ("rapat", "kegiatan", "bantuan", "desa", "undangan"),
    "phrase": ("rapat koordinasi", "bantuan data", "kenaikan pangkat", "sosial warga"),
    "absent": ("zzyzx", "qwertyuiop", "mahkamah internasional"),
    "number part": ("045.2/77", "005/19", "474.3/1024"),
    "prefix": ("koord", "keterti", "musyaw", "imun"),
}
NARROW: tuple[tuple[str, int, LetterState], ...] = (
    ("rapat", 3, IncomingState.REGISTERED),
    ("bantuan", 5, IncomingState.SUBMITTED),
    ("surat", 1, IncomingState.DISPOSED),
    ("anggaran", 7, IncomingState.COMPLETED),
)
"""Word, unit, state: each state holds one letter in twenty, each unit one in eight."""

_FROM = """FROM letter LEFT JOIN letter_kind ON letter_kind.id = letter.kind_id
    LEFT JOIN unit ON unit.id = letter.unit_id LEFT JOIN officer ON officer.id = letter.holder_id"""
_SCAN = f"""SELECT {LINE_COLUMNS} {_FROM}
    WHERE letter_number LIKE ?1 ESCAPE '!' OR subject LIKE ?1 ESCAPE '!' OR correspondent LIKE ?1 ESCAPE '!'
    ORDER BY letter.id DESC LIMIT {FIRST}"""
_MATCH_THEN_FILTER = f"""SELECT {LINE_COLUMNS} FROM letter_index CROSS JOIN letter ON letter.id = letter_index.rowid
    LEFT JOIN letter_kind ON letter_kind.id = letter.kind_id LEFT JOIN unit ON unit.id = letter.unit_id
    LEFT JOIN officer ON officer.id = letter.holder_id
    WHERE letter_index MATCH ? AND letter.unit_id = ? AND letter.state = ?
    ORDER BY letter_index.rowid DESC LIMIT {FIRST}"""


def main() -> None:
    options = harness.arguments(__doc__, letters=10_000, repeats=5).parse_args()
    with scratch() as folder:
        file = folder / "registry.sqlite3"
        with filled(url_of(file), options.letters) as registry, closing(_scanner(file)) as connection:
            harness.say(f"searching {options.letters:,} letters, p95 of a mix, {options.repeats} times each")
            _words_against_scan(registry.office, connection, options.repeats)
            _narrow_against_filter(registry.office, connection, options.repeats)
            _size(connection)


def _words_against_scan(office: Office, connection: sqlite3.Connection, repeats: int) -> None:
    every: dict[str, list[float]] = {"ours": [], "LIKE": []}
    for sort, words in WORDS.items():
        here: dict[str, list[float]] = {"ours": [], "LIKE": []}
        for word in words:
            sides = {"ours": _page(office, word), "LIKE": _rows(connection, _SCAN, [f"%{word}%"])}
            for name, values in harness.take_turns(sides, repeats=repeats).items():
                here[name] += values
        for name, values in here.items():
            harness.say_side(f"{sort}: {name}", harness.p95(values))
            every[name] += values
    ours, scan = harness.p95(every["ours"]), harness.p95(every["LIKE"])
    harness.say_side("all: ours", ours)
    harness.say_side("all: LIKE", scan)
    harness.say_goal("ours / LIKE, p95 of the mix (goal at 1,000,000)", ours / scan, at_most=1 / 20)


def _narrow_against_filter(office: Office, connection: sqlite3.Connection, repeats: int) -> None:
    every: dict[str, list[float]] = {"ours": [], "filter": []}
    for word, unit, state in NARROW:
        sides = {
            "ours": _page(office, word, unit, state),
            "filter": _rows(connection, _MATCH_THEN_FILTER, [f'"{word}" *', unit, state.value]),
        }
        for name, values in harness.take_turns(sides, repeats=repeats).items():
            every[name] += values
    ours, by_filter = harness.p95(every["ours"]), harness.p95(every["filter"])
    harness.say_side("word + unit + state: ours", ours)
    harness.say_side("word + unit + state: match, then filter", by_filter)
    harness.say_goal("ours / match, then filter (goal at 1,000,000)", ours / by_filter, at_most=1 / 5)


def _size(connection: sqlite3.Connection) -> None:
    index, table = (
        connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name {which}").fetchone()[0]
        for which in ("LIKE 'letter!_index!_%' ESCAPE '!'", "= 'letter'")
    )
    harness.say(f"  size: index {index / 1e6:,.1f} MB, letter table {table / 1e6:,.1f} MB")
    harness.say_goal("index / letter table", index / table, at_most=1.0)


def _page(
    office: Office, words: str, unit: int | None = None, state: LetterState | None = None
) -> Callable[[], float]:
    asked = LetterFilter(
        direction=Direction.INCOMING if unit else None,
        words=words,
        unit_id=unit,
        states=frozenset({state} if state else ()),
    )
    return lambda: seconds(lambda: looking_up.page(office, asked=asked))


def _rows(connection: sqlite3.Connection, sql: str, parameters: Sequence[object]) -> Callable[[], float]:
    return lambda: seconds(lambda: connection.execute(sql, parameters).fetchall())


def _scanner(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


if __name__ == "__main__":
    main()
