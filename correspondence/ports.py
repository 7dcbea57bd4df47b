"""What the office asks of its archive: one Protocol per store, one unit of work. No engine is named here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from correspondence.account_ports import Accounts
from correspondence.book_ports import Books
from correspondence.classification import ClassificationCode
from correspondence.closing_ports import Closings, Proofs, Summaries
from correspondence.dispositions import Disposition
from correspondence.journal import JournalEntry
from correspondence.letters import Attachment, Correspondent, Letter, LetterKind
from correspondence.numbering import LetterRef
from correspondence.people import Appointment, Officer, Unit
from correspondence.profile import OfficeProfile
from correspondence.report_ports import ReportQuestions
from correspondence.search import Count, LetterFilter, LetterLine, Page
from correspondence.signatures import SignatureStep
from correspondence.throughput import Fact, FactKind, Tally
from correspondence.waiting_ports import Boards, ChainModels, OtherHours, Traces
from correspondence.workdays import DayOff
from correspondence.workflow import Direction


class Clock(Protocol):
    """Says what time it is; handed in, so that tests can be of any day."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...


class Letters(Protocol):
    """The two agenda books."""

    def add(self, letter: Letter, request_key: str) -> Letter:
        """`letter` with its id. The key is unique: a retry after a crash finds the first try instead."""
        ...

    def add_many(self, letters: Sequence[Letter], request_keys: Sequence[str]) -> Sequence[int]:
        """Bulk: the ids in the order given. Search index and counts included."""
        ...

    def save(self, letter: Letter) -> Letter:
        """`letter` with its version raised by one; ChangedElsewhere when the stored version is another."""
        ...

    def by_ref(self, ref: LetterRef) -> Letter:
        """NotFound("letter", str(ref)) when there is none."""
        ...

    def by_id(self, letter_id: int) -> Letter:
        """NotFound("letter", …) when there is none."""
        ...

    def by_request_key(self, request_key: str) -> Letter | None:
        """The letter an earlier try with this key registered."""
        ...

    def known_keys(self, request_keys: Sequence[str]) -> frozenset[str]:
        """Those of the keys that are registered already."""
        ...

    def taken_numbers(self, direction: Direction, year: int) -> frozenset[int]:
        """Every agenda number of one book."""
        ...

    def last_registration(self) -> datetime | None:
        """The newest registration instant: the clock must not run behind it."""
        ...


class Searches(Protocol):
    """The read side of the letters."""

    def page(self, asked: LetterFilter, *, after: LetterLine | None = None, limit: int = 50) -> Page:
        """Lines newest first (by day, then id; with words: newest registered first), after the line given."""
        ...

    def ids(self, asked: LetterFilter) -> Sequence[int]:
        """The ids of all matches in the order of `page`: what a list scrolls through."""
        ...

    def lines(self, letter_ids: Sequence[int]) -> Sequence[LetterLine]:
        """The lines of these letters, in the order asked."""
        ...

    def count(self, asked: LetterFilter, *, cap: int = 1000) -> Count:
        """How many match, counted no further than `cap`."""
        ...


class Numbers(Protocol):
    """Gapless counters; a number is taken in the same transaction as what carries it."""

    def take(self, counter: str) -> int:
        """The next number of `counter`, from 1."""
        ...

    def raise_to(self, counter: str, number: int) -> None:
        """The next one will be above `number`."""
        ...

    def inherit_holes(
        self, direction: Direction, year: int, holes: Iterable[tuple[int, int]], why: str
    ) -> None:
        """Ranges (first, last) that an old book never used."""
        ...


class Journal(Protocol):
    """Append-only; id, previous and seal of an entry are given by the archive."""

    def append(self, entry: JournalEntry) -> JournalEntry: ...

    def append_many(self, entries: Sequence[JournalEntry]) -> None: ...

    def of_letter(self, letter_id: int) -> Sequence[JournalEntry]:
        """Oldest first."""
        ...

    def whole(self) -> Iterator[JournalEntry]:
        """Every entry from the first on."""
        ...


class Dispositions(Protocol):
    def add(self, disposition: Disposition) -> Disposition: ...

    def save(self, disposition: Disposition) -> None: ...

    def by_id(self, disposition_id: int) -> Disposition: ...

    def of_letter(self, letter_id: int) -> Sequence[Disposition]:
        """In the order they were sent."""
        ...

    def live(self) -> Sequence[Disposition]:
        """All that wait for somebody, oldest first."""
        ...


class Signatures(Protocol):
    def add(self, step: SignatureStep) -> SignatureStep: ...

    def save(self, step: SignatureStep) -> None: ...

    def remove_unused(self, letter_id: int, number: int) -> None:
        """Forgets the lines of round `number` that wait and were never requested: a chain edited before sending."""
        ...

    def by_id(self, step_id: int) -> SignatureStep: ...

    def of_letter(self, letter_id: int) -> Sequence[SignatureStep]:
        """By round, order, id."""
        ...

    def requested(self) -> Sequence[SignatureStep]:
        """All that wait for an initial or a signature, oldest first."""
        ...

    def between(self, start: datetime, end: datetime, unit_id: int | None = None) -> Sequence[SignatureStep]:
        """Requested before `end` and not acted upon before `start`, or promised for [start, end)."""
        ...


class Facts(Protocol):
    """The dated facts that counts are made of."""

    def add(self, fact: Fact) -> None: ...

    def add_many(
        self,
        letters: Sequence[Letter],
        ids: Sequence[int],
        behind: Sequence[Sequence[FactKind]],
        starts: Mapping[date, datetime],
    ) -> None:
        """What letters just added have behind them, all on their `entered_on`; `starts` has the instant of each such day."""
        ...

    def of_letter(self, letter_id: int) -> Sequence[Fact]:
        """Oldest first."""
        ...

    def move_registered(self, letter_id: int, on: date) -> None:
        """The letter belongs to another day (its received date was corrected)."""
        ...

    def tallies(self, first: date, last: date, unit_id: int | None = None) -> Sequence[Tally]:
        """Facts from `first` to `last`, by direction, kind, unit, what and day."""
        ...

    def opening(self, before: date, unit_id: int | None = None) -> Sequence[Tally]:
        """Facts before the day, by direction, kind, unit and what; `on` is None."""
        ...

    def finished_minutes(self, first: date, last: date, unit_id: int | None = None) -> Sequence[int]:
        """Working minutes of the letters finished in the period, ascending."""
        ...

    def due_between(
        self, start: datetime, end: datetime, unit_id: int | None = None
    ) -> Sequence[tuple[Letter, Fact | None]]:
        """Letters, cancelled ones left out, whose deadline lies in [start, end).

        With how they were finished.
        """
        ...

    def behind(
        self,
        what: FactKind,
        first: date | None,
        last: date,
        *,
        direction: Direction | None = None,
        kind: str | None = None,
        unit: str | None = None,
    ) -> Sequence[int]:
        """Ids of the letters a figure was counted from, newest first.

        None asks nothing, "" asks for none given.
        """
        ...

    def open_at_end_of(self, day: date, *, unit: str | None = None, kind: str | None = None) -> Sequence[int]:
        """Ids of the letters that were open when `day` ended, newest first."""
        ...


class People(Protocol):
    def add_officer(self, officer: Officer) -> Officer: ...

    def save_officer(self, officer: Officer) -> None: ...

    def officer(self, officer_id: int) -> Officer: ...

    def officers(self) -> Sequence[Officer]:
        """By name."""
        ...

    def add_appointment(self, appointment: Appointment) -> Appointment: ...

    def save_appointment(self, appointment: Appointment) -> None: ...

    def appointments(self) -> Sequence[Appointment]: ...

    def add_unit(self, unit: Unit) -> Unit: ...

    def units(self) -> Sequence[Unit]:
        """By name."""
        ...

    def remember_correspondent(self, correspondent: Correspondent) -> None:
        """Keeps the name (and the address, when one is given) for the next time."""
        ...

    def correspondents(self, beginning: str, limit: int = 12) -> Sequence[Correspondent]:
        """Names of which a word starts like this, whatever its case."""
        ...


class Kinds(Protocol):
    def add(self, kind: LetterKind) -> LetterKind: ...

    def save(self, kind: LetterKind) -> None: ...

    def every(self) -> Sequence[LetterKind]:
        """By name."""
        ...


class Codes(Protocol):
    def put_many(self, codes: Sequence[ClassificationCode]) -> tuple[int, int]:
        """Adds or renews by (code, regime): how many were new, how many changed."""
        ...

    def find(self, words: str, *, regime: str | None = None, limit: int = 50) -> Sequence[ClassificationCode]:
        """By beginning of the code, or by words of the label; numeric order of segments.

        "" gives the first.
        """
        ...

    def named(self, code: str) -> Sequence[ClassificationCode]:
        """The code in each regime that has it."""
        ...


class Holidays(Protocol):
    def put_many(self, days: Mapping[date, DayOff]) -> tuple[int, int]:
        """Adds or renews by date: how many were new, how many changed."""
        ...

    def remove(self, day: date) -> None: ...

    def every(self) -> Mapping[date, DayOff]: ...


class Attachments(Protocol):
    """Content lives in the same transaction as the letter; equal content is kept once."""

    def add(
        self,
        letter_id: int,
        name: str,
        content: bytes,
        added_at: datetime,
        disposition_id: int | None = None,
    ) -> Attachment: ...

    def of_letter(self, letter_id: int) -> Sequence[Attachment]: ...

    def content(self, sha256: str) -> bytes: ...


class Profiles(Protocol):
    def read(self) -> OfficeProfile: ...

    def write(self, profile: OfficeProfile) -> None: ...


class UnitOfWork(Protocol):
    """One transaction: rolled back unless `commit()` was said.

    Opened for writing it has the archive to itself.
    """

    letters: Letters
    searches: Searches
    numbers: Numbers
    journal: Journal
    dispositions: Dispositions
    signatures: Signatures
    facts: Facts
    people: People
    kinds: Kinds
    codes: Codes
    holidays: Holidays
    attachments: Attachments
    profiles: Profiles
    books: Books
    boards: Boards
    chain_models: ChainModels
    other_hours: OtherHours
    traces: Traces
    report_questions: ReportQuestions
    accounts: Accounts
    summaries: Summaries
    closings: Closings
    proofs: Proofs

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Makes it durable; on return it survives a pulled plug."""
        ...
