"""Reads a QR of version 1 from its picture, by the standard's own tables and without any of the writer's code.

No error correction: a picture of ours has no errors, and if it had one the test should see it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

SIZE = 21
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_FORMAT_MASK = 0b101010000010010
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,
    lambda row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)


def read(modules: Sequence[Sequence[bool]]) -> str:
    """The text of 21 × 21 modules, True for black."""
    assert len(modules) == SIZE
    assert all(len(row) == SIZE for row in modules)
    places = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        (row, 8) for row in (7, 5, 4, 3, 2, 1, 0)
    ]
    said = _number([modules[row][column] for row, column in places]) ^ _FORMAT_MASK
    level, mask = said >> 13, _MASKS[said >> 10 & 0b111]
    assert level == 0b00, "level M"
    bits = [modules[row][column] != mask(row, column) for row, column in _way()]
    mode, length = _number(bits[:4]), _number(bits[4:13])
    assert mode == 0b0010, "alphanumeric"
    text, rest = "", bits[13:]
    while len(text) < length:
        take = 11 if length - len(text) > 1 else 6
        value, rest = _number(rest[:take]), rest[take:]
        text += _ALPHANUMERIC[value // 45] + _ALPHANUMERIC[value % 45] if take == 11 else _ALPHANUMERIC[value]
    return text


def _way() -> list[tuple[int, int]]:
    """The modules that carry data, two columns at a time from the right, up and down in turns."""
    places = []
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(SIZE - 1, -1, -1) if upwards else range(SIZE)
        places += [
            (row, right - step) for row, step in product(rows, (0, 1)) if not _fixed(row, right - step)
        ]
        upwards = not upwards
    return places


def _fixed(row: int, column: int) -> bool:
    corner = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corner or row == 6 or column == 6


def _number(bits: Sequence[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)
