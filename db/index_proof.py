"""Whether the search index holds exactly the words of the letters, found out by reading alone.

SQLite's own `integrity-check` of an index is a write: it would wait for every desk and hold up every desk. So the letters
are indexed once more in the connection's own temporary space, and both indexes are read side by side, word by word.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import groupby

from db.session import Session

_PORTION = 2000
_MOST = 100
_COUNTED = 50_000
"""Places of words between two signs of life."""

_OWN = "letter_index_proof"


def wrongly_indexed(session: Session) -> Iterator[int | None]:
    """Ids of letters whose words in the index are not theirs, each once and at most a hundred; None as a sign of life."""
    return _of_file(session) if session.sqlite else _of_server(session)


def _of_server(session: Session) -> Iterator[int | None]:
    """The words are a generated column there; made once more they must be the same."""
    made: str | None = session.value(
        """SELECT generation_expression FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = 'letter' AND column_name = 'words'"""
    )
    if made is None:  # somebody made an ordinary column of it: nothing keeps it any more
        yield 0
        return
    last = 0
    while True:
        portion = session.rows(
            f"SELECT id, words IS DISTINCT FROM ({made}) FROM letter WHERE id > ? ORDER BY id LIMIT {_PORTION}",
            [last],
        )
        if not portion:
            return
        yield from (letter_id for letter_id, wrong in portion if wrong)
        yield None
        last = portion[-1][0]


def _of_file(session: Session) -> Iterator[int | None]:
    columns = [name for (name,) in session.rows("SELECT name FROM pragma_table_info('letter_index')")]
    names, places = ", ".join(columns), {name: place for place, name in enumerate(columns)}
    session.script(
        [
            f"""CREATE VIRTUAL TABLE temp.{_OWN} USING fts5({names}, content = '', columnsize = 0,
                tokenize = 'unicode61 remove_diacritics 2')""",
            "CREATE VIRTUAL TABLE temp.letter_index_kept USING fts5vocab('main', 'letter_index', 'instance')",
            f"CREATE VIRTUAL TABLE temp.letter_index_made USING fts5vocab('temp', '{_OWN}', 'instance')",
        ]
    )
    yield from _make(session, names)
    told: set[int] = set()
    # One statement each, in the order both indexes are kept in: words, letters, columns, places. Nothing of them stands in
    # memory.
    sides = (
        (
            (term, doc, places[col], offset)
            for term, doc, col, offset in session.stream(f"SELECT * FROM temp.{table}")
        )
        for table in ("letter_index_kept", "letter_index_made")
    )
    for place, (key, both) in enumerate(groupby(heapq.merge(*sides))):
        if sum(1 for _ in both) != 2 and key[1] not in told and len(told) < _MOST:
            told.add(key[1])
            yield key[1]
        if place % _COUNTED == 0:
            yield None


def _make(session: Session, names: str) -> Iterator[None]:
    last = 0
    while True:
        end = session.value(
            f"SELECT max(id) FROM (SELECT id FROM letter WHERE id > ? ORDER BY id LIMIT {_PORTION})", [last]
        )
        if end is None:
            return
        session.run(
            f"INSERT INTO temp.{_OWN} (rowid, {names}) SELECT id, {names} FROM letter_words WHERE id > ? AND id <= ?",
            [last, end],
        )
        yield None
        last = end
