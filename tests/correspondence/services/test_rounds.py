"""A chain that starts again: what was acted upon stays in its round, the rest goes on into the new one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from correspondence.numbering import LetterRef
from correspondence.people import Officer
from correspondence.services.signing import set_chain, signature_step
from correspondence.services.undoing import undo_last
from correspondence.workflow import OutgoingState, SignatureState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk

W, R, D = SignatureState.WAITING, SignatureState.REQUESTED, SignatureState.DONE
BACK, SKIPPED, MOVED = SignatureState.RETURNED, SignatureState.SKIPPED, SignatureState.REASSIGNED


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def sent(desk: Desk) -> LetterRef:
    """Eko, then Budi and Siti side by side, then Rahma; Eko is asked."""
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, initials=[EKO, [BUDI, SITI]], sign=RAHMA)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


def lines(desk: Desk, ref: LetterRef) -> dict[int, Counter[tuple[int, str, SignatureState]]]:
    found: dict[int, Counter[tuple[int, str, SignatureState]]] = {}
    for each in desk.signatures(ref):
        told = (each.order, desk.name(each.officer_id), each.state)
        found.setdefault(each.round, Counter())[told] += 1
    return found


def test_only_what_was_acted_upon_stays_in_the_old_round(desk: Desk, sent: LetterRef) -> None:
    desk.step(sent, Step.INITIAL)
    desk.step(sent, Step.SEND_BACK, by=SITI, note="Tanggal salah")
    assert lines(desk, sent) == {
        1: Counter({(1, EKO, D): 1, (2, BUDI, W): 1, (2, SITI, BACK): 1, (3, RAHMA, W): 1})
    }
    desk.step(sent, Step.SEND_FOR_REVIEW)
    assert lines(desk, sent) == {
        1: Counter({(1, EKO, D): 1, (2, SITI, BACK): 1}),
        2: Counter({(1, EKO, R): 1, (2, BUDI, W): 1, (2, SITI, W): 1, (3, RAHMA, W): 1}),
    }
    assert desk.journal(sent)[-1].changes["round"] == ("", "2")


def test_a_recalled_draft_too(desk: Desk, sent: LetterRef) -> None:
    desk.step(sent, Step.INITIAL)
    desk.step(sent, Step.RECALL)
    desk.step(sent, Step.SEND_FOR_REVIEW)
    assert lines(desk, sent) == {
        1: Counter({(1, EKO, D): 1}),
        2: Counter({(1, EKO, R): 1, (2, BUDI, W): 1, (2, SITI, W): 1, (3, RAHMA, W): 1}),
    }


def test_exceptions_stay_as_they_happened(desk: Desk, sent: LetterRef) -> None:
    eko, _budi, siti, _rahma = desk.signatures(sent)
    signature_step(desk.office, signature_id=eko.id, step=Step.SKIP, note="cuti")
    desk.step(sent, Step.SEND_BACK, by=BUDI, note="perbaiki")
    desk.step(sent, Step.SEND_FOR_REVIEW)
    assert lines(desk, sent)[1] == Counter({(1, EKO, SKIPPED): 1, (2, BUDI, BACK): 1})
    assert siti.id in {each.id for each in desk.signatures(sent) if each.round == 2}


def test_a_chain_of_one_s_own_takes_the_place_of_what_was_left(desk: Desk, sent: LetterRef) -> None:
    desk.step(sent, Step.INITIAL)
    desk.step(sent, Step.SEND_BACK, by=SITI, note="Tanggal salah")
    desk.chain(sent, SITI, sign=BUDI)
    assert lines(desk, sent) == {
        1: Counter({(1, EKO, D): 1, (2, SITI, BACK): 1}),
        2: Counter({(1, SITI, W): 1, (2, BUDI, W): 1}),
    }
    desk.chain(sent, EKO, sign=BUDI)
    desk.step(sent, Step.SEND_FOR_REVIEW)
    assert lines(desk, sent)[2] == Counter({(1, EKO, R): 1, (2, BUDI, W): 1})
    assert max(lines(desk, sent)) == 2


def test_a_line_that_was_reassigned_before_its_turn_is_history(desk: Desk, sent: LetterRef) -> None:
    desk.step(sent, Step.SEND_BACK, note="perbaiki")
    desk.step(sent, Step.SEND_FOR_REVIEW)
    rahma = next(each for each in desk.signatures(sent) if each.round == 2 and each.order == 3)
    desk.archive.kept.officers[9] = Officer("Joko", id=9)
    signature_step(desk.office, signature_id=rahma.id, step=Step.REASSIGN, to="Joko", note="cuti")
    desk.step(sent, Step.SEND_BACK, by=EKO, note="masih salah")
    desk.chain(sent, sign=BUDI)
    assert lines(desk, sent)[2] == Counter({(1, EKO, BACK): 1, (3, RAHMA, MOVED): 1})


def test_a_promise_that_still_holds_goes_on_with_the_line(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, EKO, promised_for=NINE + timedelta(hours=3))
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SEND_BACK, note="perbaiki")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    assert [each.promised_for for each in desk.signatures(ref) if each.order == 2] == [
        NINE + timedelta(hours=3)
    ]
    desk.clock.wait(hours=4)
    desk.step(ref, Step.SEND_BACK, note="perbaiki lagi")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    [broken, sign] = [each for each in desk.signatures(ref) if each.order == 2]
    assert (broken.round, broken.state) == (2, MOVED), "what was broken stays on record where it was"
    assert broken.promised_for == NINE + timedelta(hours=3)
    assert (sign.round, sign.promised_for) == (3, None), "what is over is not promised again"


@pytest.mark.parametrize("by", [BUDI, SITI])
def test_sending_back_and_sending_up_again_are_taken_back_exactly(
    desk: Desk, sent: LetterRef, by: str
) -> None:
    desk.step(sent, Step.INITIAL)
    before = desk.signatures(sent)
    desk.step(sent, Step.SEND_BACK, by=by, note="perbaiki")
    undo_last(desk.office, ref=sent)
    assert desk.signatures(sent) == before
    assert desk.letter(sent).state is OutgoingState.IN_REVIEW
    desk.step(sent, Step.SEND_BACK, by=by, note="perbaiki")
    before = desk.signatures(sent)
    desk.clock.wait(minutes=5)
    desk.step(sent, Step.SEND_FOR_REVIEW)
    undo_last(desk.office, ref=sent)
    assert desk.signatures(sent) == before
    assert desk.letter(sent).state is OutgoingState.NEEDS_REVISION
    desk.step(sent, Step.SEND_FOR_REVIEW)
    assert set(lines(desk, sent)) == {1, 2}
    assert sum(lines(desk, sent)[2].values()) == 4
