"""Eight desks that register at once, against one desk that registers as many alone, on SQLite and on PostgreSQL.

Every desk is a process of its own with services.registering.register_incoming. The peer for waiting is the same file
and the same writing with nothing but SQLite's busy_timeout between the desks; the peer on PostgreSQL is one INSERT and
a commit by eight connections, numbered by a bare sequence (which leaves gaps, and writes neither journal nor fact).
Afterwards every number is looked at: no gap, no duplicate, no error.
"""

from __future__ import annotations

import multiprocessing
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import own_database, scratch
from bench.letters import KINDS, UNITS, furnished, letters, url_of
from correspondence.errors import OfficeError
from correspondence.forms import LetterForm
from correspondence.office import Office
from correspondence.services.registering import register_incoming
from db.connection import Archive
from db.mapping import STORED_COLUMNS, letter_row
from db.sqlite import SqliteEngine
from ui.clock import SystemClock
from ui.wiring import open_registry

DESKS = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one turn gave: the seconds until the last desk was done, the longest single call, and what went wrong."""

    took: float
    longest: float
    errors: int


Desk = Callable[[str, int], AbstractContextManager[Callable[[int], object]]]
"""(url, desk) → within it, what registers this desk's n-th letter."""


def main() -> None:
    options = harness.arguments(__doc__, letters=1600, repeats=3, server=True).parse_args()
    each = max(1, options.letters // DESKS)
    with scratch() as folder:
        _on_sqlite(folder, each, options.repeats)
    if options.postgresql:
        _on_postgresql(options.postgresql, each, options.repeats)
    else:
        harness.say("PostgreSQL: not measured, no --postgresql URL was given")


def _on_sqlite(folder: Path, each: int, repeats: int) -> None:
    harness.say(f"SQLite, {DESKS} desks × {each} letters, {repeats} times")
    turns = iter(range(1_000_000))

    def fresh() -> str:
        url = url_of(folder / f"turn-{next(turns)}.sqlite3")
        furnished(url).close()
        return url

    def counted(desks: int, desk: Desk) -> Outcome:
        url = fresh()
        outcome = at_once(desks, desk, url, each * DESKS // desks)
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            rows = connection.execute("SELECT agenda_number FROM letter").fetchall()
        say_gaps([number for (number,) in rows], each * DESKS, outcome.errors)
        return outcome

    sides = {
        "one desk": lambda: counted(1, registering),
        "eight desks": lambda: counted(DESKS, registering),
        "eight desks, busy_timeout alone": lambda: counted(DESKS, registering_unqueued),
    }
    best = _turns(sides, repeats)
    _say(best, each)
    harness.say_goal("one desk / eight desks", best["one desk"].took / best["eight desks"].took, at_least=0.6)
    waits = best["eight desks"].longest / best["eight desks, busy_timeout alone"].longest
    harness.say_goal("longest wait / busy_timeout's", waits, at_most=1 / 5)


def _on_postgresql(server: str, each: int, repeats: int) -> None:
    import psycopg  # an extra; only with a server

    harness.say(f"PostgreSQL, {DESKS} desks × {each} letters, {repeats} times")

    def counted(desks: int, desk: Desk) -> Outcome:
        with own_database(server) as url:
            furnished(url).close()
            if desk is sequence:
                with psycopg.connect(url, autocommit=True) as connection:
                    connection.execute("CREATE SEQUENCE bare")
            outcome = at_once(desks, desk, url, each * DESKS // desks)
            with psycopg.connect(url) as connection:
                rows = connection.execute("SELECT agenda_number FROM letter").fetchall()
            say_gaps([number for (number,) in rows], each * DESKS, outcome.errors)
            return outcome

    sides = {
        "one desk": lambda: counted(1, registering),
        "eight desks": lambda: counted(DESKS, registering),
        "eight connections, a bare sequence": lambda: counted(DESKS, sequence),
    }
    best = _turns(sides, repeats)
    _say(best, each)
    harness.say_goal("one desk / eight desks", best["one desk"].took / best["eight desks"].took, at_least=0.6)
    bare = best["eight connections, a bare sequence"].took / best["eight desks"].took
    harness.say_goal("bare sequence / eight desks", bare, at_least=0.3)


def _turns(sides: dict[str, Callable[[], Outcome]], repeats: int) -> dict[str, Outcome]:
    """The sides in turns; of each the turn of the median, with the median of the longest calls."""
    found: dict[str, list[Outcome]] = {name: [] for name in sides}
    for turn in range(repeats):
        for name in list(sides) if turn % 2 == 0 else list(reversed(sides)):
            found[name].append(sides[name]())
    took = harness.medians({name: [each.took for each in all_] for name, all_ in found.items()})
    longest = harness.medians({name: [each.longest for each in all_] for name, all_ in found.items()})
    return {
        name: Outcome(took[name], longest[name], sum(each.errors for each in all_))
        for name, all_ in found.items()
    }


def _say(best: dict[str, Outcome], each: int) -> None:
    for name, outcome in best.items():
        harness.say_side(name, outcome.took, letters=each * DESKS)
        harness.say_side("    longest call", outcome.longest)


def say_gaps(numbers: list[int], expected: int, errors: int) -> None:
    """Speaks up when a turn was not perfect; a perfect one needs no line."""
    duplicates = len(numbers) - len(set(numbers))
    gaps = max(numbers, default=0) - len(set(numbers))
    if duplicates or gaps or errors or len(numbers) != expected:
        harness.say(
            f"  NOT perfect: {len(numbers)} of {expected} letters, {gaps} gaps, {duplicates} duplicates, {errors} errors"
        )


def at_once(desks: int, desk: Desk, url: str, letters: int) -> Outcome:
    """Runs `desk` in so many processes; all begin when the last one is ready."""
    context = multiprocessing.get_context("spawn")
    ready, answers = context.Barrier(desks + 1), context.Queue()
    started = [
        context.Process(target=_sit_down, args=(desk, url, number, letters, ready, answers))
        for number in range(desks)
    ]
    for process in started:
        process.start()
    ready.wait()
    start = time.perf_counter()
    told = [answers.get() for _ in started]
    took = time.perf_counter() - start
    for process in started:
        process.join()
    return Outcome(took, max(longest for longest, _ in told), sum(errors for _, errors in told))


def _sit_down(desk: Desk, url: str, number: int, letters: int, ready: Barrier, answers: Any) -> None:
    longest = errors = 0
    with desk(url, number) as register:
        register(0)  # the first call warms this process up: statements, caches, the file's pages
        ready.wait()
        for place in range(1, letters):
            start = time.perf_counter()
            try:
                register(place)
            except (OfficeError, sqlite3.Error):
                errors += 1
            longest = max(longest, time.perf_counter() - start)
    answers.put((longest, errors))


@contextmanager
def registering(url: str, number: int) -> Iterator[Callable[[int], object]]:
    """A desk as it is."""
    with open_registry(url, actor=f"desk {number}") as registry:
        yield lambda place: register_incoming(registry.office, form=_form(number, place))


class _Unqueued(SqliteEngine):
    """Nothing but busy_timeout between the desks."""

    def begin(self, *, writing: bool) -> None:
        self.database.execute_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    def end(self, *, commit: bool) -> None:
        self.database.execute_sql("COMMIT" if commit else "ROLLBACK")


@contextmanager
def registering_unqueued(url: str, number: int) -> Iterator[Callable[[int], object]]:
    """A desk without whatever the archive does to let desks take turns."""
    archive = Archive(url, _Unqueued(Path(url.removeprefix("sqlite:///"))))
    office = Office(archive.open_unit, archive.open_reading, SystemClock(), f"desk {number}")
    with closing(archive):
        yield lambda place: register_incoming(office, form=_form(number, place))


@contextmanager
def sequence(url: str, number: int) -> Iterator[Callable[[int], object]]:
    """One INSERT of a whole letter, numbered by a sequence, committed."""
    import psycopg  # an extra; only with a server

    letter = next(letters(1))
    columns = ("request_key", *STORED_COLUMNS)
    values = ["nextval('bare')" if name == "agenda_number" else "%s" for name in columns]
    insert = f"INSERT INTO letter ({', '.join(columns)}) VALUES ({', '.join(values)})"
    row = [
        value
        for name, value in zip(STORED_COLUMNS, letter_row(letter), strict=True)
        if name != "agenda_number"
    ]
    with psycopg.connect(url, autocommit=True) as connection:
        yield lambda place: connection.execute(insert, [f"{number}-{place}", *row])


def _form(number: int, place: int) -> LetterForm:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    return LetterForm(
        correspondent=f"Dinas Sosial Meja {number}",
        subject=f"Undangan rapat koordinasi penanganan banjir ke-{place}",
        letter_number=f"005/{place}/DINSOS/{yesterday.year}",
        letter_date=yesterday,
        received_on=yesterday,
        kind=KINDS[place % len(KINDS)],
        unit=UNITS[place % len(UNITS)],
    )


if __name__ == "__main__":
    main()
