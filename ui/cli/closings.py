"""`report close`, `report closings`: the head's number under a month's report."""

from __future__ import annotations

from argparse import Namespace
from zoneinfo import ZoneInfo

from correspondence.closing_rows import Closed, Correction
from correspondence.dates import Month, read_month
from correspondence.services.month_closing import close_month, closed_months
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.cli.columns import table
from ui.closing_words import correction_words, report_number
from ui.texts import _


def add_commands(report: Family) -> None:
    """The words after `report`."""
    close = report.command(
        "close", close_one, _("menutup satu bulan: laporannya bernomor dan angkanya tidak berubah lagi")
    )
    close.add("period", metavar="2026-10", help=_("bulan yang ditutup"))
    report.command("closings", list_closings, _("bulan yang sudah ditutup"))


def close_one(desk: Desk, args: Namespace) -> Answer:
    month = read_month(args.period)
    closed = close_month(desk.office, month=month)
    said = _("{month} ditutup: {number}, kode periksa {checksum}.").format(
        month=formats.month(month),
        number=report_number(closed.number, closed.year),
        checksum=closed.short_checksum,
    )
    return Answer({"month": str(month), **closing_shape(closed)}, [said])


def list_closings(desk: Desk, _args: Namespace) -> Answer:
    closed, zone = closed_months(desk.office), desk.now().zone
    document: Document = {
        "closings": [
            {"month": str(each.month), **closing_shape(each.closed), "corrected_letters": each.corrections}
            for each in closed
        ]
    }
    heads = (
        _("Bulan"),
        _("Laporan"),
        _("Ditutup oleh"),
        _("Pada"),
        _("Kode periksa"),
        _("Angka"),
        _("Koreksi"),
    )
    rows = [_row(each.month, each.closed, each.corrections, zone) for each in closed]
    return Answer(document, table(heads, rows) if rows else [_("Belum ada bulan yang ditutup.")])


def closing_shape(closed: Closed) -> Document:
    """Scripts rely on these names: add, never rename."""
    return {
        "number": f"{closed.number}/{closed.year}",
        "closed_by": closed.by,
        "closed_at": closed.at.isoformat(),
        "checksum": closed.checksum,
        "verified": closed.verified,
    }


def correction_shape(correction: Correction) -> Document:
    """One line of a report's `corrections`."""
    return {
        "ref": str(correction.ref),
        "change": str(correction.change),
        "facts": list(correction.facts),
        "month": str(correction.month),
        "date": correction.on.isoformat(),
        "from": correction.was or None,
        "to": correction.now or None,
        "recorded_at": correction.at.isoformat() if correction.at else None,
        "by": correction.by or None,
        "detail": correction_words(correction),
    }


def closing_lines(report: MonthlyReport) -> list[str]:
    """How the month was closed, and what was corrected in closed ones."""
    lines: list[str] = []
    closed = report.closed
    if closed is not None:
        proof = _("cocok") if closed.verified else _("TIDAK COCOK")
        said = _("{number}, ditutup oleh {by}; kode periksa {checksum}; hitung ulang: {proof}")
        number = report_number(closed.number, closed.year)
        lines += ["", said.format(number=number, by=closed.by, checksum=closed.short_checksum, proof=proof)]
    if report.corrections:
        heads = (_("Koreksi"), _("Bulan"), _("Yang berubah"), _("Oleh"))
        rows = [
            (str(each.ref), formats.month(each.month), correction_words(each), each.by)
            for each in report.corrections
        ]
        lines += ["", *table(heads, rows)]
    return lines


def _row(month: Month, closed: Closed, corrections: int, zone: ZoneInfo) -> tuple[str, ...]:
    return (
        formats.month(month),
        f"{closed.number}/{closed.year}",
        closed.by,
        formats.instant(closed.at, zone),
        closed.short_checksum,
        _("cocok") if closed.verified else _("TIDAK COCOK"),
        formats.number(corrections),
    )
