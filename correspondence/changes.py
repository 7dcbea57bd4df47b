"""What a service touched. Screens listen to this and to nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from correspondence.numbering import LetterRef


class Topic(StrEnum):
    """Parts of the register other than single letters."""

    OFFICE = "office"
    PEOPLE = "people"
    KINDS = "kinds"
    CODES = "codes"
    HOLIDAYS = "holidays"
    MANY_LETTERS = "many_letters"
    ACCOUNTS = "accounts"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Changes:
    """`refs` are the letters touched, the one acted upon first, once for each step; `letter_ids` the same as keys."""

    refs: tuple[LetterRef, ...] = ()
    letter_ids: tuple[int, ...] = ()
    topics: frozenset[Topic] = frozenset()

    @property
    def ref(self) -> LetterRef:
        """The letter acted upon."""
        return self.refs[0]
