"""Ctrl+Z: takes back what was done last in this window, where the rules allow it, and says what was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from correspondence.changes import Changes
from correspondence.errors import OfficeError
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.undoing import undo_last, undoable_step
from ui import formats
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.texts import _, n_
from ui.words import done_word


@dataclass(frozen=True, slots=True)
class _TakenBack:
    changes: Changes
    steps: tuple[tuple[LetterRef, str], ...]
    refused: tuple[tuple[LetterRef, OfficeError], ...]


class Undo(QObject):
    """One per window. Ten letters signed with one key are taken back with one key."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False

    def take_back(self) -> None:
        """Takes back the last step; a sentence when there is none or a rule says no."""
        refs = self._desk.stepped
        if self._busy:
            return
        if not refs:
            self._desk.say(_("Tidak ada langkah di jendela ini yang dapat diurungkan."))
            return
        self._busy = True
        self._desk.background.run(
            lambda office: _take_back(office, refs),
            on_done=self._told,
            on_error=self._desk.say_wrong,
            on_settled=self._settled,
            owner=self,
        )

    def _told(self, taken: _TakenBack) -> None:
        if taken.refused:
            ref, error = taken.refused[0]
            self._desk.say_wrong(f"{ref}: {sentence(error)}")
        elif len(taken.steps) == 1:
            ref, step = taken.steps[0]
            self._desk.say(_("Diurungkan: {ref} {step}.").format(ref=ref, step=done_word(step).lower()))
        else:
            number = len(taken.steps)
            words = n_("Diurungkan: {step}, {count} surat.", number)
            self._desk.say(
                words.format(step=done_word(taken.steps[0][1]).lower(), count=formats.number(number))
            )
        self._desk.tell(taken.changes)
        self._desk.stepped = ()

    def _settled(self) -> None:
        self._busy = False


def _take_back(office: Office, refs: Sequence[LetterRef]) -> _TakenBack:
    steps: list[tuple[LetterRef, str]] = []
    refused: list[tuple[LetterRef, OfficeError]] = []
    ids: list[int] = []
    for ref in refs:
        step = undoable_step(office, ref=ref) or ""
        try:
            ids += undo_last(office, ref=ref).letter_ids
        except OfficeError as error:
            refused.append((ref, error))
        else:
            steps.append((ref, step))
    return _TakenBack(Changes(tuple(ref for ref, _step in steps), tuple(ids)), tuple(steps), tuple(refused))
