"""Which of the steps the workflow allows is the likely one. The steps themselves come from the workflow table only."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.dispositions import circumstances_of, holding_lead
from correspondence.dossier import Dossier
from correspondence.signatures import SignatureTask, requested
from correspondence.workflow import (
    DISPOSITION,
    DispositionState,
    IncomingState,
    Need,
    OutgoingState,
    State,
    Step,
    allowed,
    table_of,
)

# What a clerk most likely does next; where two stand, the first one that is allowed.
_INCOMING: Mapping[State, tuple[Step, ...]] = {
    IncomingState.REGISTERED: (Step.SUBMIT,),
    IncomingState.SUBMITTED: (Step.DISPOSE,),
    IncomingState.DISPOSED: (Step.COMPLETE,),
    IncomingState.COMPLETED: (Step.FILE,),
}
_OUTGOING: Mapping[State, tuple[Step, ...]] = {
    OutgoingState.DRAFT: (Step.SEND_FOR_REVIEW,),
    OutgoingState.IN_REVIEW: (Step.INITIAL,),
    OutgoingState.AWAITING_SIGNATURE: (Step.SIGN,),
    OutgoingState.NEEDS_REVISION: (Step.SEND_FOR_REVIEW,),
    OutgoingState.SIGNED: (Step.GIVE_NUMBER,),
    OutgoingState.NUMBERED: (Step.DISPATCH,),
    OutgoingState.DISPATCHED: (Step.CONFIRM_DELIVERY,),
    OutgoingState.DELIVERED: (Step.FILE,),
}
_DISPOSITION: Mapping[State, Step] = {
    DispositionState.SENT: Step.READ,
    DispositionState.READ: Step.START,
    DispositionState.IN_PROGRESS: Step.DONE,
}
_TASKS: Mapping[Step, SignatureTask] = {Step.INITIAL: SignatureTask.INITIAL, Step.SIGN: SignatureTask.SIGN}
# Drafts get their chain of initials and signature before they are sent up.
CHAIN_STATES = frozenset({OutgoingState.DRAFT, OutgoingState.NEEDS_REVISION})
# Steps that take a letter out of the book or off its way: asked for once more, never the first button.
GRAVE = frozenset({Step.CANCEL, Step.RETURN_TO_SENDER})


def primary(dossier: Dossier) -> Step | None:
    """The next step for the one blue button; None when nothing is likelier than the rest."""
    table = _INCOMING if isinstance(dossier.letter.state, IncomingState) else _OUTGOING
    for step in table.get(dossier.letter.state, ()):
        if step in dossier.steps:
            return step
    return None


def likely_disposition(dossier: Dossier) -> tuple[int, Step] | None:
    """Of a letter that waits for its dispositions: the lead at whom it lies, and what is likely to be recorded there.

    Another lead only where nothing is to be recorded of that one.
    """
    lines = [each.disposition for each in reversed(dossier.dispositions)]
    holding = holding_lead(lines)
    for one in sorted(lines, key=lambda each: holding is None or each.id != holding.id):
        steps = disposition_steps(dossier, one.id) if one.lead and one.live else ()
        if steps and steps[0] is _DISPOSITION.get(one.state):
            return one.id, steps[0]
    return None


def whose(dossier: Dossier, step: Step) -> str:
    """Who is waited for to initial or to sign; "" for a step of the letter itself, and where several are."""
    lines = requested(line.step for line in dossier.signatures)
    waited_for = {line.id for line in lines if line.task is _TASKS.get(step)}
    names = [line.officer for line in dossier.signatures if line.step.id in waited_for]
    return names[0] if len(names) == 1 else ""


def called(name: str) -> str:
    """`Rahma Wulandari` of `Dra. Rahma Wulandari, M.Si.`: two names at most, no titles, for a button."""
    words = [each for each in name.split(",", maxsplit=1)[0].split() if not each.endswith(".")]
    return " ".join(words[:2]) or name


def wants_chain(dossier: Dossier) -> bool:
    """Whether the letter waits for somebody to say who signs it."""
    return dossier.letter.state in CHAIN_STATES and Step.SEND_FOR_REVIEW not in dossier.steps


def needs(dossier: Dossier, step: Step) -> frozenset[Need]:
    """What the step asks for, by the letter's own table."""
    letter = dossier.letter
    lines = [line for line in table_of(letter.direction) if line.source == letter.state and line.step is step]
    return frozenset().union(*(line.needs for line in lines))


def disposition_steps(dossier: Dossier, disposition_id: int) -> tuple[Step, ...]:
    """The steps of one disposition that would be taken now, the likely one first."""
    lines = [each.disposition for each in dossier.dispositions]
    one = next(each for each in lines if each.id == disposition_id)
    steps = allowed(DISPOSITION, one.state, circumstances_of(lines, disposition_id))
    likely = _DISPOSITION.get(one.state)
    return tuple(sorted(steps, key=lambda step: step is not likely))
