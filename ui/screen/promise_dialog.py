"""When an initial or a signature is promised for: typed as it was said, for one letter or for several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from correspondence.boards import SignatureWait
from correspondence.changes import Changes
from correspondence.errors import OfficeError
from correspondence.office import Office
from correspondence.services.promising import promise_each
from ui import formats
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.step_dialog import FormDialog, Job
from ui.screen.typed_moment import TypedMoment
from ui.texts import _, n_

_MOST_TOLD = 3
"""Refused letters named in the message bar; the board shows the others."""


class PromiseDialog(FormDialog):
    """Empty takes back what was promised."""

    def __init__(self, desk: Desk, waits: Sequence[SignatureWait], parent: QWidget) -> None:
        title = n_("Janji untuk {count} surat", len(waits)).format(count=formats.number(len(waits)))
        if len(waits) == 1:
            title = _("Janji untuk {ref}").format(ref=waits[0].letter.ref)
        super().__init__(desk, title, _("Janji dicatat."), _("Simpan janji"), parent)
        self._waits = tuple(waits)
        self._refused: tuple[tuple[int, OfficeError], ...] = ()
        self._typed = TypedMoment(desk)
        known = {each.step.promised_for for each in waits}
        promised = known.pop() if len(known) == 1 else None
        if promised is not None and promised > desk.now:
            self._typed.show_moment(promised)
        hint = _("jam yang dikatakan kepada pemohon; kosongkan untuk menarik janji")
        self.add(self._typed.in_field("promised_for", _("Dijanjikan selesai"), hint))
        self.column.addStretch()
        self.fit(480, 220)
        self._typed.setFocus()
        self._typed.selectAll()

    def job(self) -> Job:
        promised, waits = self._typed.moment(), self._waits

        def job(office: Office) -> Changes:
            done = promise_each(office, signature_ids=[each.step.id for each in waits], promised_for=promised)
            self._refused = done.refused
            return done.changes

        return job

    def _done(self, changes: Changes) -> None:
        """Closes; of lines that were refused each letter is told with its reason."""
        if not self._refused:
            super()._done(changes)
            return
        refs = {each.step.id: each.letter.ref for each in self._waits}
        shown = [f"{refs[key]}: {sentence(error)}" for key, error in self._refused[:_MOST_TOLD]]
        left = len(self._refused) - len(shown)
        if left:
            shown.append(n_("… dan {count} surat lagi.", left).format(count=formats.number(left)))
        kept = len(self._waits) - len(self._refused)
        told = n_("Janji {count} surat dicatat.", kept).format(count=formats.number(kept))
        missed = n_("{count} tidak:", len(self._refused)).format(count=formats.number(len(self._refused)))
        self.desk.say_wrong(" ".join((told, missed, *shown)))
        self.accept()
