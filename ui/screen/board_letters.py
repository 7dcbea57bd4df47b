"""Disposisi by letter: letters with open dispositions at the left, the most overdue first; the tree of one at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from correspondence.boards import BoardFilter, LetterWait
from correspondence.dossier import Dossier
from correspondence.errors import NotFound, OfficeError
from correspondence.letters import Attachment
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import boards, looking_up
from correspondence.workflow import Step
from ui.screen.board_letters_list import LetterWaits, LetterWaitsView
from ui.screen.chips import state_chip, turn_chip
from ui.screen.desk import Desk
from ui.screen.disposition_branches import summary
from ui.screen.disposition_rows import TreeActs, TreeSheet
from ui.screen.letter_actions import LetterActions
from ui.screen.line_texts import Reading
from ui.screen.plain import plain_label, push_button, rule, set_look
from ui.screen.requests import ShowLetter
from ui.screen.steps import likely_disposition, primary
from ui.texts import _
from ui.words import step_word

AT_ONCE = 50
_PAUSE = 90
_LIST, _TREE = 330, 780


class LettersBoard(QSplitter):
    """`left` when Esc or ← wants back to what stands above. Reads its letters again only as far as they are shown."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._asked = BoardFilter()
        self._act: Callable[[], None] | None = None
        self._ref: LetterRef | None = None
        self._model = LetterWaits(self)
        self._view = LetterWaitsView(desk.look, self._model)
        self._acts = LetterActions(desk, self)
        self._reading_letter = QTimer(self, singleShot=True, interval=_PAUSE)
        self._reading_letter.timeout.connect(self._read_letter)
        self._make()
        self._view.stood_on.connect(self._stand_on)
        self._view.opened.connect(self._take_focus)
        self._model.more_wanted.connect(self._read_more)
        self.setFocusProxy(self._view)

    @property
    def acts(self) -> LetterActions:
        """What can be done to the letter one stands on."""
        return self._acts

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
                self._say_nothing()

        self._desk.ask(
            lambda office: boards.letters_waiting(office, asked=asked, limit=limit),
            show,
            owner=self,
            replaces="letters",
        )
        self._read_letter()

    def put(self, letter_ids: Collection[int]) -> None:
        """These letters were touched: they alone are read again."""
        asked = self._asked

        def show(waits: tuple[LetterWait, ...]) -> None:
            if asked == self._asked:
                with self._view.holding_still():
                    self._model.put_letters(letter_ids, waits, self._reading)
                self._say_nothing()

        self._desk.ask(
            lambda office: boards.waits_of_letters(office, letter_ids=tuple(letter_ids), asked=asked),
            show,
            owner=self,
        )
        dossier = self._acts.dossier
        if dossier is not None and dossier.letter.id in letter_ids:
            self._read_letter()

    def next_step(self) -> None:
        """The likely step of the disposition that holds the letter, or of the letter itself."""
        if self._act is not None:
            self._act()

    def open_letter(self) -> None:
        """The letter in Surat Masuk."""
        dossier = self._acts.dossier
        if dossier is not None:
            self._desk.page_asked.emit("page_incoming", ShowLetter(dossier.letter.ref, dossier.letter.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._view.hasFocus():
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    # ----------------------------------------------------------------------------------------------- its hands

    @property
    def _reading(self) -> Reading:
        return Reading(self._desk.now, self._desk.known.calendar)

    def _make(self) -> None:
        px = self._desk.look.px
        self.setChildrenCollapsible(False)
        self.setHandleWidth(px(12))
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._view)
        self.addWidget(card)
        self.addWidget(self._make_letter())
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([px(_LIST), px(_TREE)])

    def _make_letter(self) -> QWidget:
        px = self._desk.look.px
        self._subject = plain_label("", "heading", wrap=True)
        self._told = plain_label("", "muted", wrap=True)
        self._late = state_chip("", "red")
        self._open = push_button(_("Buka surat"), "quiet", name="open_letter")
        self._open.clicked.connect(self.open_letter)
        self._next = push_button("", "primary", name="next_of_letter", keys="Ctrl+T")
        self._next.clicked.connect(self.next_step)
        self._again = push_button(_("Disposisi lagi"), name="dispose_again", keys="Ctrl+D")
        self._again.clicked.connect(self._acts.dispose)
        self._tree = TreeSheet(self._desk)
        head = QHBoxLayout()
        head.addWidget(self._subject, 1)
        head.addWidget(self._late, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(8), px(12), px(8))
        for each in (self._next, self._again):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self._open)
        self._letter = QFrame()
        self._letter.setProperty("look", "card")
        column = QVBoxLayout(self._letter)
        column.setContentsMargins(1, px(10), 1, 1)
        column.setSpacing(px(4))
        above = QVBoxLayout()
        above.setContentsMargins(px(16), 0, px(12), 0)
        above.addLayout(head)
        above.addWidget(self._told)
        column.addLayout(above)
        column.addWidget(rule())
        column.addWidget(self._tree, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        return self._letter

    def _say_nothing(self) -> None:
        if self._model.rowCount() == 0:
            self._stand_on(None)

    def _stand_on(self, wait: LetterWait | None) -> None:
        self._ref = wait.letter.ref if wait is not None else None
        self._letter.setVisible(wait is not None)
        if wait is None:
            self._acts.dossier = None
            self._reading_letter.stop()
        elif self._acts.dossier is None or self._acts.dossier.letter.ref != self._ref:
            self._reading_letter.start()

    def _read_letter(self) -> None:
        ref = self._ref
        if ref is None:
            return

        def gone(error: OfficeError) -> None:
            if not isinstance(error, NotFound):
                self._desk.say_wrong(error)

        self._desk.ask(
            lambda office: looking_up.dossier(office, ref=ref),
            self._show,
            owner=self,
            replaces="dossier",
            on_error=gone,
        )

    def _show(self, dossier: Dossier) -> None:
        if dossier == self._acts.dossier:
            return  # nothing moved: no menu is taken away under a finger
        self._acts.dossier = dossier
        told, late = summary(dossier, self._reading)
        self._subject.setText(dossier.letter.subject)
        self._told.setText(f"{dossier.letter.ref} · {dossier.letter.correspondent} · {told}")
        turn_chip(self._late, late, "red")
        self._late.setVisible(bool(late))
        self._tree.show_dossier(dossier, TreeActs(self._open_file, self._acts.take_disposition))
        self._act, word = self._likely(dossier)
        self._next.setText(f"{word}   Ctrl+T")
        self._next.setAccessibleName(word)
        self._next.setVisible(bool(word))
        set_look(self._again, "look", "" if word else "primary")
        self._again.setVisible(Step.DISPOSE in dossier.steps)

    def _open_file(self, file: Attachment) -> None:
        self._acts.open_attachment(file.name, file.sha256)

    def _likely(self, dossier: Dossier) -> tuple[Callable[[], None] | None, str]:
        """The next step of the letter, else of the lead that holds it, and its word."""
        step, line = primary(dossier), likely_disposition(dossier)
        if step is not None:
            return partial(self._acts.take, step), step_word(step)
        if line is not None:
            return partial(self._acts.take_disposition, *line), step_word(line[1])
        return None, ""

    def _take_focus(self) -> None:
        first = self._next if self._next.isVisible() else self._again
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _read_more(self) -> None:
        asked, last = self._asked, self._model.last

        def job(office: Office) -> Sequence[LetterWait]:
            return boards.letters_waiting(office, asked=asked, after=last, limit=AT_ONCE)

        def show(waits: Sequence[LetterWait]) -> None:
            if asked == self._asked:
                self._model.add_waits(waits, self._reading, more=len(waits) == AT_ONCE)

        self._desk.ask(job, show, owner=self)
