"""The year as a table: kinds × twelve months, with their sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from correspondence.dates import Month
from correspondence.services.reporting import Figure
from correspondence.throughput import FactKind, YearlyReport
from correspondence.workflow import Direction
from ui import formats
from ui.screen.report_figures import Cell, FigureTable, count_cell, plain_cell
from ui.screen.weekdays import short_month
from ui.texts import _

# Incoming letters are counted when registered, outgoing ones when issued; `meaning` is the definition of each.
_COUNTED = {
    Direction.INCOMING: (FactKind.REGISTERED, "incoming"),
    Direction.OUTGOING: (FactKind.ISSUED, "issued"),
}


def year_table(report: YearlyReport) -> FigureTable:
    """A row per kind and direction, and their sum."""
    rows = []
    for row in report.by_kind:
        word = _("masuk") if row.direction is Direction.INCOMING else _("keluar")
        label = f"{row.kind or _('(tanpa jenis)')} ({word})"
        rows.append((plain_cell(label), *_cells(report, label, row.months, (row.direction,), row.kind)))
    summed = len(report.by_kind) > 1
    if summed:
        sums = [sum(row.months[month] for row in report.by_kind) for month in range(12)]
        rows.append((plain_cell(_("Jumlah")), *_cells(report, _("Jumlah"), sums, tuple(_COUNTED), None)))
    return FigureTable(
        "year",
        _("Rekap tahunan"),
        (
            _("Jenis naskah"),
            *(short_month(Month(report.year, number)) for number in range(1, 13)),
            _("Jumlah"),
        ),
        tuple(rows),
        ("", *["incoming+issued"] * 13),
        _("Belum ada surat yang dihitung pada tahun {year}.").format(year=report.year),
        summed=summed,
    )


def _cells(
    report: YearlyReport,
    label: str,
    months: Sequence[int],
    directions: Sequence[Direction],
    kind: str | None,
) -> tuple[Cell, ...]:
    """Twelve months and the year; a sum opens into the letters of both directions."""
    year = tuple(
        Figure(
            _COUNTED[direction][0],
            date(report.year, 1, 1),
            date(report.year, 12, 31),
            direction,
            kind,
            report.unit or None,
        )
        for direction in directions
    )
    meaning = "+".join(_COUNTED[direction][1] for direction in directions)
    cells = []
    for number, letters in enumerate(months, start=1):
        month = Month(report.year, number)
        figures = tuple(replace(each, first=month.first, last=month.last) for each in year)
        cells.append(count_cell(letters, f"{label}, {formats.month(month)}", meaning, figures))
    return (*cells, count_cell(sum(months), f"{label}, {report.year}", meaning, year))
