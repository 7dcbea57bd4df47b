"""Disposisi by letter: letters with open dispositions at the left, the most overdue first; the tree of one at the right."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from correspondence.boards import BoardFilter, LetterWait
from correspondence.office import Office
from correspondence.services import boards
from ui.screen.at_hand import Verb, at_hand
from ui.screen.beside import Beside
from ui.screen.board_letter_tree import LetterTree
from ui.screen.board_letters_list import LetterWaits, LetterWaitsView
from ui.screen.desk import Desk
from ui.screen.letter_actions import LetterActions
from ui.screen.line_texts import Reading
from ui.screen.reckoning import ReckoningDialog

AT_ONCE = 50
_LIST, _TREE = 330, 780


class LettersBoard(Beside):
    """Reads its letters again only as far as they are shown. Narrow, Enter opens the tree and Esc goes back to the list."""

    def __init__(self, desk: Desk) -> None:
        card, self._letter = QFrame(), LetterTree(desk)
        super().__init__(desk.look, card, self._letter)
        self._desk = desk
        self._asked = BoardFilter()
        self._model = LetterWaits(self)
        self._view = LetterWaitsView(desk.look, self._model)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._view)
        card.setFocusProxy(self._view)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([desk.look.px(_LIST), desk.look.px(_TREE)])
        self._view.stood_on.connect(self._stand_on)
        self._view.opened.connect(self._open_tree)
        self._view.time_asked.connect(self._show_reckoning)
        self._model.more_wanted.connect(self._read_more)
        self.setFocusProxy(self._view)

    @property
    def acts(self) -> LetterActions:
        """What can be done to the letter one stands on."""
        return self._letter.acts

    def next_step(self) -> None:
        """The likely step of the letter one stands on."""
        self.on_letter(self._letter.next_step)()

    def on_letter(self, verb: Verb) -> Verb:
        """The verb for the letter one stands on, once its tree is here."""
        return at_hand(lambda: self._stand_on(self._view.current), self._letter, verb)

    def ask(self, asked: BoardFilter) -> None:
        """Letters of another unit, or of another counter."""
        if asked != self._asked:
            self._asked = asked
            self._model.forget()
        self.refresh()

    def refresh(self) -> None:
        """Reads the letters shown again; the one stood upon stays."""
        asked, limit = self._asked, max(AT_ONCE, self._model.rowCount())

        def show(waits: tuple[LetterWait, ...]) -> None:
            if asked == self._asked:
                with self._view.holding_still():
                    self._model.set_waits(waits, self._reading, more=len(waits) == limit)

        self._desk.ask(
            lambda office: boards.letters_waiting(office, asked=asked, limit=limit),
            show,
            owner=self,
            replaces="letters",
        )
        self._letter.refresh()

    def put(self, letter_ids: Collection[int]) -> None:
        """These letters were touched: they alone are read again."""
        asked = self._asked

        def show(waits: tuple[LetterWait, ...]) -> None:
            if asked == self._asked:
                with self._view.holding_still():
                    self._model.put_letters(letter_ids, waits, self._reading)

        self._desk.ask(
            lambda office: boards.waits_of_letters(office, letter_ids=tuple(letter_ids), asked=asked),
            show,
            owner=self,
        )
        dossier = self._letter.dossier
        if dossier is not None and dossier.letter.id in letter_ids:
            self._letter.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._view.hasFocus() and self._view.isVisible():
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    @property
    def _reading(self) -> Reading:
        return Reading(self._desk.now, self._desk.known.calendar)

    def _stand_on(self, wait: LetterWait | None) -> None:
        self._letter.show_letter(wait.letter.ref if wait is not None else None)

    def _open_tree(self) -> None:
        self._stand_on(self._view.current)
        self.open_detail()
        self._letter.take_focus()

    def _show_reckoning(self) -> None:
        """How the time the list tells of the letter was counted: that of its oldest open disposition."""
        wait = self._view.current
        if wait is not None:
            ReckoningDialog(self._desk, wait.letter.subject, wait.oldest, self._desk.now, self).open()

    def _read_more(self) -> None:
        asked, last = self._asked, self._model.last

        def job(office: Office) -> Sequence[LetterWait]:
            return boards.letters_waiting(office, asked=asked, after=last, limit=AT_ONCE)

        def show(waits: Sequence[LetterWait]) -> None:
            if asked == self._asked:
                self._model.add_waits(waits, self._reading, more=len(waits) == AT_ONCE)

        self._desk.ask(job, show, owner=self)
