"""What a list of letters asks of the register, and how the answers reach its model: first page, ids, pages in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from correspondence.errors import OfficeError
from correspondence.letters import LetterState
from correspondence.office import Office
from correspondence.search import Count, LetterFilter, LetterLine, Page
from correspondence.services import looking_up
from ui.screen.books import ALL, PERIODS, Book
from ui.screen.desk import Desk
from ui.screen.letters_model import PAGE, LettersModel
from ui.screen.line_texts import Reading

TYPING_PAUSE = 140
_COUNTED_TO = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the page's chips, filters and search field."""

    chip: str = ALL
    words: str = ""
    state: LetterState | None = None
    unit_id: int | None = None
    period: int = 0

    @property
    def narrowed(self) -> bool:
        """Whether anything beside the book itself is asked for."""
        return self != Asked()


class LettersQuery(QObject):
    """`arrived` when the list has its length (the whole of it once `complete`), `counted` with the counts."""

    arrived = Signal()
    counted = Signal(object)

    def __init__(self, desk: Desk, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._book = book
        self.asked = Asked()
        self.oldest_first = False
        self.complete = False
        self.model = LettersModel(self._reading(), self)
        self.model.wanted.connect(self._fetch_lines)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self.load)

    def change(self, *, at_once: bool = True, **what: object) -> None:
        """Asks for something else; while somebody types, after the last key only."""
        self.asked = replace(self.asked, **what)  # type: ignore[arg-type]
        if at_once:
            self.load()
        else:
            self._typing.start()

    def clear(self) -> None:
        """The whole book again."""
        self.asked = Asked()
        self.load()

    def turn_round(self) -> None:
        """Newest first or oldest first: the only two orders the register can honestly give at any length."""
        self.oldest_first = not self.oldest_first
        self.load()

    def load(self) -> None:
        """Another list: its first page as soon as it is there, then all its ids."""
        self._typing.stop()
        asked = self.letter_filter()
        if self.oldest_first:
            self._load_oldest_first(asked)
            return

        def first(page: Page) -> None:
            self.complete = not page.more
            self.model.set_first(page.lines, self._reading())
            if page.more:
                self._desk.ask(
                    lambda office: looking_up.ids(office, asked=asked),
                    self._put_ids,
                    owner=self,
                    replaces="list",
                )
            self.arrived.emit()

        self._desk.ask(
            lambda office: looking_up.page(office, asked=asked, limit=PAGE),
            first,
            owner=self,
            replaces="list",
        )
        self.count()

    def reload(self, row: int) -> None:
        """The same list as it stands now; what is around `row` comes with it."""
        asked = self.letter_filter()
        around = self.model.ids_around(max(row, 0))
        backwards = self.oldest_first

        def job(office: Office) -> tuple[Sequence[int], Sequence[LetterLine]]:
            ids = _in_order(looking_up.ids(office, asked=asked), backwards)
            here = set(ids)
            near = [each for each in around if each in here] or list(ids[:PAGE])
            return ids, looking_up.lines(office, letter_ids=[*dict.fromkeys([*ids[:PAGE], *near])])

        self._desk.ask(job, self._put_again, owner=self, replaces="list")
        self.count()

    def count(self) -> None:
        """Counts what stands behind each chip."""
        reading = self._reading()
        filters = {chip: self._book.asked(chip, reading) for chip in self._book.chips}

        def job(office: Office) -> dict[str, Count]:
            return {
                chip: looking_up.count(office, asked=each, cap=_COUNTED_TO) for chip, each in filters.items()
            }

        self._desk.ask(job, self.counted.emit, owner=self, replaces="counts")

    def letter_filter(self) -> LetterFilter:
        """Chip, filters and words as one question."""
        reading = self._reading()
        asked = self._book.asked(self.asked.chip, reading)
        first, last = PERIODS[self.asked.period][1](reading.today)
        if self.asked.state is not None:
            asked = replace(asked, states=frozenset({self.asked.state}))
        if self.asked.period:
            asked = replace(asked, first_day=first, last_day=last)
        return replace(asked, unit_id=self.asked.unit_id, words=self.asked.words.strip())

    def _load_oldest_first(self, asked: LetterFilter) -> None:
        def job(office: Office) -> tuple[Sequence[int], Sequence[LetterLine]]:
            ids = _in_order(looking_up.ids(office, asked=asked), backwards=True)
            return ids, looking_up.lines(office, letter_ids=ids[:PAGE])

        self._desk.ask(job, self._put_again, owner=self, replaces="list")
        self.count()

    def _put_ids(self, ids: Sequence[int]) -> None:
        self.complete = True
        self.model.set_ids(ids)
        self.arrived.emit()

    def _put_again(self, answer: tuple[Sequence[int], Sequence[LetterLine]]) -> None:
        ids, lines = answer
        self.complete = True
        self.model.refresh(ids, lines, self._reading())
        self.arrived.emit()

    def _fetch_lines(self, ids: list[int]) -> None:
        def failed(error: OfficeError) -> None:
            self.model.asking_failed()
            self._desk.say_wrong(error)

        self._desk.ask(
            lambda office: looking_up.lines(office, letter_ids=ids),
            self.model.put_lines,
            owner=self,
            on_error=failed,
        )

    def _reading(self) -> Reading:
        return Reading(self._desk.now, self._desk.known.calendar)


def _in_order(ids: Sequence[int], backwards: bool) -> Sequence[int]:
    return ids[::-1] if backwards else ids
