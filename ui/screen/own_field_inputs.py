"""The fields of a letter kind's own form: they come with the kind, as its template asks for them.

What was typed stays when the kind is changed and changed back; what the letter holds already and the template does not ask
for can be read and mended too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from correspondence.errors import OfficeError, Refused
from correspondence.forms import LetterForm
from correspondence.office import Office
from correspondence.own_fields import OwnField, wrong_fields
from correspondence.own_tables import own_field, read_table
from correspondence.services.earlier import EarlierFields
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.earlier_offer import EarlierOffer
from ui.screen.form_fields import Choice, Field
from ui.screen.own_editors import OwnInput
from ui.screen.plain import plain_label, rule
from ui.texts import _

KEY = "fields."
"""Stands before a field's name where it must not be taken for a field of every letter: drafts, refusals, the journal."""
_PAUSE = 120


class OwnPrinting(Protocol):
    """What this form asks of the typing pool."""

    def own_fields(self, office: Office, kind: str) -> Sequence[OwnField]: ...


class OwnFieldInputs(QWidget):
    """`changed` with every key. `form` are the fields that every letter has. `asks`: whether a chosen kind brings its
    fields (letters that come in are not written here: of them only what they hold is shown). `came` carries what is to be
    brought into sight, for these fields stand below all others: the word that they are being read, then the first of them.
    """

    changed = Signal()
    came = Signal(QWidget)

    def __init__(self, desk: Desk, form: Mapping[str, Field], *, asks: bool) -> None:
        super().__init__()
        self.setObjectName("own_fields")
        self.fields: dict[str, OwnInput] = {}
        self._desk = desk
        kind = form["kind"].editor
        if not isinstance(kind, Choice):
            raise TypeError(kind)
        self._kind = kind
        self._after = [*form.values()][-1].editor
        self._asks = asks
        self._in_book = False
        self._of_kind = ""
        self._stored: Mapping[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._then: Callable[[], None] | None = None
        self._busy = self._by_hand = False
        self._head = plain_label("", "section")
        self._trouble = plain_label("", "wrong", wrap=True)
        self._trouble.hide()
        self._reading = plain_label(_("Membaca isian jenis ini …"), "read")
        self._reading.setObjectName("own_reading")
        self._reading.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(8))
        self._offer = EarlierOffer(desk, self, self._lacks)
        self._offer.taken.connect(self._fill)
        for widget in (rule(), self._head, self._reading, self._trouble, self._offer):
            self._column.addWidget(widget)
        self._choosing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._choosing.timeout.connect(self._look_up)
        kind.currentTextChanged.connect(self._kind_changed)
        self.hide()

    # ----------------------------------------------------------------------------------- reading and filling

    def texts(self) -> dict[str, str]:
        """What was typed and what is held, by `fields.NAME`, also of fields that are not on the form just now."""
        typed = {name: field.text() for name, field in self.fields.items()}
        return {f"{KEY}{name}": text for name, text in {**self._waiting, **typed}.items() if text}

    def put(self, key: str, text: str) -> None:
        """Text of a draft, for the field that is there or will come with its kind."""
        name = key.removeprefix(KEY)
        if name in self.fields:
            self.fields[name].put(text)
        else:
            self._waiting[name] = text

    def clear(self) -> None:
        """An empty form, whose kind is chosen anew."""
        self._show(())
        self._stored, self._waiting, self._in_book, self._of_kind = {}, {}, False, ""
        self._choosing.start()

    def show_fields(self, kept: Mapping[str, str]) -> None:
        """What a letter that is in the book holds."""
        self._show(())
        self._stored, self._waiting, self._in_book = dict(kept), dict(kept), True
        self._look_up()

    def onto(self, form: LetterForm) -> tuple[LetterForm, list[Refused]]:
        """`form` with the entries of the fields shown, and what is wrong with them."""
        asked = tuple(field.asked for field in self.fields.values() if self._asks_now(field))
        typed = {name: field.text() for name, field in self.fields.items()}
        others = {name: text for name, text in form.fields.items() if name not in typed}
        entries = {**others, **{name: text for name, text in typed.items() if text.strip()}}
        wrong = wrong_fields(entries, asked, today=self._desk.today)
        return replace(form, fields=entries, own_fields=asked), wrong

    def when_known(self, then: Callable[[], None]) -> bool:
        """Whether the kind's fields are still being looked up; `then` is called once they stand here."""
        if self._choosing.isActive():
            self._choosing.stop()
            self._look_up()
        self._then = then if self._busy else None
        return self._busy

    def calm(self) -> None:
        for field in self.fields.values():
            field.calm()

    def _asks_now(self, field: OwnInput) -> bool:
        """What an old letter holds or lacks is not asked again when its subject is mended."""
        return not (self._in_book and field.text() == self._stored.get(field.name, ""))

    # ------------------------------------------------------------------------------------------ making

    def _look_up(self) -> None:
        chosen = self._kind.typed() == self._kind.itemText(self._kind.currentIndex())
        kind = str(self._kind.value() or "") if chosen else ""
        if kind == self._of_kind and (kind or not self.fields):
            return
        self._of_kind = kind
        # The desk's printing is one object; each page names the part of it that it uses.
        printing = cast("OwnPrinting | None", self._desk.printing)
        if not (kind and self._asks and printing is not None):
            self._show(())
            return
        self._busy = True
        by_hand, self._by_hand = self._by_hand, False
        self._say_reading(bring=by_hand)
        self._desk.background.run(
            lambda office: printing.own_fields(office, kind),
            on_done=lambda asked: self._show(asked, bring=by_hand) if kind == self._of_kind else None,
            on_error=self._say_trouble,
            on_settled=self._settled,
            owner=self,
            replaces=f"own-fields@{id(self)}",
        )

    def _kind_changed(self, _text: str) -> None:
        """Somebody is choosing the kind, or it came with the form or with a draft."""
        focus = QApplication.focusWidget()
        self._by_hand = focus is not None and (focus is self._kind or self._kind.isAncestorOf(focus))
        self._choosing.start()

    def _say_reading(self, *, bring: bool) -> None:
        """A template may take a moment to be read; meanwhile nobody is to think that there are no fields."""
        if not self.fields:
            self._head.setText(_("Isian {kind}").format(kind=self._kind.typed()).strip())
        self._reading.show()
        self.show()
        if bring:
            self._bring(self._reading)

    def _bring(self, shown: QWidget) -> None:
        """Once it has been laid out."""
        QTimer.singleShot(0, shown, partial(self.came.emit, shown))

    def _settled(self) -> None:
        self._busy = False
        then, self._then = self._then, None
        if then is not None:
            then()

    def _say_trouble(self, error: OfficeError) -> None:
        self._show(())
        self._trouble.setText(sentence(error))
        self._trouble.show()
        self.show()

    def _show(self, asked: Iterable[OwnField], *, bring: bool = False) -> None:
        """These fields instead of those there were; what stands in them is kept for when they come back."""
        self._offer.withdraw()
        self._trouble.hide()
        self._reading.hide()
        self._waiting |= {name: field.text() for name, field in self.fields.items()}
        for old in self.fields.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        known = {each.name: each for each in asked}
        table = read_table(self._desk.known.directory.profile.own_fields)
        held = (name for name, text in self._stored.items() if text and name not in known)
        known |= {name: own_field(name, table, kind=self._of_kind) for name in held}
        self.fields = {}
        for each in known.values():
            self._add(OwnInput(each, lambda: self._desk.today))
        self._head.setText(_("Isian {kind}").format(kind=self._kind.typed()).strip())
        self.setVisible(bool(known))
        self._in_order()
        if bring and self.fields:
            self._bring(next(iter(self.fields.values())))
        self.changed.emit()

    def _add(self, field: OwnInput) -> None:
        kept, waiting = self._stored.get(field.name, ""), self._waiting.pop(field.name, "")
        if kept:
            field.show_kept(kept)
        if waiting != kept:
            field.put(waiting)
        self.fields[field.name] = field
        self._column.addWidget(field)
        field.show()  # at once and not with the next event: Tab may be pressed before
        self._offer.listen(field)
        editor = field.editor
        signal = editor.currentTextChanged if isinstance(editor, Choice) else editor.textChanged  # type: ignore[attr-defined]
        signal.connect(lambda *_text: self.changed.emit())

    def _in_order(self) -> None:
        """Tab follows the paper, although these fields were made after all others."""
        before = self._after
        for field in self.fields.values():
            QWidget.setTabOrder(before, field.editor)
            before = field.editor

    # ------------------------------------------------------------------------------------- earlier letters

    def _lacks(self, found: EarlierFields) -> bool:
        return any(found.fields.get(name) and not field.text().strip() for name, field in self.fields.items())

    def _fill(self, found: EarlierFields) -> None:
        """Only what is empty; each marked with the letter it comes from."""
        remark = _("diisi Warkat dari {ref}; periksa lagi")
        for name, field in self.fields.items():
            if found.fields.get(name) and not field.text().strip():
                field.fill(found.fields[name], remark.format(ref=found.source(name)))
