"""What officers did in a month: signatures and dispositions, each figure with the letters it was counted from."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.comparing import share
from correspondence.report_rows import SignatureRow, WorkloadRow
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.screen.report_figures import Cell, FigureTable, measure_cell, plain_cell
from ui.screen.report_headings import decimal
from ui.texts import _


def signatures_table(report: MonthlyReport) -> FigureTable:
    """A row per signatory."""
    words = {
        "signed": _("Ditandatangani"),
        "waiting": _("Menunggu"),
        "median_working_hours": _("Lama (tengah)"),
        "promises_kept": _("Janji ditepati"),
        "promises_broken": _("Janji terlewat"),
    }
    return FigureTable(
        "signatures",
        _("Tanda tangan"),
        (_("Penanda tangan"), *words.values()),
        tuple(_cells(report, row, words, "signatures") for row in report.signatures),
        ("", *(f"signatures.{key}" for key in words)),
        _("Belum ada surat yang dimintakan tanda tangan pada bulan ini."),
    )


def workload_table(report: MonthlyReport) -> FigureTable:
    """A row per recipient of dispositions."""
    words = {
        "assigned": _("Diterima"),
        "share": _("Bagian"),
        "done": _("Selesai"),
        "open": _("Masih terbuka"),
        "late": _("Terlambat"),
    }
    return FigureTable(
        "workload",
        _("Beban kerja"),
        (_("Penerima disposisi"), *words.values()),
        tuple(_cells(report, row, words, "workload") for row in report.workload),
        ("", *(f"workload.{key}" for key in words)),
        _("Belum ada disposisi pada bulan ini."),
    )


def _cells(
    report: MonthlyReport, row: SignatureRow | WorkloadRow, words: Mapping[str, str], part: str
) -> tuple[Cell, ...]:
    def cell(key: str, word: str) -> Cell:
        name, meaning = f"{row.officer}: {word}", f"{part}.{key}"
        if isinstance(row, WorkloadRow) and key == "share":
            percent = share(row.assigned, sum(each.assigned for each in report.workload))
            return plain_cell("–" if percent is None else f"{decimal(percent)} %", name, meaning)
        value = getattr(row, key)
        if key.endswith("_hours"):
            return plain_cell(formats.working_hours(value), name, meaning)
        return measure_cell(report, value, name, meaning, row.officer)

    return (plain_cell(row.officer), *(cell(key, word) for key, word in words.items()))
