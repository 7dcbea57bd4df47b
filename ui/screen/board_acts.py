"""What can be done to the line one stands on, or to all ticked ones: each act ends in one message and one `changed`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from correspondence.boards import DispositionWait, SignatureWait
from correspondence.changes import Changes
from correspondence.errors import ChangedElsewhere
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Need, Step
from ui import formats
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
from ui.screen.board_refused import RefusedDialog
from ui.screen.board_refused import told as told_of
from ui.screen.board_rows import Wait, since_of
from ui.screen.board_words import about_of, said_of, signed_of
from ui.screen.desk import Desk
from ui.screen.detail_buttons import Lead
from ui.screen.disposition_dialog import DispositionDialog
from ui.screen.disposition_report import ReportDialog
from ui.screen.promise_dialog import PromiseDialog
from ui.screen.reckoning import ReckoningDialog
from ui.screen.reminding import Reminding
from ui.screen.step_dialog import FormDialog, Job, StepDialog
from ui.texts import _, n_
from ui.words import step_word


class BoardActs(QObject):
    """`picked` says which lines are meant; `refused` carries those of several that a step was refused on."""

    refused = Signal(object)

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
        if asked or step is Step.DONE:
            self._ask(waits, step, asked)
        else:
            self._do(waits, step, StepOrder())

    def sign(self, on: Sequence[Wait] | None = None) -> None:
        """The one key: what was on paper is written down as initialled or signed, of the picked lines or of these."""
        waits = [each for each in (self._picked() if on is None else on) if isinstance(each, SignatureWait)]
        if waits and not self._busy:
            self._run(partial(on_each, waits=waits, deed=sign), signed_of(waits))

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

    def _ask(self, waits: Sequence[Wait], step: Step, asked: frozenset[Need]) -> None:
        """One dialog for all lines. It knows of one `Changes` only: what was refused is listed when it has closed."""
        partly: list[Outcome] = []
        about = about_of(waits)
        hand_in, said = _hand_in(waits, step, partly), said_of(step, waits)
        dialog: FormDialog
        if Need.RECIPIENTS in asked:
            title = n_("Teruskan {count} disposisi", len(waits)).format(count=formats.number(len(waits)))
            if len(waits) == 1:
                title = _("Teruskan disposisi {ref}").format(ref=about)
            dialog = DispositionDialog(self._desk, title, hand_in, self._window, child=True)
        elif step is Step.DONE:
            dialog = ReportDialog(
                self._desk, said, needs=asked, hand_in=hand_in, parent=self._window, about=about
            )
        else:
            word = step_word(step)
            dialog = StepDialog(
                self._desk, word, said, needs=asked, hand_in=hand_in, parent=self._window, about=about
            )
        dialog.accepted.connect(lambda: self._list_partly(partly))
        dialog.open()

    def _do(self, waits: Sequence[Wait], step: Step, order: StepOrder) -> None:
        self._run(partial(on_each, waits=waits, deed=_deed(step, order)), said_of(step, waits))

    def _run(self, job: Callable[[Office], Outcome], said: str) -> None:
        self._busy = True

        def done(outcome: Outcome) -> None:
            if outcome.refused:
                self._list_refused(outcome)
            else:
                self._desk.say(said)
            self._desk.tell(outcome.changes)

        def settled() -> None:
            self._busy = False

        self._desk.background.run(
            job, on_done=done, on_error=self._desk.say_wrong, on_settled=settled, owner=self
        )

    def _list_partly(self, partly: Sequence[Outcome]) -> None:
        for outcome in partly:
            self._list_refused(outcome)

    def _list_refused(self, outcome: Outcome) -> None:
        """Says the first reason, lists them all where there are several, and leaves only these lines ticked."""
        self.refused.emit(tuple(wait for wait, _error in outcome.refused))
        self._desk.say_wrong(told_of(len(outcome.done), outcome.refused))
        if len(outcome.refused) > 1:
            RefusedDialog(self._desk, len(outcome.done), outcome.refused, self._window).open()

    def _of_one_officer(self) -> list[Wait]:
        """A reminder goes to one person: the lines of the first one's officer."""
        waits = list(self._picked())
        return [each for each in waits if officer_of(each) == officer_of(waits[0])]


def _hand_in(waits: Sequence[Wait], step: Step, partly: list[Outcome]) -> Callable[[StepOrder], Job]:
    """From an order to the job of a dialog; what was refused on some lines only is put into `partly`."""
    told: list[ChangedElsewhere] = []

    def hand_in(order: StepOrder) -> Job:
        # Who was told of another desk's step and hands in again, knows.
        deed = _deed(step, order) if not told else _unasked(_deed(step, order))

        def job(office: Office) -> Changes:
            try:
                outcome = on_each(office, waits, deed)
            except ChangedElsewhere as changed:
                told.append(changed)
                raise
            if outcome.refused and outcome.done:
                partly.append(outcome)
            elif outcome.refused:
                told.extend(error for _wait, error in outcome.refused if isinstance(error, ChangedElsewhere))
                raise outcome.refused[0][1]
            return outcome.changes

        return job

    return hand_in


def _deed(step: Step, order: StepOrder) -> Deed:
    def deed(office: Office, wait: Wait, version: int | None) -> Changes:
        expecting = replace(order, expected_version=version, continues=version is None)
        if isinstance(wait, DispositionWait):
            return dispose(office, wait, step, expecting)
        if step is Step.SEND_BACK:
            return send_back(office, wait, expecting)
        return except_from_chain(office, wait, step, expecting)

    return deed


def _unasked(deed: Deed) -> Deed:
    return lambda office, wait, _version: deed(office, wait, None)
