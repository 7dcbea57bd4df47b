"""Officers who left and stand-ins whose time is over: nothing is written down in their name after that day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from correspondence.errors import Refused
from correspondence.people import Appointment, Capacity
from correspondence.workflow import DispositionState, OutgoingState, Role, Step
from tests.builders import BUDI, EKO, RAHMA, SITI, WEDNESDAY, Desk, build_desk

YESTERDAY = WEDNESDAY
"""Of Thursday, the day every test goes on to."""


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def leaves(desk: Desk, name: str) -> None:
    """His last day is Wednesday; from here on it is Thursday."""
    key = desk.officer_id(name)
    desk.archive.kept.officers[key] = replace(desk.archive.kept.officers[key], left_on=YESTERDAY)
    desk.clock.wait(days=1)


def ends(desk: Desk, name: str) -> None:
    """All his appointments end on Wednesday; from here on it is Thursday."""
    for key, held in list(desk.archive.kept.appointments.items()):
        if held.officer_id == desk.officer_id(name):
            desk.archive.kept.appointments[key] = replace(held, last_day=YESTERDAY)
    desk.clock.wait(days=1)


def appoint(desk: Desk, name: str, position: str) -> None:
    key = max(desk.archive.kept.appointments) + 1
    held = Appointment(desk.officer_id(name), position, Capacity.PLH, id=key)
    desk.archive.kept.appointments[key] = held


def refused(desk: Desk, deed: Any, *args: Any, **order: Any) -> Refused:
    kept = desk.archive.kept
    with pytest.raises(Refused) as no:
        deed(*args, **order)
    assert desk.archive.kept is kept
    return no.value


@pytest.mark.parametrize("step", [Step.INITIAL, Step.SEND_BACK])
@pytest.mark.parametrize("by", ["", EKO])
def test_who_left_neither_initials_nor_sends_back(desk: Desk, step: Step, by: str) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Eko")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    leaves(desk, EKO)
    no = refused(desk, desk.step, ref, step, by=by, note="salah")
    assert (no.rule, no.field, no.facts) == ("signer_left", "by", {"officer": EKO, "left_on": YESTERDAY})
    desk.step(ref, step, by=by, on=YESTERDAY, note="salah")


def test_who_left_does_not_sign(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    leaves(desk, RAHMA)
    assert refused(desk, desk.step, ref, Step.SIGN).rule == "signer_left"
    assert desk.step(ref, Step.SIGN, on=YESTERDAY).state is OutgoingState.SIGNED


def test_a_stand_in_of_yesterday_does_not_sign_today(desk: Desk) -> None:
    appoint(desk, BUDI, "Sekretaris Daerah")
    ref = desk.outgoing()
    desk.chain(ref, sign=BUDI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    key = max(desk.archive.kept.appointments)
    desk.archive.kept.appointments[key] = replace(desk.archive.kept.appointments[key], last_day=YESTERDAY)
    desk.clock.wait(days=1)
    no = refused(desk, desk.step, ref, Step.SIGN, by=BUDI)
    assert no.rule == "signer_stand_in_over"
    assert no.facts["position"] == "Sekretaris Daerah"
    assert no.facts["last_day"] == YESTERDAY
    desk.step(ref, Step.SIGN, by=BUDI, on=YESTERDAY)


def test_a_leader_who_left_disposes_of_nothing_more(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    leaves(desk, RAHMA)
    assert refused(desk, desk.step, ref, Step.DISPOSE, to=("Siti",)).rule == "leader_left"
    assert refused(desk, desk.step, ref, Step.DISPOSE, to=("Siti",), by=RAHMA).rule == "officer_left"
    desk.step(ref, Step.DISPOSE, to=("Siti",), on=YESTERDAY)
    assert refused(desk, desk.step, ref, Step.DISPOSE, to=("Eko",)).rule == "leader_left"
    desk.step(ref, Step.DISPOSE, to=("Eko",), by=BUDI)


def test_a_leader_whose_appointments_are_over_disposes_of_nothing_more(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    ends(desk, RAHMA)
    no = refused(desk, desk.step, ref, Step.DISPOSE, to=("Siti",))
    assert (no.rule, no.facts["last_day"]) == ("leader_stand_in_over", YESTERDAY)
    assert refused(desk, desk.step, ref, Step.DISPOSE, to=("Siti",), by=RAHMA).rule == no.rule


def disposed(desk: Desk) -> int:
    """Rahma's to Eko; the number of the disposition."""
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(EKO,), by=RAHMA)
    return desk.dispositions(ref)[-1].id


@pytest.mark.parametrize("step", [Step.READ, Step.FORWARD])
@pytest.mark.parametrize("by", ["", EKO])
def test_who_left_neither_reads_nor_forwards(desk: Desk, step: Step, by: str) -> None:
    key = disposed(desk)
    leaves(desk, EKO)
    to = (SITI,) if step is Step.FORWARD else ()
    no = refused(desk, desk.disposition_step, key, step, by=by, to=to)
    assert (no.rule, no.field) == ("recipient_left", "by")
    desk.disposition_step(key, step, by=by, to=to, on=YESTERDAY)


def test_whose_appointments_are_over_starts_nothing(desk: Desk) -> None:
    key = disposed(desk)
    desk.disposition_step(key, Step.READ)
    ends(desk, EKO)
    assert refused(desk, desk.disposition_step, key, Step.START).rule == "recipient_stand_in_over"


def test_what_is_begun_goes_on_with_who_has_the_position_now(desk: Desk) -> None:
    """Else a letter could never be completed again."""
    key = disposed(desk)
    desk.disposition_step(key, Step.READ)
    desk.disposition_step(key, Step.START)
    leaves(desk, EKO)
    clerk = desk.acting_as(Role.CLERK)
    assert refused(clerk, clerk.disposition_step, key, Step.DONE, by=SITI).rule == "recipient_left"
    appoint(desk, SITI, "Kepala Subbagian Tata Usaha")
    done = clerk.disposition_step(key, Step.DONE, by=SITI, note="Sudah.")
    assert done.state is DispositionState.DONE
    assert desk.archive.kept.journal[-1].changes["officer"] == ("", SITI)


def test_the_secretary_names_who_goes_on(desk: Desk) -> None:
    key = disposed(desk)
    leaves(desk, EKO)
    secretary = desk.acting_as(Role.SECRETARY)
    secretary.disposition_step(key, Step.FORWARD, by=BUDI, to=(BUDI,))
    assert desk.archive.kept.journal[-1].changes["officer"] == ("", BUDI)
    leaves(desk, SITI)
    assert refused(secretary, secretary.disposition_step, key, Step.FORWARD, by=SITI, to=(RAHMA,)).rule == (
        "officer_left"
    )


def test_the_desk_takes_a_disposition_back_from_who_left(desk: Desk) -> None:
    key = disposed(desk)
    desk.disposition_step(key, Step.READ)
    leaves(desk, EKO)
    assert refused(desk, desk.disposition_step, key, Step.RETURN, by=EKO, note="x").rule == "recipient_left"
    line = desk.disposition_step(key, Step.RETURN, note="Pejabatnya sudah pindah.")
    assert line.state is DispositionState.RETURNED
    assert "officer" not in desk.archive.kept.journal[-1].changes


def test_somebody_in_office_is_not_replaced(desk: Desk) -> None:
    key = disposed(desk)
    assert refused(desk, desk.disposition_step, key, Step.READ, by=BUDI).rule == "not_your_disposition"
