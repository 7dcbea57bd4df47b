"""Copies of templates that are open in Word: when one was saved, it is looked over and used from then on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from correspondence.errors import OfficeError, Unavailable
from ui.screen.desk import Desk
from ui.screen.template_printing import templates_of
from ui.template_lines import TakenIn

_LOOK = 1500
Signature = tuple[int, int]


class TemplateWatch(QObject):
    """`taken` carries what became of a saved copy. Looked at by the clock: Word saves by putting another file in its place,
    which a watched file does not survive, and network folders tell nothing.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen: dict[str, tuple[Path, Signature | None]] = {}
        self._moved: set[str] = set()
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.look)

    def follow(self, code: str, copy: Path, *, changed: bool = False) -> None:
        """`changed`: it was saved while nobody looked."""
        if code in self._seen and self._seen[code][0] == copy:
            return
        self._seen[code] = (copy, _signature(copy))
        if changed:
            self._moved.add(code)
        self._clock.start()

    def look(self) -> None:
        """A file that moved since the last look is still being written; one that lies still again is taken in."""
        for code, (copy, before) in self._seen.items():
            now = _signature(copy)
            if now != before:
                self._seen[code] = (copy, now)
                self._moved.add(code)
            elif code in self._moved and now is not None:
                self._moved.discard(code)
                self._take_in(code)

    def _take_in(self, code: str) -> None:
        printing = templates_of(self._desk)
        if printing is None:
            return

        def told(found: TakenIn) -> None:
            if found.used or found.flaws:
                self.taken.emit(found)

        def wrong(error: OfficeError) -> None:
            if isinstance(error, Unavailable):
                self._moved.add(code)  # Word holds it: the next look
            else:
                self._desk.say_wrong(error)

        self._desk.ask(
            lambda office: printing.office_templates(office).care.take_in(code),
            told,
            owner=self,
            replaces=code,
            on_error=wrong,
        )


def _signature(path: Path) -> Signature | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
