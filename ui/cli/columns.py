"""Aligned columns of plain text."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

_WIDEST_COLUMN = 44


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Aligned columns, the last one as wide as it needs; on a real terminal no line is longer than it is wide."""
    every = [[shown(each) for each in row] for row in rows]
    if not every:
        return []
    widths = [
        min(
            _WIDEST_COLUMN if column < len(heads) - 1 else 10_000,
            max(_width(row[column]) for row in [list(heads), *every]),
        )
        for column in range(len(heads))
    ]
    lines = [_row(heads, widths), _row(["-" * width for width in widths], widths)]
    lines += [_row(row, widths) for row in every]
    if sys.stdout.isatty():
        limit = shutil.get_terminal_size().columns
        lines = [line if _width(line) <= limit else line[: limit - 1] + "…" for line in lines]
    return lines


def pairs(rows: Iterable[tuple[str, str]]) -> list[str]:
    """`Label  : value`, without the empty ones."""
    kept = [(label, shown(value)) for label, value in rows if value]
    widest = max((_width(label) for label, _value in kept), default=0)
    return [f"{_padded(label, widest)} : {value}" for label, value in kept]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (_padded(_cut(cell, width), width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(fitted).rstrip()


def shown(text: str) -> str:
    """Without what would move a terminal's cursor or turn its writing around."""
    return " ".join("".join(" " if unicodedata.category(each)[0] == "C" else each for each in text).split())


def _cut(text: str, width: int) -> str:
    return text if _width(text) <= width else text[: width - 1] + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns on a terminal: marks over a letter take none."""
    return sum(not unicodedata.combining(each) for each in text)
