"""Trees of dispositions: what holds a letter back, and at whom the paper lies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from correspondence.dispositions import Disposition, circumstances_of, holding_lead
from correspondence.workflow import DispositionState as State

START = datetime(2026, 10, 7, 2, 0, tzinfo=UTC)


def line(
    number: int, *, lead: bool = True, state: State = State.SENT, parent: int | None = None, after: int = 0
) -> Disposition:
    return Disposition(
        letter_id=1,
        to_id=number,
        lead=lead,
        sent_at=START + timedelta(minutes=after),
        state=state,
        parent_id=parent,
        id=number,
    )


@pytest.mark.parametrize("state", State)
def test_what_still_waits_for_somebody(state: State) -> None:
    assert line(1, state=state).live == (state in {State.SENT, State.READ, State.IN_PROGRESS})


def test_only_leads_of_the_level_asked_for_count() -> None:
    family = [
        line(1, state=State.IN_PROGRESS),
        line(2, lead=False),
        line(3, state=State.DONE),
        line(4, parent=1, state=State.DONE),
        line(5, parent=1, lead=False),
    ]
    top, below = circumstances_of(family), circumstances_of(family, parent_id=1)
    assert (top.open_leads, top.done_leads, top.ever_disposed) == (1, 1, True)
    assert (below.open_leads, below.done_leads) == (0, 1)


@pytest.mark.parametrize("gone", [State.RETURNED, State.RECALLED])
def test_a_lead_that_came_back_neither_holds_back_nor_completes(gone: State) -> None:
    after = circumstances_of([line(1, state=gone)])
    assert (after.open_leads, after.done_leads, after.ever_disposed) == (0, 0, True)


def test_a_letter_never_disposed() -> None:
    assert not circumstances_of([]).ever_disposed
    assert holding_lead([]) is None


def test_the_paper_lies_with_the_newest_lead_and_goes_down_with_it() -> None:
    family = [line(1), line(2, after=5), line(3, lead=False, after=9)]
    assert holding_lead(family) == family[1]
    forwarded = [*family, line(4, parent=2, after=10), line(5, parent=2, lead=False, after=10)]
    assert holding_lead(forwarded) == forwarded[3]


def test_the_paper_comes_back_up_when_the_lead_below_is_done() -> None:
    family = [line(1, state=State.IN_PROGRESS), line(2, parent=1, state=State.DONE)]
    assert holding_lead(family) == family[0]
    assert holding_lead([line(1, state=State.DONE), line(2, lead=False)]) is None
