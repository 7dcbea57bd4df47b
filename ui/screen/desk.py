"""Desk: all that a page needs, handed in. Pages ask and do through it, and hear of changes from it, nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.texts import _

# The desk stands before the first paint: of the office it knows only words for the type checker, and it has tuples with
# names instead of dataclasses, whose library and making are 5 ms of a start.
if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from correspondence.accounts import Account
    from correspondence.changes import Changes
    from correspondence.directory import Directory
    from correspondence.errors import OfficeError
    from correspondence.numbering import LetterRef
    from correspondence.office import Office
    from correspondence.ports import Clock
    from correspondence.services.starting import Starter
    from correspondence.workdays import WorkCalendar
    from correspondence.workflow import Role
    from ui.background import Background, OpenRegistry, Task
    from ui.screen.memory import Memory
    from ui.screen.paper_makers import Printing
    from ui.screen.theme import Look

T = TypeVar("T")


AGAIN = "again"
"""A property of the window: once it is closed another one is opened, for somebody else to sign in."""


class Seat:
    """Who sits at this desk, if anybody signed in: the worker sees the office as this account does. One seat a window.

    `locked` while somebody must sign in first: until then the desk does not look around, and so no page opens.
    """

    def __init__(self, opener: Callable[[], OpenRegistry]) -> None:
        self._opener = opener
        self._registry: OpenRegistry | None = None
        self.account: Account | None = None
        self.locked = False

    def open(self) -> OpenRegistry:
        """The registry, opened on the worker's thread."""
        self._registry = self._opener()
        return self

    @property
    def office(self) -> Office:
        """The office as the account at this seat sees it."""
        # On the worker, after the first paint.
        from correspondence.services.signed_in import at_desk_of, unsigned
        from ui.account_words import VEIL

        if self._registry is None:
            raise LookupError("the registry was not opened yet")
        office = self._registry.office
        return unsigned(office) if self.account is None else at_desk_of(office, self.account, veil=_(VEIL))

    def take(self, account: Account) -> None:
        """Somebody signed in and sits down."""
        self.account, self.locked = account, False

    def close(self) -> None:
        if self._registry is not None:
            self._registry.close()


class Surroundings(NamedTuple):
    """What every page knows of the office: read once, and again when the office changes it."""

    directory: Directory
    calendar: WorkCalendar
    clock: Clock
    actor: str
    role: Role


def look_around(office: Office) -> Surroundings:
    """The directory and the calendar of the office, in one reading each."""
    # On the worker, after the first paint.
    from correspondence.services import looking_up
    from correspondence.services.calendar import calendar_of

    with office.open_reading() as unit:
        calendar = calendar_of(unit)
    return Surroundings(looking_up.directory(office), calendar, office.clock, office.actor, office.role)


class Said(NamedTuple):
    """A line for the message bar. `big` is a reference to be read across the table."""

    text: str
    wrong: bool = False
    big: str = ""
    action: str = ""
    on_action: Callable[[], None] | None = None


class Desk(QObject):
    """One per window. `changed` carries what a service touched; `said` a line for the message bar.

    `page_asked` opens a page by name with a request of that page's own, `form_asked` an empty letter form.
    """

    changed = Signal(object)
    said = Signal(object)
    page_asked = Signal(str, object)
    form_asked = Signal(object)
    looked_around = Signal()

    def __init__(
        self,
        background: Background,
        look: Look,
        memory: Memory,
        *,
        printing: Printing | None = None,
        starter: Callable[[], Starter] | None = None,
        seat: Seat | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.background = background
        self.look = look
        self.memory = memory
        self.printing = printing
        self.starter = starter
        self.seat = seat
        self.surroundings: Surroundings | None = None
        self.stepped: tuple[LetterRef, ...] = ()
        self.told: Changes | None = None
        self.changed.connect(self._look_again)

    @property
    def known(self) -> Surroundings:
        """The surroundings; pages exist only once they are known."""
        if self.surroundings is None:
            raise LookupError("the desk has not looked around yet")
        return self.surroundings

    @property
    def now(self) -> datetime:
        """The instant on the office's clock."""
        return self.known.clock.now()

    @property
    def zone(self) -> ZoneInfo:
        """The office's zone."""
        return self.known.calendar.zone

    @property
    def today(self) -> date:
        """The office's local day."""
        return self.now.astimezone(self.zone).date()

    def ask(
        self,
        job: Callable[[Office], T],
        on_done: Callable[[T], None],
        *,
        owner: QObject,
        replaces: str = "",
        on_error: Callable[[OfficeError], None] | None = None,
    ) -> Task:
        """Reads from the register; a newer question with the same `replaces` of the same owner wins."""
        key = f"{replaces}@{id(owner)}" if replaces else ""
        return self.background.run(job, on_done=on_done, on_error=on_error, owner=owner, replaces=key)

    def do(
        self,
        job: Callable[[Office], Changes],
        *,
        on_done: Callable[[Changes], None] | None = None,
        on_error: Callable[[OfficeError], None] | None = None,
        on_settled: Callable[[], None] | None = None,
    ) -> None:
        """Writes to the register and tells every page what was touched."""

        def done(changes: Changes) -> None:
            if on_done is not None:
                on_done(changes)
            self.tell(changes)

        self.background.run(job, on_done=done, on_error=on_error, on_settled=on_settled)

    def tell(self, changes: Changes) -> None:
        """Something was done at this desk: every page hears of it, and `stepped` are its letters, for Ctrl+Z.

        `told` is what this desk did last; of other changes pages hear from somewhere else.
        """
        self.told = changes
        if changes.refs:
            self.stepped = changes.refs
        self.changed.emit(changes)

    def say(
        self, text: str, *, big: str = "", action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """A line in the message bar that goes by itself."""
        self.said.emit(Said(text, big=big, action=action, on_action=then))

    def say_wrong(self, error: OfficeError | str) -> None:
        """A line in the message bar that stays until it was read."""
        # The sentences of errors are a catalogue of their own; the first paint has none to say.
        from ui.failures import sentence

        self.said.emit(Said(error if isinstance(error, str) else sentence(error), wrong=True))

    def look_around(self) -> None:
        """Reads the surroundings anew; `looked_around` when they are here."""

        def seen(surroundings: Surroundings) -> None:
            self.surroundings = surroundings
            self.looked_around.emit()

        if self.seat is not None and self.seat.locked:
            return
        self.background.run(look_around, on_done=seen, replaces="surroundings", owner=self)

    def _look_again(self, changes: Changes) -> None:
        # Whoever tells of changes has loaded them.
        from correspondence.changes import Topic

        if changes.topics & {Topic.OFFICE, Topic.PEOPLE, Topic.KINDS, Topic.HOLIDAYS}:
            self.look_around()
