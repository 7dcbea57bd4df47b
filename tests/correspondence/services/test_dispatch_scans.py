"""A label looked at before its letter is sent: what may go, and why the others may not."""

from __future__ import annotations

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.services.dispatch_rounds import dispatch_round, scanned
from correspondence.workflow import OutgoingState, Step
from tests.builders import build_desk


def test_a_letter_with_its_number_may_go_and_is_not_touched() -> None:
    desk = build_desk()
    ref = desk.signed(subject="Undangan")
    desk.step(ref, Step.GIVE_NUMBER)
    before = desk.journal(ref)
    letter = scanned(desk.office, typed=f" {str(ref).lower().replace('-', '/')} ")
    assert (letter.ref, letter.state) == (ref, OutgoingState.NUMBERED)
    assert desk.journal(ref) == before


def test_without_a_number_sent_already_incoming_or_no_letter_at_all() -> None:
    desk = build_desk()
    draft, signed, gone, came = desk.outgoing(), desk.signed(), desk.signed(), desk.incoming()
    desk.step(gone, Step.GIVE_NUMBER)
    assert dispatch_round(desk.office, refs=[str(gone)]).dispatched == (gone,)
    for ref, state in ((draft, "draft"), (signed, "signed"), (gone, "dispatched"), (came, "registered")):
        with pytest.raises(Refused) as caught:
            scanned(desk.office, typed=str(ref))
        assert (caught.value.rule, caught.value.facts["state"]) == ("step_not_allowed", state)
    with pytest.raises(NotFound):
        scanned(desk.office, typed="K-2026-99")
    with pytest.raises(Refused, match="reference_unreadable"):
        scanned(desk.office, typed="045/123/DISDIK")
