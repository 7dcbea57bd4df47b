"""A month's report as JSON that is kept, and back: what was printed is printed again, also by a later program.

A field that a later program added has its default then; one it dropped is passed over.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from correspondence.closings import MonthClosing
from correspondence.report_rows import OpenLetter
from correspondence.throughput import MonthlyReport

LEFT_OUT = frozenset({"open_letters", "closed", "corrections"})
"""Lists of letters: their words belong to the register. The keys of those that were open are kept beside the record."""


def record_of(report: MonthlyReport) -> dict[str, Any]:
    """Every figure of the report, by the names of its fields."""
    return {
        each.name: _plain(getattr(report, each.name)) for each in fields(report) if each.name not in LEFT_OUT
    }


def report_of(record: Mapping[str, Any]) -> MonthlyReport:
    """What `record_of` wrote."""
    report: MonthlyReport = _read(MonthlyReport, record)
    return report


Desks = Mapping[str, tuple[str, str]]
"""By the letter's id, as JSON keys it: on whose desk it lay, and in which state."""


def desks_of(letters: Iterable[OpenLetter]) -> dict[str, tuple[str, str]]:
    """Where each open letter lies, to be kept with the closing: the register knows only where it lies now."""
    return {str(each.letter_id): (each.holder, each.state.value) for each in letters}


def kept_report(closing: MonthClosing) -> tuple[MonthlyReport, Sequence[int], Desks]:
    """The report as it was when the month was closed, the ids of the letters that were open then, and where they lay;
    nothing of that in months that an older program closed.
    """
    kept = json.loads(closing.figures)
    return report_of(kept["report"]), kept["open"], kept.get("desks", {})


def as_it_lay(letters: Sequence[OpenLetter], desks: Desks) -> tuple[OpenLetter, ...]:
    """The letters on the desks they lay on when the month was closed; one whose desk was not kept stays as it is."""
    return tuple(
        _lying(each, *desks[key]) if (key := str(each.letter_id)) in desks else each for each in letters
    )


def _lying(letter: OpenLetter, holder: str, state: str) -> OpenLetter:
    return dataclasses.replace(letter, holder=holder, state=type(letter.state)(state))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) in (types.UnionType, Union):
        return _read_one_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in value)
    if not isinstance(kind, type):
        return value
    if dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], part) for name, part in value.items() if name in hints})
    if issubclass(kind, date):
        return kind.fromisoformat(value)
    return kind(value) if issubclass(kind, StrEnum) else value


def _read_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None:
        return None
    for kind in kinds:
        if kind is type(None):
            continue
        try:
            return _read(kind, value)
        except ValueError:  # a code of the other list
            continue
    raise ValueError(f"{value!r} is none of {kinds}")


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
