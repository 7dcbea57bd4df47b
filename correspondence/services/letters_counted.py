"""The letters behind a period's counts as reports print them (services/as_counted.py), late facts where they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from correspondence.closings import LateFact
from correspondence.dates import Month
from correspondence.ports import UnitOfWork
from correspondence.throughput import WEIGHT, FactKind
from correspondence.workflow import Direction


def behind(
    work: UnitOfWork,
    what: FactKind,
    first: date,
    last: date,
    *,
    direction: Direction | None = None,
    kind: str | None = None,
    unit: str | None = None,
) -> Sequence[int]:
    """Ids of the letters counted from `first` to `last`, newest first; late facts of earlier months stand at the end.

    A fact that was taken out of a closed month stands there too: its letter is behind the lower figure. None asks nothing,
    "" asks for none given.
    """
    dated = work.facts.behind(what, first, last, direction=direction, kind=kind, unit=unit)
    out: Counter[int] = Counter()
    put_in: list[int] = []
    for late in _late(work, kind, unit):
        if late.what is not what or direction not in (None, late.direction):
            continue
        if first <= late.on <= last and late.counted_in.first > last:
            out[late.letter_id] += late.number
        if first <= late.counted_in.first <= last and not first <= late.on <= last:
            put_in.append(late.letter_id)
    return [*_without(dated, out), *dict.fromkeys(put_in)]


def open_at_end_of(
    work: UnitOfWork, day: date, *, unit: str | None = None, kind: str | None = None
) -> Sequence[int]:
    """Ids of the letters that count as open when `day` ended, newest first; those that count late at the end."""
    dated = work.facts.open_at_end_of(day, unit=unit, kind=kind)
    out: Counter[int] = Counter()
    for late in _late(work, kind, unit):
        if late.on <= day < late.counted_in.first:
            out[late.letter_id] += late.number * WEIGHT[late.what]
    return _without(dated, out)


def _without(dated: Sequence[int], out: Counter[int]) -> list[int]:
    """`dated` without as many places of a letter as `out` says; below zero it says how many come on top."""
    left, kept = Counter(out), []
    for letter_id in dated:
        if left[letter_id] > 0:
            left[letter_id] -= 1
        else:
            kept.append(letter_id)
    return [*kept, *(letter_id for letter_id, number in left.items() for _ in range(-number))]


def _late(work: UnitOfWork, kind: str | None, unit: str | None) -> Iterator[LateFact]:
    for closing in work.closings.every():
        for late in work.closings.late(closing.month.next()):
            if kind in (None, late.kind) and unit in (None, late.unit):
                yield late


def late_of(work: UnitOfWork, month: Month, unit: str = "") -> Sequence[LateFact]:
    """The late facts counted in the month; those of one unit, "" for the whole office."""
    return [each for each in work.closings.late(month) if unit in ("", each.unit)]
