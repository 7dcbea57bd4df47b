"""How a board is laid out: title, filters, people at the left, their letters, the bar below, the letter beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from correspondence.boards import Board, BoardFilter, Side
from ui import formats
from ui.screen.beside import Beside
from ui.screen.board_acts import BoardActs
from ui.screen.board_bar import BoardBar
from ui.screen.board_model import BoardModel
from ui.screen.board_people import Heading, PeopleModel, PeopleView, headings_of
from ui.screen.board_rows import DISPOSITIONS, SIGNATURES, BoardSpec, Question, Wait
from ui.screen.board_view import BoardView
from ui.screen.chips import FilterChips
from ui.screen.desk import Desk
from ui.screen.detail_pane import DetailPane
from ui.screen.empty_state import EmptyState
from ui.screen.form_fields import Choice
from ui.screen.line_texts import Reading
from ui.screen.plain import plain_label, push_button
from ui.texts import _, n_

_PEOPLE = 228
_ROOM_FOR_PEOPLE = 620


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
        self._sides = FilterChips(
            {str(Side.GOT): _("Yang diterima"), str(Side.GAVE): _("Yang diberikan")}, desk.look.px(8)
        )
        self._print_button = push_button(_("Cetak daftar"), name="print_round", keys="Ctrl+P")
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
        """The unit and the kind that are chosen."""
        unit, kind = self._unit.value(), self._kind.value()
        return BoardFilter(
            unit_id=unit if isinstance(unit, int) else None, kind_id=kind if isinstance(kind, int) else None
        )

    def _fits(self, wait: Wait) -> bool:
        """Whether a letter is of the unit and the kind that are chosen."""
        unit = self._unit.value() is None or wait.letter.unit == self._unit.currentText()
        return unit and (self._kind.value() is None or wait.letter.kind == self._kind.currentText())

    def _show_headings(self, board: Board, question: Question) -> None:
        headings = headings_of(self._spec, board, self._desk.known.calendar)
        self._people.set_people(headings)
        self._fill_who(headings, question.officer_id)
        self._people_view.stand_on(question.officer_id)
        self._count.setText(n_("{count} menunggu", board.number).format(count=formats.number(board.number)))
        self._late.setText(self._spec.late(board.late) if board.late else "")
        nothing = not board.number and question.asked == BoardFilter() and question.side is Side.GOT
        self._layers.setCurrentIndex(1 if nothing else 0)
        if not board.number:
            self._detail.show_letter(None)

    def _fill_who(self, headings: Sequence[Heading], officer_id: int | None) -> None:
        """The same people as a list to choose from, for narrow windows."""
        self._who.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._who.clear()
        for each in headings:
            self._who.addItem(f"{formats.number(each.number)} · {each.text}", each.officer_id)
        self._who.choose(officer_id)
        self._who.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _name_of(self, officer_id: int | None) -> str:
        """The position as the left column has it, "" for everybody."""
        person = self._people.person_at(self._people.row_of(officer_id))
        return person.text if person is not None and person.officer_id is not None else ""

    def _make(self) -> None:
        px = self._desk.look.px
        self._count = plain_label("", "muted")
        self._count.setObjectName("board_count")
        self._late = plain_label("", "wrong")
        self._late.setObjectName("board_late")
        title = QHBoxLayout()
        title.setSpacing(px(12))
        for part in (plain_label(self.title, "title"), self._count, self._late):
            title.addWidget(part)
        title.addStretch()
        self._who = Choice([(_("Semua pejabat"), None)])
        self._who.setObjectName("board_who")
        self._who.setAccessibleName(_("Siapa yang ditunggu"))
        self._unit = self._choice("board_unit", _("Semua unit"), self._units())
        self._kind = self._choice("board_kind", _("Semua jenis"), self._kinds())
        filters = QHBoxLayout()
        filters.setSpacing(px(8))
        filters.addWidget(self._who, 1)
        filters.addWidget(self._unit)
        if self._spec is SIGNATURES:
            filters.addWidget(self._kind)
            if self._desk.printing is not None:
                filters.addWidget(self._print_button)
        # Beside the title, or below it where the window is narrow for its text.
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(8))
        self._head.addLayout(title, 1)
        self._head.addLayout(filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(20))
        column.setSpacing(px(12))
        column.addLayout(self._head)
        if self._spec is DISPOSITIONS:
            column.addWidget(self._sides)
        column.addWidget(self._make_body(), 1)

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
        return self._layers

    def _choice(self, name: str, everything: str, entries: Sequence[tuple[str, object]]) -> Choice:
        choice = Choice([(everything, None), *entries])
        choice.setObjectName(name)
        choice.setAccessibleName(everything)
        choice.setMaximumWidth(self._desk.look.px(190))
        return choice

    def _units(self) -> list[tuple[str, object]]:
        return [(each.name, each.id) for each in self._desk.known.directory.units if each.active]

    def _kinds(self) -> list[tuple[str, object]]:
        return [(each.name, each.id) for each in self._desk.known.directory.kinds]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._desk.look.px(_ROOM_FOR_PEOPLE)
        self._people_card.setVisible(not narrow)
        self._who.setVisible(narrow)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if narrow else beside)
