"""Narrowing a list by state, unit and period: three short choices, hidden until somebody wants them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from correspondence.workflow import Direction, IncomingState, OutgoingState
from ui.screen.books import PERIODS, Book
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice
from ui.screen.letters_query import Asked
from ui.screen.plain import plain_label, push_button
from ui.texts import _
from ui.words import state_word


class FilterBar(QWidget):
    """`narrowed` carries the fields of `Asked` that were chosen; `cleared` asks for the whole book."""

    narrowed = Signal(dict)
    cleared = Signal()

    def __init__(self, desk: Desk, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ordered: list[IncomingState | OutgoingState] = list(OutgoingState)
        if book.direction is Direction.INCOMING:
            ordered = list(IncomingState)
        elif book.states:
            ordered = [each for each in OutgoingState if each in book.states]
        self.state = Choice([(_("Semua status"), None), *((state_word(each), each) for each in ordered)])
        units = [(each.name, each.id) for each in desk.known.directory.units]
        self.unit = Choice([(_("Semua unit"), None), *units])
        self.period = Choice((_(word), number) for number, (word, _span) in enumerate(PERIODS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(8))
        for name, word, choice in (
            ("filter_state", _("Status"), self.state),
            ("filter_unit", _("Unit"), self.unit),
            ("filter_period", _("Masa"), self.period),
        ):
            choice.setObjectName(name)
            choice.setAccessibleName(word)
            choice.setMinimumContentsLength(14)
            choice.activated.connect(lambda _row: self.narrowed.emit(self.chosen()))
            row.addWidget(plain_label(word, "muted"))
            row.addWidget(choice)
        clear = push_button(_("Hapus saringan"), "quiet", name="clear_filters")
        clear.clicked.connect(self.cleared)
        row.addWidget(clear)
        row.addStretch()

    def chosen(self) -> dict[str, object]:
        """What is chosen, as fields of `Asked`."""
        return {
            "state": self.state.value(),
            "unit_id": self.unit.value(),
            "period": self.period.value(),
        }

    def show_asked(self, asked: Asked) -> None:
        """Shows what is asked for now."""
        self.state.choose(asked.state)
        self.unit.choose(asked.unit_id)
        self.period.choose(asked.period)
