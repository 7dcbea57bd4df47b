"""Which month or year, and whose letters: a typed period between two arrows, and the unit beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from correspondence.dates import FIRST_YEAR, LAST_YEAR, Month, read_month
from correspondence.errors import OfficeError, Refused
from ui import formats
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button, set_look
from ui.texts import _


@dataclass(frozen=True, slots=True)
class Period:
    """A month, or a whole year when `yearly`."""

    month: Month
    yearly: bool = False

    @property
    def label(self) -> str:
        return str(self.month.year) if self.yearly else formats.month(self.month)

    def moved(self, by: int) -> Period:
        """The next (1) or the previous (-1) one; Refused outside the years of the calendar."""
        if self.yearly:
            return Period(Month(self.month.year + by, self.month.month), yearly=True)
        return Period(self.month.next() if by > 0 else self.month.previous())


def read_period(typed: str, *, yearly: bool, month: int) -> Period:
    """`2026-10`, `Oktober 2026`; a year reads `2026`. `month` is kept for going back to months."""
    text = typed.strip()
    if not yearly:
        return Period(read_month(text))
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise Refused("year_out_of_range", "year", {"year": text})
    return Period(Month(int(text), month), yearly=True)


class PeriodBar(QWidget):
    """`chosen` is sent when the period or the unit became another one."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.period = Period(Month.of(desk.today))
        self._field = QLineEdit()
        self._field.setObjectName("period")
        self._field.setMaximumWidth(desk.look.px(170))
        self._unit = QComboBox()
        self._unit.setObjectName("report_unit")
        self._unit.setAccessibleName(_("Unit pengolah"))
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.setObjectName("period_wrong")
        self._wrong.hide()
        self._previous = push_button("‹", name="previous_period")
        self._next = push_button("›", name="next_period")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(8))
        for button in (self._previous, self._next):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for widget in (self._previous, self._field, self._next, self._unit):
            row.addWidget(widget)
        self._note = plain_label("", "muted")
        self._note.setObjectName("period_note")
        row.addWidget(self._note)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(desk.look.px(4))
        outer.addLayout(row)
        outer.addWidget(self._wrong)
        self._previous.clicked.connect(lambda: self.move_by(-1))
        self._next.clicked.connect(lambda: self.move_by(1))
        self._previous.setShortcut("Alt+Left")
        self._next.setShortcut("Alt+Right")
        self._field.returnPressed.connect(self._read)
        self._field.editingFinished.connect(self._read)
        self._unit.activated.connect(lambda _row: self.chosen.emit())
        self.fill_units()
        self._show()

    @property
    def unit(self) -> str:
        """The unit's name, "" for the whole office."""
        return str(self._unit.currentData() or "")

    def fill_units(self) -> None:
        """Reads the units of the directory; the chosen one stays when it is still there."""
        kept = self.unit
        self._unit.clear()
        self._unit.addItem(_("Seluruh kantor"), "")
        for unit in self._desk.known.directory.units:
            self._unit.addItem(unit.name, unit.name)
        self._unit.setCurrentIndex(max(0, self._unit.findData(kept)))
        self._unit.setVisible(self._unit.count() > 1)

    def say_note(self, text: str) -> None:
        """Beside the period: how far a running month has come."""
        self._note.setText(text)

    def show_years(self, yearly: bool) -> None:
        """Whole years instead of months, or back."""
        self.period = Period(self.period.month, yearly=yearly)
        self._show()

    def move_by(self, by: int) -> None:
        try:
            self._take(self.period.moved(by))
        except OfficeError as error:
            self._say(sentence(error))

    def _read(self) -> None:
        if self._field.text().strip() == self.period.label:
            self._say("")
            return
        try:
            asked = read_period(self._field.text(), yearly=self.period.yearly, month=self.period.month.month)
        except OfficeError as error:
            self._say(sentence(error))
            return
        self._take(asked)

    def _take(self, period: Period) -> None:
        changed = period != self.period
        self.period = period
        self._show()
        if changed:
            self.chosen.emit()

    def _show(self) -> None:
        yearly = self.period.yearly
        self._field.setText(self.period.label)
        self._field.setAccessibleName(_("Tahun") if yearly else _("Bulan"))
        self._field.setToolTip(
            _("Ketik tahun, misalnya 2026")
            if yearly
            else _("Ketik bulan, misalnya 2026-10 atau Oktober 2026")
        )
        back, forth = (
            (_("Tahun sebelumnya"), _("Tahun berikutnya"))
            if yearly
            else (_("Bulan sebelumnya"), _("Bulan berikutnya"))
        )
        for button, word, keys in ((self._previous, back, "Alt+←"), (self._next, forth, "Alt+→")):
            button.setAccessibleName(word)
            button.setToolTip(f"{word}  {keys}")
        # Nothing has been counted yet of what has not begun.
        self._next.setEnabled(not self._is_ahead())
        self._say("")

    def _is_ahead(self) -> bool:
        """Whether the next period is still to come."""
        today = self._desk.today
        return self.period.month.year >= today.year if self.period.yearly else self.period.month.last >= today

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        set_look(self._field, "wrong", bool(text))
