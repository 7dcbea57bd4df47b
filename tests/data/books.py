"""Agenda books made of tuples, for tests of what reads them."""

from __future__ import annotations

from datetime import date, datetime

from correspondence.old_books.agenda_book import BookReading, read_book
from correspondence.old_books.rows import BookLine
from correspondence.sheets import Cell, SheetRow, Table
from correspondence.workflow import Direction

TODAY = date(2026, 10, 7)
# A workbook's day has no zone, whatever the zone of the office.
MIDNIGHT = datetime(2017, 1, 5)  # noqa: DTZ001
INCOMING = ("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Tanggal Surat", "Pengirim", "Isi Singkat")
OUTGOING = (
    "Nomor Urut",
    "Nomor Surat",
    "Tanggal Surat",
    "Ditujukan Kepada",
    "Isi Singkat",
    "Tanggal Pengiriman",
)


def table(*rows: tuple[Cell, ...], name: str = "buku.csv", width: int = 0) -> Table:
    kept = [SheetRow(number, cells) for number, cells in enumerate(rows, start=1) if cells]
    return Table(name, kept, width)


def read(*rows: tuple[Cell, ...], direction: Direction | None = None, name: str = "buku.csv") -> BookReading:
    return read_book(table(*rows, name=name), direction=direction, today=TODAY)


def one(heading: tuple[str, ...], *cells: Cell, direction: Direction | None = None) -> BookLine:
    """The one letter of a book with one row."""
    book = read(heading, cells, direction=direction)
    assert not book.rejected
    (line,) = book.lines
    return line


def rules(*rows: tuple[Cell, ...], direction: Direction | None = None) -> dict[int, list[str]]:
    """The reasons by row number."""
    book = read(*rows, direction=direction)
    return {each.row: [reason.rule for reason in each.reasons] for each in book.rejected}


GOOD = (1, "2017-01-05", "045/1", "2017-01-03", "Camat", "Rapat")
