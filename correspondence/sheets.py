"""Tables as they come from a spreadsheet or a text file, and what became of their rows. Plain shapes, no file is named here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.workflow import Direction

Cell = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row. `number` is the one a spreadsheet shows at its left, from 1; blanks at the end are left off.

    `cut` says that the file ended, or a quotation mark was never closed, inside this row.
    """

    number: int
    cells: tuple[Cell, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet or text file that are not blank.

    `name` is that of the file, for the journal. `width` is the usual number of fields in a line of a text file: a line with
    more was divided by a mark inside a value. 0 for a workbook, where a cell cannot be divided by accident.
    """

    name: str
    rows: Sequence[SheetRow]
    width: int = 0


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not taken, as it came, and every reason."""

    row: int
    reasons: tuple[Refused, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class InheritedHole:
    """Agenda numbers `first` to `last` that an old book never used."""

    book: Direction
    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did, or would do. `header` are the headings as found; `skipped` rows were there already."""

    imported: int
    skipped: int
    rejected: tuple[RejectedRow, ...]
    header: tuple[str, ...]
    changes: Changes
    new_kinds: tuple[str, ...] = ()
    new_units: tuple[str, ...] = ()
    inherited_holes: tuple[InheritedHole, ...] = ()
