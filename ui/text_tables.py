"""Text files with a table in them (.csv, .txt, .tsv), in whatever encoding and with whatever mark a spreadsheet wrote them."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from correspondence.errors import Refused
from correspondence.old_books.headings import CODE_HEADINGS, HOLIDAY_HEADINGS, LETTER_HEADINGS, plain
from correspondence.sheets import SheetRow, Table
from ui.guarded import freed

MARKS = ",;\t|"
_HEADINGS = LETTER_HEADINGS.keys() | CODE_HEADINGS.keys() | HOLIDAY_HEADINGS.keys()
_SAMPLE_LINES = 60
_FALSE_STARTS = 50
"""So often a quotation mark that is never closed is taken for a slip; then the rest of the file is one cut row."""

_LONGEST_LINE = 100_000

_END = "\ue000end of table\ue000"  # private characters: no file says this


def read_text_table(content: bytes, name: str) -> Table:
    """The table in `content`. A line is divided by comma, semicolon, tab or bar; the file itself says which.

    Refused `file_empty`. The row in which the file was cut off, or a quotation mark left open, is marked.
    """
    text = _decoded(content)
    if not text.strip():
        raise Refused("file_empty", None, {"name": name})
    text, mark = _mark(text)
    rows: list[SheetRow] = []
    widths: Counter[int] = Counter()
    last_width = 0
    for number, (fields, open_quote) in enumerate(_records(text, mark), start=1):
        cells = [freed(each) if each[:1] == "'" else each for each in fields]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            rows.append(SheetRow(number, tuple(each or None for each in cells), open_quote))
            last_width = len(fields)
            widths[last_width] += 1
    width = widths.most_common(1)[0][0] if widths else 0
    if rows and not text.endswith(("\n", "\r")) and last_width < width:
        rows[-1] = SheetRow(rows[-1].number, rows[-1].cells, cut=True)
    return Table(name, rows, width)


def _decoded(content: bytes) -> str:
    """UTF-8 and UTF-16 where the bytes say so, else Windows-1252. Half a character at the end is left off."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            return text.removesuffix("\ufffd").replace("\0", "")
    if content[1:400:2].count(0) > len(content[1:400:2]) // 2:
        return content.decode("utf-16-le", errors="replace").replace("\0", "")
    try:
        # Not final: a file cut inside a character is still UTF-8.
        return codecs.getincrementaldecoder("utf-8")().decode(content).replace("\0", "")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").replace("\0", "")


def _mark(text: str) -> tuple[str, str]:
    """The text without a line `sep=;`, and the mark that divides its lines.

    The one that yields most headings we know; then the one that divides most lines alike, quoted parts not counted.
    """
    first, _, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        return rest, first.strip().strip('"')[4]
    lines = io.StringIO(text, newline="")
    sample = "".join(line for line, _ in zip(lines, range(_SAMPLE_LINES), strict=False))

    def merit(mark: str) -> tuple[int, int]:
        rows = [fields for fields, _ in _records(sample, mark)]
        known = max((sum(plain(each) in _HEADINGS for each in fields) for fields in rows), default=0)
        alike = Counter(len(fields) for fields in rows if len(fields) > 1).most_common(1)
        return known if known > 1 else 0, alike[0][1] if alike else 0

    return text, max(MARKS, key=merit)


def _records(text: str, mark: str) -> Iterator[tuple[list[str], bool]]:
    """The records of the text, blank ones as []; True with one whose quotation mark is never closed.

    Such a record ends with its line, so that one slip does not swallow the letters below it.
    """
    lines = list(io.StringIO(text, newline=""))
    start = 0
    for _ in range(_FALSE_STARTS):
        for kind, found, at in _parse(lines, start, mark):
            if kind == "record":
                yield found, False
            else:
                yield (
                    next(csv.reader([lines[at][:_LONGEST_LINE]], delimiter=mark, quoting=csv.QUOTE_NONE)),
                    True,
                )
                start = at + 1
                break
        else:
            return
    if start < len(lines):
        yield ["".join(lines[start:])[:1000]], True


def _parse(lines: list[str], start: int, mark: str) -> Iterator[tuple[str, list[str], int]]:
    """("record", fields, line) for each, ("open", [], line) where a quotation mark stays open to the end."""
    # A last line of our own: when it does not come back by itself, a quotation mark has swallowed it.
    reader = csv.reader([*lines[start:], _END], delimiter=mark)
    begins = start
    while True:
        try:
            fields = next(reader)
        except csv.Error:  # a field longer than any text of an office: left open as well
            yield "open", [], begins
            return
        if fields == [_END]:
            return
        if fields and fields[-1].endswith(_END):
            yield "open", [], begins
            return
        yield "record", fields, begins
        begins = start + reader.line_num
