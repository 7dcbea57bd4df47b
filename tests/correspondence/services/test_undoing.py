"""Taking back the last step: what it changed stands as before, the journal tells it, no closed month moves."""

from __future__ import annotations

from datetime import date

import pytest

from correspondence.dates import Month
from correspondence.errors import ChangedElsewhere, Refused
from correspondence.forms import NewAttachment
from correspondence.numbering import LetterRef
from correspondence.services.registering import attach
from correspondence.services.reporting import Figure, letters_behind, monthly_report
from correspondence.services.signing import signature_step
from correspondence.services.stepping import StepOrder, take_step
from correspondence.services.undoing import undo_last, undoable_step
from correspondence.throughput import FactKind
from correspondence.workflow import (
    UNDOABLE,
    DispositionState,
    IncomingState,
    OutgoingState,
    Role,
    SignatureState,
    Step,
)
from tests.builders import BUDI, EKO, RAHMA, SITI, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def refusal(desk: Desk, ref: LetterRef) -> Refused:
    assert undoable_step(desk.office, ref=ref) is None
    with pytest.raises(Refused) as refused:
        undo_last(desk.office, ref=ref)
    return refused.value


def same_but_version(desk: Desk, ref: LetterRef) -> tuple[object, ...]:
    letter = desk.letter(ref)
    return tuple(getattr(letter, name) for name in type(letter).__slots__ if name != "version")


WAYS: list[tuple[str, tuple[tuple[Step, dict[str, object]], ...]]] = [
    ("incoming", ((Step.SUBMIT, {"to": (RAHMA,)}),)),
    ("incoming", ((Step.SUBMIT, {"to": (RAHMA,)}), (Step.RECALL, {}))),
    ("incoming", ((Step.FILE, {"note": "tanpa disposisi"}),)),
    ("incoming", ((Step.RETURN_TO_SENDER, {}),)),
    ("incoming", ((Step.CANCEL, {"note": "salah buku"}),)),
    ("incoming", ((Step.FILE, {"note": "x"}), (Step.REOPEN, {"note": "ada susulan"}))),
    ("outgoing", ((Step.SEND_FOR_REVIEW, {}),)),
    ("outgoing", ((Step.SEND_FOR_REVIEW, {}), (Step.INITIAL, {}))),
    ("outgoing", ((Step.SEND_FOR_REVIEW, {}), (Step.RECALL, {}))),
    ("outgoing", ((Step.SEND_FOR_REVIEW, {}), (Step.SEND_BACK, {"note": "salah ketik"}))),
    ("outgoing", ((Step.SEND_FOR_REVIEW, {}), (Step.INITIAL, {}), (Step.SIGN, {}))),
    ("outgoing", ((Step.CANCEL, {"note": "batal"}),)),
]


@pytest.mark.parametrize(("book", "way"), WAYS, ids=[f"{book}-{way[-1][0]}" for book, way in WAYS])
def test_the_letter_stands_as_before(
    desk: Desk, book: str, way: tuple[tuple[Step, dict[str, object]], ...]
) -> None:
    ref = desk.incoming() if book == "incoming" else desk.outgoing()
    if book == "outgoing":
        desk.chain(ref, BUDI)
    for step, order in way[:-1]:
        desk.step(ref, step, **order)
        desk.clock.wait(minutes=5)
    letter, signatures = same_but_version(desk, ref), desk.signatures(ref)
    step, order = way[-1]
    desk.step(ref, step, **order)
    assert undoable_step(desk.office, ref=ref) == str(step)
    undo_last(desk.office, ref=ref)
    assert same_but_version(desk, ref) == letter
    assert desk.signatures(ref) == signatures
    last = desk.journal(ref)[-1]
    assert (last.step, last.changes["undone"]) == ("undone", ("", str(step)))
    assert last.changes.get("state", ("", str(desk.letter(ref).state)))[1] == str(desk.letter(ref).state)
    assert [each.step for each in desk.journal(ref)].count(str(step)) == 1  # what happened stays written
    desk.step(ref, step, **order)  # and may be done again


def test_dispositions_that_were_sent_are_recalled(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    undo_last(desk.office, ref=ref)
    assert desk.letter(ref).state is IncomingState.REGISTERED
    assert {each.state for each in desk.dispositions(ref)} == {DispositionState.RECALLED}


def test_a_step_of_a_disposition(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    lead = desk.dispositions(ref)[0]
    desk.disposition_step(lead.id, Step.READ)
    undo_last(desk.office, ref=ref)
    assert desk.dispositions(ref)[0] == lead
    desk.disposition_step(lead.id, Step.FORWARD, to=(EKO,))
    undo_last(desk.office, ref=ref)
    assert desk.dispositions(ref)[0] == lead
    assert desk.dispositions(ref)[2].state is DispositionState.RECALLED
    assert desk.name(desk.letter(ref).holder_id) == BUDI


def test_what_ended_with_the_leads_is_open_again(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    lead = desk.dispositions(ref)[0]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(lead.id, step)
    before = desk.dispositions(ref)
    desk.step(ref, Step.COMPLETE)
    assert not any(each.live for each in desk.dispositions(ref))
    undo_last(desk.office, ref=ref)
    assert desk.dispositions(ref) == before
    assert desk.letter(ref).state is IncomingState.DISPOSED


def test_a_chain_that_started_again_stands_as_it_was_sent_back(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, BUDI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.SEND_BACK, note="perbaiki")
    before = desk.signatures(ref)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    undo_last(desk.office, ref=ref)
    assert desk.signatures(ref) == before
    desk.step(ref, Step.SEND_FOR_REVIEW)
    assert max(each.round for each in desk.signatures(ref)) == 2


def test_a_stand_in_leaves_the_place_again(desk: Desk) -> None:
    ref = desk.outgoing()
    desk.chain(ref, BUDI)
    desk.step(ref, Step.SEND_FOR_REVIEW)
    before = desk.signatures(ref)
    signature_step(desk.office, signature_id=before[0].id, step=Step.REASSIGN, to=EKO, note="cuti")
    undo_last(desk.office, ref=ref)
    after = desk.signatures(ref)
    assert after[0] == before[0]
    assert [each.state for each in after if desk.name(each.officer_id) == EKO] == [SignatureState.REASSIGNED]
    desk.step(ref, Step.INITIAL, by=BUDI)
    assert desk.letter(ref).state is OutgoingState.AWAITING_SIGNATURE


def test_the_counts_close_and_a_closed_month_never_changes(desk: Desk) -> None:
    september = Month(2026, 9)
    struck = desk.incoming(received_on=date(2026, 9, 30))
    filed = desk.incoming(received_on=date(2026, 9, 30))
    desk.step(struck, Step.CANCEL, note="salah", on=date(2026, 9, 30))
    desk.step(filed, Step.FILE, note="x", on=date(2026, 9, 30))
    closed = monthly_report(desk.office, month=september).balance
    assert (closed.registered, closed.cancelled, closed.finished, closed.closing) == (2, 1, 1, 0)
    for ref in (struck, filed):
        undo_last(desk.office, ref=ref)
    assert monthly_report(desk.office, month=september).balance == closed
    october = monthly_report(desk.office, month=Month(2026, 10)).balance
    assert (october.opening, october.cancelled, october.finished, october.closing) == (0, -1, -1, 2)
    figure = Figure(FactKind.CANCELLED, date(2026, 10, 1), date(2026, 10, 31))
    assert list(letters_behind(desk.office, figure=figure)) == [desk.letter(struck).id]


def test_reopening_by_mistake_does_not_count_the_hours_twice(desk: Desk) -> None:
    ref = desk.incoming()
    desk.clock.wait(hours=2)
    desk.step(ref, Step.FILE, note="x")
    desk.step(ref, Step.REOPEN, note="x")
    undo_last(desk.office, ref=ref)
    facts = desk.facts(ref)
    assert [each.what for each in facts][-2:] == [FactKind.REOPENED, FactKind.FINISHED]
    assert [each.working_minutes for each in facts if each.what is FactKind.FINISHED] == [120, None]
    assert facts[-1].on_time is True
    assert monthly_report(desk.office, month=Month(2026, 10)).balance.closing == 0


def test_a_number_is_never_taken_back(desk: Desk) -> None:
    ref = desk.signed()
    desk.step(ref, Step.GIVE_NUMBER)
    assert refusal(desk, ref).rule == "undo_not_allowed"
    assert str(Step.GIVE_NUMBER) not in UNDOABLE
    desk.step(ref, Step.DISPATCH)
    undo_last(desk.office, ref=ref)
    assert desk.letter(ref).state is OutgoingState.NUMBERED
    assert desk.letter(ref).dispatched_on is None


def test_only_the_newest_and_only_once(desk: Desk) -> None:
    ref = desk.incoming()
    assert refusal(desk, ref).rule == "nothing_to_undo"  # an entry in the book is cancelled
    desk.step(ref, Step.SUBMIT)
    attach(desk.office, ref=ref, attachments=[NewAttachment("pindaian.pdf", b"x")])
    assert refusal(desk, ref).facts["step"] == "attached"
    desk.step(ref, Step.RECALL)
    undo_last(desk.office, ref=ref)
    assert refusal(desk, ref).rule == "nothing_to_undo"


def test_by_whom_and_until_when(desk: Desk) -> None:
    ref = desk.incoming()
    desk.acting_as(Role.CLERK, "ani").step(ref, Step.SUBMIT)
    assert refusal(desk.acting_as(Role.CLERK, "tono"), ref).rule == "undo_not_yours"
    assert undoable_step(desk.acting_as(Role.SECRETARY, "tono").office, ref=ref) == "submit"
    desk.clock.wait(days=1)
    assert refusal(desk.acting_as(Role.CLERK, "ani"), ref).rule == "undo_too_late"


def test_of_two_desks_one_wins_and_the_other_is_told(desk: Desk) -> None:
    ref = desk.incoming()
    seen = desk.letter(ref).version
    desk.acting_as(Role.CLERK, "ani").step(ref, Step.SUBMIT)
    order = StepOrder(note="tanpa disposisi", expected_version=seen)
    with pytest.raises(ChangedElsewhere) as told:
        take_step(desk.office, ref=ref, step=Step.FILE, order=order)
    assert (told.value.ref, told.value.by) == (str(ref), "ani")
    assert told.value.fields == {
        "state": ("registered", "submitted", "file"),
        "step": ("", "submit", "file"),
    }
    assert desk.letter(ref).state is IncomingState.SUBMITTED
    take_step(desk.office, ref=ref, step=Step.FILE, order=StepOrder(expected_version=seen + 1))
