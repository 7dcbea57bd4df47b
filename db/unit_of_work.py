"""One transaction over all stores: rolled back unless `commit()` was said."""

from __future__ import annotations

import contextlib
import threading
from types import TracebackType
from typing import Any, Self

import peewee

from correspondence import account_ports, book_ports, closing_ports, ports, report_ports, waiting_ports
from correspondence.errors import OfficeError
from db.accounts import Accounts
from db.attachments import Attachments
from db.boards import Boards
from db.books import Books
from db.chain_models import ChainModels
from db.closings import Closings
from db.codes import Codes
from db.dispositions import Dispositions
from db.engines import Engine
from db.facts import Facts
from db.failures import as_office_errors
from db.holidays import Holidays
from db.journal import Journal
from db.kinds import Kinds
from db.letters import Letters
from db.numbers import Numbers
from db.other_hours import OtherHours
from db.people import People
from db.profiles import Profiles
from db.proofs import Proofs
from db.report_questions import ReportQuestions
from db.searches import Searches
from db.session import Session
from db.signatures import Signatures
from db.summaries import Summaries
from db.traces import Traces


class Unit:
    """The office's UnitOfWork. A forgotten `commit()` loses the work on purpose."""

    def __init__(
        self, engine: Engine, session: Session, *, writing: bool, reading: dict[int, Any] | None = None
    ) -> None:
        self._engine = engine
        self._session = session
        self._writing = writing
        self._reading = reading
        self.letters: ports.Letters = Letters(session)
        self.searches: ports.Searches = Searches(session)
        self.numbers: ports.Numbers = Numbers(session)
        self.journal: ports.Journal = Journal(session)
        self.dispositions: ports.Dispositions = Dispositions(session)
        self.signatures: ports.Signatures = Signatures(session)
        self.facts: ports.Facts = Facts(session)
        self.people: ports.People = People(session)
        self.kinds: ports.Kinds = Kinds(session)
        self.codes: ports.Codes = Codes(session)
        self.holidays: ports.Holidays = Holidays(session)
        self.attachments: ports.Attachments = Attachments(session)
        self.profiles: ports.Profiles = Profiles(session)
        self.books: book_ports.Books = Books(session)
        self.boards: waiting_ports.Boards = Boards(session)
        self.chain_models: waiting_ports.ChainModels = ChainModels(session)
        self.other_hours: waiting_ports.OtherHours = OtherHours(session)
        self.traces: waiting_ports.Traces = Traces(session)
        self.report_questions: report_ports.ReportQuestions = ReportQuestions(session)
        self.accounts: account_ports.Accounts = Accounts(session)
        self.summaries: closing_ports.Summaries = Summaries(session)
        self.closings: closing_ports.Closings = Closings(session)
        self.proofs: closing_ports.Proofs = Proofs(session)

    def __enter__(self) -> Self:
        with as_office_errors(self._engine.place):
            self._engine.begin(writing=self._writing)
            if self._reading is not None:
                self._reading[threading.get_ident()] = self._engine.database.connection()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reading is not None:
            self._reading.pop(threading.get_ident(), None)
        if self._session.over:
            return
        self._session.over = True
        if error is None:
            with as_office_errors(self._engine.place):
                self._engine.end(commit=False)
        else:
            # What went wrong first is what must be told; a lost server cannot be rolled back either.
            with contextlib.suppress(peewee.PeeweeException, OfficeError):
                self._engine.end(commit=False)

    def commit(self) -> None:
        """Makes it durable; nothing can be asked of this unit afterwards.

        When it fails (a full disk, a lost server) the transaction is still open and is rolled back on leaving.
        """
        if not self._writing:
            raise RuntimeError("a reading unit has nothing to commit")
        with as_office_errors(self._engine.place):
            self._engine.end(commit=True)
        self._session.over = True
