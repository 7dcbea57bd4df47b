"""Disposing of a letter a second time, and forwarding twice."""

from __future__ import annotations

import pytest

from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.workflow import Role, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk
from ui.failures import sentence


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


def test_a_leader_may_ask_the_same_officer_for_another_thing(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, to=(BUDI,), instructions=("Koordinasikan",))
    assert [desk.name(each.to_id) for each in desk.dispositions(ref)] == [BUDI, SITI, BUDI]


def test_who_gave_it_back_may_be_asked_again(desk: Desk, ref: LetterRef) -> None:
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


@pytest.mark.parametrize(("step", "note"), [(Step.RETURN, "Bukan bidang kami"), (Step.RECALL, "")])
def test_what_nobody_leads_lies_with_who_gave_it(desk: Desk, ref: LetterRef, step: Step, note: str) -> None:
    lead, beside = desk.dispositions(ref)
    desk.clock.wait(hours=1)
    back = desk.clock.at
    desk.disposition_step(lead.id, step, note=note)
    letter = desk.letter(ref)
    assert (desk.name(letter.holder_id), letter.held_since) == (RAHMA, back)
    desk.clock.wait(hours=1)
    desk.disposition_step(beside.id, Step.READ)
    letter = desk.letter(ref)
    assert (desk.name(letter.holder_id), letter.held_since) == (RAHMA, back)


def test_what_one_lead_gave_back_and_another_has_done_lies_at_the_desk(desk: Desk, ref: LetterRef) -> None:
    desk.step(ref, Step.DISPOSE, to=(EKO,))
    first, _, second = desk.dispositions(ref)
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(second.id, step)
    desk.disposition_step(first.id, Step.RETURN, note="Bukan bidang kami")
    assert desk.letter(ref).holder_id is None


def test_who_was_slower_is_told_who_was_quicker(desk: Desk, ref: LetterRef) -> None:
    """Two desks report the same disposition done: the second hears of the first."""
    key, beside = (each.id for each in desk.dispositions(ref))
    for step in (Step.READ, Step.START):
        desk.disposition_step(key, step)
    rina = desk.acting_as(Role.CLERK, "Rina")
    rina.disposition_step(key, Step.DONE, note="Sudah.")
    desk.disposition_step(beside, Step.READ)
    desk.clock.wait(minutes=5)
    with pytest.raises(Refused) as no:
        desk.disposition_step(key, Step.DONE, note="Sudah juga.")
    said = {name: no.value.facts[name] for name in ("last_step", "last_by", "last_at")}
    assert said == {"last_step": "disposition_done", "last_by": "Rina", "last_at": NINE}
    assert sentence(no.value).endswith(
        "Terakhir: “Disposisi selesai” dicatat oleh Rina, 7 Oktober 2026 09.00."
    )


def test_before_anything_was_done_nobody_was_quicker(desk: Desk, ref: LetterRef) -> None:
    with pytest.raises(Refused) as no:
        desk.disposition_step(desk.dispositions(ref)[0].id, Step.DONE)
    assert "last_by" not in no.value.facts
