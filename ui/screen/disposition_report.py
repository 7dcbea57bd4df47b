"""The report that ends a disposition: what was done, the day, and the files that go with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from correspondence.services.stepping import StepOrder
from correspondence.workflow import Need, Step
from ui.screen.desk import Desk
from ui.screen.files_dialog import FilesDialog
from ui.screen.step_dialog import Job
from ui.texts import _


class ReportDialog(FilesDialog):
    """As every step of a disposition, with the files of its report below the note, which is typed first."""

    def __init__(
        self,
        desk: Desk,
        said: str,
        *,
        needs: frozenset[Need],
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        about: str = "",
    ) -> None:
        super().__init__(
            desk,
            Step.DONE,
            said,
            word=_("Berkas laporan"),
            hint=_("boleh kosong; ikut tersimpan pada suratnya"),
            place=1,
            needs=needs,
            hand_in=hand_in,
            parent=parent,
            about=about,
        )
        self.fit(600, 520)

    @property
    def touched(self) -> bool:
        return super().touched or bool(self.files.paths)
