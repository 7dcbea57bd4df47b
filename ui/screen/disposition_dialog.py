"""A disposition as the sheet asks it: to whom, who leads, what is asked, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from correspondence.errors import Refused
from correspondence.instructions import INSTRUCTION_LISTS
from correspondence.numbering import LetterRef
from correspondence.services.due_days import proposed_due, worked_instead
from correspondence.services.stepping import StepOrder
from ui import formats
from ui.screen.desk import Desk
from ui.screen.form_fields import Field, SubjectEdit, TypedDate
from ui.screen.plain import button_text, plain_tooltip, push_button
from ui.screen.step_dialog import (
    FormDialog,
    Job,
    chosen_officer,
    officer_choice,
    officer_line,
    serving_officers,
)
from ui.screen.submit_dialog import no_officers
from ui.texts import _
from ui.week_words import not_worked_words

_NAME = Qt.ItemDataRole.UserRole


class Recipients(QListWidget):
    """Officers with a tick each; Space ticks. The first ticked one leads unless another is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        for each in serving_officers(desk):
            item = QListWidgetItem(officer_line(each))
            item.setData(_NAME, each.officer.name)
            item.setToolTip(plain_tooltip(officer_line(each)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setProperty("look", "popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(desk.look.px(160))

    def ticked(self) -> tuple[str, ...]:
        """The names ticked, in the order of the list."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(_NAME)) for item in items if item.checkState() is Qt.CheckState.Checked)


class Instructions(QWidget):
    """The office's own instructions, two beside each other; the longer lists ready to choose below them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._boxes: list[tuple[str, QCheckBox]] = []
        self._more = push_button(_("Daftar lebih panjang"), "quiet", name="more_instructions")
        self._more.clicked.connect(self._show_more)
        own = desk.known.directory.profile.instructions
        self._others = [each for lines in INSTRUCTION_LISTS.values() for each in lines if each not in own]
        self._add(own)
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])
        self._grid.addWidget(self._more, 100, 0)
        self._more.setVisible(bool(self._others))

    def _add(self, texts: Sequence[str]) -> None:
        for text in texts:
            number = len(self._boxes)
            box = QCheckBox(button_text(text))
            self._boxes.append((text, box))
            self._grid.addWidget(box, number // 2, number % 2)

    def _show_more(self) -> None:
        """Those of the other lists beside the office's own."""
        first = len(self._boxes)
        self._add(list(dict.fromkeys(self._others)))
        # Tab follows the paper: Qt would come to a box that was made later after the rest of the form.
        before: QWidget = self._boxes[first - 1][1] if first else self._more
        for _text, box in self._boxes[first:]:
            self.setTabOrder(before, box)
            before = box
        self._more.hide()
        self._boxes[first][1].setFocus()

    def ticked(self) -> tuple[str, ...]:
        return tuple(text for text, box in self._boxes if box.isChecked())


class DispositionDialog(FormDialog):
    """For a letter, or for handing a disposition on; `hand_in` makes the job from the order.

    `ref` is the letter by which the day is proposed, `letter_due` its own deadline. `child`: a disposition is handed on, so its recipient is the giver.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        *,
        ref: LetterRef | None = None,
        letter_due: date | None = None,
        child: bool = False,
    ) -> None:
        super().__init__(desk, title, _("Disposisi dicatat."), _("Simpan disposisi"), parent)
        self._hand_in = hand_in
        self._letter_due = letter_due
        self._to = Recipients(desk)
        self._lead = officer_choice(desk, empty=_("yang pertama dicentang"))
        self._instructions = Instructions(desk)
        self._note = SubjectEdit()
        proposed = _("diusulkan menurut kecepatan surat")
        self._due = TypedDate(lambda: desk.today, filled=proposed, remark=self._doubts)
        whose = _("penerima disposisi ini") if child else _("pimpinan tempat surat ini diajukan")
        self._by = officer_choice(desk, empty=whose)
        hint = no_officers(desk) or _("centang dengan Spasi")
        self.add(Field("to", _("Diteruskan kepada"), self._to, hint))
        self.add(Field("lead", _("Penanggung jawab"), self._lead, _("bertanda 1 di lembar disposisi")))
        self.add(Field("instructions", _("Dengan hormat harap"), self._instructions))
        self.add(Field("note", _("Catatan"), self._note))
        empty = _("Batas (kosong: batas di atasnya)") if child else _("Batas (kosong: batas surat)")
        self.add(Field("due", empty, self._due))
        self.add(Field("by", _("Dari"), self._by))
        self.column.addStretch()
        self.fit(800, 690)  # a stand-in has two offices beside the name
        self._to.setFocus()
        if self._to.count():
            self._to.setCurrentRow(0)
        if ref is not None:
            desk.ask(lambda office: proposed_due(office, ref=ref), self._propose, owner=self)

    def _propose(self, day: date) -> None:
        """Fills the day in unless the clerk was quicker."""
        if not self._due.text():
            self._due.fill(day)

    def _doubts(self, day: date) -> str:
        """A leader may ask for an answer by Sunday, or after the letter's own day: told, and not forbidden."""
        following = worked_instead(self.desk.known.calendar, day)
        told = [not_worked_words(following)] if following is not None else []
        if self._letter_due is not None and day > self._letter_due:
            told.append(_("melewati batas surat, {day}").format(day=formats.day(self._letter_due)))
        return " · ".join(told)

    @property
    def touched(self) -> bool:
        return super().touched or bool(self._instructions.ticked())

    def job(self) -> Job:
        order = StepOrder(
            by=chosen_officer(self._by) if self._by.currentIndex() > 0 else "",
            note=self._note.text(),
            to=self._to.ticked(),
            lead=chosen_officer(self._lead) if self._lead.currentIndex() > 0 else "",
            instructions=self._instructions.ticked(),
            due=self._due.day(),
        )
        if not order.to and not order.lead:
            raise Refused("recipients_missing", "to")
        return self._hand_in(order)
