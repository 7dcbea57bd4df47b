"""How the monthly report words what it counts: stages, urgencies, differences, shares, desks. Paper, workbook, terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from correspondence import comparing
from correspondence.comparing import Part
from correspondence.dates import Month, format_date
from correspondence.letters import Urgency
from correspondence.report_rows import OpenLetter, Stage, UrgencyRow, WorkloadRow
from correspondence.throughput import Earlier, MonthlyReport
from ui.paper.contents import figure, hours

NO_KIND = "(tanpa jenis)"
NO_UNIT = "(tanpa unit)"
MAIL_DESK = "Meja agenda"
VEILED = "(rahasia)"
FINISHED_SINCE = "(sudah selesai)"
OPEN_ON_PAPER = 30
"""Letters that stayed open as far as paper lists them; the workbook and the JSON hold all of them."""

URGENCIES = {
    Urgency.SANGAT_SEGERA: "Sangat segera",
    Urgency.SEGERA: "Segera",
    Urgency.BIASA: "Biasa",
}
STAGES = {
    Stage.FIRST_DISPOSITION: "Surat masuk: dicatat – disposisi pertama",
    Stage.COMPLETION: "Surat masuk: dicatat – selesai",
    Stage.SIGNATURE: "Surat keluar: konsep – tanda tangan",
    Stage.DISPATCH_AFTER_SIGNATURE: "Surat keluar: tanda tangan – kirim",
    Stage.DISPATCH: "Surat keluar: konsep – kirim",
}
TOTALS = {
    "registered": "Surat tercatat",
    "incoming": "Surat masuk",
    "outgoing": "Surat keluar",
    "issued": "Surat keluar bernomor",
    "finished": "Selesai",
    "cancelled": "Batal",
    "closing": "Belum selesai pada akhir periode",
}
NAMELESS = {Part.KIND: NO_KIND, Part.UNIT: NO_UNIT}
NOTHING = "–"


def period_note(report: MonthlyReport) -> str:
    """`s.d. 21 November 2026, bulan berjalan`; "" for a month that is over."""
    return f"s.d. {format_date(report.until)}, bulan berjalan" if report.until else ""


def period_words(earlier: Earlier | None) -> str:
    """`September 2026`, or `1–21 Oktober 2026` when only so many days are compared; a dash for none."""
    if earlier is None:
        return NOTHING
    month = Month.of(earlier.first)
    if earlier.last == month.last:
        return month.label
    return f"1–{earlier.last.day} {month.label}"


def signed_figure(number: int | None) -> str:
    """`+12`, `−3`, `0`; a dash when there is nothing to compare with."""
    if number is None:
        return NOTHING
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{figure(abs(number))}"


def share_text(value: float | None) -> str:
    """`37,5 %`; a dash of nothing."""
    return NOTHING if value is None else f"{decimal(value)} %"


def decimal(value: float | None) -> str:
    """One decimal after a comma, none when it is nought."""
    return NOTHING if value is None else hours(value).removesuffix(" jam")


def busiest(rows: Sequence[WorkloadRow]) -> str:
    """Who was given most and what part of all that is; "" when nothing was given."""
    whole = sum(row.assigned for row in rows)
    if not whole:
        return ""
    most = rows[0]
    part = share_text(comparing.share(most.assigned, whole))
    return f"Terbanyak: {most.officer}, {figure(most.assigned)} dari {figure(whole)} disposisi ({part})."


def more_open(number: int) -> str:
    """`dan 12 surat lagi`; "" when all stand there."""
    return f"dan {figure(number)} surat lagi" if number > 0 else ""


def desk_of(letter: OpenLetter) -> str:
    """On whose desk an open letter lies."""
    # Finished letters have no desk: this one was open when the month ended and is not any more.
    return letter.holder or (MAIL_DESK if letter.is_open else FINISHED_SINCE)


def short_date(day: date | None) -> str:
    """`07-09-2026`; a dash for none."""
    return NOTHING if day is None else f"{day:%d-%m-%Y}"


def shown_until(report: MonthlyReport) -> date:
    """The last day a paper has a row for."""
    return report.until or report.last


def urgency_rule(row: UrgencyRow) -> str:
    """`24 jam` or `5 hari kerja`: the office's own rule."""
    return f"{row.workdays} hari kerja" if row.workdays is not None else f"{row.hours} jam"
