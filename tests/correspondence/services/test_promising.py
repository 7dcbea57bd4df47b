"""Promised times: how they are told, what of them is kept or broken, and which are refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from correspondence.dates import Month
from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.services.promising import promise, promise_each
from correspondence.services.reporting import monthly_report
from correspondence.services.signing import set_chain, signature_step
from correspondence.signatures import Asked
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, Desk, build_desk
from ui.failures import sentence

JAKARTA = ZoneInfo("Asia/Jakarta")


def test_a_time_that_is_over_is_told_on_the_office_s_clock() -> None:
    desk = build_desk()
    with pytest.raises(Refused) as refused:
        desk.chain(desk.outgoing(), promised_for=NINE - timedelta(hours=1))
    said = sentence(refused.value)
    assert "(7 Oktober 2026 08.00) sudah lewat" in said
    assert "sesudah 7 Oktober 2026 09.00" in said


def test_the_journal_has_one_form_for_what_was_typed_and_what_was_kept() -> None:
    desk = build_desk()
    ref = desk.outgoing()
    two = NINE + timedelta(hours=5)
    desk.chain(ref, promised_for=two.astimezone(JAKARTA))
    assert desk.journal(ref)[-1].changes["promised_for"] == ("", two.isoformat())
    desk.step(ref, Step.SEND_FOR_REVIEW)
    later = two + timedelta(hours=1)
    line = desk.signatures(ref)[0]
    promise(desk.office, signature_id=line.id, promised_for=later.astimezone(JAKARTA))
    assert desk.journal(ref)[-1].changes["promised_for"] == (two.isoformat(), later.isoformat())


# ------------------------------------------------------------------------------------- what is counted, by the clock


TWO = NINE + timedelta(hours=5)
FOUR = NINE + timedelta(hours=7)


def counts(desk: Desk) -> dict[str, tuple[int, int]]:
    """Officer → promises kept, promises broken, of those who have any."""
    rows = monthly_report(desk.office, month=Month(2026, 10)).signatures
    found = {each.officer: (each.promises_kept, each.promises_broken) for each in rows}
    return {name: pair for name, pair in found.items() if any(pair)}


def promised(desk: Desk, *, initial: datetime | None = TWO, sign: datetime | None = FOUR) -> LetterRef:
    """A letter on its way: Budi is asked for his initial, Rahma signs after him."""
    ref = desk.outgoing()
    set_chain(
        desk.office, ref=ref, initials=(Asked(BUDI, promised_for=initial),), sign=RAHMA, promised_for=sign
    )
    desk.step(ref, Step.SEND_FOR_REVIEW)
    return ref


def until(desk: Desk, at: datetime) -> None:
    desk.clock.at = at


def line_of(desk: Desk, ref: LetterRef, officer: str) -> int:
    lines = [each for each in desk.signatures(ref) if desk.name(each.officer_id) == officer]
    return lines[-1].id


def test_kept_by_both_and_broken_by_both() -> None:
    desk = build_desk()
    kept, broken = promised(desk), promised(desk)
    desk.clock.wait(hours=1)
    desk.step(kept, Step.INITIAL)
    desk.step(kept, Step.SIGN)
    assert counts(desk) == {BUDI: (1, 0), RAHMA: (1, 0)}
    until(desk, TWO)
    assert counts(desk) == {BUDI: (1, 0), RAHMA: (1, 0)}  # at the minute itself it is not late
    until(desk, TWO + timedelta(minutes=1))
    assert counts(desk) == {BUDI: (1, 1), RAHMA: (1, 0)}
    # The initial holds the letter up, but the citizen was told four o'clock by whom the signature is Rahma's.
    until(desk, FOUR + timedelta(minutes=1))
    assert counts(desk) == {BUDI: (1, 1), RAHMA: (1, 1)}
    desk.step(broken, Step.INITIAL)
    desk.step(broken, Step.SIGN)
    assert counts(desk) == {BUDI: (1, 1), RAHMA: (1, 1)}


def test_renewed_after_it_was_broken_counts_twice() -> None:
    desk = build_desk()
    ref = promised(desk, initial=None)
    desk.step(ref, Step.INITIAL)
    until(desk, FOUR + timedelta(hours=1))
    promise(desk.office, signature_id=line_of(desk, ref, RAHMA), promised_for=FOUR + timedelta(days=1))
    assert counts(desk) == {RAHMA: (0, 1)}
    desk.step(ref, Step.SIGN)
    assert counts(desk) == {RAHMA: (1, 1)}


def test_a_renewed_promise_of_a_signatory_not_asked_yet_counts_twice_as_well() -> None:
    desk = build_desk()
    ref = promised(desk, initial=None)
    until(desk, FOUR + timedelta(hours=1))
    promise(desk.office, signature_id=line_of(desk, ref, RAHMA), promised_for=FOUR + timedelta(days=1))
    assert counts(desk) == {RAHMA: (0, 1)}
    desk.step(ref, Step.INITIAL)
    desk.step(ref, Step.SIGN)
    assert counts(desk) == {RAHMA: (1, 1)}


@pytest.mark.parametrize("to", [TWO, FOUR + timedelta(days=1)])
def test_moved_before_it_is_due_it_is_one_promise(to: datetime) -> None:
    desk = build_desk()
    ref = promised(desk, initial=None)
    desk.step(ref, Step.INITIAL)
    promise(desk.office, signature_id=line_of(desk, ref, RAHMA), promised_for=to)
    assert desk.journal(ref)[-1].changes["promised_for"] == (FOUR.isoformat(), to.isoformat())
    until(desk, to - timedelta(minutes=1))
    assert counts(desk) == {}
    until(desk, to + timedelta(minutes=1))
    assert counts(desk) == {RAHMA: (0, 1)}


def test_a_promise_taken_back_before_it_is_due_is_none() -> None:
    desk = build_desk()
    ref = promised(desk, initial=None)
    desk.step(ref, Step.INITIAL)
    promise(desk.office, signature_id=line_of(desk, ref, RAHMA), promised_for=None)
    until(desk, FOUR + timedelta(days=1))
    assert counts(desk) == {}


@pytest.mark.parametrize("step", [Step.SEND_BACK, Step.RECALL])
def test_what_came_back_before_its_time_broke_nothing(step: Step) -> None:
    desk = build_desk()
    ref = promised(desk)
    desk.step(ref, step, note="salah alamat")
    until(desk, FOUR + timedelta(hours=1))
    assert counts(desk) == {}


@pytest.mark.parametrize("step", [Step.SEND_BACK, Step.RECALL])
def test_what_came_back_after_its_time_stays_broken_and_starts_without_it(step: Step) -> None:
    desk = build_desk()
    ref = promised(desk)
    until(desk, FOUR + timedelta(minutes=30))
    desk.step(ref, step, note="salah alamat")
    both = {BUDI: (0, 1), RAHMA: (0, 1)}
    assert counts(desk) == both
    desk.chain(ref, EKO)  # another chain forgets what nobody acted upon
    assert counts(desk) == both
    desk.step(ref, Step.SEND_FOR_REVIEW)
    desk.step(ref, Step.INITIAL)
    desk.step(ref, Step.SIGN)
    assert counts(desk) == both


def test_a_promise_that_is_not_over_goes_on_into_the_next_round() -> None:
    desk = build_desk()
    ref = promised(desk)
    desk.step(ref, Step.INITIAL)
    desk.step(ref, Step.SEND_BACK, note="salah alamat")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    until(desk, FOUR + timedelta(hours=1))
    # Budi kept the first, and was asked again for the same hour.
    assert counts(desk) == {BUDI: (1, 1), RAHMA: (0, 1)}


@pytest.mark.parametrize(("at", "left"), [(NINE, {}), (TWO + timedelta(minutes=1), {BUDI: (0, 1)})])
def test_skipped_in_time_or_too_late(at: datetime, left: dict[str, tuple[int, int]]) -> None:
    desk = build_desk()
    ref = promised(desk, sign=None)
    until(desk, at)
    signature_step(
        desk.office, signature_id=line_of(desk, ref, BUDI), step=Step.SKIP, note="dinas luar", by=RAHMA
    )
    until(desk, FOUR)
    assert counts(desk) == left


def test_who_takes_the_place_in_time_takes_the_promise_over() -> None:
    desk = build_desk()
    ref = promised(desk, sign=None)
    reassign(desk, ref)
    until(desk, FOUR)
    assert counts(desk) == {EKO: (0, 1)}


def test_who_takes_the_place_too_late_broke_nothing() -> None:
    desk = build_desk()
    ref = promised(desk, sign=None)
    until(desk, TWO + timedelta(minutes=1))
    reassign(desk, ref)
    desk.step(ref, Step.INITIAL)
    assert counts(desk) == {BUDI: (0, 1)}


def test_whom_a_letter_waits_for_is_counted_once_however_often_he_promised() -> None:
    desk = build_desk()
    ref = promised(desk, initial=None)
    desk.step(ref, Step.INITIAL)
    until(desk, datetime(2026, 11, 2, 3, tzinfo=UTC))
    promise(
        desk.office, signature_id=line_of(desk, ref, RAHMA), promised_for=desk.clock.at + timedelta(hours=2)
    )
    (row,) = monthly_report(desk.office, month=Month(2026, 10)).signatures
    assert (row.officer, row.waiting) == (RAHMA, 1)


def reassign(desk: Desk, ref: LetterRef) -> None:
    line = line_of(desk, ref, BUDI)
    signature_step(desk.office, signature_id=line, step=Step.REASSIGN, to=EKO, note="dinas luar", by=RAHMA)


# ------------------------------------------------------------------------------------------------- what is refused


def test_a_line_of_an_earlier_round_is_refused() -> None:
    desk = build_desk()
    ref = promised(desk)
    early = desk.signatures(ref)[0].id
    desk.step(ref, Step.SEND_BACK, note="salah alamat")
    desk.step(ref, Step.SEND_FOR_REVIEW)
    with pytest.raises(Refused) as refused:
        promise(desk.office, signature_id=early, promised_for=FOUR)
    assert (refused.value.rule, refused.value.field) == ("signature_round_over", "promised_for")
    assert "putaran ke-1" in sentence(refused.value)


def test_a_letter_nobody_is_waited_for_is_refused() -> None:
    desk = build_desk()
    ref = desk.outgoing()
    desk.chain(ref)
    desk.step(ref, Step.CANCEL, note="keliru")
    with pytest.raises(Refused) as refused:
        promise(desk.office, signature_id=desk.signatures(ref)[0].id, promised_for=FOUR)
    assert refused.value.rule == "promise_letter_over"
    assert "Batal" in sentence(refused.value)


def test_ten_lines_are_promised_at_once_and_the_refused_ones_told() -> None:
    desk = build_desk()
    refs = [promised(desk, initial=None, sign=None) for _ in range(4)]
    lines = [line_of(desk, ref, BUDI) for ref in refs]
    desk.step(refs[1], Step.INITIAL)
    done = promise_each(desk.office, signature_ids=[*lines, 9999], promised_for=TWO)
    assert done.changes.refs == (refs[0], refs[2], refs[3])
    assert [(key, type(error)) for key, error in done.refused] == [(lines[1], Refused), (9999, NotFound)]
    told = [line.promised_for for ref in refs for line in desk.signatures(ref) if line.id in lines]
    assert told == [TWO, None, TWO, TWO]


def test_a_time_that_is_over_promises_nothing_to_anybody() -> None:
    desk = build_desk()
    refs = [promised(desk, initial=None, sign=None) for _ in range(2)]
    with pytest.raises(Refused) as refused:
        promise_each(
            desk.office,
            signature_ids=[line_of(desk, ref, BUDI) for ref in refs],
            promised_for=NINE - timedelta(minutes=1),
        )
    assert refused.value.rule == "promise_in_past"
    with pytest.raises(NotFound):
        promise_each(desk.office, signature_ids=[9998, 9999], promised_for=TWO)
