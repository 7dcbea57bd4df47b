"""The boards of the archive in memory (tests/fakes.py), and the small stores beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from correspondence.boards import BoardFilter, Queue, Side
from correspondence.chain_models import ChainModel
from correspondence.dispositions import Disposition
from correspondence.errors import NotFound
from correspondence.search import Count
from correspondence.signatures import SignatureStep, SignatureTask, current_round
from correspondence.workdays import DatedHours
from correspondence.workflow import SignatureState
from tests.fake_shelves import FakeStore


class FakeBoards(FakeStore):
    def signers(self, asked: BoardFilter, now: datetime) -> Sequence[Queue]:
        late = [
            (each.officer_id, _at(each), each.promised_for is not None and each.promised_for < now)
            for each in self._requested(asked)
        ]
        return _queues(late)

    def signature_steps(
        self, asked: BoardFilter, *, after: SignatureStep | None = None, limit: int = 50
    ) -> Sequence[SignatureStep]:
        return _after(self._requested(asked), after, lambda each: (_at(each), each.id))[:limit]

    def recipients(self, asked: BoardFilter, today: date, side: Side) -> Sequence[Queue]:
        late = [
            (_officer(each, side), each.sent_at, each.due_on is not None and each.due_on < today)
            for each in self._live(asked, side)
        ]
        return _queues((officer, at, is_late) for officer, at, is_late in late if officer is not None)

    def dispositions(
        self, asked: BoardFilter, side: Side, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[tuple[Disposition, bool]]:
        found = _after(
            self._live(asked, side), after, lambda each: (each.due_on or date.max, each.sent_at, each.id)
        )
        return [(each, self._waits_below(each)) for each in found[:limit]]

    def count_steps(self, asked: BoardFilter, *, cap: int = 1000) -> Count:
        return _capped(len(self._requested(asked)), cap)

    def count_dispositions(self, asked: BoardFilter, side: Side, *, cap: int = 1000) -> Count:
        return _capped(len(self._live(asked, side)), cap)

    def first_dispositions(
        self, asked: BoardFilter, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[Disposition]:
        firsts: dict[int, Disposition] = {}
        for line, _ in self.dispositions(asked, Side.GOT, limit=1_000_000):
            firsts.setdefault(line.letter_id, line)
        key = lambda each: (each.due_on or date.max, each.sent_at, each.id)  # noqa: E731
        return _after(list(firsts.values()), after, key)[:limit]

    def steps_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        return [
            each
            for each in _after(self._requested(BoardFilter()), None, lambda each: (_at(each), each.id))
            if each.letter_id in letter_ids
        ]

    def signatories_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        found = []
        for key in sorted(set(letter_ids)):
            lines = [each for each in self._kept.signatures.values() if each.letter_id == key]
            found += [
                each
                for each in current_round(lines)
                if each.task is SignatureTask.SIGN
                and each.state is SignatureState.WAITING
                and each.promised_for is not None
            ]
        return found

    def dispositions_of(self, letter_ids: Sequence[int]) -> Sequence[tuple[Disposition, bool]]:
        every = [each for each in self._kept.dispositions.values() if each.letter_id in letter_ids]
        live = sorted((each for each in every if each.live), key=lambda each: (each.sent_at, each.id))
        return [(each, self._waits_below(each)) for each in live]

    def newest_entry(self) -> int:
        return len(self._kept.journal)

    def letters_since(self, entry_id: int, limit: int) -> Sequence[int | None]:
        return [each.letter_id for each in self._kept.journal[entry_id : entry_id + limit]]

    def _requested(self, asked: BoardFilter) -> list[SignatureStep]:
        return [
            each
            for each in self._kept.signatures.values()
            if each.state is SignatureState.REQUESTED
            and asked.keeps(each)
            and self._fits(each.letter_id, each.officer_id, asked)
        ]

    def _live(self, asked: BoardFilter, side: Side) -> list[Disposition]:
        return [
            each
            for each in self._kept.dispositions.values()
            if each.live
            and asked.keeps(each)
            and (side is Side.GAVE or not self._waits_below(each))
            and self._fits(each.letter_id, _officer(each, side), asked)
        ]

    def _waits_below(self, line: Disposition) -> bool:
        below = [each for each in self._kept.dispositions.values() if each.parent_id == line.id]
        return any(each.live and each.lead for each in below)

    def _fits(self, letter_id: int, officer_id: int | None, asked: BoardFilter) -> bool:
        letter = self._kept.letters[letter_id]
        return (
            asked.unit_id in (None, letter.unit_id)
            and asked.kind_id in (None, letter.kind_id)
            and (not asked.officer_ids or officer_id in asked.officer_ids)
        )


def _capped(number: int, cap: int) -> Count:
    return Count(min(number, cap), exact=number <= cap)


def _at(step: SignatureStep) -> datetime:
    assert step.requested_at is not None
    return step.requested_at


def _officer(line: Disposition, side: Side) -> int | None:
    return line.to_id if side is Side.GOT else line.from_id


def _queues(waiting: Iterable[tuple[int, datetime, bool]]) -> list[Queue]:
    by_officer = defaultdict(list)
    for officer_id, at, late in waiting:
        by_officer[officer_id].append((at, late))
    return [
        Queue(officer_id, len(every), min(at for at, _ in every), sum(late for _, late in every))
        for officer_id, every in by_officer.items()
    ]


def _after(found: list[Any], after: Any, key: Any) -> list[Any]:
    return [each for each in sorted(found, key=key) if after is None or key(each) > key(after)]


class FakeChainModels(FakeStore):
    def add(self, model: ChainModel) -> ChainModel:
        added: ChainModel = self._kept.put("chain_models", model)
        return added

    def remove(self, model_id: int) -> None:
        if self._kept.chain_models.pop(model_id, None) is None:
            raise NotFound("chain_model", str(model_id))

    def every(self) -> Sequence[ChainModel]:
        return sorted(self._kept.chain_models.values(), key=lambda each: (each.name.casefold(), each.id))


class FakeOtherHours(FakeStore):
    def put(self, hours: DatedHours) -> None:
        self.remove(hours.first, hours.last)
        self._kept.other_hours.append(replace(hours))

    def remove(self, first: date, last: date) -> bool:
        kept = self._kept.other_hours
        before = len(kept)
        kept[:] = [each for each in kept if (each.first, each.last) != (first, last)]
        return len(kept) < before

    def every(self) -> Sequence[DatedHours]:
        return list(self._kept.other_hours)


class FakeTraces(FakeStore):
    def keep(self, letter_id: int, entry_id: int, before: str) -> None:
        self._kept.traces[letter_id] = (entry_id, before)

    def of_letter(self, letter_id: int) -> tuple[int, str] | None:
        return self._kept.traces.get(letter_id)

    def forget(self, letter_id: int) -> None:
        self._kept.traces.pop(letter_id, None)
