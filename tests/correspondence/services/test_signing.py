"""Chains of initials and one signature: their order, their rounds, their exceptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.people import Appointment, Capacity
from correspondence.signatures import SignatureTask
from correspondence.workflow import OutgoingState, SignatureState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk

W, R, D = SignatureState.WAITING, SignatureState.REQUESTED, SignatureState.DONE


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def draft(desk: Desk) -> LetterRef:
    """Eko and Budi initial, Rahma signs."""
    ref = desk.outgoing()
    desk.chain(ref, "Eko", "Budi")
    return ref


def states(desk: Desk, ref: LetterRef, round_number: int = 1) -> list[SignatureState]:
    return [line.state for line in desk.signatures(ref) if line.round == round_number]


def test_a_chain_is_kept_in_order_with_the_positions_of_the_day(desk: Desk) -> None:
    plh = Appointment(
        desk.officer_id(BUDI),
        "Sekretaris Daerah",
        Capacity.PLH,
        first_day=date(2026, 10, 7),
        last_day=date(2026, 10, 7),
        id=50,
    )
    desk.archive.kept.appointments[50] = plh
    ref = desk.outgoing()
    promised = NINE + timedelta(hours=5)
    desk.chain(ref, "Eko", sign="Budi", promised_for=promised)
    first, last = desk.signatures(ref)
    assert (first.order, first.task, first.position) == (
        1,
        SignatureTask.INITIAL,
        "Kepala Subbagian Tata Usaha",
    )
    assert (last.order, last.task, last.position, last.capacity, last.promised_for) == (
        2,
        SignatureTask.SIGN,
        "Sekretaris Daerah",
        Capacity.PLH,
        promised,
    )
    assert first.promised_for is None
    entry = desk.journal(ref)[-1]
    assert (entry.step, entry.changes["sign"]) == ("chain_set", ("", BUDI))


@pytest.mark.parametrize(
    ("initials", "more", "rule", "field"),
    [
        (("Budi", "Budi"), {}, "chain_twice", "initials"),
        (("Dra. Rahma",), {}, "chain_twice", "sign"),
        ((), {"sign": " "}, "signatory_missing", "sign"),
        ((), {"promised_for": NINE - timedelta(minutes=1)}, "promise_in_past", "promised_for"),
        (("Siti",), {}, "officer_left", "initials"),
    ],
)
def test_what_is_no_chain(
    desk: Desk, initials: tuple[str, ...], more: dict[str, Any], rule: str, field: str
) -> None:
    siti = desk.officer_id(SITI)
    desk.archive.kept.officers[siti] = replace(desk.archive.kept.officers[siti], left_on=date(2026, 1, 1))
    ref = desk.outgoing()
    with pytest.raises(Refused) as refused:
        desk.chain(ref, *initials, **more)
    assert (refused.value.rule, refused.value.field) == (rule, field)
    assert not desk.signatures(ref)


def test_an_unsent_chain_is_replaced_whole(desk: Desk, draft: LetterRef) -> None:
    desk.chain(draft, "Siti", sign="Budi")
    assert [(line.round, desk.name(line.officer_id)) for line in desk.signatures(draft)] == [
        (1, SITI),
        (1, BUDI),
    ]


def test_only_a_draft_on_the_desk_gets_a_chain(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    for ref in (draft, desk.incoming()):
        with pytest.raises(Refused, match="chain_locked"):
            desk.chain(ref)


def test_a_draft_without_a_chain_is_not_sent(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.step(desk.outgoing(), Step.SEND_FOR_REVIEW)
    assert (refused.value.rule, refused.value.facts["when"]) == ("step_held_back", "initials_in_chain")


def test_initials_go_up_in_order_and_the_paper_with_them(desk: Desk, draft: LetterRef) -> None:
    letter = desk.step(draft, Step.SEND_FOR_REVIEW)
    assert (letter.state, desk.name(letter.holder_id)) == (OutgoingState.IN_REVIEW, EKO)
    with pytest.raises(Refused) as refused:
        desk.step(draft, Step.INITIAL, by="Budi")
    assert (refused.value.rule, refused.value.facts["waiting_for"]) == ("not_their_turn", (EKO,))
    desk.clock.wait(hours=1)
    letter = desk.step(draft, Step.INITIAL, by="Eko")
    assert (letter.state, desk.name(letter.holder_id), letter.held_since) == (
        OutgoingState.IN_REVIEW,
        BUDI,
        desk.clock.at,
    )
    letter = desk.step(draft, Step.INITIAL)
    assert (letter.state, desk.name(letter.holder_id)) == (OutgoingState.AWAITING_SIGNATURE, RAHMA)
    letter = desk.step(draft, Step.SIGN, by="Dra. Rahma", note="setuju")
    assert (letter.state, letter.holder_id) == (OutgoingState.SIGNED, None)
    lines = desk.signatures(draft)
    assert [line.state for line in lines] == [D, D, D]
    assert (lines[-1].acted_at, lines[-1].note) == (desk.clock.at, "setuju")
    assert desk.journal(draft)[-1].changes["officer"] == ("", RAHMA)


def test_a_draft_sent_back_starts_again_with_the_same_people(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    desk.step(draft, Step.INITIAL)
    letter = desk.step(draft, Step.SEND_BACK, by="Budi", note="Salah tanggal")
    assert (letter.state, letter.holder_id) == (OutgoingState.NEEDS_REVISION, None)
    assert states(desk, draft) == [D, SignatureState.RETURNED, W]
    assert desk.signatures(draft)[1].note == "Salah tanggal"
    letter = desk.step(draft, Step.SEND_FOR_REVIEW)
    assert (letter.state, desk.name(letter.holder_id)) == (OutgoingState.IN_REVIEW, EKO)
    assert states(desk, draft, 2) == [R, W, W]
    assert states(desk, draft) == [D, SignatureState.RETURNED]


def test_a_new_chain_after_sending_back_is_a_new_round(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    desk.step(draft, Step.SEND_BACK, note="Ganti penandatangan")
    desk.chain(draft, sign="Budi")
    assert desk.step(draft, Step.SEND_FOR_REVIEW).state is OutgoingState.AWAITING_SIGNATURE
    assert states(desk, draft, 2) == [R]
    assert states(desk, draft, 3) == []


def test_a_chain_nobody_touched_is_simply_asked_again_after_a_recall(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    letter = desk.step(draft, Step.RECALL)
    assert (letter.state, letter.holder_id) == (OutgoingState.DRAFT, None)
    assert states(desk, draft) == [W, W, W]
    desk.step(draft, Step.SEND_FOR_REVIEW)
    assert states(desk, draft) == [R, W, W]


def test_a_used_chain_starts_again_after_a_recall(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    desk.step(draft, Step.INITIAL)
    desk.step(draft, Step.RECALL)
    assert states(desk, draft) == [D, W, W]
    desk.step(draft, Step.SEND_FOR_REVIEW)
    assert states(desk, draft, 2) == [R, W, W]


def test_a_promise_that_is_over_is_not_promised_again(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, promised_for=NINE + timedelta(hours=1))
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.clock.wait(hours=2)
    desk.step(ref, Step.SEND_BACK, note="x")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    assert [line.promised_for for line in desk.signatures(ref)] == [NINE + timedelta(hours=1), None]
