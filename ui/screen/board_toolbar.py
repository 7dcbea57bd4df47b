"""Above a board: its title and counts, whose view it is, and what narrows it; as chips, or as short lists where it is narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from correspondence.boards import Board, Side
from correspondence.search import Count
from ui import formats
from ui.screen.board_people import Heading
from ui.screen.board_rows import ALL
from ui.screen.board_specs import DISPOSITIONS, SIGNATURES, BoardSpec
from ui.screen.chips import ChipRow, FlowLayout
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice
from ui.screen.plain import plain_label, push_button
from ui.texts import _, n_


class Grouping(StrEnum):
    """What stands in the left column."""

    OFFICERS = "officers"
    LETTERS = "letters"


class BoardToolbar(QWidget):
    """`narrowed` when unit, kind or counter were chosen; `turned` when the view was; `who_chosen` carries an officer's id."""

    narrowed = Signal()
    turned = Signal()
    who_chosen = Signal(object)

    def __init__(self, desk: Desk, spec: BoardSpec, title: str) -> None:
        super().__init__()
        self._desk, self._spec = desk, spec
        self._of_dispositions = spec is DISPOSITIONS
        self.print_button = push_button(_("Cetak daftar"), name="print_round", keys="Ctrl+P")
        self.print_button.setParent(self)
        self.queue = ALL
        self.grouping, self.side = Grouping.OFFICERS, Side.GOT
        self._narrow, self._people = False, True
        self._filters = QWidget(self)
        self._filters_in: QHBoxLayout | QVBoxLayout | None = None
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._make_choices()
        self._make_chips()
        self._lay_out(title)
        self._listen()
        self.make_room(narrow=False)

    @property
    def unit_id(self) -> int | None:
        value = self._unit.value()
        return value if isinstance(value, int) else None

    @property
    def kind_id(self) -> int | None:
        value = self._kind.value()
        return value if isinstance(value, int) else None

    @property
    def unit(self) -> str | None:
        """The unit's name, None for all."""
        return self._unit.currentText() if self._unit.value() is not None else None

    @property
    def kind(self) -> str | None:
        """The kind's name, None for all."""
        return self._kind.currentText() if self._kind.value() is not None else None

    def choose_queue(self, code: str) -> None:
        """Another counter, without saying so; what narrows is shown where it was folded away."""
        self.queue = code
        self._queues.choose(code)
        self._quietly(self._queue_choice, code)
        self._fold.setChecked(code != ALL)

    def choose_view(self, grouping: Grouping, side: Side) -> None:
        """Another view, without saying so."""
        self.grouping, self.side = grouping, side
        self._groupings.choose(str(grouping))
        self._sides.choose(str(side))
        self._quietly(self._view_choice, "letters" if grouping is Grouping.LETTERS else str(side))
        self._make_room_again()

    def show_board(self, board: Board, headings: Sequence[Heading], officer_id: int | None) -> None:
        """The counts beside the title, and the people as a short list."""
        self._count.setText(n_("{count} menunggu", board.number).format(count=formats.number(board.number)))
        self._late.setText(self._spec.late(board.late) if board.late else "")
        self._who.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._who.clear()
        for each in headings:
            self._who.addItem(f"{formats.number(each.number)} · {each.text}", each.officer_id)
        self._who.choose(officer_id)
        self._who.blockSignals(False)  # noqa: FBT003 - Qt's own

    def show_counts(self, counts: Mapping[str, Count]) -> None:
        """How many lines stand behind each counter."""
        self._queues.show_counts(dict(counts))
        for row in range(self._queue_choice.count()):
            count = counts.get(self._queue_choice.itemData(row))
            if count is not None:
                word = _(self._spec.queues[self._queue_choice.itemData(row)])
                number = formats.number(count.number) + ("" if count.exact else "+")
                self._queue_choice.setItemText(row, f"{word} · {number}" if count.number else word)

    def make_room(self, *, narrow: bool, people: bool = True) -> None:
        """Narrow, what is chosen now and then folds away, and the views are a list; `people` says that they stand below."""
        self._narrow, self._people = narrow, people
        letters = self.grouping is Grouping.LETTERS
        self._chips.setVisible(not narrow)
        self._sides.setVisible(self._of_dispositions and not letters)
        self._who.setVisible(not people and not letters)
        self._view_choice.setVisible(narrow and self._of_dispositions)
        self._second.setVisible(narrow and (self._of_dispositions or not people))
        self._fold.setVisible(narrow)
        self._queue_choice.setVisible(narrow)
        self._filters.setVisible(not narrow or self._fold.isChecked())
        place = self._column if narrow else self._head
        if self._filters_in is not place:
            if self._filters_in is not None:
                self._filters_in.removeWidget(self._filters)
            place.insertWidget(2 if narrow else place.count() - 1, self._filters)
            self._filters_in = place

    # ------------------------------------------------------------------------------------------------ making

    def _make_choices(self) -> None:
        known = self._desk.known.directory
        units = [(each.name, each.id) for each in known.units if each.active]
        kinds = [(each.name, each.id) for each in known.kinds]
        queues = [(_(word), code) for code, word in self._spec.queues.items()]
        self._who = self._choice("board_who", _("Siapa yang ditunggu"), [(_("Semua pejabat"), None)])
        self._unit = self._choice("board_unit", _("Unit"), [(_("Semua unit"), None), *units])
        self._kind = self._choice("board_kind", _("Jenis"), [(_("Semua jenis"), None), *kinds])
        self._queue_choice = self._choice("board_queue", _("Keadaan"), queues)
        views = [
            (_("Yang diterima"), str(Side.GOT)),
            (_("Yang diberikan"), str(Side.GAVE)),
            (_("Per surat"), str(Grouping.LETTERS)),
        ]
        self._view_choice = self._choice("board_view", _("Tampilan"), views)

    def _choice(self, name: str, word: str, entries: Sequence[tuple[str, object]]) -> Choice:
        choice = Choice(entries)
        choice.setParent(self)
        choice.setObjectName(name)
        choice.setAccessibleName(word)
        return choice

    def _make_chips(self) -> None:
        gap = self._desk.look.px(8)
        groupings = {str(Grouping.OFFICERS): _("Per pejabat"), str(Grouping.LETTERS): _("Per surat")}
        sides = {str(Side.GOT): _("Yang diterima"), str(Side.GAVE): _("Yang diberikan")}
        self._chips = QWidget(self)
        self._groupings = ChipRow(groupings, gap, "groupings", self)
        self._sides = ChipRow(sides, gap, "sides", self)
        queues = {code: _(word) for code, word in self._spec.queues.items()}
        self._queues = ChipRow(queues, gap, "queues", self)
        row = FlowLayout(self._desk.look.px(16), self._chips)
        views = (self._groupings, self._sides) if self._of_dispositions else ()
        for each in (*views, self._queues):
            row.addWidget(each)

    def _lay_out(self, title: str) -> None:
        px = self._desk.look.px
        self._count = plain_label("", "muted")
        self._count.setObjectName("board_count")
        self._late = plain_label("", "wrong")
        self._late.setObjectName("board_late")
        self._fold = push_button(_("Saring"), "quiet", name="narrow")
        self._fold.setCheckable(True)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(px(8))
        filters.addWidget(self._queue_choice, 1)
        filters.addWidget(self._unit, 1)
        filters.addWidget(self._kind, 1)
        self._head.setSpacing(px(12))
        for part in (plain_label(title, "title"), self._count, self._late):
            self._head.addWidget(part)
        self._head.addStretch(1)
        self._head.addWidget(self._fold)
        prints = self._spec is SIGNATURES and self._desk.printing is not None
        self.print_button.setVisible(prints)
        self._kind.setVisible(self._spec is SIGNATURES)
        self._head.addWidget(self.print_button)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(px(8))
        second.addWidget(self._view_choice, 1)
        second.addWidget(self._who, 2)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addLayout(self._head)
        self._column.addWidget(self._second)
        self._column.addWidget(self._chips)

    def _listen(self) -> None:
        self._who.currentIndexChanged.connect(lambda _row: self.who_chosen.emit(self._who.value()))
        for choice in (self._unit, self._kind):
            choice.currentIndexChanged.connect(lambda _row: self.narrowed.emit())
        self._queue_choice.currentIndexChanged.connect(
            lambda _row: self._turn_queue(str(self._queue_choice.value()))
        )
        self._queues.chosen.connect(self._turn_queue)
        self._fold.toggled.connect(self._make_room_again)
        self._groupings.setVisible(self._of_dispositions)
        self._groupings.chosen.connect(lambda code: self._turn_view(Grouping(code), self.side))
        self._sides.chosen.connect(lambda code: self._turn_view(Grouping.OFFICERS, Side(code)))
        self._view_choice.currentIndexChanged.connect(
            lambda _row: self._turn_to(str(self._view_choice.value()))
        )

    def _make_room_again(self) -> None:
        self.make_room(narrow=self._narrow, people=self._people)

    def _turn_queue(self, code: str) -> None:
        if code != self.queue:
            self.choose_queue(code)
            self.narrowed.emit()

    def _turn_to(self, code: str) -> None:
        letters = code == Grouping.LETTERS
        self._turn_view(
            Grouping.LETTERS if letters else Grouping.OFFICERS, self.side if letters else Side(code)
        )

    def _turn_view(self, grouping: Grouping, side: Side) -> None:
        if (grouping, side) != (self.grouping, self.side):
            self.choose_view(grouping, side)
            self.turned.emit()

    def _quietly(self, choice: Choice, value: object) -> None:
        choice.blockSignals(True)  # noqa: FBT003 - Qt's own
        choice.choose(value)
        choice.blockSignals(False)  # noqa: FBT003 - Qt's own
