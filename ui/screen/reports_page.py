"""Laporan: a month or a year as figures, each with its meaning and its letters, and the same on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from correspondence.changes import Changes, Topic
from correspondence.office import Office
from correspondence.search import LetterLine
from correspondence.services import reporting
from correspondence.throughput import MonthlyReport, YearlyReport
from correspondence.workflow import Direction
from ui.screen.chips import FilterChips
from ui.screen.desk import Desk
from ui.screen.letters_page import ShowLetter
from ui.screen.plain import plain_label
from ui.screen.report_closing import ReportClosing
from ui.screen.report_headings import compared_word
from ui.screen.report_letters import LettersBehind
from ui.screen.report_meanings import explain
from ui.screen.report_month import MonthView, TableCard
from ui.screen.report_paper import ReportPaper
from ui.screen.report_period import PeriodBar
from ui.screen.report_year import year_table
from ui.texts import _

T = TypeVar("T")
_PAGE_OF = {Direction.INCOMING: "page_incoming", Direction.OUTGOING: "page_outgoing"}


class ReportsPage(QWidget):
    """One page, two ways to count: Bulanan and Tahunan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Laporan")
        self.setObjectName("page_reports")
        self._desk = desk
        self._behind = LettersBehind(desk, explain)
        self._behind.opened.connect(self._open_letter)
        self._bar = PeriodBar(desk)
        self._bar.chosen.connect(self._ask_anew)
        self._tabs = FilterChips({"month": _("Bulanan"), "year": _("Rekap tahunan")}, desk.look.px(8))
        self._tabs.setObjectName("report_tabs")
        self._tabs.chosen.connect(self._turn)
        self._month = MonthView(desk, self._behind)
        self._year = TableCard(desk, self._behind, "year_table")
        self._paper = ReportPaper(desk, self, lambda: (self._bar.period, self._bar.unit))
        self._closing = ReportClosing(desk, self.refresh)
        self._lay_out()
        desk.looked_around.connect(self._bar.fill_units)

    def _lay_out(self) -> None:
        px = self._desk.look.px
        self._pages = QStackedWidget()
        self._pages.addWidget(self._month)
        self._pages.addWidget(self._year)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(plain_label(self.title, "title"))
        head.addWidget(self._tabs, 1)
        head.addWidget(self._paper.buttons)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(px(12))
        split.addWidget(self._pages)
        split.addWidget(self._behind)
        split.setStretchFactor(0, 1)
        split.setSizes([px(820), px(330)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addLayout(head)
        which = QHBoxLayout()
        which.setSpacing(px(12))
        which.addWidget(self._bar)
        which.addWidget(self._closing, 1)
        layout.addLayout(which)
        layout.addWidget(split, 1)

    def refresh(self) -> None:
        """Counts again; the figures shown stay until the new ones are here."""
        period, unit = self._bar.period, self._bar.unit
        if period.yearly:
            year = period.month.year
            self._count(lambda office: reporting.yearly_report(office, year=year, unit=unit), self._show_year)
        else:
            month = period.month
            self._count(
                lambda office: reporting.monthly_report(office, month=month, unit=unit),
                self._show_month,
            )

    def on_changed(self, changes: Changes) -> None:
        """Letters and names change the counts; opening the page counts again anyway."""
        if self.isVisible() and (changes.letter_ids or changes.topics - {Topic.CODES}):
            self.refresh()

    def key_actions(self) -> dict[str, Callable[[], None]]:
        """Ctrl+P shows the paper."""
        return {"Ctrl+P": self._paper.preview}

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Alt+←  Alt+→", _("bulan atau tahun sebelumnya, berikutnya")),
            ("Enter", _("membuka surat-surat di balik angka")),
            ("Ctrl+P", _("melihat kertasnya")),
        )

    def _count(self, job: Callable[[Office], T], show: Callable[[T], None]) -> None:
        self._desk.ask(job, show, owner=self, replaces="report", on_error=self._desk.say_wrong)

    def _ask_anew(self) -> None:
        """Another period or unit: what stood beside the old figures goes with them."""
        self._behind.clear()
        self.refresh()

    def _show_month(self, report: MonthlyReport) -> None:
        self._bar.say_note(compared_word(report))
        self._month.show_report(report)
        self._closing.show_report(report)

    def _show_year(self, report: YearlyReport) -> None:
        self._bar.say_note("")
        self._year.show_table(year_table(report))
        self._closing.show_report(None)

    def _turn(self, code: str) -> None:
        yearly = code == "year"
        self._bar.show_years(yearly)
        self._pages.setCurrentWidget(self._year if yearly else self._month)
        self._ask_anew()

    def _open_letter(self, line: LetterLine) -> None:
        self._desk.page_asked.emit(_PAGE_OF[line.ref.book], ShowLetter(line.ref, line.id))
