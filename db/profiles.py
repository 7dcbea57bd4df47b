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

    def read(self) -> OfficeProfile:
        return _profile(tuple(self._session.rows("SELECT key, value FROM office ORDER BY key")))

    def write(self, profile: OfficeProfile) -> None:
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
