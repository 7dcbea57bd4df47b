"""When an initial or a signature is promised for: typed as it was said, for one letter or for several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QWidget

from correspondence.boards import SignatureWait
from correspondence.changes import Changes
from correspondence.errors import OfficeError
from correspondence.office import Office
from correspondence.services.promising import promise_each
from ui import formats
from ui.failures import sentence
from ui.screen.board_rows import day_and_clock
from ui.screen.desk import Desk
from ui.screen.line_texts import Reading
from ui.screen.step_dialog import FormDialog, Job
from ui.screen.typed_moment import TypedMoment
from ui.texts import _, n_

_MOST_TOLD = 3
"""Refused letters named in the message bar; the board shows the others."""


class PromiseDialog(FormDialog):
    """What was promised stands there, also when it is over; untouched nothing changes, emptied it is taken back.

    Letters with different promises have no time to show: empty leaves each as it is, and taking back is ticked.
    """

    def __init__(self, desk: Desk, waits: Sequence[SignatureWait], parent: QWidget) -> None:
        self._refs = tuple(dict.fromkeys(str(each.letter.ref) for each in waits))
        count = len(self._refs)
        title = n_("Janji untuk {count} surat", count).format(count=formats.number(count))
        if count == 1:
            title = _("Janji untuk {ref}").format(ref=self._refs[0])
        super().__init__(desk, title, "", _("Simpan janji"), parent)
        self._waits = tuple(waits)
        self._refused: tuple[tuple[int, OfficeError], ...] = ()
        self._typed = TypedMoment(desk)
        known = {each.step.promised_for for each in waits}
        self._several = len(known) > 1
        hint = _("jam yang dikatakan kepada pemohon; kosongkan untuk menarik janji")
        if self._several:
            hint = _("janjinya berbeda-beda; kosong: masing-masing dibiarkan seperti semula")
        else:
            self._typed.show_moment(known.pop())
        self.add(self._typed.in_field("promised_for", _("Dijanjikan selesai"), hint)).calm()
        self._back = QCheckBox(_("Tarik semua janji ini"))
        self._back.setObjectName("take_back")
        self._back.setVisible(self._several)
        self._back.toggled.connect(self._typed.setDisabled)
        if self._several:
            self.column.addWidget(self._back)
        self.column.addStretch()
        self.fit(480, 260 if self._several else 220)
        self._typed.setFocus()
        self._typed.selectAll()

    def submit(self) -> None:
        """What nobody touched is not written again."""
        if self._typed.untouched and not self._back.isChecked():
            self.desk.say(_("Janji tidak diubah."))
            self.accept()
            return
        super().submit()

    def job(self) -> Job:
        promised = None if self._back.isChecked() else self._typed.moment()
        waits = self._waits
        self._done_text = self._said(promised)

        def job(office: Office) -> Changes:
            done = promise_each(office, signature_ids=[each.step.id for each in waits], promised_for=promised)
            self._refused = done.refused
            return done.changes

        return job

    def _said(self, promised: datetime | None) -> str:
        """Which letter, or how many, and the time as it was understood."""
        count, ref = len(self._refs), self._refs[0]
        number = formats.number(count)
        if promised is None:
            several = n_("Janji {count} surat ditarik.", count).format(count=number)
            return _("Janji {ref} ditarik.").format(ref=ref) if count == 1 else several
        when = day_and_clock(promised, Reading(self.desk.now, self.desk.known.calendar))
        if count == 1:
            return _("Janji {ref} dicatat: {when}.").format(ref=ref, when=when)
        return n_("Janji {count} surat dicatat: {when}.", count).format(count=number, when=when)

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
