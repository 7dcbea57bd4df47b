"""The section of letter kinds: what a letter can be, its template, and the fields of its own form."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from correspondence.letters import LetterKind
from correspondence.own_fields import OwnField
from correspondence.services import keeping
from ui import formats
from ui.screen.desk import Desk
from ui.screen.files import dropped
from ui.screen.kind_dialog import KindDialog
from ui.screen.own_rows_dialog import OwnRowsDialog
from ui.screen.settings_people import section_layout
from ui.screen.settings_rows import ListCard, Row
from ui.screen.template_printing import templates_of
from ui.texts import _, n_


class KindsSection(QWidget):
    """Jenis surat: retired ones are no longer offered; old letters keep theirs. A Word file dropped here is a new kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings_kinds")
        self.setAcceptDrops(True)
        self.title = _("Jenis surat")
        self._desk = desk
        self.list = ListCard(
            desk.look,
            "kinds_view",
            self.title,
            (_("Jenis naskah"), _("Kelompok"), _("Templat sendiri"), _("Dipakai")),
            empty=_("Belum ada jenis surat. Tambahkan yang biasa dibuat kantor ini, mis. Surat Undangan."),
        )
        self.list.add_button(_("Tambah jenis"), "add_kind", self.add, look="primary")
        self.list.add_button(_("Isian …"), "kind_fields", self.show_fields, for_row=True)
        self.list.add_button(_("Pasang templat …"), "kind_template", self.put_template, for_row=True)
        self._switch = self.list.add_button(_("Tidak dipakai lagi"), "switch_kind", self.switch, for_row=True)
        purpose = _(
            "Jenis naskah dinas yang ditawarkan pada surat baru dan dihitung di laporan. "
            "Letakkan berkas Word di sini untuk menambah jenis dengan templatnya."
        )
        layout = section_layout(self, desk, self.title, purpose)
        layout.addWidget(self.list, 1)
        self.list.view.opened.connect(self.show_fields)
        self.list.chosen.connect(self._name_switch)
        desk.looked_around.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        kinds = self._desk.known.directory.kinds
        used = sum(each.active for each in kinds)
        count = n_("{count} jenis dipakai", used).format(count=formats.number(used)) if kinds else ""
        self.list.show_rows([_kind_row(each) for each in kinds], count)

    def add(self) -> None:
        """A name, and a Word file where there is one."""
        self._open(KindDialog(self._desk, self))

    def put_template(self) -> None:
        """Another Word file for a kind that is there already."""
        if self._kind is not None:
            self._open(KindDialog(self._desk, self, kind=self._kind))

    def show_fields(self) -> None:
        """The fields of the kind's own form, as its template asks for them."""
        kind, printing = self._kind, templates_of(self._desk)
        if kind is None or printing is None:
            return
        self._desk.ask(
            lambda office: printing.own_fields(office, kind.name),
            partial(self._show_fields, kind),
            owner=self,
            replaces="own-fields",
            on_error=self._desk.say_wrong,
        )

    def switch(self) -> None:
        """Out of use, or back."""
        kind = self._kind
        if kind is None:
            return
        self._desk.do(
            lambda office: keeping.set_kind_active(office, kind_id=kind.id, active=not kind.active),
            on_error=self._desk.say_wrong,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = dropped(event)
        if files:
            self.take_file(files[0])

    def take_file(self, file: Path) -> None:
        """A Word file that is to become a kind: its name is asked for, the file looked over meanwhile."""
        dialog = KindDialog(self._desk, self)
        self._open(dialog)
        dialog.take(file)

    @property
    def _kind(self) -> LetterKind | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, LetterKind) else None

    def _open(self, dialog: KindDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_fields(self, kind: LetterKind, fields: tuple[OwnField, ...]) -> None:
        if not fields:
            text = _(
                "{kind} belum punya isian sendiri. Tulis mis. {sample} di templatnya; isiannya muncul di sini."
            )
            self._desk.say(text.format(kind=kind.name, sample="{{ isian.nama }}"))
            return
        dialog = OwnRowsDialog(self._desk, kind.name, fields, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name_switch(self) -> None:
        kind = self._kind
        word = _("Tidak dipakai lagi") if kind is None or kind.active else _("Pakai lagi")
        self._switch.setText(word)
        self._switch.setAccessibleName(word)


def _kind_row(kind: LetterKind) -> Row:
    used = _("ya") if kind.active else _("tidak")
    return Row(kind, (kind.name, kind.group, kind.template or "—", used), faded=not kind.active)
