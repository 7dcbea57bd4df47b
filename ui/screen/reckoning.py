"""How a duration came about: which days counted, which did not, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from correspondence.hours import minutes_of
from correspondence.workdays import DayReckoning
from ui import formats
from ui.screen.desk import Desk
from ui.screen.line_texts import full_day
from ui.screen.plain import plain_label, push_button
from ui.texts import _
from ui.week_words import counted_words, reason_words


class ReckoningDialog(QDialog):
    """One line per day, and the sum that stood on the screen."""

    def __init__(self, desk: Desk, what: str, since: datetime, until: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reckoning")
        self.setWindowTitle(_("Hitungan waktu kerja"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar, px = desk.known.calendar, desk.look.px
        days = calendar.reckoning(since, until)
        minutes = sum(each.minutes for each in days)
        usual = minutes_of(calendar.hours[0]) or formats.USUAL_DAY
        zone = calendar.zone
        span = _("{since} sampai {until}").format(
            since=formats.instant(since, zone), until=formats.instant(until, zone)
        )
        total = _("{time} ({hours}); satu hari kerja dihitung {day}").format(
            time=formats.duration(minutes, usual), hours=formats.hours(minutes), day=formats.hours(usual)
        )
        self._days = self._list_of(days, px)
        close = push_button(_("Tutup"), name="reject", keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(plain_label(total, wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(plain_label(what, "heading", wrap=True))
        column.addWidget(plain_label(span, "muted", wrap=True))
        column.addWidget(self._days, 1)
        column.addLayout(foot)
        room = parent.window().size()
        self.resize(min(px(620), room.width() - 40), min(px(480), room.height() - 40))

    def _list_of(self, days: Sequence[DayReckoning], px: Callable[[float], int]) -> QTreeWidget:
        """A row per day, with room to breathe."""
        made = QTreeWidget()
        made.setObjectName("reckoning_days")
        made.setAccessibleName(_("Hari yang dihitung"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHeaderLabels([_("Hari"), _("Dihitung"), _("Sebab")])
        rows = [self._row(each) for each in days]
        for row in rows:
            row.setSizeHint(2, QSize(0, px(26)))  # of the column that is as wide as is left
        made.addTopLevelItems(rows)
        header = made.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(2):
            made.resizeColumnToContents(column)
            header.resizeSection(column, header.sectionSize(column) + px(20))
        return made

    def _row(self, day: DayReckoning) -> QTreeWidgetItem:
        name = full_day(day.date)
        counted = counted_words(day.minutes)
        row = QTreeWidgetItem([name, counted, reason_words(day.reason, day.name)])
        if not day.minutes:
            for column in range(3):
                row.setForeground(column, self.palette().placeholderText())
        return row
