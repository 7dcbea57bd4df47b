"""Letters above an account's clearance: they are there, with number, dates, state and holder, and nothing of what they say.

The one place that veils. It stands between an account and the archive: what is read comes veiled into every list, board,
book and report; opening such a letter, and doing anything with it, is refused. No screen knows of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from correspondence.accounts import clears, within
from correspondence.boards import BoardFilter, Side
from correspondence.book_ports import BookEntry, Books
from correspondence.closing_ports import Closings
from correspondence.closings import LateFact
from correspondence.dates import Month
from correspondence.dispositions import Disposition
from correspondence.errors import Refused
from correspondence.letters import Letter, Secrecy
from correspondence.numbering import LetterRef
from correspondence.ports import Dispositions, Letters, Searches, Signatures, UnitOfWork
from correspondence.report_ports import OpenLine, ReportQuestions
from correspondence.search import Count, LetterFilter, LetterLine, Page
from correspondence.signatures import SignatureStep
from correspondence.waiting_ports import Boards


@dataclass(frozen=True, slots=True)
class Veil:
    """How far an account is cleared, and the word that stands in place of what it may not read (the counter's own)."""

    clearance: Secrecy
    word: str

    @property
    def needed(self) -> bool:
        """Whether there is anything this account may not read."""
        return not clears(self.clearance, Secrecy.SANGAT_RAHASIA)

    def over_writing(self, unit: UnitOfWork) -> None:
        """Letters above the clearance are refused (`letter_secret`); nothing is veiled that might be saved."""
        unit.letters = cast(Letters, _Letters(unit.letters, unit, self))

    def over_reading(self, unit: UnitOfWork) -> None:
        """The same, and every list veiled."""
        hidden = _Hidden(unit.searches, self)
        unit.letters = cast(Letters, _Letters(unit.letters, unit, self))
        unit.searches = cast(Searches, _Searches(unit.searches, unit, self))
        unit.books = cast(Books, _Books(unit.books, hidden, self))
        unit.boards = cast(Boards, _Boards(unit.boards, hidden, self))
        unit.signatures = cast(Signatures, _Signatures(unit.signatures, hidden, self))
        unit.dispositions = cast(Dispositions, _Dispositions(unit.dispositions, hidden, self))
        unit.report_questions = cast(ReportQuestions, _ReportQuestions(unit.report_questions, hidden, self))
        unit.closings = cast(Closings, _Closings(unit.closings, hidden, self))

    def hides(self, secrecy: Secrecy) -> bool:
        """Whether a letter of this secrecy is above the clearance."""
        return not clears(self.clearance, secrecy)


class _Hidden:
    """Which of some letters are above the clearance."""

    def __init__(self, searches: Searches, veil: Veil) -> None:
        self._searches = searches
        self._veil = veil

    def among(self, letter_ids: Iterable[int]) -> frozenset[int]:
        lines = self._searches.lines(tuple(dict.fromkeys(letter_ids)))
        return frozenset(each.id for each in lines if self._veil.hides(each.secrecy))


class _Behind:
    """A store of which only what is written below answers otherwise; tests hold what of each port may pass."""

    def __init__(self, store: Any, known: Any, veil: Veil) -> None:
        self._store = store
        self._known = known
        self._veil = veil

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class _Letters(_Behind):
    def by_ref(self, ref: LetterRef) -> Letter:
        return self._allowed(self._store.by_ref(ref))

    def by_id(self, letter_id: int) -> Letter:
        return self._allowed(self._store.by_id(letter_id))

    def _allowed(self, letter: Letter) -> Letter:
        if self._veil.hides(letter.secrecy):
            raise Refused("letter_secret", "ref", {"ref": str(letter.ref), "secrecy": str(letter.secrecy)})
        return letter


class _Searches(_Behind):
    """Words find only what may be read; otherwise a search would tell a hidden word by finding its letter."""

    def page(self, asked: LetterFilter, *, after: LetterLine | None = None, limit: int = 50) -> Page:
        found = self._store.page(self._cleared(asked), after=after, limit=limit)
        return Page(tuple(self._veiled(each) for each in found.lines), found.more)

    def ids(self, asked: LetterFilter) -> Sequence[int]:
        ids: Sequence[int] = self._store.ids(self._cleared(asked))
        return ids

    def lines(self, letter_ids: Sequence[int]) -> Sequence[LetterLine]:
        return tuple(self._veiled(each) for each in self._store.lines(letter_ids))

    def count(self, asked: LetterFilter, *, cap: int = 1000) -> Count:
        counted: Count = self._store.count(self._cleared(asked), cap=cap)
        return counted

    def _cleared(self, asked: LetterFilter) -> LetterFilter:
        return replace(asked, words_within=within(self._veil.clearance)) if asked.words.strip() else asked

    def _veiled(self, line: LetterLine) -> LetterLine:
        if not self._veil.hides(line.secrecy):
            return line
        return replace(line, correspondent=self._veil.word, subject=self._veil.word, classification="")


class _Books(_Behind):
    def entries(self, letter_ids: Sequence[int]) -> Sequence[BookEntry]:
        hidden = self._known.among(letter_ids)
        return [
            self._veiled(each) if each.letter_id in hidden else each
            for each in self._store.entries(letter_ids)
        ]

    def _veiled(self, entry: BookEntry) -> BookEntry:
        word, struck = self._veil.word, entry.cancelled
        return replace(
            entry,
            correspondent=word,
            subject=word,
            classification="",
            index="",
            cancelled=replace(struck, why=word) if struck is not None else None,
        )


class _Lines(_Behind):
    """Lines of chains and dispositions: what was written beside them is the letter's content too."""

    def _steps(self, steps: Sequence[SignatureStep]) -> Sequence[SignatureStep]:
        hidden = self._known.among(each.letter_id for each in steps)
        return [
            replace(each, note=self._veil.word) if each.note and each.letter_id in hidden else each
            for each in steps
        ]

    def _given(self, lines: Sequence[Disposition]) -> Sequence[Disposition]:
        hidden = self._known.among(each.letter_id for each in lines)
        return [self._without_words(each) if each.letter_id in hidden else each for each in lines]

    def _without_words(self, line: Disposition) -> Disposition:
        word = self._veil.word
        return replace(
            line, instructions=(), note=word if line.note else "", report=word if line.report else ""
        )


class _Boards(_Lines):
    def signature_steps(
        self, asked: BoardFilter, *, after: SignatureStep | None = None, limit: int = 50
    ) -> Sequence[SignatureStep]:
        return self._steps(self._store.signature_steps(asked, after=after, limit=limit))

    def steps_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        return self._steps(self._store.steps_of(letter_ids))

    def signatories_of(self, letter_ids: Sequence[int]) -> Sequence[SignatureStep]:
        return self._steps(self._store.signatories_of(letter_ids))

    def dispositions(
        self, asked: BoardFilter, side: Side, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[tuple[Disposition, bool]]:
        return self._flagged(self._store.dispositions(asked, side, after=after, limit=limit))

    def dispositions_of(self, letter_ids: Sequence[int]) -> Sequence[tuple[Disposition, bool]]:
        return self._flagged(self._store.dispositions_of(letter_ids))

    def first_dispositions(
        self, asked: BoardFilter, *, after: Disposition | None = None, limit: int = 50
    ) -> Sequence[Disposition]:
        return self._given(self._store.first_dispositions(asked, after=after, limit=limit))

    def _flagged(self, found: Sequence[tuple[Disposition, bool]]) -> Sequence[tuple[Disposition, bool]]:
        lines = self._given([line for line, _flag in found])
        return [(line, flag) for line, (_line, flag) in zip(lines, found, strict=True)]


class _Signatures(_Lines):
    def of_letter(self, letter_id: int) -> Sequence[SignatureStep]:
        return self._steps(self._store.of_letter(letter_id))

    def requested(self) -> Sequence[SignatureStep]:
        return self._steps(self._store.requested())


class _Dispositions(_Lines):
    def of_letter(self, letter_id: int) -> Sequence[Disposition]:
        return self._given(self._store.of_letter(letter_id))

    def live(self) -> Sequence[Disposition]:
        return self._given(self._store.live())


class _ReportQuestions(_Behind):
    def open_lines(self, letter_ids: Sequence[int]) -> Sequence[OpenLine]:
        word = self._veil.word
        return [
            replace(each, correspondent=word, subject=word) if self._veil.hides(each.secrecy) else each
            for each in self._store.open_lines(letter_ids)
        ]

    def senders(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[str, int]]:
        found: Sequence[tuple[str, int]] = self._store.senders(first, last, unit_id)
        hidden = self._known.among(letter_id for _name, letter_id in found)
        return [(self._veil.word if key in hidden else name, key) for name, key in found]


class _Closings(_Behind):
    def late(self, counted_in: Month) -> Sequence[LateFact]:
        found: Sequence[LateFact] = self._store.late(counted_in)
        hidden = self._known.among(each.letter_id for each in found)
        return [
            replace(each, subject=self._veil.word) if each.letter_id in hidden else each for each in found
        ]
