"""The contents of the monthly report and the yearly recapitulation, from the counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from correspondence.dates import MONTHS, SHORT_MONTHS, WEEKDAYS, Month, format_date
from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile
from correspondence.report_rows import SignatureRow, WorkloadRow
from correspondence.throughput import (
    Balance,
    DayRow,
    KindRow,
    MonthlyReport,
    UnitRow,
    YearlyReport,
    YearRow,
)
from correspondence.workflow import Direction
from ui.paper.charts import Chart, Series
from ui.paper.contents import Context, figure, hours, letterhead, place_and_date, quiet_figure, signer
from ui.paper.definitions import DEFINITIONS

NO_KIND = "(tanpa jenis)"
NO_UNIT = "(tanpa unit)"

MEANINGS = {
    "awal": "opening",
    "tercatat": "registered",
    "selesai": "finished",
    "batal": "cancelled",
    "akhir": "closing",
    "masuk": "incoming",
    "keluar": "outgoing",
    "terbit": "issued",
    "tenggat": "timeliness.due",
    "tepat_waktu": "timeliness.on_time",
    "terlambat": "timeliness.late",
    "median_jam": "turnaround.median_working_hours",
    "p90_jam": "turnaround.p90_working_hours",
    "diajukan": "quality.submitted",
    "dikembalikan": "quality.returned",
    "ditandatangani": "signatures.signed",
    "menunggu": "signatures.waiting",
    "ditepati": "signatures.promises_kept",
    "diingkari": "signatures.promises_broken",
    "ditugaskan": "workload.assigned",
    "dikerjakan": "workload.done",
    "terbuka": "workload.open",
    "lewat_tenggat": "workload.late",
}
"""A paper's `arti.…` → the definition it prints."""

Row = TypeVar("Row")

_DIRECTIONS = {Direction.INCOMING: "Masuk", Direction.OUTGOING: "Keluar"}


def monthly_context(
    report: MonthlyReport, profile: OfficeProfile, *, signatory: SignatureBlock | None, printed_on: date
) -> Context:
    """The values of every field of `laporan-bulanan` but its chart."""
    days = [_day_row(each) for each in report.by_day]
    timely = report.timeliness
    return {
        "kop": letterhead(profile),
        "periode": {
            "nama": Month.of(report.first).label,
            "mulai": format_date(report.first),
            "sampai": format_date(report.last),
        },
        "unit": report.unit,
        "neraca": {**_balance(report.balance), "dibuka_kembali": figure(report.balance.reopened)},
        "arti": _meanings(),
        "per_jenis": [
            _group_row(n, "jenis", each.kind or NO_KIND, each) for n, each in _numbered(report.by_kind)
        ],
        "per_unit": [
            _group_row(n, "unit", each.unit or NO_UNIT, each) for n, each in _numbered(report.by_unit)
        ],
        "per_hari": days,
        "per_hari_berdampingan": _side_by_side(days),
        "jumlah": {
            "masuk": figure(sum(each.incoming for each in report.by_day)),
            "keluar": figure(sum(each.outgoing for each in report.by_day)),
            "terbit": figure(sum(each.issued for each in report.by_day)),
            "selesai": figure(report.balance.finished),
        },
        "ketepatan": {
            "tenggat": figure(timely.due),
            "tepat_waktu": figure(timely.on_time),
            "terlambat": figure(timely.late),
            "berjalan": figure(timely.due - timely.on_time - timely.late),
        },
        "lama": {
            "median_jam": hours(report.turnaround.median_working_hours),
            "p90_jam": hours(report.turnaround.p90_working_hours),
        },
        "mutu": {
            "diajukan": figure(report.quality.submitted),
            "dikembalikan": figure(report.quality.returned),
        },
        "tanda_tangan": [_signature_row(each) for each in report.signatures],
        "beban": [_workload_row(each) for each in report.workload],
        **place_and_date(profile, printed_on),
        "penandatangan": signer(signatory),
    }


def yearly_context(
    report: YearlyReport, profile: OfficeProfile, *, signatory: SignatureBlock | None, printed_on: date
) -> Context:
    """The values of every field of `rekap-tahunan` but its chart."""
    sums = _month_sums(report)
    return {
        "kop": letterhead(profile),
        "tahun": str(report.year),
        "unit": report.unit,
        "arti": {"masuk": DEFINITIONS["incoming"], "terbit": DEFINITIONS["issued"]},
        "per_jenis": [_year_row(number, each) for number, each in _numbered(report.by_kind)],
        "jumlah": {**_months(sums), "total": figure(sum(sums))},
        **place_and_date(profile, printed_on),
        "penandatangan": signer(signatory),
    }


def monthly_chart(report: MonthlyReport) -> Chart:
    """Incoming and outgoing letters by day."""
    return Chart(
        title=f"Surat masuk dan surat keluar per hari, {Month.of(report.first).label}",
        categories=tuple(str(each.on.day) for each in report.by_day),
        series=(
            Series("Surat masuk", tuple(each.incoming for each in report.by_day)),
            Series("Surat keluar", tuple(each.outgoing for each in report.by_day)),
        ),
    )


def yearly_chart(report: YearlyReport) -> Chart:
    """All kinds together, by month."""
    return Chart(
        title=f"Jumlah surat per bulan, {report.year}",
        categories=SHORT_MONTHS,
        series=(Series("Surat", _month_sums(report)),),
        height_mm=44,
    )


def _meanings() -> Context:
    return {name: DEFINITIONS[key] for name, key in MEANINGS.items()}


def _numbered(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    return [(str(number), row) for number, row in enumerate(rows, start=1)]


def _balance(balance: Balance) -> Context:
    return {
        "awal": figure(balance.opening),
        "tercatat": figure(balance.registered),
        "selesai": figure(balance.finished),
        "batal": figure(balance.cancelled),
        "akhir": figure(balance.closing),
    }


def _group_row(number: str, label: str, name: str, row: KindRow | UnitRow) -> Context:
    counts = {"masuk": figure(row.incoming), "keluar": figure(row.outgoing), "terbit": figure(row.issued)}
    return {"nomor": number, label: name, **counts, **_balance(row.balance)}


def _day_row(row: DayRow) -> Context:
    return {
        "tanggal": format_date(row.on),
        "hari": f"{row.on.day} {WEEKDAYS[row.on.weekday()]}",
        "masuk": quiet_figure(row.incoming),
        "keluar": quiet_figure(row.outgoing),
        "terbit": quiet_figure(row.issued),
        "selesai": quiet_figure(row.finished),
    }


def _side_by_side(days: Sequence[Context]) -> list[Context]:
    """The first half of the month on the left, the second on the right; an odd day has nothing beside it."""
    half = (len(days) + 1) // 2
    nothing: Context = dict.fromkeys(("tanggal", "hari", "masuk", "keluar", "terbit", "selesai"), "")
    right = [*days[half:], *[nothing] * (2 * half - len(days))]
    return [{"kiri": left, "kanan": beside} for left, beside in zip(days[:half], right, strict=True)]


def _signature_row(row: SignatureRow) -> Context:
    return {
        "nama": row.officer,
        "ditandatangani": figure(row.signed),
        "menunggu": figure(row.waiting),
        "median_jam": hours(row.median_working_hours).removesuffix(" jam"),
        "ditepati": figure(row.promises_kept),
        "diingkari": figure(row.promises_broken),
    }


def _workload_row(row: WorkloadRow) -> Context:
    return {
        "nama": row.officer,
        "ditugaskan": figure(row.assigned),
        "dikerjakan": figure(row.done),
        "terbuka": figure(row.open),
        "lewat_tenggat": figure(row.late),
    }


def _months(counts: Sequence[int]) -> Context:
    return {name.casefold(): figure(count) for name, count in zip(SHORT_MONTHS, counts, strict=True)}


def _year_row(number: str, row: YearRow) -> Context:
    return {
        "nomor": number,
        "jenis": row.kind or NO_KIND,
        "arah": _DIRECTIONS[row.direction],
        **_months(row.months),
        "total": figure(row.total),
    }


def _month_sums(report: YearlyReport) -> tuple[int, ...]:
    return tuple(sum(each.months[month] for each in report.by_kind) for month in range(len(MONTHS)))
