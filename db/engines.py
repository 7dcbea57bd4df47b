"""What the two engines have in common for the rest of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import peewee

from correspondence.hearing import Watch


class Engine(Protocol):
    """SQLite or PostgreSQL: how a registry is found, and how a transaction begins."""

    @property
    def database(self) -> peewee.Database: ...

    @property
    def place(self) -> Mapping[str, object]:
        """Facts for an Unavailable: the path, or host, port and database. Never a password."""
        ...

    @property
    def sqlite(self) -> bool: ...

    def find(self, *, create: bool) -> None:
        """Unavailable when there is no registry of ours (`create`: and none may be made) or it cannot be used."""
        ...

    def begin(self, *, writing: bool) -> None:
        """A transaction on this thread's connection. A writing one has the registry to itself until it ends."""
        ...

    def end(self, *, commit: bool) -> None: ...

    def copy_aside(self, before: int) -> None:
        """A dated copy of the whole registry before step `before`, where the engine can make one."""
        ...

    def watch(self) -> Watch:
        """An ear for what other desks write, for the thread that asks for it."""
        ...

    def interrupt(self, connection: Any) -> None:
        """Ends what this connection is doing; callable from another thread."""
        ...

    def close(self) -> None:
        """Closes the connections of all threads."""
        ...
