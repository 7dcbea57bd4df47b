"""The printed books of the archive in memory (tests/fakes.py): by walking through every letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from correspondence.book_ports import BookEntry, BookKey, BookKind, UnusedNumbers
from correspondence.dossier import Cancellation
from correspondence.letters import Letter
from correspondence.workflow import Direction, is_cancelled
from tests.fake_shelves import FakeStore


class FakeBooks(FakeStore):
    def keys(self, kind: BookKind, first: date, last: date) -> Sequence[BookKey]:
        by_day = kind is BookKind.DISPATCH
        found = []
        for letter in self._kept.letters.values():
            day = letter.dispatched_on if by_day else letter.entered_on
            fits = kind in (BookKind.DISPATCH, BookKind.CONTROL) or letter.direction.value == kind.value
            if fits and day is not None and first <= day <= last:
                place = (letter.direction.value, letter.book_year, letter.agenda_number)
                found.append((day if by_day else first, place, letter))
        return [BookKey(letter.id, letter.ref) for _, _, letter in sorted(found, key=lambda each: each[:2])]

    def entries(self, letter_ids: Sequence[int]) -> Sequence[BookEntry]:
        return [self._entry(self._kept.letters[each]) for each in letter_ids]

    def unused(self, book: Direction, year: int) -> Sequence[UnusedNumbers]:
        numbers = {
            each.agenda_number
            for each in self._kept.letters.values()
            if (each.direction, each.book_year) == (book, year)
        }
        found: list[UnusedNumbers] = []
        holes = sorted(each[2:] for each in self._kept.holes if each[:2] == (book, year))
        for number, why in ((number, why) for first, last, why in holes for number in range(first, last + 1)):
            before = min((each for each in numbers if each > number), default=None)
            if number in numbers or before is None:
                continue
            if found and found[-1].last == number - 1 and found[-1].why == why:
                found[-1] = UnusedNumbers(book, year, found[-1].first, number, why, before)
            else:
                found.append(UnusedNumbers(book, year, number, number, why, before))
        return found

    def _entry(self, letter: Letter) -> BookEntry:
        kept, zone = self._kept, ZoneInfo(self._kept.profile.zone)
        sent = [each.sent_at for each in kept.dispositions.values() if each.letter_id == letter.id]
        struck = is_cancelled(letter.state)
        said = [
            each
            for each in kept.journal
            if each.letter_id == letter.id and each.step in {"cancel", "imported"}
        ]
        labels = [each.label for each in kept.codes.values() if each.code == letter.classification]
        return BookEntry(
            letter_id=letter.id,
            ref=letter.ref,
            entered_on=letter.entered_on,
            received_on=letter.received_on,
            letter_number=letter.letter_number,
            letter_date=letter.letter_date,
            correspondent=letter.correspondent,
            subject=letter.subject,
            classification=letter.classification,
            index=labels[-1] if labels else "",
            enclosures=letter.enclosures,
            unit=kept.units[letter.unit_id].name if letter.unit_id else "",
            dispatched_on=letter.dispatched_on,
            received_by=letter.received_by,
            delivered_on=letter.delivered_on,
            forwarded_on=min(sent).astimezone(zone).date() if sent else letter.dispatched_on,
            struck=struck,
            cancelled=Cancellation(said[-1].by, said[-1].at, said[-1].note) if struck and said else None,
        )
