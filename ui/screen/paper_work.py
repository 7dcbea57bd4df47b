"""Work for a paper: one at a time on the worker, with a bar that says how far it is and can be called off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from correspondence.errors import OfficeError
from correspondence.office import Office
from ui.background import Progress, Task
from ui.screen.desk import Desk
from ui.screen.plain import plain_label
from ui.texts import _

T = TypeVar("T")
Job = Callable[[Office, Progress], T]


class PaperWork(QObject):
    """Of one page or dialogue. What was called off is neither shown nor does it take away the next one's bar."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._task: Task | None = None
        self._busy: QProgressDialog | None = None

    @property
    def under_way(self) -> bool:
        """Whether something is being made."""
        return self._task is not None

    def run(
        self,
        job: Job[T],
        on_done: Callable[[T], object],
        *,
        said: str,
        on_error: Callable[[OfficeError], object] | None = None,
    ) -> None:
        """Hands the work in, unless some is under way; `said` stands beside the bar."""
        if self._task is not None:
            return
        started: list[Task] = []

        def current() -> bool:
            return self._task is not None and self._task in started

        def done(result: T) -> None:
            if current():
                self._settle()
                on_done(result)

        def failed(error: OfficeError) -> None:
            if current():
                self._settle()
                (on_error or self._desk.say_wrong)(error)

        self._show_bar(said)
        task = self._desk.background.run_long(
            job, on_done=done, on_progress=self._advance, on_error=failed, owner=self
        )
        started.append(task)
        self._task = task

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._task is not None:
            self._task.cancel()
            self._settle()
            self._desk.say(_("Dibatalkan."))

    def _settle(self) -> None:
        self._task = None
        bar, self._busy = self._busy, None
        if bar is not None:
            bar.canceled.disconnect(self.stop)
            bar.reset()
            bar.deleteLater()

    def _show_bar(self, said: str) -> None:
        bar = self._busy = QProgressDialog(self._window)
        bar.setObjectName("paper_busy")
        bar.setWindowTitle("Warkat")
        bar.setLabel(plain_label(said))
        bar.setCancelButtonText(_("Batal", "button"))
        bar.setAutoReset(False)
        bar.setAutoClose(False)
        bar.setRange(0, 0)
        bar.setMinimumDuration(400)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.canceled.connect(self.stop)
        bar.setValue(0)

    def _advance(self, done: int, total: int) -> None:
        if self._busy is not None and total > 0:
            self._busy.setMaximum(total)
            self._busy.setValue(min(done, total))
