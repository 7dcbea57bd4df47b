"""Below a board: what can be done to the line one stands on, or to all that are ticked, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from correspondence.boards import SignatureWait
from correspondence.signatures import SignatureTask
from correspondence.workflow import Step
from ui import formats
from ui.screen.board_acts import BoardActs
from ui.screen.board_deeds import common_steps
from ui.screen.board_rows import Wait
from ui.screen.chips import FlowLayout
from ui.screen.desk import Desk
from ui.screen.letter_sections import menu_button
from ui.screen.plain import plain_label, push_button
from ui.texts import _, n_
from ui.words import step_word

SIGN_KEY = "Ctrl+T"


class BoardBar(QFrame):
    """Made anew when other lines are picked; the buttons come from the workflow table."""

    def __init__(self, desk: Desk, acts: BoardActs, clear: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("board_bar")
        self.setProperty("look", "card")
        self._acts = acts
        self._desk = desk
        px = desk.look.px
        self._said = plain_label("", "muted")
        self._said.setObjectName("picked")
        self._clear = push_button(_("Hapus centang"), "quiet", keys="Esc")
        self._clear.clicked.connect(clear)
        self._buttons = QWidget()
        self._flow = FlowLayout(px(8), self._buttons)
        policy = self._buttons.sizePolicy()
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._made: list[QPushButton] = []
        self._shown: tuple[object, ...] | None = None
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(px(4), 0, 0, 0)
        head.addWidget(self._said)
        head.addStretch()
        head.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(4))
        column.addWidget(self._head)
        column.addWidget(self._buttons)

    def show_picked(self, waits: Sequence[Wait], ticked: int) -> None:
        """The buttons for these lines; `ticked` is how many of them were ticked, 0 for the line stood on."""
        self.setVisible(bool(waits))
        self._head.setVisible(ticked > 0)
        self._said.setText(n_("{count} surat dicentang", ticked).format(count=formats.number(ticked)))
        steps = common_steps(waits, self._desk.known.role)
        shown = (steps, _sign_word(waits), len(waits) == 1)
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._made:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._made = self._buttons_for(waits, steps)
        for button in self._made:
            self._flow.addWidget(button)
            button.show()
        self._buttons.updateGeometry()

    def _buttons_for(self, waits: Sequence[Wait], steps: Sequence[Step]) -> list[QPushButton]:
        acts, made = self._acts, []
        signatures = bool(waits) and isinstance(waits[0], SignatureWait)
        rest = list(steps)
        if signatures:
            rest = [each for each in steps if each not in (Step.INITIAL, Step.SIGN)]
            made.append(self._button(_sign_word(waits), SIGN_KEY, acts.sign, look="primary"))
            made.append(self._button(_("Ubah janji"), "J", acts.promise))
        elif steps:
            made.append(self._button(step_word(steps[0]), SIGN_KEY, acts.next_step, look="primary"))
            rest = list(steps[1:])
        entries: list[tuple[str, Callable[[], None]]] = [(_("Buka di WhatsApp …   W"), acts.open_whatsapp)]
        if len(waits) == 1:
            made.append(self._button(_("Salin pengingat"), "R", acts.copy_reminder))
        else:  # the word for several signatures is long, and the rest stays in one line with it
            entries.insert(0, (_("Salin pengingat   R"), acts.copy_reminder))
        entries += [(f"{step_word(each)} …", partial(acts.take, each)) for each in rest]
        if len(waits) == 1:
            entries.append((_("Hitungan waktu kerja   H"), acts.show_reckoning))
        more = menu_button(_("Lainnya ▾"), entries)
        more.setObjectName("board_more")
        made.append(more)
        return made

    def _button(self, word: str, keys: str, action: Callable[[], None], *, look: str = "") -> QPushButton:
        button = push_button(word, look, keys=keys)
        button.clicked.connect(lambda _checked=False: action())
        return button


def _sign_word(waits: Sequence[Wait]) -> str:
    tasks = {each.step.task for each in waits if isinstance(each, SignatureWait)}
    if len(tasks) != 1:
        return _("Diparaf/ditandatangani")
    return _("Diparaf") if tasks == {SignatureTask.INITIAL} else _("Ditandatangani")
