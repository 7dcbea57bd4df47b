"""A daily acting officer beside the definitive one: two people to walk to, each under what he is called today."""

from __future__ import annotations

from datetime import date

import pytest

from correspondence.people import Appointment, Capacity
from correspondence.services.boards import signature_board
from correspondence.services.looking_up import dossier
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk
from ui.words import position_word

TODAY = date(2026, 10, 7)


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def appoint(desk: Desk, name: str, position: str, capacity: Capacity, **days: date) -> None:
    key = max(desk.archive.kept.appointments) + 1
    desk.archive.kept.appointments[key] = Appointment(
        desk.officer_id(name), position, capacity, id=key, **{"first_day": TODAY, "last_day": TODAY} | days
    )


def test_two_who_are_waited_for_in_one_position_are_told_apart(desk: Desk) -> None:
    for sign in (BUDI, SITI):
        ref = desk.outgoing()
        if sign == SITI:
            appoint(desk, SITI, "Kepala Bagian Umum", Capacity.PLH)
        desk.chain(ref, sign=sign)
        desk.step(ref, Step.SEND_FOR_REVIEW)
    told = {
        each.name: (each.position, each.capacity, each.own) for each in signature_board(desk.office).people
    }
    assert told == {
        BUDI: ("Kepala Bagian Umum", Capacity.DEFINITIVE, ""),
        SITI: ("Kepala Bagian Umum", Capacity.PLH, "Kepala Subbagian Keuangan"),
    }


def test_a_stand_in_of_yesterday_is_no_longer_called_so(desk: Desk) -> None:
    appoint(desk, EKO, "Sekretaris Daerah", Capacity.PLH)
    ref = desk.outgoing()
    desk.chain(ref, sign=EKO)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.clock.wait(days=1)
    [eko] = signature_board(desk.office).people
    assert (eko.position, eko.capacity) == ("Kepala Subbagian Tata Usaha", Capacity.DEFINITIVE)
    assert RAHMA not in eko.name


@pytest.mark.parametrize(
    ("capacity", "word"),
    [
        (Capacity.DEFINITIVE, "Camat"),
        (Capacity.PJ, "Pj. Camat"),
        (Capacity.PLT, "Plt. Camat"),
        (Capacity.PLH, "Plh. Camat"),
        (Capacity.AN, "Camat (a.n.)"),
        (Capacity.UB, "Camat (u.b.)"),
    ],
)
def test_a_position_with_its_capacity(capacity: Capacity, word: str) -> None:
    assert position_word("Camat", capacity) == word
    assert position_word("", capacity) == ""


def test_the_letter_lies_with_the_stand_in(desk: Desk) -> None:
    appoint(desk, SITI, "Kepala Bagian Umum", Capacity.PLH)
    ref = desk.outgoing()
    desk.chain(ref, sign=SITI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    holder = dossier(desk.office, ref=ref).holder
    assert holder is not None
    assert position_word(holder.position, holder.capacity) == "Plh. Kepala Bagian Umum"
