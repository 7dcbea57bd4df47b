"""The boards' read side: headings counted on an index alone, lines paged by key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from peewee import chunked, fn

from correspondence.boards import BoardFilter, Queue, Side
from correspondence.dispositions import Disposition
from correspondence.search import Count
from correspondence.signatures import SignatureStep
from correspondence.workflow import LIVE_DISPOSITIONS, SignatureState
from db.mapping import disposition_of, instant_of, signature_of
from db.session import Row, Session, marks
from db.tables import DispositionRow, instant_text
from db.tables import SignatureStepRow as Step

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
            FROM signature_step AS waiting WHERE {_REQUESTED} {where} GROUP BY waiting.officer_id""",
            [instant_text(now), *parameters],
        )
        return [_queue(row) for row in rows]

    def signature_steps(
        self, asked: BoardFilter, *, after: SignatureStep | None = None, limit: int = 50
    ) -> Sequence[SignatureStep]:
        where, parameters = _narrowed(asked, "officer_id", joined=True)
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
        where, parameters = self._wanted(asked, side)
        rows = self._session.rows(
            f"""SELECT waiting.{officer}, count(*), min(waiting.sent_at),
                sum(CASE WHEN {self._due()} < ? THEN 1 ELSE 0 END)
            FROM disposition AS waiting
            WHERE {_live(side)} AND waiting.{officer} IS NOT NULL {where} GROUP BY waiting.{officer}""",
            [today, *parameters],
        )
        return [_queue(row) for row in rows]

    def dispositions(
        self, asked: BoardFilter, side: Side, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[tuple[Disposition, bool]]:
        where, parameters = self._wanted(asked, side, joined=True)
        keys = self._in_order(asked, f"{_live(side)} {where}", parameters, after, limit)
        return self._dispositions(keys)

    def first_dispositions(
        self, asked: BoardFilter, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[Disposition]:
        where, parameters = self._wanted(asked, Side.GOT, joined=True)
        # Walked in the order of the board, each letter taken at the first of its lines: nothing is grouped or sorted.
        own, more = self._lines(asked, Side.GOT, "earlier")
        earlier = f"""NOT EXISTS (SELECT 1 FROM disposition AS earlier WHERE earlier.letter_id = waiting.letter_id
            AND {_AT_HAND.replace("waiting.", "earlier.")} {own}
            AND ({self._due("earlier")}, earlier.sent_at, earlier.id) < ({self._due()}, waiting.sent_at, waiting.id))"""
        wanted, parameters = f"{_AT_HAND} {where} AND {earlier}", [*parameters, *more]
        keys = self._in_order(asked, wanted, parameters, after, limit)
        return [line for line, _ in self._dispositions(keys)]

    def count_steps(self, asked: BoardFilter, *, cap: int = 1000) -> Count:
        where, parameters = _narrowed(asked, "officer_id")
        lines = f"signature_step AS waiting WHERE {_REQUESTED} {where}"
        return self._count(lines, parameters, cap)

    def count_dispositions(self, asked: BoardFilter, side: Side, *, cap: int = 1000) -> Count:
        where, parameters = self._wanted(asked, side)
        lines = f"disposition AS waiting WHERE {_live(side)} {where}"
        return self._count(lines, parameters, cap)

    def steps_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        found = self._of_letters(letter_ids, Step.state == SignatureState.REQUESTED.value)
        return sorted(found, key=lambda each: (each.requested_at or _EVER, each.id))

    def signatories_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        later = Step.alias()
        newer = later.select().where(later.letter_id == Step.letter_id, later.chain_round > Step.chain_round)
        waits = (Step.task == "sign") & (Step.state == SignatureState.WAITING.value) & ~fn.EXISTS(newer)
        found = self._of_letters(letter_ids, waits & Step.promised_for.is_null(False))  # noqa: FBT003
        return sorted(found, key=lambda each: each.letter_id)

    def _of_letters(self, letter_ids: Sequence[int], asked: Any) -> list[SignatureStep]:
        queries = (Step.select().where(Step.letter_id.in_(some), asked) for some in chunked(letter_ids, 500))
        return [signature_of(row) for query in queries for row in self._session.dicts(query)]

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

    def _in_order(
        self,
        asked: BoardFilter,
        wanted: str,
        parameters: list[Any],
        after: Disposition | None,
        limit: int,
    ) -> list[int]:
        """The ids of dispositions by their day, then by age, after the one given."""
        if after is not None:
            due = after.due_on or _NEVER
            # The first comparison is for the index, which knows no rows of values over an expression.
            wanted += f" AND {self._due()} >= ? AND ({self._due()}, waiting.sent_at, waiting.id) > (?, ?, ?)"
            parameters = [*parameters, due, due, instant_text(after.sent_at), after.id]
        rows = self._session.rows(
            f"""SELECT waiting.id FROM disposition AS waiting {_letter(asked)} WHERE {wanted}
            ORDER BY {self._due()}, waiting.sent_at, waiting.id LIMIT ?""",
            [*parameters, limit],
        )
        return [key for (key,) in rows]

    def _count(self, lines: str, parameters: list[Any], cap: int) -> Count:
        number: int = self._session.value(
            f"SELECT count(*) FROM (SELECT 1 FROM {lines} LIMIT ?) AS counted", [*parameters, cap + 1]
        )
        return Count(min(number, cap), exact=number <= cap)

    def _wanted(self, asked: BoardFilter, side: Side, *, joined: bool = False) -> tuple[str, list[Any]]:
        """What is asked of the letter and of the disposition."""
        where, parameters = _of_letter(asked, joined=joined)
        own, more = self._lines(asked, side)
        return f"{where} {own}", [*parameters, *more]

    def _lines(self, asked: BoardFilter, side: Side, line: str = "waiting") -> tuple[str, list[Any]]:
        where, parameters = _of_officers(asked, f"{line}.{_OFFICER[side]}")
        if asked.states:
            states = sorted(state.value for state in asked.states)
            where += f" AND {line}.state IN ({marks(states)})"
            parameters += states
        if asked.due_before is not None:
            where += f" AND {self._due(line)} < ?"
            parameters.append(asked.due_before)
        return where, parameters

    def _due(self, line: str = "waiting") -> str:
        never = f"'{_NEVER}'" if self._session.sqlite else f"DATE '{_NEVER}'"
        return f"coalesce({line}.due_on, {never})"

    def _steps(self, keys: Sequence[int]) -> list[SignatureStep]:
        query = Step.select().where(Step.id.in_(keys))
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


def _narrowed(asked: BoardFilter, officer: str, *, joined: bool = False) -> tuple[str, list[Any]]:
    """What is asked of the letter and of the line of its chain."""
    where, parameters = _of_letter(asked, joined=joined)
    own, more = _of_officers(asked, f"waiting.{officer}")
    where, parameters = f"{where} {own}", [*parameters, *more]
    if asked.task is not None:
        where += " AND waiting.task = ?"
        parameters.append(asked.task.value)
    if asked.promised is not None:
        where += " AND waiting.promised_for >= ? AND waiting.promised_for < ?"
        parameters += [instant_text(each) for each in asked.promised]
    return where, parameters


def _of_letter(asked: BoardFilter, *, joined: bool) -> tuple[str, list[Any]]:
    """What is asked of the letter: of the one joined, where lines are walked in their order until a page is full; else as
    the set of such letters. To count, looking up the letter of each of 50,000 lines takes five times as long.
    """
    wanted = (("unit_id", asked.unit_id), ("kind_id", asked.kind_id))
    conditions = [f"letter.{column} = ?" for column, value in wanted if value is not None]
    parameters: list[Any] = [value for _column, value in wanted if value is not None]
    if not conditions:
        return "", []
    both = " AND ".join(conditions)
    if joined:
        return f"AND {both}", parameters
    return f"AND waiting.letter_id IN (SELECT letter.id FROM letter WHERE {both})", parameters


def _of_officers(asked: BoardFilter, column: str) -> tuple[str, list[Any]]:
    if not asked.officer_ids:
        return "", []
    people = sorted(asked.officer_ids)
    return f" AND {column} IN ({marks(people)})", [*people]


def _with_flag(row: dict[str, Any]) -> tuple[Disposition, bool]:
    waits_below = bool(row["waits_below"])
    return disposition_of(row), waits_below


def _queue(row: Row) -> Queue:
    officer_id, number, oldest, late = row
    at = instant_of(oldest)
    assert at is not None  # noqa: S101 - sent_at is NOT NULL, and whoever is requested has been asked
    return Queue(officer_id, number, at, int(late or 0))
