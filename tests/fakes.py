"""An archive in memory: the same promises as the real one (correspondence/ports.py), without an engine.

`FakeArchive().open_unit` and `.open_reading` go where an Office wants its doors. A unit works on a copy of everything kept;
`commit()` puts the copy in the place of the original, leaving without it drops the copy. Only one unit writes at a time: a
second one opened meanwhile is a fault of the code under test (a real archive would wait for ever), and so is writing through
`open_reading`.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from correspondence import account_ports, book_ports, closing_ports, ports, report_ports, waiting_ports
from tests.fake_accounts import FakeAccounts
from tests.fake_boards import FakeBoards, FakeChainModels, FakeOtherHours, FakeTraces
from tests.fake_books import FakeBooks
from tests.fake_closings import FakeClosings, FakeProofs, FakeSummaries
from tests.fake_counts import FakeFacts
from tests.fake_letters import FakeDispositions, FakeJournal, FakeLetters, FakeNumbers, FakeSignatures
from tests.fake_lists import (
    FakeAttachments,
    FakeCodes,
    FakeHolidays,
    FakeKinds,
    FakePeople,
    FakeProfiles,
)
from tests.fake_report import FakeReportQuestions
from tests.fake_searches import FakeSearches
from tests.fake_shelves import Broken, Kept


class FakeArchive:
    """What several desks share."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.writer: FakeUnit | None = None
        self.commits = 0

    def open_unit(self) -> FakeUnit:
        return FakeUnit(self, writing=True)

    def open_reading(self) -> FakeUnit:
        return FakeUnit(self, writing=False)


class FakeUnit:
    """A transaction. Its stores are attributes, as in `ports.UnitOfWork`."""

    def __init__(self, archive: FakeArchive, *, writing: bool) -> None:
        self._archive = archive
        self._writing = writing
        self._kept = Kept()

    def __enter__(self) -> Self:
        if self._writing:
            if self._archive.writer is not None:
                raise Broken("a second unit was opened for writing inside the first")
            self._archive.writer = self
        kept = self._kept = self._archive.kept.copied()
        self.letters: ports.Letters = FakeLetters(kept)
        self.searches: ports.Searches = FakeSearches(kept)
        self.numbers: ports.Numbers = FakeNumbers(kept)
        self.journal: ports.Journal = FakeJournal(kept)
        self.dispositions: ports.Dispositions = FakeDispositions(kept)
        self.signatures: ports.Signatures = FakeSignatures(kept)
        self.facts: ports.Facts = FakeFacts(kept)
        self.people: ports.People = FakePeople(kept)
        self.kinds: ports.Kinds = FakeKinds(kept)
        self.codes: ports.Codes = FakeCodes(kept)
        self.holidays: ports.Holidays = FakeHolidays(kept)
        self.attachments: ports.Attachments = FakeAttachments(kept)
        self.profiles: ports.Profiles = FakeProfiles(kept)
        self.books: book_ports.Books = FakeBooks(kept)
        self.boards: waiting_ports.Boards = FakeBoards(kept)
        self.chain_models: waiting_ports.ChainModels = FakeChainModels(kept)
        self.other_hours: waiting_ports.OtherHours = FakeOtherHours(kept)
        self.traces: waiting_ports.Traces = FakeTraces(kept)
        self.report_questions: report_ports.ReportQuestions = FakeReportQuestions(kept)
        self.accounts: account_ports.Accounts = FakeAccounts(kept)
        self.summaries: closing_ports.Summaries = FakeSummaries(kept)
        self.closings: closing_ports.Closings = FakeClosings(kept)
        self.proofs: closing_ports.Proofs = FakeProofs(kept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writing:
            self._archive.writer = None
        elif self._kept != self._archive.kept:
            raise Broken("something was written through open_reading")

    def commit(self) -> None:
        if not self._writing:
            raise Broken("commit() of a unit that only reads")
        self._archive.kept = self._kept.copied()
        self._archive.commits += 1
