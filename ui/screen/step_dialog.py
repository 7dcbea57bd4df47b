"""A step that asks for something: a note, who received it, the day it happened. Typing is kept until it was accepted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.directory import OfficerLine
from correspondence.errors import ChangedElsewhere, OfficeError, Refused
from correspondence.office import Office
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Need
from ui.failures import sentence
from ui.screen.asking_dialog import AskingDialog
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field, SubjectEdit, TypedDate, refuse_beside
from ui.screen.plain import plain_label, push_button
from ui.screen.signer_choice import SignerChoice, office_word
from ui.texts import _

Job = Callable[[Office], Changes]


def serving_officers(desk: Desk) -> tuple[OfficerLine, ...]:
    """Those who may be named: nobody who left the service."""
    return tuple(each for each in desk.known.directory.officers if each.serving)


def officer_line(line: OfficerLine) -> str:
    """`Siti Aminah, S.Sos. – Kasubbag TU`; who stands in for another, with his own office beside: `Plh. Camat · Sekcam`."""
    offices = " · ".join(office_word(each) for each in line.appointments) or line.position
    return f"{line.officer.name} – {offices}" if offices else line.officer.name


def officer_choice(desk: Desk, *, empty: str = "") -> Choice:
    """The officers in service, with their positions; typing finds them by either."""
    entries: list[tuple[str, object]] = [(empty, "")]
    entries += [(officer_line(each), each.officer.name) for each in serving_officers(desk)]
    return Choice(entries, search=True)


def chosen_officer(choice: Choice) -> str:
    """The officer's name as chosen, or as typed: any unambiguous beginning will do."""
    at = choice.findText(choice.typed())
    return str(choice.itemData(at)) if at >= 0 else choice.typed()


class FormDialog(AskingDialog):
    """Fields above each other, errors under them, one primary button. Closes when the register has accepted.

    `about` is the letter it is for: named at the top, so that nobody signs for another one.
    """

    def __init__(
        self, desk: Desk, title: str, said: str, action: str, parent: QWidget, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        title = f"{title} {about}".strip()
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self._done_text = said
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = desk.look.px
        self.column = QVBoxLayout()
        self.column.setSpacing(px(12))
        self.column.setContentsMargins(0, 0, px(8), 0)
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        sheet.setLayout(self.column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.hide()
        self.accept_button = push_button(action, "primary", name="accept", keys="Ctrl+S")
        # Else Return presses the first button of the dialog. On another button it presses that one: not a save on Batal.
        self.accept_button.setDefault(True)
        cancel = push_button(_("Batal", "button"), name="reject", keys="Esc")
        cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.submit)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.submit)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.submit)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(20), px(20), px(16))
        whole.setSpacing(px(12))
        whole.addWidget(plain_label(title, "heading", wrap=True))
        whole.addWidget(scroll, 1)
        whole.addWidget(self._wrong)
        whole.addLayout(buttons)
        self.fit(480, 360)

    def fit(self, width: int, height: int) -> None:
        """Takes this size of the drawing, or what the window has; the fields scroll."""
        px = self.desk.look.px
        parent = self.parentWidget()
        room = (parent or self).window().size()
        self.resize(min(px(width), room.width() - 40), min(px(height), room.height() - 40))

    def add(self, field: Field) -> Field:
        """Puts a field below the others."""
        self.fields[field.name] = field
        self.column.addWidget(field)
        return field

    def job(self) -> Job:
        """What is to be done, from what was typed; Refused when a field cannot be read."""
        raise NotImplementedError

    def submit(self) -> None:
        """Hands the order in; the dialog stays open with the typing when it is refused."""
        if not self.accept_button.isEnabled():
            return
        for field in self.fields.values():
            field.calm()
        self._wrong.hide()
        try:
            job = self.job()
        except Refused as refused:
            self.refuse(refused)
            return
        self.accept_button.setEnabled(False)
        self.desk.do(job, on_done=self._done, on_error=self.refuse)

    def refuse(self, error: OfficeError) -> None:
        """Says no beside the field it belongs to, else above the buttons."""
        self.accept_button.setEnabled(True)
        refuse_beside(self.fields, self._wrong, error)
        if isinstance(error, ChangedElsewhere) and "state" in error.fields:
            # Only where something was typed is that worth saying.
            kept = _("Yang Anda ketik masih ada.")
            self._wrong.setText(f"{self._wrong.text()} {kept}")

    def _done(self, _changes: Changes) -> None:
        self.desk.say(self._done_text)
        self.accept()


class StepDialog(FormDialog):
    """One step of the letter or of a disposition; `hand_in` makes the job from the order."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        said: str,
        *,
        needs: frozenset[Need],
        hand_in: Callable[[StepOrder], Job],
        parent: QWidget,
        about: str = "",
    ) -> None:
        super().__init__(desk, title, said, title, parent, about=about)
        self._hand_in = hand_in
        self._needs = needs
        if Need.RECEIVED_BY in needs:
            word = _("Diterima oleh")
            self.add(Field("received_by", word, QLineEdit(), _("nama penerima seperti pada tanda terima")))
        if Need.OFFICER in needs:
            self.add(Field("to", _("Dialihkan kepada"), SignerChoice(desk)))
        note = _("Alasan") if Need.NOTE in needs else _("Catatan (boleh kosong)")
        self.add(Field("note", note, SubjectEdit()))
        self.add(
            Field(
                "on",
                _("Tanggal (kosong: hari ini)"),
                TypedDate(lambda: desk.today),
                _("isi bila langkah ini sudah terjadi pada hari lain"),
            )
        )
        self.add(Field("by", _("Oleh pejabat (boleh kosong)"), officer_choice(desk)))
        self.column.addStretch()
        next(iter(self.fields.values())).editor.setFocus()

    def refuse(self, error: OfficeError) -> None:
        """Where officer and reason are both missing, both are told: the register stops at the first."""
        super().refuse(error)
        to = self.fields.get("to")
        lacks = to is not None and isinstance(to.editor, SignerChoice) and not to.editor.typed()
        if to is not None and lacks and isinstance(error, Refused) and error.rule == "note_missing":
            to.refuse(sentence(Refused("officer_missing", "to")))
            to.editor.setFocus()

    def job(self) -> Job:
        received = self.fields.get("received_by")
        to = self.fields.get("to")
        stand_in = to.editor.asked() if to and isinstance(to.editor, SignerChoice) else None
        day = self.fields["on"].editor
        by = self.fields["by"].editor
        note = self.fields["note"].editor
        return self._hand_in(
            StepOrder(
                by=chosen_officer(by) if isinstance(by, Choice) else "",
                note=note.text() if isinstance(note, SubjectEdit) else "",
                on=day.day() if isinstance(day, TypedDate) else None,
                to=(stand_in.officer,) if stand_in is not None and stand_in.officer else (),
                stand_in=stand_in,
                received_by=received.editor.text()
                if received and isinstance(received.editor, QLineEdit)
                else "",
            )
        )
