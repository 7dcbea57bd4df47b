"""Takes a registry to today's step: each step and its record in one transaction."""

from __future__ import annotations

from datetime import UTC, datetime

from correspondence.errors import Unavailable
from db.engines import Engine
from db.failures import as_office_errors
from db.migrations import EVERY, NEWEST, RECORD, RECORD_SQL, pending
from db.session import Session
from db.sqlite import APPLICATION_ID


def taken(session: Session) -> frozenset[int]:
    """The numbers of the steps that this registry has taken."""
    known = (
        session.value("SELECT count(*) FROM sqlite_master WHERE name = ?", (RECORD,))
        if session.sqlite
        else session.value("SELECT to_regclass(?) IS NOT NULL", (RECORD,))
    )
    return (
        frozenset(number for (number,) in session.rows(f"SELECT number FROM {RECORD}"))
        if known
        else frozenset()
    )


def migrate(engine: Engine, *, steps: frozenset[int] = EVERY) -> None:
    """Takes the pending ones of `steps` (tests stop early). Raises Unavailable `registry_newer` (found, known).

    A file that holds letters is copied aside first; a registry that needs nothing is only read.
    """
    session = Session(engine.database, engine.place, sqlite=engine.sqlite)
    with as_office_errors(engine.place):
        done = taken(session)
        newest = max(done, default=0)
        if newest > NEWEST:
            raise Unavailable("registry_newer", {**engine.place, "found": newest, "known": NEWEST})
        waiting = [step for step in pending(done) if step[0] in steps]
        if (
            waiting
            and done
            and session.value("SELECT count(*) FROM (SELECT 1 FROM letter LIMIT 1) AS any_letter")
        ):
            engine.copy_aside(waiting[0][0])
        for number, _, _ in waiting:
            _take(engine, session, number)


def _take(engine: Engine, session: Session, number: int) -> None:
    engine.begin(writing=True)
    try:
        done = taken(session)
        # Another desk may have opened the registry at the same moment and taken the step while we waited.
        for _, name, statements in (step for step in pending(done) if step[0] == number):
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
    except BaseException:
        engine.end(commit=False)
        raise
