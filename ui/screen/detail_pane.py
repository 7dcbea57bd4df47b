"""The letter beside the list: what it is, its way, what hangs on it, and the one button that is likely next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from correspondence.dossier import Dossier
from correspondence.errors import NotFound, OfficeError, Refused
from correspondence.numbering import LetterRef
from correspondence.services import looking_up
from ui.failures import sentence
from ui.screen.at_hand import Verb
from ui.screen.chain_section import chain_section
from ui.screen.chips import state_chip, turn_chip
from ui.screen.desk import Desk
from ui.screen.detail_buttons import DetailButtons, Lead
from ui.screen.disposition_branches import branches
from ui.screen.disposition_rows import TreeActs
from ui.screen.disposition_tree import DispositionTree
from ui.screen.explained_time import explainer
from ui.screen.files import DropZone, dropped
from ui.screen.journey import Journey, stops
from ui.screen.letter_actions import LetterActions
from ui.screen.letter_sections import (
    attachment_rows,
    disposition_row,
    facts_section,
    journal_rows,
    rows_of,
)
from ui.screen.line_texts import Reading, state_tone
from ui.screen.plain import plain_label, push_button, rule
from ui.texts import _
from ui.words import state_word

_PAUSE = 90


class DetailPane(QFrame):
    """Shows one letter; reads it anew whenever it was touched."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(_("Rincian surat"))
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self._desk = desk
        self._ref: LetterRef | None = None
        self._journal_open = False
        self._then: Verb | None = None
        self.acts = LetterActions(desk, self)
        self._waiting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._waiting.timeout.connect(self.refresh)
        self._make()
        self.setMinimumWidth(desk.look.px(288))

    @property
    def dossier(self) -> Dossier | None:
        """The letter shown, once it is here."""
        return self.acts.dossier

    def show_letter(self, ref: LetterRef | None, lead: Lead | None = None) -> None:
        """Shows another letter; while arrow keys run down a list only the last one is read. `lead`: the first button."""
        self._buttons.lead_with(lead)
        if ref == self._ref:
            return
        self._ref = ref
        self._then = self.acts.dossier = None
        if ref is None:
            self._waiting.stop()
            self._nothing.setText(_("Pilih surat untuk melihat rinciannya."))
            self._layers.setCurrentIndex(0)
        else:
            self._waiting.start()

    def once_shown(self, action: Verb) -> None:
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
            if isinstance(error, NotFound):
                self.show_letter(None)
            elif isinstance(error, Refused):  # above this account's clearance
                self._nothing.setText(sentence(error))
                self._layers.setCurrentIndex(0)
            else:
                self._desk.say_wrong(error)

        self._desk.ask(
            lambda office: looking_up.dossier(office, ref=ref),
            self._show,
            owner=self,
            replaces="dossier",
            on_error=gone,
        )

    def show_tree(self) -> None:
        """The letter's dispositions on one screen."""
        dossier = self.dossier
        if dossier is not None and dossier.dispositions:
            acts = TreeActs(lambda file: self.acts.open_attachment(file.name, file.sha256))
            DispositionTree(self._desk, dossier, self, acts).open()

    def take_focus(self) -> None:
        """Enter in the list goes to the button of the likely step, not past it."""
        self._buttons.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.dossier is not None and dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.acts.attach(dropped(event))

    # ------------------------------------------------------------------------------------------ making

    def _make(self) -> None:
        px = self._desk.look.px
        self._reference = plain_label("", "muted", select=True)
        self._reference.setObjectName("reference")
        self._chip = state_chip()
        self._subject = plain_label("", "heading", wrap=True, select=True)
        self._journey = Journey(self._desk.look)
        self._sheet = QVBoxLayout()
        self._sheet.setSpacing(px(8))
        self._sheet.setContentsMargins(px(16), px(12), px(16), px(12))
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        sheet.setLayout(self._sheet)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(sheet)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._reference)
        head.addStretch()
        head.addWidget(self._chip)
        self._parts: list[QWidget] = []
        self._sheet.addWidget(self._head)
        self._sheet.addWidget(self._subject)
        self._sheet.addStretch()
        letter = QWidget()
        column = QVBoxLayout(letter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule())
        self._buttons = DetailButtons(self._desk, self.acts)
        column.addWidget(self._buttons)
        self._nothing = plain_label(_("Pilih surat untuk melihat rinciannya."), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._nothing)
        self._layers.addWidget(letter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._layers)

    # ----------------------------------------------------------------------------------------- showing

    def _show(self, dossier: Dossier) -> None:
        other = self.acts.dossier is None or self.acts.dossier.letter.ref != dossier.letter.ref
        if dossier == self.acts.dossier or dossier.letter.ref != self._ref:
            return  # nothing moved: no button is taken away under a finger; or the answer about the one before
        self.acts.dossier = dossier
        reading = Reading(self._desk.now, self._desk.known.calendar)
        letter = dossier.letter
        self._reference.setText(str(letter.ref))
        turn_chip(self._chip, state_word(letter.state), state_tone(letter.state))
        self._subject.setText(letter.subject)
        self._show_sections(dossier, reading)
        self._buttons.show_dossier(dossier)
        self._layers.setCurrentIndex(1)
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show_sections(self, dossier: Dossier, reading: Reading) -> None:
        desk = self._desk
        for part in self._parts:
            self._sheet.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._journey = Journey(desk.look)
        self._journey.show_stops(stops(dossier, reading), explainer(desk, dossier.letter.subject))
        parts = [facts_section(desk, dossier, reading), rule()]
        parts += [plain_label(_("Perjalanan"), "section"), self._journey]
        if dossier.dispositions:
            rows = [
                disposition_row(
                    desk, dossier, branch.line, reading, self.acts.take_disposition, depth=branch.depth
                )
                for branch in branches(dossier)
            ]
            parts += [rule(), self._disposition_head(), rows_of(desk, rows)]
        if dossier.signatures:
            parts += [rule(), *chain_section(desk, dossier, reading)]
        parts += [rule(), plain_label(_("Berkas"), "section"), *self._files(dossier)]
        parts += [rule(), *self._journal(dossier, reading)]
        for number, part in enumerate(parts):
            self._sheet.insertWidget(2 + number, part)
        self._parts = parts

    def _disposition_head(self) -> QWidget:
        """The word, and the way to the whole tree."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(_("Disposisi"), "section"), 1)
        tree = push_button(_("Lihat pohon"), "quiet", name="show_tree")
        tree.clicked.connect(self.show_tree)
        row.addWidget(tree)
        return head

    def _files(self, dossier: Dossier) -> list[QWidget]:
        rows = attachment_rows(self._desk, dossier, self.acts.open_attachment, self.acts.save_attachment)
        return [*rows, DropZone(self._desk, self.acts.attach, small=True)]

    def _journal(self, dossier: Dossier, reading: Reading) -> list[QWidget]:
        toggle = push_button(
            _("Jurnal lengkap ({count})").format(count=len(dossier.journal)), "quiet", name="journal"
        )
        toggle.setCheckable(True)
        toggle.setChecked(self._journal_open)
        rows = rows_of(self._desk, journal_rows(self._desk, dossier, reading))
        rows.setVisible(self._journal_open)
        toggle.toggled.connect(rows.setVisible)
        toggle.toggled.connect(self._remember_journal)
        return [toggle, rows]

    def _remember_journal(self, open_: bool) -> None:
        self._journal_open = open_
