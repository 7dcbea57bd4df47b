"""The rows of a month's report that are not a balance: deadlines, hours, officers, senders, what stayed open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from correspondence.letters import LetterState, Urgency
from correspondence.numbering import LetterRef
from correspondence.workflow import is_open


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Incoming letters whose deadline fell into the period.

    Answered in time, late, or (the rest) still running.
    """

    due: int = 0
    on_time: int = 0
    late: int = 0

    @property
    def running(self) -> int:
        """Not finished, and the deadline still ahead."""
        return self.due - self.on_time - self.late


@dataclass(frozen=True, slots=True)
class UrgencyRow:
    """The same for the letters of one urgency, and what the office's rule for it is now: hours or working days."""

    urgency: Urgency
    counts: Timeliness
    hours: int | None = None
    workdays: int | None = None


@dataclass(frozen=True, slots=True)
class Turnaround:
    """Working hours from registration to finishing; None when nothing was finished."""

    median_working_hours: float | None = None
    p90_working_hours: float | None = None


class Stage(StrEnum):
    """A stretch of a letter's way. A letter is counted in the period in which the stretch ended."""

    FIRST_DISPOSITION = "registration_to_disposition"
    COMPLETION = "registration_to_completion"
    SIGNATURE = "draft_to_signature"
    DISPATCH_AFTER_SIGNATURE = "signature_to_dispatch"
    DISPATCH = "draft_to_dispatch"


@dataclass(frozen=True, slots=True)
class StageRow:
    """The working hours of one stretch, and the number of letters they are made from."""

    stage: Stage
    letters: int
    taken: Turnaround = Turnaround()


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A signatory's period."""

    officer: str
    signed: int
    waiting: int
    median_working_hours: float | None
    promises_kept: int
    promises_broken: int


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """What left an officer's desk in a period, in letters: signed, initialled, answered for as lead of a disposition."""

    officer: str
    signed: int = 0
    initialled: int = 0
    led: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.signed + self.initialled + self.led


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """An officer's dispositions: assigned in the period, done in it, open at its end, of those late."""

    officer: str
    assigned: int
    done: int
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How often work had to be done again.

    Drafts sent up and sent back, corrections of what was registered (each one), numbers of the agenda that were struck,
    of those letter numbers that had been given already.
    """

    submitted: int = 0
    returned: int = 0
    corrections: int = 0
    cancelled_numbers: int = 0
    voided_numbers: int = 0

    @property
    def returned_per_hundred(self) -> float | None:
        """Sent back per hundred sent up, one decimal; None when nothing was sent up."""
        return round(100 * self.returned / self.submitted, 1) if self.submitted else None


@dataclass(frozen=True, slots=True)
class SenderRow:
    """A sender as most of its letters spell it, and how many came."""

    name: str
    letters: int


@dataclass(frozen=True, slots=True)
class Senders:
    """Those who wrote most; `others` letters came from `other_senders` more."""

    top: tuple[SenderRow, ...] = ()
    others: int = 0
    other_senders: int = 0


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter that was open when the period ended.

    `holder` is on whose desk it lies when the report is made ("" is the mail desk), in which `state`; of a closed month,
    when it was closed. `due_on` is the
    office's local day; `late`: the deadline had passed when the period ended. Of a secret letter neither the subject nor
    the correspondent is told: a report travels.
    """

    letter_id: int
    ref: LetterRef
    subject: str
    correspondent: str
    since: date
    state: LetterState
    holder: str
    due_on: date | None = None
    late: bool = False
    secret: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still open when the report is made."""
        return is_open(self.state)
