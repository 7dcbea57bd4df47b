"""Disposing of a letter a second time: to others, never twice to who still has it."""

from __future__ import annotations

import pytest

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def ref(desk: Desk) -> LetterRef:
    """Rahma hands it to Budi, who leads, and to Siti."""
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    return ref


@pytest.mark.parametrize("to", [(BUDI,), (EKO, BUDI), (SITI,), (EKO, SITI)])
def test_who_has_it_is_not_sent_it_again(desk: Desk, ref: LetterRef, to: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.DISPOSE, to=to)
    assert (refused.value.rule, refused.value.field) == ("disposition_already_there", "to")
    assert refused.value.facts["officer"] == to[-1]
    assert len(desk.dispositions(ref)) == 2


def test_others_are_and_who_gave_it_back_is_asked_again(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, to=(EKO,))
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.RETURN, note="Bukan bidang kami")
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    assert [desk.name(each.to_id) for each in desk.dispositions(ref)] == [BUDI, SITI, EKO, BUDI]


def test_another_sender_may_ask_the_same_officer(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, to=(BUDI,), by=EKO)
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.FORWARD, to=(SITI,))
    assert [desk.name(each.to_id) for each in desk.dispositions(ref)] == [BUDI, SITI, BUDI, SITI]
    with pytest.raises(Refused, match="disposition_already_there"):
        desk.disposition_step(desk.dispositions(ref)[0].id, Step.FORWARD, to=(SITI,))


def test_when_nobody_leads_any_more_one_beside_may_lead(desk: Desk, ref: LetterRef) -> None:
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.RETURN, note="Bukan bidang kami")
    letter = desk.step(ref, Step.DISPOSE, to=(SITI,))
    assert desk.name(letter.holder_id) == SITI
