"""Everything that can be done to the letter at hand; each ends in one service, one message and one `changed`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from correspondence.changes import Changes
from correspondence.dossier import Dossier
from correspondence.errors import OfficeError
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.disposing import dispose_step
from correspondence.services.registering import attach
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import DISPOSITION, Need, Step
from ui.screen.chain_dialog import ChainDialog
from ui.screen.desk import Desk
from ui.screen.disposition_dialog import DispositionDialog
from ui.screen.disposition_report import ReportDialog
from ui.screen.expecting import expecting
from ui.screen.files import open_content, read_files
from ui.screen.saving import ask_for_file, save_content
from ui.screen.sign_dialog import SignDialog, ask_for_signed, is_signed_file
from ui.screen.step_dialog import Job, StepDialog
from ui.screen.steps import CHAIN_STATES, GRAVE, needs
from ui.screen.submit_dialog import SubmitDialog
from ui.texts import _
from ui.words import done_word, step_word

if TYPE_CHECKING:
    from ui.screen.letter_papers import LetterPapers


class LetterActions(QObject):
    """`dossier` is the letter shown; `edit_asked` wants its form."""

    edit_asked = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dossier: Dossier | None = None
        self._under_way: Dossier | None = None
        self._papers: LetterPapers | None = None

    def take(self, step: Step, *, detailed: bool = False) -> None:
        """Takes a step; asks first for what the table says it needs."""
        dossier = self.dossier
        if dossier is None or step not in dossier.steps:
            return
        ref = dossier.letter.ref
        asked = needs(dossier, step)
        hand_in = self._taking(dossier, step)
        if Need.RECIPIENTS in asked:
            self.dispose()
        elif step is Step.SUBMIT:
            said = self._said(ref, step)
            SubmitDialog(self._desk, step_word(step), said, hand_in, self._window, about=str(ref)).open()
        elif asked or detailed or step in GRAVE:
            self._ask(step, self._said(ref, step), asked, hand_in)
        else:
            self._do(hand_in(StepOrder()), self._said(ref, step))

    def dispose(self) -> None:
        """Ctrl+D."""
        dossier = self.dossier
        if dossier is None or Step.DISPOSE not in dossier.steps:
            return
        ref = dossier.letter.ref
        hand_in = self._taking(dossier, Step.DISPOSE)
        title = _("Disposisi {ref}").format(ref=ref)
        due = self._due_of(dossier)
        DispositionDialog(self._desk, title, hand_in, self._window, ref=ref, letter_due=due).open()

    def take_disposition(self, disposition_id: int, step: Step) -> None:
        """A step of one disposition of the letter."""
        dossier = self.dossier
        if dossier is None:
            return

        def take(office: Office, order: StepOrder) -> Changes:
            return dispose_step(office, disposition_id=disposition_id, step=step, order=order)

        hand_in = expecting(dossier.letter.version, take)
        asked = frozenset().union(*(line.needs for line in DISPOSITION if line.step is step))
        ref = str(dossier.letter.ref)
        said = f"{ref}: {disposition_done_word(step)}."
        if Need.RECIPIENTS in asked:
            title = _("Teruskan disposisi {ref}").format(ref=ref)
            due = self._due_of(dossier)
            DispositionDialog(self._desk, title, hand_in, self._window, letter_due=due, child=True).open()
        elif step is Step.DONE:
            ReportDialog(
                self._desk, said, needs=asked, hand_in=hand_in, parent=self._window, about=ref
            ).open()
        elif asked:
            self._ask(step, said, asked, hand_in)
        else:
            self._do(hand_in(StepOrder()), said)

    def set_chain(self) -> None:
        """Ctrl+T: for drafts the chain; for letters on their way up, the signature itself."""
        dossier = self.dossier
        if dossier is None:
            return
        if dossier.letter.state not in CHAIN_STATES:
            for step in (Step.INITIAL, Step.SIGN):
                self.take(step)
            return
        ChainDialog(self._desk, dossier, self._window).open()

    def edit(self) -> None:
        """Ctrl+E."""
        if self.dossier is not None:
            self.edit_asked.emit(self.dossier)

    def attach(self, paths: list[Path]) -> None:
        """Hangs files on the letter; a PDF for a letter that waits for its signature may be the signed one."""
        dossier = self.dossier
        if dossier is None or not paths:
            return
        if is_signed_file(dossier, paths):
            self._sign(dossier, tuple(paths), hang=partial(self._hang, dossier.letter.ref))
        else:
            self._hang(dossier.letter.ref, paths)

    def sign_electronically(self) -> None:
        """Asks for the signed PDF, then for the rest."""
        dossier = self.dossier
        if dossier is not None and Step.SIGN in dossier.steps:
            ask_for_signed(self._window, lambda paths: self._sign(dossier, tuple(paths)))

    def _hang(self, ref: LetterRef, paths: list[Path]) -> None:

        def job(office: Office) -> Changes:
            return attach(office, ref=ref, attachments=read_files(paths))

        self._desk.do(job, on_done=lambda _changes: self._desk.say(_("Berkas dilampirkan.")))

    def open_attachment(self, name: str, sha256: str) -> None:
        """Opens a copy of a file."""
        self._fetch(sha256, lambda content: open_content(name, content))

    def save_attachment(self, name: str, sha256: str) -> None:
        """Saves a copy of a file where the clerk says."""

        def fetched(content: bytes) -> None:
            ask_for_file(
                self._desk,
                self._window,
                name,
                lambda path: save_content(self._desk, path, content, owner=self),
            )

        self._fetch(sha256, fetched)

    def print_paper(self) -> None:
        """Ctrl+P: the menu of this letter's papers."""
        if self.dossier is None or self._desk.printing is None:
            return
        # What shows and prints pages is wanted with the first paper, not with the first letter.
        from ui.screen.letter_papers import LetterPapers

        if self._papers is None:
            self._papers = LetterPapers(self._desk, self._window)
        self._papers.open_menu(self.dossier, self._window.mapToGlobal(self._window.rect().bottomLeft()))

    def _due_of(self, dossier: Dossier) -> date | None:
        """The letter's own deadline as a day of the office."""
        due = dossier.letter.due_at
        return due.astimezone(self._desk.zone).date() if due is not None else None

    def _taking(self, dossier: Dossier, step: Step) -> Callable[[StepOrder], Job]:
        ref = dossier.letter.ref

        def take(office: Office, order: StepOrder) -> Changes:
            return take_step(office, ref=ref, step=step, order=order)

        return expecting(dossier.letter.version, take)

    def _do(self, job: Job, said: str) -> None:
        """One step for one reading of the letter: the second click of a double click asks for nothing more.

        The button is not switched off meanwhile, which would take the keyboard from it.
        """
        if self.dossier is self._under_way:
            return
        self._under_way = self.dossier

        def refused(error: OfficeError) -> None:
            self._under_way = None
            self._desk.say_wrong(error)

        self._desk.do(job, on_done=lambda _changes: self._desk.say(said), on_error=refused)

    def _ask(
        self, step: Step, said: str, asked: frozenset[Need], hand_in: Callable[[StepOrder], Job]
    ) -> None:
        dossier = self.dossier
        if step is Step.SIGN and dossier is not None:
            self._sign(dossier)
            return
        about = str(dossier.letter.ref) if dossier is not None else ""
        word = step_word(step)
        StepDialog(
            self._desk, word, said, needs=asked, hand_in=hand_in, parent=self._window, about=about
        ).open()

    def _sign(
        self,
        dossier: Dossier,
        files: tuple[Path, ...] = (),
        hang: Callable[[list[Path]], None] | None = None,
    ) -> None:
        hand_in = self._taking(dossier, Step.SIGN)
        SignDialog(self._desk, dossier, hand_in, self._window, files=files, attach=hang).open()

    def _fetch(self, sha256: str, then: Callable[[bytes], object]) -> None:
        def done(content: bytes) -> None:
            then(content)

        self._desk.ask(lambda office: looking_up.attachment(office, sha256=sha256), done, owner=self)

    def _said(self, ref: LetterRef, step: Step) -> str:
        return f"{ref}: {done_word(step)}."


def disposition_done_word(step: Step) -> str:
    """`Disposisi dibaca`: a step of a disposition has its own word in the journal, apart from the letter's."""
    return done_word(f"disposition_{step}")
