"""A round of dispatch: one label scanned after another, then all sent at once and their page of the book shown.

The field keeps the focus: a hand scanner types like a keyboard and presses Enter. What is wrong with a label is said and
stands in a row of its own, and the round goes on; what was scanned is remembered until it is finished, also over a
power cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from correspondence.errors import OfficeError
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.dispatch_rounds import RoundOutcome, dispatch_round, scanned
from ui import formats
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.dispatch_sheet import RoundPrinting, sheet_of, show_sheet
from ui.screen.round_frame import RoundFrame
from ui.screen.round_rows import RoundRow, Scan
from ui.texts import _, n_

_REMEMBERED = "dispatch-round"


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of a round; without its page when that could not be made, and why."""

    outcome: RoundOutcome
    page: bytes
    trouble: OfficeError | None


class RoundDialog(RoundFrame):
    """Opened from Ekspedisi."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.scan.returnPressed.connect(self._take)
        self._undo.clicked.connect(self.take_back)
        self._finish.clicked.connect(self.finish)
        for typed in desk.memory.recall(_REMEMBERED).get("typed", []):
            self.take(str(typed), quietly=True)
        self._say(_("Pindai label pertama.") if not self._model.rows else _("Dilanjutkan dari tadi."), "")
        self._show_count()
        self.scan.setFocus()

    def take(self, typed: str, *, quietly: bool = False) -> None:
        """One label. The register is asked; until it answers the next one can be scanned."""
        seen = self._place_of(typed)
        if seen is not None:
            why = _("Sudah dipindai, baris ke-{row}.").format(row=seen + 1)
            self._model.add(RoundRow(typed, Scan.TWICE, why=why))
            self._say(f"{typed}: {why}", "-amber", wrong=True)
            self._scrolled()
            return
        place = self._model.add(RoundRow(typed))
        row = self._model.rows[place]

        def here() -> bool:
            return place < len(self._model.rows) and self._model.rows[place] is row

        def found(letter: Letter) -> None:
            if here():
                self._model.change(place, state=Scan.READY, letter=letter)
                if not quietly:
                    self._say(f"{letter.ref} · {letter.correspondent}", "")
                self._scrolled()

        def refused(error: OfficeError) -> None:
            if here():
                why = sentence(error)
                self._model.change(place, state=Scan.REFUSED, why=why)
                self._say(why, "-wrong", wrong=True)
                self._scrolled()

        self._desk.ask(lambda office: scanned(office, typed=typed), found, owner=self, on_error=refused)
        self._scrolled()

    def take_back(self) -> None:
        """Ctrl+Z: the last label again."""
        row = self._model.take_last()
        if row is not None:
            self._say(_("{label} diambil kembali.").format(label=row.typed), "")
        self._scrolled()
        self.scan.setFocus()

    def finish(self) -> None:
        """Sends all that are ready and shows their page of the dispatch book."""
        refs = self._model.ready()
        if self._sending or not refs:
            return
        try:
            on = self.day.day()
        except OfficeError as error:
            self._say(sentence(error), "-wrong", wrong=True)
            self.day.setFocus()
            return
        printing = cast("RoundPrinting | None", self._desk.printing)
        today = self._desk.today

        def job(office: Office) -> _Done:
            outcome = dispatch_round(office, refs=refs, on=on)
            if printing is None or not outcome.dispatched:
                return _Done(outcome, b"", None)
            try:
                return _Done(outcome, sheet_of(printing, office, outcome.dispatched, on or today), None)
            except OfficeError as error:
                return _Done(outcome, b"", error)

        self._sending = True
        self._finish.setEnabled(False)
        self._say(_("Mengirim …"), "")
        self._desk.background.run(job, on_done=self._sent, on_error=self._not_sent, owner=self)

    def reject(self) -> None:
        """Esc: what was scanned stays remembered; nothing is sent."""
        if self._sending:
            return
        if self._model.ready():
            self._desk.say(_("Pindaian disimpan; lanjutkan kapan saja dari Ekspedisi."))
        super().reject()

    # --------------------------------------------------------------------------------------------- its hands

    def _take(self) -> None:
        typed = " ".join(self.scan.text().split())
        self.scan.clear()
        if typed and not self._sending:
            self.take(typed)

    def _place_of(self, typed: str) -> int | None:
        """Where this label was scanned before, however it was typed then."""
        wanted = _reference(typed)
        for place, row in enumerate(self._model.rows):
            if row.state is not Scan.TWICE and _reference(row.typed) == wanted:
                return place
        return None

    def _sent(self, done: _Done) -> None:
        self._sending = False
        outcome = done.outcome
        left = [RoundRow(each.typed, Scan.REFUSED, why=sentence(each.why)) for each in outcome.refused]
        self._model.keep(left)
        self._scrolled()
        self._desk.tell(outcome.changes)
        count = len(outcome.dispatched)
        told = n_("{count} surat dikirim.", count).format(count=formats.number(count))
        self._desk.say(told)
        if done.trouble is not None:
            self._desk.say_wrong(done.trouble)
        if left:
            below = _("Yang di bawah ini tidak dapat dikirim.")
            self._say(f"{told} {below}", "-wrong", wrong=True)
        else:
            self.accept()
        if done.page:
            show_sheet(self._desk, done.page, self._day_sent(), self if left else self._window)

    def _not_sent(self, error: OfficeError) -> None:
        self._sending = False
        self._say(sentence(error), "-wrong", wrong=True)
        self._show_count()

    def _day_sent(self) -> date:
        return self.day.day() or self._desk.today

    def _scrolled(self) -> None:
        self._view.scrollToBottom()
        self._desk.memory.keep(
            _REMEMBERED,
            {"typed": [row.typed for row in self._model.rows if row.state in (Scan.READY, Scan.LOOKED_UP)]},
        )
        self._show_count()


def _reference(typed: str) -> str:
    try:
        return str(LetterRef.read(typed))
    except OfficeError:
        return typed.casefold()
