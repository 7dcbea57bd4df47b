"""Laporan: a month or a year as figures, each with its meaning and its letters, and the same on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

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
from ui.screen.report_closing import ReportClosing, corrections_table
from ui.screen.report_figures import BALANCE_WORDS, FigureTable, month_balance, month_measures, month_tables
from ui.screen.report_letters import LettersBehind
from ui.screen.report_meanings import explain
from ui.screen.report_paper import ReportPaper
from ui.screen.report_people import signatures_table, workload_table
from ui.screen.report_period import PeriodBar
from ui.screen.report_table import FiguresModel, FiguresView
from ui.screen.report_tiles import BalanceLine, Measures
from ui.screen.report_year import year_table
from ui.texts import _

T = TypeVar("T")
_PAGE_OF = {Direction.INCOMING: "page_incoming", Direction.OUTGOING: "page_outgoing"}


class MonthView(QWidget):
    """The closing line and the measures above, one table below, chosen by its chip."""

    def __init__(self, desk: Desk, behind: LettersBehind) -> None:
        super().__init__()
        look = desk.look
        self._balance = BalanceLine(look, tuple(BALANCE_WORDS), explain)
        self._balance.chosen.connect(behind.open_cell)
        self._measures = Measures(look, explain)
        self._measures.chosen.connect(behind.open_cell)
        words = {
            "by_kind": _("Per jenis"),
            "by_unit": _("Per unit"),
            "by_day": _("Per hari"),
            "signatures": _("Tanda tangan"),
            "workload": _("Beban kerja"),
            "corrections": _("Koreksi"),
        }
        self._chips = FilterChips(words, look.px(8))
        self._chips.setObjectName("report_tables")
        self._chips.chosen.connect(self._choose)
        self._table = TableCard(desk, behind, "report_table")
        self._tables: dict[str, FigureTable] = {}
        self._code = "by_kind"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(self._balance)
        layout.addWidget(self._measures)
        layout.addWidget(self._chips)
        layout.addWidget(self._table, 1)

    def show_report(self, report: MonthlyReport) -> None:
        self._balance.show_cells(month_balance(report))
        self._measures.show_measures(month_measures(report))
        people = (signatures_table(report), workload_table(report))
        tables = (*month_tables(report), *people, corrections_table(report))
        self._tables = {table.code: table for table in tables}
        self._choose(self._code)

    def _choose(self, code: str) -> None:
        self._code = code
        if code in self._tables:
            self._table.show_table(self._tables[code])


class TableCard(QFrame):
    """A table of figures, or the sentence that says why there is none."""

    def __init__(self, desk: Desk, behind: LettersBehind, name: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.model = FiguresModel(desk.look, explain, self)
        self.view = FiguresView(self.model, desk.look)
        self.view.setObjectName(name)
        self.view.pointed.connect(behind.explain)
        self.view.asked.connect(behind.open_cell)
        self._empty = plain_label("", "muted", wrap=True)
        self._empty.setObjectName(f"{name}_empty")
        self._empty.setContentsMargins(*[desk.look.px(16)] * 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, desk.look.px(4), 1, desk.look.px(4))
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.view, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.hide()

    def show_table(self, table: FigureTable) -> None:
        self.model.set_table(table)
        self.view.setAccessibleName(table.title)
        self.view.setVisible(bool(table.rows))
        self._empty.setText(table.empty)
        self._empty.setVisible(not table.rows)


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
        layout.addWidget(self._bar)
        layout.addWidget(self._closing)
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
        self._month.show_report(report)
        self._closing.show_report(report)

    def _show_year(self, report: YearlyReport) -> None:
        self._year.show_table(year_table(report))
        self._closing.show_report(None)

    def _turn(self, code: str) -> None:
        yearly = code == "year"
        self._bar.show_years(yearly)
        self._pages.setCurrentWidget(self._year if yearly else self._month)
        self._ask_anew()

    def _open_letter(self, line: LetterLine) -> None:
        self._desk.page_asked.emit(_PAGE_OF[line.ref.book], ShowLetter(line.ref, line.id))
