"""Exceptions in a chain on its way: a stand-in, an initial left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.services.signing import signature_step
from correspondence.signatures import SignatureStep
from correspondence.workflow import OutgoingState, Role, SignatureState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk

W, R = SignatureState.WAITING, SignatureState.REQUESTED


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def draft(desk: Desk) -> LetterRef:
    """Eko and Budi initial, Rahma signs."""
    ref = desk.outgoing()
    desk.chain(ref, "Eko", "Budi")
    return ref


def exception(desk: Desk, line: SignatureStep, step: Step, **order: Any) -> None:
    signature_step(desk.office, signature_id=line.id, step=step, note=order.pop("note", "Cuti"), **order)


def test_a_stand_in_takes_the_place_of_somebody_away(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    exception(desk, desk.signatures(draft)[0], Step.REASSIGN, to="Siti", by="Dra. Rahma")
    first, second = desk.signatures(draft)[:2]
    assert (first.state, first.note) == (SignatureState.REASSIGNED, "Cuti")
    assert (second.order, second.state, desk.name(second.officer_id)) == (1, R, SITI)
    assert desk.name(desk.letter(draft).holder_id) == SITI
    assert desk.journal(draft)[-1].changes["signer"] == (EKO, SITI)
    desk.step(draft, Step.INITIAL, by="Siti")
    assert desk.name(desk.letter(draft).holder_id) == BUDI


def test_one_who_is_not_asked_yet_can_be_replaced_too(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    version = desk.letter(draft).version
    signatory = desk.signatures(draft)[2]
    promised = NINE + timedelta(hours=1)
    desk.archive.kept.signatures[signatory.id] = replace(signatory, promised_for=promised)
    exception(desk, desk.signatures(draft)[2], Step.REASSIGN, to="Siti")
    stand_in = desk.signatures(draft)[3]
    assert (stand_in.state, stand_in.promised_for) == (W, promised), "who waits was promised a time"
    assert desk.letter(draft).version == version


def test_skipping_goes_on_as_initialling_does(desk: Desk, draft: LetterRef) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    eko, budi, rahma = desk.signatures(draft)
    exception(desk, budi, Step.SKIP)
    assert desk.name(desk.letter(draft).holder_id) == EKO
    exception(desk, eko, Step.SKIP)
    letter = desk.letter(draft)
    assert (letter.state, desk.name(letter.holder_id)) == (OutgoingState.AWAITING_SIGNATURE, RAHMA)
    entry = desk.journal(draft)[-1]
    assert entry.step == "signature_skip"
    assert entry.changes["state"] == ("in_review", "awaiting_signature")
    with pytest.raises(Refused, match="signatory_not_skipped"):
        exception(desk, rahma, Step.SKIP)


@pytest.mark.parametrize(
    ("step", "order", "rule"),
    [
        (Step.SKIP, {"note": " "}, "note_missing"),
        (Step.REASSIGN, {}, "officer_missing"),
        (Step.REASSIGN, {"to": "Budi"}, "chain_twice"),
        (Step.INITIAL, {}, "step_not_allowed"),
        (Step.RECALL, {}, "step_not_allowed"),
    ],
)
def test_what_is_no_exception(
    desk: Desk, draft: LetterRef, step: Step, order: dict[str, Any], rule: str
) -> None:
    desk.step(draft, Step.SEND_FOR_REVIEW)
    with pytest.raises(Refused) as refused:
        exception(desk, desk.signatures(draft)[0], step, **order)
    assert refused.value.rule == rule


def test_exceptions_are_not_the_clerk_s_and_not_for_a_chain_on_the_desk(desk: Desk, draft: LetterRef) -> None:
    with pytest.raises(Refused, match="chain_not_sent"):
        exception(desk, desk.signatures(draft)[0], Step.SKIP)
    desk.step(draft, Step.SEND_FOR_REVIEW)
    with pytest.raises(Refused, match="step_not_yours"):
        exception(desk.acting_as(Role.CLERK), desk.signatures(draft)[0], Step.SKIP)
    exception(desk.acting_as(Role.SECRETARY), desk.signatures(draft)[0], Step.SKIP)
    with pytest.raises(NotFound):
        signature_step(desk.office, signature_id=99, step=Step.SKIP, note="x")


def test_a_line_of_an_earlier_round_is_no_longer_acted_upon(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, EKO)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SEND_BACK, note="Salah tanggal")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    [left] = [
        each for each in desk.signatures(ref) if each.round == 1 and each.state is SignatureState.RETURNED
    ]
    with pytest.raises(Refused) as refused:
        signature_step(desk.office, signature_id=left.id, step=Step.REASSIGN, to=BUDI, note="cuti")
    assert (refused.value.rule, refused.value.facts["number"]) == ("signature_round_over", 1)
