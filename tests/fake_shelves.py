"""What an archive in memory (tests/fakes.py) holds, and how a store reaches it."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from correspondence.accounts import Account
from correspondence.chain_models import ChainModel
from correspondence.classification import ClassificationCode
from correspondence.closings import MonthClosing
from correspondence.dispositions import Disposition
from correspondence.errors import NotFound
from correspondence.journal import JournalEntry
from correspondence.letters import Attachment, Correspondent, Letter, LetterKind
from correspondence.people import Appointment, Officer, Unit
from correspondence.profile import OfficeProfile
from correspondence.signatures import SignatureStep
from correspondence.throughput import Fact
from correspondence.workdays import DatedHours, DayOff
from correspondence.workflow import Direction

if TYPE_CHECKING:
    from tests.fake_closings import LateRow


class Broken(AssertionError):
    """The archive was used as no archive can be used."""


@dataclass
class Kept:
    """Everything an archive holds; ids are given per kind of thing, from 1."""

    letters: dict[int, Letter] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    holes: list[tuple[Direction, int, int, int, str]] = field(default_factory=list)
    journal: list[JournalEntry] = field(default_factory=list)
    dispositions: dict[int, Disposition] = field(default_factory=dict)
    signatures: dict[int, SignatureStep] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    officers: dict[int, Officer] = field(default_factory=dict)
    appointments: dict[int, Appointment] = field(default_factory=dict)
    units: dict[int, Unit] = field(default_factory=dict)
    kinds: dict[int, LetterKind] = field(default_factory=dict)
    correspondents: dict[str, Correspondent] = field(default_factory=dict)
    codes: dict[tuple[str, str], ClassificationCode] = field(default_factory=dict)
    holidays: dict[date, DayOff] = field(default_factory=dict)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    chain_models: dict[int, ChainModel] = field(default_factory=dict)
    other_hours: list[DatedHours] = field(default_factory=list)
    traces: dict[int, tuple[int, str]] = field(default_factory=dict)
    accounts: dict[int, Account] = field(default_factory=dict)
    closings: dict[str, MonthClosing] = field(default_factory=dict)
    late: list[LateRow] = field(default_factory=list)
    profile: OfficeProfile = field(default_factory=OfficeProfile)
    last_ids: dict[str, int] = field(default_factory=dict)

    def copied(self) -> Kept:
        """Values are frozen, so copies of the containers are enough."""
        return Kept(**{each.name: copy(getattr(self, each.name)) for each in fields(self)})

    def put(self, shelf: str, thing: Any) -> Any:
        """Adds `thing` to a shelf with ids and returns it with its own."""
        number = self.last_ids.get(shelf, 0) + 1
        self.last_ids[shelf] = number
        getattr(self, shelf)[number] = replace(thing, id=number)
        return getattr(self, shelf)[number]

    def get(self, shelf: str, what: str, number: int) -> Any:
        found = getattr(self, shelf).get(number)
        if found is None:
            raise NotFound(what, str(number))
        return found

    def renew(self, shelf: str, what: str, thing: Any) -> None:
        self.get(shelf, what, thing.id)
        getattr(self, shelf)[thing.id] = thing


class FakeStore:
    """What every store of a unit works on."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
