"""Tanda Tangan and Disposisi: people with what waits for them, their letters beside, oldest or most overdue first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer

from correspondence.boards import Board, BoardLines, Side
from correspondence.changes import Changes, Topic
from correspondence.office import Office
from correspondence.search import Count
from correspondence.services import boards
from correspondence.services.desk_queues import board_counts
from ui.screen.board_bar import SIGN_KEY
from ui.screen.board_frame import BoardFrame
from ui.screen.board_keys import board_keys, letter_keys
from ui.screen.board_rows import AT_ONCE, Question, Wait, belongs
from ui.screen.board_specs import DISPOSITIONS, SIGNATURES, BoardSpec
from ui.screen.board_taken import TakenAway
from ui.screen.board_toolbar import Grouping
from ui.screen.desk import Desk
from ui.screen.help_panel import Keys
from ui.screen.requests import ShowLetter, ShowPerson, ShowQueue

_MEMORY = "board_dispositions"
_COUNTS_AFTER = 150
_MOST_AT_ONCE = 400
"""Letters put in place one by one; more are read again as a whole."""
Answer = tuple[Board, tuple[Wait, ...], Question]
Update = tuple[Board, BoardLines, Question]


class BoardPage(BoardFrame):
    """One board. It reads headings and the first lines at once, and afterwards only the letters that were touched."""

    def __init__(self, desk: Desk, spec: BoardSpec) -> None:
        super().__init__(desk, spec)
        self._begun = False
        self._wanted_letter: int | None = None
        # After the lines, and once for many changes: nobody waits for the numbers of the counters.
        self._counting = QTimer(self, singleShot=True, interval=_COUNTS_AFTER)
        self._counting.timeout.connect(self._count_queues)
        self._listen()
        kept = desk.memory.recall(_MEMORY)
        if spec is DISPOSITIONS and kept.get("grouping") == Grouping.LETTERS:
            self._tools.choose_view(Grouping.LETTERS, Side.GOT)

    # -------------------------------------------------------------------------------------------- for the window

    def refresh(self) -> None:
        """Reads headings and lines again; the row stood upon stays. What is late or due today is so at this instant."""
        self._question = replace(self._question, asked=self._narrowed())
        question, spec = self._question, self._spec
        limit = max(AT_ONCE, self._model.rowCount())

        def job(office: Office) -> Answer:
            board = spec.board(office, question)
            return board, spec.lines(office, question, None, limit), question

        self._desk.ask(job, partial(self._show, limit), owner=self, replaces="board")
        self._counting.start()
        if self._letters is not None:
            self._letters.ask(question.asked)
        else:
            self._detail.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A step on a letter changes its own lines and the headings, nothing else."""
        if not self.isVisible():
            return  # opening a page reads it anyway
        if changes.topics & {Topic.MANY_LETTERS, Topic.PEOPLE, Topic.KINDS, Topic.HOLIDAYS, Topic.OFFICE}:
            self.refresh()
            return
        if not changes.letter_ids:
            return
        if not self._begun or len(changes.letter_ids) > _MOST_AT_ONCE:
            self.refresh()
            return
        question, spec, touched = self._question, self._spec, changes.letter_ids

        def job(office: Office) -> Update:
            return (
                spec.board(office, question),
                boards.lines_of_letters(office, letter_ids=touched),
                question,
            )

        self._desk.ask(job, partial(self._put, frozenset(touched), changes is self._desk.told), owner=self)
        self._counting.start()
        if self._letters is not None:
            self._letters.put(touched)
            return
        dossier = self._detail.dossier
        if dossier is not None and dossier.letter.id in touched:
            self._detail.refresh()

    def receive(self, request: object) -> None:
        """A letter to stand on, looked for among everybody's lines; one officer's lines; or those of a counter."""
        if isinstance(request, ShowLetter):
            self._wanted_letter = request.letter_id
            self._ask_about(None)
        elif isinstance(request, ShowPerson):
            self._ask_about(request.officer_id)
        elif isinstance(request, ShowQueue):
            self._tools.choose_view(Grouping.OFFICERS, Side.GOT)
            self._tools.choose_queue(request.chip)
            self._question = Question(asked=self._narrowed())
            self._read_anew()

    def key_actions(self) -> dict[str, Callable[[], None]]:
        """Ctrl+T writes down what the line waits for; the others as on the pages of letters."""
        letters = self._letters
        acts, on_letter = self._detail.acts, self._on_letter
        following = self.acts.next_step
        if letters is not None:
            acts, on_letter, following = letters.acts, letters.on_letter, letters.next_step
        keys = {
            SIGN_KEY: following,
            "Ctrl+D": on_letter(acts.dispose),
            "Ctrl+P": on_letter(acts.print_paper),
        }
        if letters is None and self._spec is SIGNATURES:
            keys |= {SIGN_KEY: self.acts.sign, "Ctrl+P": self._print}
        return keys

    def help_keys(self) -> Keys:
        """For F1."""
        return letter_keys() if self._letters is not None else board_keys(signatures=self._spec is SIGNATURES)

    # ---------------------------------------------------------------------------------------------------- asking

    def _ask_about(self, officer_id: int | None) -> None:
        self._question = replace(self._question, officer_id=officer_id)
        self._read_anew()

    def _narrow(self) -> None:
        self._question = replace(self._question, asked=self._narrowed())
        self._read_anew()

    def _listen(self) -> None:
        self._people_view.chosen.connect(self._ask_about)
        self._people_view.entered.connect(self._view.setFocus)
        self._view.left.connect(self._people_view.setFocus)
        self._view.stood_on.connect(self._show_current)
        self._view.opened.connect(self._open_detail)
        self._view.taken_away.connect(TakenAway(self._desk, self).tell)
        self._view.set_acts(
            {
                "J": self.acts.promise,
                "P": self._on_letter(self._detail.show_tree),
                "R": self.acts.copy_reminder,
                "W": self.acts.open_whatsapp,
                "H": self.acts.show_reckoning,
            }
        )
        self._model.ticks_changed.connect(self._show_picked)
        self._model.more_wanted.connect(self._read_more)
        self._detail.acts.edit_asked.connect(self._edit)
        self.acts.refused.connect(self._model.ticks.only)
        self._tools.turned.connect(self._turn_view)
        self._tools.narrowed.connect(self._narrow)
        self._tools.who_chosen.connect(self._ask_about)
        self._tools.print_button.clicked.connect(self._print)

    def _turn_view(self) -> None:
        """What I got, what I gave, or letter by letter, which is remembered."""
        self._desk.memory.keep(_MEMORY, {"grouping": str(self._tools.grouping)})
        side = self._tools.side if self._letters is None else Side.GOT
        self._question = replace(self._question, side=side, officer_id=None)
        self._read_anew()

    def _count_queues(self) -> None:
        """How many lines stand behind each counter, of the unit and the kind that are chosen."""
        question, codes = self._question, frozenset(self._spec.queues)

        def job(office: Office) -> Mapping[str, Count]:
            return board_counts(office, asked=question.asked, codes=codes, side=question.side)

        self._desk.ask(job, self._tools.show_counts, owner=self, replaces="board_counts")

    def _read_anew(self) -> None:
        self._begun = False
        question, spec = self._question, self._spec

        def job(office: Office) -> Answer:
            board = spec.board(office, question)
            return board, spec.lines(office, question, None, AT_ONCE), question

        self._desk.ask(job, partial(self._show, AT_ONCE), owner=self, replaces="board")
        self._counting.start()
        if self._letters is not None:
            self._letters.ask(question.asked)

    def _read_more(self) -> None:
        question, spec, last = self._question, self._spec, self._model.last

        def show(waits: tuple[Wait, ...]) -> None:
            if question == self._question:
                self._model.add_waits(waits, more=len(waits) == AT_ONCE)

        self._desk.ask(lambda office: spec.lines(office, question, last, AT_ONCE), show, owner=self)

    # --------------------------------------------------------------------------------------------------- showing

    def _show(self, limit: int, answer: Answer) -> None:
        board, waits, question = answer
        if question != self._question:
            return
        more = len(waits) == limit
        self._show_board(board)
        if self._begun:
            with self._view.holding_still():
                self._model.put_all(waits, self._reading, more=more)
            return
        self._view.make_tall(tall=question.officer_id is None)
        self._model.set_waits(waits, question, self._reading, more=more)
        self._begun = True
        wanted, self._wanted_letter = self._wanted_letter, None
        place = self._model.row_of_letter(wanted) if wanted is not None else 0
        self._view.stand_on(max(0, place))

    def _put(self, letter_ids: frozenset[int], own: bool, update: Update) -> None:
        board, lines, question = update
        if question != self._question or not self._begun:
            return
        fresh = [each for each in self._spec.fresh(lines) if belongs(each, question) and self._fits(each)]
        self._show_board(board)
        with self._view.holding_still(own=own):
            self._model.put_letters(letter_ids, fresh, self._reading)

    def _show_board(self, board: Board) -> None:
        self._show_headings(board, self._question)
        if self._people_view.officer_id != self._question.officer_id:
            self._ask_about(None)  # nothing waits for that officer any more


def signatures_page(desk: Desk) -> BoardPage:
    """Tanda Tangan."""
    return BoardPage(desk, SIGNATURES)


def dispositions_page(desk: Desk) -> BoardPage:
    """Disposisi."""
    return BoardPage(desk, DISPOSITIONS)
