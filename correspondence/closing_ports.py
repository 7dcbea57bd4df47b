"""What the office asks of its archive for a month's figures, for closing it, and for proving that all of it is sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from correspondence.closings import Counted, LateFact, MonthClosing
from correspondence.dates import Month
from correspondence.journal import JournalEntry
from correspondence.letters import LetterState
from correspondence.numbering import LetterRef
from correspondence.throughput import Fact, Tally
from correspondence.workflow import Direction


class Summaries(Protocol):
    """Counts that are kept, not counted: what they cost does not depend on how long the registry is."""

    def month(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        """The facts of the month by direction, kind, unit and what; `on` is None."""
        ...

    def days(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        """The facts of each day by direction, unit and what; `kind` is "" whatever the letter's."""
        ...

    def before(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        """All facts before the month by direction, kind, unit and what; `on` is None."""
        ...

    def finished(self, month: Month, unit_id: int | None = None) -> int:
        """How many letters finished in the month have known working minutes."""
        ...

    def finished_after(self, month: Month, place: int, unit_id: int | None = None) -> int:
        """The working minutes of the letter at `place` (0 is the quickest) of those finished in the month."""
        ...

    def differing(self) -> Sequence[str]:
        """The groups whose kept number is not what the facts give: names of the group, kept and counted; at best none."""
        ...


class Closings(Protocol):
    """Closed months. They are only added to."""

    def add(self, closing: MonthClosing) -> None: ...

    def every(self) -> Sequence[MonthClosing]:
        """By month."""
        ...

    def of_month(self, month: Month) -> MonthClosing | None: ...

    def last(self) -> MonthClosing | None:
        """That of the newest closed month."""
        ...

    def late(self, counted_in: Month) -> Sequence[LateFact]:
        """What was written into closed months while this was the first open one, in the order it was written."""
        ...

    def moved(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        """What late facts change in the counts of a month's own facts: `number` may be negative.

        With `on`: facts dated on that day which are counted in a later month, taken out. Without: late facts of earlier
        months that are counted in this one.
        """
        ...

    def opened(self, month: Month, unit_id: int | None = None) -> Sequence[Tally]:
        """What late facts change in the counts before a month: those not counted before it, taken out."""
        ...

    def counted(self, month: Month, *, anew: bool = False) -> Counted:
        """The month as it is counted now. `anew`: what came before it is counted from the facts and not from the summary."""
        ...


@dataclass(frozen=True, slots=True)
class BookNumbers:
    """One agenda book: how many letters it has, its highest number and its counter; `holes` are known to be unused."""

    book: Direction
    year: int
    letters: int
    highest: int
    counter: int
    missing: tuple[tuple[int, int], ...]
    """Ranges (first, last) up to the counter that neither a letter carries nor an inherited hole explains."""
    doubled: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LetterStory:
    """A letter with its lines in the journal and its facts, oldest first."""

    letter_id: int
    ref: LetterRef
    state: LetterState
    entered_on: date
    journal: Sequence[JournalEntry]
    facts: Sequence[Fact]


class Proofs(Protocol):
    """Looks at the registry from outside. Nothing is written."""

    def engine(self) -> Sequence[str]:
        """What the engine itself finds wrong: pages, indexes, keys that lead nowhere."""
        ...

    def books(self) -> Sequence[BookNumbers]:
        """Every agenda book, by year and direction."""
        ...

    def stories(self, after: int, limit: int) -> Sequence[LetterStory]:
        """The letters with an id above `after`, by id."""
        ...

    def letters(self) -> int:
        """How many letters there are."""
        ...

    def index(self) -> Iterator[str | None]:
        """References of letters that the search index holds wrongly; None now and then, so that the asker can count."""
        ...

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Every attached content with the SHA-256 it is kept under."""
        ...

    def unattached(self) -> Sequence[str]:
        """SHA-256 of attachments whose content is missing."""
        ...
