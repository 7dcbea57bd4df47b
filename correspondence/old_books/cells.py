"""What stands in one cell of a table: a text, a running number, a day. Built to be asked a million times."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from correspondence.dates import read_date
from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.sheets import Cell

SERIAL_DAY_ZERO = date(1899, 12, 30)
"""Day 0 of a spreadsheet, seen from March 1900 on (it believes in a 29 February 1900)."""

FIRST_SERIAL, LAST_SERIAL = 16438, 73050
"""1 January 1945 and 31 December 2099 as spreadsheets count days."""

LARGEST_RUNNING_NUMBER = 999_999
"""Beyond it stands a date or a slip of the finger, and the counter would run on from there for the rest of the year."""

_NOTHING = frozenset({"", "-", "--", "–", "—"})
_CLOCK_TIME = re.compile(r"[T ] ?[0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9.]+)?(?: ?[AaPp][Mm]|Z)?$")
_SERIAL = re.compile(r"[0-9]{5}(?:[.,]0+)?")
_RUNNING = re.compile(r"0*([0-9]+)(?:[.,]0+)?[.)]?")
# Two days far apart: what a typed date means must not hang on the day of the import.
_OTHER_DAY = date(1990, 7, 2)


def text_of(cell: Cell) -> str:
    """The cell as one clean line; a whole number without its decimals, a day as 2017-01-05."""
    if isinstance(cell, str):
        if cell.isprintable():  # no control character, no odd blank: what `clean` does to it is this
            return cell.strip() if cell.isascii() else unicodedata.normalize("NFC", cell).strip()
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else clean(str(cell))


def said(cell: Cell) -> str:
    """`text_of`, but "" for the dash of a clerk who had nothing to write."""
    if isinstance(cell, str) and cell.isascii() and cell.isprintable():  # most cells: no further call
        text = cell.strip()
        return "" if text in _NOTHING else text
    text = text_of(cell)
    return "" if text in _NOTHING else text


def said_all(cells: Sequence[Cell]) -> list[str]:
    """`said` of each cell; in one go where all of them are plain texts, as in nearly every row of a text file."""
    try:
        plain = "".join(cells)  # type: ignore[arg-type]  # whether they are texts is what is asked
    except TypeError:
        return [said(cell) for cell in cells]
    if not (plain.isascii() and plain.isprintable()):
        return [said(cell) for cell in cells]
    texts = [cell.strip() for cell in cells]  # type: ignore[union-attr]  # it could be joined
    return ["" if len(text) < 3 and text in _NOTHING else text for text in texts]


def running_number(cell: Cell) -> int | Refused | None:
    """The agenda number in the cell; None when there is none, Refused `agenda_number_invalid` when it cannot be one."""
    if cell.__class__ is int:
        number = cell
    elif isinstance(cell, str) and cell.isascii() and cell.isdecimal() and len(cell) <= 9:
        number = int(cell)
    else:
        text = text_of(cell)
        if text in _NOTHING:
            return None
        match = _RUNNING.fullmatch(text)
        number = int(match[1]) if match and len(match[1]) <= 9 else 0
    if not 1 <= number <= LARGEST_RUNNING_NUMBER:
        return Refused("agenda_number_invalid", "agenda_number", {"typed": text_of(cell)})
    return number


class DayReader:
    """Reads the days of a table and remembers what it read: a book has a few hundred of them, in any number of rows."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._read: dict[Cell, date | Refused | None] = {}

    def read(self, cell: Cell) -> date | Refused | None:
        """The day in the cell: a date, a spreadsheet's number of one, or one as typed; None for a blank or a dash.

        Refused as `dates.read_date`, and `date_without_year`: "5 Januari" in an old book is not of this year.
        """
        if cell is None:
            return None
        found = self._read.get(cell, self)  # `self` stands for "never asked"
        if found is self:
            found = self._read[cell] = self._look(cell)
        return found  # type: ignore[return-value]  # no longer `self`

    def _look(self, cell: Cell) -> date | Refused | None:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        text = text_of(cell)
        if text in _NOTHING:
            return None
        if _SERIAL.fullmatch(text) and FIRST_SERIAL <= int(text[:5]) <= LAST_SERIAL:
            return SERIAL_DAY_ZERO + timedelta(days=int(text[:5]))
        if isinstance(cell, float) and FIRST_SERIAL <= cell <= LAST_SERIAL:  # a day with an hour
            return SERIAL_DAY_ZERO + timedelta(days=int(cell))
        text = _CLOCK_TIME.sub("", text)
        try:
            day = read_date(text, today=self._today)
            if str(day.year) not in text and day != read_date(text, today=_OTHER_DAY):
                return Refused("date_without_year", None, {"typed": text})
        except Refused as refused:
            return refused
        return day
