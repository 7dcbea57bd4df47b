"""From a URL to an open registry."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import Any, Self

from correspondence.errors import Unavailable
from correspondence.hearing import Watch
from db.engines import Engine
from db.failures import as_office_errors
from db.migrations.running import migrate
from db.session import Session
from db.sqlite import SqliteEngine
from db.unit_of_work import Unit

_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql://", "postgres://")


class Archive:
    """An open registry. It may be used from several threads; each has a connection of its own."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self._engine = engine
        self._reading: dict[int, Any] = {}
        self._watches: list[Watch] = []
        self._lock = threading.Lock()

    @classmethod
    def open(cls, url: str, *, create: bool = False) -> Self:
        """Opens, or with `create` makes, the registry at `sqlite:///PATH` or `postgresql://…`, at today's step.

        A file that may only be read is opened for reading; writing is refused then (registry_read_only), and so is opening
        when it is not at today's step. Raises Unavailable: registry_url_unknown, registry_missing, registry_not_one,
        registry_newer (found, known), registry_on_network_share, registry_damaged, registry_busy, disk_full,
        driver_missing, server_unreachable, server_refused, server_encoding; with path, or host, port and database.
        """
        engine = _engine(url)
        with contextlib.ExitStack() as unless_it_opens:
            unless_it_opens.callback(engine.close)
            engine.find(create=create)
            migrate(engine)
            unless_it_opens.pop_all()
        return cls(url, engine)

    def open_unit(self) -> Unit:
        """A writing transaction; it begins with the `with` statement. Not nested: one at a time in a thread."""
        return Unit(self._engine, self._session(), writing=True)

    def open_reading(self) -> Unit:
        """A reading transaction: a still picture of the registry that blocks nobody."""
        return Unit(self._engine, self._session(), writing=False, reading=self._reading)

    def watch(self) -> Watch:
        """An ear for what other desks write, see `Watch`."""
        with as_office_errors(self._engine.place):
            self._watches.append(self._engine.watch())
        return self._watches[-1]

    def interrupt(self) -> None:
        """Ends the queries of all reading units, from any thread: they raise Unavailable("interrupted")."""
        with as_office_errors(self._engine.place):
            for connection in tuple(self._reading.values()):
                self._engine.interrupt(connection)

    def close(self) -> None:
        """Closes the connections of all threads and the ears; open units are lost."""
        for watch in self._watches:
            watch.close()
        with self._lock, as_office_errors(self._engine.place):
            self._engine.close()

    def _session(self) -> Session:
        return Session(self._engine.database, self._engine.place, sqlite=self._engine.sqlite)


def _engine(url: str) -> Engine:
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        # The path as it stands, unescaped: people copy it from a file window.
        return SqliteEngine(Path(url.removeprefix(_SQLITE)))
    if url.startswith(_POSTGRESQL):
        try:
            # psycopg is an extra and takes longer to import than the whole archive: only for who has a server.
            from db.postgresql import PostgresqlEngine
        except ImportError as error:
            raise Unavailable("driver_missing", {"driver": "psycopg"}) from error
        return PostgresqlEngine("postgresql://" + url.partition("://")[2])
    raise Unavailable("registry_url_unknown", {"scheme": url.partition(":")[0]})
