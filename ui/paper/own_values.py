"""The entries of a letter's own form as they stand on paper: dates written out, sums with dots between thousands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from correspondence.dates import WEEKDAYS, format_date
from correspondence.own_fields import OwnType
from correspondence.own_tables import OwnTable, own_field

WITH_WEEKDAY = ("tanggal_acara", "tanggal_kejadian")
"""Dates by which people find their way to a place, or which a record names: printed with their weekday."""


def printed_fields(kept: Mapping[str, str], table: OwnTable, kind: str = "") -> dict[str, str]:
    """The fields `isian.*`; what is not kept in the form its type has stands as it was typed."""
    return {name: printed(name, text, table, kind) for name, text in kept.items()}


def printed(name: str, text: str, table: OwnTable, kind: str = "") -> str:
    """One entry as printed."""
    match own_field(name, table, kind=kind).type:
        case OwnType.DATE:
            return _day(name, text)
        case OwnType.NUMBER | OwnType.MONEY if text.isascii() and text.isdigit():
            return f"{int(text):,}".replace(",", ".")
        case _:
            return text


def _day(name: str, text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    written = format_date(day)
    return f"{WEEKDAYS[day.weekday()]}, {written}" if name in WITH_WEEKDAY else written
