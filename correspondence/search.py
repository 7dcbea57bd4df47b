"""The read side: what is asked of the register (LetterFilter) and how a row of a list looks (LetterLine)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from correspondence.letters import LetterState, Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.people import Capacity
from correspondence.workflow import Direction


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters. Empty fields ask nothing; the fields are joined by "and".

    `words` are what a person typed into the search field: every word must occur, the last one may be a
    beginning. `overdue_at` keeps the open letters whose deadline has passed at that instant. `held_by` is an
    officer's id, 0 stands for the mail desk. `leads_done` keeps the disposed letters that only have to be completed: every
    lead has reported. `awaits_disposition` keeps those that somebody has to give to an officer: the submitted ones, and the
    disposed ones of which every lead came back. `words_within`: words find letters of these secrecies only (all when
    empty); a reference finds its letter whatever its secrecy, for no number is secret.
    """

    direction: Direction | None = None
    states: frozenset[LetterState] = frozenset()
    unit_id: int | None = None
    kind_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    overdue_at: datetime | None = None
    held_by: int | None = None
    words: str = ""
    leads_done: bool = False
    awaits_disposition: bool = False
    words_within: frozenset[Secrecy] = frozenset()


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One row of a list; names instead of keys, nothing left to fetch.

    `holder` is "" for the mail desk or nobody; he holds it in `holder_position`, as its stand-in by `holder_capacity`.
    """

    id: int
    ref: LetterRef
    state: LetterState
    letter_number: str
    letter_date: date | None
    received_on: date | None
    entered_on: date
    registered_at: datetime
    correspondent: str
    subject: str
    kind: str
    unit: str
    urgency: Urgency
    secrecy: Secrecy
    classification: str
    holder: str
    holder_position: str
    held_since: datetime | None
    due_at: datetime | None
    version: int
    holder_capacity: Capacity = Capacity.DEFINITIVE


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of a list, newest first, and whether more follow."""

    lines: tuple[LetterLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A capped count: `exact` is False when there are at least `number`."""

    number: int
    exact: bool
