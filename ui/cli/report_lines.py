"""The monthly and the yearly report as plain text."""

from __future__ import annotations

from correspondence.comparing import share
from correspondence.dates import SHORT_MONTHS, Month
from correspondence.throughput import KindRow, MonthlyReport, UnitRow, YearlyReport
from ui import formats
from ui.cli import report_tables as tables
from ui.cli.closings import closing_lines
from ui.cli.columns import pairs, table
from ui.texts import _
from ui.words import direction_word


def monthly_lines(report: MonthlyReport) -> list[str]:
    """The balance, then what the paper has under its four headings."""
    running = ""
    if report.until:
        running = " · " + _("s.d. {day}, bulan berjalan").format(day=formats.day(report.until))
    return [
        _("Laporan bulan {month}").format(month=formats.month(Month.of(report.first)))
        + (f" · {report.unit}" if report.unit else "")
        + running,
        *tables.heading(_("Produktivitas")),
        *_balance(report),
        "",
        *tables.comparison(report),
        *_kinds_and_units(report),
        *tables.kinds_and_units(report),
        *tables.officers(report),
        *tables.senders(report),
        *tables.heading(_("Kualitas")),
        *tables.quality(report),
        *tables.heading(_("Responsivitas")),
        *_times(report),
        *tables.urgencies(report),
        *tables.stages(report),
        *_signatures(report),
        *tables.heading(_("Akuntabilitas")),
        *_workload(report),
        *tables.open_letters(report),
        *closing_lines(report),
    ]


def _balance(report: MonthlyReport) -> list[str]:
    kept = report.balance
    return pairs(
        (
            (_("Awal"), formats.number(kept.opening)),
            (_("Tercatat"), formats.number(kept.registered)),
            (_("Selesai"), formats.number(kept.finished)),
            (_("Batal"), formats.number(kept.cancelled)),
            (_("Akhir"), formats.number(kept.closing)),
        )
    )


def _times(report: MonthlyReport) -> list[str]:
    times = report.timeliness
    due = _("{due} jatuh tempo, {on_time} tepat waktu, {late} terlambat")
    return pairs(
        (
            (_("Tenggat"), due.format(due=times.due, on_time=times.on_time, late=times.late)),
            (
                _("Lama penyelesaian (median)"),
                formats.working_hours(report.turnaround.median_working_hours),
            ),
        )
    )


def _kinds_and_units(report: MonthlyReport) -> list[str]:
    lines: list[str] = []
    for head, rows in (
        (_("Jenis naskah"), [_row(each.kind or _("(tanpa jenis)"), each) for each in report.by_kind]),
        (_("Unit pengolah"), [_row(each.unit or _("(tanpa unit)"), each) for each in report.by_unit]),
    ):
        heads = (head, _("Masuk"), _("Keluar"), _("Terbit"), _("Awal"), _("Selesai"), _("Batal"), _("Akhir"))
        lines += ["", *table(heads, rows)] if rows else []
    return lines


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
    heads = (
        _("Disposisi kepada"),
        *(_("Diberikan"), _("Bagian"), _("Selesai"), _("Terbuka"), _("Terlambat")),
    )
    whole = sum(each.assigned for each in report.workload)
    rows = []
    for each in report.workload:
        part = share(each.assigned, whole)
        counts = [formats.number(count) for count in (each.assigned, each.done, each.open, each.late)]
        counts.insert(1, "–" if part is None else f"{formats.number(part, 1)} %")
        rows.append((each.officer, *counts))
    return table(heads, rows) if rows else [_("Tidak ada disposisi.")]
