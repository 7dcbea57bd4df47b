"""Pengaturan: the office's own lists and settings, a section at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes, Topic
from ui.screen.desk import Desk
from ui.screen.plain import plain_label
from ui.screen.settings_codes import CodesSection
from ui.screen.settings_holidays import HolidaysSection
from ui.screen.settings_hours import OtherHoursSection
from ui.screen.settings_kinds import KindsSection
from ui.screen.settings_office import NumberForm, hours_section, office_section
from ui.screen.settings_paper import PaperForm
from ui.screen.settings_people import OfficersSection
from ui.screen.settings_profile import ProfileForm
from ui.screen.settings_soundness import SoundnessSection
from ui.screen.settings_templates import TemplatesSection
from ui.screen.settings_units import UnitsSection
from ui.screen.settings_user_forms import rights_note
from ui.screen.settings_users import UsersSection
from ui.texts import _, mark


@dataclass(frozen=True, slots=True)
class _Section:
    """A row at the left; the section is made when it is first opened."""

    name: str
    word: str
    maker: Callable[[Desk], QWidget]


SECTIONS: tuple[_Section, ...] = (
    _Section("office", mark("Kantor"), office_section),
    _Section("paper", mark("Kertas & kop"), PaperForm),
    _Section("number", mark("Nomor surat"), NumberForm),
    _Section("hours", mark("Jam kerja & tenggat"), hours_section),
    _Section("holidays", mark("Hari libur"), HolidaysSection),
    _Section("other_hours", mark("Jam kerja khusus"), OtherHoursSection),
    _Section("officers", mark("Pejabat"), OfficersSection),
    _Section("units", mark("Unit"), UnitsSection),
    _Section("kinds", mark("Jenis surat"), KindsSection),
    _Section("codes", mark("Kode klasifikasi"), CodesSection),
    _Section("templates", mark("Templat"), TemplatesSection),
    _Section("soundness", mark("Periksa registri"), SoundnessSection),
    _Section("users", mark("Pengguna"), UsersSection),
)


class SettingsPage(QWidget):
    """Sections at the left, one of them open; typing that was not kept is asked about before another opens."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Pengaturan")
        self.setObjectName("page_settings")
        self._desk = desk
        self._made: dict[str, QWidget] = {}
        self._open = ""
        self._list = QListWidget()
        self._list.setObjectName("settings_sections")
        self._list.setAccessibleName(_("Bagian pengaturan"))
        self._list.setProperty("look", "popup")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in SECTIONS:
            item = QListWidgetItem(_(section.word))
            item.setData(Qt.ItemDataRole.UserRole, section.name)
            self._list.addItem(item)
        self._stack = QStackedWidget()
        self._lay_out()
        self._list.currentRowChanged.connect(self._on_row)
        # Enter goes into the section, as a click on it would.
        self._list.itemActivated.connect(lambda _item: self._list.focusNextChild())
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)
        self.setFocusProxy(self._list)
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        px = self._desk.look.px
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + px(44))
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(plain_label(self.title, "title"))
        note = rights_note(self._desk.known.role)
        if note:
            layout.addWidget(plain_label(note, "muted", wrap=True))
        layout.addLayout(row, 1)

    @property
    def section(self) -> QWidget:
        """The section that is open."""
        return self._made[self._open]

    def receive(self, request: object) -> None:
        """Opens a section by name: another page may send somebody here to mend something."""
        names = [each.name for each in SECTIONS]
        if request in names:
            self._list.setCurrentRow(names.index(str(request)))
        self.refresh()

    def refresh(self) -> None:
        """Reads the office anew; fields that hold typing keep it."""
        self._desk.look_around()
        section = self._made.get(self._open)
        refresh = getattr(section, "refresh", None)
        if refresh is not None and not isinstance(section, ProfileForm):
            refresh()

    def on_changed(self, changes: Changes) -> None:
        """Names come with the surroundings; codes, days off and accounts are read by their own sections."""
        for topic, name in ((Topic.CODES, "codes"), (Topic.HOLIDAYS, "holidays"), (Topic.ACCOUNTS, "users")):
            section = self._made.get(name)
            if topic in changes.topics and section is not None:
                section.refresh()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Ctrl+S."""
        section = self._made.get(self._open)
        if isinstance(section, ProfileForm):
            section.save()

    def holds_typing(self) -> bool:
        return any(isinstance(each, ProfileForm) and each.holds_typing() for each in self._made.values())

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑  ↓", _("memilih bagian pengaturan")),
            ("Ctrl+S", _("menyimpan bagian ini")),
            ("Enter", _("mengubah baris yang dipilih")),
            ("Delete", _("menghapus hari libur yang dipilih")),
        )

    def _on_row(self, row: int) -> None:
        if row < 0 or SECTIONS[row].name == self._open:
            return
        section = self._made.get(self._open)
        if isinstance(section, ProfileForm) and section.holds_typing():
            self._ask_about_typing(section, row)
        else:
            self._show(row)

    def _show(self, row: int) -> None:
        section = SECTIONS[row]
        if section.name not in self._made:
            self._made[section.name] = section.maker(self._desk)
            self._stack.addWidget(self._made[section.name])
        self._open = section.name
        self._stack.setCurrentWidget(self._made[section.name])
        self._stand_on(row)

    def _stand_on(self, row: int) -> None:
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _ask_about_typing(self, section: ProfileForm, wanted: int) -> None:
        """Keep it, drop it, or stay: Esc stays."""
        self._stand_on(next(row for row, each in enumerate(SECTIONS) if each.name == self._open))
        box = QMessageBox(self)
        box.setObjectName("typing_question")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Belum disimpan"))
        box.setText(_("Perubahan pada “{section}” belum disimpan.").format(section=section.title))
        save = box.addButton(_("Simpan"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(_("Buang"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_("Tetap di sini"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)

        def answered(button: object) -> None:
            if button is save:
                section.save(then=lambda: self._show(wanted))
            elif button is drop:
                section.discard()
                self._show(wanted)

        box.buttonClicked.connect(answered)
        box.open()
