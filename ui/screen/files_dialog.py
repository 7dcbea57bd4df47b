"""A step with a place for files; they may be dropped anywhere on the dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
from ui.words import step_word


class FilesDialog(StepDialog):
    """`word` and `hint` are those of the files; `place` is where they stand among the fields."""

    def __init__(
        self,
        desk: Desk,
        step: Step,
        said: str,
        *,
        word: str,
        hint: str,
        place: int,
        needs: frozenset[Need],
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        about: str = "",
    ) -> None:
        hand_over = self._with_files
        super().__init__(
            desk, step_word(step), said, needs=needs, hand_in=hand_over, parent=parent, about=about
        )
        self._take = hand_in
        self.files = PickedFiles(desk)
        field = Field("attachments", word, self.files, hint)
        self.fields[field.name] = field
        self.column.insertWidget(place, field)
        self.files.changed.connect(field.calm)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.add(dropped(event))

    def _with_files(self, order: StepOrder) -> Job:
        """The files are read where the step is taken: a large one on a slow disk does not hold up the window."""
        paths, take = self.files.paths, self._take

        def job(office: Office) -> Changes:
            return take(replace(order, attachments=read_files(paths)))(office)

        return job
