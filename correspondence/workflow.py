"""States and steps as four small tables, and `advance()` which reads them. The only place where they stand.

A person who does not program can check the tables against the office's handbook: a line says from which state
a step leads where, under which condition, what must be said with it and who may take it. The buttons of a
screen, the CHECK constraints of the archive and the words of the manual all come from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from correspondence.errors import Refused


class Direction(StrEnum):
    """The two books: surat masuk and surat keluar."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class IncomingState(StrEnum):
    REGISTERED = "registered"
    SUBMITTED = "submitted"
    DISPOSED = "disposed"
    COMPLETED = "completed"
    FILED = "filed"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class OutgoingState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    AWAITING_SIGNATURE = "awaiting_signature"
    NEEDS_REVISION = "needs_revision"
    SIGNED = "signed"
    NUMBERED = "numbered"
    DISPATCHED = "dispatched"
    DELIVERED = "delivered"
    FILED = "filed"
    CANCELLED = "cancelled"


class DispositionState(StrEnum):
    SENT = "sent"
    READ = "read"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    RECALLED = "recalled"
    RETURNED = "returned"


class SignatureState(StrEnum):
    WAITING = "waiting"
    REQUESTED = "requested"
    DONE = "done"
    RETURNED = "returned"
    SKIPPED = "skipped"
    REASSIGNED = "reassigned"


class Step(StrEnum):
    """What a person does to a letter, a disposition or a line of a signature chain."""

    SUBMIT = "submit"
    DISPOSE = "dispose"
    FILE = "file"
    RETURN_TO_SENDER = "return_to_sender"
    CANCEL = "cancel"
    RECALL = "recall"
    COMPLETE = "complete"
    REOPEN = "reopen"
    SEND_FOR_REVIEW = "send_for_review"
    INITIAL = "initial"
    SEND_BACK = "send_back"
    SIGN = "sign"
    GIVE_NUMBER = "give_number"
    DISPATCH = "dispatch"
    CONFIRM_DELIVERY = "confirm_delivery"
    READ = "read"
    START = "start"
    DONE = "done"
    FORWARD = "forward"
    RETURN = "return"
    REQUEST = "request"
    REASSIGN = "reassign"
    SKIP = "skip"


class Role(StrEnum):
    """What an account may do. A desk without accounts acts as administrator."""

    CLERK = "clerk"
    SECRETARY = "secretary"
    HEAD = "head"
    ADMINISTRATOR = "administrator"


class When(StrEnum):
    """Conditions that choose between two lines of the same step, or hold one back."""

    ALWAYS = "always"
    LEADS_DONE = "leads_done"
    NO_OPEN_CHILDREN = "no_open_children"
    EVER_DISPOSED = "ever_disposed"
    NEVER_DISPOSED = "never_disposed"
    INITIALS_IN_CHAIN = "initials_in_chain"
    NO_INITIALS_IN_CHAIN = "no_initials_in_chain"
    MORE_INITIALS = "more_initials"
    LAST_INITIAL = "last_initial"


class Need(StrEnum):
    """What a step asks for beside itself."""

    NOTE = "note"
    RECIPIENTS = "recipients"
    RECEIVED_BY = "received_by"
    OFFICER = "officer"


State = IncomingState | OutgoingState | DispositionState | SignatureState

ANYONE: frozenset[Role] = frozenset(Role)
OVERSEERS: frozenset[Role] = frozenset({Role.SECRETARY, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of a table: in `source`, `step` leads to `target` `when` it holds."""

    source: State
    step: Step
    target: State
    when: When = When.ALWAYS
    needs: frozenset[Need] = frozenset()
    roles: frozenset[Role] = ANYONE


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The facts outside a state that the conditions ask for. Counts of what is still open."""

    open_leads: int = 0
    done_leads: int = 0
    ever_disposed: bool = False
    initials_in_chain: int = 0
    initials_left: int = 0
    has_signatory: bool = False

    def hold(self, when: When) -> bool:
        """Whether the condition holds."""
        return {
            When.ALWAYS: True,
            When.LEADS_DONE: self.done_leads > 0 and self.open_leads == 0,
            When.NO_OPEN_CHILDREN: self.open_leads == 0,
            When.EVER_DISPOSED: self.ever_disposed,
            When.NEVER_DISPOSED: not self.ever_disposed,
            When.INITIALS_IN_CHAIN: self.has_signatory and self.initials_in_chain > 0,
            When.NO_INITIALS_IN_CHAIN: self.has_signatory and self.initials_in_chain == 0,
            When.MORE_INITIALS: self.initials_left > 1,
            When.LAST_INITIAL: self.initials_left <= 1,
        }[when]


_NOTE = frozenset({Need.NOTE})
_TO = frozenset({Need.RECIPIENTS})
_I, _O, _D, _S, _W = IncomingState, OutgoingState, DispositionState, SignatureState, When

INCOMING: tuple[Transition, ...] = (
    Transition(_I.REGISTERED, Step.SUBMIT, _I.SUBMITTED),
    Transition(_I.REGISTERED, Step.DISPOSE, _I.DISPOSED, needs=_TO),
    Transition(_I.REGISTERED, Step.FILE, _I.FILED, needs=_NOTE),
    Transition(_I.REGISTERED, Step.RETURN_TO_SENDER, _I.RETURNED),
    Transition(_I.REGISTERED, Step.CANCEL, _I.CANCELLED, needs=_NOTE),
    Transition(_I.SUBMITTED, Step.DISPOSE, _I.DISPOSED, needs=_TO),
    Transition(_I.SUBMITTED, Step.RECALL, _I.REGISTERED),
    Transition(_I.SUBMITTED, Step.FILE, _I.FILED),
    Transition(_I.SUBMITTED, Step.RETURN_TO_SENDER, _I.RETURNED),
    Transition(_I.SUBMITTED, Step.CANCEL, _I.CANCELLED, needs=_NOTE),
    Transition(_I.DISPOSED, Step.COMPLETE, _I.COMPLETED, when=_W.LEADS_DONE),
    Transition(_I.DISPOSED, Step.DISPOSE, _I.DISPOSED, needs=_TO),
    Transition(_I.COMPLETED, Step.FILE, _I.FILED),
    Transition(_I.COMPLETED, Step.REOPEN, _I.DISPOSED, needs=_NOTE),
    Transition(_I.FILED, Step.REOPEN, _I.DISPOSED, when=_W.EVER_DISPOSED, needs=_NOTE),
    Transition(_I.FILED, Step.REOPEN, _I.REGISTERED, when=_W.NEVER_DISPOSED, needs=_NOTE),
)

OUTGOING: tuple[Transition, ...] = (
    Transition(_O.DRAFT, Step.SEND_FOR_REVIEW, _O.IN_REVIEW, when=_W.INITIALS_IN_CHAIN),
    Transition(_O.DRAFT, Step.SEND_FOR_REVIEW, _O.AWAITING_SIGNATURE, when=_W.NO_INITIALS_IN_CHAIN),
    Transition(_O.DRAFT, Step.CANCEL, _O.CANCELLED, needs=_NOTE),
    Transition(_O.IN_REVIEW, Step.INITIAL, _O.IN_REVIEW, when=_W.MORE_INITIALS),
    Transition(_O.IN_REVIEW, Step.INITIAL, _O.AWAITING_SIGNATURE, when=_W.LAST_INITIAL),
    Transition(_O.IN_REVIEW, Step.SEND_BACK, _O.NEEDS_REVISION, needs=_NOTE),
    Transition(_O.IN_REVIEW, Step.RECALL, _O.DRAFT),
    Transition(_O.AWAITING_SIGNATURE, Step.SIGN, _O.SIGNED),
    Transition(_O.AWAITING_SIGNATURE, Step.SEND_BACK, _O.NEEDS_REVISION, needs=_NOTE),
    Transition(_O.AWAITING_SIGNATURE, Step.RECALL, _O.DRAFT),
    Transition(_O.NEEDS_REVISION, Step.SEND_FOR_REVIEW, _O.IN_REVIEW, when=_W.INITIALS_IN_CHAIN),
    Transition(_O.NEEDS_REVISION, Step.SEND_FOR_REVIEW, _O.AWAITING_SIGNATURE, when=_W.NO_INITIALS_IN_CHAIN),
    Transition(_O.NEEDS_REVISION, Step.CANCEL, _O.CANCELLED, needs=_NOTE),
    Transition(_O.SIGNED, Step.GIVE_NUMBER, _O.NUMBERED),
    Transition(_O.SIGNED, Step.CANCEL, _O.CANCELLED, needs=_NOTE),
    Transition(_O.NUMBERED, Step.DISPATCH, _O.DISPATCHED),
    Transition(_O.NUMBERED, Step.CANCEL, _O.CANCELLED, needs=_NOTE),
    Transition(_O.DISPATCHED, Step.CONFIRM_DELIVERY, _O.DELIVERED, needs=frozenset({Need.RECEIVED_BY})),
    Transition(_O.DISPATCHED, Step.FILE, _O.FILED),
    Transition(_O.DELIVERED, Step.FILE, _O.FILED),
)

DISPOSITION: tuple[Transition, ...] = (
    Transition(_D.SENT, Step.READ, _D.READ),
    Transition(_D.SENT, Step.RECALL, _D.RECALLED),
    Transition(_D.SENT, Step.RETURN, _D.RETURNED, needs=_NOTE),
    Transition(_D.READ, Step.RETURN, _D.RETURNED, needs=_NOTE),
    Transition(_D.READ, Step.START, _D.IN_PROGRESS),
    Transition(_D.SENT, Step.FORWARD, _D.IN_PROGRESS, needs=_TO),
    Transition(_D.READ, Step.FORWARD, _D.IN_PROGRESS, needs=_TO),
    Transition(_D.IN_PROGRESS, Step.FORWARD, _D.IN_PROGRESS, needs=_TO),
    Transition(_D.IN_PROGRESS, Step.DONE, _D.DONE, when=_W.NO_OPEN_CHILDREN),
)

SIGNATURE: tuple[Transition, ...] = (
    Transition(_S.WAITING, Step.REQUEST, _S.REQUESTED),
    Transition(_S.WAITING, Step.SKIP, _S.SKIPPED, needs=_NOTE, roles=OVERSEERS),
    Transition(
        _S.WAITING,
        Step.REASSIGN,
        _S.REASSIGNED,
        needs=frozenset({Need.NOTE, Need.OFFICER}),
        roles=OVERSEERS,
    ),
    Transition(_S.REQUESTED, Step.INITIAL, _S.DONE),
    Transition(_S.REQUESTED, Step.SIGN, _S.DONE),
    Transition(_S.REQUESTED, Step.SEND_BACK, _S.RETURNED, needs=_NOTE),
    Transition(_S.REQUESTED, Step.RECALL, _S.WAITING),
    Transition(_S.REQUESTED, Step.SKIP, _S.SKIPPED, needs=_NOTE, roles=OVERSEERS),
    Transition(
        _S.REQUESTED,
        Step.REASSIGN,
        _S.REASSIGNED,
        needs=frozenset({Need.NOTE, Need.OFFICER}),
        roles=OVERSEERS,
    ),
)

TABLES: dict[str, tuple[Transition, ...]] = {
    "incoming": INCOMING,
    "outgoing": OUTGOING,
    "disposition": DISPOSITION,
    "signature": SIGNATURE,
}

UNDOABLE: frozenset[str] = frozenset(
    {
        *(str(line.step) for line in (*INCOMING, *OUTGOING) if line.step is not Step.GIVE_NUMBER),
        *(f"disposition_{line.step}" for line in DISPOSITION),
        *(f"signature_{step}" for step in (Step.SKIP, Step.REASSIGN)),
    }
)
"""Steps, as the journal calls them, that may be taken back while nothing has been written after them, on the same day,
by whoever took them or an overseer. Not giving the number: a number once given is never free again; who gave it by
mistake cancels the letter. Nor registering: an entry in the book is cancelled, not taken back."""

OPEN_STATES: frozenset[State] = frozenset(
    {
        _I.REGISTERED,
        _I.SUBMITTED,
        _I.DISPOSED,
        _O.DRAFT,
        _O.IN_REVIEW,
        _O.AWAITING_SIGNATURE,
        _O.NEEDS_REVISION,
        _O.SIGNED,
        _O.NUMBERED,
    }
)
LIVE_DISPOSITIONS: frozenset[DispositionState] = frozenset({_D.SENT, _D.READ, _D.IN_PROGRESS})
EDITABLE_STATES: frozenset[State] = frozenset(
    {*_I, _O.DRAFT, _O.NEEDS_REVISION, _O.SIGNED, _O.NUMBERED, _O.DISPATCHED, _O.DELIVERED, _O.FILED}
) - {_I.RETURNED, _I.CANCELLED}


def table_of(direction: Direction) -> tuple[Transition, ...]:
    """The letter's own table."""
    return INCOMING if direction is Direction.INCOMING else OUTGOING


def state_of(direction: Direction, code: str) -> IncomingState | OutgoingState:
    """The state called `code` in the letter's own table; ValueError when there is none."""
    return IncomingState(code) if direction is Direction.INCOMING else OutgoingState(code)


def is_open(state: State) -> bool:
    """Whether a letter in this state still waits for somebody of the office."""
    return state in OPEN_STATES


def is_cancelled(state: State) -> bool:
    """Whether the letter was struck from the book; its number stays."""
    return state in (_I.CANCELLED, _O.CANCELLED)


def steps_from(
    table: Iterable[Transition], state: State, role: Role = Role.ADMINISTRATOR
) -> tuple[Step, ...]:
    """Every step the table draws out of `state` for `role`, in the table's order, whatever the circumstances."""
    return tuple(dict.fromkeys(line.step for line in table if line.source == state and role in line.roles))


def allowed(
    table: Iterable[Transition], state: State, circumstances: Circumstances, role: Role = Role.ADMINISTRATOR
) -> tuple[Step, ...]:
    """The steps that would be taken now, in the table's order: what the buttons show."""
    lines = [line for line in table if line.source == state and role in line.roles]
    return tuple(dict.fromkeys(line.step for line in lines if circumstances.hold(line.when)))


def advance(
    table: tuple[Transition, ...],
    state: State,
    step: Step,
    circumstances: Circumstances = Circumstances(),
    role: Role = Role.ADMINISTRATOR,
) -> Transition:
    """The line of `table` that `step` takes out of `state`.

    Refused: `step_not_allowed` (the table draws no such step), `step_not_yours` (another role's),
    `step_held_back` (its condition does not hold). Facts always name what is allowed now instead, and `of`: what is in
    that state (letter, disposition, signature).
    """
    now = tuple(str(each) for each in allowed(table, state, circumstances, role))
    of = {DispositionState: "disposition", SignatureState: "signature"}.get(type(state), "letter")
    facts = {"state": str(state), "step": str(step), "allowed": now, "of": of}
    lines = [line for line in table if line.source == state and line.step == step]
    if not lines:
        raise Refused("step_not_allowed", facts=facts)
    mine = [line for line in lines if role in line.roles]
    if not mine:
        raise Refused("step_not_yours", facts={**facts, "roles": tuple(sorted(lines[0].roles))})
    for line in mine:
        if circumstances.hold(line.when):
            return line
    raise Refused("step_held_back", facts={**facts, "when": str(mine[0].when)})
