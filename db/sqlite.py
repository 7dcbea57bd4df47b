"""A registry in a file of this desk: SQLite with a write-ahead log, durable at every commit."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import peewee

from correspondence.errors import Unavailable
from db.failures import as_office_errors
from db.network_share import is_on_network_share
from db.turns import Turns
from db.watching import FileWatch

APPLICATION_ID = 0x5741524B
"""`WARK` in the file's header: a registry of ours, whatever its name."""

WAIT = 30
"""Seconds that a desk waits for another one's transaction."""

# busy_timeout first: each of the others may have to wait. FULL: a commit survives a pulled plug (NORMAL did not sync).
# recursive_triggers: else REPLACE would pass by the triggers that keep the index and the journal.
PRAGMAS = (
    ("busy_timeout", WAIT * 1000),
    ("synchronous", "FULL"),
    ("foreign_keys", "ON"),
    ("recursive_triggers", "ON"),
)


class _Database(peewee.SqliteDatabase):
    """Remembers the connections of all threads, so that one of them can close or interrupt the others."""

    def __init__(self, uri: str) -> None:
        self.opened: list[sqlite3.Connection] = []
        self._opening = threading.Lock()
        super().__init__(uri, pragmas=PRAGMAS, timeout=WAIT, check_same_thread=False, uri=True)

    def _connect(self) -> Any:
        connection = super()._connect()  # type: ignore[misc]  # peewee's stubs leave it out
        with self._opening:
            self.opened.append(connection)
        return connection


class SqliteEngine:
    """One file, one writer at a time, any number of readers; where it may only be read, readers alone."""

    sqlite = True

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.place: Mapping[str, object] = {"path": str(self.path)}
        self.database: peewee.Database = _Database(f"{self.path.as_uri()}?mode=rwc")
        self._read_only = False
        self._turns = Turns(self.path, WAIT)

    def find(self, *, create: bool) -> None:
        with as_office_errors(self.place):
            if is_on_network_share(self.path):
                raise Unavailable("registry_on_network_share", self.place)
            exists = self.path.exists()
            if not exists and not create:
                raise Unavailable("registry_missing", self.place)
            if exists:
                self._recognise(create=create)
            else:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._read_only:
                return
            if self.database.execute_sql("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise Unavailable("registry_on_network_share", self.place)

    def _recognise(self, *, create: bool) -> None:
        """Before anything is written: is the file one of ours, and may it be written, or only read?"""
        if not self.path.is_file():
            raise Unavailable("registry_not_one", self.place)
        uri = f"{self.path.as_uri()}?mode=rw"
        in_folder = os.access(self.path.parent, os.W_OK)
        if not (in_folder and os.access(self.path, os.W_OK)):
            uri = f"{self.path.as_uri()}?mode=ro"
            if not in_folder and not self.path.with_name(f"{self.path.name}-wal").exists():
                # SQLite wants a file of shared memory beside a registry and cannot make one here. Nobody writes either:
                # who did would have a -wal there.
                uri += "&immutable=1"
            self._read_only, self.database = True, _Database(uri)
        try:
            with closing(sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None)) as look:
                look.execute("BEGIN")  # another desk may be making it: both answers from the same moment
                empty = not look.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
                identity = look.execute("PRAGMA application_id").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise peewee.DatabaseError(error, *error.args) from error
        # An empty file is what a creation leaves that was cut off; it may be taken up again.
        if identity != APPLICATION_ID and not (empty and create):
            raise Unavailable("registry_not_one", self.place)

    def begin(self, *, writing: bool) -> None:
        if not writing:
            self.database.execute_sql("BEGIN")
            return
        self._refuse_writing()
        self._turns.take()
        with ExitStack() as unless_it_begins:
            unless_it_begins.callback(self._turns.give_back)
            # Never DEFERRED for writing: read, then write loses against any other writer ("database is locked" at once).
            self.database.execute_sql("BEGIN IMMEDIATE")
            unless_it_begins.pop_all()

    def _refuse_writing(self) -> None:
        if self._read_only:
            raise Unavailable("registry_read_only", self.place)

    def end(self, *, commit: bool) -> None:
        if commit:
            self.database.execute_sql(
                "COMMIT"
            )  # when it fails the transaction is still there, and the turn ours
            self._turns.give_back()
            return
        try:
            if self.database.connection().in_transaction:  # a full disk makes SQLite roll back by itself
                self.database.execute_sql("ROLLBACK")
        finally:
            self._turns.give_back()

    def copy_aside(self, before: int) -> None:
        self._refuse_writing()
        # The machine's clock, not the office's: the name only has to differ from the others.
        stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
        copy = self.path.with_name(f"{self.path.stem}.before-{before:04}.{stamp}{self.path.suffix}")
        partial = copy.with_name(f"{copy.name}.part")
        partial.unlink(missing_ok=True)
        self.database.execute_sql("VACUUM INTO ?", (str(partial),))
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(copy)

    def watch(self) -> FileWatch:
        return FileWatch(self.path)

    def interrupt(self, connection: Any) -> None:
        connection.interrupt()

    def close(self) -> None:
        self.database.close()
        for connection in getattr(self.database, "opened", ()):
            connection.close()
        self._turns.close()
