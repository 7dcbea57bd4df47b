"""The inputs of a letter's form as they follow each other on the paper, read into a LetterForm and filled from one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from correspondence.errors import Refused
from correspondence.forms import LetterForm
from correspondence.letters import Secrecy, Urgency
from correspondence.numbering import LETTER_NUMBER_LIMIT, LetterRef
from correspondence.services.transcribing import tidied
from correspondence.wording import Enclosures
from correspondence.workflow import Direction
from ui.screen.code_field import CodeField
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field, SubjectEdit, TypedDate
from ui.screen.own_field_inputs import KEY, OwnFieldInputs
from ui.screen.suggesting import SuggestingEdit, Suggestion, correspondent_edit
from ui.texts import _
from ui.words import secrecy_word, urgency_word

# In the order of the paper; tests and screen readers know the inputs by these names.
INCOMING_FIELDS = (
    *("sender", "letter_number", "letter_date", "received_on", "subject", "urgency", "secrecy"),
    *("classification", "enclosures", "kind", "unit", "external_reference"),
)
OUTGOING_FIELDS = (
    *("correspondent", "correspondent_address", "subject", "kind", "unit", "urgency", "secrecy"),
    *("classification", "enclosures", "letter_date", "reply_to", "external_reference"),
)
# Names of the form that are called otherwise on the screen.
SENDER = "sender"


class LetterInputs(QObject):
    """`changed` with every key. Texts are what stands in the inputs; a LetterForm is what they mean."""

    changed = Signal()

    def __init__(self, desk: Desk, direction: Direction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incoming = direction is Direction.INCOMING
        names = INCOMING_FIELDS if self._incoming else OUTGOING_FIELDS
        self.fields: dict[str, Field] = {name: self._make(name) for name in names}
        for field in self.fields.values():
            self._listen(field.editor)
        addressee = self.fields["sender" if self._incoming else "correspondent"].editor
        if isinstance(addressee, SuggestingEdit):
            addressee.picked.connect(self._fill_address)
        enclosures = self.fields["enclosures"].editor
        if isinstance(enclosures, QLineEdit):
            enclosures.textChanged.connect(self._say_enclosures)
        self.own = OwnFieldInputs(desk, self.fields, asks=not self._incoming)
        self.own.changed.connect(self.changed)

    # ----------------------------------------------------------------------------------- reading and filling

    def texts(self) -> dict[str, str]:
        """What stands in each input, for a draft and to know whether something was typed."""
        return {**self._typed(), **self.own.texts()}

    def field(self, name: str) -> Field | None:
        """The input by the name refusals, drafts and the journal know it by."""
        if name == "correspondent" and SENDER in self.fields:
            name = SENDER
        return self.own.fields.get(name.removeprefix(KEY)) if name.startswith(KEY) else self.fields.get(name)

    def set_text(self, name: str, text: str) -> None:
        """Puts text into an input; a choice is made by its value or its word."""
        if name.startswith(KEY):
            self.own.put(name, text)
            return
        editor = self.fields[name].editor
        if isinstance(editor, Choice):
            values = [editor.itemData(row) for row in range(editor.count())]
            wanted = next((row for row, value in enumerate(values) if str(value or "") == text), -1)
            if wanted < 0 and text:
                editor.addItem(text, text)  # a kind out of use stays the kind of the letters that have it
                wanted = editor.count() - 1
            editor.setCurrentIndex(max(wanted, 0))
        elif isinstance(editor, TypedDate) and text[4:5] == "-":
            editor.show_day(date.fromisoformat(text))
        elif isinstance(editor, (QLineEdit, SubjectEdit)):
            editor.setText(text)

    def prefill(self) -> None:
        """An empty form with what Warkat can know: a letter on this desk was received today."""
        self.own.clear()
        for name in self.fields:
            self.set_text(name, "")
        received = self.fields.get("received_on")
        if received is not None and isinstance(received.editor, TypedDate):
            received.editor.fill(self._desk.today)
        self.calm()

    def calm(self) -> None:
        """Nothing is wrong any more; what was read back stands there again."""
        for field in self.fields.values():
            field.calm()
        self.own.calm()
        self._say_enclosures(_text_of(self.fields["enclosures"].editor))

    def show_form(self, form: LetterForm) -> None:
        """A letter that is in the book already."""
        for name in self.fields:
            value = getattr(form, "correspondent" if name == SENDER else name)
            field = self.fields[name]
            if isinstance(field, CodeField):
                field.known = str(value)
            self.set_text(name, value.isoformat() if isinstance(value, date) else str(value or ""))
        self.own.show_fields(form.fields)

    def form(self, onto: LetterForm | None = None) -> LetterForm:
        """As `read`; Refused for the first input that cannot be read."""
        form, unread = self.read(onto)
        if unread:
            raise unread[0]
        return form

    def read(self, onto: LetterForm | None = None) -> tuple[LetterForm, tuple[Refused, ...]]:
        """What was typed, tidied, over what `onto` says of a letter beside it; and, with the input's name, each date,
        code or reference that cannot be read."""
        read: dict[str, Any] = {}
        unread: list[Refused] = []
        for name, text in self._typed().items():
            try:
                read["correspondent" if name == SENDER else name] = self._read(name, text)
            except Refused as refused:
                unread.append(refused)
        form, wrong = self.own.onto(replace(onto or LetterForm(), **read))
        return tidied(form), (*unread, *wrong)

    def in_order(self, faults: Iterable[Refused]) -> list[Refused]:
        """One fault an input, as they follow each other on the form."""
        first: dict[str, Refused] = {}
        for each in faults:
            first.setdefault(each.field or "", each)
        names = [*self.fields, *(f"{KEY}{name}" for name in self.own.fields)]
        return sorted(first.values(), key=lambda each: names.index(each.field) if each.field in names else -1)

    def _typed(self) -> dict[str, str]:
        return {name: _text_of(field.editor) for name, field in self.fields.items()}

    def _read(self, name: str, text: str) -> object:
        editor = self.fields[name].editor
        if isinstance(editor, TypedDate):
            return editor.day()
        field = self.fields[name]
        if isinstance(field, CodeField):
            return field.code()
        if name == "urgency":
            return Urgency(text)
        if name == "secrecy":
            return Secrecy(text)
        if name == "enclosures" and text.strip():
            return _enclosures(text)
        if name == "reply_to":
            return _reference(text) if text.strip() else None
        return text

    # ------------------------------------------------------------------------------------------------ making

    def _make(self, name: str) -> Field:
        directory = self._desk.known.directory
        kinds = [("", ""), *((each.name, each.name) for each in directory.kinds if each.active)]
        units = [("", ""), *((each.name, each.name) for each in directory.units if each.active)]
        makers: dict[str, Callable[[], Field]] = {
            "sender": lambda: Field(name, _("Pengirim"), correspondent_edit(self._desk)),
            "correspondent": lambda: Field(name, _("Kepada"), correspondent_edit(self._desk)),
            "correspondent_address": lambda: Field(name, _("Alamat"), _line(600), _("dicetak pada surat")),
            "letter_number": lambda: Field(name, _("Nomor surat"), _line(LETTER_NUMBER_LIMIT * 3)),
            "letter_date": lambda: self._date(name, _("Tanggal surat")),
            "received_on": lambda: self._date(name, _("Diterima"), filled=_("diisi oleh Warkat")),
            "subject": lambda: Field(name, _("Perihal"), SubjectEdit()),
            "urgency": lambda: Field(
                name, _("Kecepatan"), Choice((urgency_word(each), each.value) for each in Urgency)
            ),
            "secrecy": lambda: Field(
                name, _("Keamanan"), Choice((secrecy_word(each), each.value) for each in Secrecy)
            ),
            "classification": lambda: CodeField(name, self._desk),
            "enclosures": lambda: Field(name, _("Lampiran"), _line(120, _("mis. 2 berkas"))),
            "kind": lambda: Field(name, _("Jenis naskah"), Choice(kinds, search=True)),
            "unit": lambda: Field(name, _("Unit pengolah"), Choice(units, search=True)),
            "reply_to": lambda: Field(name, _("Balasan atas"), _line(40, _("mis. M-2026-12"))),
            "external_reference": lambda: Field(
                name, _("Nomor SRIKANDI"), _line(400), _("bila surat ini juga ada di SRIKANDI")
            ),
        }
        return makers[name]()

    def _date(self, name: str, word: str, *, filled: str = "") -> Field:
        hint = _("dibaca dari suratnya") if name == "letter_date" and self._incoming else ""
        return Field(name, word, TypedDate(lambda: self._desk.today, filled=filled), hint)

    def _listen(self, editor: QWidget) -> None:
        if isinstance(editor, Choice):
            editor.currentTextChanged.connect(lambda _text: self.changed.emit())
        elif isinstance(editor, (QLineEdit, QPlainTextEdit)):
            editor.textChanged.connect(lambda *_text: self.changed.emit())

    def _fill_address(self, picked: Suggestion) -> None:
        address = self.fields.get("correspondent_address")
        if address is not None and picked.more and not _text_of(address.editor).strip():
            self.set_text("correspondent_address", picked.more)
            address.remark(_("dari surat sebelumnya"))

    def _say_enclosures(self, text: str) -> None:
        field = self.fields["enclosures"]
        try:
            read = str(Enclosures.read(text)) if text.strip() else ""
        except Refused:
            read = ""
        field.remark(read) if read and read != text.strip() else field.calm()


def _line(limit: int, example: str = "") -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(limit)
    line.setPlaceholderText(example)
    return line


def _text_of(editor: QWidget) -> str:
    if isinstance(editor, Choice):
        chosen = (
            editor.value() if editor.typed() == editor.itemText(editor.currentIndex()) else editor.typed()
        )
        return str(chosen or "")
    return editor.text() if isinstance(editor, (QLineEdit, SubjectEdit)) else ""


def _enclosures(text: str) -> str:
    return str(Enclosures.read(text))


def _reference(text: str) -> LetterRef:
    try:
        return LetterRef.read(text)
    except Refused as refused:
        raise Refused(refused.rule, "reply_to", refused.facts) from refused
