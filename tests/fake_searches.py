"""The read side of the archive in memory (tests/fakes.py): filters by walking through every letter."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.dispositions import circumstances_of, lead_nobody_has
from correspondence.letters import Letter
from correspondence.people import Capacity, appointment_on
from correspondence.search import Count, LetterFilter, LetterLine, Page
from correspondence.workflow import IncomingState, When, is_open
from tests.fake_shelves import FakeStore


class FakeSearches(FakeStore):
    def page(self, asked: LetterFilter, *, after: LetterLine | None = None, limit: int = 50) -> Page:
        found = self.ids(asked)
        start = found.index(after.id) + 1 if after is not None else 0
        shown = found[start : start + limit]
        return Page(tuple(self.lines(shown)), more=len(found) > start + limit)

    def ids(self, asked: LetterFilter) -> list[int]:
        found = [each for each in self._kept.letters.values() if self._fits(each, asked)]
        if asked.words.strip():
            return sorted((each.id for each in found), reverse=True)
        return [each.id for each in sorted(found, key=lambda each: (each.entered_on, each.id), reverse=True)]

    def lines(self, letter_ids: Sequence[int]) -> Sequence[LetterLine]:
        return [self._line(self._kept.letters[each]) for each in letter_ids]

    def count(self, asked: LetterFilter, *, cap: int = 1000) -> Count:
        number = len(self.ids(asked))
        return Count(min(number, cap), exact=number <= cap)

    def _fits(self, letter: Letter, asked: LetterFilter) -> bool:
        entries = " ".join(letter.fields.values())
        text = f" {letter.ref} {letter.letter_number} {letter.correspondent} {letter.subject} {entries}".casefold()
        overdue = asked.overdue_at is None or (
            letter.due_at is not None and letter.due_at < asked.overdue_at and is_open(letter.state)
        )
        holder = letter.holder_id or 0
        return (
            asked.direction in (None, letter.direction)
            and (not asked.states or letter.state in asked.states)
            and asked.unit_id in (None, letter.unit_id)
            and asked.kind_id in (None, letter.kind_id)
            and (asked.first_day is None or asked.first_day <= letter.entered_on)
            and (asked.last_day is None or letter.entered_on <= asked.last_day)
            and overdue
            and (asked.held_by is None or (is_open(letter.state) and holder == asked.held_by))
            and self._waits(letter, asked)
            and all(word in text for word in asked.words.casefold().split())
            and (not asked.words.strip() or self._may_be_found(letter, asked))
        )

    def _may_be_found(self, letter: Letter, asked: LetterFilter) -> bool:
        """Whether words may find it; its reference always does."""
        named = asked.words.strip().casefold() == str(letter.ref).casefold()
        return named or not asked.words_within or letter.secrecy in asked.words_within

    def _waits(self, letter: Letter, asked: LetterFilter) -> bool:
        """What hangs on the letter."""
        family = [each for each in self._kept.dispositions.values() if each.letter_id == letter.id]
        disposed = letter.state is IncomingState.DISPOSED
        submitted = letter.state is IncomingState.SUBMITTED
        given_back = disposed and lead_nobody_has(family) is not None
        return (not asked.awaits_disposition or submitted or given_back) and (
            not asked.leads_done or (disposed and circumstances_of(family).hold(When.LEADS_DONE))
        )

    def _line(self, letter: Letter) -> LetterLine:
        kept = self._kept
        own = [each for each in kept.appointments.values() if each.officer_id == letter.holder_id]
        held = appointment_on(own, letter.held_since.date()) if letter.held_since else None
        return LetterLine(
            id=letter.id,
            ref=letter.ref,
            state=letter.state,
            letter_number=letter.letter_number,
            letter_date=letter.letter_date,
            received_on=letter.received_on,
            entered_on=letter.entered_on,
            registered_at=letter.registered_at,
            correspondent=letter.correspondent,
            subject=letter.subject,
            kind=kept.kinds[letter.kind_id].name if letter.kind_id else "",
            unit=kept.units[letter.unit_id].name if letter.unit_id else "",
            urgency=letter.urgency,
            secrecy=letter.secrecy,
            classification=letter.classification,
            holder=kept.officers[letter.holder_id].name if letter.holder_id else "",
            holder_position=held.position if held else "",
            held_since=letter.held_since,
            due_at=letter.due_at,
            version=letter.version,
            holder_capacity=held.capacity if held else Capacity.DEFINITIVE,
        )
