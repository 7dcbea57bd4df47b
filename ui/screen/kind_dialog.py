"""A letter kind from a Word file: dropped, looked over, named. What is wrong is said with its place; the typing stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.letters import LetterKind
from correspondence.office import Office
from correspondence.services import keeping
from ui.paper.printed_lines import ProblemLine
from ui.screen.desk import Desk
from ui.screen.files import dropped, file_dialog
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_dialog import FormDialog, Job
from ui.screen.settings_fields import Asked
from ui.screen.template_printing import templates_of
from ui.texts import _, n_

_SHOWN = 6
"""Flaws that are listed; the rest are counted."""


class KindDialog(FormDialog):
    """A new kind, or (`kind`) another template for one that is there."""

    def __init__(self, desk: Desk, parent: QWidget, *, kind: LetterKind | None = None) -> None:
        groups = sorted({each.group for each in desk.known.directory.kinds if each.group})
        asked = (
            Asked("name", _("Jenis naskah"), hint=_("Mis. Surat Undangan")),
            Asked(
                "group",
                _("Kelompok"),
                choices=(("", _("(tanpa kelompok)")), *((each, each) for each in groups)),
            ),
        )
        title = _("Tambah jenis surat") if kind is None else _("Templat {kind}").format(kind=kind.name)
        done = _("Jenis surat ditambahkan.") if kind is None else _("Templat dipasang.")
        super().__init__(
            desk, title, asked if kind is None else (), lambda _form: self.job(), parent, done=done
        )
        self.kind = kind
        self.file: Path | None = None
        self.flawed = False
        self.setAcceptDrops(True)
        self._says = plain_label("", "muted", wrap=True)
        self._says.setObjectName("template_says")
        self._says.hide()
        self._drop = self._drop_zone()
        self._put_in()

    def take(self, file: Path) -> None:
        """Looks the file over on the worker; without a name it proposes the file's own."""
        self.file, self.flawed = file, False
        name = self.rows.get("name")
        if name is not None and not name.text().strip():
            words = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
            name.put(words[:1].upper() + words[1:])
        self._tell(_("Memeriksa {file} …").format(file=file.name), "muted")
        printing = templates_of(self._desk)
        if printing is None:
            return
        self._desk.ask(
            lambda office: printing.office_templates(office).kinds.look_over(file),
            partial(self._looked_over, file),
            owner=self,
            replaces="look-over",
            on_error=self._desk.say_wrong,
        )

    def job(self) -> Job:
        """Refuses by raising, as the office does; what is wrong with a flawed file the office says once more."""
        printing, file, kind, values = templates_of(self._desk), self.file, self.kind, self.values()
        if file is None or printing is None:
            if kind is not None:
                raise Refused("template_not_chosen")
            return lambda office: keeping.add_kind(office, **values)

        def job(office: Office) -> Changes:
            kinds = printing.office_templates(office).kinds
            return kinds.add(file=file, **values) if kind is None else kinds.put(name=kind.name, file=file)

        return job

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for file in dropped(event)[:1]:
            self.take(file)

    def let_go(self) -> None:
        """No template after all."""
        self.file, self.flawed = None, False
        self._tell(_("Tanpa templat; dapat dipasang kemudian."), "muted")

    def _looked_over(self, file: Path, flaws: Sequence[ProblemLine]) -> None:
        if file != self.file:
            return
        self.flawed = bool(flaws)
        if not flaws:
            self._tell(_("{file}: baik, semua isian dikenal.").format(file=file.name), "read")
            return
        head = n_("{file} belum dapat dipakai, {count} hal perlu diperbaiki:", len(flaws))
        told = [" · ".join(each for each in (flaw.where, flaw.problem) if each) for flaw in flaws[:_SHOWN]]
        rest = [_("dan {count} lagi").format(count=len(flaws) - _SHOWN)] if len(flaws) > _SHOWN else []
        self._tell("\n".join([head.format(file=file.name, count=len(flaws)), *told, *rest]), "wrong")

    def _tell(self, text: str, look: str) -> None:
        self._says.setProperty("look", look)
        self._says.style().unpolish(self._says)
        self._says.style().polish(self._says)
        self._says.setText(text)
        self._says.show()
        self._off.setVisible(self.file is not None and self.kind is None)
        self.adjustSize()

    def _choose(self) -> None:
        dialog = file_dialog(self, _("Pilih templat Word"), lambda chosen: self.take(chosen[0]))
        dialog.setNameFilters([_("Berkas Word (*.docx)"), _("Semua berkas (*)")])
        dialog.open()

    def _drop_zone(self) -> QWidget:
        zone = QFrame()
        zone.setObjectName("drop_zone")
        zone.setAccessibleName(_("Templat Word"))
        choose = push_button(_("Pilih berkas …"), name="choose_template")
        choose.clicked.connect(lambda _down=False: self._choose())
        self._off = push_button(_("Lepas"), "quiet", name="let_go")
        self._off.clicked.connect(lambda _down=False: self.let_go())
        self._off.hide()
        grid = QGridLayout(zone)
        grid.setColumnStretch(0, 1)
        grid.addWidget(plain_label(_("Letakkan templat Word (.docx) di sini"), "muted"), 0, 0)
        grid.addWidget(self._off, 0, 1)
        grid.addWidget(choose, 0, 2)
        grid.addWidget(self._says, 1, 0, 1, 3)
        return zone

    def _put_in(self) -> None:
        """Below the title and above the first field: the file usually comes first."""
        sheet = self._wrong.parentWidget()
        column = sheet.layout() if sheet is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._drop)
        self.resize(
            max(self.width(), self._desk.look.px(520)), self.height() + self._drop.sizeHint().height()
        )
