"""What a report prints about the closing of its month: the head's number, the proof, and what was corrected since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from correspondence.dates import Month
from correspondence.numbering import LetterRef


@dataclass(frozen=True, slots=True)
class Closed:
    """Under which number, by whom and when a month was closed. `at` is aware.

    `verified`: the figures are those the checksum was taken of, and the facts give them still.
    """

    number: int
    year: int
    by: str
    at: datetime
    checksum: str
    verified: bool

    @property
    def short_checksum(self) -> str:
        """The first sixteen digits in fours: what two people compare."""
        return short(self.checksum)


def short(checksum: str) -> str:
    """`3f2a 91c0 …`: the first sixteen digits of a checksum in fours."""
    return " ".join(checksum[place : place + 4] for place in range(0, 16, 4))


class Change(StrEnum):
    """What became of a closed month's figures."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    KIND = "kind"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the report's "koreksi": a letter, what was changed about it, and the closed month it is dated in.

    `facts` are the codes of what is counted (FactKind). `was` and `now` are ISO days (`MOVED`) or names (`KIND`, `UNIT`;
    "" is none given). `at` and `by` are those of the journal's line that tells of it. The subject of a
    `secret` letter is not for paper.
    """

    letter_id: int
    ref: LetterRef
    subject: str
    change: Change
    facts: tuple[str, ...]
    month: Month
    on: date
    was: str
    now: str
    at: datetime | None
    by: str
    secret: bool = False
