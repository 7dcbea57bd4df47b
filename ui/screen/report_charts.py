"""The charts of a month on the screen: the same drawing as on paper, painted by the worker."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from correspondence.throughput import MonthlyReport
from ui.screen.desk import Desk
from ui.screen.plain import plain_label
from ui.texts import _

CHARTS = {"chart": "grafik", "workload_chart": "grafik_beban"}
"""A chip → the chart of the paper that it shows."""

_DPI = 220


def painted(report: MonthlyReport) -> dict[str, bytes]:
    """The charts of a month as PNG, by their chips; none of nothing."""
    # Drawing takes the PDF library, which only somebody who looks at a chart needs.
    from ui.paper.charts import png
    from ui.paper.reports import monthly_charts

    charts = monthly_charts(report)
    return {code: png(charts[name], dpi=_DPI) for code, name in CHARTS.items() if name in charts}


class ChartCard(QFrame):
    """One chart on white, as wide as there is room: grey on white in every theme, as it will be printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._report: MonthlyReport | None = None
        self._painted: dict[str, bytes] | None = None
        self._code = next(iter(CHARTS))
        self._pixmap = QPixmap()
        self._picture = plain_label("")
        self._picture.setObjectName("report_chart")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._picture.setMinimumSize(QSize(1, 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[desk.look.px(12)] * 4)
        layout.addWidget(self._picture, 1)

    def set_report(self, report: MonthlyReport) -> None:
        """Another month: what is painted of the old one is not shown for it."""
        self._report, self._painted = report, None
        if self.isVisible():
            self.show_chart(self._code)

    def show_chart(self, code: str) -> None:
        """Paints when it is first asked for."""
        self._code = code
        report = self._report
        if self._painted is not None or report is None:
            self._paint()
            return
        self._say(_("memuat …"))
        self._desk.ask(lambda _office: painted(report), self._take, owner=self, replaces="chart")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _take(self, charts: dict[str, bytes]) -> None:
        self._painted = charts
        self._paint()

    def _paint(self) -> None:
        content = (self._painted or {}).get(self._code)
        if content is None:
            self._say(_("Belum ada yang dapat digambar pada bulan ini."))
            return
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(content)
        self._picture.setAccessibleName(_("Grafik"))
        self._fit()

    def _fit(self) -> None:
        if self._pixmap.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.contentsRect().size() - QSize(*[2 * self._desk.look.px(12)] * 2)
        shown = self._pixmap.scaled(
            room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._picture.setPixmap(shown)

    def _say(self, text: str) -> None:
        self._pixmap = QPixmap()
        self._picture.setPixmap(self._pixmap)
        self._picture.setText(text)
