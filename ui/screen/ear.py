"""The ear of a window: one thread that does nothing but wait for word of other desks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from correspondence.hearing import Watch

_PATIENCE = 60
"""Seconds of one wait; nothing depends on it."""


class Ear(QThread):
    """`heard` on the GUI thread whenever somebody has written, this desk included. It asks the register nothing."""

    heard = Signal()

    def __init__(self, watch: Watch, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("ear")
        self._watch = watch

    def run(self) -> None:
        """The thread itself."""
        while not self.isInterruptionRequested():
            if self._watch.wait(_PATIENCE):
                self.heard.emit()

    def stop(self) -> None:
        """Comes back when the thread has ended and the ear's connection is closed: within a second."""
        self.requestInterruption()
        self._watch.close()
        self.wait()
