"""A book of any period on paper: agenda masuk, agenda keluar, ekspedisi, kartu kendali; seen, printed, or as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from correspondence.book_ports import BookKind
from correspondence.dates import Month
from correspondence.errors import OfficeError, Refused
from correspondence.office import Office
from ui import formats
from ui.background import Progress
from ui.screen.desk import Desk
from ui.screen.form_fields import Choice, Field, TypedDate, refuse_beside
from ui.screen.paper_work import PaperWork
from ui.screen.pdf_paper import show_pdf
from ui.screen.plain import plain_label, push_button
from ui.screen.saving import WORDS, ask_for_file, say_saved
from ui.texts import _, mark

BOOK_WORDS = {
    BookKind.INCOMING: mark("Buku agenda surat masuk"),
    BookKind.OUTGOING: mark("Buku agenda surat keluar"),
    BookKind.DISPATCH: mark("Buku ekspedisi"),
    BookKind.CONTROL: mark("Kartu kendali"),
}
_SHEETS = (("", mark("Sesuai pengaturan kantor")), ("a4", "A4"), ("f4", mark("F4 (21,5 × 33 cm)")))
_REMEMBERED = "books"
Period = tuple[date, date]


class Books(Protocol):
    """What this asks of the office's books."""

    def book(
        self,
        kind: BookKind,
        first: date,
        last: date,
        out: Path,
        *,
        sheet: str,
        progress: Progress,
    ) -> object: ...


class BookPrinting(Protocol):
    def books(self, office: Office) -> Books: ...


class BookDialog(QDialog):
    """`kind` is the book one comes from; the period is this month's until something else is typed."""

    def __init__(self, desk: Desk, kind: BookKind, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("book_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Cetak buku"))
        self._desk = desk
        self._work = PaperWork(desk, self)
        self.kind = Choice([(_(word), each) for each, word in BOOK_WORDS.items()])
        self.first = TypedDate(lambda: desk.today)
        self.last = TypedDate(lambda: desk.today)
        self.sheet = Choice([(_(word), code) for code, word in _SHEETS])
        self._fields = {
            each.name: each
            for each in (
                Field("book_kind", _("Buku"), self.kind),
                Field("first", _("Dari tanggal"), self.first),
                Field("last", _("Sampai tanggal"), self.last),
                Field("sheet", _("Kertas"), self.sheet),
            )
        }
        self._lay_out()
        self.kind.choose(kind)
        self.sheet.choose(desk.memory.recall(_REMEMBERED).get("sheet", ""))
        self.choose_period(this_month(desk.today))
        self.first.setFocus()
        self.first.selectAll()

    def choose_period(self, period: Period) -> None:
        """Puts a period into both fields."""
        self.first.show_day(period[0])
        self.last.show_day(period[1])

    def preview(self) -> None:
        """Makes the PDF and shows it, a page at a time."""
        asked = self._asked()
        if asked is None:
            return
        kind, first, last = asked

        def job(office: Office, go_on: Progress) -> bytes:
            with tempfile.TemporaryDirectory(prefix="warkat-") as folder:
                out = Path(folder) / "buku.pdf"
                self._printing.books(office).book(kind, first, last, out, sheet=sheet, progress=go_on)
                return out.read_bytes()

        sheet, title = str(self.sheet.value() or ""), self._title(asked)
        self._run(job, lambda content: self._show(content, title))

    def ask_and_save(self, ending: str) -> None:
        """Asks where the book goes and writes it there, whole or not at all."""
        asked = self._asked()
        if asked is not None:
            ask_for_file(self._desk, self, f"{self._title(asked)}.{ending}", self.save)

    def save(self, path: Path) -> None:
        """Writes the book as `path`: .pdf or .xlsx."""
        asked = self._asked()
        if asked is None:
            return
        kind, first, last = asked
        sheet = str(self.sheet.value() or "")

        def job(office: Office, go_on: Progress) -> Path:
            self._printing.books(office).book(kind, first, last, path, sheet=sheet, progress=go_on)
            return path

        self._run(job, self._saved)

    @property
    def _printing(self) -> BookPrinting:
        return cast("BookPrinting", self._desk.printing)

    def _run(self, job: Callable[[Office, Progress], object], done: Callable[..., object]) -> None:
        memory = self._desk.memory
        memory.keep(_REMEMBERED, {"sheet": self.sheet.value() or ""})
        self._work.run(job, done, said=_("Menyusun buku …"), on_error=self._refuse)

    def _show(self, content: bytes, title: str) -> None:
        show_pdf(self._desk, self, title, content, paper=f"buku {self.kind.value()}")

    def _saved(self, path: Path) -> None:
        say_saved(self._desk, path)
        self.accept()

    def _asked(self) -> tuple[BookKind, date, date] | None:
        """What is asked for; None when a day cannot be read, which is said beside it."""
        self._wrong.hide()
        for field in self._fields.values():
            field.calm()
        try:
            first, last = self.first.day(), self.last.day()
            if first is None or last is None:
                empty = self._fields["first" if first is None else "last"]
                empty.refuse(_("Tanggal belum diisi."))
                empty.editor.setFocus()
                return None
            if first > last:
                raise Refused("period_backwards", "last", {"first": first, "last": last})
        except OfficeError as error:
            self._refuse(error)
            return None
        return BookKind(str(self.kind.value())), first, last

    def _refuse(self, error: OfficeError) -> None:
        refuse_beside(self._fields, self._wrong, error)

    def _title(self, asked: tuple[BookKind, date, date]) -> str:
        kind, first, last = asked
        whole = Month.of(first)
        period = formats.month(whole) if (whole.first, whole.last) == (first, last) else ""
        if (first, last) == this_year(first):
            period = str(first.year)
        return (
            f"{_(BOOK_WORDS[kind])} {period or f'{formats.short_day(first)} s.d. {formats.short_day(last)}'}"
        )

    def _lay_out(self) -> None:
        px = self._desk.look.px
        presets = QHBoxLayout()
        presets.setSpacing(px(8))
        for word, name, period in (
            (_("Bulan ini"), "this_month", this_month),
            (_("Bulan lalu"), "last_month", last_month),
            (_("Tahun ini"), "this_year", this_year),
        ):
            button = push_button(word, "filter", name=f"period_{name}")
            button.clicked.connect(
                lambda _on=False, period=period: self.choose_period(period(self._desk.today))
            )
            presets.addWidget(button)
        presets.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(plain_label(_("Cetak buku"), "heading"))
        column.addWidget(self._fields["book_kind"])
        column.addLayout(presets)
        for name in ("first", "last", "sheet"):
            column.addWidget(self._fields[name])
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        column.addStretch()
        column.addLayout(self._buttons())
        self.resize(px(520), px(420))

    def _buttons(self) -> QHBoxLayout:
        cancel = push_button(_("Batal", "button"), name="reject", keys="Esc")
        cancel.clicked.connect(self.reject)
        save = QPushButton(_("Simpan …"))
        save.setObjectName("save_book")
        menu = QMenu(save)
        for ending in ("pdf", "xlsx"):
            menu.addAction(WORDS[ending]).triggered.connect(lambda _on=False, e=ending: self.ask_and_save(e))
        save.setMenu(menu)
        look = push_button(_("Lihat buku"), "primary", name="accept", keys="Ctrl+S")
        look.setShortcut("Ctrl+S")
        look.setDefault(True)
        look.clicked.connect(self.preview)
        row = QHBoxLayout()
        row.addStretch()
        for button in (cancel, save, look):
            row.addWidget(button)
        return row


def this_month(today: date) -> Period:
    month = Month.of(today)
    return month.first, month.last


def last_month(today: date) -> Period:
    month = Month.of(today).previous()
    return month.first, month.last


def this_year(today: date) -> Period:
    return date(today.year, 1, 1), date(today.year, 12, 31)
