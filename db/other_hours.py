"""Dated exceptions from the weekly hours: Ramadan, a Saturday worked instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from correspondence.hours import WEEKDAY_CODES, day_hours_text, read_week_hours
from correspondence.workdays import DatedHours
from db.session import Session
from db.tables import day_of


class OtherHours:
    """The office's OtherHours."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, hours: DatedHours) -> None:
        # Removed first, so that what is said last stands last and wins.
        self.remove(hours.first, hours.last)
        week = {code: day_hours_text(spans) for code, spans in zip(WEEKDAY_CODES, hours.hours, strict=True)}
        self._session.run(
            "INSERT INTO dated_hours (first_day, last_day, name, hours) VALUES (?, ?, ?, ?)",
            (hours.first, hours.last, hours.name, json.dumps(week)),
        )

    def remove(self, first: date, last: date) -> bool:
        gone = self._session.run(
            "DELETE FROM dated_hours WHERE first_day = ? AND last_day = ?", (first, last)
        )
        return bool(gone.rowcount)

    def every(self) -> Sequence[DatedHours]:
        rows = self._session.rows("SELECT first_day, last_day, hours, name FROM dated_hours ORDER BY id")
        return [
            DatedHours(
                day_of(first) or date.min, day_of(last) or date.max, read_week_hours(json.loads(hours)), name
            )
            for first, last, hours, name in rows
        ]
