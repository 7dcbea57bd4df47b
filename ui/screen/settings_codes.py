"""The section of classification codes: thousands of them, found by a word or a beginning, old and new side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from correspondence.classification import ClassificationCode
from correspondence.services import looking_up
from ui import formats
from ui.screen.desk import Desk
from ui.screen.settings_import import ListImport
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.texts import _, mark, n_

_REGIMES = {
    "permendagri-83-2022": mark("Permendagri 83/2022"),
    "permendagri-78-2012": mark("Permendagri 78/2012 (lama)"),
}
# Both national tables hold 5,301; a region's own adds some. Beyond that the list says that it was cut.
MOST = 12_000


def regime_word(regime: str) -> str:
    """Permendagri 83/2022; a region's own scheme is called what it calls itself."""
    return _(_REGIMES[regime]) if regime in _REGIMES else regime


class CodesSection(QWidget):
    """Kode klasifikasi. A letter keeps the code it was given, whatever is imported later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_codes")
        self.title = _("Kode klasifikasi")
        self._desk = desk
        self._words = QLineEdit()
        self._words.setObjectName("search")
        self._words.setAccessibleName(_("Cari kode klasifikasi"))
        self._words.setPlaceholderText(_("Cari kode atau kata …  Ctrl+F"))
        self._words.setMinimumWidth(desk.look.px(220))
        self._words.setClearButtonEnabled(True)
        self._regime = QComboBox()
        self._regime.setObjectName("regime")
        self._regime.setAccessibleName(_("Peraturan"))
        self._regime.addItem(_("Semua peraturan"), "")
        for code in _REGIMES:
            self._regime.addItem(regime_word(code), code)
        self.list = ListCard(
            desk.look,
            "codes_view",
            self.title,
            (_("Kode"), _("Uraian"), _("Peraturan"), _("Retensi")),
            empty="",
            wide=1,
        )
        self.imports = ListImport(desk, self, "codes", self.title)
        self.list.add_widget(self._words)
        self.list.add_widget(self._regime)
        self.list.add_button(_("Impor dari berkas …"), "import_codes", self.imports.choose, look="primary")
        layout = section_layout(
            self,
            desk,
            self.title,
            _("Kode lama dan baru berdampingan; surat lama tetap memakai kode pada masanya."),
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self.imports)
        self._typing = QTimer(self, singleShot=True, interval=120)
        self._typing.timeout.connect(self.refresh)
        self._words.textChanged.connect(lambda _text: self._typing.start())
        self._regime.activated.connect(lambda _row: self.refresh())
        self.imports.done.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        words, regime = self._words.text().strip(), str(self._regime.currentData())
        self._desk.ask(
            lambda office: looking_up.codes(office, words=words, regime=regime or None, limit=MOST),
            self._show,
            owner=self,
            replaces="codes",
        )

    def _show(self, codes: Sequence[ClassificationCode]) -> None:
        searched = self._words.text().strip() or self._regime.currentData()
        self.list.say_empty(
            _("Tidak ada kode yang cocok. Coba kata lain, atau pilih semua peraturan.")
            if searched
            else _("Belum ada kode klasifikasi. Impor tabel kode daerah dari berkas CSV atau Excel.")
        )
        self.list.show_rows([_code_row(each) for each in codes], _counted(codes))


def _code_row(code: ClassificationCode) -> Row:
    return Row(code, (code.code, code.label, regime_word(code.regime), _retention(code)))


def _retention(code: ClassificationCode) -> str:
    years = [each for each in (code.active_years, code.inactive_years) if each is not None]
    parts = [_("{years} tahun").format(years="+".join(map(str, years)))] if years else []
    return " · ".join([*parts, *([code.fate] if code.fate else [])]) or "—"


def _counted(codes: Sequence[ClassificationCode]) -> str:
    if not codes:
        return ""
    whole = n_("{count} kode", len(codes)).format(count=formats.number(len(codes)))
    by_regime = Counter(each.regime for each in codes)
    parts = [f"{formats.number(number)} {regime_word(regime)}" for regime, number in by_regime.most_common()]
    more = " · " + _("masih ada lagi, persempit pencarian") if len(codes) >= MOST else ""
    return f"{whole}: {', '.join(parts)}{more}"
