"""The one gate to the background: archive work runs on one worker thread, answers come back on the GUI thread.

There is one worker because there is one register: what was asked first is answered first, and a list that is asked
after a letter was saved shows that letter. No lock, no sleep, no nested event loop: the two threads talk in
queued signals only.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from ui.archive_worker import Answer, OpenRegistry, Progress, Task, Worker, WorkerThread

if TYPE_CHECKING:
    from correspondence.errors import OfficeError
    from correspondence.office import Office

__all__ = ["Background", "OpenRegistry", "Progress", "Task"]

T = TypeVar("T")


class _Callbacks(NamedTuple):
    """What is to be told about a task; kept on the GUI thread, so that no widget ever dies on the worker's."""

    on_done: Callable[[Any], None]
    on_error: Callable[[OfficeError], None] | None
    on_settled: Callable[[], None] | None
    on_progress: Callable[[int, int], None] | None


class Background(QObject):
    """Hands jobs to the worker. `failed` carries office errors nobody asked to hear, `broke` a report of ours."""

    closing = Signal()
    failed = Signal(object)
    broke = Signal(str)
    _handed_in = Signal(object)
    _finishing = Signal()

    def __init__(self, opener: Callable[[], OpenRegistry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: dict[str, int] = {}
        self._waiting: dict[int, _Callbacks] = {}
        self._owned: dict[int, set[int]] = {}
        self._owner_of: dict[int, int] = {}
        self._number = 0
        self._closed = False
        self._thread = WorkerThread(self)
        self._thread.setObjectName("archive")
        self._worker = Worker(opener, self._latest)
        self._worker.moveToThread(self._thread)
        # Between two threads Qt queues by itself; saying so would name `Qt`, which the first paint does not wait for.
        self._handed_in.connect(self._worker.work)
        self._finishing.connect(self._worker.finish)
        self._worker.answered.connect(self._hear)
        self._worker.advanced.connect(self._hear_progress)
        self._thread.start()

    def run(
        self,
        job: Callable[[Office], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[OfficeError], None] | None = None,
        on_settled: Callable[[], None] | None = None,
        replaces: str = "",
        owner: QObject | None = None,
    ) -> Task:
        """Runs `job` on the worker and calls `on_done` with its result on the GUI thread.

        `replaces` names a question that is asked again and again: only the newest one's answer is heard. `owner`
        is who asked; when it dies nobody is told. An office's error goes to `on_error`, else to `failed`; `on_settled`
        is called last, whatever came of it. `job` must hold no widget: it may be let go on the worker's thread.
        """
        callbacks = _Callbacks(on_done, on_error, on_settled, None)
        return self._hand_in(lambda office, _progress: job(office), callbacks, replaces, owner)

    def run_long(
        self,
        job: Callable[[Office, Progress], T],
        *,
        on_done: Callable[[T], None],
        on_progress: Callable[[int, int], None],
        on_error: Callable[[OfficeError], None] | None = None,
        on_settled: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """As `run`, for work that reports (done, total) and can be stopped in between by `Task.cancel()`.
        A cancelled job that still returns is heard: it knows how far it came.
        """
        return self._hand_in(job, _Callbacks(on_done, on_error, on_settled, on_progress), "", owner)

    def close(self) -> None:
        """Waits for what was handed in to be written; questions nobody will hear the answer of are dropped."""
        if self._closed:
            return
        self._closed = True
        self.closing.emit()
        for name in self._latest:
            self._latest[name] = 0
        self._waiting.clear()
        self._finishing.emit()
        self._thread.wait()

    def _hand_in(
        self,
        job: Callable[[Office, Progress], Any],
        callbacks: _Callbacks,
        replaces: str,
        owner: QObject | None,
    ) -> Task:
        self._number += 1
        task = Task(self._number, job, replaces)
        if self._closed:
            task.cancel()
            return task
        if replaces:
            self._latest[replaces] = task.number
        self._waiting[task.number] = callbacks
        if owner is not None:
            self._remember_owner(owner, task.number)
        self._handed_in.emit(task)
        return task

    def _remember_owner(self, owner: QObject, number: int) -> None:
        """Connected once for an owner, not once for a question: a page asks thousands in a day."""
        key = id(owner)
        if key not in self._owned:
            self._owned[key] = set()
            owner.destroyed.connect(partial(self._forget_owner, key))
        self._owned[key].add(number)
        self._owner_of[number] = key

    def _forget_owner(self, key: int, _owner: QObject | None = None) -> None:
        for number in self._owned.pop(key, set()):
            self._waiting.pop(number, None)
            self._owner_of.pop(number, None)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        task = answer.task
        callbacks = self._waiting.pop(task.number, None)
        key = self._owner_of.pop(task.number, None)
        if key is not None:
            self._owned[key].discard(task.number)
        if callbacks is None:
            return
        stale = bool(task.replaces) and self._latest[task.replaces] != task.number
        stopped = task.cancelled and callbacks.on_progress is None
        if answer.skipped or stale or stopped:
            if callbacks.on_settled is not None and not stale:
                callbacks.on_settled()
            return
        try:
            self._tell(answer, callbacks)
        finally:
            if callbacks.on_settled is not None:
                callbacks.on_settled()

    def _tell(self, answer: Answer, callbacks: _Callbacks) -> None:
        if answer.error is None:
            callbacks.on_done(answer.result)
            return
        # Not before the first paint; whoever has an error has loaded them.
        from correspondence.errors import OfficeError

        if not isinstance(answer.error, OfficeError):
            self.broke.emit("".join(traceback.format_exception(answer.error)))
        elif callbacks.on_error is not None:
            callbacks.on_error(answer.error)
        else:
            self.failed.emit(answer.error)

    @Slot(object, int, int)
    def _hear_progress(self, task: Task, done: int, total: int) -> None:
        callbacks = self._waiting.get(task.number)
        if callbacks is not None and callbacks.on_progress is not None:
            callbacks.on_progress(done, total)
