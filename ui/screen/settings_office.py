"""The sections of the office itself: identity and letterhead, the number pattern, hours and deadlines."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from correspondence.errors import OfficeError
from correspondence.hours import WEEKDAY_CODES
from correspondence.numbering import PLACEHOLDERS, CounterScope
from correspondence.services import keeping
from correspondence.workdays import ZONES
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_fields import Asked
from ui.screen.settings_profile import ProfileForm
from ui.screen.weekdays import weekday_word
from ui.texts import _, mark

_SCOPES = {
    CounterScope.OFFICE: mark("Satu urutan untuk seluruh kantor"),
    CounterScope.KIND: mark("Tiap jenis naskah punya urutan sendiri"),
    CounterScope.CLASSIFICATION: mark("Tiap kode klasifikasi punya urutan sendiri"),
    CounterScope.UNIT: mark("Tiap unit punya urutan sendiri"),
}
_PLACEHOLDER_WORDS = {
    "urut": mark("nomor urut; {urut:3} menulisnya tiga angka, 045"),
    "kode": mark("kode klasifikasi surat, mis. 000.1.2.3"),
    "unit": mark("kode unit pengolah, mis. UM"),
    "kode_opd": mark("kode perangkat daerah, mis. 107.1"),
    "keamanan": mark("sifat keamanan: B, T, R, SR"),
    "bulan": mark("bulan dengan angka, 07"),
    "bulan_romawi": mark("bulan dengan angka Romawi, VII"),
    "tahun": mark("tahun, 2026"),
    "jenis": mark("kode jenis naskah, mis. SP"),
}


def office_section(desk: Desk) -> ProfileForm:
    """Kantor: who the office is."""
    zones = tuple((zone, f"{word} ({zone.partition('/')[2]})") for zone, word in ZONES.items())
    return ProfileForm(
        desk,
        "office",
        _("Kantor"),
        _("Identitas kantor. Nama dan alamatnya tercantum pada kop setiap kertas yang dicetak."),
        (
            Asked(
                "name",
                _("Nama kantor"),
                hint=_("Seperti pada kop surat, mis. Bagian Umum Sekretariat Daerah"),
            ),
            Asked("parent", _("Baris di atas nama"), hint=_("Mis. PEMERINTAH KOTA KEDIRI")),
            Asked("address", _("Alamat")),
            Asked("postcode", _("Kode pos")),
            Asked("phone", _("Telepon")),
            Asked("email", _("Surel")),
            Asked("website", _("Laman")),
            Asked("place", _("Tempat"), hint=_("Ditulis di depan tanggal surat, mis. Kediri")),
            Asked("opd_code", _("Kode perangkat daerah"), hint=_("Dipakai {kode_opd} pada pola nomor")),
            Asked(
                "default_unit_code",
                _("Kode unit bawaan"),
                hint=_("Dipakai {unit} pada pola nomor bila surat tidak punya unit"),
            ),
            Asked("zone", _("Zona waktu"), choices=zones),
            Asked(
                "instructions",
                _("Petunjuk pada lembar disposisi"),
                hint=_("Pisahkan dengan titik koma: Tanggapan dan Saran; Proses lebih lanjut"),
            ),
        ),
    )


def hours_section(desk: Desk) -> ProfileForm:
    """Jam kerja & tenggat: what deadlines and waiting times are counted by."""
    hint = _("Mis. 07.30-12.00, 12.30-16.00; kosongkan bila libur")
    days = tuple(
        Asked(f"hours.{code}", weekday_word(number), hint="" if number else hint)
        for number, code in enumerate(WEEKDAY_CODES)
    )
    return ProfileForm(
        desk,
        "hours",
        _("Jam kerja & tenggat"),
        _("Tenggat dan lama menunggu dihitung dari jam kerja ini, tanpa hari libur."),
        (
            *days,
            Asked(
                "deadline_sangat_segera_hours",
                _("Tenggat surat sangat segera"),
                hint=_("jam sesudah diterima"),
            ),
            Asked("deadline_segera_hours", _("Tenggat surat segera"), hint=_("jam sesudah diterima")),
            Asked("deadline_biasa_workdays", _("Tenggat surat biasa"), hint=_("hari kerja sesudah diterima")),
        ),
    )


class NumberForm(ProfileForm):
    """The pattern with its preview, and every placeholder as a button that types it."""

    def __init__(self, desk: Desk) -> None:
        self._preview = plain_label("", "heading", wrap=True, select=True)
        self._preview.setObjectName("number_preview")
        self._preview.setAccessibleName(_("Contoh nomor"))
        super().__init__(
            desk,
            "number",
            _("Nomor surat"),
            _("Nomor surat keluar disusun menurut pola ini ketika surat diberi nomor."),
            (
                Asked(
                    "number_pattern", _("Pola nomor"), hint=_("Klik sebutan di bawah untuk menyisipkannya")
                ),
                Asked(
                    "number_scope",
                    _("Urutan nomor"),
                    hint=_("Urutan mulai lagi dari 1 setiap awal tahun"),
                    choices=tuple((str(scope), _(word)) for scope, word in _SCOPES.items()),
                ),
            ),
        )
        self.insert_after("number_pattern", self._below_pattern())
        self.typed.connect(self._look_ahead)
        self._look_ahead()

    def _below_pattern(self) -> QWidget:
        px = self._desk.look.px
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(plain_label(_("Contoh: surat ke-123 hari ini"), "muted"))
        column.addWidget(self._preview)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(sorted(PLACEHOLDERS, key=list(_PLACEHOLDER_WORDS).index)):
            button = push_button(f"{{{name}}}", name=f"insert_{name}")
            button.setAccessibleName(_("Sisipkan {name}").format(name=name))
            button.clicked.connect(lambda _down=False, text=f"{{{name}}}": self._insert(text))
            grid.addWidget(button, row, 0)
            grid.addWidget(plain_label(_(_PLACEHOLDER_WORDS[name]), "muted", wrap=True), row, 1)
        column.addLayout(grid)
        return box

    def _insert(self, text: str) -> None:
        field = self.rows["number_pattern"].field
        if isinstance(field, QLineEdit):
            field.insert(text)
            field.setFocus()
            field.textEdited.emit(field.text())

    def _look_ahead(self) -> None:
        pattern, scope = self.rows["number_pattern"].text(), self.rows["number_scope"].text()
        self._desk.ask(
            lambda office: keeping.preview_number(office, pattern=pattern, scope=scope),
            self._show_preview,
            owner=self,
            replaces="preview",
            on_error=self._show_wrong,
        )

    def _show_preview(self, number: str) -> None:
        self._preview.setText(number)
        self.rows["number_pattern"].calm()

    def _show_wrong(self, error: OfficeError) -> None:
        self._preview.setText("—")
        self.rows["number_pattern"].complain(sentence(error), focus=False)
