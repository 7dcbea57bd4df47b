"""The section of the units."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from correspondence.services import keeping
from ui.screen.desk import Desk
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _


class UnitsSection(QWidget):
    """Unit: the parts of the office that answer for letters."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_units")
        self.title = _("Unit")
        self._desk = desk
        self.list = ListCard(
            desk.look,
            "units_view",
            self.title,
            (_("Nama unit"), _("Kode")),
            empty=_(
                "Belum ada unit. Tambahkan subbagian atau seksi yang mengolah surat, mis. Subbagian Keuangan."
            ),
        )
        self.list.add_button(_("Tambah unit"), "add_unit", self.add, look="primary")
        layout = section_layout(
            self, desk, self.title, _("Unit pengolah surat. Kodenya dipakai {unit} pada pola nomor.")
        )
        layout.addWidget(self.list, 1)
        desk.looked_around.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        units = self._desk.known.directory.units
        self.list.show_rows([Row(each, (each.name, each.code), faded=not each.active) for each in units])

    def add(self) -> None:
        asked = (
            Asked("name", _("Nama unit"), hint=_("Mis. Subbagian Umum dan Kepegawaian")),
            Asked("code", _("Kode"), hint=_("Singkat, seperti pada nomor surat, mis. UMPEG")),
        )

        def job_of(form: FormDialog) -> Job:
            values = form.values()
            return lambda office: keeping.add_unit(office, **values)

        FormDialog(self._desk, _("Tambah unit"), asked, job_of, self, done=_("Unit ditambahkan.")).open()
