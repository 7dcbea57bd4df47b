"""Meja Kerja: what waits, each number opening its letters, and the letters that are late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes
from correspondence.dossier import DeskCount
from correspondence.office import Office
from correspondence.search import LetterFilter, LetterLine
from correspondence.services import looking_up
from correspondence.workflow import Direction
from ui.screen.chips import FlowSheet
from ui.screen.desk import Desk
from ui.screen.desk_counters import groups
from ui.screen.empty_state import EmptyState
from ui.screen.explained_time import explain_time
from ui.screen.help_panel import Keys
from ui.screen.line_texts import Reading, deadline, full_day, holder
from ui.screen.plain import plain_label, plain_tooltip
from ui.screen.reminders import DueToday, ReminderPanel, due_today
from ui.screen.requests import ShowLetter
from ui.screen.short_label import short_label
from ui.texts import _, mark

_LATE_SHOWN = 6
Answer = tuple[Sequence[DeskCount], Sequence[LetterLine], DueToday, bool]


class _LateRow(QPushButton):
    """One late letter: what it is, on whose desk, how late."""

    opened = Signal(object)

    def __init__(self, desk: Desk, line: LetterLine, reading: Reading) -> None:
        super().__init__()
        self.setProperty("look", "row")
        px = desk.look.px
        due = deadline(line.due_at, reading)
        where = holder(line, reading)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(4), px(12), px(4))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        texts = (
            (0, 0, line.subject, ""),
            (1, 0, f"{line.ref} · {line.correspondent}", "muted"),
            (0, 1, where.text, ""),
            (1, 1, where.second, "muted"),
            (0, 2, f"{due.text} {due.second}".strip(), "wrong"),
        )
        for row, column, text, look in texts:
            late = look == "wrong"
            label = plain_label(text, look) if late else short_label(text, look)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(px(96) if late else px(60))
            if late:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, row, column)
        self.setMinimumHeight(grid.sizeHint().height())
        self.setToolTip(plain_tooltip(", ".join(text for _row, _column, text, _look in texts if text)))
        self.setAccessibleName(", ".join(text for _row, _column, text, _look in texts if text))
        self.clicked.connect(lambda: self.opened.emit(line))


class DeskPage(QWidget):
    """The first page of the day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Meja Kerja")
        self.setAccessibleName(self.title)
        self._desk = desk
        px = desk.look.px
        self._day = plain_label("", "muted")
        content = FlowSheet()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(px(20), px(16), px(20), px(20))
        self._column.setSpacing(px(12))
        self._greeting = plain_label("", "title")
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._greeting)
        head.addWidget(self._day)
        head.addStretch()
        self._column.addLayout(head)
        lines, self._counters = groups(desk)
        for widgets in lines:
            line = QHBoxLayout()
            line.setSpacing(px(16))
            for each in widgets:
                line.addWidget(each, 1)
            self._column.addLayout(line)
        self._remind_head = plain_label(_("Perlu diingatkan hari ini"), "section")
        self._remind_head.hide()
        self._reminders = ReminderPanel(desk)
        self._column.addWidget(self._remind_head)
        self._column.addWidget(self._reminders)
        self._late_head = plain_label(_("Paling lama lewat batas"), "section")
        self._late_card = QFrame()
        self._late_card.setProperty("look", "card")
        self._late = QVBoxLayout(self._late_card)
        self._late.setContentsMargins(px(4), px(4), px(4), px(4))
        self._late.setSpacing(px(2))
        self._column.addWidget(self._late_head)
        self._column.addWidget(self._late_card)
        self._column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._empty = EmptyState(desk.look)
        self._layers = QStackedWidget()
        self._layers.addWidget(scroll)
        self._layers.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)
        self.setFocusProxy(self._counters["not_submitted"])

    def refresh(self) -> None:
        """Counts again."""
        now = self._desk.now
        self._greet()

        def job(office: Office) -> Answer:
            counts = looking_up.desk_counts(office)
            late = looking_up.ids(office, asked=looking_up.queue_filter("overdue", now))
            oldest = looking_up.lines(office, letter_ids=late[::-1][:_LATE_SHOWN])
            everything = looking_up.count(office, asked=LetterFilter(), cap=1)
            return counts, oldest, due_today(office), everything.number == 0

        self._desk.ask(job, self._show, owner=self, replaces="desk")

    def on_changed(self, _changes: Changes) -> None:
        """Anything may have moved a counter; opening the page counts again anyway."""
        if self.isVisible():
            self.refresh()

    def help_keys(self) -> Keys:
        """For F1."""
        return (
            ("← → Tab", _("pindah hitungan")),
            ("Enter", _("buka suratnya")),
            ("H", _("hitungan waktu kerja surat yang lewat batas")),
        )

    def _greet(self) -> None:
        local = self._desk.now.astimezone(self._desk.zone)
        parts = ((10, mark("Selamat pagi")), (15, mark("Selamat siang")), (18, mark("Selamat sore")))
        greeting = next((word for until, word in parts if local.hour < until), mark("Selamat malam"))
        self._greeting.setText(_(greeting))
        self._day.setText(full_day(local.date()))

    def _show(self, answer: Answer) -> None:
        counts, late, due, nothing_yet = answer
        self._reminders.show_due(due)
        self._remind_head.setVisible(not self._reminders.isHidden())
        for each in counts:
            if each.queue in self._counters:
                self._counters[each.queue].show_number(each.number, exact=each.exact)
        reading = Reading(self._desk.now, self._desk.known.calendar)
        while item := self._late.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in late:
            row = _LateRow(self._desk, line, reading)
            row.opened.connect(self._open)
            explain_time(row, self._desk, line.subject, line.held_since or line.registered_at)
            self._late.addWidget(row)
        for part in (self._late_head, self._late_card):
            part.setVisible(bool(late))
        if nothing_yet:
            text = _("Registri ini masih kosong. Mulailah dengan surat pertama yang tiba hari ini.")
            self._empty.show_text(
                text,
                _("Catat surat pertama") + "   Ctrl+N",
                lambda: self._desk.form_asked.emit(Direction.INCOMING),
            )
        self._layers.setCurrentIndex(1 if nothing_yet else 0)

    def _open(self, line: LetterLine) -> None:
        self._desk.page_asked.emit("page_incoming", ShowLetter(line.ref, line.id))
