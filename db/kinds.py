"""Letter kinds (jenis naskah dinas)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from correspondence.letters import LetterKind
from db.failures import missing
from db.session import Session
from db.tables import LetterKindRow

# Asked for with every letter, so written out: peewee takes longer to make this SQL than SQLite to answer it.
_EVERY = "SELECT name, family, template, active, id FROM letter_kind"


class Kinds:
    """The office's Kinds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kind: LetterKind) -> LetterKind:
        new_id = self._session.execute(LetterKindRow.insert(**_values(kind)))
        return replace(kind, id=new_id)

    def save(self, kind: LetterKind) -> None:
        query = LetterKindRow.update(**_values(kind)).where(LetterKindRow.id == kind.id)
        if not self._session.execute(query):
            raise missing("kind", kind.id)

    def every(self) -> Sequence[LetterKind]:
        found = self._session.rows(_EVERY)
        kinds = [
            LetterKind(name, family, template, bool(active), key)
            for name, family, template, active, key in found
        ]
        return sorted(kinds, key=lambda each: each.name.casefold())


def _values(kind: LetterKind) -> dict[str, object]:
    return {"name": kind.name, "family": kind.group, "template": kind.template, "active": kind.active}
