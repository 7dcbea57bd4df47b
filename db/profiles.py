"""The office's own settings, one row per setting: a new one needs no migration and gets its default."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache

from correspondence.profile import OfficeProfile
from db.mapping import as_json
from db.session import Row, Session

_PUT = "INSERT INTO office (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


class Profiles:
    """The office's Profiles."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: OfficeProfile | None = None

    def read(self) -> OfficeProfile:
        # A verb asks for it up to four times, each a journey to the server; within a transaction the answer is the same.
        if self._known is None:
            rows = self._session.rows("SELECT key, value FROM office ORDER BY key")
            self._known = _profile(tuple(rows))
        return self._known

    def write(self, profile: OfficeProfile) -> None:
        self._known = None
        self._session.many(
            _PUT, [(each.name, as_json(getattr(profile, each.name))) for each in fields(profile)]
        )


@lru_cache(maxsize=4)
def _profile(rows: tuple[Row, ...]) -> OfficeProfile:
    """Read several times within a verb and the same for years: what the rows mean is worked out once."""
    known = {each.name for each in fields(OfficeProfile)}
    stored = {key: json.loads(value) for key, value in rows if key in known}
    lists = {key: tuple(value) for key, value in stored.items() if isinstance(value, list)}
    return OfficeProfile(**stored | lists)
