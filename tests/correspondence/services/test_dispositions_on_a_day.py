"""What a recipient did on an earlier day counts on that day, as a letter's own steps do."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from correspondence.dispositions import Disposition
from correspondence.errors import Refused
from correspondence.numbering import LetterRef
from correspondence.workflow import DispositionState, Step
from tests.builders import BUDI, EKO, NINE, WEDNESDAY, Desk, build_desk

THURSDAY, FRIDAY = date(2026, 10, 8), date(2026, 10, 9)
THURSDAY_CLOSE = datetime(2026, 10, 8, 9, 0, tzinfo=UTC)
"""16.00 in Jakarta."""


@pytest.fixture
def desk() -> Desk:
    return build_desk()


@pytest.fixture
def ref(desk: Desk) -> LetterRef:
    """Sent on Wednesday at nine; today is Friday."""
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    desk.clock.wait(days=2)
    return ref


def line(desk: Desk, ref: LetterRef) -> Disposition:
    return desk.dispositions(ref)[0]


def test_the_day_said_is_the_day_kept(desk: Desk, ref: LetterRef) -> None:
    key = line(desk, ref).id
    assert desk.disposition_step(key, Step.READ, on=THURSDAY).read_at == THURSDAY_CLOSE
    assert desk.journal(ref)[-1].changes["on"] == ("", "2026-10-08")
    desk.disposition_step(key, Step.START, on=THURSDAY)
    assert desk.disposition_step(key, Step.DONE, on=THURSDAY).done_at == THURSDAY_CLOSE
    assert desk.letter(ref).held_since == THURSDAY_CLOSE


def test_today_is_the_clock_s(desk: Desk, ref: LetterRef) -> None:
    read = desk.disposition_step(line(desk, ref).id, Step.READ, on=FRIDAY)
    assert read.read_at == desk.clock.at
    assert "on" not in desk.journal(ref)[-1].changes


@pytest.mark.parametrize(
    ("on", "rule"),
    [(date(2026, 10, 10), "date_in_future"), (date(2026, 10, 6), "step_before_disposition")],
)
def test_not_before_it_was_sent_nor_in_the_future(desk: Desk, ref: LetterRef, on: date, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        desk.disposition_step(line(desk, ref).id, Step.READ, on=on)
    assert (refused.value.rule, refused.value.field) == (rule, "on")
    assert line(desk, ref).state is DispositionState.SENT


def test_not_before_it_was_read_nor_before_those_below_have_reported(desk: Desk, ref: LetterRef) -> None:
    key = line(desk, ref).id
    desk.disposition_step(key, Step.FORWARD, to=(EKO,), on=WEDNESDAY)
    below = desk.dispositions(ref)[1]
    assert (below.sent_at > NINE, below.sent_at < THURSDAY_CLOSE) == (True, True)
    with pytest.raises(Refused, match="step_before_disposition"):
        desk.disposition_step(below.id, Step.READ, on=date(2026, 10, 6))
    desk.disposition_step(below.id, Step.READ, on=THURSDAY)
    with pytest.raises(Refused, match="step_before_disposition"):
        desk.disposition_step(below.id, Step.START, on=WEDNESDAY)
    desk.disposition_step(below.id, Step.START)
    desk.disposition_step(below.id, Step.DONE, on=THURSDAY)
    trunk = line(desk, ref)
    assert (trunk.state, trunk.done_at) == (DispositionState.DONE, THURSDAY_CLOSE)


def test_nothing_is_finished_before_those_below(desk: Desk, ref: LetterRef) -> None:
    key = line(desk, ref).id
    desk.disposition_step(key, Step.FORWARD, to=(EKO,), on=WEDNESDAY)
    desk.clock.wait(minutes=1)
    desk.disposition_step(key, Step.FORWARD, to=("Siti",), on=WEDNESDAY)
    eko, siti = desk.dispositions(ref)[1:]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(eko.id, step, on=THURSDAY)
    desk.disposition_step(siti.id, Step.RETURN, note="Bukan bidang kami")
    with pytest.raises(Refused, match="step_before_disposition"):
        desk.disposition_step(key, Step.DONE, on=WEDNESDAY)
    assert desk.disposition_step(key, Step.DONE, on=THURSDAY).done_at == THURSDAY_CLOSE


def test_who_forwarded_is_done_when_the_last_one_below_was(desk: Desk, ref: LetterRef) -> None:
    key = line(desk, ref).id
    desk.disposition_step(key, Step.FORWARD, to=(EKO,), on=WEDNESDAY)
    desk.disposition_step(key, Step.FORWARD, to=("Siti",), on=WEDNESDAY)
    eko, siti = desk.dispositions(ref)[1:]
    for below, day in ((eko, FRIDAY), (siti, THURSDAY)):
        for step in (Step.READ, Step.START, Step.DONE):
            desk.disposition_step(below.id, step, on=day)
    assert line(desk, ref).done_at == desk.clock.at
