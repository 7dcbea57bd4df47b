"""The section of dated hours: Ramadan, a market day, a Saturday that is worked instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from correspondence.errors import OfficeError, Refused
from correspondence.hours import WEEKDAY_CODES, day_hours_text, read_day_hours
from correspondence.services import other_hours
from correspondence.services.other_hours import Days
from correspondence.workdays import DatedHours
from ui import formats
from ui.screen.desk import Desk
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _, n_
from ui.week_words import week_line, weekday_word


class OtherHoursSection(QWidget):
    """Jam kerja khusus: what counts in place of the usual week, from a day to a day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_other_hours")
        self.title = _("Jam kerja khusus")
        self._desk = desk
        self.list = ListCard(
            desk.look,
            "other_hours_view",
            self.title,
            (_("Sebab"), _("Dari"), _("Sampai"), _("Jam kerja")),
            empty=_(
                "Belum ada jam kerja khusus: jam mingguan berlaku sepanjang tahun. "
                "Tambahkan misalnya jam kerja Ramadan, hari pasar, atau Sabtu yang dikerjakan."
            ),
            wide=3,
        )
        self.list.add_button(_("Tambah jam khusus"), "add_hours", self.add, look="primary")
        self.list.add_button(_("Ubah"), "change_hours", self.change, for_row=True)
        self.list.add_button(_("Hapus"), "remove_hours", self.remove, for_row=True)
        layout = section_layout(
            self,
            desk,
            self.title,
            _(
                "Menggantikan jam mingguan pada tanggal tertentu. Lama menunggu dan tenggat langsung disesuaikan."
            ),
        )
        layout.addWidget(self.list, 1)
        self.list.view.opened.connect(self.change)
        self.list.view.removal_asked.connect(self.remove)
        desk.looked_around.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Reads them again."""
        self._desk.ask(other_hours.dated_hours, self._show, owner=self, replaces="other_hours")

    def add(self) -> None:
        """Another exception."""
        HoursForm(self._desk, None, self).open()

    def change(self) -> None:
        """The chosen one, in place."""
        if self._chosen is not None:
            HoursForm(self._desk, self._chosen, self).open()

    def remove(self) -> None:
        """Takes it out; the message bar brings it back."""
        gone = self._chosen
        if gone is None:
            return

        def put_back() -> None:
            self._desk.do(
                lambda office: other_hours.put_dated_hours(
                    office, first=gone.first, last=gone.last, hours=_typed(gone), name=gone.name
                ),
                on_error=self._desk.say_wrong,
            )

        self._desk.do(
            lambda office: other_hours.remove_dated_hours(office, first=gone.first, last=gone.last),
            on_done=lambda _changes: self._desk.say(
                _("Jam kerja khusus “{name}” dihapus.").format(name=gone.name),
                action=_("Urungkan"),
                then=put_back,
            ),
            on_error=self._desk.say_wrong,
        )

    @property
    def _chosen(self) -> DatedHours | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, DatedHours) else None

    def _show(self, known: Sequence[DatedHours]) -> None:
        today = self._desk.today
        rows = [
            Row(
                each,
                (each.name, formats.day(each.first), formats.day(each.last), week_line(each.hours)),
                faded=each.last < today,
            )
            for each in known
        ]
        count = n_("{count} jam kerja khusus", len(rows)).format(count=formats.number(len(rows)))
        self.list.show_rows(rows, count if rows else "")


class HoursForm(FormDialog):
    """One span fills the days it means; a day that was typed by hand keeps its own."""

    def __init__(self, desk: Desk, known: DatedHours | None, parent: QWidget) -> None:
        self._own: set[str] = set()
        self._instead: Days | None = (known.first, known.last) if known else None
        title = _("Ubah jam kerja khusus") if known else _("Tambah jam kerja khusus")
        super().__init__(
            desk,
            title,
            _asked(known),
            lambda _form: self._job(),
            parent,
            done=_("Jam kerja khusus disimpan."),
        )
        self._beside(("first", "last"))
        self._beside(WEEKDAY_CODES)
        for name in ("first", "last", "hours"):
            self.rows[name].edited.connect(self._spread)
        for code in WEEKDAY_CODES:
            self.rows[code].edited.connect(lambda code=code: self._own.add(code))

    def _beside(self, names: Sequence[str]) -> None:
        """These fields in two columns: below each other they would be taller than a small screen."""
        first = self.rows[names[0]]
        sheet = first.parentWidget()
        column = sheet.layout() if sheet is not None else None
        if not isinstance(column, QVBoxLayout):
            raise TypeError(column)
        place = column.indexOf(first)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._desk.look.px(16))
        grid.setVerticalSpacing(self._desk.look.px(8))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        half = (len(names) + 1) // 2
        for number, name in enumerate(names):
            column.removeWidget(self.rows[name])
            grid.addWidget(self.rows[name], number % half, number // half, Qt.AlignmentFlag.AlignTop)
        column.insertLayout(place, grid)
        room = self.screen().availableGeometry().height()
        self.resize(
            self.width(), min(column.totalHeightForWidth(self.width()) + self._desk.look.px(110), room)
        )

    def _period(self) -> tuple[date, date] | None:
        """The days typed; None while they cannot be read."""
        try:
            first, last = self.day("first"), self.day("last")
        except OfficeError:
            return None
        return (first, last or first) if first is not None else None

    def _spread(self) -> None:
        """Writes the span into the days that nobody typed by hand."""
        period, usual = self._period(), self.rows["hours"].text().strip()
        try:
            read_day_hours(usual)
        except Refused:
            return  # still being typed
        if not usual:
            return
        week = self._desk.known.calendar.hours
        meant = other_hours.days_meant(week, *period) if period and period[0] <= period[1] else ()
        for code in WEEKDAY_CODES:
            if code not in self._own:
                self.rows[code].put(usual if code in meant else "")

    def _job(self) -> Job:
        values, first = self.values(), self.day("first")
        if first is None:
            raise Refused("date_unreadable", "first", {"typed": ""})
        last, instead = self.day("last") or first, self._instead
        read_day_hours(values["hours"])
        hours = {code: values[code] for code in WEEKDAY_CODES}
        return lambda office: other_hours.put_dated_hours(
            office, first=first, last=last, hours=hours, name=values["name"], instead=instead
        )


def _asked(known: DatedHours | None) -> Sequence[Asked]:
    first, last = (formats.day(known.first), formats.day(known.last)) if known else ("", "")
    typed = _typed(known) if known else {}
    days = [
        Asked(code, weekday_word(number), typed.get(code, "")) for number, code in enumerate(WEEKDAY_CODES)
    ]
    return (
        Asked("name", _("Sebab"), known.name if known else "", hint=_("Mis. Ramadan 1447 H, hari pasar")),
        Asked("first", _("Dari tanggal"), first, hint=_("Mis. 18 Februari 2026"), day=True),
        Asked("last", _("Sampai tanggal"), last, hint=_("Kosongkan bila satu hari saja"), day=True),
        Asked(
            "hours",
            _("Jam kerja"),
            hint=_("Mis. 08.00-15.00: mengisi hari-hari kerja di bawah; yang berbeda diubah satu per satu"),
        ),
        *days,
    )


def _typed(known: DatedHours) -> dict[str, str]:
    return {code: day_hours_text(spans) for code, spans in zip(WEEKDAY_CODES, known.hours, strict=True)}
