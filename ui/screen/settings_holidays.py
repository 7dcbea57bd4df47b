"""The section of days off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from correspondence.errors import Refused
from correspondence.services import keeping
from correspondence.workdays import DayOff, DayOffKind
from ui import formats
from ui.screen.desk import Desk
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.settings_import import ListImport
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.screen.weekdays import weekday_word
from ui.texts import _, mark, n_

_DAY_OFF_WORDS = {
    DayOffKind.HOLIDAY: mark("Libur nasional"),
    DayOffKind.COLLECTIVE_LEAVE: mark("Cuti bersama"),
    DayOffKind.LOCAL: mark("Libur daerah"),
}


class HolidaysSection(QWidget):
    """Hari libur: by year, because a decree names a year."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_holidays")
        self.title = _("Hari libur")
        self._desk = desk
        self._days: Mapping[date, DayOff] = {}
        self._year = QComboBox()
        self._year.setObjectName("holiday_year")
        self._year.setAccessibleName(_("Tahun"))
        self._year.activated.connect(lambda _row: self._show())
        self.list = ListCard(
            desk.look,
            "holidays_view",
            self.title,
            (_("Tanggal"), _("Hari"), _("Nama"), _("Macam")),
            empty=_("Belum ada hari libur pada tahun ini. Tambahkan satu per satu, atau impor dari berkas."),
            wide=2,
        )
        self.list.add_widget(self._year)
        self.list.add_button(_("Tambah hari libur"), "add_holiday", self.add, look="primary")
        self.list.add_button(_("Hapus"), "remove_holiday", self.remove, for_row=True)
        self.imports = ListImport(desk, self, "holidays", self.title)
        self.list.add_button(_("Impor dari berkas …"), "import_holidays", self.imports.choose)
        layout = section_layout(
            self,
            desk,
            self.title,
            _(
                "Libur nasional dan cuti bersama. Hari-hari ini tidak dihitung dalam tenggat dan lama menunggu."
            ),
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self.imports)
        self.list.view.removal_asked.connect(self.remove)
        self.imports.done.connect(self.refresh)
        desk.looked_around.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._desk.ask(keeping.holidays, self._take, owner=self, replaces="holidays")

    def add(self) -> None:
        asked = (
            Asked("day", _("Tanggal"), hint=_("Mis. 17 Agustus 2026"), day=True),
            Asked("name", _("Nama"), hint=_("Mis. Hari Kemerdekaan")),
            Asked("collective", _("Cuti bersama"), tick=True),
        )

        def job_of(form: FormDialog) -> Job:
            values, day = form.values(), form.day("day")
            if day is None:
                raise Refused("date_unreadable", "day", {"typed": ""})
            self._choose_year(day.year)
            return lambda office: keeping.put_holiday(
                office, day=day, name=values["name"], collective=bool(values["collective"])
            )

        FormDialog(
            self._desk, _("Tambah hari libur"), asked, job_of, self, done=_("Hari libur ditambahkan.")
        ).open()

    def remove(self) -> None:
        """Takes the day out; the message bar brings it back."""
        row = self.list.current
        if row is None or not isinstance(row.key, date):
            return
        day, off = row.key, self._days[row.key]

        def put_back() -> None:
            collective = off.kind is DayOffKind.COLLECTIVE_LEAVE
            self._desk.do(
                lambda office: keeping.put_holiday(office, day=day, name=off.name, collective=collective),
                on_error=self._desk.say_wrong,
            )

        self._desk.do(
            lambda office: keeping.remove_holiday(office, day=day),
            on_done=lambda _changes: self._desk.say(
                _("{day} menjadi hari kerja lagi.").format(day=formats.day(day)),
                action=_("Urungkan"),
                then=put_back,
            ),
            on_error=self._desk.say_wrong,
        )

    def _take(self, days: Mapping[date, DayOff]) -> None:
        self._days = days
        self._choose_year(int(self._year.currentData() or self._desk.today.year))
        self._show()

    def _choose_year(self, year: int) -> None:
        years = sorted({day.year for day in self._days} | {self._desk.today.year, year})
        self._year.clear()
        for each in years:
            self._year.addItem(str(each), each)
        self._year.setCurrentIndex(years.index(year))

    def _show(self) -> None:
        year = int(self._year.currentData())
        rows = [_holiday_row(day, off) for day, off in sorted(self._days.items()) if day.year == year]
        count = n_("{count} hari libur pada tahun {year}", len(rows)).format(count=len(rows), year=year)
        self.list.show_rows(rows, count if rows else "")


def _holiday_row(day: date, off: DayOff) -> Row:
    texts = (formats.day(day), weekday_word(day.weekday()), off.name, _(_DAY_OFF_WORDS[off.kind]))
    return Row(day, texts)
