"""How a board is laid out: title, filters, people at the left, their letters, the bar below, the letter beside."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from correspondence.boards import Board, BoardFilter, Side
from correspondence.dossier import Dossier
from correspondence.services.desk_queues import board_filter
from ui.screen.at_hand import Verb, at_hand
from ui.screen.beside import Beside
from ui.screen.board_acts import BoardActs
from ui.screen.board_bar import BoardBar
from ui.screen.board_letters import LettersBoard
from ui.screen.board_model import BoardModel
from ui.screen.board_people import PeopleModel, PeopleView, headings_of
from ui.screen.board_rows import ALL, Question, Wait
from ui.screen.board_specs import DISPOSITIONS, BoardSpec
from ui.screen.board_toolbar import BoardToolbar, Grouping
from ui.screen.board_view import BoardView
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.line_texts import Reading
from ui.screen.requests import ShowLetter
from ui.screen.round_paper import RoundPaper
from ui.texts import _

_PEOPLE = 228
_ROOM_FOR_PEOPLE = 620
_ROOM_FOR_CHIPS = 780
_ROOM_FOR_MARGINS = 480


class BoardFrame(QWidget):
    """The parts of a board; what they show and ask for is the page's."""

    def __init__(self, desk: Desk, spec: BoardSpec) -> None:
        super().__init__()
        self._desk = desk
        self._spec = spec
        self.title = _(spec.title)
        self.setAccessibleName(self.title)
        self._people = PeopleModel(self)
        self._model = BoardModel(spec, self._reading, self)
        self._people_view = PeopleView(desk.look, self._people)
        self._people_view.setAccessibleName(_("Siapa yang ditunggu"))
        self._view = BoardView(self._model, desk, spec.view)
        self._view.setAccessibleName(_("Daftar {page}").format(page=self.title))
        self._detail = DetailPane(desk)
        self.acts = BoardActs(desk, self, self._picked)
        self._bar = BoardBar(desk, self.acts, self._model.ticks.clear)
        self._question = Question()
        self._paper = RoundPaper(desk, self)
        self._tools = BoardToolbar(desk, spec, self.title)
        self._by_letter = LettersBoard(desk) if spec is DISPOSITIONS else None
        self._make()
        self.setFocusProxy(self._view)

    @property
    def _reading(self) -> Reading:
        return Reading(self._desk.now, self._desk.known.calendar)

    def _picked(self) -> tuple[Wait, ...]:
        """The ticked lines, else the one stood on."""
        ticked = self._model.ticks.waits()
        current = self._view.current
        return ticked or ((current,) if current is not None else ())

    def _narrowed(self) -> BoardFilter:
        """The unit, the kind and the counter that are chosen, as they stand at this instant."""
        tools, now = self._tools, self._desk.now.astimezone(self._desk.zone)
        asked = board_filter(tools.queue, now) if tools.queue != ALL else BoardFilter()
        return replace(asked, unit_id=tools.unit_id, kind_id=tools.kind_id)

    def _fits(self, wait: Wait) -> bool:
        """Whether a letter is of the unit and the kind that are chosen."""
        tools, letter = self._tools, wait.letter
        return tools.unit in (None, letter.unit) and tools.kind in (None, letter.kind)

    @property
    def _letters(self) -> LettersBoard | None:
        """The letters with their trees, while they are what is shown."""
        return self._by_letter if self._tools.grouping is Grouping.LETTERS else None

    def _show_headings(self, board: Board, question: Question) -> None:
        headings = headings_of(self._spec, board, self._desk.known.calendar)
        self._people.set_people(headings)
        self._tools.show_board(board, headings, question.officer_id)
        self._people_view.stand_on(question.officer_id)
        nothing = not board.number and question.asked == BoardFilter() and question.side is Side.GOT
        self._layers.setCurrentIndex(1 if nothing else 2 if self._letters is not None else 0)
        if not board.number:
            self._detail.show_letter(None)

    def _name_of(self, officer_id: int | None) -> str:
        """The position as the left column has it, "" for everybody."""
        person = self._people.person_at(self._people.row_of(officer_id))
        return person.text if person is not None and person.officer_id is not None else ""

    def _show_current(self, wait: Wait | None) -> None:
        ref, lead = (wait.letter.ref, self.acts.lead(wait)) if wait is not None else (None, None)
        self._detail.show_letter(ref, lead)
        self._show_picked()

    def _on_letter(self, verb: Verb) -> Verb:
        """The verb for the letter of the line one stands on, once it is beside the lines."""
        return at_hand(lambda: self._show_current(self._view.current), self._detail, verb)

    def _show_picked(self) -> None:
        self._bar.show_picked(self._picked(), len(self._model.ticks.waits()))

    def _open_detail(self) -> None:
        self._show_current(self._view.current)
        self._beside.open_detail()
        self._detail.take_focus()

    def _print(self) -> None:
        if not self._model.rowCount():
            self._desk.say(_("Tidak ada yang dicetak: daftarnya kosong."))
            return
        self._paper.preview(self._question, self._name_of(self._question.officer_id))

    def _edit(self, dossier: Dossier) -> None:
        letter = dossier.letter
        page = "page_incoming" if letter.ref.book == "incoming" else "page_outgoing"
        self._desk.page_asked.emit(page, ShowLetter(letter.ref, letter.id))

    def _make(self) -> None:
        # What does not fit gives way by itself; the window may always be made smaller.
        self.setMinimumSize(self._desk.look.px(320), self._desk.look.px(240))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._tools)
        self._column.addWidget(self._make_body(), 1)

    def _make_body(self) -> QWidget:
        px = self._desk.look.px
        self._empty = EmptyState(self._desk.look, "done")
        self._empty.show_text(_(self._spec.nothing))
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._view, 1)
        column.addWidget(self._bar)
        self._beside = Beside(self._desk.look, lines, self._detail)
        # Narrow, Esc in the letter goes back to the lines.
        lines.setFocusProxy(self._view)
        self._people_card = QFrame()
        self._people_card.setProperty("look", "card")
        card = QVBoxLayout(self._people_card)
        card.setContentsMargins(1, 1, 1, 1)
        card.addWidget(self._people_view)
        self._people_card.setFixedWidth(px(_PEOPLE))
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self._people_card)
        row.addWidget(self._beside, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(board)
        self._layers.addWidget(self._empty)
        if self._by_letter is not None:
            self._layers.addWidget(self._by_letter)
        return self._layers

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._desk.look.px
        people = self.width() >= px(_ROOM_FOR_PEOPLE)
        self._people_card.setVisible(people)
        self._tools.make_room(narrow=self.width() < px(_ROOM_FOR_CHIPS), people=people)
        # Large text leaves a small window few rows: the margins and the headings give way to them.
        low = self.height() < px(_ROOM_FOR_MARGINS)
        edge = px(12 if low else 20)
        self._column.setContentsMargins(edge, px(8 if low else 16), edge, px(8) if low else edge)
        self._column.setSpacing(px(8 if low else 12))
        self._view.horizontalHeader().setVisible(not low)
