"""Counting the office's output from facts with dates.

A letter's life leaves dated facts: it was registered, it was finished, it was reopened, it was cancelled, it
was restored, it was issued (numbered). Every count is a number of facts, so every count can be opened into its letters, and

    opening + registered − finished − cancelled = closing

holds for any period, unit and kind because closing *is* that sum; `finished` is net of reopening: a letter
that is open again counts −1 on the day it was reopened; `cancelled` likewise is net of what was restored because
striking it out was taken back on the same day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from correspondence.closing_rows import Closed, Correction
from correspondence.report_rows import (
    OfficerRow,
    OpenLetter,
    Quality,
    Senders,
    SignatureRow,
    StageRow,
    Timeliness,
    Turnaround,
    UrgencyRow,
    WorkloadRow,
)
from correspondence.workflow import Direction, State, is_cancelled, is_open


class FactKind(StrEnum):
    """What can happen to a letter that a count is made of."""

    REGISTERED = "registered"
    FINISHED = "finished"
    REOPENED = "reopened"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    ISSUED = "issued"


# What a fact adds to the number of open letters.
WEIGHT: Mapping[FactKind, int] = {
    FactKind.REGISTERED: 1,
    FactKind.FINISHED: -1,
    FactKind.REOPENED: 1,
    FactKind.CANCELLED: -1,
    FactKind.RESTORED: 1,
    FactKind.ISSUED: 0,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened to a letter on an office-local day.

    `working_minutes` (finished only) runs from registration; `on_time` (finished only) is None without a
    deadline. Imported letters carry neither: their hours are not known.
    """

    letter_id: int
    what: FactKind
    on: date
    at: datetime
    working_minutes: int | None = None
    on_time: bool | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """`number` facts of one sort. `on` is None where the days were added up (an opening balance)."""

    direction: Direction
    kind: str
    unit: str
    what: FactKind
    number: int
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """The five figures that must close, and the reopened ones that `finished` is net of."""

    opening: int = 0
    registered: int = 0
    finished: int = 0
    cancelled: int = 0
    reopened: int = 0

    @property
    def closing(self) -> int:
        """Letters open at the end of the period."""
        return self.opening + self.registered - self.finished - self.cancelled


@dataclass(frozen=True, slots=True)
class KindRow:
    """One letter kind ("" is: no kind given): what came in, what was entered as outgoing, what was issued."""

    kind: str
    incoming: int
    outgoing: int
    issued: int
    balance: Balance


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit ("" is: no unit given)."""

    unit: str
    incoming: int
    outgoing: int
    issued: int
    balance: Balance


@dataclass(frozen=True, slots=True)
class DayRow:
    """One calendar day of the period."""

    on: date
    incoming: int
    outgoing: int
    issued: int
    finished: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """A kind's year: incoming counted when registered, outgoing when issued."""

    kind: str
    direction: Direction
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum of the twelve months."""
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier month to compare with, `first` and `last` included: cut where the month compared is cut.

    `workdays` are the office's working days in it.
    """

    first: date
    last: date
    workdays: int
    balance: Balance
    by_kind: tuple[KindRow, ...]
    by_unit: tuple[UnitRow, ...]
    officers: tuple[OfficerRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """The month of an office, or of one unit of it ("" is the whole office).

    `first` and `last` are included; `until` is the last day counted while the month still runs, None when it is over.
    `before` and `year_before` are None where the register does not reach back so far. `closed` is how the head closed it,
    None while it is open; `corrections` is what was changed in closed months and counts in this one.
    """

    first: date
    last: date
    unit: str
    balance: Balance
    by_kind: tuple[KindRow, ...]
    by_unit: tuple[UnitRow, ...]
    by_day: tuple[DayRow, ...]
    timeliness: Timeliness = field(default_factory=Timeliness)
    turnaround: Turnaround = field(default_factory=Turnaround)
    signatures: tuple[SignatureRow, ...] = ()
    quality: Quality = field(default_factory=Quality)
    workload: tuple[WorkloadRow, ...] = ()
    until: date | None = None
    workdays: int = 0
    urgencies: tuple[UrgencyRow, ...] = ()
    stages: tuple[StageRow, ...] = ()
    officers: tuple[OfficerRow, ...] = ()
    senders: Senders = field(default_factory=Senders)
    open_letters: tuple[OpenLetter, ...] = ()
    before: Earlier | None = None
    year_before: Earlier | None = None
    closed: Closed | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The year of an office, or of one unit of it."""

    year: int
    unit: str
    by_kind: tuple[YearRow, ...]


def facts_of_move(source: State, target: State) -> tuple[FactKind, ...]:
    """Which balance facts a letter's move from one state to another leaves."""
    if is_open(source) and is_cancelled(target):
        return (FactKind.CANCELLED,)
    if is_open(source) and not is_open(target):
        return (FactKind.FINISHED,)
    if is_cancelled(source) and is_open(target):
        return (FactKind.RESTORED,)
    if not is_open(source) and is_open(target):
        return (FactKind.REOPENED,)
    return ()


def balance(opening: Iterable[Tally], moved: Iterable[Tally]) -> Balance:
    """The balance of a period from the tallies before it and in it."""
    sums = dict.fromkeys(FactKind, 0)
    for tally in moved:
        sums[tally.what] += tally.number
    return Balance(
        opening=sum(WEIGHT[tally.what] * tally.number for tally in opening),
        registered=sums[FactKind.REGISTERED],
        finished=sums[FactKind.FINISHED] - sums[FactKind.REOPENED],
        cancelled=sums[FactKind.CANCELLED] - sums[FactKind.RESTORED],
        reopened=sums[FactKind.REOPENED],
    )


def percentile(sorted_values: Sequence[int], share: float) -> float | None:
    """The nearest-rank percentile: the smallest value that at least `share` of the values do not exceed."""
    if not sorted_values:
        return None
    rank = -(-len(sorted_values) * share // 1)  # ceiling
    return float(sorted_values[max(0, int(rank) - 1)])
