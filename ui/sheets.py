"""The one door for tables: .csv and .xlsx files in, .csv files out (.xlsx: ui/workbooks.py)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path

from correspondence.errors import Refused, Unavailable
from correspondence.sheets import Cell, ImportOutcome, Table
from ui.files import write_whole
from ui.guarded import guarded, printable
from ui.text_tables import read_text_table
from ui.workbooks import read_workbook

TEXT_KINDS = (".csv", ".txt", ".tsv")
WORKBOOK_KINDS = (".xlsx", ".xlsm")
LARGEST_FILE = 256 * 1024 * 1024

ROW_COLUMN, REASON_COLUMN = "baris", "alasan"
_PARCEL = b"PK\x03\x04"
_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"


def read_table(path: Path) -> Table:
    """The table in a file, whatever its name says of a workbook and a text.

    Unavailable `file_missing`, `file_is_folder`, `file_unreadable`; Refused `file_empty`, `file_too_large`,
    `file_kind_unknown` (facts `known`), `workbook_unreadable`, `workbook_too_large`.
    """
    if path.is_dir():
        raise Unavailable("file_is_folder", {"file": str(path)})
    try:
        with path.open("rb") as stream:
            beginning = stream.read(8)
            stream.seek(0)
            ending = path.suffix.lower()
            if not beginning:
                raise Refused("file_empty", None, {"name": path.name})
            if path.stat().st_size > LARGEST_FILE:
                raise Refused("file_too_large", None, {"name": path.name, "limit": LARGEST_FILE})
            known = ending in (*TEXT_KINDS, *WORKBOOK_KINDS)
            if not known or (beginning.startswith(_OLD_OFFICE_FILE) and ending in TEXT_KINDS):
                facts = {"name": path.name, "known": (".csv", ".xlsx")}
                raise Refused("file_kind_unknown", None, facts)
            if ending in WORKBOOK_KINDS or beginning.startswith(_PARCEL):
                return read_workbook(stream, path.name)
            return read_text_table(stream.read(), path.name)
    except FileNotFoundError as error:
        raise Unavailable("file_missing", {"file": str(path)}) from error
    except OSError as error:
        facts = {"file": str(path), "why": error.strerror or str(error)}
        raise Unavailable("file_unreadable", facts) from error


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes a table a spreadsheet opens with every letter right and no formula in it. Unavailable `file_unwritable`."""
    write_whole(path, _csv(header, rows))


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO()
    # Quotation marks wherever a reader could see another divider than the comma.
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    for row in (header, *rows):
        cells = [_written(each) for each in row]
        if any(mark in cell for cell in cells for mark in ";\t|"):
            text.write(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells) + "\r\n")
        else:
            writer.writerow(cells)
    return text.getvalue().encode("utf-8-sig")


def write_rejected(path: Path, outcome: ImportOutcome, sentence: Callable[[Refused], str]) -> Path:
    """Writes the rejected rows of the import of `path` beside it as NAME.rejected.csv, and says where.

    A file of that name may hold somebody's corrections: it is left alone, and NAME.rejected-2.csv, … is written, unless the
    same is there already. The headings and cells as they came, with the row's number and the reasons (by `sentence`) at the end: mend the cells and
    import this file. Unavailable `file_unwritable`.
    """
    labels = outcome.header
    if labels[-2:] == (ROW_COLUMN, REASON_COLUMN):  # a mended file of this kind that still is not right
        labels = labels[:-2]
        width = len(labels)
    else:
        width = max([len(labels), *(len(each.cells) for each in outcome.rejected)])
    header = [*labels, *[""] * (width - len(labels)), ROW_COLUMN, REASON_COLUMN]
    rows = [
        (
            *each.cells[:width],
            *[None] * (width - len(each.cells)),
            each.row,
            " ".join(sentence(reason) for reason in each.reasons),
        )
        for each in outcome.rejected
    ]
    content = _csv(header, rows)
    target = next(each for each in _names_for_rejected(path) if _may_become(each, content))
    if not target.exists():
        write_whole(target, content)
    return target


def usual_rejected(path: Path) -> Path:
    """What the file of the rejected rows is called where none is in its way."""
    return path.with_name(f"{path.stem}.rejected.csv")


def _names_for_rejected(path: Path) -> Iterator[Path]:
    yield usual_rejected(path)
    for number in count(2):
        yield path.with_name(f"{path.stem}.rejected-{number}.csv")


def _may_become(path: Path, content: bytes) -> bool:
    try:
        return not path.exists() or (path.is_file() and path.read_bytes() == content)
    except OSError:  # whatever it holds, it is not ours to overwrite
        return False


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(printable(cell))
    if isinstance(cell, datetime):
        midnight = cell.time() == datetime.min.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
