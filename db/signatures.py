"""Signature chains, round by round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from correspondence.signatures import SignatureStep
from correspondence.workflow import SignatureState
from db.asking import of_unit
from db.failures import missing
from db.mapping import signature_of, signature_values
from db.session import Session
from db.tables import SignatureStepRow as Step


class Signatures:
    """The office's Signatures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, step: SignatureStep) -> SignatureStep:
        return replace(step, id=self._session.execute(Step.insert(**signature_values(step))))

    def save(self, step: SignatureStep) -> None:
        if not self._session.execute(Step.update(**signature_values(step)).where(Step.id == step.id)):
            raise missing("signature", step.id)

    def remove_unused(self, letter_id: int, number: int) -> None:
        unused = (Step.state == SignatureState.WAITING.value) & Step.requested_at.is_null()
        self._session.execute(
            Step.delete().where(Step.letter_id == letter_id, Step.chain_round == number, unused)
        )

    def by_id(self, step_id: int) -> SignatureStep:
        found = self._where(Step.id == step_id, (Step.id,))
        if not found:
            raise missing("signature", step_id)
        return found[0]

    def of_letter(self, letter_id: int) -> Sequence[SignatureStep]:
        return self._where(Step.letter_id == letter_id, (Step.chain_round, Step.chain_order, Step.id))

    def requested(self) -> Sequence[SignatureStep]:
        return self._where(Step.state == SignatureState.REQUESTED.value, (Step.requested_at, Step.id))

    def between(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        asked = (Step.requested_at < end) & (Step.acted_at.is_null() | (Step.acted_at >= start))
        wanted = asked | ((Step.promised_for >= start) & (Step.promised_for < end))
        narrowed = wanted if unit_id is None else wanted & of_unit(Step.letter_id, unit_id)
        # SQLite would put what was only promised first, PostgreSQL last.
        return self._where(narrowed, (Step.requested_at.asc(nulls="LAST"), Step.id))

    def _where(self, asked: Any, order: tuple[Any, ...]) -> list[SignatureStep]:
        query = Step.select().where(asked).order_by(*order)
        return [signature_of(row) for row in self._session.dicts(query)]
