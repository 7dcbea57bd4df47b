"""What one page asks of another when it opens it."""

from __future__ import annotations

from dataclasses import dataclass

from correspondence.numbering import LetterRef


@dataclass(frozen=True, slots=True)
class ShowQueue:
    """Asks a page of letters for one of its chips."""

    chip: str


@dataclass(frozen=True, slots=True)
class ShowLetter:
    """Asks a page of letters for one letter."""

    ref: LetterRef
    letter_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShowPerson:
    """Asks a board for what waits for one officer."""

    officer_id: int
