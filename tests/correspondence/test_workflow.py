"""The four tables against a second writing of them: every state times every step."""

from __future__ import annotations

from itertools import product

import pytest

from correspondence.errors import Refused
from correspondence.workflow import (
    DISPOSITION,
    EDITABLE_STATES,
    INCOMING,
    OPEN_STATES,
    OUTGOING,
    SIGNATURE,
    TABLES,
    UNDOABLE,
    Circumstances,
    Direction,
    DispositionState,
    IncomingState,
    Need,
    OutgoingState,
    Role,
    SignatureState,
    State,
    Step,
    Transition,
    When,
    advance,
    allowed,
    is_cancelled,
    is_open,
    state_of,
    steps_from,
    table_of,
)

# From the office's handbook, by hand: state | steps out of it, with ! where a note is asked for.
INCOMING_BOOK = """
registered | submit submitted, dispose disposed, file! filed, return_to_sender returned, cancel! cancelled
submitted  | dispose disposed, recall registered, file filed, return_to_sender returned, cancel! cancelled
disposed   | complete completed, dispose disposed
completed  | file filed, reopen! disposed
filed      | reopen! disposed, reopen! registered
returned   |
cancelled  |
"""
OUTGOING_BOOK = """
draft              | send_for_review in_review, send_for_review awaiting_signature, cancel! cancelled
in_review          | initial in_review, initial awaiting_signature, send_back! needs_revision, recall draft
awaiting_signature | sign signed, send_back! needs_revision, recall draft
needs_revision     | send_for_review in_review, send_for_review awaiting_signature, cancel! cancelled
signed             | give_number numbered, cancel! cancelled
numbered           | dispatch dispatched, cancel! cancelled
dispatched         | confirm_delivery delivered, file filed
delivered          | file filed
filed              |
cancelled          |
"""
DISPOSITION_BOOK = """
sent        | read read, recall recalled, return! returned, forward in_progress
read        | start in_progress, return! returned, forward in_progress
in_progress | done done, forward in_progress
done        |
recalled    |
returned    |
"""
SIGNATURE_BOOK = """
waiting    | request requested, skip! skipped, reassign! reassigned
requested  | initial done, sign done, send_back! returned, skip! skipped, reassign! reassigned, recall waiting
done       |
returned   |
skipped    |
reassigned |
"""

BOOKS: dict[str, tuple[type[State], str]] = {
    "incoming": (IncomingState, INCOMING_BOOK),
    "outgoing": (OutgoingState, OUTGOING_BOOK),
    "disposition": (DispositionState, DISPOSITION_BOOK),
    "signature": (SignatureState, SIGNATURE_BOOK),
}

# One set of circumstances for each condition, in which it holds and the ones beside it do not.
HOLDS = {
    When.ALWAYS: Circumstances(),
    When.LEADS_DONE: Circumstances(done_leads=1),
    When.NO_OPEN_CHILDREN: Circumstances(),
    When.EVER_DISPOSED: Circumstances(ever_disposed=True),
    When.NEVER_DISPOSED: Circumstances(),
    When.INITIALS_IN_CHAIN: Circumstances(initials_in_chain=1, has_signatory=True),
    When.NO_INITIALS_IN_CHAIN: Circumstances(has_signatory=True),
    When.MORE_INITIALS: Circumstances(initials_left=2),
    When.LAST_INITIAL: Circumstances(initials_left=1),
}
FAILS = {
    When.LEADS_DONE: Circumstances(done_leads=1, open_leads=1),
    When.NO_OPEN_CHILDREN: Circumstances(open_leads=1),
    When.INITIALS_IN_CHAIN: Circumstances(initials_in_chain=1),
}


def expected(name: str) -> dict[tuple[str, str], list[tuple[str, bool]]]:
    """(state, step) → its targets, each with whether a note is asked for."""
    book: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for row in BOOKS[name][1].strip().splitlines():
        state, _, steps = (part.strip() for part in row.partition("|"))
        for pair in filter(None, (each.strip() for each in steps.split(","))):
            step, target = pair.split()
            book.setdefault((state, step.rstrip("!")), []).append((target, step.endswith("!")))
    return book


@pytest.mark.parametrize("name", BOOKS)
def test_every_state_is_in_the_handbook_once(name: str) -> None:
    states, book = BOOKS[name]
    assert [row.split("|")[0].strip() for row in book.strip().splitlines()] == [str(each) for each in states]


@pytest.mark.parametrize(
    ("name", "state", "step"),
    [(name, state, step) for name, (states, _) in BOOKS.items() for state, step in product(states, Step)],
)
def test_a_step_leads_where_the_handbook_says_or_is_refused(name: str, state: State, step: Step) -> None:
    drawn = expected(name).get((str(state), str(step)), [])
    lines = [line for line in TABLES[name] if (line.source, line.step) == (state, step)]
    assert [(str(line.target), Need.NOTE in line.needs) for line in lines] == drawn
    for line in lines:
        assert advance(TABLES[name], state, step, HOLDS[line.when]) == line
    if not drawn:
        with pytest.raises(Refused) as refused:
            advance(TABLES[name], state, step)
        assert refused.value.rule == "step_not_allowed"
        assert refused.value.facts["state"] == str(state)


@pytest.mark.parametrize("line", [line for table in TABLES.values() for line in table if line.when in FAILS])
def test_a_condition_that_does_not_hold_holds_the_step_back(line: Transition) -> None:
    table = next(table for table in TABLES.values() if line in table)
    with pytest.raises(Refused) as refused:
        advance(table, line.source, line.step, FAILS[line.when])
    assert refused.value.rule == "step_held_back"
    assert str(line.step) not in refused.value.facts["allowed"]  # type: ignore[operator]


@pytest.mark.parametrize("step", [Step.SKIP, Step.REASSIGN])
@pytest.mark.parametrize("state", [SignatureState.WAITING, SignatureState.REQUESTED])
def test_only_overseers_make_exceptions_in_a_chain(state: SignatureState, step: Step) -> None:
    for role in (Role.SECRETARY, Role.ADMINISTRATOR):
        assert advance(SIGNATURE, state, step, role=role).step is step
    for role in (Role.CLERK, Role.HEAD):
        with pytest.raises(Refused) as refused:
            advance(SIGNATURE, state, step, role=role)
        assert refused.value.rule == "step_not_yours"
        assert refused.value.facts["roles"] == ("administrator", "secretary")


def test_what_is_asked_for_with_a_step() -> None:
    asked = {
        (line.source, line.step): set(line.needs) - {Need.NOTE}
        for table in TABLES.values()
        for line in table
        if set(line.needs) - {Need.NOTE}
    }
    disposed = [(IncomingState(each), Step.DISPOSE) for each in ("registered", "submitted", "disposed")]
    forwarded = [(DispositionState(each), Step.FORWARD) for each in ("sent", "read", "in_progress")]
    assert asked == {
        **{key: {Need.RECIPIENTS} for key in (*disposed, *forwarded)},
        (OutgoingState.DISPATCHED, Step.CONFIRM_DELIVERY): {Need.RECEIVED_BY},
        (SignatureState.WAITING, Step.REASSIGN): {Need.OFFICER},
        (SignatureState.REQUESTED, Step.REASSIGN): {Need.OFFICER},
    }


def test_open_states_are_the_ones_the_counts_are_defined_by() -> None:
    words = "registered submitted disposed draft in_review awaiting_signature needs_revision signed numbered"
    assert {str(state) for state in OPEN_STATES} == set(words.split())
    assert all(is_open(state) == (str(state) in words.split()) for state in (*IncomingState, *OutgoingState))
    assert is_cancelled(IncomingState.CANCELLED)
    assert is_cancelled(OutgoingState.CANCELLED)
    assert not is_cancelled(IncomingState.RETURNED)


def test_a_letter_under_review_and_one_that_ended_badly_are_locked() -> None:
    locked = {str(state) for state in (*IncomingState, *OutgoingState) if state not in EDITABLE_STATES}
    assert locked == {"in_review", "awaiting_signature", "returned", "cancelled"}


def test_no_open_letter_is_stuck() -> None:
    """From every open state some way leads out of the open ones."""
    for table in (INCOMING, OUTGOING):
        ends = {line.source for line in table if not is_open(line.target)}
        for _ in range(len(table)):
            ends |= {line.source for line in table if line.target in ends}
        assert {line.source for line in table if is_open(line.source)} <= ends


def test_buttons_stand_in_the_order_of_the_table_and_once_each() -> None:
    assert steps_from(OUTGOING, OutgoingState.DRAFT) == (Step.SEND_FOR_REVIEW, Step.CANCEL)
    assert allowed(OUTGOING, OutgoingState.DRAFT, Circumstances()) == (Step.CANCEL,)
    chain = Circumstances(has_signatory=True)
    assert allowed(OUTGOING, OutgoingState.DRAFT, chain) == (Step.SEND_FOR_REVIEW, Step.CANCEL)
    clerk = allowed(SIGNATURE, SignatureState.WAITING, Circumstances(), Role.CLERK)
    assert clerk == (Step.REQUEST,)
    assert allowed(DISPOSITION, DispositionState.IN_PROGRESS, Circumstances(open_leads=1)) == (Step.FORWARD,)


def test_a_state_is_read_in_its_own_book() -> None:
    assert state_of(Direction.INCOMING, "filed") is IncomingState.FILED
    assert state_of(Direction.OUTGOING, "filed") is OutgoingState.FILED
    with pytest.raises(ValueError, match="draft"):
        state_of(Direction.INCOMING, "draft")
    assert table_of(Direction.INCOMING) is INCOMING
    assert table_of(Direction.OUTGOING) is OUTGOING


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", BOOKS)
def test_every_state_times_every_step_times_every_role(name: str, role: Role) -> None:
    """The whole product: what a role may not do is refused as such, whatever else holds; what it may is as drawn."""
    overseers = {Role.SECRETARY, Role.ADMINISTRATOR}
    for state, step in product(BOOKS[name][0], Step):
        lines = [line for line in TABLES[name] if (line.source, line.step) == (state, step)]
        barred = name == "signature" and step in {Step.SKIP, Step.REASSIGN} and role not in overseers
        for line in lines:
            if not barred:
                assert advance(TABLES[name], state, step, HOLDS[line.when], role) == line
                assert step in allowed(TABLES[name], state, HOLDS[line.when], role)
        for circumstances in (*HOLDS.values(), *FAILS.values()):
            holds = any(circumstances.hold(line.when) for line in lines)
            expected_rule = (
                "step_not_allowed" if not lines else "step_not_yours" if barred else "step_held_back"
            )
            if barred or not holds:
                with pytest.raises(Refused) as refused:
                    advance(TABLES[name], state, step, circumstances, role)
                assert refused.value.rule == expected_rule
                assert str(step) not in refused.value.facts["allowed"]  # type: ignore[operator]


def test_what_may_be_taken_back_is_in_the_handbook() -> None:
    words = """submit dispose file return_to_sender cancel recall complete reopen
        send_for_review initial send_back sign dispatch confirm_delivery
        disposition_read disposition_start disposition_done disposition_forward disposition_return
        disposition_recall signature_skip signature_reassign"""
    assert set(words.split()) == UNDOABLE
