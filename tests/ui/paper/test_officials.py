"""Whose office a paper prints: that of the day it was made or signed, in the capacity in which it was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from correspondence.numbering import LetterRef
from correspondence.people import Appointment, Capacity
from correspondence.services.looking_up import dossier
from correspondence.services.signing import set_chain
from correspondence.signatures import Asked
from correspondence.workflow import IncomingState, Step
from tests.builders import BUDI, EKO, RAHMA, SITI, WEDNESDAY, Desk, build_desk
from ui.paper.letter_contents import Around
from ui.paper.office_desk import around, office_desk

HEAD = "Kepala Bagian Umum"


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def appoint(
    desk: Desk, name: str, position: str, capacity: Capacity, principal: str = "", *, first: date = WEDNESDAY
) -> None:
    key = max(desk.archive.kept.appointments) + 1
    desk.archive.kept.appointments[key] = Appointment(
        *(desk.officer_id(name), position, capacity), principal=principal, first_day=first, id=key
    )


def printed(desk: Desk, ref: LetterRef) -> Around:
    known = dossier(desk.office, ref=ref)
    return around(known, office_desk(desk.office, [known.letter.id]))


def test_the_table_of_initials_says_in_which_capacity(desk: Desk) -> None:
    appoint(desk, SITI, HEAD, Capacity.PLH)
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, initials=[EKO, Asked(SITI, Capacity.PLH, position=HEAD)], sign=RAHMA)
    assert printed(desk, ref).hierarchy == ["Kepala Subbagian Tata Usaha", "Plh. Kepala Bagian Umum"]
    set_chain(desk.office, ref=ref, initials=[Asked(SITI, Capacity.DEFINITIVE)], sign=RAHMA)
    assert printed(desk, ref).hierarchy == ["Kepala Subbagian Keuangan"]


@pytest.mark.parametrize(
    ("capacity", "heads", "bare"),
    [
        (Capacity.DEFINITIVE, ("KEPALA BAGIAN UMUM,",), False),
        (Capacity.PLT, ("Plt. KEPALA BAGIAN UMUM,",), True),
        (Capacity.PLH, ("Plh. KEPALA BAGIAN UMUM,",), True),
        (Capacity.AN, ("a.n. SEKRETARIS DAERAH", "KEPALA BAGIAN UMUM,"), False),
        (Capacity.UB, ("a.n. SEKRETARIS DAERAH", "u.b.", "KEPALA BAGIAN UMUM,"), False),
    ],
)
def test_an_old_letter_keeps_the_officials_of_its_day(
    desk: Desk, capacity: Capacity, heads: tuple[str, ...], bare: bool
) -> None:
    if capacity is not Capacity.DEFINITIVE:
        appoint(desk, BUDI, HEAD, capacity, "Sekretaris Daerah" if capacity in ("an", "ub") else "")
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, sign=Asked(BUDI, capacity))
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SIGN)
    desk.step(ref, Step.GIVE_NUMBER)
    block = printed(desk, ref).signatory
    assert block is not None
    assert (block.heads, block.name) == (heads, BUDI)
    assert (not block.rank, not block.nip) == (bare, bare)
    # A year later everybody holds something else, on behalf of somebody else.
    desk.clock.wait(days=365)
    for key, held in desk.archive.kept.appointments.items():
        desk.archive.kept.appointments[key] = replace(held, last_day=WEDNESDAY + timedelta(days=1))
    for other in (Capacity.AN, Capacity.UB, Capacity.PLH):
        appoint(desk, BUDI, HEAD, other, "Walikota", first=WEDNESDAY + timedelta(days=300))
    assert printed(desk, ref).signatory == block


def test_who_signs_on_behalf_of_another_and_for_himself_too(desk: Desk) -> None:
    """The delegate's own office and the one under a.n. have one name."""
    appoint(desk, BUDI, HEAD, Capacity.AN, "Sekretaris Daerah")
    own, for_another = desk.outgoing(), desk.outgoing()
    set_chain(desk.office, ref=own, sign=Asked(BUDI, Capacity.DEFINITIVE))
    set_chain(desk.office, ref=for_another, sign=Asked(BUDI, Capacity.AN))
    mine, others = printed(desk, own).signatory, printed(desk, for_another).signatory
    assert mine is not None
    assert others is not None
    assert mine.heads == ("KEPALA BAGIAN UMUM,",)
    assert others.heads == ("a.n. SEKRETARIS DAERAH", "KEPALA BAGIAN UMUM,")


def test_a_sheet_for_the_pen_names_the_leader_and_not_who_keeps_the_letter(desk: Desk) -> None:
    ref = desk.incoming()
    known = dossier(desk.office, ref=ref)
    office = office_desk(desk.office, [known.letter.id])
    clerk = desk.officer_id(EKO)
    held = replace(known, letter=replace(known.letter, holder_id=clerk))
    assert around(held, office, blank=True).disposer is None, "nobody is set as the leader"
    led = replace(office, profile=replace(office.profile, report_signatory=RAHMA))
    leader = around(held, led, blank=True).disposer
    assert leader is not None
    assert leader.name == RAHMA
    submitted = replace(held, letter=replace(held.letter, state=IncomingState.SUBMITTED))
    waits = around(submitted, led, blank=True).disposer
    assert waits is not None
    assert waits.name == EKO


def test_the_office_between_is_printed_and_stays_with_an_old_letter(desk: Desk) -> None:
    appoint(desk, BUDI, "Kepala Subbagian Tata Usaha", Capacity.UB, "Sekretaris Daerah")
    key = max(desk.archive.kept.appointments)
    desk.archive.kept.appointments[key] = replace(desk.archive.kept.appointments[key], delegate=HEAD)
    ref = desk.outgoing()
    set_chain(desk.office, ref=ref, sign=Asked(BUDI, Capacity.UB))
    block = printed(desk, ref).signatory
    assert block is not None
    assert block.heads == (
        "a.n. SEKRETARIS DAERAH",
        "KEPALA BAGIAN UMUM,",
        "u.b.",
        "KEPALA SUBBAGIAN TATA USAHA,",
    )
