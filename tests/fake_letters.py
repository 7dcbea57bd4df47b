"""The stores of an archive in memory (tests/fakes.py) that letters and their way live in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from correspondence.dispositions import Disposition
from correspondence.errors import ChangedElsewhere, NotFound
from correspondence.journal import GENESIS, JournalEntry, seal
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.signatures import SignatureStep
from correspondence.workflow import Direction, SignatureState
from tests.fake_closings import renamed_late
from tests.fake_shelves import Broken, FakeStore


class FakeLetters(FakeStore):
    def add(self, letter: Letter, request_key: str) -> Letter:
        if request_key in self._kept.keys:
            raise Broken(f"request key {request_key!r} is taken")
        if letter.agenda_number in self.taken_numbers(letter.direction, letter.book_year):
            raise Broken(f"agenda number {letter.ref} is taken")
        added: Letter = self._kept.put("letters", letter)
        self._kept.keys[request_key] = added.id
        return added

    def add_many(self, letters: Sequence[Letter], request_keys: Sequence[str]) -> Sequence[int]:
        return [self.add(letter, key).id for letter, key in zip(letters, request_keys, strict=True)]

    def save(self, letter: Letter) -> Letter:
        stored = self.by_id(letter.id)
        if stored.version != letter.version:
            raise ChangedElsewhere(str(letter.ref), "")
        self._kept.letters[letter.id] = replace(letter, version=letter.version + 1)
        renamed_late(self._kept, stored, letter)
        return self._kept.letters[letter.id]

    def by_ref(self, ref: LetterRef) -> Letter:
        for letter in self._kept.letters.values():
            if letter.ref == ref:
                return letter
        raise NotFound("letter", str(ref))

    def by_id(self, letter_id: int) -> Letter:
        letter: Letter = self._kept.get("letters", "letter", letter_id)
        return letter

    def by_request_key(self, request_key: str) -> Letter | None:
        found = self._kept.keys.get(request_key)
        return None if found is None else self._kept.letters[found]

    def known_keys(self, request_keys: Sequence[str]) -> frozenset[str]:
        return frozenset(request_keys) & self._kept.keys.keys()

    def taken_numbers(self, direction: Direction, year: int) -> frozenset[int]:
        every = self._kept.letters.values()
        return frozenset(
            each.agenda_number for each in every if (each.direction, each.book_year) == (direction, year)
        )

    def last_registration(self) -> datetime | None:
        return max((each.registered_at for each in self._kept.letters.values()), default=None)


class FakeNumbers(FakeStore):
    def take(self, counter: str) -> int:
        self._kept.counters[counter] = self._kept.counters.get(counter, 0) + 1
        return self._kept.counters[counter]

    def raise_to(self, counter: str, number: int) -> None:
        self._kept.counters[counter] = max(number, self._kept.counters.get(counter, 0))

    def inherit_holes(
        self, direction: Direction, year: int, holes: Iterable[tuple[int, int]], why: str
    ) -> None:
        self._kept.holes.extend((direction, year, first, last, why) for first, last in holes)


class FakeJournal(FakeStore):
    def append(self, entry: JournalEntry) -> JournalEntry:
        previous = self._kept.journal[-1].seal if self._kept.journal else GENESIS
        sealed = replace(entry, id=len(self._kept.journal) + 1, previous=previous, seal=seal(entry, previous))
        self._kept.journal.append(sealed)
        return sealed

    def append_many(self, entries: Sequence[JournalEntry]) -> None:
        for entry in entries:
            self.append(entry)

    def of_letter(self, letter_id: int) -> Sequence[JournalEntry]:
        return [each for each in self._kept.journal if each.letter_id == letter_id]

    def whole(self) -> Iterator[JournalEntry]:
        return iter(self._kept.journal)


class FakeDispositions(FakeStore):
    def add(self, disposition: Disposition) -> Disposition:
        added: Disposition = self._kept.put("dispositions", disposition)
        return added

    def save(self, disposition: Disposition) -> None:
        self._kept.renew("dispositions", "disposition", disposition)

    def by_id(self, disposition_id: int) -> Disposition:
        found: Disposition = self._kept.get("dispositions", "disposition", disposition_id)
        return found

    def of_letter(self, letter_id: int) -> Sequence[Disposition]:
        every = [each for each in self._kept.dispositions.values() if each.letter_id == letter_id]
        return sorted(every, key=lambda each: (each.sent_at, each.id))

    def live(self) -> Sequence[Disposition]:
        return sorted(
            (each for each in self._kept.dispositions.values() if each.live),
            key=lambda each: (each.sent_at, each.id),
        )


class FakeSignatures(FakeStore):
    def add(self, step: SignatureStep) -> SignatureStep:
        added: SignatureStep = self._kept.put("signatures", step)
        return added

    def save(self, step: SignatureStep) -> None:
        self._kept.renew("signatures", "signature", step)

    def remove_unused(self, letter_id: int, number: int) -> None:
        for each in self.of_letter(letter_id):
            waits = each.state is SignatureState.WAITING and each.requested_at is None
            if each.round == number and waits:
                del self._kept.signatures[each.id]

    def by_id(self, step_id: int) -> SignatureStep:
        found: SignatureStep = self._kept.get("signatures", "signature", step_id)
        return found

    def of_letter(self, letter_id: int) -> Sequence[SignatureStep]:
        every = [each for each in self._kept.signatures.values() if each.letter_id == letter_id]
        return sorted(every, key=lambda each: (each.round, each.order, each.id))

    def requested(self) -> Sequence[SignatureStep]:
        every = self._kept.signatures.values()
        asked = [
            (each.requested_at, each.id, each) for each in every if each.state is SignatureState.REQUESTED
        ]
        return [each for _, _, each in sorted(asked)]

    def between(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        def counts(each: SignatureStep) -> bool:
            if unit_id is not None and self._kept.letters[each.letter_id].unit_id != unit_id:
                return False
            asked = each.requested_at is not None and each.requested_at < end
            open_or_after = each.acted_at is None or each.acted_at >= start
            promised = each.promised_for is not None and start <= each.promised_for < end
            return (asked and open_or_after) or promised

        return [each for each in self._kept.signatures.values() if counts(each)]
