"""At a parallel step without a name: who is meant is asked, not told that it is somebody else's turn."""

from __future__ import annotations

import pytest

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.services.signing import set_chain
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk
from ui.failures import sentence


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def ref(desk: Desk) -> LetterRef:
    """Budi and Siti are asked side by side."""
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, initials=[[BUDI, SITI]], sign=RAHMA)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


@pytest.mark.parametrize("step", [Step.INITIAL, Step.SEND_BACK])
def test_without_a_name_it_is_asked_who(desk: Desk, ref: LetterRef, step: Step) -> None:
    with pytest.raises(Refused) as refused:
        desk.step(ref, step, note="Salah tanggal")
    assert (refused.value.rule, refused.value.field) == ("say_who_initials", "by")
    assert refused.value.facts["waiting_for"] == (BUDI, SITI)
    said = sentence(refused.value)
    assert BUDI in said
    assert SITI in said
    assert "--by" not in said
    assert "(--by)" in sentence(refused.value, codes=True)


def test_somebody_else_is_told_whose_turn_it_is(desk: Desk, ref: LetterRef) -> None:
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.INITIAL, by=EKO)
    assert (refused.value.rule, refused.value.facts["by"]) == ("not_their_turn", EKO)
