"""The form of a letter: one column, reads like the paper, loses no typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.dossier import Dossier
from correspondence.errors import ChangedElsewhere, OfficeError, Refused
from correspondence.forms import LetterForm, check
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.correcting import correct, form_of
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.workflow import Direction
from ui.failures import field_of, sentence
from ui.screen.both_values import show_both_values
from ui.screen.desk import Desk
from ui.screen.draft import Draft
from ui.screen.files import read_files
from ui.screen.form_head import FormButton, form_head, form_sheet
from ui.screen.letter_inputs import LetterInputs
from ui.screen.own_field_inputs import KEY as OWN_KEY
from ui.screen.picked_files import PickedFiles
from ui.screen.plain import plain_label, push_button, question, rule
from ui.screen.step_dialog import Job
from ui.texts import _

_DRAFT_PAUSE = 700


class LetterFormPage(QWidget):
    """`saved` with what the register touched, `closed` when the list is wanted back."""

    closed = Signal()
    saved = Signal(object)

    def __init__(self, desk: Desk, direction: Direction, dossier: Dossier | None = None) -> None:
        super().__init__()
        self.setObjectName("letter_form")
        self._desk = desk
        self._direction = direction
        self._dossier = dossier
        self._version = dossier.letter.version if dossier else 0
        self._read = form_of(dossier) if dossier else None
        self._draft = Draft(desk.memory, direction)
        self._files = PickedFiles(desk)
        self._busy = False
        self._despite_clock = False
        self._inputs = LetterInputs(desk, direction, self)
        self._make()
        self._untouched: dict[str, str] = {}
        self._begin()
        self._keeping = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE)
        self._keeping.timeout.connect(self._keep_draft)
        self._inputs.changed.connect(self._keeping.start)

    @property
    def touched(self) -> bool:
        """Whether something was typed that is not in the book."""
        return bool(self._files.paths) or self._inputs.texts() != self._untouched

    def save(self, *, next_one: bool = False, despite_clock: bool = False) -> None:
        """Hands the letter in; refused, it stays as typed with a sentence under each field."""
        again = partial(self.save, next_one=next_one, despite_clock=despite_clock)
        if self._busy or self._inputs.own.when_known(again):
            return
        self._calm()
        form, unread = self._inputs.read(self._read)
        # A letter of an old book may lack what a new one must have.
        wrong = check(form, self._direction, today=self._desk.today) if self._dossier is None else ()
        faults = self._inputs.in_order((*unread, *wrong))
        for each in reversed(faults):
            self._refuse(each)
        if faults:
            return
        self._busy = True
        self._despite_clock = despite_clock
        self._desk.do(
            self._job(form),
            on_done=lambda changes: self._done(changes, next_one=next_one),
            on_error=self._refuse,
            on_settled=self._settled,
        )

    def leave(self) -> None:
        """Esc: asks only when something was typed."""
        if not self.touched:
            self.closed.emit()
            return
        text = _("Yang sudah diketik pada surat ini belum disimpan.")
        box = question(self, _("Buang ketikan?"), text, _("Buang"), _("Lanjutkan mengetik"))
        box.accepted.connect(self._throw_away)
        box.open()

    def _make(self) -> None:
        px = self._desk.look.px
        self._note = plain_label("", "read", wrap=True)
        self._fresh = push_button(_("Mulai kosong"), "quiet", name="start_empty")
        self._fresh.clicked.connect(self._start_empty)
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.setObjectName("form_wrong")
        note = QHBoxLayout()
        note.addWidget(self._note, 1)
        note.addWidget(self._fresh)
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(px(760))
        fields = QVBoxLayout(card)
        fields.setContentsMargins(px(24), px(16), px(24), px(20))
        fields.setSpacing(px(8))
        fields.addLayout(note)
        for field in (*self._inputs.fields.values(), self._inputs.own):
            fields.addWidget(field)
        if self._dossier is None:
            fields.addWidget(rule())
            fields.addWidget(self._files)
        self._scroll = form_sheet(self._desk.look, card)
        self._inputs.own.came.connect(self._scroll.ensureWidgetVisible)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(16), 0, px(12))
        whole.setSpacing(px(12))
        whole.addLayout(form_head(self, self._title(), self._wrong, self._buttons()))
        whole.addWidget(self._scroll, 1)
        self.setFocusProxy(next(iter(self._inputs.fields.values())).editor)

    def _title(self) -> str:
        if self._dossier is not None:
            return _("Perbaiki {ref}").format(ref=self._dossier.letter.ref)
        incoming = self._direction is Direction.INCOMING
        return _("Surat masuk baru") if incoming else _("Surat keluar baru")

    def _buttons(self) -> list[FormButton]:
        buttons = [FormButton(_("Tutup"), "Esc", "quiet", "close_form", self.leave)]
        if self._dossier is None:
            following = partial(self.save, next_one=True)
            word = _("Simpan, lalu berikutnya")
            buttons.append(FormButton(word, "Ctrl+Return", "", "save_and_next", following))
        return [*buttons, FormButton(_("Simpan"), "Ctrl+S", "primary", "save", self.save)]

    def _begin(self) -> None:
        """The letter to be corrected, a draft left behind, or an empty form."""
        self._calm()
        self._note.hide()
        self._fresh.hide()
        if self._dossier is not None:
            self._inputs.show_form(form_of(self._dossier))
            self._untouched = self._inputs.texts()
            return
        self._inputs.prefill()
        self._untouched = self._inputs.texts()
        kept = self._draft.recall()
        if kept:
            for name, text in kept.items():
                if name in self._inputs.fields or name.startswith(OWN_KEY):
                    self._inputs.set_text(name, text)
            self._note.setText(_("Ketikan yang belum disimpan dikembalikan; lampiran dipilih lagi."))
            self._note.show()
            self._fresh.show()

    def _job(self, form: LetterForm) -> Job:
        if self._dossier is not None and self._read is not None:
            ref, version = self._dossier.letter.ref, self._version
            return partial(correct, ref=ref, form=form, read=self._read, version=version)
        register = register_incoming if self._direction is Direction.INCOMING else register_outgoing
        paths, key, despite = self._files.paths, self._draft.request_key, self._despite_clock

        def job(office: Office) -> Changes:
            files = read_files(paths)
            return register(office, form=form, attachments=files, request_key=key, despite_clock=despite)

        return job

    def _done(self, changes: Changes, *, next_one: bool) -> None:
        self._keeping.stop()
        self._draft.forget()
        self.saved.emit(changes)  # before it is said: who reads the reference acts on this letter
        if self._dossier is not None:
            self._desk.say(_("Perbaikan disimpan; nilai lama ada di jurnal."))
        else:
            said = _("Surat masuk dicatat") if self._direction is Direction.INCOMING else _("Konsep dicatat")
            self._desk.say(said, big=str(changes.ref))
        if not next_one:
            self.closed.emit()
            return
        self._files.clear()
        self._begin()
        self._keeping.stop()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus()

    def _settled(self) -> None:
        self._busy = False

    def _refuse(self, error: OfficeError) -> None:
        if isinstance(error, ChangedElsewhere):
            self._changed_elsewhere(error)
            return
        if isinstance(error, Refused) and error.rule == "clock_behind":
            self._ask_about_clock(error)
        field = self._inputs.field(field_of(error) or "")
        if field is None:
            self._wrong.setText(sentence(error))
            return
        field.refuse(sentence(error))
        field.editor.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def _changed_elsewhere(self, error: ChangedElsewhere) -> None:
        """Both values are shown, what was typed stays; saving once more is then a decision."""
        self._wrong.setText(sentence(error))
        show_both_values(self._inputs, error)
        if self._dossier is not None:
            newest = partial(looking_up.dossier, ref=self._dossier.letter.ref)
            self._desk.ask(newest, self._renew, owner=self)

    def _renew(self, fresh: Dossier) -> None:
        self._version, self._read = fresh.letter.version, form_of(fresh)

    def _ask_about_clock(self, error: Refused) -> None:
        """Whoever has looked at the clock may say that the earlier one was wrong."""
        yes, no = _("Jam ini benar, catat"), _("Batal", "button")
        box = question(self, _("Jam komputer"), sentence(error), yes, no)
        box.accepted.connect(partial(self.save, despite_clock=True))
        box.open()

    def _calm(self) -> None:
        self._wrong.setText("")
        self._inputs.calm()

    def _keep_draft(self) -> None:
        if self._dossier is None and self.touched:
            self._draft.keep(self._inputs.texts())

    def _start_empty(self) -> None:
        self._draft.forget()
        self._begin()
        self._keeping.stop()
        self.setFocus()

    def _throw_away(self) -> None:
        self._keeping.stop()
        if self._dossier is None:
            self._draft.forget()
        self.closed.emit()
