"""The monthly and the yearly report as plain text."""

from __future__ import annotations

from correspondence.dates import SHORT_MONTHS, Month
from correspondence.throughput import KindRow, MonthlyReport, UnitRow, YearlyReport
from ui import formats
from ui.cli.columns import pairs, table
from ui.texts import _
from ui.words import direction_word


def monthly_lines(report: MonthlyReport) -> list[str]:
    """The balance, the rows by kind and unit, what was due, who signed and who has how much."""
    kept = report.balance
    lines = [
        _("Laporan bulan {month}").format(month=formats.month(Month.of(report.first)))
        + (f" · {report.unit}" if report.unit else ""),
        "",
        *pairs(
            (
                (_("Awal"), formats.number(kept.opening)),
                (_("Tercatat"), formats.number(kept.registered)),
                (_("Selesai"), formats.number(kept.finished)),
                (_("Batal"), formats.number(kept.cancelled)),
                (_("Akhir"), formats.number(kept.closing)),
                (
                    _("Tenggat"),
                    _("{due} jatuh tempo, {on_time} tepat waktu, {late} terlambat").format(
                        due=report.timeliness.due,
                        on_time=report.timeliness.on_time,
                        late=report.timeliness.late,
                    ),
                ),
                (
                    _("Lama penyelesaian (median)"),
                    formats.working_hours(report.turnaround.median_working_hours),
                ),
            )
        ),
    ]
    for head, rows in (
        (_("Jenis naskah"), [_row(each.kind or _("(tanpa jenis)"), each) for each in report.by_kind]),
        (_("Unit pengolah"), [_row(each.unit or _("(tanpa unit)"), each) for each in report.by_unit]),
    ):
        heads = (head, _("Masuk"), _("Keluar"), _("Terbit"), _("Awal"), _("Selesai"), _("Batal"), _("Akhir"))
        lines += ["", *table(heads, rows)] if rows else []
    lines += _signatures(report)
    return lines + _workload(report)


def yearly_lines(report: YearlyReport) -> list[str]:
    """One row a kind, twelve months and their sum."""
    rows = [
        (
            each.kind or _("(tanpa jenis)"),
            direction_word(each.direction),
            *(formats.number(count) for count in each.months),
            formats.number(each.total),
        )
        for each in report.by_kind
    ]
    total = formats.number(sum(each.total for each in report.by_kind))
    heads = (_("Jenis naskah"), _("Buku"), *SHORT_MONTHS, _("Jumlah"))
    title = _("Rekap tahun {year}").format(year=report.year) + (f" · {report.unit}" if report.unit else "")
    return [title, "", *table(heads, rows), "", _("Jumlah seluruhnya: {total}").format(total=total)]


def _row(name: str, row: KindRow | UnitRow) -> tuple[str, ...]:
    counts = (row.incoming, row.outgoing, row.issued, row.balance.opening, row.balance.finished)
    rest = (row.balance.cancelled, row.balance.closing)
    return (name, *(formats.number(count) for count in (*counts, *rest)))


def _signatures(report: MonthlyReport) -> list[str]:
    heads = (
        _("Penanda tangan"),
        _("Ditandatangani"),
        _("Menunggu"),
        _("Median"),
        _("Ditepati"),
        _("Meleset"),
    )
    rows = [
        (
            each.officer,
            formats.number(each.signed),
            formats.number(each.waiting),
            formats.working_hours(each.median_working_hours),
            formats.number(each.promises_kept),
            formats.number(each.promises_broken),
        )
        for each in report.signatures
    ]
    return ["", *table(heads, rows)] if rows else []


def _workload(report: MonthlyReport) -> list[str]:
    heads = (_("Disposisi kepada"), _("Diberikan"), _("Selesai"), _("Terbuka"), _("Terlambat"))
    rows = [
        (each.officer, *(formats.number(count) for count in (each.assigned, each.done, each.open, each.late)))
        for each in report.workload
    ]
    return ["", *table(heads, rows)] if rows else []
