"""Signature chains: rounds, whose turn it is, what is left to do."""

from __future__ import annotations

from dataclasses import replace

from correspondence.signatures import (
    SignatureStep,
    SignatureTask,
    circumstances_of,
    current_round,
    next_to_request,
    requested,
)
from correspondence.workflow import SignatureState as State


def line(
    number: int,
    order: int,
    *,
    state: State = State.WAITING,
    round_number: int = 1,
    task: SignatureTask = SignatureTask.INITIAL,
) -> SignatureStep:
    return SignatureStep(1, round_number, order, officer_id=number, task=task, state=state, id=number)


SIGNATORY = line(9, 9, task=SignatureTask.SIGN)


def test_only_the_newest_round_counts() -> None:
    old = [line(1, 1, state=State.DONE), line(2, 2, state=State.RETURNED)]
    new = [line(4, 2, round_number=2), line(3, 1, round_number=2)]
    assert current_round([*old, *new]) == (new[1], new[0])
    assert current_round([]) == ()


def test_somebody_reassigned_is_history() -> None:
    chain = [line(1, 1, state=State.REASSIGNED), line(2, 1, state=State.REQUESTED), SIGNATORY]
    assert [each.id for each in current_round(chain)] == [2, 9]
    assert circumstances_of(chain).initials_in_chain == 1


def test_the_next_in_line_is_asked_when_everybody_before_has_passed() -> None:
    chain = [line(1, 1), line(2, 2), SIGNATORY]
    assert next_to_request(chain) == (chain[0],)
    chain[0] = replace(chain[0], state=State.REQUESTED)
    assert next_to_request(chain) == ()
    assert requested(chain) == (chain[0],)
    chain[0] = replace(chain[0], state=State.DONE)
    chain[1] = replace(chain[1], state=State.SKIPPED)
    assert next_to_request(chain) == (SIGNATORY,)


def test_lines_of_one_order_stand_in_parallel() -> None:
    chain = [line(1, 1), line(2, 1), SIGNATORY]
    assert next_to_request(chain) == (chain[0], chain[1])
    chain[0] = replace(chain[0], state=State.DONE)
    assert next_to_request(chain) == (chain[1],)


def test_what_the_workflow_is_told_of_a_chain() -> None:
    chain = [line(1, 1, state=State.DONE), line(2, 2, state=State.REQUESTED), line(3, 3), SIGNATORY]
    facts = circumstances_of(chain)
    assert (facts.initials_in_chain, facts.initials_left, facts.has_signatory) == (3, 2, True)
    nobody = circumstances_of([])
    assert (nobody.initials_in_chain, nobody.initials_left, nobody.has_signatory) == (0, 0, False)
