"""The two boards: who is waited for, how long, and the lines behind each name. Data; correspondence/services/boards.py
fills it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from correspondence.dispositions import Disposition
from correspondence.people import Capacity
from correspondence.search import LetterLine
from correspondence.signatures import SignatureStep, SignatureTask
from correspondence.workflow import DispositionState


class Side(StrEnum):
    """Whose dispositions: what an officer got, or what an officer gave."""

    GOT = "got"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which lines of a board. Empty fields ask nothing; `officer_ids` are those waited for (or, of what was given, the
    givers). An open board asks for the officers of one changed letter and nobody else.

    Of lines of chains: `task`, and `promised`, those promised for an instant in [from, to). Of dispositions: `states`, and
    `due_before`, those due before that day.
    """

    unit_id: int | None = None
    kind_id: int | None = None
    officer_ids: frozenset[int] = frozenset()
    task: SignatureTask | None = None
    promised: tuple[datetime, datetime] | None = None
    states: frozenset[DispositionState] = frozenset()
    due_before: date | None = None

    def keeps(self, line: SignatureStep | Disposition) -> bool:
        """Whether a line is one that `task`, `promised`, `states` and `due_before` ask for."""
        if isinstance(line, SignatureStep):
            at, span = line.promised_for, self.promised
            return self.task in (None, line.task) and (
                span is None or (at is not None and span[0] <= at < span[1])
            )
        late = self.due_before is None or (line.due_on is not None and line.due_on < self.due_before)
        return late and (not self.states or line.state in self.states)


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for one officer, as the archive counts it. `oldest` is the earliest asking, `late` how many are late."""

    officer_id: int
    number: int
    oldest: datetime
    late: int


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """One officer's heading: how many lines wait, since when the oldest does, in working minutes too.

    `position` and `capacity` are those of the appointment that counts today; `own` is the definitive position of one
    who stands in for another today, "" of anybody else.
    """

    officer_id: int
    name: str
    position: str
    number: int
    oldest: datetime
    oldest_minutes: int
    late: int
    capacity: Capacity = Capacity.DEFINITIVE
    own: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The headings of a board; the lines are fetched person by person. `token` is what `changes_since` starts from."""

    people: tuple[BoardPerson, ...]
    token: int

    @property
    def number(self) -> int:
        """All lines."""
        return sum(each.number for each in self.people)

    @property
    def late(self) -> int:
        """All late lines."""
        return sum(each.late for each in self.people)


@dataclass(frozen=True, slots=True)
class SignatureWait:
    """One initial or signature that is waited for. Late means that a promise was broken.

    `signature_promised_for` is the signatory's time where this initial still stands before him.
    """

    step: SignatureStep
    letter: LetterLine
    officer: str
    waiting_minutes: int
    late: bool
    signature_promised_for: datetime | None = None


@dataclass(frozen=True, slots=True)
class DispositionWait:
    """One live disposition. Late means that its day is over. `sender` is "" when nobody was named as giver.

    `waits_below`: its recipient handed it on to a lead who has not reported yet, so that not he is waited for.
    """

    disposition: Disposition
    letter: LetterLine
    sender: str
    recipient: str
    recipient_position: str
    waiting_minutes: int
    late: bool
    waits_below: bool = False


@dataclass(frozen=True, slots=True)
class LetterWait:
    """A letter with open dispositions. `first` is the most overdue one that somebody has at hand: letters follow in its order.

    `number` counts all open ones, `late` those whose day is over, `oldest` is when the earliest of them was sent.
    """

    first: Disposition
    letter: LetterLine
    recipient: str
    number: int
    late: int
    oldest: datetime
    oldest_minutes: int


@dataclass(frozen=True, slots=True)
class BoardLines:
    """All lines of some letters, as they stand now: what an open board puts in place of its own lines of these letters."""

    signatures: tuple[SignatureWait, ...]
    dispositions: tuple[DispositionWait, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What other desks have done since a token. `everything`: too much, or the office's own lists: read all again."""

    token: int
    letter_ids: frozenset[int]
    everything: bool
