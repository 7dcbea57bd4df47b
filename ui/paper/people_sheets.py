"""The sheets of the monthly report that are about people: output, signatures, dispositions."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence import comparing
from correspondence.comparing import Compared
from correspondence.sheets import Cell
from correspondence.throughput import MonthlyReport

Rows = list[Sequence[Cell]]

COMPARED = ("Bulan lalu", "Selisih", "Tahun lalu", "Selisih tahun lalu")
_DEEDS = {"signed": "Ditandatangani", "initialled": "Diparaf", "led": "Disposisi", "total": "Jumlah"}
_AGAINST = ("", *(f" {each.lower()}" for each in COMPARED))


def compared_cells(row: Compared) -> tuple[Cell, ...]:
    """Both months before and the differences; empty where there was none."""
    return (row.before, row.change, row.year_before, row.year_change)


def officer_rows(report: MonthlyReport) -> Rows:
    """What each officer did, against the two months before."""
    rows: Rows = [("Nama", *(f"{word}{each}" for word in _DEEDS.values() for each in _AGAINST))]
    for name in comparing.officers(report):
        compared = [comparing.of_officer(report, name, what) for what in _DEEDS]
        rows.append((name, *(cell for row in compared for cell in (row.now, *compared_cells(row)))))
    return rows


def signature_rows(report: MonthlyReport) -> Rows:
    """A row per signatory."""
    return [
        ("Nama", "Ditandatangani", "Menunggu", "Median (jam)", "Janji ditepati", "Janji diingkari"),
        *(
            (
                each.officer,
                each.signed,
                each.waiting,
                each.median_working_hours,
                each.promises_kept,
                each.promises_broken,
            )
            for each in report.signatures
        ),
    ]


def workload_rows(report: MonthlyReport) -> Rows:
    """A row per recipient of dispositions, with the share of all that were given."""
    whole = sum(each.assigned for each in report.workload)
    return [
        ("Nama", "Ditugaskan", "Bagian (%)", "Selesai", "Belum selesai", "Terlambat"),
        *(
            (
                each.officer,
                each.assigned,
                comparing.share(each.assigned, whole),
                each.done,
                each.open,
                each.late,
            )
            for each in report.workload
        ),
    ]
