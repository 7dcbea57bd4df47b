"""What can be done to the line one stands on, or to all ticked ones: each act ends in one message and one `changed`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from correspondence.boards import DispositionWait, SignatureWait
from correspondence.changes import Changes
from correspondence.errors import ChangedElsewhere
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from correspondence.signatures import SignatureTask
from correspondence.workflow import Need, Step
from ui import formats
from ui.failures import sentence
from ui.reminders import officer_of
from ui.screen.board_deeds import (
    Deed,
    Outcome,
    common_steps,
    dispose,
    except_from_chain,
    needs_of,
    on_each,
    send_back,
    sign,
    steps_of,
)
from ui.screen.board_rows import Wait, since_of
from ui.screen.desk import Desk
from ui.screen.detail_buttons import Lead
from ui.screen.disposition_dialog import DispositionDialog
from ui.screen.promise_dialog import PromiseDialog
from ui.screen.reckoning import ReckoningDialog
from ui.screen.reminding import Reminding
from ui.screen.step_dialog import Job, StepDialog
from ui.texts import _, n_
from ui.words import done_word, step_word


class BoardActs(QObject):
    """`picked` says which lines are meant."""

    def __init__(self, desk: Desk, window: QWidget, picked: Callable[[], Sequence[Wait]]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._picked = picked
        self._reminding = Reminding(desk)
        self._busy = False

    def take(self, step: Step, on: Sequence[Wait] | None = None) -> None:
        """Takes a step on every picked line, or on these; asks once for what the table says it needs."""
        waits = [each for each in (self._picked() if on is None else on) if step in steps_of(each)]
        if not waits or self._busy:
            return
        asked = needs_of(waits[0], step)
        if Need.RECIPIENTS in asked:
            title = n_("Teruskan {count} disposisi", len(waits)).format(count=formats.number(len(waits)))
            DispositionDialog(self._desk, title, self._hand_in(waits, step), self._window, child=True).open()
        elif asked or step is Step.DONE:
            StepDialog(
                self._desk,
                step_word(step),
                _said(step, waits),
                needs=asked,
                hand_in=self._hand_in(waits, step),
                parent=self._window,
            ).open()
        else:
            self._do(waits, step, StepOrder())

    def sign(self, on: Sequence[Wait] | None = None) -> None:
        """The one key: what was on paper is written down as initialled or signed, of the picked lines or of these."""
        waits = [each for each in (self._picked() if on is None else on) if isinstance(each, SignatureWait)]
        if waits and not self._busy:
            self._run(partial(on_each, waits=waits, deed=sign), _signed(waits))

    def promise(self) -> None:
        """Another promised time for all picked lines of chains."""
        waits = [each for each in self._picked() if isinstance(each, SignatureWait)]
        if waits:
            PromiseDialog(self._desk, waits, self._window).open()

    def next_step(self) -> None:
        """The likely step of the picked lines."""
        steps = common_steps(self._picked())
        if steps:
            self.take(steps[0])

    def lead(self, wait: Wait) -> Lead | None:
        """The first button under the letter of this line: its likely step, whatever else is ticked."""
        steps = steps_of(wait)
        if not steps:
            return None
        signs = isinstance(wait, SignatureWait)
        action = partial(self.sign, (wait,)) if signs else partial(self.take, steps[0], (wait,))
        return wait.letter.ref, step_word(steps[0]), action

    def copy_reminder(self) -> None:
        """The reminder into the clipboard."""
        self._reminding.copy(self._of_one_officer())

    def open_whatsapp(self) -> None:
        """A conversation with the officer, the reminder typed in; a person sends it or not."""
        self._reminding.open_whatsapp(self._of_one_officer())

    def show_reckoning(self) -> None:
        """Which days of the wait counted."""
        waits = self._picked()
        since = since_of(waits[0]) if waits else None
        if since is not None:
            ReckoningDialog(self._desk, waits[0].letter.subject, since, self._desk.now, self._window).open()

    def _hand_in(self, waits: Sequence[Wait], step: Step) -> Callable[[StepOrder], Job]:
        """A job for the dialogs, which know of one `Changes` only; several that were partly refused say so here."""

        told: list[ChangedElsewhere] = []

        def hand_in(order: StepOrder) -> Job:
            # Who was told of another desk's step and hands in again, knows.
            deed = _deed(step, order) if not told else _unasked(_deed(step, order))

            def job(office: Office) -> Changes:
                outcome = on_each(office, waits, deed)
                if outcome.refused and not outcome.done:
                    raise outcome.refused[0][1]
                return outcome.changes

            def remembering(office: Office) -> Changes:
                try:
                    return job(office)
                except ChangedElsewhere as changed:
                    told.append(changed)
                    raise

            return remembering

        return hand_in

    def _do(self, waits: Sequence[Wait], step: Step, order: StepOrder) -> None:
        self._run(partial(on_each, waits=waits, deed=_deed(step, order)), _said(step, waits))

    def _run(self, job: Callable[[Office], Outcome], said: str) -> None:
        self._busy = True

        def done(outcome: Outcome) -> None:
            if outcome.refused:
                ref, error = outcome.refused[0]
                told = n_("{count} surat dicatat.", len(outcome.done)).format(
                    count=formats.number(len(outcome.done))
                )
                missed = n_("{count} tidak:", len(outcome.refused)).format(
                    count=formats.number(len(outcome.refused))
                )
                self._desk.say_wrong(f"{told} {missed} {ref}: {sentence(error)}")
            else:
                self._desk.say(said)
            self._desk.tell(outcome.changes)

        def settled() -> None:
            self._busy = False

        self._desk.background.run(
            job, on_done=done, on_error=self._desk.say_wrong, on_settled=settled, owner=self
        )

    def _of_one_officer(self) -> list[Wait]:
        """A reminder goes to one person: the lines of the first one's officer."""
        waits = list(self._picked())
        return [each for each in waits if officer_of(each) == officer_of(waits[0])]


def _deed(step: Step, order: StepOrder) -> Deed:
    def deed(office: Office, wait: Wait, version: int | None) -> Changes:
        expecting = replace(order, expected_version=version)
        if isinstance(wait, DispositionWait):
            return dispose(office, wait, step, expecting)
        if step is Step.SEND_BACK:
            return send_back(office, wait, expecting)
        return except_from_chain(office, wait, step, expecting)

    return deed


def _unasked(deed: Deed) -> Deed:
    return lambda office, wait, _version: deed(office, wait, None)


def _said(step: Step, waits: Sequence[Wait]) -> str:
    names = {
        Step.REASSIGN: "signature_reassign",
        Step.SKIP: "signature_skip",
        Step.SEND_BACK: "send_back",
    }
    word = done_word(names.get(step, f"disposition_{step}"))
    return _about(waits, word)


def _signed(waits: Sequence[SignatureWait]) -> str:
    tasks = {each.step.task for each in waits}
    word = _("Diparaf/ditandatangani")
    if len(tasks) == 1:
        word = done_word("initial" if tasks == {SignatureTask.INITIAL} else "sign")
    return _about(waits, word)


def _about(waits: Sequence[Wait], word: str) -> str:
    if len(waits) == 1:
        return f"{waits[0].letter.ref}: {word}."
    return n_("{count} surat: {word}.", len(waits)).format(
        count=formats.number(len(waits)), word=word.lower()
    )
