"""The section of people: officers with their appointments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.directory import OfficerLine
from correspondence.office import Office
from correspondence.people import Appointment, Capacity, signature_block
from correspondence.services import keeping
from correspondence.services.leaving import left_behind
from ui import formats
from ui.leaving_words import left_behind_words, unheld_words
from ui.screen.desk import Desk
from ui.screen.plain import plain_label
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _, n_
from ui.words import capacity_word


def section_layout(section: QWidget, desk: Desk, title: str, purpose: str) -> QVBoxLayout:
    """The heading every section of a list begins with."""
    layout = QVBoxLayout(section)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(desk.look.px(8))
    layout.addWidget(plain_label(title, "heading", wrap=True))
    layout.addWidget(plain_label(purpose, "muted", wrap=True))
    return layout


class OfficersSection(QWidget):
    """Pejabat: who initials, signs and receives dispositions, and in what capacity today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_officers")
        self.title = _("Pejabat")
        self._desk = desk
        self.list = ListCard(
            desk.look,
            "officers_view",
            self.title,
            (_("Nama"), _("Jabatan sekarang"), _("Unit"), _("NIP"), _("Pangkat")),
            empty=_(
                "Belum ada pejabat. Tambahkan pimpinan lebih dulu: namanya tercetak di blok tanda tangan."
            ),
            wide=1,
        )
        self.list.add_button(_("Tambah pejabat"), "add_officer", self.add, look="primary")
        self.list.add_button(_("Ubah"), "change_officer", self.change, for_row=True)
        self.list.add_button(_("Angkat dalam jabatan"), "appoint", self.appoint, for_row=True)
        self.list.add_button(_("Catat berhenti"), "officer_left", self.leave, for_row=True)
        self._block = plain_label("", "muted", wrap=True)
        self._block.setObjectName("signature_block")
        layout = section_layout(
            self,
            desk,
            self.title,
            _(
                "Yang memaraf, menandatangani, dan menerima disposisi. Surat lama tetap memuat pejabat pada masanya."
            ),
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self._block)
        self.list.view.opened.connect(self.change)
        self.list.chosen.connect(self._show_block)
        desk.looked_around.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        lines = self._desk.known.directory.officers
        serving = sum(line.serving for line in lines)
        count = n_("{count} pejabat aktif", serving).format(count=formats.number(serving)) if lines else ""
        self.list.show_rows([_officer_row(line) for line in lines], count)

    @property
    def _line(self) -> OfficerLine | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, OfficerLine) else None

    def add(self) -> None:
        asked = (
            *_own_fields(),
            Asked("position", _("Jabatan"), hint=_("Mis. Kepala Bagian Umum")),
            Asked("unit", _("Unit"), choices=_units(self._desk)),
        )

        def job_of(form: FormDialog) -> Job:
            values = form.values()
            return lambda office: keeping.add_officer(office, **values)

        FormDialog(
            self._desk, _("Tambah pejabat"), asked, job_of, self, done=_("Pejabat ditambahkan.")
        ).open()

    def change(self) -> None:
        line = self._line
        if line is None:
            return
        who = line.officer

        def job_of(form: FormDialog) -> Job:
            values = form.values()
            return lambda office: keeping.change_officer(office, officer_id=who.id, **values)

        asked = _own_fields(who.name, who.nip, who.rank, who.phone)
        FormDialog(self._desk, _("Ubah pejabat"), asked, job_of, self, done=_("Pejabat diubah.")).open()

    def appoint(self) -> None:
        line = self._line
        if line is None:
            return
        name = line.officer.name
        capacities = tuple((str(each), capacity_word(each)) for each in Capacity)
        asked = (
            Asked("position", _("Jabatan"), hint=_("Untuk Plt. dan Plh.: jabatan yang digantikan")),
            Asked("capacity", _("Sebagai"), choices=capacities),
            Asked("principal", _("Atas nama jabatan"), hint=_("Hanya untuk a.n. dan u.b.")),
            Asked(
                "delegate", _("Jabatan di antaranya"), hint=_("Hanya untuk u.b.: penerima a.n. yang pertama")
            ),
            Asked("unit", _("Unit"), choices=_units(self._desk)),
            Asked("first", _("Mulai tanggal"), hint=_("Kosong berarti sejak hari ini"), day=True),
            Asked("last", _("Sampai tanggal"), hint=_("Kosong berarti sampai ada penggantinya"), day=True),
        )
        told = [_("Jabatan dicatat.")]

        def job_of(form: FormDialog) -> Job:
            values = form.values()
            first, last = form.day("first"), form.day("last")
            told[1:] = [unheld_words(values["principal"], self._desk.known.directory.officers)]
            return lambda office: keeping.appoint(
                office,
                officer=name,
                position=values["position"],
                capacity=Capacity(values["capacity"]),
                unit=values["unit"],
                principal=values["principal"],
                delegate=values["delegate"],
                first_day=first,
                last_day=last,
            )

        def done() -> str:
            return " ".join(each for each in told if each)

        FormDialog(self._desk, _("Angkat dalam jabatan"), asked, job_of, self, note=name, done=done).open()

    def leave(self) -> None:
        line = self._line
        if line is None:
            return
        name = line.officer.name

        told = [_("Dicatat.")]

        def job_of(form: FormDialog) -> Job:
            on = form.day("on") or self._desk.today

            def job(office: Office) -> Changes:
                changes = keeping.officer_left(office, officer=name, on=on)
                told[1:] = left_behind_words(left_behind(office, officer=name, on=on))
                return changes

            return job

        def done() -> str:
            return " ".join(told)

        asked = (Asked("on", _("Hari terakhir bertugas"), hint=_("Kosong berarti hari ini"), day=True),)
        note = _("{name} tidak lagi ditawarkan pada surat baru; surat lama tidak berubah.").format(name=name)
        FormDialog(self._desk, _("Catat berhenti"), asked, job_of, self, note=note, done=done).open()

    def _show_block(self) -> None:
        """How the officer signs today, as it will be printed."""
        line = self._line
        if line is None or line.appointment is None:
            self._block.setText("")
            return
        block = signature_block(line.officer, line.appointment)
        parts = [" ".join(block.heads), block.name, block.rank, f"NIP {block.nip}" if block.nip else ""]
        self._block.setText(
            _("Blok tanda tangan: {block}").format(block=" · ".join(each for each in parts if each))
        )


def _own_fields(name: str = "", nip: str = "", rank: str = "", phone: str = "") -> tuple[Asked, ...]:
    return (
        Asked("name", _("Nama"), name, _("Lengkap dengan gelar, seperti pada surat")),
        Asked("nip", _("NIP"), nip),
        Asked("rank", _("Pangkat"), rank, _("Mis. Pembina (IV/a)")),
        Asked("phone", _("Telepon"), phone),
    )


def _units(desk: Desk) -> Sequence[tuple[str, str]]:
    return (("", _("(tanpa unit)")), *((each.name, each.name) for each in desk.known.directory.units))


def _officer_row(line: OfficerLine) -> Row:
    who = line.officer
    position = " · ".join(_held(each) for each in line.appointments) or "—"
    if not line.serving:
        position = _("berhenti {day}").format(day=formats.day(who.left_on))
    return Row(line, (who.name, position, line.unit, who.nip, who.rank), faded=not line.serving)


def _held(appointment: Appointment) -> str:
    """`Pelaksana harian (Plh.): Camat`; of a definitive one the position alone."""
    if appointment.capacity is Capacity.DEFINITIVE:
        return appointment.position
    return f"{capacity_word(appointment.capacity)}: {appointment.position}"
