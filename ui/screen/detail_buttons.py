"""The buttons under a letter: the likely step in blue, what else is near, the rest one level down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from correspondence.dossier import Dossier
from correspondence.numbering import LetterRef
from correspondence.workflow import EDITABLE_STATES, Step
from ui.screen.desk import Desk
from ui.screen.letter_actions import LetterActions
from ui.screen.letter_sections import menu_button
from ui.screen.plain import button_text, push_button
from ui.screen.steps import CHAIN_STATES, called, likely_disposition, primary, wants_chain, whose
from ui.texts import _
from ui.words import step_word

Action = Callable[[], None]
Lead = tuple[LetterRef, str, Action]
"""Of which letter, the word, and what the first button does there in place of the letter's own likely step."""


class DetailButtons(QWidget):
    """Made anew for every letter from the steps its dossier allows."""

    def __init__(self, desk: Desk, acts: LetterActions) -> None:
        super().__init__()
        px = desk.look.px
        self._acts = acts
        self._prints = desk.printing is not None
        self._action: Action | None = None
        self._dossier: Dossier | None = None
        self._lead: Lead | None = None
        self._primary = push_button("", "primary", name="next_step")
        self._primary.clicked.connect(self._act)
        self._second = QHBoxLayout()
        self._second.setSpacing(px(8))
        self._made: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(6))
        column.addWidget(self._primary)
        column.addLayout(self._second)

    def take_focus(self) -> None:
        """To the first button there is."""
        first = next((each for each in (self._primary, *self._made) if each.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def lead_with(self, lead: Lead | None) -> None:
        """What the list beside stands on. Of a letter that is still being read it waits for the letter."""
        before, self._lead = self._lead, lead
        dossier = self._dossier
        if dossier is None or (lead is not None and lead[0] != dossier.letter.ref):
            return
        if lead is not None and before is not None and before[0] == lead[0]:
            self._show_primary(dossier, None)  # the others stay under the finger
        elif lead is not before:
            self.show_dossier(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        """The buttons of another letter, or of the same one after a step."""
        for button in self._made:
            button.hide()
            button.deleteLater()
        self._made = []
        self._dossier = dossier
        led = self._lead is not None and self._lead[0] == dossier.letter.ref
        step = None if led else primary(dossier)
        self._show_primary(dossier, step)
        if Step.DISPOSE in dossier.steps and step is not Step.DISPOSE:
            word = _("Disposisi lagi") if dossier.dispositions else _("Disposisi")
            self._add(word, "Ctrl+D", self._acts.dispose)
        elif self._prints:
            self._add(_("Cetak …"), "Ctrl+P", self._acts.print_paper)
        entries = self._rest(dossier, step)
        if entries:
            button = menu_button(_("Lainnya ▾"), entries)
            button.setObjectName("more_steps")
            self._second.addWidget(button)
            self._made.append(button)

    def _show_primary(self, dossier: Dossier, step: Step | None) -> None:
        disposition = likely_disposition(dossier) if step is None else None
        word = ""
        self._action = None
        if self._lead is not None and self._lead[0] == dossier.letter.ref:
            _ref, word, self._action = self._lead
        elif step is not None:
            word, self._action = _of(step, whose(dossier, step)), partial(self._acts.take, step)
        elif wants_chain(dossier):
            word, self._action = _("Tentukan penanda tangan"), self._acts.set_chain
        elif disposition is not None:
            lines = {line.disposition.id: line.recipient for line in dossier.dispositions}
            word = _of(disposition[1], lines[disposition[0]])
            self._action = partial(self._acts.take_disposition, *disposition)
        self._primary.setVisible(bool(word))
        self._primary.setText(button_text(word))
        self._primary.setAccessibleName(word)

    def _rest(self, dossier: Dossier, step: Step | None) -> list[tuple[str, Action]]:
        acts = self._acts
        entries: list[tuple[str, Action]] = []
        for each in dossier.steps:
            if each is Step.DISPOSE:
                continue
            word = step_word(each)
            word = _("{step} dengan catatan …").format(step=word) if each is step else word
            entries.append((word, partial(acts.take, each, detailed=True)))
        if Step.SIGN in dossier.steps:
            entries.append((_("Lampirkan PDF bertanda tangan elektronik …"), acts.sign_electronically))
        if dossier.letter.state in CHAIN_STATES and not wants_chain(dossier):
            entries.append((_("Ubah paraf dan tanda tangan …   Ctrl+T"), acts.set_chain))
        if dossier.letter.state in EDITABLE_STATES:
            entries.append((_("Perbaiki isian …   Ctrl+E"), acts.edit))
        if self._prints and Step.DISPOSE in dossier.steps:
            entries.append((_("Cetak …   Ctrl+P"), acts.print_paper))
        return entries

    def _add(self, word: str, keys: str, action: Action) -> None:
        button = push_button(word, keys=keys)
        button.clicked.connect(lambda _checked=False: action())
        self._second.addWidget(button, 1)
        self._made.append(button)

    def _act(self) -> None:
        if self._action is not None:
            self._action()


def _of(step: Step, officer: str) -> str:
    """`Tandai dibaca · Budi Santoso`: a letter has several lines, and this is one of them."""
    return f"{step_word(step)} · {called(officer)}" if officer else step_word(step)
