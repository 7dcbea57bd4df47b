"""Workbooks (.xlsx): read as plain values, written as plain values."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from correspondence.errors import Refused
from correspondence.old_books.headings import is_table_of_ours
from correspondence.sheets import Cell, SheetRow, Table
from ui.files import whole_file
from ui.guarded import printable

MOST_PARTS = 2000
LARGEST_UNPACKED = 768 * 1024 * 1024
LARGEST_RATIO = 150
"""A workbook that grows more than this when unpacked, and beyond `HARMLESS`, is a bomb: real books grow 5-30 times."""
HARMLESS = 32 * 1024 * 1024

WIDEST = 120
"""Columns read of a sheet: beyond them stand only formats."""
_PAPERS = {"a4": 9, "f4": 14}
"""Codes of the sheets in a workbook; F4 is what they call Folio, 8.5 × 13 inches."""
_TEXT_LIMIT = 32767
_SHEET_NAME_LIMIT = 31

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

# What openpyxl and the readers below it raise on a file that is none, is cut, or was written by nobody's rules.
# SyntaxError: both XML parsers derive theirs from it.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    NotImplementedError,
    OverflowError,
)


def read_workbook(stream: BinaryIO, name: str) -> Table:
    """The first sheet with a heading row of ours, else the first that is not empty. Formulas count as their last result.

    A value of cells merged downwards stands in each of them: one sender written once beside three letters. Refused
    `workbook_unreadable`, `workbook_too_large`, `file_empty`.
    """
    # openpyxl takes a fifth of a second to import, and most runs of the program read no workbook.
    import openpyxl

    tables: list[Table] = []
    try:
        _check_size(stream, name)
        with warnings.catch_warnings():
            # Told of styles and validations that it does not keep: nothing a reader of values misses.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            for sheet in book.worksheets:
                table = Table(name, _rows(sheet))
                if is_table_of_ours(table):
                    return table
                tables.append(table)
    except _BROKEN as error:
        raise Refused("workbook_unreadable", None, {"name": name, "why": type(error).__name__}) from error
    for table in tables:
        if table.rows:
            return table
    raise Refused("file_empty", None, {"name": name})


def _none(_row: Sequence[Cell]) -> int:
    return 0


def write_xlsx(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    paper: str = "a4",
    struck: Callable[[Sequence[Cell]], int] = _none,
) -> None:
    """Writes sheet name → rows (the first is the heading row). Texts stay texts, also `=1+1`; numbers and days are such.

    Printed it lies across `paper` (`a4`, `f4`; A4 for any other), its width on one page, the headings on every page.
    `struck` says how many of a row's first cells are struck out. Unavailable `file_unwritable`; `path` is written whole or not at all.
    """
    # openpyxl takes a fifth of a second to import, and most runs of the program write no workbook.
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    bold, through = Font(bold=True), Font(strike=True)
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", printable(title))[:_SHEET_NAME_LIMIT])
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.paperSize = _PAPERS.get(paper, _PAPERS["a4"])
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for number, row in enumerate(rows):
            cells = []
            out = struck(row) if number else 0
            for place, value in enumerate(row):
                cell = WriteOnlyCell(sheet, value=None)
                _fill(cell, value)
                if number == 0:
                    cell.font = bold
                elif place < out:
                    cell.font = through
                cells.append(cell)
            sheet.append(cells)
    with whole_file(path) as stream:
        book.save(stream)


def _fill(cell: Any, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = printable(value)[:_TEXT_LIMIT]
        cell.data_type = "s"  # after the value, which would make a formula of `=…`
    elif isinstance(value, datetime):
        cell.value, cell.number_format = value.replace(tzinfo=None), "dd/mm/yyyy hh:mm"
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "dd/mm/yyyy"
    else:
        cell.value = value


def _check_size(stream: BinaryIO, name: str) -> None:
    """Looks at the list of parts before anything is unpacked."""
    with zipfile.ZipFile(stream) as parts:
        every = parts.infolist()
        unpacked = sum(each.file_size for each in every)
        packed = sum(each.compress_size for each in every)
        bomb = unpacked > HARMLESS and unpacked > LARGEST_RATIO * max(packed, 1)
        if len(every) > MOST_PARTS or unpacked > LARGEST_UNPACKED or bomb:
            raise Refused("workbook_too_large", None, {"name": name, "size": unpacked, "parts": len(every)})
        for each in every:
            if each.filename.endswith((".xml", ".rels")):
                with parts.open(each) as part:
                    # Entities that name entities grow without end; no office program writes a document type.
                    if b"<!DOCTYPE" in part.read(2048):
                        raise Refused("workbook_unreadable", None, {"name": name, "why": "DOCTYPE"})
    stream.seek(0)


def _rows(sheet: Any) -> list[SheetRow]:
    # What a sheet says of its own size is wrong in files of some programs.
    sheet.reset_dimensions()
    rows = []
    merged = _merged_downwards(sheet)
    above: dict[int, tuple[int, Cell]] = {}  # column → last row of the merged cells, their value
    for number, values in enumerate(sheet.iter_rows(max_col=WIDEST, values_only=True), start=1):
        cells = [_cell(each) if each is not None else None for each in values]
        for column, (last, value) in list(above.items()):
            if number <= last:
                cells[column] = value
            else:
                del above[column]
        for column, last in merged.get(number, ()):
            above[column] = (last, cells[column])
        while cells and (cells[-1] is None or cells[-1] == "" or str(cells[-1]).isspace()):
            cells.pop()
        if cells:
            rows.append(SheetRow(number, tuple(cells)))
    return rows


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        if "_x" in value:
            value = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | date | datetime):
        return str(value)
    return value


def _merged_downwards(sheet: Any) -> dict[int, list[tuple[int, int]]]:
    """First row → (column from 0, last row) of the cells merged over several rows of one column."""
    # openpyxl reads merged cells only when it loads the whole sheet, which takes fifty times the memory; and it names the
    # part of a sheet nowhere else.
    with sheet.parent._archive.open(sheet._worksheet_path) as part:  # noqa: SLF001
        tail = b""
        while block := part.read(1 << 20):
            # They stand behind the rows, at the end of the part: what is kept is a block and the one before it.
            tail = (tail + block)[-(2 << 20) :]
    found: dict[int, list[tuple[int, int]]] = {}
    for match in _MERGED.finditer(tail):
        column, first, last = match[1], int(match[2]), int(match[4])
        at = _column(column)
        if match[3] == column and last > first and at < WIDEST:
            found.setdefault(first, []).append((at, last))
    return found


def _column(letters: bytes) -> int:
    """A → 0, AA → 26."""
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number - 1
