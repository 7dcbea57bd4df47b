"""Which lines of a read book are new to the register, and which stand in the way of a number that is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.old_books.rows import BookLine
from correspondence.ports import UnitOfWork
from correspondence.sheets import RejectedRow
from correspondence.workflow import Direction

Book = tuple[Direction, int]
"""An agenda book: its direction and year."""


@dataclass(frozen=True, slots=True)
class SortedOut:
    """The new lines with their request keys, how many are known already, what was refused.

    `taken` are the numbers each book has used before this import.
    """

    lines: Sequence[BookLine]
    keys: Sequence[str]
    skipped: int
    rejected: Sequence[RejectedRow]
    taken: Mapping[Book, frozenset[int]]


def sort_out(unit: UnitOfWork, lines: Sequence[BookLine]) -> SortedOut:
    """Leaves out what the register knows, then refuses `agenda_number_taken` (by facts `ref` or `row`).

    A line that repeats another word for word is the same letter when it has a number of its own; without one it is a
    further letter: a counter that writes thirty equal lines a day has written thirty letters.
    """
    distinct: list[tuple[BookLine, str]] = []
    seen: dict[str, int] = {}
    for line in lines:
        times = seen.get(line.key, 0)
        seen[line.key] = times + 1
        if times == 0:
            distinct.append((line, line.key))
        elif line.number is None and not line.form.letter_number:
            distinct.append((line, sha256(f"{line.key} {times}".encode()).hexdigest()))
    known = unit.letters.known_keys([key for _, key in distinct])
    books = dict.fromkeys((line.direction, line.on.year) for line, _ in distinct)
    taken = {book: unit.letters.taken_numbers(*book) for book in books}
    used: dict[tuple[Book, int], int] = {}
    kept: list[BookLine] = []
    keys: list[str] = []
    rejected: list[RejectedRow] = []
    for line, key in distinct:
        if key in known:
            continue
        if line.number is not None:
            book = (line.direction, line.on.year)
            first = used.setdefault((book, line.number), line.row.number)
            if line.number in taken[book] or first != line.row.number:
                rejected.append(_taken(line, None if line.number in taken[book] else first))
                continue
        kept.append(line)
        keys.append(key)
    return SortedOut(kept, keys, len(lines) - len(kept) - len(rejected), rejected, taken)


def _taken(line: BookLine, row: int | None) -> RejectedRow:
    ref = LetterRef(line.direction, line.on.year, line.number or 0)
    where = {"ref": str(ref)} if row is None else {"row": row}
    reason = Refused("agenda_number_taken", "agenda_number", {"number": line.number, **where})
    return RejectedRow(line.row.number, (reason,), line.row.cells)
