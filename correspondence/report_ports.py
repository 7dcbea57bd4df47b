"""What a month's report asks of the archive beside its counts: when stages ended, who did what, who wrote, what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from correspondence.dispositions import Disposition
from correspondence.letters import LetterState, Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.signatures import SignatureStep
from correspondence.throughput import FactKind
from correspondence.workflow import Direction


@dataclass(frozen=True, slots=True)
class Ending:
    """A letter was finished or, when `what` says so, reopened; `working_minutes` as in a Fact."""

    letter_id: int
    direction: Direction
    what: FactKind
    on: date
    at: datetime
    working_minutes: int | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a letter's way, from instant to instant."""

    letter_id: int
    start: datetime
    end: datetime


class DeedKind(StrEnum):
    """What an officer does with a letter."""

    SIGNED = "signed"
    INITIALLED = "initialled"
    LED = "led"


@dataclass(frozen=True, slots=True)
class OfficersDeed:
    """A letter signed or initialled, or a disposition done by the one who answered for it."""

    officer_id: int
    what: DeedKind
    letter_id: int


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An open letter as a list shows it; `holder` is the officer's name now, "" for the mail desk or nobody."""

    letter_id: int
    ref: LetterRef
    subject: str
    correspondent: str
    entered_on: date
    state: LetterState
    due_at: datetime | None
    holder: str
    secrecy: Secrecy


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A letter that was to be answered by `due_at`; `finished` unless it was reopened since, then in time or not."""

    letter_id: int
    urgency: Urgency
    due_at: datetime
    finished: bool
    on_time: bool | None


class ReportQuestions(Protocol):
    """`unit_id` narrows every question to the letters of one unit; instants are [start, end), days are included."""

    def first_day(self) -> date | None:
        """The earliest day anything happened on; None when the register is empty."""
        ...

    def due(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[DueLetter]:
        """Letters, cancelled ones left out, whose deadline lies in the span."""
        ...

    def workload(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Disposition]:
        """Sent in [start, end), or before and still live or done since `start`; without their texts."""
        ...

    def chains(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        """As `Signatures.between`, without their texts."""
        ...

    def endings(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Ending]:
        """Letters finished and reopened from `first` to `last`, oldest first."""
        ...

    def first_dispositions(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[Stretch]:
        """From registration to the letter's first disposition that was not taken back, when that one lies in the span.

        Imported letters are left out.
        """
        ...

    def signatures(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[Stretch]:
        """From the entry of a draft to its signature, when that one lies in the span; imported letters are left out."""
        ...

    def signed_at(self, first: date, last: date) -> Sequence[tuple[int, datetime]]:
        """When the outgoing letters that were finished from `first` to `last` were signed, as (letter_id, instant)."""
        ...

    def deeds(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[OfficersDeed]:
        """What officers did in the span."""
        ...

    def corrections(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[int]:
        """The letter of each correction written into the journal in the span, oldest first."""
        ...

    def voided(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[int, int]]:
        """(letter_id, +1 cancelled or −1 restored) of outgoing letters that had their number, oldest first."""
        ...

    def senders(self, first: date, last: date, unit_id: int | None = None) -> Sequence[tuple[str, int]]:
        """(sender as written, letter_id) of each incoming letter registered from `first` to `last`."""
        ...

    def open_lines(self, letter_ids: Sequence[int]) -> Sequence[OpenLine]:
        """These letters, oldest first (by day, then id)."""
        ...
