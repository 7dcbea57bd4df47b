"""What templates may do with a value: the few filters, `range`, and how a value stands on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined

RANGE_LIMIT = 1_000
COLUMNS = 6
"""Columns the filter `baris` makes of a line."""


class NotAllowed(Exception):
    """A template says what no template may say. `what` names the construct: a node, a filter, `range`."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Endless(Exception):
    """A template's loops or its output outran their budget."""


def small_range(*bounds: object) -> range:
    """`range` as templates have it: whole numbers, at most `RANGE_LIMIT` of them."""
    numbers = [each for each in bounds if isinstance(each, int) and not isinstance(each, bool)]
    if not 1 <= len(numbers) == len(bounds) <= 3 or (len(numbers) == 3 and numbers[2] == 0):
        raise NotAllowed("range")
    turns = range(*numbers)
    # len() overflows on what it should count.
    if turns and abs(turns[-1] - turns[0]) // abs(turns.step) >= RANGE_LIMIT:
        raise Endless
    return turns


def _text(value: object) -> str:
    if isinstance(value, StrictUndefined):
        return str(value)  # raises by name
    return printable(value)


def _lines(value: object) -> list[str]:
    """A long text as its paragraphs; empty lines are none."""
    return [line.strip() for line in _text(value).split("\n") if line.strip()]


def _columns(line: str) -> list[str]:
    """`Budi | 1980… | Penata` as columns, always `COLUMNS` of them."""
    cells = [cell.strip() for cell in line.split("|", COLUMNS - 1)]
    return cells + [""] * (COLUMNS - len(cells))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "upper": lambda value: _text(value).upper(),
    "lower": lambda value: _text(value).lower(),
    "title": lambda value: " ".join(word[:1].upper() + word[1:] for word in _text(value).split(" ")),
    "capitalize": lambda value: _text(value)[:1].upper() + _text(value)[1:],
    "trim": lambda value: _text(value).strip(),
    "length": lambda value: len(value) if isinstance(value, list | str) else 0,
    "first": lambda value: value[0] if isinstance(value, list) and value else None,
    "last": lambda value: value[-1] if isinstance(value, list) and value else None,
    "join": lambda value, mark=", ": str(mark).join(_text(each) for each in value),
    "alinea": _lines,
    "baris": lambda value: [_columns(line) for line in _lines(value)],
    "default": lambda value, instead="": (
        instead if isinstance(value, StrictUndefined) or value in (None, "") else value
    ),
}
"""All filters there are: none makes much out of little."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def printable(value: object) -> str:
    """A value as it stands on paper. None is nothing; line ends are kept as `\\n`, which docxtpl makes line breaks.

    Control characters are dropped: XML cannot hold most, and docxtpl takes `\\a` and `\\f` for new paragraphs,
    so that a crafted subject forged one.
    """
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise NotAllowed("print")
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", str(value)))
