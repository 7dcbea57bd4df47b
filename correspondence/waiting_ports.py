"""What the office asks of its archive beside the books: who waits, what changed, chain models, dated hours, undoing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from correspondence.boards import BoardFilter, Queue, Side
from correspondence.chain_models import ChainModel
from correspondence.dispositions import Disposition
from correspondence.search import Count
from correspondence.signatures import SignatureStep
from correspondence.workdays import DatedHours


class Boards(Protocol):
    """The boards' read side: counted and paged along indexes, whatever the number of open lines."""

    def signers(self, asked: BoardFilter, now: datetime) -> Sequence[Queue]:
        """Per officer the requested steps; late is what was promised for before `now`. In any order."""
        ...

    def signature_steps(
        self, asked: BoardFilter, *, after: SignatureStep | None = None, limit: int = 50
    ) -> Sequence[SignatureStep]:
        """Requested steps, oldest first (by instant, id), after the one given."""
        ...

    def recipients(self, asked: BoardFilter, today: date, side: Side) -> Sequence[Queue]:
        """Per officer the live dispositions; late is what was due before `today`.

        Got: without those whose lead below is still asked. Gave: all of them.
        """
        ...

    def dispositions(
        self, asked: BoardFilter, side: Side, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[tuple[Disposition, bool]]:
        """The lines behind `recipients`: earliest due first, without a day last; then by instant, id.

        With each whether a lead below it is still asked.
        """
        ...

    def count_steps(self, asked: BoardFilter, *, cap: int = 1000) -> Count:
        """How many `signature_steps` there are, counted no further than `cap`."""
        ...

    def count_dispositions(self, asked: BoardFilter, side: Side, *, cap: int = 1000) -> Count:
        """How many `dispositions` there are, counted no further than `cap`."""
        ...

    def first_dispositions(
        self, asked: BoardFilter, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[Disposition]:
        """Of every letter the first of its `dispositions` that are got, in their order; `asked` chooses the letters."""
        ...

    def steps_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        """The requested steps of these letters, oldest first."""
        ...

    def signatories_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        """The signatories who were promised for a time and are not asked yet, in the newest rounds of these letters."""
        ...

    def dispositions_of(self, letter_ids: Sequence[int]) -> Sequence[tuple[Disposition, bool]]:
        """The live dispositions of these letters, in the order they were sent; as `dispositions`."""
        ...

    def newest_entry(self) -> int:
        """The id of the newest journal entry, 0 when there is none."""
        ...

    def letters_since(self, entry_id: int, limit: int) -> Sequence[int | None]:
        """The letters of the journal entries after this one, at most `limit`; None is an entry of no letter."""
        ...


class ChainModels(Protocol):
    """Saved signature chains."""

    def add(self, model: ChainModel) -> ChainModel: ...

    def remove(self, model_id: int) -> None:
        """NotFound("chain_model", …) when there is none."""
        ...

    def every(self) -> Sequence[ChainModel]:
        """By name."""
        ...


class OtherHours(Protocol):
    """Dated exceptions from the weekly hours."""

    def put(self, hours: DatedHours) -> None:
        """Adds it; one of the same first and last day is replaced."""
        ...

    def remove(self, first: date, last: date) -> bool:
        """Whether there was one."""
        ...

    def every(self) -> Sequence[DatedHours]:
        """In the order they were put: later ones win over earlier ones."""
        ...


class Traces(Protocol):
    """What the last step of each letter changed: enough to take it back."""

    def keep(self, letter_id: int, entry_id: int, before: str) -> None:
        """In place of the letter's earlier one. `entry_id` is the step's journal entry."""
        ...

    def of_letter(self, letter_id: int) -> tuple[int, str] | None:
        """The journal entry and what stood before."""
        ...

    def forget(self, letter_id: int) -> None: ...
