"""A head's account that is linked to an officer writes down that officer's doings and nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from correspondence.accounts import NOBODY, USUAL_CLEARANCE, Account, same_rights
from correspondence.errors import Refused
from correspondence.services.signed_in import at_desk_of
from correspondence.workflow import DispositionState, OutgoingState, Role, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, Desk, build_desk


def account(desk: Desk, role: Role, officer: str = "") -> Account:
    officer_id = desk.officer_id(officer) if officer else None
    return Account("dewi", role, USUAL_CLEARANCE[role], NOBODY, NINE, officer_id)


def seated(desk: Desk, role: Role, officer: str = "") -> Desk:
    """The same office with this account at the keyboard."""
    known = account(desk, role, officer)
    with desk.archive.open_unit() as unit:
        unit.accounts.add(known)
        unit.commit()
    return replace(desk, office=at_desk_of(desk.office, known, veil="tertutup"))


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def refused(desk: Desk, act: str, *args: object, **order: object) -> Refused:
    kept = desk.archive.kept
    with pytest.raises(Refused) as no:
        getattr(desk, act)(*args, **order)
    assert desk.archive.kept is kept
    return no.value


def test_initials_are_the_heads_own(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Eko", "Budi")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    budi = seated(desk, Role.HEAD, BUDI)
    no = refused(budi, "step", ref, Step.INITIAL, by=EKO)
    assert (no.rule, no.field, no.facts) == ("acts_for_himself", "by", {"officer": BUDI, "by": EKO})
    assert refused(budi, "step", ref, Step.INITIAL).rule == "not_their_turn"
    desk.step(ref, Step.INITIAL, by=EKO)
    assert budi.step(ref, Step.INITIAL).state is OutgoingState.AWAITING_SIGNATURE
    assert refused(budi, "step", ref, Step.SIGN).rule == "not_their_turn"
    assert refused(budi, "step", ref, Step.SIGN, by=RAHMA).rule == "acts_for_himself"


def test_a_head_disposes_and_reads_in_his_own_name(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    budi = seated(desk, Role.HEAD, BUDI)
    assert refused(budi, "step", ref, Step.DISPOSE, to=(SITI,), by=RAHMA).rule == "acts_for_himself"
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    own, other = (each.id for each in desk.dispositions(ref))
    assert refused(budi, "disposition_step", other, Step.READ).rule == "not_your_disposition"
    assert refused(budi, "disposition_step", other, Step.READ, by=SITI).rule == "acts_for_himself"
    assert budi.disposition_step(own, Step.READ, by="Budi").state is DispositionState.READ
    budi.step(ref, Step.DISPOSE, to=(EKO,))
    assert desk.name(desk.dispositions(ref)[-1].from_id) == BUDI


@pytest.mark.parametrize(
    ("role", "officer"),
    [(Role.CLERK, BUDI), (Role.SECRETARY, BUDI), (Role.ADMINISTRATOR, BUDI), (Role.HEAD, "")],
)
def test_the_others_write_down_for_anybody(desk: Desk, role: Role, officer: str) -> None:
    ref = desk.outgoing()
    desk.chain(ref, "Eko")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    at = seated(desk, role, officer)
    at.step(ref, Step.INITIAL, by=EKO)
    assert at.step(ref, Step.SIGN).state is OutgoingState.SIGNED


def test_another_officer_of_the_account_means_signing_in_again(desk: Desk) -> None:
    budi = account(desk, Role.HEAD, BUDI)
    assert not same_rights(replace(budi, officer_id=desk.officer_id(SITI)), budi)
