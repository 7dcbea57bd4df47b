"""The reports as sheets of a workbook: real numbers, no formulas, a sheet for each table of the paper.

Headings are those of the paper and therefore Indonesian, as on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from correspondence import comparing
from correspondence.comparing import Part
from correspondence.dates import SHORT_MONTHS, Month
from correspondence.sheets import Cell
from correspondence.throughput import KindRow, MonthlyReport, UnitRow, YearlyReport
from correspondence.workflow import Direction
from ui.paper.closing_lines import closing_sheets
from ui.paper.definitions import DEFINITIONS
from ui.paper.meaning_sheet import meaning_rows
from ui.paper.month_words import (
    NAMELESS,
    NO_KIND,
    STAGES,
    TOTALS,
    URGENCIES,
    VEILED,
    desk_of,
    period_note,
    period_words,
    urgency_rule,
)
from ui.paper.people_sheets import COMPARED, Rows, compared_cells, officer_rows, signature_rows, workload_rows

Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_FIGURES = ("Masuk", "Keluar", "Terbit", "Awal", "Tercatat", "Selesai", "Batal", "Akhir")
_OUTPUTS = {"incoming": "Masuk", "outgoing": "Keluar", "issued": "Terbit", "registered": "Tercatat"}


def monthly_sheets(report: MonthlyReport) -> Sheets:
    """Summary with definitions first; then what the four headings of the paper hold, nothing cut short."""
    return {
        "Ringkasan": _summary(report),
        "Perbandingan": _comparison(report),
        "Per jenis": _parted(report, Part.KIND, "Jenis naskah dinas"),
        "Per unit": _parted(report, Part.UNIT, "Unit pengolah"),
        "Per hari": [
            ("Tanggal", "Masuk", "Keluar", "Terbit", "Selesai"),
            *((each.on, each.incoming, each.outgoing, each.issued, each.finished) for each in report.by_day),
        ],
        "Per pejabat": officer_rows(report),
        "Pengirim": _senders(report),
        "Kecepatan": _urgencies(report),
        "Tahap": [
            ("Tahap", "Surat", "Median (jam)", "Persentil ke-90 (jam)", "Arti"),
            *(
                (
                    STAGES[each.stage],
                    each.letters,
                    each.taken.median_working_hours,
                    each.taken.p90_working_hours,
                    DEFINITIONS[f"stages.{each.stage}"],
                )
                for each in report.stages
            ),
        ],
        "Tanda tangan": signature_rows(report),
        "Disposisi": workload_rows(report),
        "Belum selesai": _open(report),
        **closing_sheets(report),
        "Arti": meaning_rows(),
    }


def yearly_sheets(report: YearlyReport) -> Sheets:
    """Kinds by months, with a row of sums."""
    rows: Rows = [
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


def _summary(report: MonthlyReport) -> Rows:
    whole, quality = report.balance, report.quality
    figures: tuple[tuple[str, float | None, str], ...] = (
        ("Belum selesai pada awal bulan", whole.opening, "opening"),
        ("Tercatat", whole.registered, "registered"),
        ("Selesai", whole.finished, "finished"),
        ("Batal", whole.cancelled, "cancelled"),
        ("Belum selesai pada akhir bulan", whole.closing, "closing"),
        (
            "Tercatat per hari kerja",
            comparing.per_workday(whole.registered, report.workdays),
            "per_workday",
        ),
        ("Konsep diajukan", quality.submitted, "quality.submitted"),
        ("Konsep dikembalikan", quality.returned, "quality.returned"),
        ("Dikembalikan per seratus", quality.returned_per_hundred, "quality.returned_per_hundred"),
        ("Perbaikan catatan", quality.corrections, "quality.corrections"),
        ("Nomor agenda dibatalkan", quality.cancelled_numbers, "quality.cancelled_numbers"),
        ("Nomor surat dibatalkan", quality.voided_numbers, "quality.voided_numbers"),
        ("Jatuh tenggat", report.timeliness.due, "timeliness.due"),
        ("Tepat waktu", report.timeliness.on_time, "timeliness.on_time"),
        ("Terlambat", report.timeliness.late, "timeliness.late"),
        ("Median (jam)", report.turnaround.median_working_hours, "turnaround.median_working_hours"),
        ("Persentil ke-90 (jam)", report.turnaround.p90_working_hours, "turnaround.p90_working_hours"),
    )
    heading = f"Laporan bulanan {Month.of(report.first).label}"
    return [
        (heading, report.unit or None, period_note(report) or None),
        *((words, figure, DEFINITIONS[key]) for words, figure, key in figures),
    ]


def _comparison(report: MonthlyReport) -> Rows:
    heads = (
        "Angka",
        Month.of(report.first).label,
        f"Bulan lalu: {period_words(report.before)}",
        "Selisih",
        f"Tahun lalu: {period_words(report.year_before)}",
        "Selisih tahun lalu",
    )
    rows = ((words, comparing.total(report, what)) for what, words in TOTALS.items())
    return [heads, *((words, row.now, *compared_cells(row)) for words, row in rows)]


def _parted(report: MonthlyReport, part: Part, heading: str) -> Rows:
    """Output and balance, then each output against the two months before."""
    here: dict[str, KindRow | UnitRow] = {
        (row.kind if isinstance(row, KindRow) else row.unit): row for row in getattr(report, part)
    }
    heads = [f"{word} {against.lower()}" for word in _OUTPUTS.values() for against in COMPARED]
    rows: Rows = [(heading, *_FIGURES, *heads)]
    for name in comparing.names(report, part):
        compared = [comparing.of_part(report, part, name, what) for what in _OUTPUTS]
        cells = [cell for row in compared for cell in compared_cells(row)]
        rows.append((name or NAMELESS[part], *_counts(here.get(name)), *cells))
    return rows


def _counts(row: KindRow | UnitRow | None) -> tuple[int, ...]:
    if row is None:
        return (0,) * len(_FIGURES)
    whole = row.balance
    counted = (whole.opening, whole.registered, whole.finished, whole.cancelled, whole.closing)
    return (row.incoming, row.outgoing, row.issued, *counted)


def _senders(report: MonthlyReport) -> Rows:
    rows: Rows = [("Pengirim", "Surat"), *((each.name, each.letters) for each in report.senders.top)]
    if report.senders.others:
        rows.append((f"{report.senders.other_senders} pengirim lainnya", report.senders.others))
    return rows


def _urgencies(report: MonthlyReport) -> Rows:
    heads = (
        *("Kecepatan", "Batas waktu", "Jatuh tenggat", "Tepat waktu", "Terlambat", "Berjalan"),
        "Tepat waktu (%)",
    )
    return [
        heads,
        *(
            (
                URGENCIES[each.urgency],
                urgency_rule(each),
                each.counts.due,
                each.counts.on_time,
                each.counts.late,
                each.counts.running,
                comparing.share(each.counts.on_time, each.counts.on_time + each.counts.late),
            )
            for each in report.urgencies
        ),
    ]


def _open(report: MonthlyReport) -> Rows:
    return [
        ("Nomor rujukan", "Hal", "Pengirim atau tujuan", "Sejak", "Di meja", "Tenggat", "Lewat tenggat"),
        *(
            (
                str(each.ref),
                VEILED if each.secret else each.subject,
                each.correspondent or None,
                each.since,
                desk_of(each),
                each.due_on,
                "ya" if each.late else None,
            )
            for each in report.open_letters
        ),
    ]
