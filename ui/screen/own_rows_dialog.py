"""The fields of one letter kind's own form as a small table: what each is called, what it holds, whether it must be filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from correspondence.errors import OfficeError, Refused
from correspondence.own_fields import OwnField, OwnType
from correspondence.own_tables import CHOICES, OwnRow, OwnTable, own_field, read_table
from correspondence.services.own_forms import set_own_rows
from ui.failures import sentence
from ui.own_words import TYPES, own_label, type_word
from ui.screen.choice import Choice
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.texts import _


@dataclass(frozen=True, slots=True)
class RowInputs:
    """The inputs of one field."""

    field: OwnField
    label: QLineEdit
    type: Choice
    required: QCheckBox
    choices: QLineEdit

    @property
    def holds(self) -> OwnType:
        """The type that is chosen."""
        return OwnType(str(self.type.value()))


class OwnRowsDialog(QDialog):
    """A field that is new in the template stands here by itself; only what the office says otherwise is kept."""

    def __init__(self, desk: Desk, kind: str, fields: Sequence[OwnField], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("own_rows_dialog")
        self.setWindowTitle(_("Isian {kind}").format(kind=kind))
        self._desk = desk
        self._kind = kind
        table = read_table(desk.known.directory.profile.own_fields)
        self._general = OwnTable(rows=tuple(each for each in table.rows if not each.kind))
        self.rows = [_inputs(each) for each in fields]
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.setObjectName("form_wrong")
        self._wrong.hide()
        self._save = push_button(_("Simpan"), "primary", name="save", keys="Ctrl+S")
        self._save.setDefault(True)
        self._save.clicked.connect(lambda _down=False: self.save())
        cancel = push_button(_("Batal", "button"), name="cancel", keys="Esc")
        cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self._lay_out(cancel)

    def save(self) -> None:
        """Keeps what the office says otherwise than the names do."""
        self._wrong.hide()
        rows = [self._row(each) for each in self.rows]
        self._save.setEnabled(False)
        self._desk.do(
            lambda office: set_own_rows(office, kind=self._kind, rows=rows),
            on_done=lambda _changes: self._done(),
            on_error=self._complain,
            on_settled=lambda: self._save.setEnabled(True),
        )

    def _row(self, inputs: RowInputs) -> OwnRow:
        """A row of the kind's own hides the one of every kind: so it says all that one said."""
        name, general = inputs.field.name, self._general.row(inputs.field.name)
        plain = own_field(name)
        holds = inputs.holds
        said = bool(general.type or general.choices)
        typed = tuple(each.strip() for each in inputs.choices.text().split("|") if each.strip())
        choices = typed if holds is OwnType.CHOICE and (said or typed != CHOICES.get(name, ())) else ()
        kind = holds if said or holds is not plain.type else None
        label = " ".join(inputs.label.text().split())
        required = inputs.required.isChecked()
        row = OwnRow(
            name,
            type=None if choices else kind,
            choices=choices,
            label=label if general.label or label != own_label(plain) else "",
            required=True if required else False if general.required else None,
        )
        same = (row.type, row.choices, row.label, row.required) == (
            general.type,
            general.choices,
            general.label,
            general.required,
        )
        return OwnRow(name) if same else row

    def _done(self) -> None:
        self._desk.say(_("Isian {kind} disimpan.").format(kind=self._kind))
        self.accept()

    def _complain(self, error: OfficeError) -> None:
        self._wrong.setText(sentence(error))
        self._wrong.show()
        if isinstance(error, Refused):
            for each in self.rows:
                if each.field.name == error.facts.get("name"):
                    (each.label if error.field == "label" else each.choices).setFocus()

    def _lay_out(self, cancel: QWidget) -> None:
        px = self._desk.look.px
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(4, 3)
        for column, word in enumerate((_("Di templat"), _("Sebutan"), _("Jenis"), _("Wajib"), _("Pilihan"))):
            grid.addWidget(plain_label(word, "muted"), 0, column)
        for number, each in enumerate(self.rows, start=1):
            grid.addWidget(plain_label(f"isian.{each.field.name}", "muted"), number, 0)
            for column, widget in enumerate((each.label, each.type, each.required, each.choices), start=1):
                grid.addWidget(widget, number, column)
        grid.setRowStretch(len(self.rows) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._wrong, 1)
        foot.addStretch(0)
        foot.addWidget(cancel)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(plain_label(self.windowTitle(), "heading", wrap=True))
        purpose = _("Namanya berasal dari templat; Warkat menebak jenisnya dari nama itu. Ubah bila perlu.")
        layout.addWidget(plain_label(purpose, "muted", wrap=True))
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        tall = sheet.sizeHint().height() + px(180)
        self.resize(px(860), min(tall, int(self.screen().availableGeometry().height() * 0.9)))


def _inputs(field: OwnField) -> RowInputs:
    word = own_label(field)
    kinds = Choice((type_word(each), each) for each in TYPES)
    inputs = RowInputs(field, QLineEdit(word), kinds, QCheckBox(), QLineEdit(" | ".join(field.choices)))
    kinds.choose(field.type)
    inputs.required.setChecked(field.required)
    for part, told, widget in (
        ("label", _("Sebutan {field}"), inputs.label),
        ("type", _("Jenis {field}"), kinds),
        ("required", _("{field} wajib diisi"), inputs.required),
        ("choices", _("Pilihan {field}"), inputs.choices),
    ):
        widget.setObjectName(f"{field.name}_{part}")
        widget.setAccessibleName(told.format(field=word))

    def follow() -> None:
        chosen = inputs.holds is OwnType.CHOICE
        inputs.choices.setEnabled(chosen)
        inputs.choices.setPlaceholderText(_("mis. Umum | Khusus") if chosen else "")

    kinds.currentIndexChanged.connect(lambda _row: follow())
    follow()
    return inputs
