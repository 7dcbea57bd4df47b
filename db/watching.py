"""Hearing that another desk has written, without asking for the letters: for screens that stay open."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

LOOK = 0.5
"""Seconds between two looks at SQLite's change counter; a look reads a few bytes of shared memory."""


class FileWatch:
    """`PRAGMA data_version` on a connection of its own rises when any other connection has written."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        self._closed = threading.Event()
        self._waiting = threading.Lock()
        self._seen = self._version()

    def wait(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        with self._waiting:
            while not self._closed.is_set():
                version = self._version()
                if version != self._seen:
                    self._seen = version
                    return True
                left = until - time.monotonic()
                if left <= 0:
                    return False
                self._closed.wait(min(LOOK, left))
        return False

    def close(self) -> None:
        self._closed.set()
        with self._waiting:
            self._connection.close()

    def _version(self) -> int:
        try:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return -1  # locked for a moment, or gone: whoever reads next will say so


class ServerWatch:
    """`LISTEN warkat`: the server tells at each commit that wrote into the journal. Comes back after a lost line."""

    def __init__(self, connect: Any, lost: type[Exception]) -> None:
        self._connect, self._lost = connect, lost
        self._closed = threading.Event()
        self._waiting = threading.Lock()
        self._connection: Any = None
        self._listen()

    def wait(self, timeout: float) -> bool:
        with self._waiting:
            return self._wait(time.monotonic() + timeout)

    def close(self) -> None:
        self._closed.set()
        with self._waiting:
            self._hang_up()

    def _wait(self, until: float) -> bool:
        while not self._closed.is_set():
            left = until - time.monotonic()
            if left <= 0:
                return False
            if self._connection is None:
                if self._listen():
                    return True  # what was told in between is not known: look again
                self._closed.wait(min(5 * LOOK, left))
                continue
            try:
                # In pieces, so that closing is noticed.
                for _told in self._connection.notifies(timeout=min(LOOK, left), stop_after=1):
                    return True
            except self._lost:
                self._hang_up()
        return False

    def _listen(self) -> bool:
        try:
            self._connection = self._connect()
            self._connection.execute("LISTEN warkat")
        except self._lost:
            self._hang_up()
            return False
        return True

    def _hang_up(self) -> None:
        if self._connection is not None:
            with suppress(self._lost):
                self._connection.close()
        self._connection = None
