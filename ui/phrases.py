"""Somebody's own words and lists of names inside a sentence of ours: on one line, short, ended once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from correspondence.dates import Month
from ui import formats
from ui.texts import _, n_

_LONGEST_QUOTE = 80
_MOST_NAMES = 8
_ENDED_TWICE = re.compile(r"(?<=\w)\.\.(?=\s|$)|(?<=…)\.(?=\s|$)")


def one_stop(said: str) -> str:
    """A sentence that ends, or breaks, with somebody's degree (`S.H.`) has one full stop there, not two; nor one after `…`."""
    return _ENDED_TWICE.sub(lambda match: match[0][1:], said)


def listed(names: Iterable[str]) -> str:
    """`a, b, c`, and how many more there are than a line holds; `–` for none."""
    every = list(names)
    shown = ", ".join(every[:_MOST_NAMES]) or "–"
    left = len(every) - _MOST_NAMES
    return n_("{names}, dan {count} lagi", left).format(names=shown, count=left) if left > 0 else shown


def spoken(value: object) -> str:
    """A fact of an error that needs no other form: a month in words, "" for None."""
    if isinstance(value, Month):
        return formats.month(value)
    return "" if value is None else str(value)


def days_spoken(text: str) -> str:
    """ISO days as people read them: `2026-11-01 2026-11-03` → `1 November 2026 sampai 3 November 2026`; one day once."""
    days = [formats.day(date.fromisoformat(each)) for each in dict.fromkeys(text.split())]
    return _("{first} sampai {last}").format(first=days[0], last=days[-1]) if len(days) > 1 else days[0]


def quoted(text: str) -> str:
    """Somebody's own words inside ours: on one line, without control characters, not longer than a line."""
    line = whole(text)
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


def whole(text: str) -> str:
    """As `quoted`, however long: half the name of a folder finds nothing."""
    line = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in text)
    return " ".join(line.split())
