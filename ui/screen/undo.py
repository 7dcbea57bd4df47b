"""Ctrl+Z: takes back what was done last in this window, where the rules allow it, and says what was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from correspondence.changes import Changes
from correspondence.errors import OfficeError, Refused
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.promising import PROMISED
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
        said = _said(taken.steps)
        if taken.refused:
            self._desk.say_wrong(" ".join(text for text in (said, _why(*taken.refused[0])) if text))
        else:
            self._desk.say(said)
        self._desk.tell(taken.changes)
        self._desk.stepped = ()

    def _settled(self) -> None:
        self._busy = False


def _said(steps: Sequence[tuple[LetterRef, str]]) -> str:
    """`Diurungkan: K-2026-1 diparaf.`; of several how many letters, and how many lines where a letter had more than one."""
    if not steps:
        return ""
    words = _(" dan ").join(dict.fromkeys(done_word(step).lower() for _ref, step in steps))
    letters, lines = len({ref for ref, _step in steps}), len(steps)
    if lines == 1:
        return _("Diurungkan: {ref} {step}.").format(ref=steps[0][0], step=words)
    if lines == letters:
        told = n_("Diurungkan: {step}, {count} surat.", letters)
    elif letters == 1:
        told = _("Diurungkan: {ref} {step}, {lines} baris.")
    else:
        told = n_("Diurungkan: {step}, {lines} baris dari {count} surat.", letters)
    numbers = {"count": formats.number(letters), "lines": formats.number(lines)}
    return told.format(ref=steps[0][0], step=words, **numbers)


def _why(ref: LetterRef, error: OfficeError) -> str:
    """Why nothing could be taken back; of a promise how it is changed instead."""
    if isinstance(error, Refused) and error.facts.get("step") == PROMISED:
        return _("{ref}: janji tidak diurungkan; ubah atau tarik dengan J di Tanda Tangan.").format(ref=ref)
    said = sentence(error)
    return said if str(ref) in said else f"{ref}: {said}"


def _take_back(office: Office, refs: Sequence[LetterRef]) -> _TakenBack:
    """One step for each time a letter is named, the last one first."""
    steps: list[tuple[LetterRef, str]] = []
    refused: dict[LetterRef, OfficeError] = {}
    ids: list[int] = []
    for ref in reversed(refs):
        if ref in refused:
            continue
        step = undoable_step(office, ref=ref) or ""
        try:
            ids += undo_last(office, ref=ref).letter_ids
        except OfficeError as error:
            refused[ref] = error
        else:
            steps.insert(0, (ref, step))
    changes = Changes(tuple(ref for ref, _step in steps), tuple(dict.fromkeys(ids)))
    return _TakenBack(changes, tuple(steps), tuple(reversed(refused.items())))
