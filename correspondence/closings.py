"""Closed months: the figures a head has signed stay what they were, whatever is written into the books afterwards.

The rule. Months are closed in order, and closing a month closes everything before it. From then on a fact that is dated
into closed months (a letter registered late with its true date, a step told late, a received date corrected, another kind
or unit given to a letter, a fact taken away) is **counted in the month that was the first open one when it was written**:
there it is listed as a correction (koreksi). So for every month, closed or not,

    counted(m) = facts dated in m − those of them counted later + late facts of earlier months counted in m
    opening(m) = all facts dated before m − those of them not counted before m

and from these follows, without anything being adjusted by hand,

    opening(m) + registered − finished − cancelled = closing(m),    closing(m) = opening(m + 1)

for the whole office, every kind and every unit. What changes sides (a kind, a unit, a day) is counted twice: taken
out as it was counted, put in as it is now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from correspondence.closing_rows import Change, Correction
from correspondence.dates import Month
from correspondence.numbering import LetterRef
from correspondence.throughput import FactKind
from correspondence.workflow import Direction

Figures = Mapping[str, Any]
"""What was printed, as JSON knows it."""


@dataclass(frozen=True, slots=True)
class MonthClosing:
    """A closed month. `number` runs within `year`, the month's own; `figures` is canonical JSON, `checksum` its SHA-256."""

    month: Month
    number: int
    year: int
    closed_at: datetime
    closed_by: str
    figures: str
    checksum: str

    @property
    def whole(self) -> bool:
        """Whether the figures are those the checksum was taken of, and belong to this month, number, hour and person."""
        return checksum_of(self.figures) == self.checksum and json.loads(self.figures)["head"] == self.head

    @property
    def head(self) -> dict[str, object]:
        """What the figures say of the closing itself."""
        at = self.closed_at.astimezone(UTC).isoformat(timespec="microseconds")
        return {
            "month": str(self.month),
            "number": self.number,
            "year": self.year,
            "closed_at": at,
            "closed_by": self.closed_by,
        }


@dataclass(frozen=True, slots=True)
class LateFact:
    """A fact written into (`number` 1) or taken out of (−1) a closed month, as it was counted.

    `at` and `by` are those of the journal's line that tells of it; `by` is "" when there is none. The subject of a `secret`
    letter is not for paper.
    """

    counted_in: Month
    letter_id: int
    ref: LetterRef
    subject: str
    what: FactKind
    on: date
    direction: Direction
    kind: str
    unit: str
    number: int
    at: datetime | None
    by: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A month as it is counted, by keys (0 is none): what no new name of a kind or unit changes. In one order.

    `opening` holds direction, kind, unit and how many were open; `moved` direction, kind, unit, what and how many.
    """

    opening: tuple[tuple[str, int, int, int], ...]
    moved: tuple[tuple[str, int, int, str, int], ...]


def counted_rows(counted: Counted) -> dict[str, list[list[object]]]:
    """`counted` as JSON knows it."""
    return {"opening": [list(row) for row in counted.opening], "moved": [list(row) for row in counted.moved]}


def counted_of(rows: Mapping[str, Sequence[Sequence[Any]]]) -> Counted:
    """What `counted_rows` wrote."""
    return Counted(
        opening=tuple((book, kind, unit, number) for book, kind, unit, number in rows["opening"]),
        moved=tuple((book, kind, unit, what, number) for book, kind, unit, what, number in rows["moved"]),
    )


def canonical(figures: Figures) -> str:
    """JSON of one form: keys sorted, no blanks, no floats that another machine would write differently."""
    return json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def checksum_of(figures: str) -> str:
    """SHA-256 over the UTF-8 of canonical figures, as 64 hexadecimal digits."""
    return sha256(figures.encode("utf-8")).hexdigest()


def corrections_of(late: Sequence[LateFact]) -> tuple[Correction, ...]:
    """The late facts of one month as lines for people: what was taken out and put in again is one change."""
    found: dict[tuple[object, ...], Correction] = {}
    for out, put in _pairs(late):
        for each in _told(out, put):
            key = (each.letter_id, each.change, each.was, each.now, each.at, each.month)
            known = found.get(key)
            facts = (*known.facts, *each.facts) if known else each.facts
            found[key] = replace(each, facts=tuple(dict.fromkeys(facts)))
    return tuple(found.values())


def _pairs(late: Sequence[LateFact]) -> list[tuple[LateFact | None, LateFact | None]]:
    """A fact that changed left two lines, one after the other; any other one."""
    pairs: list[tuple[LateFact | None, LateFact | None]] = []
    for each in late:
        before = pairs[-1][0] if pairs and pairs[-1][1] is None else None
        if (
            each.number > 0
            and before is not None
            and (before.letter_id, before.what) == (each.letter_id, each.what)
        ):
            pairs[-1] = (before, each)
        else:
            pairs.append((None, each) if each.number > 0 else (each, None))
    return pairs


def _told(out: LateFact | None, put: LateFact | None) -> list[Correction]:
    if put is None:
        return [] if out is None else [_correction(out, Change.REMOVED, "", "")]
    if out is None:
        return [_correction(put, Change.ADDED, "", "")]
    told = []
    if out.on != put.on:
        told.append(_correction(put, Change.MOVED, out.on.isoformat(), put.on.isoformat()))
    if out.kind != put.kind:
        told.append(_correction(put, Change.KIND, out.kind, put.kind))
    if out.unit != put.unit:
        told.append(_correction(put, Change.UNIT, out.unit, put.unit))
    return told


def _correction(late: LateFact, change: Change, was: str, now: str) -> Correction:
    return Correction(
        letter_id=late.letter_id,
        ref=late.ref,
        subject="" if late.secret else late.subject,
        change=change,
        facts=(late.what.value,),
        month=Month.of(late.on),
        on=late.on,
        was=was,
        now=now,
        at=late.at,
        by=late.by,
        secret=late.secret,
    )
