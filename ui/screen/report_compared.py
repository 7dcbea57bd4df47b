"""A figure beside its predecessors on the screen: each opens its own letters, a difference opens none. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from correspondence.comparing import Compared
from correspondence.dates import Month
from correspondence.services.reporting import Figure
from correspondence.throughput import Earlier, MonthlyReport
from ui import formats
from ui.screen.report_figures import ASKED, Cell, count_cell, plain_cell
from ui.screen.report_headings import signed
from ui.texts import _

Asks = Callable[[date, date, str | None], Figure]
"""From first to last day, of the report's own unit: the figure that opens the letters."""


def period_figures(what: str, *, kind: str | None = None, unit: str | None = None) -> Asks:
    """The figure `what` of any period."""
    counted, direction = ASKED[what]

    def asks(first: date, last: date, whole: str | None) -> Figure:
        return Figure(counted, first, last, direction, kind, unit if unit is not None else whole)

    return asks


def compared_cells(
    report: MonthlyReport, label: str, meaning: str, row: Compared, asks: Asks
) -> tuple[Cell, ...]:
    """Label, this month, before, difference, a year before, difference."""
    unit, difference = report.unit or None, _("selisih")
    now = count_cell(row.now, label, meaning, (asks(report.first, report.last, unit),))
    cells = [plain_cell(label), now]
    for earlier, number, change, word in (
        (report.before, row.before, row.change, _("bulan lalu")),
        (report.year_before, row.year_before, row.year_change, _("tahun lalu")),
    ):
        name = f"{label}, {word}"
        if earlier is None or number is None:
            cells.append(plain_cell("–", name, "comparison"))
        else:
            cells.append(count_cell(number, name, meaning, (asks(earlier.first, earlier.last, unit),)))
        cells.append(plain_cell(signed(change), f"{name}: {difference}", "change"))
    return tuple(cells)


def compared_headings(report: MonthlyReport, label: str) -> tuple[str, ...]:
    """The heads of such a table, with the months they stand for."""
    return (
        label,
        formats.month(Month.of(report.first)),
        earlier_word(report.before, _("Bulan lalu")),
        _("Selisih"),
        earlier_word(report.year_before, _("Tahun lalu")),
        _("Selisih"),
    )


def earlier_word(earlier: Earlier | None, otherwise: str) -> str:
    """`Oktober 2026`, `1–21 Oktober 2026` where only so many days are compared; `otherwise` where there is none."""
    if earlier is None:
        return otherwise
    month = Month.of(earlier.first)
    name = formats.month(month)
    return name if earlier.last == month.last else f"1–{earlier.last.day} {name}"
