"""Steps of letters: what comes of each, the day it counts on, what the journal and the counts keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.throughput import FactKind
from correspondence.workflow import IncomingState, OutgoingState, Step
from tests.builders import BUDI, NINE, RAHMA, SITI, WEDNESDAY, Desk, build_desk

NEXT_DAY = date(2026, 10, 8)


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def refusal(desk: Desk, ref: LetterRef, step: Step, **order: Any) -> Refused:
    kept = desk.archive.kept
    with pytest.raises(Refused) as refused:
        desk.step(ref, step, **order)
    assert desk.archive.kept is kept, "a refused step left something behind"
    return refused.value


def test_an_incoming_letter_the_whole_way(desk: Desk) -> None:
    ref = desk.incoming()
    submitted = desk.step(ref, Step.SUBMIT, to=("Dra. Rahma",))
    assert (submitted.state, desk.name(submitted.holder_id)) == (IncomingState.SUBMITTED, RAHMA)
    disposed = desk.step(ref, Step.DISPOSE, to=("Budi", "Siti"), note="Mohon dibalas")
    assert (disposed.state, desk.name(disposed.holder_id)) == (IncomingState.DISPOSED, BUDI)
    lead = desk.dispositions(ref)[0]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(lead.id, step, by="Budi", note="sudah")
    assert desk.letter(ref).holder_id is None
    desk.clock.wait(days=1)
    completed = desk.step(ref, Step.COMPLETE)
    assert (completed.state, completed.holder_id, completed.held_since) == (
        IncomingState.COMPLETED,
        None,
        None,
    )
    assert desk.step(ref, Step.FILE).state is IncomingState.FILED
    facts = [(fact.what, fact.on, fact.working_minutes, fact.on_time) for fact in desk.facts(ref)]
    assert facts == [
        (FactKind.REGISTERED, WEDNESDAY, None, None),
        (FactKind.FINISHED, NEXT_DAY, 510, True),
    ]


def test_an_outgoing_letter_the_whole_way(desk: Desk) -> None:
    ref = desk.signed()
    numbered = desk.step(ref, Step.GIVE_NUMBER)
    assert (numbered.letter_number, numbered.letter_date) == ("1/UM/X/2026", WEDNESDAY)
    assert desk.step(ref, Step.DISPATCH).dispatched_on == WEDNESDAY
    delivered = desk.step(ref, Step.CONFIRM_DELIVERY, received_by=" Sdr. Joko ", on=WEDNESDAY)
    assert (delivered.received_by, delivered.delivered_on) == ("Sdr. Joko", WEDNESDAY)
    assert desk.step(ref, Step.FILE).state is OutgoingState.FILED
    kinds = [fact.what for fact in desk.facts(ref)]
    assert kinds == [FactKind.REGISTERED, FactKind.ISSUED, FactKind.FINISHED]
    steps = [entry.step for entry in desk.journal(ref)]
    assert steps == [
        "registered",
        *("chain_set", "send_for_review", "sign", "give_number", "dispatch", "confirm_delivery", "file"),
    ]


@pytest.mark.parametrize(
    ("step", "rule", "field"),
    [
        (Step.FILE, "note_missing", "note"),
        (Step.CANCEL, "note_missing", "note"),
        (Step.DISPOSE, "recipients_missing", "to"),
        (Step.COMPLETE, "step_not_allowed", None),
    ],
)
def test_a_step_asks_for_what_belongs_to_it(desk: Desk, step: Step, rule: str, field: str | None) -> None:
    refused = refusal(desk, desk.incoming(), step, note=" \x00")
    assert (refused.rule, refused.field) == (rule, field)


def test_a_delivery_asks_who_received(desk: Desk) -> None:
    ref = desk.signed()
    desk.step(ref, Step.GIVE_NUMBER)
    desk.step(ref, Step.DISPATCH)
    assert refusal(desk, ref, Step.CONFIRM_DELIVERY).field == "received_by"


def test_a_letter_is_completed_only_when_the_leads_are_done(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=("Budi",))
    refused = refusal(desk, ref, Step.COMPLETE)
    assert (refused.rule, refused.facts["when"]) == ("step_held_back", "leads_done")


def test_submitting_without_a_name_goes_to_the_signatory_of_reports(desk: Desk) -> None:
    assert desk.step(desk.incoming(), Step.SUBMIT).holder_id is None
    desk.archive.kept.profile = replace(desk.archive.kept.profile, report_signatory=RAHMA)
    assert desk.name(desk.step(desk.incoming(), Step.SUBMIT).holder_id) == RAHMA
    assert refusal(desk, desk.incoming(), Step.SUBMIT, to=("Budi", "Siti")).rule == "one_leader"
    with pytest.raises(NotFound):
        desk.step(desk.incoming(), Step.SUBMIT, to=("Tak Dikenal",))


def test_a_letter_taken_back_lies_on_the_desk_from_then_on(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.SUBMIT)
    desk.clock.wait(hours=1)
    letter = desk.step(ref, Step.RECALL)
    assert (letter.state, letter.holder_id, letter.held_since) == (
        IncomingState.REGISTERED,
        None,
        desk.clock.at,
    )


def test_the_desk_keeps_a_paper_it_has_had(desk: Desk) -> None:
    ref = desk.signed()
    desk.clock.wait(hours=1)
    assert desk.step(ref, Step.GIVE_NUMBER).held_since == NINE


def test_a_step_that_happened_on_paper_counts_on_its_own_day(desk: Desk) -> None:
    ref = desk.incoming(received_on=date(2026, 10, 1))
    desk.step(ref, Step.SUBMIT, on=date(2026, 10, 2))
    desk.step(ref, Step.FILE, on=date(2026, 10, 5))
    assert [fact.on for fact in desk.facts(ref)] == [date(2026, 10, 1), date(2026, 10, 5)]
    submit = desk.journal(ref)[1]
    assert (submit.at, submit.changes["on"]) == (NINE, ("", "2026-10-02"))


@pytest.mark.parametrize(
    ("on", "rule"),
    [
        (date(2026, 10, 8), "date_in_future"),
        (date(2026, 9, 30), "step_before_entry"),
        (date(2026, 10, 4), "step_before_last"),
    ],
)
def test_a_step_cannot_count_on_a_day_that_is_out_of_order(desk: Desk, on: date, rule: str) -> None:
    ref = desk.incoming(received_on=date(2026, 10, 1))
    desk.step(ref, Step.SUBMIT, on=date(2026, 10, 5))
    refused = refusal(desk, ref, Step.FILE, on=on)
    assert (refused.rule, refused.field) == (rule, "on")


def test_a_clock_that_was_ahead_holds_nothing_up(desk: Desk) -> None:
    ref = desk.incoming()
    desk.clock.wait(days=30)
    desk.step(ref, Step.FILE, note="Untuk diketahui")
    desk.clock.wait(days=-30)
    desk.step(ref, Step.REOPEN, note="Ternyata perlu dibalas")
    days = [fact.on for fact in desk.facts(ref)]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("wait", "on", "in_time"),
    [
        ({"days": 7}, None, True),  # the day of the deadline itself, in the morning
        ({"days": 7, "hours": 8}, None, False),  # after the close of that day
        ({"days": 8}, date(2026, 10, 14), True),  # written down a day later
        ({"days": 8}, None, False),
    ],
)
def test_whether_a_letter_was_finished_in_time(
    desk: Desk, wait: dict[str, float], on: date | None, in_time: bool
) -> None:
    ref = desk.incoming()
    desk.clock.wait(**wait)
    desk.step(ref, Step.FILE, note="x", on=on)
    assert desk.facts(ref)[-1].on_time is in_time


def test_an_imported_letter_is_reopened_and_finished_without_hours(desk: Desk) -> None:
    ref = desk.incoming()
    letter = desk.letter(ref)
    desk.archive.kept.letters[letter.id] = replace(letter, imported=True)
    desk.step(ref, Step.FILE, note="x")
    finished = desk.facts(ref)[-1]
    assert (finished.what, finished.working_minutes, finished.on_time) == (FactKind.FINISHED, None, None)


@pytest.mark.parametrize("disposed", [True, False])
def test_a_reopened_letter_goes_back_to_where_it_was(desk: Desk, disposed: bool) -> None:
    ref = desk.incoming()
    if disposed:
        desk.step(ref, Step.DISPOSE, to=("Siti",))
        [line] = desk.dispositions(ref)
        desk.disposition_step(line.id, Step.READ)
        desk.disposition_step(line.id, Step.START)
        desk.disposition_step(line.id, Step.DONE)
        desk.step(ref, Step.COMPLETE)
    desk.step(ref, Step.FILE, note="x")
    desk.clock.wait(days=2)
    letter = desk.step(ref, Step.REOPEN, note="Ada susulan")
    assert letter.state is (IncomingState.DISPOSED if disposed else IncomingState.REGISTERED)
    assert (letter.holder_id, letter.held_since) == (None, desk.clock.at)
    assert [fact.what for fact in desk.facts(ref)] == [
        FactKind.REGISTERED,
        FactKind.FINISHED,
        FactKind.REOPENED,
    ]


def test_an_unknown_letter_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.step(LetterRef.read("M-2026-77"), Step.SUBMIT)


def test_siti_is_somebody_else(desk: Desk) -> None:
    """The one who disposes without having been submitted to is named by `by` alone."""
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=("Siti",))
    [line] = desk.dispositions(ref)
    assert (line.from_id, desk.name(line.to_id)) == (None, SITI)
    other = desk.incoming()
    desk.step(other, Step.DISPOSE, to=("Siti",), by="Dra. Rahma")
    assert desk.name(desk.dispositions(other)[0].from_id) == RAHMA
