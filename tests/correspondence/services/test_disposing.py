"""Handing letters out, and what recipients do with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from correspondence.dispositions import Disposition
from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.workflow import DispositionState, IncomingState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, WEDNESDAY, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def disposed(desk: Desk) -> LetterRef:
    """Rahma hands a letter to Budi, who leads, and to Siti."""
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT, to=("Dra. Rahma",))
    desk.step(ref, Step.DISPOSE, to=("Budi", "Siti"))
    return ref


def refusal(desk: Desk, line: Disposition, step: Step, **order: Any) -> Refused:
    kept = desk.archive.kept
    with pytest.raises(Refused) as refused:
        desk.disposition_step(line.id, step, **order)
    assert desk.archive.kept is kept
    return refused.value


def people(desk: Desk, ref: LetterRef) -> list[tuple[str, str, bool]]:
    return [(desk.name(each.from_id), desk.name(each.to_id), each.lead) for each in desk.dispositions(ref)]


@pytest.mark.parametrize(
    ("to", "lead", "expected"),
    [
        (("Budi", "Siti"), "", [(BUDI, True), (SITI, False)]),
        (("Budi", "Siti"), "Siti", [(SITI, True), (BUDI, False)]),
        (("Budi",), "Eko", [(EKO, True), (BUDI, False)]),
        ((), "Eko", [(EKO, True)]),
        (("Budi", "budi santoso", "19800101 200501 1 002"), "", [(BUDI, True)]),
    ],
)
def test_exactly_one_leads(
    desk: Desk, to: tuple[str, ...], lead: str, expected: list[tuple[str, bool]]
) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=to, lead=lead, by="Dra. Rahma")
    assert [(name, leads) for _, name, leads in people(desk, ref)] == expected


def test_what_is_said_with_a_disposition_is_kept(desk: Desk) -> None:
    ref = desk.incoming()
    instructions = (" Proses lebih lanjut ", "", "Tanggapan dan Saran")
    due = date(2026, 10, 9)
    desk.step(ref, Step.DISPOSE, to=("Budi",), note="Segera\n", instructions=instructions, due=due)
    [line] = desk.dispositions(ref)
    assert line.instructions == ("Proses lebih lanjut", "Tanggapan dan Saran")
    assert (line.note, line.due_on, line.sent_at, line.state) == ("Segera", due, NINE, DispositionState.SENT)


def test_without_a_day_it_is_due_when_the_letter_is(desk: Desk, disposed: LetterRef) -> None:
    assert {line.due_on for line in desk.dispositions(disposed)} == {date(2026, 10, 14)}


def test_it_comes_from_the_leader_it_was_submitted_to(desk: Desk, disposed: LetterRef) -> None:
    assert people(desk, disposed) == [(RAHMA, BUDI, True), (RAHMA, SITI, False)]
    desk.step(disposed, Step.DISPOSE, to=("Eko",))
    assert people(desk, disposed)[-1] == (RAHMA, EKO, True)
    assert desk.name(desk.letter(disposed).holder_id) == EKO


@pytest.mark.parametrize(
    ("order", "rule", "field"),
    [
        ({"to": ("Budi",), "by": "Budi"}, "disposition_to_self", "to"),
        ({"to": ("Budi",), "due": date(2026, 10, 6)}, "due_in_past", "due"),
        ({"to": ("Eko",)}, "officer_left", "to"),
        ({"to": ("Budi",), "lead": "Eko"}, "officer_left", "lead"),
    ],
)
def test_what_cannot_be_handed_out(desk: Desk, order: dict[str, Any], rule: str, field: str) -> None:
    eko = desk.officer_id(EKO)
    officers = desk.archive.kept.officers
    officers[eko] = replace(officers[eko], left_on=date(2026, 10, 6))
    ref = desk.incoming()
    with pytest.raises(Refused) as refused:
        desk.step(ref, Step.DISPOSE, **order)
    assert (refused.value.rule, refused.value.field) == (rule, field)
    assert not desk.dispositions(ref)


def test_an_officer_serves_through_the_last_day_and_unknown_ones_are_named(desk: Desk) -> None:
    officers = desk.archive.kept.officers
    eko = desk.officer_id(EKO)
    officers[eko] = replace(officers[eko], left_on=WEDNESDAY)
    desk.step(desk.incoming(), Step.DISPOSE, to=("Eko",))
    with pytest.raises(NotFound) as unknown:
        desk.step(desk.incoming(), Step.DISPOSE, to=("Tidak Ada",))
    assert unknown.value.key == "Tidak Ada"


def test_a_lead_reads_starts_and_reports(desk: Desk, disposed: LetterRef) -> None:
    lead = desk.dispositions(disposed)[0]
    desk.clock.wait(minutes=5)
    assert desk.disposition_step(lead.id, Step.READ, by="Budi").read_at == desk.clock.at
    assert desk.disposition_step(lead.id, Step.START).state is DispositionState.IN_PROGRESS
    done = desk.disposition_step(lead.id, Step.DONE, note="Sudah dibalas")
    assert (done.state, done.done_at, done.report) == (
        DispositionState.DONE,
        desk.clock.at,
        "Sudah dibalas",
    )
    letter = desk.letter(disposed)
    assert (letter.state, letter.holder_id, letter.held_since) == (
        IncomingState.DISPOSED,
        None,
        desk.clock.at,
    )
    steps = [entry.step for entry in desk.journal(disposed)]
    assert steps[-3:] == ["disposition_read", "disposition_start", "disposition_done"]
    assert desk.journal(disposed)[-1].changes["officer"] == ("", BUDI)


def test_only_the_recipient_takes_its_steps_and_only_the_sender_takes_it_back(
    desk: Desk, disposed: LetterRef
) -> None:
    lead, second = desk.dispositions(disposed)
    refused = refusal(desk, lead, Step.READ, by="Siti")
    assert (refused.rule, refused.facts["whose"]) == ("not_your_disposition", BUDI)
    assert refusal(desk, second, Step.RECALL, by="Siti").facts["whose"] == RAHMA
    assert desk.disposition_step(second.id, Step.RECALL, by="Dra. Rahma").state is DispositionState.RECALLED
    desk.disposition_step(lead.id, Step.READ, by="Budi")
    assert refusal(desk, lead, Step.RECALL, by="Dra. Rahma").rule == "step_not_allowed"


def test_a_disposition_without_a_sender_is_taken_back_by_anybody(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=("Budi",))
    [line] = desk.dispositions(ref)
    desk.disposition_step(line.id, Step.RECALL, by="Siti")
    assert desk.letter(ref).holder_id is None


def test_it_is_returned_with_a_reason_and_somebody_else_is_asked(desk: Desk, disposed: LetterRef) -> None:
    lead = desk.dispositions(disposed)[0]
    assert refusal(desk, lead, Step.RETURN).rule == "note_missing"
    back = desk.disposition_step(lead.id, Step.RETURN, note="Bukan bidang kami")
    assert (back.state, back.report) == (DispositionState.RETURNED, "Bukan bidang kami")
    with pytest.raises(Refused, match="step_held_back"):
        desk.step(disposed, Step.COMPLETE)
    assert desk.name(desk.step(disposed, Step.DISPOSE, to=("Eko",)).holder_id) == EKO


def test_forwarding_makes_a_branch_and_finishing_it_finishes_the_trunk(
    desk: Desk, disposed: LetterRef
) -> None:
    lead = desk.dispositions(disposed)[0]
    forwarded = desk.disposition_step(lead.id, Step.FORWARD, by="Budi", to=("Eko",), note="Tolong siapkan")
    assert (forwarded.state, forwarded.read_at) == (DispositionState.IN_PROGRESS, NINE)
    child = desk.dispositions(disposed)[-1]
    assert (child.parent_id, desk.name(child.from_id), desk.name(child.to_id), child.lead) == (
        lead.id,
        BUDI,
        EKO,
        True,
    )
    assert child.due_on == lead.due_on
    assert desk.name(desk.letter(disposed).holder_id) == EKO
    assert refusal(desk, lead, Step.DONE).facts["when"] == "no_open_children"
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(child.id, step, by="Eko", note="Beres")
    trunk = desk.dispositions(disposed)[0]
    assert (trunk.state, trunk.report) == (DispositionState.DONE, "Beres")
    assert desk.journal(disposed)[-1].step == "disposition_done_below"
    assert desk.letter(disposed).state is IncomingState.DISPOSED
    assert desk.step(disposed, Step.COMPLETE).state is IncomingState.COMPLETED


def test_a_trunk_waits_for_every_lead_below(desk: Desk, disposed: LetterRef) -> None:
    lead = desk.dispositions(disposed)[0]
    desk.disposition_step(lead.id, Step.FORWARD, to=("Eko",))
    desk.disposition_step(lead.id, Step.FORWARD, to=("Siti",))
    first, second = desk.dispositions(disposed)[-2:]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(first.id, step)
    assert desk.dispositions(disposed)[0].state is DispositionState.IN_PROGRESS
    assert desk.name(desk.letter(disposed).holder_id) == SITI
    desk.disposition_step(second.id, Step.RETURN, note="Tidak berwenang")
    # What came back below is the forwarder's own again.
    assert desk.dispositions(disposed)[0].state is DispositionState.IN_PROGRESS
    assert desk.name(desk.letter(disposed).holder_id) == BUDI
    assert desk.disposition_step(lead.id, Step.DONE).state is DispositionState.DONE


@pytest.mark.parametrize(
    ("to", "rule"),
    [("Budi", "circular_forward"), ("Dra. Rahma", "circular_forward"), ("Eko", "disposition_to_self")],
)
def test_a_letter_does_not_go_round_in_a_circle(desk: Desk, disposed: LetterRef, to: str, rule: str) -> None:
    lead = desk.dispositions(disposed)[0]
    desk.disposition_step(lead.id, Step.FORWARD, to=("Eko",))
    child = desk.dispositions(disposed)[-1]
    assert refusal(desk, child, Step.FORWARD, to=(to,)).rule == rule


def test_nothing_is_forwarded_after_the_letter_is_completed(desk: Desk, disposed: LetterRef) -> None:
    lead, second = desk.dispositions(disposed)
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(lead.id, step)
    desk.step(disposed, Step.COMPLETE)
    assert refusal(desk, second, Step.FORWARD, to=("Eko",)).rule == "step_not_allowed"
    assert desk.dispositions(disposed)[1].state is DispositionState.DONE


def test_an_unknown_disposition_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.disposition_step(99, Step.READ)
