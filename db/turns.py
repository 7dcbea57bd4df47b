"""Desks of one registry file take turns at writing, in the order they came.

SQLite lets whoever asks at the right moment write, and those who wait look again after ever longer pauses: with eight
desks one of them waited for two seconds while the others had two hundred turns each. A lock on a file beside the registry
lets the system wake the one who has waited. It is a courtesy only: who writes alone is still SQLite's to decide.

The one place that asks which system this is: file locks are called differently on Windows.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

_PAUSE = 0.001


class Turns:
    """The turns at one file. A turn belongs to the thread that took it; a process that dies gives its turn back."""

    def __init__(self, file: Path, wait: float) -> None:
        self._path = file.with_name(f"{file.name}-turn")
        self._door = file.with_name(f"{file.name}-door")
        self._wait = wait
        self._held: dict[int, int] = {}

    def take(self) -> None:
        """Waits for the turn, at most `wait` seconds; after them, or where nothing can be locked, SQLite alone decides."""
        if threading.get_ident() in self._held:
            return  # a unit inside a unit: the engine refuses it; waiting for ourselves would take longer
        with contextlib.suppress(OSError):
            turn = _enter(self._path, self._door, self._wait)
            if turn is not None:
                self._held[threading.get_ident()] = turn

    def give_back(self) -> None:
        """Lets the next one in; nothing when the turn was never taken."""
        turn = self._held.pop(threading.get_ident(), None)
        if turn is not None:
            os.close(turn)

    def close(self) -> None:
        """Gives the turns of all threads back."""
        while self._held:
            with contextlib.suppress(KeyError, OSError):
                os.close(self._held.popitem()[1])


def _opened(path: Path) -> int:
    # For reading only: another user of this computer may have made it.
    return os.open(path, os.O_RDONLY | os.O_CREAT, 0o666)


def _looking_again(path: Path, try_lock: Callable[[int], bool], until: float) -> int | None:
    """A lock by asking again and again."""
    file = _opened(path)
    while not try_lock(file):
        if time.monotonic() >= until:
            os.close(file)
            return None
        time.sleep(_PAUSE)
    return file


def through_the_door(path: Path, door: Path, wait: float, try_lock: Callable[[int], bool]) -> int | None:
    """A turn where the system cannot be asked to wake us. One waits for the turn, the others for the door behind him.

    Without the door whoever has just written would nearly always be the first to ask again.
    """
    until = time.monotonic() + wait
    behind = _looking_again(door, try_lock, until)
    if behind is None:
        return None
    try:
        return _looking_again(path, try_lock, until)
    finally:
        os.close(behind)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _enter(path: Path, door: Path, wait: float) -> int | None:
        return through_the_door(path, door, wait, _try_lock)

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _enter(path: Path, door: Path, wait: float) -> int | None:  # noqa: ARG001 - the door is Windows'
        file = _opened(path)
        if _try_lock(file) or _woken(file, wait):
            return file
        return None

    def _woken(file: int, wait: float) -> bool:
        """Waits in the system's own queue. It knows no time limit, so a thread waits for us and may be left behind."""
        left, came = threading.Lock(), threading.Event()

        def wait_for_it() -> None:
            with contextlib.suppress(OSError):
                fcntl.flock(file, fcntl.LOCK_EX)
            came.set()
            if not left.acquire(blocking=False):
                os.close(file)

        threading.Thread(target=wait_for_it, name="turn", daemon=True).start()
        # Whoever takes `left` first decides: we, that nobody waits any more; the thread, that the turn is ours.
        return came.wait(wait) or not left.acquire(blocking=False)
