"""Dispositions: a tree per letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from correspondence.dispositions import Disposition
from correspondence.workflow import LIVE_DISPOSITIONS
from db.failures import missing
from db.mapping import disposition_of, disposition_values
from db.session import Session
from db.tables import DispositionRow

_LIVE = sorted(state.value for state in LIVE_DISPOSITIONS)


class Dispositions:
    """The office's Dispositions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, disposition: Disposition) -> Disposition:
        new_id = self._session.execute(DispositionRow.insert(**disposition_values(disposition)))
        return replace(disposition, id=new_id)

    def save(self, disposition: Disposition) -> None:
        values = disposition_values(disposition)
        if not self._session.execute(
            DispositionRow.update(**values).where(DispositionRow.id == disposition.id)
        ):
            raise missing("disposition", disposition.id)

    def by_id(self, disposition_id: int) -> Disposition:
        found = self._where(DispositionRow.id == disposition_id)
        if not found:
            raise missing("disposition", disposition_id)
        return found[0]

    def of_letter(self, letter_id: int) -> Sequence[Disposition]:
        return self._where(DispositionRow.letter_id == letter_id)

    def live(self) -> Sequence[Disposition]:
        return self._where(DispositionRow.state.in_(_LIVE))

    def _where(self, asked: Any) -> list[Disposition]:
        query = DispositionRow.select().where(asked).order_by(DispositionRow.sent_at, DispositionRow.id)
        return [disposition_of(row) for row in self._session.dicts(query)]
