"""What other desks do reaches this one: an ear waits for word of it, and the journal says which letters it was.

The ear is LISTEN on a server and the change counter of a SQLite file, in a thread of its own; all reading stays with the
one worker. Word can be lost (a server restarted, a sleeping machine): the journal is asked now and then without it too,
which costs one `max(id)` on its key.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from correspondence.changes import Changes, Topic
from correspondence.errors import OfficeError
from correspondence.hearing import Watch
from correspondence.office import Office
from correspondence.services import boards, looking_up
from ui.screen.desk import Desk
from ui.screen.ear import Ear

UNASKED = 10_000
"""Milliseconds between two looks when nothing was heard."""
_BREATH = 200
"""Between two looks while much is heard: another desk may be importing a book."""


@dataclass(frozen=True, slots=True)
class _Heard:
    token: int
    changes: Changes | None


class Live(QObject):
    """Tells the desk of changes made elsewhere as if they had been made here. Own changes are heard once more: cheap."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._token: int | None = None
        self._busy = False
        self._missed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._wake)

    def start(self) -> None:
        """Begins to listen. Called before the first page reads: what is done after its reading must not be missed."""
        self.look()
        self._desk.ask(_ear_of, self._listen, owner=self, on_error=_go_without)

    def look(self) -> None:
        """Looks now, or soon once more when a look is on its way or was a moment ago."""
        if self._busy:
            self._missed = True
            return
        self._busy, self._missed = True, False
        token = self._token
        self._desk.background.run(
            lambda office: _look(office, token),
            on_done=self._tell,
            # The next question of the person at the desk will say what is wrong; this one was not theirs.
            on_error=lambda _error: None,
            # Whatever came of it, a defect of ours too: an ear that fell deaf once would stay so unnoticed.
            on_settled=self._go_on,
            owner=self,
        )

    def _tell(self, heard: _Heard) -> None:
        self._token = heard.token
        if heard.changes is not None:
            self._desk.changed.emit(heard.changes)

    def _go_on(self) -> None:
        self._timer.start(_BREATH)

    def _wake(self) -> None:
        if self._busy and not self._missed:
            self._busy = False
            self._timer.start(UNASKED)
            return
        self._busy = False
        self.look()

    def _listen(self, watch: Watch | None) -> None:
        if watch is None:
            return
        # Its thread belongs to the background, which ends it: a window may be gone before its worker is.
        background = self._desk.background
        ear = Ear(watch, background)
        background.closing.connect(ear.stop)
        ear.heard.connect(self.look)
        ear.start()


def _ear_of(office: Office) -> Watch | None:
    return office.watch() if office.watch is not None else None


def _go_without(_error: OfficeError) -> None:
    """Without an ear the looks that nobody asked for remain."""


def _look(office: Office, token: int | None) -> _Heard:
    if token is None:
        with office.open_reading() as unit:
            return _Heard(unit.boards.newest_entry(), None)
    changed = boards.changes_since(office, token=token)
    if changed.everything:
        # Any list may have changed, the office's own too: everything is read again.
        lists = {Topic.OFFICE, Topic.PEOPLE, Topic.KINDS, Topic.HOLIDAYS, Topic.ACCOUNTS}
        topics = frozenset({Topic.MANY_LETTERS, *lists})
        return _Heard(changed.token, Changes(topics=topics))
    if not changed.letter_ids:
        return _Heard(changed.token, None)
    lines = looking_up.lines(office, letter_ids=sorted(changed.letter_ids))
    refs, ids = tuple(each.ref for each in lines), tuple(each.id for each in lines)
    return _Heard(changed.token, Changes(refs, ids) if refs else None)
