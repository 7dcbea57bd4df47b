"""Importing a list of the office from a file: what it is doing, how many came, which rows did not and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from correspondence.changes import Changes
from correspondence.errors import OfficeError
from correspondence.office import Office
from correspondence.services import importing
from correspondence.sheets import ImportOutcome, RejectedRow
from ui import formats
from ui.background import Task
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.files import ask_for_table
from ui.screen.plain import plain_label, push_button
from ui.screen.settings_rows import ListCard, Row
from ui.sheets import read_table
from ui.texts import _, n_

_VERBS: Mapping[str, Callable[..., ImportOutcome]] = {
    "codes": importing.import_codes,
    "holidays": importing.import_holidays,
}


class ListImport(QWidget):
    """A line below a list: a bar while a file is read, then the result. `done` is sent when something came in."""

    done = Signal()

    def __init__(self, desk: Desk, section: QWidget, what: str, title: str) -> None:
        super().__init__(section)
        self.setObjectName(f"import_{what}_line")
        self._desk = desk
        self._verb = _VERBS[what]
        self._title = title
        self._task: Task | None = None
        self._rejected: tuple[RejectedRow, ...] = ()
        self._bar = QProgressBar()
        self._bar.setObjectName(f"import_{what}_bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._text = plain_label("", wrap=True)
        self._text.setObjectName(f"import_{what}_text")
        self._stop = push_button(_("Hentikan"), "quiet", name=f"import_{what}_stop")
        self._why = push_button(_("Lihat baris yang ditolak"), name=f"import_{what}_why")
        self._stop.clicked.connect(self.stop)
        self._why.clicked.connect(self.show_rejected)
        row = QHBoxLayout()
        row.setSpacing(desk.look.px(8))
        row.addWidget(self._text, 1)
        row.addWidget(self._why)
        row.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.look.px(4))
        layout.addWidget(self._bar)
        layout.addLayout(row)
        self._show(busy=False, text="")

    def choose(self) -> None:
        """Asks for a file and reads it."""
        ask_for_table(self, self.read)

    def read(self, path: Path) -> None:
        """Reads and imports `path` on the worker."""
        verb = self._verb
        self._show(busy=True, text=_("Membaca {file} …").format(file=path.name))

        def job(office: Office, progress: Callable[[int, int], bool]) -> ImportOutcome | None:
            rows = read_table(path)
            # The last moment to turn back: what follows is one transaction.
            return verb(office, rows=rows) if progress(0, len(rows.rows)) else None

        self._task = self._desk.background.run_long(
            job, on_done=self._finish, on_progress=self._advance, on_error=self._fail, owner=self
        )

    def stop(self) -> None:
        """Nothing is imported when it can still be helped."""
        if self._task is not None:
            self._task.cancel()
            self._text.setText(_("Menghentikan …"))

    def show_rejected(self) -> None:
        """Every row that did not come, with its number and the reason."""
        box = QDialog(self)
        box.setObjectName("rejected_dialog")
        box.setWindowTitle(_("Baris yang ditolak"))
        rows = ListCard(
            self._desk.look,
            "rejected_view",
            _("Baris yang ditolak"),
            (_("Baris"), _("Sebab")),
            empty="",
            wide=1,
        )
        rows.show_rows(
            [
                Row(each.row, (str(each.row), " ".join(sentence(why) for why in each.reasons)))
                for each in self._rejected
            ]
        )
        close = push_button(_("Tutup"), "primary")
        close.clicked.connect(box.accept)
        layout = QVBoxLayout(box)
        layout.addWidget(rows, 1)
        layout.addWidget(close)
        box.resize(self._desk.look.px(640), self._desk.look.px(400))
        box.open()

    def _advance(self, _done: int, total: int) -> None:
        self._text.setText(n_("Mengimpor {count} baris …", total).format(count=formats.number(total)))

    def _finish(self, outcome: ImportOutcome | None) -> None:
        if outcome is None:
            self._show(busy=False, text=_("Dihentikan; tidak ada yang diimpor."))
            return
        self._rejected = outcome.rejected
        parts = [n_("{count} baris diimpor", outcome.imported).format(count=formats.number(outcome.imported))]
        if outcome.skipped:
            parts.append(_("{count} sudah ada").format(count=formats.number(outcome.skipped)))
        if outcome.rejected:
            parts.append(_("{count} ditolak").format(count=formats.number(len(outcome.rejected))))
        self._show(busy=False, text=f"{self._title}: {', '.join(parts)}.")
        self.done.emit()
        if outcome.changes != Changes():
            self._desk.changed.emit(outcome.changes)

    def _fail(self, error: OfficeError) -> None:
        self._rejected = ()
        self._show(busy=False, text=sentence(error))

    def _show(self, *, busy: bool, text: str) -> None:
        if busy:
            self._rejected = ()
        else:
            self._task = None
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._why.setVisible(bool(self._rejected))
        self._text.setText(text)
        self.setVisible(bool(text))
