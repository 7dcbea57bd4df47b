"""What other desks do reaches this one: the journal is asked for new entries every two seconds, on the one worker.

A look costs one `max(id)` on the journal's key. A second connection that listens (LISTEN, data_version) was rejected for
the window: it needs a thread of its own and saves nothing that could be felt, for the answer still has to be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from correspondence.changes import Changes, Topic
from correspondence.errors import OfficeError
from correspondence.office import Office
from correspondence.services import boards, looking_up
from ui.screen.desk import Desk

EVERY = 2000
"""Milliseconds between an answer and the next look."""
_AFTER_TROUBLE = 15_000


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
        self._timer = QTimer(self, singleShot=True, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins to listen, at once: what is done between now and the first look must not be missed."""
        self.look()

    def look(self) -> None:
        """Looks now."""
        token = self._token
        self._desk.ask(
            lambda office: _listen(office, token),
            self._hear,
            owner=self,
            replaces="live",
            on_error=self._miss,
        )

    def _hear(self, heard: _Heard) -> None:
        self._token = heard.token
        self._timer.start(EVERY)
        if heard.changes is not None:
            self._desk.changed.emit(heard.changes)

    def _miss(self, _error: OfficeError) -> None:
        """The next question of the person at the desk will say what is wrong; this one was not theirs."""
        self._timer.start(_AFTER_TROUBLE)


def _listen(office: Office, token: int | None) -> _Heard:
    if token is None:
        with office.open_reading() as unit:
            return _Heard(unit.boards.newest_entry(), None)
    changed = boards.changes_since(office, token=token)
    if changed.everything:
        # Any list may have changed, the office's own too: everything is read again.
        topics = frozenset({Topic.MANY_LETTERS, Topic.OFFICE, Topic.PEOPLE, Topic.KINDS, Topic.HOLIDAYS})
        return _Heard(changed.token, Changes(topics=topics))
    if not changed.letter_ids:
        return _Heard(changed.token, None)
    lines = looking_up.lines(office, letter_ids=sorted(changed.letter_ids))
    refs, ids = tuple(each.ref for each in lines), tuple(each.id for each in lines)
    return _Heard(changed.token, Changes(refs, ids) if refs else None)
