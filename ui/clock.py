"""The computer's own clock."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """What wiring hands to the office; tests hand in one that stands."""

    def now(self) -> datetime:
        return datetime.now(UTC)
