"""Recording a signature: in wet ink, or with the electronically signed PDF that hangs on the letter in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from correspondence.dossier import Dossier
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Step
from ui.screen.desk import Desk
from ui.screen.files import file_dialog
from ui.screen.files_dialog import FilesDialog
from ui.screen.plain import push_button
from ui.screen.step_dialog import Job
from ui.texts import _
from ui.words import done_word


class SignDialog(FilesDialog):
    """As any step, with a place for the signed PDF.

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
        super().__init__(
            desk,
            Step.SIGN,
            f"{dossier.letter.ref}: {done_word(Step.SIGN)}.",
            word=_("PDF bertanda tangan elektronik"),
            hint=_(
                "kosongkan bila tanda tangan basah; dengan PDF, surat dicatat ditandatangani secara elektronik"
            ),
            place=0,
            needs=frozenset(),
            hand_in=hand_in,
            parent=parent,
            about=str(dossier.letter.ref),
        )
        self.files.add(list(files))
        if attach is not None:
            only = push_button(_("Lampirkan saja, belum ditandatangani"), "quiet", name="attach_only")
            only.clicked.connect(lambda: self._attach_only(attach))
            self.column.insertWidget(1, only)
        self.fit(620, 540)
        self.accept_button.setFocus()

    def _attach_only(self, attach: Callable[[list[Path]], None]) -> None:
        attach(list(self.files.paths))
        self.leave()


def is_signed_file(dossier: Dossier, paths: list[Path]) -> bool:
    """Whether one PDF came to a letter that waits for its signature: it may well be the signed one."""
    return Step.SIGN in dossier.steps and len(paths) == 1 and paths[0].suffix.casefold() == ".pdf"


def ask_for_signed(parent: QWidget, then: Callable[[list[Path]], None]) -> None:
    """The signed PDF, from the disk."""
    dialog = file_dialog(parent, _("Pilih PDF bertanda tangan elektronik"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("PDF (*.pdf)"), _("Semua berkas (*)")])
    dialog.open()
