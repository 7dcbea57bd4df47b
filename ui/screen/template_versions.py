"""The versions of one template: when, by whom, and the way back to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import formats
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_rows import ListCard, Row
from ui.screen.template_printing import TemplatePrinting
from ui.template_lines import CareLine, VersionLine
from ui.template_words import line_word, turn_word
from ui.texts import _


class VersionsDialog(QDialog):
    """`restored` when another version is used from now on."""

    restored = Signal()

    def __init__(
        self,
        desk: Desk,
        printing: TemplatePrinting,
        line: CareLine,
        versions: Sequence[VersionLine],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle(_("Versi templat"))
        self._desk = desk
        self._printing = printing
        self._code = line.code
        self.list = ListCard(
            desk.look,
            "versions_view",
            _("Versi templat"),
            (_("Kapan"), _("Apa"), _("Oleh"), ""),
            empty=_("Belum ada versi lain."),
            wide=2,
        )
        self._back = self.list.add_button(
            _("Pakai lagi versi ini"), "restore_version", self.restore, look="primary"
        )
        self.list.chosen.connect(self._on_choice)
        self.list.view.opened.connect(self.restore)
        close = push_button(_("Tutup"), name="close", keys="Esc")
        close.clicked.connect(self.reject)
        px = desk.look.px
        foot = QHBoxLayout()
        foot.addWidget(
            plain_label(
                _("Surat yang sudah dicetak dapat dicetak lagi persis seperti dulu: pada suratnya, Ctrl+P."),
                "muted",
                wrap=True,
            ),
            1,
        )
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(plain_label(line_word(line), "heading", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.resize(px(620), px(420))
        self._show(versions)

    def restore(self) -> None:
        """Uses the chosen version again; what was used until now stays a version."""
        line = self._line
        if line is None or line.current:
            return
        printing, code = self._printing, self._code
        self._desk.ask(
            lambda office: printing.office_templates(office).care.restore(code, line.version),
            lambda _none: self._done(),
            owner=self,
            on_error=self._desk.say_wrong,
        )

    @property
    def _line(self) -> VersionLine | None:
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, VersionLine) else None

    def _done(self) -> None:
        self._desk.say(_("Versi itu dipakai lagi."))
        self.restored.emit()
        self.accept()

    def _on_choice(self) -> None:
        line = self._line
        self._back.setEnabled(line is not None and not line.current)

    def _show(self, versions: Sequence[VersionLine]) -> None:
        rows = []
        for each in versions:
            when = formats.instant(each.at, self._desk.zone) if each.at else "—"
            used = _("dipakai sekarang") if each.current else ""
            rows.append(Row(each, (when, turn_word(each.turn), each.by or "—", used)))
        self.list.show_rows(rows)
        if rows:
            self.list.view.selectRow(0)
