"""Everything known about one letter, and what waits for whom.

The shapes the screens and the terminal show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from correspondence.dispositions import Disposition
from correspondence.journal import JournalEntry
from correspondence.letters import Attachment, Letter
from correspondence.numbering import LetterRef
from correspondence.people import Capacity
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import Step


@dataclass(frozen=True, slots=True)
class Holder:
    """Where the paper lies. `officer` is "" when it is the mail desk.

    Waiting is in working minutes until now. `position` and `capacity` are today's.
    """

    officer: str
    position: str
    since: datetime
    waiting_minutes: int
    capacity: Capacity = Capacity.DEFINITIVE


@dataclass(frozen=True, slots=True)
class DispositionLine:
    """A disposition with names for keys."""

    disposition: Disposition
    sender: str
    recipient: str
    recipient_position: str


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line of a signature chain with names for keys."""

    step: SignatureStep
    officer: str


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Who struck the letter from the book, when and why."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One letter whole. `steps` are the steps that would be taken now, in the order of the workflow table."""

    letter: Letter
    kind: str
    unit: str
    reply_to: LetterRef | None
    holder: Holder | None
    overdue: bool
    cancelled: Cancellation | None
    dispositions: tuple[DispositionLine, ...]
    signatures: tuple[SignatureLine, ...]
    attachments: tuple[Attachment, ...]
    journal: tuple[JournalEntry, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """One thing somebody is waited for. `item_id` is the disposition's or the signature line's id.

    `round` is that of a line of a chain, None for a disposition; `disposition` is None for a line of a chain; `giver` is
    who sent the disposition, "" when nobody was named. `late` says that a promise is broken, or that the disposition's
    day is over. `signature_promised_for` is the signatory's time where an initial still stands before him.
    """

    ref: LetterRef
    subject: str
    item_id: int
    officer: str
    position: str
    capacity: Capacity
    task: SignatureTask | None
    requested_at: datetime
    waiting_minutes: int
    promised_for: datetime | None
    promise_broken: bool
    unit: str
    kind: str
    correspondent: str = ""
    disposition: Disposition | None = None
    giver: str = ""
    late: bool = False
    round: int | None = None
    signature_promised_for: datetime | None = None
    signature_promise_broken: bool = False


@dataclass(frozen=True, slots=True)
class DeskCount:
    """One counter of the first screen: its code (a row of `DESK_QUEUES` or `BOARD_QUEUES`) and how many wait.

    `exact` is False when there are at least `number`.
    """

    queue: str
    number: int
    exact: bool = True
