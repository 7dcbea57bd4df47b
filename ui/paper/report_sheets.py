"""The reports as sheets of a workbook: real numbers, no formulas, a sheet for each table of the paper.

Headings are those of the paper and therefore Indonesian, as on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from correspondence.dates import SHORT_MONTHS, Month
from correspondence.sheets import Cell
from correspondence.throughput import Balance, KindRow, MonthlyReport, UnitRow, YearlyReport
from correspondence.workflow import Direction
from ui.paper.definitions import DEFINITIONS
from ui.paper.reports import NO_KIND, NO_UNIT

Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_FIGURES = ("Masuk", "Keluar", "Terbit", "Awal", "Tercatat", "Selesai", "Batal", "Akhir")


def monthly_sheets(report: MonthlyReport) -> Sheets:
    """Summary with definitions, by kind, by unit, by day, signatures, dispositions."""
    kinds: list[Sequence[Cell]] = [(each.kind or NO_KIND, *_counts(each)) for each in report.by_kind]
    units: list[Sequence[Cell]] = [(each.unit or NO_UNIT, *_counts(each)) for each in report.by_unit]
    days: list[Sequence[Cell]] = [
        (each.on, each.incoming, each.outgoing, each.issued, each.finished) for each in report.by_day
    ]
    signed: list[Sequence[Cell]] = [
        (
            each.officer,
            each.signed,
            each.waiting,
            each.median_working_hours,
            each.promises_kept,
            each.promises_broken,
        )
        for each in report.signatures
    ]
    given: list[Sequence[Cell]] = [
        (each.officer, each.assigned, each.done, each.open, each.late) for each in report.workload
    ]
    return {
        "Ringkasan": _summary(report),
        "Per jenis": [("Jenis naskah dinas", *_FIGURES), *kinds],
        "Per unit": [("Unit pengolah", *_FIGURES), *units],
        "Per hari": [("Tanggal", "Masuk", "Keluar", "Terbit", "Selesai"), *days],
        "Tanda tangan": [
            ("Nama", "Ditandatangani", "Menunggu", "Median (jam)", "Janji ditepati", "Janji diingkari"),
            *signed,
        ],
        "Disposisi": [("Nama", "Ditugaskan", "Selesai", "Belum selesai", "Terlambat"), *given],
    }


def yearly_sheets(report: YearlyReport) -> Sheets:
    """Kinds by months, with a row of sums."""
    rows: list[Sequence[Cell]] = [
        (
            each.kind or NO_KIND,
            "Masuk" if each.direction is Direction.INCOMING else "Keluar",
            *each.months,
            each.total,
        )
        for each in report.by_kind
    ]
    months = [sum(each.months[month] for each in report.by_kind) for month in range(12)]
    return {
        f"Rekap {report.year}": [
            ("Jenis naskah dinas", "Arah", *SHORT_MONTHS, "Jumlah"),
            *rows,
            ("Jumlah", "", *months, sum(months)),
        ]
    }


def _summary(report: MonthlyReport) -> list[Sequence[Cell]]:
    whole = report.balance
    figures: tuple[tuple[str, float | None, str], ...] = (
        ("Belum selesai pada awal bulan", whole.opening, "opening"),
        ("Tercatat", whole.registered, "registered"),
        ("Selesai", whole.finished, "finished"),
        ("Batal", whole.cancelled, "cancelled"),
        ("Belum selesai pada akhir bulan", whole.closing, "closing"),
        ("Jatuh tenggat", report.timeliness.due, "timeliness.due"),
        ("Tepat waktu", report.timeliness.on_time, "timeliness.on_time"),
        ("Terlambat", report.timeliness.late, "timeliness.late"),
        ("Median (jam)", report.turnaround.median_working_hours, "turnaround.median_working_hours"),
        ("Persentil ke-90 (jam)", report.turnaround.p90_working_hours, "turnaround.p90_working_hours"),
        ("Konsep diajukan", report.quality.submitted, "quality.submitted"),
        ("Konsep dikembalikan", report.quality.returned, "quality.returned"),
    )
    heading = f"Laporan bulanan {Month.of(report.first).label}"
    return [
        (heading, report.unit or None, None),
        *((words, figure, DEFINITIONS[key]) for words, figure, key in figures),
    ]


def _counts(row: KindRow | UnitRow) -> tuple[int, ...]:
    whole: Balance = row.balance
    counted = (whole.opening, whole.registered, whole.finished, whole.cancelled, whole.closing)
    return (row.incoming, row.outgoing, row.issued, *counted)
