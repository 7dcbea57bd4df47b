"""A letter does not go back up the line it came down, nor twice to the same officer with the same words."""

from __future__ import annotations

from typing import Any

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
    """Rahma's letter, with Budi, who handed it on to Siti."""
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    desk.disposition_step(desk.dispositions(ref)[0].id, Step.FORWARD, to=(SITI,))
    return ref


def refused(desk: Desk, ref: LetterRef, **order: Any) -> Refused:
    kept = desk.archive.kept
    with pytest.raises(Refused) as no:
        desk.step(ref, Step.DISPOSE, **order)
    assert desk.archive.kept is kept
    return no.value


@pytest.mark.parametrize(("by", "to"), [(BUDI, RAHMA), (SITI, RAHMA), (SITI, BUDI)])
def test_who_holds_it_does_not_dispose_back_up(desk: Desk, ref: LetterRef, by: str, to: str) -> None:
    no = refused(desk, ref, by=by, to=(EKO, to))
    assert (no.rule, no.field, no.facts) == ("circular_forward", "to", {"officer": to})


def test_who_holds_nothing_of_it_any_more_may(desk: Desk, ref: LetterRef) -> None:
    key = desk.dispositions(ref)[1].id
    desk.disposition_step(key, Step.RETURN, note="Bukan bidang kami.")
    desk.step(ref, Step.DISPOSE, by=SITI, to=(RAHMA,))
    assert len(desk.dispositions(ref)) == 3


def test_down_and_aside_is_free(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, by=BUDI, to=(EKO,))
    desk.step(ref, Step.DISPOSE, by=RAHMA, to=(SITI,))


def test_the_same_disposition_is_not_given_twice_while_unread(desk: Desk, ref: LetterRef) -> None:
    order = {"to": (EKO,), "instructions": ("Proses lebih lanjut",), "note": "Segera"}
    desk.step(ref, Step.DISPOSE, **order)
    no = refused(desk, ref, **order)
    assert (no.rule, no.field, no.facts) == ("disposition_twice", "to", {"officer": EKO})
    refused(desk, ref, **{**order, "note": " Segera\n", "by": RAHMA})


@pytest.mark.parametrize(
    "other",
    [{"note": "Sekarang"}, {"instructions": ()}, {"by": BUDI}, {"lead": SITI, "to": (EKO,)}],
)
def test_another_word_another_giver_or_another_place_is_another_one(
    desk: Desk, ref: LetterRef, other: dict[str, Any]
) -> None:
    order: dict[str, Any] = {"to": (EKO,), "instructions": ("Proses lebih lanjut",), "note": "Segera"}
    desk.step(ref, Step.DISPOSE, **order)
    desk.step(ref, Step.DISPOSE, **{**order, **other})


def test_what_was_read_may_be_given_again(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, to=(EKO,))
    desk.disposition_step(desk.dispositions(ref)[-1].id, Step.READ)
    desk.step(ref, Step.DISPOSE, to=(EKO,))
