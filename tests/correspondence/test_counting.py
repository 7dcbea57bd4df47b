"""The counts of a report against a recount that keeps no facts: it replays every letter day by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence import counting, measures
from correspondence.dates import Month
from correspondence.people import Capacity
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.throughput import FactKind, Tally, balance, facts_of_move, percentile
from correspondence.workdays import WorkCalendar
from correspondence.workflow import (
    TABLES,
    Direction,
    IncomingState,
    OutgoingState,
    SignatureState,
    is_cancelled,
    is_open,
    table_of,
)

FIRST = date(2026, 1, 1)
MONTHS = [Month(2026, number) for number in range(1, 7)]


@dataclass(frozen=True)
class History:
    """A letter's states with the days on which it came into them."""

    direction: Direction
    kind: str
    unit: str
    moves: tuple[tuple[date, IncomingState | OutgoingState], ...]

    def state_at_end_of(self, day: date) -> IncomingState | OutgoingState | None:
        """The state the letter was in when `day` ended; None before its registration."""
        states = [state for on, state in self.moves if on <= day]
        return states[-1] if states else None


@st.composite
def histories(draw: st.DrawFn) -> History:
    direction = draw(st.sampled_from(Direction))
    table = table_of(direction)
    state = IncomingState.REGISTERED if direction is Direction.INCOMING else OutgoingState.DRAFT
    day = FIRST + timedelta(days=draw(st.integers(0, 150)))
    moves = [(day, state)]
    for _ in range(draw(st.integers(0, 9))):
        targets = [line.target for line in table if line.source == state]
        if not targets:
            break
        state = draw(st.sampled_from(targets))
        day += timedelta(days=draw(st.integers(0, 20)))
        moves.append((day, state))
    return History(
        direction, draw(st.sampled_from(["", "KTP", "KK"])), draw(st.sampled_from(["", "Umum"])), tuple(moves)
    )


def tallies(letters: list[History]) -> list[Tally]:
    """What an archive would count: one tally per fact."""
    counted = []
    for each in letters:
        counted.append((each, FactKind.REGISTERED, each.moves[0][0]))
        for (_, source), (on, target) in zip(each.moves, each.moves[1:], strict=False):
            counted += [(each, what, on) for what in facts_of_move(source, target)]
            if target is OutgoingState.NUMBERED:
                counted.append((each, FactKind.ISSUED, on))
    return [Tally(each.direction, each.kind, each.unit, what, 1, on) for each, what, on in counted]


def open_at_end_of(letters: list[History], day: date) -> int:
    states = (each.state_at_end_of(day) for each in letters)
    return sum(state is not None and is_open(state) for state in states)


@settings(max_examples=150, deadline=None)
@given(st.lists(histories(), max_size=25))
def test_every_month_closes_for_every_kind_and_unit(letters: list[History]) -> None:
    every = tallies(letters)
    closing_before = 0
    for month in MONTHS:
        opening = [each for each in every if each.on is not None and each.on < month.first]
        moved = [each for each in every if each.on is not None and each.on in month]
        whole = balance(opening, moved)
        assert whole.opening == closing_before
        assert whole.closing == open_at_end_of(letters, month.last)
        assert whole.registered == sum(each.moves[0][0] in month for each in letters)
        assert whole.cancelled == sum(
            on in month and is_cancelled(state) for each in letters for on, state in each.moves
        )
        for rows, name_of in (
            (counting.kind_rows(opening, moved), lambda each: each.kind),
            (counting.unit_rows(opening, moved), lambda each: each.unit),
        ):
            by_name = {(getattr(row, "kind", None) or getattr(row, "unit", "")): row.balance for row in rows}
            for name in {name_of(each) for each in letters}:
                mine = [each for each in letters if name_of(each) == name]
                row = by_name.get(name)
                assert (row.closing if row else 0) == open_at_end_of(mine, month.last)
            assert sum(row.registered for row in by_name.values()) == whole.registered
            assert sum(row.finished for row in by_name.values()) == whole.finished
        days = counting.day_rows(month.first, month.last, moved)
        assert sum(row.incoming + row.outgoing for row in days) == whole.registered
        assert sum(row.finished for row in days) == whole.finished
        closing_before = whole.closing


@given(st.lists(histories(), max_size=25))
@settings(max_examples=60, deadline=None)
def test_the_year_counts_incoming_when_registered_and_outgoing_when_issued(letters: list[History]) -> None:
    moved = [each for each in tallies(letters) if each.on is not None and each.on.year == 2026]
    expected: Counter[tuple[Direction, str, int]] = Counter()
    for each in letters:
        for place, (on, state) in enumerate(each.moves):
            counts = place == 0 if each.direction is Direction.INCOMING else state is OutgoingState.NUMBERED
            expected[each.direction, each.kind, on.month] += counts
    rows = counting.year_rows(moved)
    found = {
        (row.direction, row.kind, month + 1): number
        for row in rows
        for month, number in enumerate(row.months)
        if number
    }
    assert found == {key: number for key, number in expected.items() if number}
    assert sum(row.total for row in rows) == sum(expected.values())


def test_a_move_between_open_states_leaves_no_fact() -> None:
    for table in (TABLES["incoming"], TABLES["outgoing"]):
        for line in table:
            facts = facts_of_move(line.source, line.target)
            assert (facts == ()) == (is_open(line.source) == is_open(line.target))


def test_percentile_is_the_nearest_rank() -> None:
    assert percentile([], 0.9) is None
    assert percentile([5], 0.9) == 5
    assert percentile(list(range(1, 11)), 0.9) == 9
    assert percentile(list(range(1, 101)), 0.9) == 90


def _line(**given_: object) -> SignatureStep:
    asked = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)  # Monday 08.00 in Jakarta
    plain: dict[str, object] = {
        "letter_id": 1,
        "round": 1,
        "order": 1,
        "officer_id": 7,
        "task": SignatureTask.SIGN,
        "capacity": Capacity.DEFINITIVE,
        "requested_at": asked,
    }
    return SignatureStep(**{**plain, **given_})  # type: ignore[arg-type]


def test_promises_are_kept_or_broken_by_the_clock() -> None:
    asked = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
    hour = timedelta(hours=1)
    span = measures.Span(
        datetime(2026, 9, 30, 17, tzinfo=UTC), datetime(2026, 10, 31, 17, tzinfo=UTC), asked + 5 * hour
    )
    done = SignatureState.DONE
    lines = [
        _line(state=done, acted_at=asked + 2 * hour, promised_for=asked + 3 * hour),
        _line(letter_id=2, state=done, acted_at=asked + 4 * hour, promised_for=asked + 3 * hour),
        _line(letter_id=3, state=SignatureState.REQUESTED, promised_for=asked + 3 * hour),
        _line(letter_id=4, state=SignatureState.REQUESTED, promised_for=asked + 6 * hour),
    ]
    (row,) = measures.signature_rows(lines, span, {7: "Sri"}, WorkCalendar())
    assert (row.signed, row.waiting, row.promises_kept, row.promises_broken) == (2, 2, 1, 2)
    assert row.median_working_hours == 3.0
