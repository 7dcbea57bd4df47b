"""Takes a registry to today's step: each step and its record in one transaction."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

from correspondence.errors import Unavailable
from db.engines import Engine
from db.failures import as_office_errors
from db.migrations import NEWEST, RECORD, RECORD_SQL, STEPS, Step, pending
from db.session import Session
from db.sqlite import APPLICATION_ID


def taken(session: Session) -> frozenset[int]:
    """The numbers of the steps that this registry has taken."""
    # Not to_regclass: it remembers a table's absence from before we waited for the desk that was making it.
    where = (
        "sqlite_master WHERE name = ?"
        if session.sqlite
        else "pg_tables WHERE schemaname = current_schema() AND tablename = ?"
    )
    if not session.value(f"SELECT count(*) FROM {where}", (RECORD,)):
        return frozenset()
    return frozenset(number for (number,) in session.rows(f"SELECT number FROM {RECORD}"))


def migrate(engine: Engine, steps: tuple[Step, ...] = STEPS) -> None:
    """Takes those of `steps` that are pending. Raises Unavailable `registry_newer` (found, known).

    A file that holds letters is copied aside first; a registry that needs nothing is only read.
    """
    session = Session(engine.database, engine.place, sqlite=engine.sqlite)
    with as_office_errors(engine.place):
        done = taken(session)
        newest = max(done, default=0)
        if newest > NEWEST:
            raise Unavailable("registry_newer", {**engine.place, "found": newest, "known": NEWEST})
        waiting = pending(done, steps)
        if (
            waiting
            and done
            and session.value("SELECT count(*) FROM (SELECT 1 FROM letter LIMIT 1) AS any_letter")
        ):
            engine.copy_aside(waiting[0][0])
        for step in waiting:
            _take(engine, session, step)


def _take(engine: Engine, session: Session, step: Step) -> None:
    engine.begin(writing=True)
    with contextlib.ExitStack() as unless_it_is_taken:
        unless_it_is_taken.callback(engine.end, commit=False)
        # Another desk may have opened the registry at the same moment and taken the step while we waited.
        done = taken(session)
        for number, name, statements in pending(done, (step,)):
            if not done:
                session.script([RECORD_SQL])
                if session.sqlite:
                    session.script([f"PRAGMA application_id = {APPLICATION_ID}"])
            session.script(statements(sqlite=session.sqlite))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            session.run(
                f"INSERT INTO {RECORD} (number, name, taken_at) VALUES (?, ?, ?)", (number, name, now)
            )
        engine.end(commit=True)
        unless_it_is_taken.pop_all()
