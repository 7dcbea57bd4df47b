"""The form of a letter: one column, reads like the paper, loses no typing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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
from ui.screen.desk import Desk
from ui.screen.files import DropZone, file_line, read_files
from ui.screen.letter_inputs import LetterInputs, shown
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
        self._request_key = uuid4().hex
        self._paths: list[Path] = []
        self._busy = False
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
        return bool(self._paths) or self._inputs.texts() != self._untouched

    def save(self, *, next_one: bool = False) -> None:
        """Hands the letter in; refused, it stays as typed with a sentence under each field."""
        if self._busy:
            return
        self._calm()
        try:
            form = self._inputs.form()
        except Refused as refused:
            self._refuse(refused)
            return
        wrong = check(form, self._direction, today=self._desk.today)
        if wrong and self._dossier is None:
            for refused in reversed(wrong):
                self._refuse(refused)
            return
        self._busy = True
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

    # --------------------------------------------------------------------------------------------- making

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
        for field in self._inputs.fields.values():
            fields.addWidget(field)
        if self._dossier is None:
            fields.addWidget(rule())
            fields.addWidget(DropZone(self._desk, self._add_files))
            self._files = QVBoxLayout()
            fields.addLayout(self._files)
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        self._scroll = scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(16), 0, px(12))
        whole.setSpacing(px(12))
        whole.addLayout(self._make_head())
        whole.addWidget(scroll, 1)
        self.setFocusProxy(next(iter(self._inputs.fields.values())).editor)

    def _make_head(self) -> QHBoxLayout:
        px = self._desk.look.px
        incoming = self._direction is Direction.INCOMING
        title = _("Surat masuk baru") if incoming else _("Surat keluar baru")
        if self._dossier is not None:
            title = _("Perbaiki {ref}").format(ref=self._dossier.letter.ref)
        head = QHBoxLayout()
        head.setContentsMargins(px(20), 0, px(20), 0)
        head.setSpacing(px(8))
        head.addWidget(plain_label(title, "title"))
        head.addWidget(self._wrong, 1)
        for word, keys, look, name, action in self._buttons():
            button = push_button(word, look, name=name, keys=keys)
            button.clicked.connect(lambda _checked=False, act=action: act())
            head.addWidget(button)
            for sequence in (keys, keys.replace("Return", "Enter")) if keys == "Ctrl+Return" else (keys,):
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda act=action: act())
        return head

    def _buttons(self) -> list[tuple[str, str, str, str, Callable[[], None]]]:
        buttons: list[tuple[str, str, str, str, Callable[[], None]]] = [
            (_("Tutup"), "Esc", "quiet", "close_form", self.leave)
        ]
        if self._dossier is None:
            following = partial(self.save, next_one=True)
            buttons.append((_("Simpan, lalu berikutnya"), "Ctrl+Return", "", "save_and_next", following))
        return [*buttons, (_("Simpan"), "Ctrl+S", "primary", "save", self.save)]

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
        kept = self._desk.memory.recall(self._draft_name)
        texts = kept.get("texts")
        if isinstance(texts, dict):
            for name, text in texts.items():
                if name in self._inputs.fields and isinstance(text, str):
                    self._inputs.set_text(name, text)
            self._request_key = str(kept.get("request_key") or self._request_key)
            self._note.setText(_("Ketikan yang belum disimpan dikembalikan; lampiran dipilih lagi."))
            self._note.show()
            self._fresh.show()

    # --------------------------------------------------------------------------------------------- saving

    def _job(self, form: LetterForm) -> Job:
        dossier, version = self._dossier, self._version
        if dossier is not None:
            return partial(correct, ref=dossier.letter.ref, form=form, version=version)
        register = register_incoming if self._direction is Direction.INCOMING else register_outgoing
        paths, key = tuple(self._paths), self._request_key

        def job(office: Office) -> Changes:
            return register(office, form=form, attachments=read_files(paths), request_key=key)

        return job

    def _done(self, changes: Changes, *, next_one: bool) -> None:
        self._keeping.stop()
        self._desk.memory.forget(self._draft_name)
        if self._dossier is not None:
            self._desk.say(_("Perbaikan disimpan; nilai lama ada di jurnal."))
        else:
            said = _("Surat masuk dicatat") if self._direction is Direction.INCOMING else _("Konsep dicatat")
            self._desk.say(said, big=str(changes.ref))
        self.saved.emit(changes)
        if not next_one:
            self.closed.emit()
            return
        self._request_key = uuid4().hex
        self._paths = []
        self._show_files()
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
        name = field_of(error) or ""
        if name == "correspondent" and "sender" in self._inputs.fields:
            name = "sender"
        field = self._inputs.fields.get(name)
        if field is None:
            self._wrong.setText(sentence(error))
            return
        field.refuse(sentence(error))
        field.editor.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def _changed_elsewhere(self, error: ChangedElsewhere) -> None:
        """Both values are shown, what was typed stays; saving once more is then a decision."""
        self._wrong.setText(sentence(error))
        for name, (read, now, typed) in error.fields.items():
            field = self._inputs.fields.get(
                "sender" if name == "correspondent" and self._direction is Direction.INCOMING else name
            )
            if field is None:
                continue
            if typed == read:
                self._inputs.set_text(field.name, now)
                field.remark(_("diubah oleh {who}").format(who=error.by))
            else:
                text = _("{who} menulis: {value}. Simpan lagi untuk memakai ketikan Anda.")
                field.refuse(text.format(who=error.by, value=shown(name, now)))
        dossier = self._dossier
        if dossier is None:
            return

        def seen(fresh: Dossier) -> None:
            self._version = fresh.letter.version

        ref = dossier.letter.ref
        self._desk.ask(lambda office: looking_up.dossier(office, ref=ref), seen, owner=self)

    def _calm(self) -> None:
        self._wrong.setText("")
        for field in self._inputs.fields.values():
            field.calm()

    # --------------------------------------------------------------------------------------------- drafts

    @property
    def _draft_name(self) -> str:
        return f"draft-{self._direction.value}"

    def _keep_draft(self) -> None:
        if self._dossier is None and self.touched:
            texts = self._inputs.texts()
            self._desk.memory.keep(self._draft_name, {"texts": texts, "request_key": self._request_key})

    def _start_empty(self) -> None:
        self._desk.memory.forget(self._draft_name)
        self._request_key = uuid4().hex
        self._begin()
        self._keeping.stop()
        self.setFocus()

    def _throw_away(self) -> None:
        self._keeping.stop()
        if self._dossier is None:
            self._desk.memory.forget(self._draft_name)
        self.closed.emit()

    # ---------------------------------------------------------------------------------------------- files

    def _add_files(self, paths: list[Path]) -> None:
        self._paths += [path for path in paths if path not in self._paths]
        self._show_files()

    def _show_files(self) -> None:
        if self._dossier is not None:
            return
        while item := self._files.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in self._paths:
            size = path.stat().st_size if path.exists() else 0
            remove = push_button(_("Lepas"), "quiet")
            remove.setAccessibleName(_("Lepas {name}").format(name=path.name))
            remove.clicked.connect(partial(self._drop_file, path))
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(plain_label(file_line(path.name, size)), 1)
            line.addWidget(remove)
            self._files.addWidget(row)

    def _drop_file(self, path: Path) -> None:
        self._paths.remove(path)
        self._show_files()
