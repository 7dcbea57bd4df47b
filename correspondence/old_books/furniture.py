"""Rows of a book that are no letters: a repeated heading, column numbers, sums, dividers, the signatures at its foot.

Only rows that cannot be registered are looked at here, so nothing that is a letter is ever taken for furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.old_books.cells import text_of
from correspondence.old_books.headings import plain
from correspondence.old_books.words import is_closing, is_divider, is_sum
from correspondence.sheets import RejectedRow


class Furniture:
    """Takes the refused rows in the order of the file and keeps those that a person must see."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = [plain(each) for each in labels]
        self._kept: list[RejectedRow] = []
        self._run: list[RejectedRow] = []  # since the last row that was meant as a letter

    def letter_seen(self) -> None:
        """A letter stands here: what came before it is settled."""
        if self._run:
            self._settle()

    def put(self, row: RejectedRow, *, meant_as_letter: bool) -> None:
        """One refused row."""
        texts = filled_texts(row)
        if self._is_heading(texts):
            self._settle()
        elif meant_as_letter and not is_sum(texts):
            self._settle()
            self._kept.append(row)
        elif not (is_divider(texts) or is_sum(texts)):
            self._run.append(row)

    def rejected(self) -> tuple[RejectedRow, ...]:
        """What is left to be told, when the last row was put. Numbered but empty lines at the end are not."""
        self._run = [row for row in self._run if not "".join(filled_texts(row)).strip(".").isdigit()]
        self._settle()
        return tuple(self._kept)

    def _settle(self) -> None:
        """From MENGETAHUI on, nothing up to the next letter is one."""
        for row in self._run:
            if is_closing(filled_texts(row)):
                break
            self._kept.append(row)
        self._run = []

    def _is_heading(self, texts: Sequence[str]) -> bool:
        """The headings once more (perhaps one line of two), or the numbers of the columns: 1 2 3, (1) (2) (3)."""
        if len(texts) < 2:
            return False
        bare = [plain(each) for each in texts]
        if len(bare) > 2 and bare == [str(number) for number in range(1, len(bare) + 1)]:
            return True
        return all(len(each) > 1 and any(each in label for label in self._labels) for each in bare)


def filled_texts(row: RejectedRow) -> list[str]:
    """The cells of the row that are not blank, as texts."""
    return [text for text in map(text_of, row.cells) if text]
