"""When an initial or a signature is promised for: typed as it was said, for one letter or for several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from correspondence.boards import SignatureWait
from correspondence.changes import Changes
from correspondence.office import Office
from correspondence.services.promising import promise
from ui import formats
from ui.screen.desk import Desk
from ui.screen.step_dialog import FormDialog, Job
from ui.screen.typed_moment import TypedMoment
from ui.texts import _, n_


class PromiseDialog(FormDialog):
    """Empty takes back what was promised."""

    def __init__(self, desk: Desk, waits: Sequence[SignatureWait], parent: QWidget) -> None:
        title = n_("Janji untuk {count} surat", len(waits)).format(count=formats.number(len(waits)))
        if len(waits) == 1:
            title = _("Janji untuk {ref}").format(ref=waits[0].letter.ref)
        super().__init__(desk, title, _("Janji dicatat."), _("Simpan janji"), parent)
        self._waits = tuple(waits)
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
            done = [promise(office, signature_id=each.step.id, promised_for=promised) for each in waits]
            refs = dict.fromkeys(ref for each in done for ref in each.refs)
            return Changes(tuple(refs), tuple(dict.fromkeys(key for each in done for key in each.letter_ids)))

        return job
