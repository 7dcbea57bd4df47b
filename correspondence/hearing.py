"""Hearing that another desk has written: what a screen that stays open waits for."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """One ear. `wait` belongs to one thread, which may be another than the one that made it; `close` to any."""

    def wait(self, timeout: float) -> bool:
        """Whether anybody has written since the last call, after at most `timeout` seconds. False once closed."""
        ...

    def close(self) -> None:
        """Ends a wait, at once or within a second."""
        ...
