"""Does a closed month's report still stand: its checksum, its line in the journal, and the facts it was counted from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from correspondence.closing_rows import Closed
from correspondence.closings import Counted, MonthClosing, counted_of
from correspondence.journal import JournalEntry
from correspondence.ports import UnitOfWork
from correspondence.soundness import Fault, Finding

MONTH_CLOSED = "month_closed"
"""The journal's word for a closing; `month` and `checksum` stand among its changes."""

OPENING = "opening"

_Group = tuple[str, int, int, str]


def closed(unit: UnitOfWork, closing: MonthClosing) -> Closed:
    """What is printed of the closing, on the office's clock; `verified` costs as much as one month's counts."""
    zone = ZoneInfo(unit.profiles.read().zone)
    sound = closing.whole and not figures_differing(unit, closing, anew=False)
    return Closed(
        number=closing.number,
        year=closing.year,
        by=closing.closed_by,
        at=closing.closed_at.astimezone(zone),
        checksum=closing.checksum,
        verified=sound,
    )


def is_told(closing: MonthClosing, journal: Sequence[JournalEntry]) -> bool:
    """Whether one of the closings told by the sealed journal is this one."""
    return any(
        entry.changes.get("month", ("", ""))[1] == str(closing.month)
        and entry.changes.get("checksum", ("", ""))[1] == closing.checksum
        for entry in journal
    )


def figures_differing(unit: UnitOfWork, closing: MonthClosing, *, anew: bool) -> list[Finding]:
    """Where the facts do not give the printed figures any more, group by group, under the names of now.

    `anew` counts what came before the month from the facts and not from the summaries.
    """
    printed = counted_of(json.loads(closing.figures)["counted"])
    now = unit.closings.counted(closing.month, anew=anew)
    if printed == now:
        return []
    kinds = {0: "", **{each.id: each.name for each in unit.kinds.every()}}
    units = {0: "", **{each.id: each.name for each in unit.people.units()}}
    return [
        Finding(
            Fault.FIGURES_DIFFER,
            {
                "month": closing.month,
                "number": closing.number,
                "direction": direction,
                "kind": kinds.get(kind, str(kind)),
                "unit": units.get(owner, str(owner)),
                "what": what,
                "printed": was,
                "now": is_now,
            },
        )
        for (direction, kind, owner, what), was, is_now in _apart(printed, now)
    ]


def _apart(printed: Counted, now: Counted) -> Iterator[tuple[_Group, int, int]]:
    was, is_now = _groups(printed), _groups(now)
    for group in sorted({*was, *is_now}):
        if was.get(group, 0) != is_now.get(group, 0):
            yield group, was.get(group, 0), is_now.get(group, 0)


def _groups(counted: Counted) -> dict[_Group, int]:
    opening = {(book, kind, unit, OPENING): number for book, kind, unit, number in counted.opening}
    return {
        **opening,
        **{(book, kind, unit, what): number for book, kind, unit, what, number in counted.moved},
    }
