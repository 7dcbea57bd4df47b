"""The line one stood on was taken by somebody else: told who did what, and that a line is to be chosen anew."""

from __future__ import annotations

from PySide6.QtCore import QObject

from correspondence.errors import OfficeError
from correspondence.journal import JournalEntry
from correspondence.office import Office
from correspondence.services import looking_up
from ui.screen.board_rows import Wait
from ui.screen.desk import Desk
from ui.texts import _
from ui.words import done_word


class TakenAway(QObject):
    """One per board."""

    def __init__(self, desk: Desk, board: QObject) -> None:
        super().__init__(board)
        self._desk = desk

    def tell(self, wait: Wait) -> None:
        """Asks the letter's journal what happened, and says it until it was read."""
        ref = wait.letter.ref

        def last(office: Office) -> JournalEntry | None:
            journal = looking_up.dossier(office, ref=ref).journal
            return journal[-1] if journal else None

        def say(entry: JournalEntry | None) -> None:
            what = _("{ref} baru saja diubah di meja lain").format(ref=ref)
            if entry is not None:
                step = done_word(entry.step).lower()
                what = _("{ref} baru saja {step} oleh {by}").format(ref=ref, step=step, by=entry.by)
            self._desk.say_wrong(_("{what}. Pilih baris lagi sebelum melanjutkan.").format(what=what))

        def unread(_error: OfficeError) -> None:
            say(None)

        self._desk.ask(last, say, owner=self, on_error=unread)
