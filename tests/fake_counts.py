"""The facts of the archive in memory (tests/fakes.py): every figure is counted anew from the facts themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from correspondence.letters import Letter
from correspondence.throughput import WEIGHT, Fact, FactKind, Tally
from correspondence.workflow import Direction, is_cancelled
from tests.fake_closings import note_late
from tests.fake_shelves import FakeStore


class FakeFacts(FakeStore):
    def add(self, fact: Fact) -> None:
        self._kept.facts.append(replace(fact, id=len(self._kept.facts) + 1))
        note_late(self._kept, self._letter(fact), fact, 1)

    def add_many(
        self,
        letters: Sequence[Letter],
        ids: Sequence[int],
        behind: Sequence[Sequence[FactKind]],
        starts: Mapping[date, datetime],
    ) -> None:
        for letter, letter_id, kinds in zip(letters, ids, behind, strict=True):
            for kind in kinds:
                self.add(Fact(letter_id, kind, letter.entered_on, starts[letter.entered_on]))

    def of_letter(self, letter_id: int) -> Sequence[Fact]:
        return sorted(
            (each for each in self._kept.facts if each.letter_id == letter_id),
            key=lambda each: (each.on, each.id),
        )

    def move_registered(self, letter_id: int, on: date) -> None:
        for place, each in enumerate(self._kept.facts):
            if each.letter_id == letter_id and each.what is FactKind.REGISTERED:
                note_late(self._kept, self._letter(each), each, -1)
                self._kept.facts[place] = replace(each, on=on)
                note_late(self._kept, self._letter(each), self._kept.facts[place], 1)

    def tallies(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        return self._tallies(lambda fact: first <= fact.on <= last, unit_id, by_day=True)

    def opening(self, before: date, unit_id: int | None = None) -> Sequence[Tally]:
        return self._tallies(lambda fact: fact.on < before, unit_id, by_day=False)

    def finished_minutes(self, first: date, last: date, unit_id: int | None = None) -> Sequence[int]:
        return sorted(
            fact.working_minutes
            for fact in self._kept.facts
            if fact.what is FactKind.FINISHED
            and fact.working_minutes is not None
            and first <= fact.on <= last
            and unit_id in (None, self._letter(fact).unit_id)
        )

    def due_between(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[tuple[Letter, Fact | None]]:
        due = []
        for letter in self._kept.letters.values():
            if letter.due_at is None or not start <= letter.due_at < end or is_cancelled(letter.state):
                continue
            if unit_id in (None, letter.unit_id):
                moves = [each for each in self.of_letter(letter.id) if WEIGHT[each.what]]
                finished = moves[-1] if moves and moves[-1].what is FactKind.FINISHED else None
                due.append((letter, finished))
        return due

    def behind(
        self,
        what: FactKind,
        first: date | None,
        last: date,
        *,
        direction: Direction | None = None,
        kind: str | None = None,
        unit: str | None = None,
    ) -> Sequence[int]:
        found = []
        for fact in self._kept.facts:
            letter = self._letter(fact)
            fits = direction in (None, letter.direction) and self._named(letter, kind, unit)
            if fact.what is what and (first is None or first <= fact.on) and fact.on <= last and fits:
                found.append((fact.on, letter.id))
        return [letter_id for _, letter_id in sorted(found, reverse=True)]

    def open_at_end_of(self, day: date, *, unit: str | None = None, kind: str | None = None) -> Sequence[int]:
        sums: Counter[int] = Counter()
        for fact in self._kept.facts:
            if fact.on <= day:
                sums[fact.letter_id] += WEIGHT[fact.what]
        still_open = [each for each in self._kept.letters.values() if sums[each.id] > 0]
        newest = sorted(still_open, key=lambda each: (each.entered_on, each.id), reverse=True)
        return [each.id for each in newest if self._named(each, kind, unit)]

    def _tallies(
        self, counts: Callable[[Fact], bool], unit_id: int | None, *, by_day: bool
    ) -> Sequence[Tally]:
        numbers: Counter[Tally] = Counter()
        for fact in self._kept.facts:
            letter = self._letter(fact)
            if counts(fact) and unit_id in (None, letter.unit_id):
                kind, unit = self._names(letter)
                on = fact.on if by_day else None
                numbers[Tally(letter.direction, kind, unit, fact.what, 0, on)] += 1
        return [replace(tally, number=number) for tally, number in numbers.items()]

    def _named(self, letter: Letter, kind: str | None, unit: str | None) -> bool:
        own_kind, own_unit = self._names(letter)
        return kind in (None, own_kind) and unit in (None, own_unit)

    def _names(self, letter: Letter) -> tuple[str, str]:
        kind = self._kept.kinds[letter.kind_id].name if letter.kind_id else ""
        unit = self._kept.units[letter.unit_id].name if letter.unit_id else ""
        return kind, unit

    def _letter(self, fact: Fact) -> Letter:
        return self._kept.letters[fact.letter_id]
