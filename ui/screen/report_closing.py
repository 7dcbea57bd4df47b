"""Closing a month from its report: the button, the question that says what it means, and how it was closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from correspondence.changes import Changes, Topic
from correspondence.closing_rows import Closed
from correspondence.dates import Month
from correspondence.errors import Refused
from correspondence.services.month_closing import close_month, why_not
from correspondence.services.reporting import Figure
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.closing_words import correction_words, report_number
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, plain_tooltip, push_button, question
from ui.screen.report_figures import Cell, FigureTable, plain_cell
from ui.texts import _, n_

_TELLS_NOTHING = frozenset({"month_closed", "month_before_first", "right_missing"})
"""Why a month cannot be closed when there is nothing to wait for: no button is shown then."""


class ReportClosing(QWidget):
    """A line under the period: Tutup bulan, or the number and the checksum of the month that is closed."""

    def __init__(self, desk: Desk, again: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("report_closing")
        self._desk = desk
        self._again = again
        self._month: Month | None = None
        self._said = plain_label("", "muted", wrap=True, select=True)
        self._said.setObjectName("closing_said")
        self._close = push_button(_("Tutup bulan …"), name="close_month")
        self._close.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(12))
        row.addWidget(self._said, 1)
        row.addWidget(self._close)
        self.hide()

    def show_report(self, report: MonthlyReport | None) -> None:
        """None for a year, which nobody closes; of one unit nothing is closed either."""
        self._month = None if report is None or report.unit else Month.of(report.first)
        self._close.hide()
        self._say(_told(self._desk, report) if report is not None else "")
        month = self._month
        if month is not None and report is not None and report.closed is None:
            self._desk.ask(
                lambda office: why_not(office, month=month), self._offer, owner=self, replaces="may_close"
            )

    def ask(self) -> None:
        """Says what closing means before it is done: it cannot be taken back."""
        month = self._month
        if month is None:
            return
        text = _(
            "Laporan {month} mendapat nomor dan kode periksa, dan angkanya tidak berubah lagi.\n\n"
            "Yang dicatat atau diperbaiki kemudian untuk {month} tampil sebagai koreksi di bulan pertama yang masih "
            "terbuka. Penutupan tidak dapat dibatalkan."
        ).format(month=formats.month(month))
        box = question(
            self,
            _("Tutup bulan"),
            text,
            _("Tutup {month}").format(month=formats.month(month)),
            _("Batal", "button"),
        )
        box.setObjectName("close_question")
        box.accepted.connect(lambda: self._close_it(month))
        box.open()

    def _close_it(self, month: Month) -> None:
        self._close.setEnabled(False)
        self._desk.background.run(
            lambda office: close_month(office, month=month),
            on_done=lambda closed: self._closed(month, closed),
            on_error=self._desk.say_wrong,
            on_settled=lambda: self._close.setEnabled(True),
            owner=self,
        )

    def _closed(self, month: Month, closed: Closed) -> None:
        number = report_number(closed.number, closed.year)
        self._desk.say(_("{month} ditutup: {number}").format(month=formats.month(month), number=number))
        self._desk.changed.emit(Changes(topics=frozenset({Topic.MONTHS})))
        self._again()

    def _offer(self, refused: Refused | None) -> None:
        told = refused is not None and refused.rule in _TELLS_NOTHING
        self._close.setVisible(not told)
        self._close.setEnabled(refused is None)
        self._close.setToolTip("" if refused is None else plain_tooltip(sentence(refused)))
        self.setVisible(bool(self._said.text()) or not told)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self.setVisible(bool(text))


def _told(desk: Desk, report: MonthlyReport) -> str:
    parts = []
    if report.closed is not None:
        closed = report.closed
        parts.append(
            _("{number} · ditutup {at} oleh {by} · kode periksa {checksum} · {proof}").format(
                number=report_number(closed.number, closed.year),
                at=formats.instant(closed.at, desk.zone),
                by=closed.by,
                checksum=closed.short_checksum,
                proof=_("angkanya cocok dengan hitungan ulang")
                if closed.verified
                else _("angkanya TIDAK cocok dengan hitungan ulang; jalankan Periksa registri"),
            )
        )
    count = len({each.letter_id for each in report.corrections})
    if count:
        parts.append(
            n_("Termasuk koreksi atas {count} surat bulan yang sudah ditutup", count).format(
                count=formats.number(count)
            )
        )
    return "\n".join(parts)


def corrections_table(report: MonthlyReport) -> FigureTable:
    """A row per correction; each opens the letters that were corrected."""
    asked = (Figure("corrections", report.first, report.last, unit=report.unit or None),)
    return FigureTable(
        "corrections",
        _("Koreksi"),
        (_("Surat"), _("Bulan"), _("Yang berubah"), _("Oleh")),
        tuple(
            (
                Cell(f"{each.ref} · {each.subject}", str(each.ref), "", asked),
                plain_cell(formats.month(each.month)),
                plain_cell(correction_words(each)),
                plain_cell(each.by),
            )
            for each in report.corrections
        ),
        ("", "", "", ""),
        _("Tidak ada koreksi atas bulan yang sudah ditutup."),
    )
