"""The key figures of a month under the four headings such offices are measured by, and the tables of each. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from correspondence import comparing
from correspondence.services.reporting import Figure
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.screen.report_figures import Cell, asks, count_cell, measure_cell, plain_cell
from ui.texts import _

PRODUCTIVITY, QUALITY, RESPONSIVENESS, ACCOUNTABILITY = (
    "produktivitas",
    "kualitas",
    "responsivitas",
    "akuntabilitas",
)
TABLES = {
    PRODUCTIVITY: ("comparison", "by_kind", "by_unit", "officers", "by_day", "senders", "chart"),
    QUALITY: ("quality",),
    RESPONSIVENESS: ("urgencies", "stages", "signatures"),
    ACCOUNTABILITY: ("workload", "open", "workload_chart", "corrections"),
}
"""Heading → its tables, the first one shown when the heading is chosen."""

FIRST_SHOWN = "by_kind"


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the four: its word, and the figures that say most."""

    code: str
    word: str
    cells: tuple[Cell, ...]


def table_words() -> dict[str, str]:
    """What each table is called on its chip."""
    return {
        "comparison": _("Perbandingan"),
        "by_kind": _("Per jenis"),
        "by_unit": _("Per unit"),
        "officers": _("Per pejabat"),
        "by_day": _("Per hari"),
        "senders": _("Pengirim"),
        "chart": _("Grafik"),
        "quality": _("Mutu naskah"),
        "urgencies": _("Per kecepatan"),
        "stages": _("Lama tiap tahap"),
        "signatures": _("Tanda tangan"),
        "workload": _("Beban kerja"),
        "open": _("Belum selesai"),
        "workload_chart": _("Grafik beban"),
        "corrections": _("Koreksi"),
    }


def month_headings(report: MonthlyReport) -> tuple[Heading, ...]:
    """The four headings in their order."""
    return (
        Heading(PRODUCTIVITY, _("Produktivitas"), _productivity(report)),
        Heading(QUALITY, _("Kualitas"), _quality(report)),
        Heading(RESPONSIVENESS, _("Responsivitas"), _responsiveness(report)),
        Heading(ACCOUNTABILITY, _("Akuntabilitas"), _accountability(report)),
    )


def compared_word(report: MonthlyReport) -> str:
    """`s.d. 21 November 2026, bulan berjalan`; "" for a month that is over."""
    if report.until is None:
        return ""
    return _("s.d. {day}, bulan berjalan").format(day=formats.day(report.until))


def _productivity(report: MonthlyReport) -> tuple[Cell, ...]:
    issued = comparing.total(report, "issued")
    change = comparing.total(report, "registered").change
    a_day = comparing.per_workday(report.balance.registered, report.workdays)
    cells = [
        count_cell(issued.now, _("terbit (bernomor)"), "issued", asks(report, "issued")),
        plain_cell(decimal(a_day), _("per hari kerja"), "per_workday"),
    ]
    if change is not None:
        cells.append(plain_cell(signed(change), _("dari bulan lalu"), "change"))
    return tuple(cells)


def _quality(report: MonthlyReport) -> tuple[Cell, ...]:
    quality = report.quality
    return (
        measure_cell(report, quality.submitted, _("diajukan"), "quality.submitted"),
        measure_cell(report, quality.returned, _("dikembalikan"), "quality.returned"),
        measure_cell(report, quality.corrections, _("perbaikan catatan"), "quality.corrections"),
        measure_cell(report, quality.cancelled_numbers, _("nomor dibatalkan"), "quality.cancelled_numbers"),
    )


def _responsiveness(report: MonthlyReport) -> tuple[Cell, ...]:
    times, taken = report.timeliness, report.turnaround
    return (
        measure_cell(report, times.due, _("jatuh tempo"), "timeliness.due"),
        measure_cell(report, times.on_time, _("tepat waktu"), "timeliness.on_time"),
        measure_cell(report, times.late, _("terlambat"), "timeliness.late"),
        plain_cell(
            formats.working_hours(taken.median_working_hours),
            _("(tengah)"),
            "turnaround.median_working_hours",
        ),
    )


def _accountability(report: MonthlyReport) -> tuple[Cell, ...]:
    late = sum(each.late for each in report.open_letters)
    cells = [
        count_cell(report.balance.closing, _("belum selesai"), "closing", asks(report, "closing")),
        count_cell(late, _("lewat tenggat"), "open_letters", _late(report)),
    ]
    whole = sum(row.assigned for row in report.workload)
    if whole:
        busiest = report.workload[0]
        part = comparing.share(busiest.assigned, whole)
        asked = Figure(
            "workload.assigned",
            report.first,
            report.last,
            unit=report.unit or None,
            officer=busiest.officer,
        )
        cells.append(Cell(f"{decimal(part)} %", _("disposisi pada"), "workload.share", (asked,)))
        cells.append(Cell(busiest.officer, "", "workload.assigned", (asked,)))
    return tuple(cells)


def _late(report: MonthlyReport) -> tuple[Figure, ...]:
    return (Figure("open.late", report.first, report.last, unit=report.unit or None),)


def decimal(value: float | None) -> str:
    """One decimal, none when it is nought; a dash for None."""
    if value is None:
        return "–"
    return formats.number(value, 0 if value == int(value) else 1)


def signed(change: int | None) -> str:
    """`+3`, `−2`, `0`; a dash when there is nothing to compare with."""
    if change is None:
        return "–"
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{formats.number(abs(change))}"
