"""The contents of the monthly report and the yearly recapitulation, from the counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from correspondence.dates import MONTHS, SHORT_MONTHS, WEEKDAYS, Month, format_date
from correspondence.people import SignatureBlock
from correspondence.profile import OfficeProfile
from correspondence.report_rows import SignatureRow
from correspondence.throughput import DayRow, MonthlyReport, YearlyReport, YearRow
from correspondence.workflow import Direction
from ui.paper.charts import Chart, Series
from ui.paper.closing_lines import corrections_context
from ui.paper.contents import Context, figure, hours, letterhead, place_and_date, quiet_figure, signer
from ui.paper.definitions import DEFINITIONS
from ui.paper.month_depth import balance_row, depth_context
from ui.paper.month_words import NO_KIND, period_note, shown_until

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
    "per_seratus": "quality.returned_per_hundred",
    "koreksi": "quality.corrections",
    "nomor_batal": "quality.cancelled_numbers",
    "bernomor_batal": "quality.voided_numbers",
    "ditandatangani": "signatures.signed",
    "menunggu": "signatures.waiting",
    "ditepati": "signatures.promises_kept",
    "diingkari": "signatures.promises_broken",
    "ditugaskan": "workload.assigned",
    "dikerjakan": "workload.done",
    "terbuka": "workload.open",
    "lewat_tenggat": "workload.late",
    "bagian": "workload.share",
    "banding": "comparison",
    "selisih": "change",
    "per_hari_kerja": "per_workday",
    "berjalan": "timeliness.running",
    "kecepatan": "urgencies",
    "tahap_surat": "stages.letters",
    "tahap_disposisi": "stages.registration_to_disposition",
    "tahap_selesai": "stages.registration_to_completion",
    "tahap_tanda_tangan": "stages.draft_to_signature",
    "tahap_kirim": "stages.signature_to_dispatch",
    "tahap_konsep_kirim": "stages.draft_to_dispatch",
    "tahap_median": "stages.median_working_hours",
    "tahap_p90": "stages.p90_working_hours",
    "ttd": "officers.signed",
    "paraf": "officers.initialled",
    "dijawab": "officers.led",
    "pengirim": "senders",
    "tinggal": "open_letters",
}
"""A paper's `arti.…` → the definition it prints."""

MOST_BARS = 12
Row = TypeVar("Row")

_DIRECTIONS = {Direction.INCOMING: "Masuk", Direction.OUTGOING: "Keluar"}


def monthly_context(
    report: MonthlyReport,
    profile: OfficeProfile,
    *,
    signatory: SignatureBlock | None,
    printed_on: date,
    footnotes: Sequence[str] = (),
) -> Context:
    """The values of every field of `laporan-bulanan` but its charts.

    `footnotes` are printed small below the signature: a closed month's number, checksum and corrections.
    """
    days = [_day_row(each) for each in report.by_day if each.on <= shown_until(report)]
    timely = report.timeliness
    return {
        "kop": letterhead(profile),
        "periode": {
            "nama": Month.of(report.first).label,
            "mulai": format_date(report.first),
            "sampai": format_date(report.last),
            "keterangan": period_note(report),
        },
        "unit": report.unit,
        "neraca": {**balance_row(report.balance), "dibuka_kembali": figure(report.balance.reopened)},
        "arti": _meanings(),
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
            "berjalan": figure(timely.running),
        },
        "lama": {
            "median_jam": hours(report.turnaround.median_working_hours),
            "p90_jam": hours(report.turnaround.p90_working_hours),
        },
        "tanda_tangan": [_signature_row(each) for each in report.signatures],
        **depth_context(report),
        **corrections_context(report),
        "catatan_kaki": [{"teks": each} for each in footnotes],
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
    """Incoming and outgoing letters by day, as far as the month has come."""
    days = [each for each in report.by_day if each.on <= shown_until(report)]
    return Chart(
        title=f"Surat masuk dan surat keluar per hari, {Month.of(report.first).label}",
        categories=tuple(str(each.on.day) for each in days),
        series=(
            Series("Surat masuk", tuple(each.incoming for each in days)),
            Series("Surat keluar", tuple(each.outgoing for each in days)),
        ),
    )


def workload_chart(report: MonthlyReport) -> Chart:
    """Dispositions given in the month by recipient, the busiest first; beyond a dozen the rest as one."""
    rows = [(each.officer, each.assigned) for each in report.workload if each.assigned]
    most, rest = rows[:MOST_BARS], rows[MOST_BARS:]
    if rest:
        most.append((f"{len(rest)} pejabat lainnya", sum(number for _name, number in rest)))
    return Chart(
        title=f"Disposisi menurut pelaksana, {Month.of(report.first).label}",
        categories=tuple(name for name, _number in most),
        series=(Series("Disposisi", tuple(number for _name, number in most)),),
        lying=True,
    )


def monthly_charts(report: MonthlyReport) -> dict[str, Chart]:
    """The charts of `laporan-bulanan` by the fields they fill; none of nothing."""
    days = monthly_chart(report)
    charts = {"grafik": days} if any(any(each.values) for each in days.series) else {}
    if any(each.assigned for each in report.workload):
        charts["grafik_beban"] = workload_chart(report)
    return charts


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
