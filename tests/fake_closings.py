"""Closed months, kept counts and proofs of the archive in memory (tests/fakes.py): everything is counted anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from correspondence.closing_ports import BookNumbers, LetterStory
from correspondence.closings import Counted, LateFact, MonthClosing
from correspondence.dates import Month
from correspondence.letters import SECRET, Letter
from correspondence.numbering import agenda_key
from correspondence.throughput import WEIGHT, Fact, FactKind, Tally
from correspondence.workflow import Direction
from tests.fake_shelves import FakeStore, Kept


@dataclass(frozen=True)
class LateRow:
    """A fact as it was counted when it was written into a closed month, or taken out of it."""

    counted_in: Month
    letter_id: int
    what: FactKind
    on: date
    kind_id: int | None
    unit_id: int | None
    number: int
    after_entry: int


def note_late(kept: Kept, letter: Letter, fact: Fact, number: int) -> None:
    """Leaves a line when the fact lies in a closed month."""
    last = max(kept.closings, default=None)
    if last is None or fact.on > kept.closings[last].month.last:
        return
    after = kept.journal[-1].id if kept.journal else 0
    row = LateRow(
        kept.closings[last].month.next(),
        letter.id,
        fact.what,
        fact.on,
        letter.kind_id,
        letter.unit_id,
        number,
        after,
    )
    kept.late.append(row)


def renamed_late(kept: Kept, before: Letter, after: Letter) -> None:
    """A letter of another kind or unit: its facts are taken out of closed months and put in again."""
    if (before.kind_id, before.unit_id) == (after.kind_id, after.unit_id):
        return
    for fact in kept.facts:
        if fact.letter_id == after.id:
            note_late(kept, before, fact, -1)
            note_late(kept, after, fact, 1)


class _Counting(FakeStore):
    def _names(self, kind_id: int | None, unit_id: int | None) -> tuple[str, str]:
        kind = self._kept.kinds[kind_id].name if kind_id else ""
        return kind, self._kept.units[unit_id].name if unit_id else ""

    def _facts(self, unit_id: int | None) -> list[tuple[Fact, Letter]]:
        both = [(fact, self._kept.letters[fact.letter_id]) for fact in self._kept.facts]
        return [(fact, letter) for fact, letter in both if unit_id in (None, letter.unit_id)]


class FakeSummaries(_Counting):
    def month(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        return self._counted([each for each in self._facts(unit_id) if each[0].on in month])

    def days(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        found = [each for each in self._facts(unit_id) if first <= each[0].on <= last]
        return self._counted(found, by_day=True)

    def before(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        return self._counted([each for each in self._facts(unit_id) if each[0].on < month.first])

    def finished(self, month: Month, unit_id: int | None = None) -> int:
        return len(self._minutes(month, unit_id))

    def finished_after(self, month: Month, place: int, unit_id: int | None = None) -> int:
        return self._minutes(month, unit_id)[place]

    def differing(self) -> Sequence[str]:
        return []

    def _minutes(self, month: Month, unit_id: int | None) -> list[int]:
        facts = [
            fact for fact, _ in self._facts(unit_id) if fact.on in month and fact.what is FactKind.FINISHED
        ]
        return sorted(fact.working_minutes for fact in facts if fact.working_minutes is not None)

    def _counted(self, facts: list[tuple[Fact, Letter]], *, by_day: bool = False) -> list[Tally]:
        numbers: Counter[Tally] = Counter()
        for fact, letter in facts:
            kind, unit = self._names(letter.kind_id, letter.unit_id)
            day, named = (fact.on, "") if by_day else (None, kind)
            numbers[Tally(letter.direction, named, unit, fact.what, 0, day)] += 1
        return [replace(tally, number=number) for tally, number in numbers.items()]


class FakeClosings(_Counting):
    def add(self, closing: MonthClosing) -> None:
        self._kept.closings[str(closing.month)] = closing

    def every(self) -> Sequence[MonthClosing]:
        return [self._kept.closings[key] for key in sorted(self._kept.closings)]

    def of_month(self, month: Month) -> MonthClosing | None:
        return self._kept.closings.get(str(month))

    def last(self) -> MonthClosing | None:
        return self._kept.closings[max(self._kept.closings)] if self._kept.closings else None

    def late(self, counted_in: Month) -> Sequence[LateFact]:
        found = []
        for row in self._kept.late:
            if row.counted_in == counted_in:
                letter = self._kept.letters[row.letter_id]
                later = [e for e in self._kept.journal if e.letter_id == letter.id and e.id > row.after_entry]
                kind, unit = self._names(row.kind_id, row.unit_id)
                found.append(
                    LateFact(
                        counted_in=row.counted_in,
                        letter_id=letter.id,
                        ref=letter.ref,
                        subject=letter.subject,
                        what=row.what,
                        on=row.on,
                        direction=letter.direction,
                        kind=kind,
                        unit=unit,
                        number=row.number,
                        at=later[0].at if later else None,
                        by=later[0].by if later else "",
                        secret=letter.secrecy in SECRET,
                    )
                )
        return found

    def moved(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        late = [each for each in self._kept.late if unit_id in (None, each.unit_id)]
        out = [each for each in late if each.on in month and str(each.counted_in) > str(month)]
        put_in = [each for each in late if each.counted_in == month]
        return [*self._tallies(out, -1, by_day=True), *self._tallies(put_in, 1)]

    def opened(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        late = [each for each in self._kept.late if unit_id in (None, each.unit_id)]
        out = [each for each in late if each.on < month.first and str(each.counted_in) >= str(month)]
        return self._tallies(out, -1)

    def counted(self, month: Month, *, anew: bool = False) -> Counted:
        moved: Counter[tuple[str, int, int, str]] = Counter()
        opening: Counter[tuple[str, int, int]] = Counter()
        rows = [(fact.on, fact.what, self._key(letter), 1, None) for fact, letter in self._facts(None)]
        for late in self._kept.late:
            letter = replace(self._kept.letters[late.letter_id], kind_id=late.kind_id, unit_id=late.unit_id)
            # Out of the days it is dated in, and into the month it is counted in.
            rows.append((late.on, late.what, self._key(letter), -late.number, None))
            rows.append((late.counted_in.first, late.what, self._key(letter), late.number, None))
        for on, what, (book, kind, unit), number, _ in rows:
            if on in month:
                moved[book, kind, unit, what.value] += number
            elif on < month.first:
                opening[book, kind, unit] += number * WEIGHT[what]
        return Counted(
            opening=tuple(sorted((*key, number) for key, number in opening.items() if number)),
            moved=tuple(sorted((*key, number) for key, number in moved.items() if number)),
        )

    def _key(self, letter: Letter) -> tuple[str, int, int]:
        return letter.direction.value, letter.kind_id or 0, letter.unit_id or 0

    def _tallies(self, rows: list[LateRow], sign: int, *, by_day: bool = False) -> list[Tally]:
        numbers: Counter[Tally] = Counter()
        for row in rows:
            kind, unit = self._names(row.kind_id, row.unit_id)
            direction = self._kept.letters[row.letter_id].direction
            numbers[Tally(direction, kind, unit, row.what, 0, row.on if by_day else None)] += (
                sign * row.number
            )
        return [replace(tally, number=number) for tally, number in numbers.items() if number]


class FakeProofs(FakeStore):
    def engine(self) -> Sequence[str]:
        return []

    def books(self) -> Sequence[BookNumbers]:
        numbers: defaultdict[tuple[int, Direction], list[int]] = defaultdict(list)
        for letter in self._kept.letters.values():
            numbers[letter.book_year, letter.direction].append(letter.agenda_number)
        return [self._book(book, year, found) for (year, book), found in sorted(numbers.items())]

    def _book(self, book: Direction, year: int, found: list[int]) -> BookNumbers:
        holes = [each[2:4] for each in self._kept.holes if each[:2] == (book, year)]
        known = {*found, *(number for first, last in holes for number in range(first, last + 1))}
        counter = self._kept.counters.get(agenda_key(book, year), 0)
        missing = [each for each in range(1, max(counter, *found) + 1) if each not in known]
        ranges: list[tuple[int, int]] = []
        for number in missing:
            if ranges and ranges[-1][1] == number - 1:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        doubled = tuple(number for number, times in sorted(Counter(found).items()) if times > 1)
        return BookNumbers(book, year, len(found), max(found), counter, tuple(ranges), doubled)

    def stories(self, after: int, limit: int) -> Sequence[LetterStory]:
        letters = [each for key, each in sorted(self._kept.letters.items()) if key > after][:limit]
        return [
            LetterStory(
                each.id,
                each.ref,
                each.state,
                each.entered_on,
                [entry for entry in self._kept.journal if entry.letter_id == each.id],
                [fact for fact in self._kept.facts if fact.letter_id == each.id],
            )
            for each in letters
        ]

    def letters(self) -> int:
        return len(self._kept.letters)

    def index(self) -> Iterator[str | None]:
        return iter(())

    def contents(self) -> Iterator[tuple[str, bytes]]:
        return iter(sorted(self._kept.contents.items()))

    def unattached(self) -> Sequence[str]:
        return sorted({each.sha256 for each in self._kept.attachments.values()} - self._kept.contents.keys())
