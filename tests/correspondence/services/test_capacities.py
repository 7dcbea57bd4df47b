"""In which capacity somebody stands in a chain: chosen for an initial as for a signature, of the day, and still held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.errors import Refused
from correspondence.people import Appointment, Capacity
from correspondence.services.looking_up import directory
from correspondence.services.proposing import proposed_chain, save_chain_model
from correspondence.services.signing import set_chain, signature_step
from correspondence.signatures import Asked
from correspondence.workflow import OutgoingState, Step
from tests.builders import BUDI, EKO, RAHMA, SITI, WEDNESDAY, Desk, build_desk

PLH, DEFINITIVE = Capacity.PLH, Capacity.DEFINITIVE
HEAD, FINANCE, SECRETARY = "Kepala Bagian Umum", "Kepala Subbagian Keuangan", "Sekretaris Daerah"


@pytest.fixture
def desk() -> Desk:
    """Siti stands in for the head, and for the secretary too; today and tomorrow."""
    desk = build_desk()
    for key, position in ((50, HEAD), (51, SECRETARY)):
        desk.archive.kept.appointments[key] = Appointment(
            desk.officer_id(SITI),
            position,
            PLH,
            first_day=WEDNESDAY,
            last_day=WEDNESDAY + timedelta(days=1),
            id=key,
        )
    return desk


@pytest.mark.parametrize(
    ("asked", "capacity", "position"),
    [
        (Asked(SITI, PLH), PLH, SECRETARY),
        (Asked(SITI, DEFINITIVE), DEFINITIVE, FINANCE),
        (Asked(SITI, PLH, position="kepala bagian umum"), PLH, HEAD),
        (Asked(SITI, PLH, position=SECRETARY), PLH, SECRETARY),
    ],
)
def test_an_initial_and_a_signature_are_given_in_the_capacity_that_was_chosen(
    desk: Desk, asked: Asked, capacity: Capacity, position: str
) -> None:
    first, second = desk.outgoing(), desk.outgoing()
    set_chain(desk.office, ref=first, initials=[asked], sign=RAHMA)
    set_chain(desk.office, ref=second, initials=[EKO], sign=asked)
    initial, sign = desk.signatures(first)[0], desk.signatures(second)[1]
    assert (initial.capacity, initial.position) == (capacity, position)
    assert (sign.capacity, sign.position) == (capacity, position)


def test_an_initial_is_given_in_ones_own_office_unless_another_was_chosen(desk: Desk) -> None:
    """What somebody signs on behalf of somebody else does not change under what he initials."""
    ref = desk.outgoing()
    desk.archive.kept.appointments[52] = Appointment(
        desk.officer_id(EKO), "Kepala Bagian Umum", Capacity.UB, principal="Sekretaris Daerah", id=52
    )
    set_chain(desk.office, ref=ref, initials=[EKO, SITI], sign=BUDI)
    assert [(each.capacity, each.position) for each in desk.signatures(ref)][:2] == [
        (DEFINITIVE, "Kepala Subbagian Tata Usaha"),
        (DEFINITIVE, FINANCE),
    ]
    save_chain_model(desk.office, name="Biasa", initials=[EKO], sign=SITI)
    proposal = proposed_chain(desk.office, ref=desk.outgoing())
    assert [each.capacity for group in proposal.initials for each in group] == [DEFINITIVE]
    assert proposal.sign is not None
    assert proposal.sign.capacity is PLH, "who signs today is asked as he stands today"


def test_who_holds_no_office_of_his_own_initials_in_the_one_he_has(desk: Desk) -> None:
    ref = desk.outgoing()
    del desk.archive.kept.appointments[
        next(
            key
            for key, each in desk.archive.kept.appointments.items()
            if each.officer_id == desk.officer_id(SITI) and each.capacity is DEFINITIVE
        )
    ]
    set_chain(desk.office, ref=ref, initials=[SITI], sign=BUDI)
    assert desk.signatures(ref)[0].capacity is PLH


def test_who_does_not_stand_in_there_is_told(desk: Desk) -> None:
    ref = desk.outgoing()
    with pytest.raises(Refused) as refused:
        set_chain(desk.office, ref=ref, initials=[Asked(SITI, PLH, position="Camat")], sign=RAHMA)
    assert (refused.value.rule, refused.value.field) == ("not_in_that_capacity", "initials")


def test_who_takes_a_place_takes_it_in_a_capacity_too(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, EKO, sign=BUDI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    budi = desk.signatures(ref)[1]
    to = Asked(SITI, PLH, position=HEAD)
    signature_step(desk.office, signature_id=budi.id, step=Step.REASSIGN, to=to, note="cuti")
    assert [(each.capacity, each.position) for each in desk.signatures(ref)][-1] == (PLH, HEAD)


def test_the_list_to_choose_from_holds_every_office_of_the_day(desk: Desk) -> None:
    siti = next(each for each in directory(desk.office).officers if each.officer.name == SITI)
    assert [(each.position, each.capacity) for each in siti.appointments] == [
        (SECRETARY, PLH),
        (HEAD, PLH),
        (FINANCE, DEFINITIVE),
    ]
    assert siti.appointment == siti.appointments[0]
    desk.clock.wait(days=2)
    siti = next(each for each in directory(desk.office).officers if each.officer.name == SITI)
    assert [each.position for each in siti.appointments] == [FINANCE]


def test_a_stand_in_whose_days_are_over_is_not_sent_the_draft(desk: Desk) -> None:
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, initials=[EKO], sign=Asked(SITI, PLH, position=HEAD))
    desk.clock.wait(days=2)
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.SEND_FOR_REVIEW)
    facts = refused.value.facts
    assert (refused.value.rule, facts["officer"], facts["position"], facts["last_day"]) == (
        "stand_in_over",
        SITI,
        HEAD,
        WEDNESDAY + timedelta(days=1),
    )
    assert desk.letter(ref).state is OutgoingState.DRAFT
    desk.chain(ref, EKO, sign=BUDI)
    assert desk.step(ref, Step.SEND_FOR_REVIEW).state is OutgoingState.IN_REVIEW


def test_nor_does_a_chain_start_again_with_who_left(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, EKO, sign=BUDI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SEND_BACK, note="perbaiki")
    budi = desk.officer_id(BUDI)
    gone = replace(desk.archive.kept.officers[budi], left_on=date(2026, 10, 7))
    desk.archive.kept.officers[budi] = gone
    desk.clock.wait(days=1)
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.SEND_FOR_REVIEW)
    assert (refused.value.rule, refused.value.facts["officer"]) == ("officer_left", BUDI)
