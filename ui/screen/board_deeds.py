"""One step on several lines of a board: each letter is its own transaction, and what was refused is told by its letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from correspondence.boards import DispositionWait, SignatureWait
from correspondence.changes import Changes
from correspondence.errors import OfficeError
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services.disposing import dispose_step
from correspondence.services.signing import signature_step
from correspondence.services.stepping import StepOrder, take_step
from correspondence.signatures import SignatureTask
from correspondence.workflow import DISPOSITION, SIGNATURE, Need, Role, Step, steps_from
from ui.screen.board_rows import Wait

_BY_TASK = {SignatureTask.INITIAL: Step.INITIAL, SignatureTask.SIGN: Step.SIGN}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a step on several lines. `changes.refs` names a letter once for each line: so often it is taken back."""

    changes: Changes
    done: tuple[LetterRef, ...]
    refused: tuple[tuple[Wait, OfficeError], ...]


Deed = Callable[[Office, Wait, int | None], Changes]
"""A step on a line; the version is that of the letter that was looked at, None for the second line of one letter."""


def on_each(office: Office, waits: Sequence[Wait], deed: Deed) -> Outcome:
    """Does it to one line after the other. When the only one is refused, its error is raised.

    Every letter must be as it was looked at; the second of two lines of one letter comes after the first one's step.
    """
    done: dict[LetterRef, int] = {}
    stepped: list[LetterRef] = []
    refused: list[tuple[Wait, OfficeError]] = []
    for each in waits:
        try:
            deed(office, each, None if each.letter.ref in done else each.letter.version)
        except OfficeError as error:
            if len(waits) == 1:
                raise
            refused.append((each, error))
        else:
            done[each.letter.ref] = each.letter.id
            stepped.append(each.letter.ref)
    return Outcome(Changes(tuple(stepped), tuple(done.values())), tuple(done), tuple(refused))


def sign(office: Office, wait: Wait, version: int | None) -> Changes:
    """Writes down the initial or the signature this line waits for, as its officer's."""
    if not isinstance(wait, SignatureWait):
        raise TypeError(wait)
    order = StepOrder(by=wait.officer, expected_version=version, continues=version is None)
    return take_step(office, ref=wait.letter.ref, step=_BY_TASK[wait.step.task], order=order)


def send_back(office: Office, wait: Wait, order: StepOrder) -> Changes:
    """The one who is waited for sends the draft back."""
    if not isinstance(wait, SignatureWait):
        raise TypeError(wait)
    order = replace(order, by=order.by or wait.officer)
    return take_step(office, ref=wait.letter.ref, step=Step.SEND_BACK, order=order)


def except_from_chain(office: Office, wait: Wait, step: Step, order: StepOrder) -> Changes:
    """Reassigns or skips a line of a chain."""
    if not isinstance(wait, SignatureWait):
        raise TypeError(wait)
    to = order.stand_in or (order.to[0] if order.to else "")
    return signature_step(office, signature_id=wait.step.id, step=step, by=order.by, to=to, note=order.note)


def dispose(office: Office, wait: Wait, step: Step, order: StepOrder) -> Changes:
    """A step of one disposition."""
    if not isinstance(wait, DispositionWait):
        raise TypeError(wait)
    return dispose_step(office, disposition_id=wait.disposition.id, step=step, order=order)


def steps_of(wait: Wait, role: Role = Role.ADMINISTRATOR) -> tuple[Step, ...]:
    """The steps the workflow draws for a line and for `role`, the likely one first.

    Who waits for a lead below is not asked to report.
    """
    if isinstance(wait, SignatureWait):
        drawn = steps_from(SIGNATURE, wait.step.state, role)
        mine = _BY_TASK[wait.step.task]
        others = (Step.SEND_BACK, Step.REASSIGN, Step.SKIP)
        skips = wait.step.task is SignatureTask.INITIAL
        return (mine, *(each for each in others if each in drawn and (skips or each is not Step.SKIP)))
    drawn = steps_from(DISPOSITION, wait.disposition.state, role)
    likely = [each for each in (Step.READ, Step.START, Step.DONE) if each in drawn]
    steps = (*likely, *(each for each in drawn if each not in likely))
    return tuple(each for each in steps if each is not Step.DONE or not wait.waits_below)


def common_steps(waits: Sequence[Wait], role: Role = Role.ADMINISTRATOR) -> tuple[Step, ...]:
    """The steps that every one of these lines allows to `role`, in the first one's order."""
    if not waits:
        return ()
    others = [frozenset(steps_of(each, role)) for each in waits[1:]]
    return tuple(each for each in steps_of(waits[0], role) if all(each in steps for steps in others))


def needs_of(wait: Wait, step: Step) -> frozenset[Need]:
    """What the table says the step asks for."""
    table = SIGNATURE if isinstance(wait, SignatureWait) else DISPOSITION
    state = wait.step.state if isinstance(wait, SignatureWait) else wait.disposition.state
    lines = [line for line in table if line.source == state and line.step is step]
    return frozenset().union(*(line.needs for line in lines))
