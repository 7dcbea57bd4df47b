"""Tables of classification codes and of days off, as a region or a decree gives them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from correspondence.classification import ClassificationCode, parent_of
from correspondence.errors import Refused
from correspondence.letters import NAME_LIMIT, SUBJECT_LIMIT
from correspondence.old_books.cells import DayReader, said
from correspondence.old_books.headings import (
    CODE_HEADINGS,
    CODES_ASK,
    HOLIDAY_HEADINGS,
    HOLIDAYS_ASK,
    Header,
    find_header,
    plain,
)
from correspondence.sheets import Cell, RejectedRow, Table
from correspondence.workdays import DayOff, DayOffKind

DEFAULT_REGIME = "permendagri-83-2022"
"""Of a table without a column that names one: the scheme new letters take their codes from."""

_NAMED_LEVELS = 3
"""Digits of the first segment in both schemes; a spreadsheet that takes 000 for a number keeps one of them."""

_YEARS = re.compile(r"([0-9]{1,3})\b")
_KINDS: Mapping[str, DayOffKind] = {
    **dict.fromkeys(("cutibersama", "collectiveleave", "cuti"), DayOffKind.COLLECTIVE_LEAVE),
    **dict.fromkeys(("liburnasional", "nasional", "holiday", "libur", "public"), DayOffKind.HOLIDAY),
    **dict.fromkeys(("local", "lokal", "daerah", "liburdaerah", "liburlokal"), DayOffKind.LOCAL),
}


@dataclass(frozen=True, slots=True)
class CodeList:
    """Codes in the order of the table, each once."""

    labels: tuple[str, ...]
    codes: tuple[ClassificationCode, ...]
    repeated: int
    rejected: tuple[RejectedRow, ...]


@dataclass(frozen=True, slots=True)
class DayList:
    """Days off, each once."""

    labels: tuple[str, ...]
    days: Mapping[date, DayOff]
    repeated: int
    rejected: tuple[RejectedRow, ...]


def read_codes(table: Table) -> CodeList:
    """Columns code, label, parent, regime (Kode, Uraian, Induk, Rezim), and retention where the table has it.

    A parent that is not given is the nearest code above that the table knows. Refused `header_not_found`; rows are
    rejected for `code_missing`, `code_too_long`, `label_missing`, `text_too_long`, `code_repeated`, `row_cut`.
    """
    header = find_header(table, CODE_HEADINGS, CODES_ASK)
    codes: dict[tuple[str, str], ClassificationCode] = {}

    def take(cells: Mapping[str, Cell]) -> bool:
        read = _code(cells)
        before = codes.setdefault((read.code, read.regime), read)
        if before is not read and before != read:
            raise Refused("code_repeated", "code", {"code": read.code, "label": before.label})
        return before is read

    repeated, rejected = _each_row(table, header, take)
    every = tuple(_with_parent(each, codes) for each in codes.values())
    return CodeList(header.labels, every, repeated, rejected)


def read_days_off(table: Table, *, today: date) -> DayList:
    """Columns date, name and kind (Tanggal, Keterangan, Jenis); days to come are what such a table is for.

    Without a kind it is collective leave when its name says so. Refused `header_not_found`; rows are rejected for a day
    that cannot be read, `name_missing`, `text_too_long`, `day_off_kind_unknown`, `day_repeated`, `row_cut`.
    """
    header = find_header(table, HOLIDAY_HEADINGS, HOLIDAYS_ASK)
    days: dict[date, DayOff] = {}
    reader = DayReader(today)

    def take(cells: Mapping[str, Cell]) -> bool:
        day = reader.read(cells.get("date"))
        if isinstance(day, Refused):
            raise Refused(day.rule, "date", day.facts)
        if day is None:
            raise Refused("date_missing", "date")
        off = _day_off(cells)
        before = days.setdefault(day, off)
        if before is not off and before != off:
            raise Refused("day_repeated", "date", {"date": day, "name": before.name})
        return before is off

    repeated, rejected = _each_row(table, header, take)
    return DayList(header.labels, days, repeated, rejected)


def _each_row(
    table: Table, header: Header, take: Callable[[Mapping[str, Cell]], bool]
) -> tuple[int, tuple[RejectedRow, ...]]:
    """Hands the cells of each row by field to `take`, which says whether they were new; counts those that were not."""
    repeated = 0
    rejected = []
    heading = [plain(each) for each in header.labels]
    for row in table.rows[header.after :]:
        cells = {field: row.cells[at] for field, at in header.columns.items() if at < len(row.cells)}
        if [plain(said(each)) for each in row.cells] == heading or not any(map(said, cells.values())):
            continue
        try:
            if row.cut:
                raise Refused("row_cut", None, {"row": row.number})
            repeated += not take(cells)
        except Refused as refused:
            rejected.append(RejectedRow(row.number, (refused,), row.cells))
    return repeated, tuple(rejected)


def _code(cells: Mapping[str, Cell]) -> ClassificationCode:
    label = said(cells.get("label"))
    if not label:
        raise Refused("label_missing", "label")
    if len(label) > SUBJECT_LIMIT:
        raise Refused("text_too_long", "label", {"length": len(label), "limit": SUBJECT_LIMIT})
    return ClassificationCode(
        code=_written(cells.get("code")),
        label=label,
        parent=_written(cells.get("parent")) or None,
        regime=said(cells.get("regime")) or DEFAULT_REGIME,
        active_years=_years(cells.get("active_years")),
        inactive_years=_years(cells.get("inactive_years")),
        fate=said(cells.get("fate")) or None,
    )


def _written(cell: Cell) -> str:
    """A code as it is written, also when a spreadsheet made 000.1 into the number 0.1."""
    text = said(cell)
    if isinstance(cell, int | float):
        whole, dot, fraction = text.partition(".")
        return f"{whole.zfill(_NAMED_LEVELS)}{dot}{fraction}"
    return text


def _years(cell: Cell) -> int | None:
    """The years of a retention, "2 tahun setelah …" among them; None when none are said."""
    match = _YEARS.match(said(cell))
    return int(match[1]) if match else None


def _with_parent(
    code: ClassificationCode, known: Mapping[tuple[str, str], ClassificationCode]
) -> ClassificationCode:
    if code.parent is not None:
        return code
    above = parent_of(code.code, regime=code.regime)
    while above is not None and (above, code.regime) not in known:
        above = parent_of(above, regime=code.regime)
    return code if above is None else _under(code, above)


def _under(code: ClassificationCode, parent: str) -> ClassificationCode:
    return ClassificationCode(
        code.code, code.label, parent, code.regime, code.active_years, code.inactive_years, code.fate
    )


def _day_off(cells: Mapping[str, Cell]) -> DayOff:
    name, kind = said(cells.get("name")), said(cells.get("kind"))
    if not name:
        raise Refused("name_missing", "name")
    if len(name) > NAME_LIMIT:
        raise Refused("text_too_long", "name", {"length": len(name), "limit": NAME_LIMIT})
    if not kind:
        leave = plain(name).startswith("cutibersama")
        return DayOff(name, DayOffKind.COLLECTIVE_LEAVE if leave else DayOffKind.HOLIDAY)
    if plain(kind) not in _KINDS:
        known = tuple(each.value for each in DayOffKind)
        raise Refused("day_off_kind_unknown", "kind", {"typed": kind, "known": known})
    return DayOff(name, _KINDS[plain(kind)])
