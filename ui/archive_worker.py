"""The worker behind the gate: one thread, one open registry, one task after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from correspondence.office import Office

Progress = Callable[[int, int], bool]
"""Called by long work with (done, total); False asks it to stop."""


class OpenRegistry(Protocol):
    """A registry as wiring opens it."""

    @property
    def office(self) -> Office: ...

    def close(self) -> None: ...


class Task:
    """Work that was handed in. `cancel()` takes it back: it will not start, or its answer is not heard."""

    def __init__(self, number: int, job: Callable[[Office, Progress], Any], replaces: str) -> None:
        self.number = number
        self.job = job
        self.replaces = replaces
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Answer(NamedTuple):
    """What came of a task; `skipped` when nobody wanted it any more."""

    task: Task
    result: Any = None
    error: Exception | None = None
    skipped: bool = False


class Worker(QObject):
    """Lives on the worker thread. Opens the registry at the first task: the window is painted before that."""

    answered = Signal(object)
    advanced = Signal(object, int, int)

    def __init__(self, opener: Callable[[], OpenRegistry], latest: dict[str, int]) -> None:
        super().__init__()
        self._opener = opener
        self._latest = latest
        self._registry: OpenRegistry | None = None

    @Slot(object)
    def work(self, task: Task) -> None:
        if task.cancelled or self._latest.get(task.replaces, task.number) != task.number:
            self.answered.emit(Answer(task, skipped=True))
            return

        def progress(done: int, total: int) -> bool:
            self.advanced.emit(task, done, total)
            return not task.cancelled

        try:
            if self._registry is None:
                self._registry = self._opener()
            answer = Answer(task, result=task.job(self._registry.office, progress))
        except Exception as error:  # noqa: BLE001 - the background door: told apart again on the GUI thread
            answer = Answer(task, error=error)
        self.answered.emit(answer)

    @Slot()
    def finish(self) -> None:
        """Runs behind everything that was handed in before: a letter saved while closing is saved."""
        if self._registry is not None:
            self._registry.close()
            self._registry = None
        QThread.currentThread().quit()


class WorkerThread(QThread):
    def run(self) -> None:
        """Qt's own loop, begun from Python: without this frame Python forgets the thread after each task, and what
        `threading.local` kept for it, so that every task opened a connection that nobody closed."""
        self.exec()
