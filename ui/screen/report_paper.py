"""A report on its way to paper: made on the worker, looked at, printed, saved."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressDialog, QPushButton, QWidget

from correspondence.book_ports import BookKind
from correspondence.dates import Month
from correspondence.errors import OfficeError, Unavailable
from correspondence.office import Office
from ui.background import Progress, Task
from ui.failures import sentence
from ui.screen.desk import Desk
from ui.screen.paper_preview import PaperPreview
from ui.screen.plain import plain_label, push_button, question
from ui.screen.report_pages import PdfPages
from ui.screen.report_period import Period
from ui.screen.saving import WORDS, ask_for_file, say_saved
from ui.screen.warming import warm_libreoffice
from ui.texts import _
from ui.written_papers import WrittenReport, plain_note

T = TypeVar("T")
Wanted = tuple[Period, str]
"""The period and the unit's name, "" for the whole office."""


class ReportPrinting(Protocol):
    """What a report asks of the typing pool; the ending of `out` says which kind of file.

    `cancelled` is asked while it works: a PDF may take its minute, and the register waits behind it.
    """

    def monthly_report(
        self, office: Office, month: Month, unit: str, out: Path, *, cancelled: Callable[[], bool]
    ) -> WrittenReport: ...

    def yearly_report(
        self, office: Office, year: int, unit: str, out: Path, *, cancelled: Callable[[], bool]
    ) -> WrittenReport: ...


class ReportPaper(QObject):
    """The buttons of the page and what they do."""

    def __init__(self, desk: Desk, page: QWidget, asked: Callable[[], Wanted]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._asked = asked
        self._task: Task | None = None
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(8))
        self._look = push_button(_("Lihat kertas"), "primary", name="look_at_paper", keys="Ctrl+P")
        self._look.clicked.connect(self.preview)
        book = push_button(_("Cetak buku …"), "quiet", name="print_book")
        book.clicked.connect(self.open_book)
        row.addWidget(book)
        row.addWidget(self.save_button())
        row.addWidget(self._look)
        self.buttons.setEnabled(desk.printing is not None)
        warm_libreoffice(desk)
        self._busy = QProgressDialog(page)
        self._busy.setObjectName("paper_busy")
        self._busy.setLabel(plain_label(_("Menyusun kertas …")))
        self._busy.setCancelButtonText(_("Batal", "button"))
        self._busy.setRange(0, 0)
        self._busy.setMinimumDuration(400)
        self._busy.setWindowModality(Qt.WindowModality.WindowModal)
        self._busy.canceled.connect(self.stop)
        self._busy.reset()

    def save_button(self) -> QPushButton:
        """Simpan, with a line for each kind of file."""
        button = push_button(_("Simpan …"), name="save_report")
        menu = QMenu(button)
        for ending, word in WORDS.items():
            menu.addAction(word).triggered.connect(lambda _on=False, e=ending: self.ask_and_save(e))
        button.setMenu(menu)
        return button

    def open_book(self) -> None:
        """The books of any period."""
        # Wanted when a book is printed, not when a month is counted.
        from ui.screen.book_dialog import BookDialog

        BookDialog(self._desk, BookKind.INCOMING, self._page).open()

    def preview(self) -> None:
        """Makes the PDF and shows its pages; where LibreOffice fails says so and offers the Word file."""
        printing = self._printing
        if printing is None or self._task is not None:
            return
        asked = self._asked()

        def job(office: Office, go_on: Progress) -> tuple[bytes, bool]:
            with tempfile.TemporaryDirectory(prefix="warkat-") as folder:
                out = Path(folder) / "laporan.pdf"
                written = _write(printing, office, asked, out, go_on)
                return written.file.read_bytes(), written.plain

        self._work(job, lambda made: self._show(*made, asked[0]))

    def ask_and_save(self, ending: str) -> None:
        """Asks where the report goes and writes it there."""
        period, unit = self._asked()
        parts = [_("Rekap tahunan") if period.yearly else _("Laporan bulanan"), period.label, unit]
        name = " ".join(each for each in parts if each) + f".{ending}"
        ask_for_file(self._desk, self._page, name, self.save)

    def save(self, path: Path) -> None:
        """Writes the report as `path`; its ending says which kind of file."""
        printing = self._printing
        if printing is None or self._task is not None:
            return
        asked = self._asked()
        self._work(lambda office, go_on: _write(printing, office, asked, path, go_on), self._saved)

    def stop(self) -> None:
        """Nobody waits for the paper any more; LibreOffice is stopped."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._desk.say(_("Dibatalkan."))

    @property
    def _printing(self) -> ReportPrinting | None:
        # The desk's printing is one object; each page names the part of it that it uses.
        return cast("ReportPrinting | None", self._desk.printing)

    def _work(self, job: Callable[[Office, Progress], T], on_done: Callable[[T], None]) -> None:
        """One paper at a time, with a bar that can be cancelled when it takes longer than a moment."""
        started: list[Task] = []

        def current() -> bool:
            # A paper that was given up must not take away the bar of the next one, nor be shown.
            return self._task is not None and self._task in started

        def settled() -> None:
            if current():
                self._task = None
                self._busy.reset()

        self._busy.setValue(0)
        task = self._desk.background.run_long(
            job,
            on_done=lambda result: on_done(result) if current() else None,
            on_progress=lambda _done, _total: None,
            on_error=lambda error: self._fail(error) if current() else None,
            on_settled=settled,
            owner=self,
        )
        started.append(task)
        self._task = task

    def _fail(self, error: OfficeError) -> None:
        """What is missing, and what can be had without it."""
        missing = isinstance(error, Unavailable) and error.reason.startswith("libreoffice")
        if not missing:
            self._desk.say_wrong(error)
            return
        box = question(
            self._page,
            _("Kertas belum dapat diperlihatkan"),
            sentence(error)
            + "\n\n"
            + _("Laporan tetap dapat disimpan sebagai berkas Word dan dicetak dari sana."),
            _("Simpan .docx"),
            _("Tutup"),
        )
        box.setObjectName("no_libreoffice")
        box.accepted.connect(lambda: self.ask_and_save("docx"))
        box.open()

    def _show(self, content: bytes, plain: bool, period: Period) -> None:
        title = _("Rekap tahunan {period}") if period.yearly else _("Laporan bulanan {period}")
        pages = PdfPages(content)
        PaperPreview(
            self._desk,
            title.format(period=period.label),
            pages,
            self.save_button(),
            self._page,
            paper="rekap tahunan" if period.yearly else "laporan bulanan",
            note=plain_note() if plain else "",
        ).open()

    def _saved(self, written: WrittenReport) -> None:
        say_saved(self._desk, written.file, plain_note() if written.plain else "")


def _write(
    printing: ReportPrinting, office: Office, asked: Wanted, out: Path, go_on: Progress
) -> WrittenReport:
    period, unit = asked

    def cancelled() -> bool:
        return not go_on(0, 0)

    if period.yearly:
        return printing.yearly_report(office, period.month.year, unit, out, cancelled=cancelled)
    return printing.monthly_report(office, period.month, unit, out, cancelled=cancelled)
