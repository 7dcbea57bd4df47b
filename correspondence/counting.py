"""From tallies to the rows of a report: pure sums, the same whichever engine counted the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from correspondence.throughput import DayRow, FactKind, KindRow, Tally, UnitRow, YearRow, balance
from correspondence.workflow import Direction


def kind_rows(opening: Sequence[Tally], moved: Sequence[Tally]) -> tuple[KindRow, ...]:
    """One row per kind that moved or stood open, by name, letters without a kind last."""
    return tuple(
        KindRow(name, *_outputs(rows), balance(before, rows))
        for name, before, rows in _grouped(opening, moved, lambda tally: tally.kind)
    )


def unit_rows(opening: Sequence[Tally], moved: Sequence[Tally]) -> tuple[UnitRow, ...]:
    """One row per unit that moved or stood open, by name, letters without a unit last."""
    return tuple(
        UnitRow(name, *_outputs(rows), balance(before, rows))
        for name, before, rows in _grouped(opening, moved, lambda tally: tally.unit)
    )


def day_rows(first: date, last: date, moved: Iterable[Tally]) -> tuple[DayRow, ...]:
    """One row per calendar day, empty days included."""
    by_day: dict[date | None, list[Tally]] = defaultdict(list)
    for tally in moved:
        by_day[tally.on].append(tally)
    days = (first + timedelta(days=each) for each in range((last - first).days + 1))
    return tuple(DayRow(day, *_outputs(by_day[day]), balance((), by_day[day]).finished) for day in days)


def year_rows(moved: Iterable[Tally]) -> tuple[YearRow, ...]:
    """Kinds × twelve months: incoming letters counted when registered, outgoing ones when issued."""
    counted = {Direction.INCOMING: FactKind.REGISTERED, Direction.OUTGOING: FactKind.ISSUED}
    months: dict[tuple[Direction, str], list[int]] = defaultdict(lambda: [0] * 12)
    for tally in moved:
        if tally.what is counted[tally.direction] and tally.on is not None:
            months[tally.direction, tally.kind][tally.on.month - 1] += tally.number
    ordered = sorted(months, key=lambda key: (key[0], _last_when_empty(key[1])))
    return tuple(YearRow(kind, direction, tuple(months[direction, kind])) for direction, kind in ordered)


def _outputs(rows: Iterable[Tally]) -> tuple[int, int, int]:
    """Incoming registered, outgoing entered, outgoing issued."""
    incoming = outgoing = issued = 0
    for tally in rows:
        if tally.what is FactKind.ISSUED:
            issued += tally.number
        elif tally.what is FactKind.REGISTERED and tally.direction is Direction.INCOMING:
            incoming += tally.number
        elif tally.what is FactKind.REGISTERED:
            outgoing += tally.number
    return incoming, outgoing, issued


def _grouped(
    opening: Sequence[Tally], moved: Sequence[Tally], name_of: Callable[[Tally], str]
) -> Iterable[tuple[str, list[Tally], list[Tally]]]:
    before: dict[str, list[Tally]] = defaultdict(list)
    now: dict[str, list[Tally]] = defaultdict(list)
    for tally in opening:
        before[name_of(tally)].append(tally)
    for tally in moved:
        now[name_of(tally)].append(tally)
    for name in sorted({*before, *now}, key=_last_when_empty):
        if now[name] or balance(before[name], ()).opening:
            yield name, before[name], now[name]


def _last_when_empty(name: str) -> tuple[bool, str]:
    return not name, name.casefold()
