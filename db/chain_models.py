"""Saved signature chains."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from correspondence.chain_models import ChainModel, Place
from correspondence.signatures import InitialKind
from db.failures import missing
from db.session import Session

_INSERT = (
    "INSERT INTO chain_model (name, kind_id, unit_id, initials, sign_id) VALUES (?, ?, ?, ?, ?) RETURNING id"
)


class ChainModels:
    """The office's ChainModels."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, model: ChainModel) -> ChainModel:
        groups = [[[place.officer_id, place.kind.value] for place in group] for group in model.initials]
        values = (model.name, model.kind_id, model.unit_id, json.dumps(groups), model.sign_id)
        return replace(model, id=self._session.value(_INSERT, values))

    def remove(self, model_id: int) -> None:
        if not self._session.run("DELETE FROM chain_model WHERE id = ?", (model_id,)).rowcount:
            raise missing("chain_model", model_id)

    def every(self) -> Sequence[ChainModel]:
        rows = self._session.rows("SELECT name, sign_id, initials, kind_id, unit_id, id FROM chain_model")
        models = [
            ChainModel(name, sign_id, _groups(initials), kind_id, unit_id, key)
            for name, sign_id, initials, kind_id, unit_id, key in rows
        ]
        return sorted(models, key=lambda each: (each.name.casefold(), each.id))


def _groups(stored: str) -> tuple[tuple[Place, ...], ...]:
    return tuple(
        tuple(Place(officer_id, InitialKind(kind)) for officer_id, kind in group)
        for group in json.loads(stored)
    )
