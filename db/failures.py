"""What an engine complains of, as an error of the office. What is our own defect passes through unchanged."""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

import peewee

from correspondence.errors import NotFound, OfficeError, Unavailable

# SQLite's extended error names begin with the primary one: SQLITE_READONLY_DBMOVED, SQLITE_IOERR_WRITE.
_SQLITE: tuple[tuple[str, str], ...] = (
    ("SQLITE_FULL", "disk_full"),
    ("SQLITE_READONLY", "registry_read_only"),
    ("SQLITE_BUSY", "registry_busy"),
    ("SQLITE_LOCKED", "registry_busy"),
    ("SQLITE_NOTADB", "registry_not_one"),
    ("SQLITE_CORRUPT", "registry_damaged"),
    ("SQLITE_CANTOPEN", "registry_unreachable"),
    ("SQLITE_PERM", "registry_unreachable"),
    ("SQLITE_IOERR", "disk_failed"),
    ("SQLITE_INTERRUPT", "interrupted"),
)

# SQLSTATE, whole or its class: https://www.postgresql.org/docs/15/errcodes-appendix.html
_SQLSTATES: tuple[tuple[str, str], ...] = (
    ("53100", "disk_full"),
    ("53", "server_refused"),
    ("25006", "registry_read_only"),
    ("42501", "server_refused"),
    ("55P03", "registry_busy"),
    ("40", "registry_busy"),
    ("57014", "interrupted"),
    ("57P", "server_unreachable"),
    ("08", "server_unreachable"),
    ("28", "server_refused"),
    ("3D", "server_refused"),
)

_ERRNOS: Mapping[int, str] = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "registry_read_only",
    errno.EACCES: "registry_read_only",
    errno.EPERM: "registry_read_only",
}


_MAYBE_FULL = frozenset({"disk_failed", "registry_unreachable"})
"""What SQLite says of a full disk too: where it cannot make the files beside the registry it tells of an input/output error."""

_LEAST_ROOM = 128 * 1024
"""Bytes; the shared memory file beside a registry takes 32 KB."""


class _OneFamily(peewee.ExceptionWrapper):
    """peewee turns the drivers' errors into its own in its own calls; here also in those that go past it."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, peewee.PeeweeException):
            super().__exit__(kind, error, trace)


_ONE_FAMILY = _OneFamily(peewee.EXCEPTIONS)  # type: ignore[attr-defined]  # left out of the stubs


@contextlib.contextmanager
def as_office_errors(place: Mapping[str, object]) -> Iterator[None]:
    """Raises what the engine complains of as Unavailable, with `place` (path, or host and database) for the sentence.

    Anything that is no circumstance of the outside world (a constraint of ours, wrong SQL) stays as it is: a defect.
    """
    try:
        with _ONE_FAMILY:
            yield
    except OfficeError:
        raise
    except (peewee.PeeweeException, OSError) as error:
        reason = reason_of(error)
        if reason is None:
            raise
        if reason in _MAYBE_FULL and _is_full(place):
            reason = "disk_full"
        raise Unavailable(reason, dict(place)) from error


def _is_full(place: Mapping[str, object]) -> bool:
    """Whether the disk of a registry's file has no room for SQLite's own files beside it."""
    path = place.get("path")
    try:
        return isinstance(path, str) and shutil.disk_usage(Path(path).parent).free < _LEAST_ROOM
    except OSError:
        return False


def reason_of(error: Exception) -> str | None:
    """The code of an Unavailable for an error of peewee, a driver or the system; None when it is our own."""
    if isinstance(error, peewee.PeeweeException):
        cause = getattr(error, "orig", None)
        return reason_of(cause) if isinstance(cause, Exception) else None
    if isinstance(error, OSError):
        return _ERRNOS.get(error.errno or 0, "disk_failed")
    name = getattr(error, "sqlite_errorname", None)
    if isinstance(name, str):
        return _first(_SQLITE, name)
    if hasattr(error, "sqlstate"):
        return _of_server(error, getattr(error, "sqlstate", None))
    return None


def _of_server(error: Exception, sqlstate: str | None) -> str | None:
    if sqlstate:
        return _first(_SQLSTATES, sqlstate)
    if type(error).__name__ not in {"OperationalError", "ConnectionTimeout"}:
        return None
    # Before there is a connection the driver gives no code. A server that answered says FATAL, in every language.
    return "server_refused" if re.search(r"\bFATAL\b", str(error)) else "server_unreachable"


def _first(table: tuple[tuple[str, str], ...], code: str) -> str | None:
    return next((reason for beginning, reason in table if code.startswith(beginning)), None)


def missing(what: str, key: object) -> NotFound:
    """There is no `what` of this key."""
    return NotFound(what, str(key))
