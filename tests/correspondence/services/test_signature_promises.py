"""A signature promised while initials are pending is told where the initial waits, and on its own line afterwards."""

from __future__ import annotations

from datetime import timedelta

from correspondence.numbering import LetterRef
from correspondence.services import boards
from correspondence.services.looking_up import pending_signatures
from correspondence.services.promising import promise
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, Desk, build_desk

TWO = NINE + timedelta(hours=5)


def told(desk: Desk) -> list[tuple[str, object, object]]:
    """Who is waited for, until when, and when the signature after it is promised: alike on the board and in `pending`."""
    board = [
        (each.officer, each.step.promised_for, each.signature_promised_for)
        for each in boards.signature_lines(desk.office)
    ]
    pending = [
        (each.officer, each.promised_for, each.signature_promised_for)
        for each in pending_signatures(desk.office)
    ]
    assert board == pending
    return board


def on_its_way(desk: Desk) -> LetterRef:
    ref = desk.outgoing()
    desk.chain(ref, BUDI, EKO, promised_for=TWO)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


def test_the_initials_carry_the_signature_s_hour_until_it_is_asked_for() -> None:
    desk = build_desk()
    ref = on_its_way(desk)
    assert told(desk) == [(BUDI, None, TWO)]
    desk.step(ref, Step.INITIAL)
    assert told(desk) == [(EKO, None, TWO)]
    desk.step(ref, Step.INITIAL)
    assert told(desk) == [(RAHMA, TWO, None)]


def test_a_promise_made_or_taken_back_later_is_told_as_well() -> None:
    desk = build_desk()
    ref = on_its_way(desk)
    (_budi, _eko, rahma) = desk.signatures(ref)
    later = TWO + timedelta(days=1)
    promise(desk.office, signature_id=rahma.id, promised_for=later)
    assert told(desk) == [(BUDI, None, later)]
    promise(desk.office, signature_id=rahma.id, promised_for=None)
    assert told(desk) == [(BUDI, None, None)]


def test_only_the_newest_round_counts() -> None:
    desk = build_desk()
    ref = on_its_way(desk)
    desk.step(ref, Step.SEND_BACK, note="salah alamat")
    assert told(desk) == []
    desk.clock.at = TWO + timedelta(hours=1)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    assert told(desk) == [(BUDI, None, None)]  # a promise that is over is not promised again
