"""Letter kinds (jenis naskah dinas)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from correspondence.letters import LetterKind
from db.failures import missing
from db.session import Session
from db.tables import LetterKindRow


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
        kinds = [_kind(row) for row in self._session.dicts(LetterKindRow.select())]
        return sorted(kinds, key=lambda each: each.name.casefold())


def _values(kind: LetterKind) -> dict[str, object]:
    return {"name": kind.name, "family": kind.group, "template": kind.template, "active": kind.active}


def _kind(row: dict[str, object]) -> LetterKind:
    return LetterKind(
        name=str(row["name"]),
        group=str(row["family"]),
        template=str(row["template"]),
        active=bool(row["active"]),
        id=int(str(row["id"])),
    )
