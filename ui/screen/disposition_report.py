"""The report that ends a disposition: what was done, the day, and the files that go with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from correspondence.changes import Changes
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Need, Step
from ui.screen.desk import Desk
from ui.screen.files import dropped, read_files
from ui.screen.form_fields import Field
from ui.screen.picked_files import PickedFiles
from ui.screen.step_dialog import Job, StepDialog
from ui.texts import _
from ui.words import step_word


class ReportDialog(StepDialog):
    """As every step of a disposition, with a place for files; they may be dropped anywhere on it."""

    def __init__(
        self,
        desk: Desk,
        said: str,
        *,
        needs: frozenset[Need],
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
    ) -> None:
        super().__init__(
            desk,
            step_word(Step.DONE),
            said,
            needs=needs,
            hand_in=_with_files(hand_in, self._paths),
            parent=parent,
        )
        self.setAcceptDrops(True)
        self._files = PickedFiles(desk)
        field = Field(
            "attachments", _("Berkas laporan"), self._files, _("boleh kosong; ikut tersimpan pada suratnya")
        )
        self.fields[field.name] = field
        self.column.insertWidget(1, field)  # below the note, which is typed first
        self.fit(600, 520)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._files.add(dropped(event))

    def _paths(self) -> tuple[Path, ...]:
        return self._files.paths


def _with_files(
    hand_in: Callable[[StepOrder], Job], paths: Callable[[], tuple[Path, ...]]
) -> Callable[[StepOrder], Job]:
    """The files are read where the step is taken: a large one on a slow disk does not hold up the window."""

    def with_files(order: StepOrder) -> Job:
        chosen = paths()

        def job(office: Office) -> Changes:
            return hand_in(replace(order, attachments=read_files(chosen)))(office)

        return job

    return with_files
