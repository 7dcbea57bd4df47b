"""A month on the screen: the closing line, the key figures under four headings, and the tables of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from correspondence.throughput import MonthlyReport
from ui.screen.chips import FilterChips
from ui.screen.desk import Desk
from ui.screen.plain import plain_label
from ui.screen.report_charts import CHARTS, ChartCard
from ui.screen.report_closing import corrections_table
from ui.screen.report_depth import depth_tables
from ui.screen.report_figures import BALANCE_WORDS, FigureTable, month_balance, month_tables
from ui.screen.report_headings import FIRST_SHOWN, PRODUCTIVITY, TABLES, month_headings, table_words
from ui.screen.report_letters import LettersBehind
from ui.screen.report_meanings import explain
from ui.screen.report_people import signatures_table, workload_table
from ui.screen.report_table import FiguresModel, FiguresView
from ui.screen.report_tiles import BalanceLine, Measures


def every_table(report: MonthlyReport) -> dict[str, FigureTable]:
    """All tables of a month by their chips."""
    tables = (
        *month_tables(report),
        *depth_tables(report),
        signatures_table(report),
        workload_table(report),
        corrections_table(report),
    )
    return {table.code: table for table in tables}


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


class MonthView(QWidget):
    """The closing line and the headings above, one table or chart below, chosen by its chip."""

    def __init__(self, desk: Desk, behind: LettersBehind) -> None:
        super().__init__()
        look = desk.look
        self._balance = BalanceLine(look, tuple(BALANCE_WORDS), explain)
        self._balance.chosen.connect(behind.open_cell)
        self._measures = Measures(look, explain)
        self._measures.chosen.connect(behind.open_cell)
        self._measures.turned.connect(self._turn)
        self._chips: dict[str, FilterChips] = {}
        words = table_words()
        for heading, codes in TABLES.items():
            chips = FilterChips({code: words[code] for code in codes}, look.px(8))
            chips.setObjectName(f"report_tables_{heading}")
            chips.chosen.connect(self._choose)
            self._chips[heading] = chips
        self._chips[PRODUCTIVITY].choose(FIRST_SHOWN)
        self._shown = {heading: codes[0] for heading, codes in TABLES.items()} | {PRODUCTIVITY: FIRST_SHOWN}
        self._table = TableCard(desk, behind, "report_table")
        self._chart = ChartCard(desk)
        self._below = QStackedWidget()
        self._below.addWidget(self._table)
        self._below.addWidget(self._chart)
        self._tables: dict[str, FigureTable] = {}
        self._code = FIRST_SHOWN
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(self._balance)
        layout.addWidget(self._measures)
        # Not a stack: that one knows no lines that break where the window ends.
        for chips in self._chips.values():
            layout.addWidget(chips)
        layout.addWidget(self._below, 1)
        self._show_chips(PRODUCTIVITY)

    def show_report(self, report: MonthlyReport) -> None:
        self._balance.show_cells(month_balance(report))
        self._measures.show_headings(month_headings(report))
        self._tables = every_table(report)
        self._chart.set_report(report)
        self._choose(self._code)

    def _show_chips(self, heading: str) -> None:
        for each, chips in self._chips.items():
            chips.setVisible(each == heading)

    def _turn(self, heading: str) -> None:
        self._choose(self._shown[heading])

    def _choose(self, code: str) -> None:
        self._code = code
        heading = next(heading for heading, codes in TABLES.items() if code in codes)
        self._shown[heading] = code
        self._chips[heading].choose(code)
        self._show_chips(heading)
        self._measures.choose(heading)
        if code in CHARTS:
            self._below.setCurrentWidget(self._chart)
            self._chart.show_chart(code)
        elif code in self._tables:
            self._below.setCurrentWidget(self._table)
            self._table.show_table(self._tables[code])
