"""Recording a signature: in wet ink, or with the electronically signed PDF that hangs on the letter in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from correspondence.changes import Changes
from correspondence.dossier import Dossier
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Step
from ui.screen.desk import Desk
from ui.screen.files import dropped, file_dialog, read_files
from ui.screen.form_fields import Field
from ui.screen.picked_files import PickedFiles
from ui.screen.plain import push_button
from ui.screen.step_dialog import Job, StepDialog
from ui.texts import _
from ui.words import done_word, step_word


class SignDialog(StepDialog):
    """As any step, with a place for the signed PDF; it may be dropped anywhere on it.

    `attach` hangs a file on the letter that is not the signed one: offered when the file was there first.
    """

    def __init__(
        self,
        desk: Desk,
        dossier: Dossier,
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        *,
        files: tuple[Path, ...] = (),
        attach: Callable[[list[Path]], None] | None = None,
    ) -> None:
        said = f"{dossier.letter.ref}: {done_word(Step.SIGN)}."
        super().__init__(
            desk, step_word(Step.SIGN), said, needs=frozenset(), hand_in=self._with_files, parent=parent
        )
        self._take = hand_in
        self._files = PickedFiles(desk)
        self._files.add(list(files))
        hint = _(
            "kosongkan bila tinta basah; yang dilampirkan di sini dicatat ditandatangani secara elektronik"
        )
        field = Field("attachments", _("PDF bertanda tangan elektronik"), self._files, hint)
        self.fields[field.name] = field
        self.column.insertWidget(0, field)
        self._files.changed.connect(field.calm)
        self.setAcceptDrops(True)
        if attach is not None:
            only = push_button(_("Lampirkan saja, belum ditandatangani"), "quiet", name="attach_only")
            only.clicked.connect(lambda: self._attach_only(attach))
            self.column.insertWidget(1, only)
        self.fit(620, 540)
        self.accept_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._files.add(dropped(event))

    def _with_files(self, order: StepOrder) -> Job:
        """The files are read where the step is taken: a large one on a slow disk does not hold up the window."""
        paths, take = self._files.paths, self._take

        def job(office: Office) -> Changes:
            return take(replace(order, attachments=read_files(paths)))(office)

        return job

    def _attach_only(self, attach: Callable[[list[Path]], None]) -> None:
        attach(list(self._files.paths))
        self.reject()


def is_signed_file(dossier: Dossier, paths: list[Path]) -> bool:
    """Whether one PDF came to a letter that waits for its signature: it may well be the signed one."""
    return Step.SIGN in dossier.steps and len(paths) == 1 and paths[0].suffix.casefold() == ".pdf"


def ask_for_signed(parent: QWidget, then: Callable[[list[Path]], None]) -> None:
    """The signed PDF, from the disk."""
    dialog = file_dialog(parent, _("Pilih PDF bertanda tangan elektronik"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("PDF (*.pdf)"), _("Semua berkas (*)")])
    dialog.open()
