"""A registry on a PostgreSQL server that several desks share. Imported only when such a URL is opened."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import peewee
import psycopg

from correspondence.errors import Unavailable
from db.failures import as_office_errors
from db.migrations import RECORD
from db.watching import ServerWatch

ANSWER = 4
"""Seconds within which each address of the server must answer."""

WAIT = 30
"""Seconds that a desk waits for another one's transaction."""

# One key for all writers of a database: the registry belongs to one of them at a time, as on SQLite, so that counters,
# journal and versions cannot meet in different orders and nothing ever has to be tried again.
_WRITER = 0x5741524B
_OPTIONS = f"-c lock_timeout={WAIT}s -c synchronous_commit=on -c timezone=UTC -c default_transaction_isolation=read\\ committed"


class _Adapter(peewee.Psycopg3Adapter):
    """peewee was imported without any driver (`db/__init__.py`); here it gets psycopg 3."""

    txn_idle = psycopg.pq.TransactionStatus.IDLE
    txn_inerror = psycopg.pq.TransactionStatus.INERROR
    txn_unknown = psycopg.pq.TransactionStatus.UNKNOWN

    def check_driver(self) -> None:
        """It was imported above."""

    def get_binary_type(self) -> Any:
        return psycopg.Binary

    def connect(self, db: peewee.Database, **parameters: Any) -> Any:
        return psycopg.connect(str(db.database), connect_timeout=ANSWER, options=_OPTIONS, **parameters)


class _Database(peewee.PostgresqlDatabase):
    """Remembers the connections of all threads, so that one of them can close or interrupt the others."""

    psycopg2_adapter = _Adapter
    psycopg3_adapter = _Adapter

    def __init__(self, url: str) -> None:
        self.opened: list[Any] = []
        self._opening = threading.Lock()
        super().__init__(url)

    def _connect(self) -> Any:
        connection = super()._connect()  # type: ignore[misc]  # peewee's stubs leave it out
        with self._opening:
            self.opened = [each for each in self.opened if not each.closed] + [connection]
        return connection


class PostgresqlEngine:
    """One database of a server, its first schema of the search path."""

    sqlite = False

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.place: Mapping[str, object] = {
            "host": parts.hostname or "localhost",
            "port": parts.port or 5432,
            "database": parts.path.lstrip("/"),
        }
        self.database: peewee.Database = _Database(url)

    def find(self, *, create: bool) -> None:
        with as_office_errors(self.place):
            if self._first("SHOW server_encoding") != "UTF8":
                raise Unavailable("server_encoding", self.place)
            # One statement: another desk may be making the registry between two.
            tables = self._first(
                "SELECT coalesce(string_agg(tablename, ' '), '') FROM pg_tables WHERE schemaname = current_schema()"
            ).split()
            if RECORD in tables:
                return
            if tables:
                raise Unavailable("registry_not_one", self.place)
            if not create:
                raise Unavailable("registry_missing", self.place)

    def begin(self, *, writing: bool) -> None:
        if not self.database.is_connection_usable():
            self.database.close()
        try:
            self._begin(writing=writing)
        except peewee.PeeweeException:
            # The server was restarted, or a firewall forgot us, since this thread's last unit: once more, afresh.
            if self.database.is_connection_usable():
                raise
            self.database.close()
            self._begin(writing=writing)

    def _begin(self, *, writing: bool) -> None:
        if writing:
            self.database.execute_sql(f"BEGIN; SELECT pg_advisory_xact_lock({_WRITER})")
        else:
            self.database.execute_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def end(self, *, commit: bool) -> None:
        if not commit and not self.database.is_connection_usable():
            # A broken transaction or a lost server: the connection goes, and the transaction with it.
            self.database.close()
            return
        ended = self.database.execute_sql("COMMIT" if commit else "ROLLBACK")
        if commit and ended.statusmessage != "COMMIT":
            # After an error that somebody swallowed the server answers a COMMIT by rolling back.
            raise peewee.InternalError("the transaction had failed and was rolled back")

    def copy_aside(self, before: int) -> None:
        """The server's own backups stand for it: a desk has neither the right nor the room."""

    def watch(self) -> ServerWatch:
        def connect() -> Any:
            return psycopg.connect(
                str(self.database.database), connect_timeout=ANSWER, options=_OPTIONS, autocommit=True
            )

        return ServerWatch(connect, psycopg.Error)

    def interrupt(self, connection: Any) -> None:
        connection.cancel_safe(timeout=1)

    def close(self) -> None:
        self.database.close()
        for connection in getattr(self.database, "opened", ()):
            connection.close()

    def _first(self, sql: str) -> Any:
        return self.database.execute_sql(sql).fetchone()[0]
