"""One letter with its whole tree of dispositions, a step at hand for each of them, and the likely one below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from correspondence.dossier import Dossier
from correspondence.errors import NotFound, OfficeError
from correspondence.letters import Attachment
from correspondence.numbering import LetterRef
from correspondence.services import looking_up
from correspondence.workflow import Step
from ui.screen.chips import state_chip, turn_chip
from ui.screen.desk import Desk
from ui.screen.disposition_branches import summary
from ui.screen.disposition_rows import TreeActs, TreeSheet
from ui.screen.letter_actions import LetterActions
from ui.screen.line_texts import Reading
from ui.screen.plain import plain_label, push_button, rule, set_look
from ui.screen.requests import ShowLetter
from ui.screen.short_label import short_label
from ui.screen.steps import likely_disposition, primary
from ui.texts import _
from ui.words import step_word

_PAUSE = 90


class LetterTree(QFrame):
    """Reads its letter anew whenever it was touched."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._act: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self._ref: LetterRef | None = None
        self.acts = LetterActions(desk, self)
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._waiting.timeout.connect(self.refresh)
        self._make()

    @property
    def dossier(self) -> Dossier | None:
        """The letter shown, once it is here."""
        return self.acts.dossier

    def show_letter(self, ref: LetterRef | None) -> None:
        """Another letter; while arrow keys run down a list only the last one is read."""
        if ref == self._ref and ref is not None:
            return
        self._ref = ref
        self._then = self.acts.dossier = None
        if ref is None:
            self._waiting.stop()
            self._tree.leave()
            self._layers.setCurrentIndex(0)
        else:
            self._waiting.start()

    def once_shown(self, action: Callable[[], None]) -> None:
        """Acts on the letter; one that is still being read is waited for, and forgotten when another is shown."""
        if self.dossier is not None:
            action()
        elif self._ref is not None:
            self._then = action

    def refresh(self) -> None:
        """Reads the letter again."""
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

    def next_step(self) -> None:
        """The likely step of the letter, else of the disposition that holds it."""
        if self._act is not None and self.dossier is not None:
            self._act()

    def take_focus(self) -> None:
        """To the first button there is."""
        first = next((each for each in (self._next, self._again, self._open) if each.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self) -> None:
        px = self._desk.look.px
        self._open = push_button(_("Buka surat"), "quiet", name="open_letter")
        self._open.clicked.connect(self._open_letter)
        self._next = push_button("", "primary", name="next_of_letter", keys="Ctrl+T")
        self._next.clicked.connect(self.next_step)
        self._again = push_button(_("Disposisi lagi"), name="dispose_again", keys="Ctrl+D")
        self._again.clicked.connect(self.acts.dispose)
        self._tree = TreeSheet(self._desk)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(px(16), 0, px(12), 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(8), px(12), px(8))
        foot.setSpacing(px(8))
        for each in (self._next, self._again):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self._open)
        letter = QWidget()
        column = QVBoxLayout(letter)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._head)
        column.addWidget(rule())
        column.addWidget(self._tree, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        nothing = plain_label(_("Pilih surat untuk melihat pohon disposisinya."), "muted", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedWidget()
        self._layers.addWidget(nothing)
        self._layers.addWidget(letter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._layers)

    def _show(self, dossier: Dossier) -> None:
        if dossier == self.acts.dossier or dossier.letter.ref != self._ref:
            return  # nothing moved: no menu is taken away under a finger
        self.acts.dossier = dossier
        told, late = summary(dossier, Reading(self._desk.now, self._desk.known.calendar))
        self._show_head(dossier, told, late)
        self._tree.show_dossier(dossier, TreeActs(self._open_file, self.acts.take_disposition))
        self._act, word = self._likely(dossier)
        self._next.setText(f"{word}   Ctrl+T")
        self._next.setAccessibleName(word)
        self._next.setVisible(bool(word))
        set_look(self._again, "look", "" if word else "primary")
        self._again.setVisible(Step.DISPOSE in dossier.steps)
        self._layers.setCurrentIndex(1)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show_head(self, dossier: Dossier, told: str, late: str) -> None:
        """One line each, whole on hover: the tree below wants the room."""
        while item := self._head.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(short_label(dossier.letter.subject, "heading"), 1)
        chip = state_chip("", "red")
        turn_chip(chip, late, "red")
        chip.setVisible(bool(late))
        line.addWidget(chip)
        self._head.addWidget(row)
        who = f"{dossier.letter.ref} · {dossier.letter.correspondent} · {told}"
        self._head.addWidget(short_label(who, "muted"))

    def _likely(self, dossier: Dossier) -> tuple[Callable[[], None] | None, str]:
        """The next step of the letter, else of the lead that holds it, and its word."""
        step, line = primary(dossier), likely_disposition(dossier)
        if step is not None:
            return partial(self.acts.take, step), step_word(step)
        if line is not None:
            return partial(self.acts.take_disposition, *line), step_word(line[1])
        return None, ""

    def _open_file(self, file: Attachment) -> None:
        self.acts.open_attachment(file.name, file.sha256)

    def _open_letter(self) -> None:
        """The letter in Surat Masuk."""
        dossier = self.acts.dossier
        if dossier is not None:
            self._desk.page_asked.emit("page_incoming", ShowLetter(dossier.letter.ref, dossier.letter.id))
