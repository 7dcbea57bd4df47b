"""Which column of an agenda book means what: the direction of its letters, and the headings that leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from correspondence.errors import Refused
from correspondence.old_books.cells import running_number, text_of
from correspondence.old_books.headings import LETTER_HEADINGS, LETTERS_ASK, PRINTED, Header, find_header
from correspondence.old_books.words import title_says
from correspondence.sheets import SheetRow, Table
from correspondence.workflow import Direction

_SAMPLE = 20
"""Rows below the heading that are looked at to see whether "Nomor" holds running numbers."""


_RICH = 3
"""So many known headings in one row are no accident: "Jenis | Tanggal | Perihal" is a book without an addressee."""


@dataclass(frozen=True, slots=True)
class BookColumns:
    """Columns of one book for letters of one direction; -1 where the book has none.

    For incoming letters `booked` is the day of receipt, for outgoing ones the day of dispatch. A book of incoming letters
    without a column for the day of receipt is taken to have entered each letter on its own date.
    """

    direction: Direction
    correspondent: int = -1
    subject: int = -1
    letter_date: int = -1
    booked: int = -1
    agenda_number: int = -1
    letter_number: int = -1
    address: int = -1
    kind: int = -1
    urgency: int = -1
    secrecy: int = -1
    nature: int = -1
    classification: int = -1
    unit: int = -1
    enclosures: int = -1
    state: int = -1
    external_reference: int = -1
    remark: int = -1
    entered_on: int = -1
    delivered_on: int = -1
    received_by: int = -1


@dataclass(frozen=True, slots=True)
class BookHeader:
    """The heading row of an agenda book. `direction` is None when a column of it says so for each row."""

    after: int
    labels: tuple[str, ...]
    direction: Direction | None
    direction_column: int
    columns: tuple[BookColumns, ...]


def read_header(table: Table, asked: Direction | None) -> BookHeader:
    """Finds the heading row and settles what it leaves open.

    Refused: `header_not_found`, `direction_unclear` (nothing tells incoming from outgoing), `columns_missing` (no column
    for what no letter can do without; facts `missing`).
    """
    header = find_header(table, LETTER_HEADINGS, LETTERS_ASK, rich=_RICH)
    per_row = header.columns.get("direction", -1) if asked is None else -1
    if per_row >= 0:
        both = tuple(_columns(table, header, each, strict=False) for each in Direction)
        return BookHeader(header.after, header.labels, None, per_row, both)
    direction = asked or _direction(table, header)
    if direction is None:
        raise Refused("direction_unclear", "direction", {"name": table.name, "seen": _shown(header)})
    return BookHeader(header.after, header.labels, direction, -1, (_columns(table, header, direction),))


def _direction(table: Table, header: Header) -> Direction | None:
    """From the columns only one of the books has, else from the title above them or the file's name."""
    there = header.columns.keys()
    for incoming, outgoing in (("sender", "addressee"), ("received_on", "dispatched_on")):
        if (incoming in there) != (outgoing in there):
            return Direction.INCOMING if incoming in there else Direction.OUTGOING
    title = " ".join(text_of(cell) for row in table.rows[: header.after - 1] for cell in row.cells)
    return title_says(title) or title_says(table.name)


def _columns(table: Table, header: Header, direction: Direction, *, strict: bool = True) -> BookColumns:
    known = dict(header.columns)
    incoming = direction is Direction.INCOMING
    _settle_numbers(known, table.rows[header.after : header.after + _SAMPLE])
    booked = "received_on" if incoming else "dispatched_on"
    if "day" in known:
        known.setdefault(booked if "letter_date" in known else "letter_date", known["day"])
    if incoming:
        known.setdefault("received_on", known.get("entered_on", known.get("letter_date", -1)))
    own = "sender" if incoming else "addressee"
    correspondent = known.get(own, known.get("correspondent", -1))
    missing = [own] if correspondent < 0 else []
    missing += ["subject"] if "subject" not in known else []
    dated = {booked, "letter_date", "entered_on"} & {name for name, column in known.items() if column >= 0}
    missing += [] if dated else [booked]
    if missing and strict:
        facts = {
            "name": table.name,
            "missing": tuple(PRINTED[each] for each in missing),
            "seen": _shown(header),
        }
        raise Refused("columns_missing", None, facts)
    same = {name: known[name] for name in BookColumns.__slots__ if name in known and name != "direction"}
    same["correspondent"], same["booked"] = correspondent, known.get(booked, -1)
    return BookColumns(direction, **same)


def _settle_numbers(known: dict[str, int], sample: Sequence[SheetRow]) -> None:
    """ "Nomor" is the agenda number, unless it may be the letter's and most of what stands below it is no whole number."""
    column = known.get("running")
    if column is None:
        return
    cells = [row.cells[column] for row in sample if len(row.cells) > column]
    odd = sum(isinstance(running_number(cell), Refused) for cell in cells)
    is_letters = "letter_number" not in known and odd * 2 > len(cells)
    known.setdefault("letter_number" if is_letters else "agenda_number", column)


def _shown(header: Header) -> tuple[str, ...]:
    return tuple(filter(None, header.labels))
