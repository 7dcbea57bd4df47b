"""Saved chains in the dialog of a chain: two quiet buttons for the one chosen, to call it otherwise or to forget it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from correspondence.changes import Changes
from correspondence.office import Office
from correspondence.services.proposing import remove_chain_model, rename_chain_model
from ui.screen.desk import Desk
from ui.screen.form_fields import Field
from ui.screen.plain import plain_label, push_button
from ui.screen.step_dialog import FormDialog, Job
from ui.texts import _


class ModelButtons(QWidget):
    """Shown while a saved model is chosen; `then` is told its new name, "" when it was forgotten."""

    def __init__(self, desk: Desk, then: Callable[[str], None]) -> None:
        super().__init__()
        self._desk = desk
        self._then = then
        self._name = ""
        rename = push_button(_("Ganti nama model …"), "quiet", name="rename_model")
        rename.clicked.connect(lambda: RenameModel(desk, self._name, self._then, self).open())
        forget = push_button(_("Hapus model …"), "quiet", name="forget_model")
        forget.clicked.connect(lambda: ForgetModel(desk, self._name, self._then, self).open())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(rename)
        row.addWidget(forget)
        self.stand_on("")

    def stand_on(self, name: str) -> None:
        """The model chosen; "" for none."""
        self._name = name
        self.setVisible(bool(name))


class RenameModel(FormDialog):
    """Another name for a model."""

    def __init__(self, desk: Desk, name: str, then: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(desk, _("Ganti nama model"), _("Nama model diganti."), _("Ganti nama"), parent)
        self._model = name
        self._typed = QLineEdit(name)
        self.add(Field("name", _("Nama model"), self._typed))
        self.column.addStretch()
        self.fit(440, 200)
        self._typed.setFocus()
        self._typed.selectAll()
        self.accepted.connect(lambda: then(self._typed.text().strip()))

    def job(self) -> Job:
        name, to = self._model, self._typed.text()

        def job(office: Office) -> Changes:
            return rename_chain_model(office, name=name, to=to)

        return job


class ForgetModel(FormDialog):
    """Asks once: a model is not taken back."""

    def __init__(self, desk: Desk, name: str, then: Callable[[str], None], parent: QWidget) -> None:
        title = _("Hapus model “{name}”?").format(name=name)
        super().__init__(desk, title, _("Model dihapus."), _("Hapus model"), parent)
        self._model = name
        said = _("Surat yang sudah memakai urutan ini tidak berubah; hanya modelnya yang dihapus.")
        self.column.addWidget(plain_label(said, wrap=True))
        self.column.addStretch()
        self.fit(440, 200)
        self.accept_button.setFocus()
        self.accepted.connect(lambda: then(""))

    def job(self) -> Job:
        name = self._model

        def job(office: Office) -> Changes:
            return remove_chain_model(office, name=name)

        return job
