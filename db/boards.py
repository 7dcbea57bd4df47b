"""The boards' read side: headings counted on an index alone, lines paged by key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from peewee import chunked

from correspondence.boards import BoardFilter, Queue, Side
from correspondence.dispositions import Disposition
from correspondence.signatures import SignatureStep
from correspondence.workflow import LIVE_DISPOSITIONS, SignatureState
from db.mapping import disposition_of, instant_of, signature_of
from db.session import Row, Session, marks
from db.tables import DispositionRow, SignatureStepRow, instant_text

# Word for word as the partial indexes have it: a parameter would not be known to be one of theirs.
_REQUESTED = "waiting.state = 'requested'"
_LIVE = "waiting.state IN ('sent', 'read', 'in_progress')"
_AT_HAND = f"{_LIVE} AND NOT waiting.waits_below"
_NEVER = date(9999, 12, 31)
_EVER = datetime.min.replace(tzinfo=UTC)
_OFFICER = {Side.GOT: "to_id", Side.GAVE: "from_id"}


class Boards:
    """The office's Boards."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def signers(self, asked: BoardFilter, now: datetime) -> Sequence[Queue]:
        where, parameters = _narrowed(asked, "officer_id")
        rows = self._session.rows(
            f"""SELECT waiting.officer_id, count(*), min(waiting.requested_at),
                sum(CASE WHEN waiting.promised_for < ? THEN 1 ELSE 0 END)
            FROM signature_step AS waiting {_letter(asked)} WHERE {_REQUESTED} {where} GROUP BY waiting.officer_id""",
            [instant_text(now), *parameters],
        )
        return [_queue(row) for row in rows]

    def signature_steps(
        self, asked: BoardFilter, *, after: SignatureStep | None = None, limit: int = 50
    ) -> Sequence[SignatureStep]:
        where, parameters = _narrowed(asked, "officer_id")
        if after is not None and after.requested_at is not None:
            where += " AND (waiting.requested_at, waiting.id) > (?, ?)"
            parameters += [instant_text(after.requested_at), after.id]
        keys = self._session.rows(
            f"""SELECT waiting.id FROM signature_step AS waiting {_letter(asked)} WHERE {_REQUESTED} {where}
            ORDER BY waiting.requested_at, waiting.id LIMIT ?""",
            [*parameters, limit],
        )
        return self._steps([key for (key,) in keys])

    def recipients(self, asked: BoardFilter, today: date, side: Side) -> Sequence[Queue]:
        officer = _OFFICER[side]
        where, parameters = _narrowed(asked, officer)
        rows = self._session.rows(
            f"""SELECT waiting.{officer}, count(*), min(waiting.sent_at),
                sum(CASE WHEN {self._due} < ? THEN 1 ELSE 0 END)
            FROM disposition AS waiting {_letter(asked)}
            WHERE {_live(side)} AND waiting.{officer} IS NOT NULL {where} GROUP BY waiting.{officer}""",
            [today, *parameters],
        )
        return [_queue(row) for row in rows]

    def dispositions(
        self, asked: BoardFilter, side: Side, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[tuple[Disposition, bool]]:
        where, parameters = _narrowed(asked, _OFFICER[side])
        if after is not None:
            due = after.due_on or _NEVER
            # The first comparison is for the index, which knows no rows of values over an expression.
            where += f" AND {self._due} >= ? AND ({self._due}, waiting.sent_at, waiting.id) > (?, ?, ?)"
            parameters += [due, due, instant_text(after.sent_at), after.id]
        keys = self._session.rows(
            f"""SELECT waiting.id FROM disposition AS waiting {_letter(asked)} WHERE {_live(side)} {where}
            ORDER BY {self._due}, waiting.sent_at, waiting.id LIMIT ?""",
            [*parameters, limit],
        )
        return self._dispositions([key for (key,) in keys])

    def steps_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        found = []
        for some in chunked(letter_ids, 500):
            query = SignatureStepRow.select().where(
                SignatureStepRow.letter_id.in_(some),
                SignatureStepRow.state == SignatureState.REQUESTED.value,
            )
            found += [signature_of(row) for row in self._session.dicts(query)]
        return sorted(found, key=lambda each: (each.requested_at or _EVER, each.id))

    def dispositions_of(self, letter_ids: Sequence[int]) -> Sequence[tuple[Disposition, bool]]:
        live = [state.value for state in LIVE_DISPOSITIONS]
        found = []
        for some in chunked(letter_ids, 500):
            query = DispositionRow.select().where(
                DispositionRow.letter_id.in_(some), DispositionRow.state.in_(live)
            )
            found += [_with_flag(row) for row in self._session.dicts(query)]
        return sorted(found, key=lambda each: (each[0].sent_at, each[0].id))

    def newest_entry(self) -> int:
        found: int | None = self._session.value("SELECT max(id) FROM journal")
        return found or 0

    def letters_since(self, entry_id: int, limit: int) -> Sequence[int | None]:
        rows = self._session.rows(
            "SELECT letter_id FROM journal WHERE id > ? ORDER BY id LIMIT ?", (entry_id, limit)
        )
        return [letter_id for (letter_id,) in rows]

    @property
    def _due(self) -> str:
        never = f"'{_NEVER}'" if self._session.sqlite else f"DATE '{_NEVER}'"
        return f"coalesce(waiting.due_on, {never})"

    def _steps(self, keys: Sequence[int]) -> list[SignatureStep]:
        query = SignatureStepRow.select().where(SignatureStepRow.id.in_(keys))
        found = {row["id"]: signature_of(row) for row in self._session.dicts(query)} if keys else {}
        return [found[key] for key in keys]

    def _dispositions(self, keys: Sequence[int]) -> list[tuple[Disposition, bool]]:
        query = DispositionRow.select().where(DispositionRow.id.in_(keys))
        found = {row["id"]: _with_flag(row) for row in self._session.dicts(query)} if keys else {}
        return [found[key] for key in keys]


def _live(side: Side) -> str:
    return _AT_HAND if side is Side.GOT else _LIVE


def _letter(asked: BoardFilter) -> str:
    wanted = asked.unit_id is not None or asked.kind_id is not None
    return "JOIN letter ON letter.id = waiting.letter_id" if wanted else ""


def _narrowed(asked: BoardFilter, officer: str) -> tuple[str, list[Any]]:
    conditions, parameters = [], []
    for column, wanted in (("letter.unit_id", asked.unit_id), ("letter.kind_id", asked.kind_id)):
        if wanted is not None:
            conditions.append(f"AND {column} = ?")
            parameters.append(wanted)
    if asked.officer_ids:
        people = sorted(asked.officer_ids)
        conditions.append(f"AND waiting.{officer} IN ({marks(people)})")
        parameters += people
    return " ".join(conditions), parameters


def _with_flag(row: dict[str, Any]) -> tuple[Disposition, bool]:
    waits_below = bool(row["waits_below"])
    return disposition_of(row), waits_below


def _queue(row: Row) -> Queue:
    officer_id, number, oldest, late = row
    at = instant_of(oldest)
    assert at is not None  # noqa: S101 - sent_at is NOT NULL, and whoever is requested has been asked
    return Queue(officer_id, number, at, int(late or 0))
