"""What the monthly report prints of the month's closing, small at its foot, and the table of corrections. In Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from correspondence.closing_rows import Change, Correction
from correspondence.dates import format_date
from correspondence.sheets import Cell
from correspondence.throughput import FactKind, MonthlyReport
from correspondence.workdays import ZONES
from ui.paper.contents import Context
from ui.paper.month_words import NO_KIND, NO_UNIT, VEILED, short_date
from ui.phrases import one_stop

ON_PAPER = 30
"""Corrections as far as paper lists them; the workbook and the JSON hold all of them."""

_FACTS = {
    FactKind.REGISTERED: "dicatat",
    FactKind.FINISHED: "selesai",
    FactKind.REOPENED: "dibuka kembali",
    FactKind.CANCELLED: "dibatalkan",
    FactKind.RESTORED: "batal dicabut",
    FactKind.ISSUED: "diberi nomor",
}
_PROVEN = "Dihitung ulang dari catatan surat: cocok."
_UNPROVEN = "Dihitung ulang dari catatan surat: TIDAK COCOK."


def footnotes(report: MonthlyReport) -> tuple[str, ...]:
    """The number of the report, who closed the month and when, the checksum, the recount's proof; none while it is open."""
    closed = report.closed
    if closed is None:
        return ()
    zone = ZONES.get(str(closed.at.tzinfo), "")
    at = f"{format_date(closed.at.date())} pukul {closed.at:%H.%M} {zone}".strip()
    said = (
        f"Laporan No. {closed.number}/{closed.year}, ditutup {at} oleh {closed.by}. "
        f"Kode periksa {closed.short_checksum}. {_PROVEN if closed.verified else _UNPROVEN}"
    )
    return (one_stop(said),)


def corrections_context(report: MonthlyReport) -> Context:
    """`koreksi` with `rujukan hal bulan perubahan oleh`, and how many more there are."""
    left = len(report.corrections) - ON_PAPER
    more = f"dan {left} koreksi lagi; seluruhnya ada di berkas .xlsx laporan ini." if left > 0 else ""
    return {"koreksi": [_row(each) for each in report.corrections[:ON_PAPER]], "koreksi_lagi": more}


def closing_sheets(report: MonthlyReport) -> dict[str, Sequence[Sequence[Cell]]]:
    """Sheets for the workbook: how the month was closed, what was corrected. None of them without either."""
    sheets: dict[str, Sequence[Sequence[Cell]]] = {}
    closed = report.closed
    if closed is not None:
        sheets["Penutupan"] = [
            ("Nomor laporan", f"{closed.number}/{closed.year}"),
            ("Ditutup oleh", closed.by),
            ("Ditutup pada", closed.at.isoformat(timespec="seconds")),
            ("Kode periksa (SHA-256)", closed.checksum),
            ("Hitung ulang", "cocok" if closed.verified else "TIDAK COCOK"),
        ]
    if report.corrections:
        heads = ("Rujukan", "Hal", "Tanggal", "Bulan", "Yang berubah", "Dicatat pada", "Oleh")
        rows = [
            (
                str(each.ref),
                VEILED if each.secret else each.subject,
                each.on,
                each.month.label,
                words(each),
                each.at.isoformat(timespec="seconds") if each.at else None,
                each.by,
            )
            for each in report.corrections
        ]
        sheets["Koreksi"] = [heads, *rows]
    return sheets


def words(correction: Correction) -> str:
    """`menyusul dicatat, selesai`; `jenis Undangan menjadi Nota Dinas`."""
    was, now = correction.was, correction.now
    facts = ", ".join(_FACTS[FactKind(each)] for each in correction.facts)
    match correction.change:
        case Change.ADDED:
            return f"menyusul {facts}"
        case Change.REMOVED:
            return f"keluar dari bulan itu: {facts}"
        case Change.MOVED:
            days = (short_date(date.fromisoformat(each)) for each in (was, now))
            return "tanggal {} menjadi {}".format(*days)
        case Change.KIND:
            return f"jenis {was or NO_KIND} menjadi {now or NO_KIND}"
    return f"unit {was or NO_UNIT} menjadi {now or NO_UNIT}"


def _row(correction: Correction) -> Context:
    return {
        "rujukan": str(correction.ref),
        "hal": VEILED if correction.secret else correction.subject,
        "bulan": correction.month.label,
        "perubahan": words(correction),
        "oleh": correction.by,
    }
