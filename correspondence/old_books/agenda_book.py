"""An old agenda book: its heading row, then row by row letters as they would have been registered, or reasons why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from correspondence.errors import Refused
from correspondence.old_books.cells import text_of
from correspondence.old_books.columns import BookHeader, read_header
from correspondence.old_books.furniture import Furniture
from correspondence.old_books.headings import plain
from correspondence.old_books.rows import BookLine, RowReader
from correspondence.old_books.words import DIRECTIONS
from correspondence.sheets import RejectedRow, SheetRow, Table
from correspondence.workflow import Direction

Progress = Callable[[int, int], bool]
"""Told (rows done, rows in all) now and then; answers False to give up."""

PROGRESS_STEP = 1000


@dataclass(frozen=True, slots=True)
class BookReading:
    """All rows of a book: those that can be registered and those that cannot, each in the order of the file."""

    labels: tuple[str, ...]
    lines: Sequence[BookLine]
    rejected: Sequence[RejectedRow]


def read_book(
    table: Table, *, direction: Direction | None, today: date, progress: Progress | None = None
) -> BookReading:
    """Reads every row below the heading row. Blank, repeated heading, sum and signature rows are passed over.

    Without a `direction` it is guessed from the headings, the title above them or the file's name; a book may also say it
    row by row. Refused as `book_columns.read_header`, and `import_cancelled` when `progress` answers False.
    """
    header = read_header(table, direction)
    width = len(header.labels)
    widest = max(table.width, width) if table.width else 0
    readers = {
        each.direction: RowReader(each, width=width, widest=widest, today=today) for each in header.columns
    }
    furniture = Furniture(header.labels)
    lines: list[BookLine] = []
    for row in _watched(table.rows, header.after, progress):
        direction_here = header.direction or _direction_of(row, header)
        if direction_here is None:
            outcome: BookLine | tuple[Refused, ...] = (Refused("direction_unclear", "direction"),)
            reader = next(iter(readers.values()))
        else:
            reader = readers[direction_here]
            outcome = reader.read(row)
        if isinstance(outcome, BookLine):
            lines.append(outcome)
            furniture.letter_seen()
        else:
            refused = RejectedRow(row.number, outcome, row.cells)
            furniture.put(refused, meant_as_letter=reader.is_meant_as_letter(row))
    return BookReading(header.labels, lines, furniture.rejected())


def _watched(rows: Sequence[SheetRow], start: int, progress: Progress | None) -> Iterator[SheetRow]:
    total = len(rows)
    for first in range(start, total, PROGRESS_STEP):
        if progress is not None and not progress(first, total):
            raise Refused("import_cancelled", None, {"done": first, "total": total})
        yield from rows[first : first + PROGRESS_STEP]


def _direction_of(row: SheetRow, header: BookHeader) -> Direction | None:
    column = header.direction_column
    return DIRECTIONS.get(plain(text_of(row.cells[column]))) if len(row.cells) > column else None
