"""A small form over a list: add an officer, appoint one, name a day off. Stays open, with its typing, until it was kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from correspondence.changes import Changes
from correspondence.dates import read_date
from correspondence.errors import OfficeError
from correspondence.office import Office
from ui.failures import field_of, sentence
from ui.screen.desk import Desk
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_fields import Asked, FieldRow
from ui.texts import _

Job = Callable[[Office], Changes]


class FormDialog(QDialog):
    """`job_of` makes the work from the values; it may refuse by raising, as the office does.

    `done` is what the message bar says afterwards; a function is asked when the work was done.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        asked: Sequence[Asked],
        job_of: Callable[[FormDialog], Job],
        parent: QWidget,
        *,
        note: str = "",
        done: str | Callable[[], str] = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("form_dialog")
        self.setWindowTitle(title)
        self._desk = desk
        self._job_of = job_of
        self._done = done
        self.rows = {each.name: FieldRow(each, desk) for each in asked}
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.setObjectName("form_wrong")
        self._wrong.hide()
        self._save = push_button(_("Simpan"), "primary", name="save", keys="Ctrl+S")
        self._cancel = push_button(_("Batal", "button"), name="cancel", keys="Esc")
        self._lay_out(title, note)
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    def _lay_out(self, title: str, note: str) -> None:
        px = self._desk.look.px
        sheet = QWidget()
        sheet.setProperty("look", "sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(20), px(16), px(20), px(8))
        column.setSpacing(px(12))
        column.addWidget(plain_label(title, "heading", wrap=True))
        if note:
            column.addWidget(plain_label(note, "muted", wrap=True))
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self._wrong)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(sheet)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(8), px(20), px(16))
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        width = max(px(440), sheet.sizeHint().width())
        # A wrapped label asks for more lines than it needs; the scroll area believes it.
        tall = max(sheet.minimumSizeHint().height(), column.totalHeightForWidth(width))
        wanted = tall + self._save.sizeHint().height() + px(40)
        self.resize(width, min(wanted, int(self.screen().availableGeometry().height() * 0.92)))

    def values(self) -> dict[str, str]:
        """Every field's text by name."""
        return {name: row.text().strip() for name, row in self.rows.items()}

    def day(self, name: str) -> date | None:
        """A typed date, None when left empty; Refused as read_date."""
        typed = self.rows[name].text()
        return read_date(typed, today=self._desk.today, field=name) if typed.strip() else None

    def save(self) -> None:
        """Asks the office to keep it; closes when it did."""
        self._wrong.hide()
        for row in self.rows.values():
            row.calm()
        try:
            job = self._job_of(self)
        except OfficeError as error:
            self._complain(error)
            return
        self._save.setEnabled(False)
        self._desk.do(job, on_done=self._kept, on_error=self._complain, on_settled=self._wake)

    def _kept(self, _changes: Changes) -> None:
        done = self._done if isinstance(self._done, str) else self._done()
        if done:
            self._desk.say(done)
        self.accept()

    def _wake(self) -> None:
        self._save.setEnabled(True)

    def _complain(self, error: OfficeError) -> None:
        row = self.rows.get(field_of(error) or "")
        if row is not None:
            row.complain(sentence(error))
            return
        self._wrong.setText(sentence(error))
        self._wrong.show()
