"""The report as paper from the window: looked at, saved, printed, stopped; and without LibreOffice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QPushButton,
)

from correspondence.dates import Month
from correspondence.errors import Unavailable
from correspondence.office import Office
from tests.ui.screen.test_reports_page import OCTOBER, page, real
from ui.screen.paper_view import PaperView
from ui.screen.reports_page import ReportsPage
from ui.screen.warming import LibreOfficeWarming
from ui.written_papers import WrittenReport, plain_note

__all__ = ["page", "real"]


def two_pages(path: Path) -> Path:
    """A PDF of two A4 pages that says page one and page two in words."""
    from reportlab.lib.pagesizes import A4  # only this test makes a PDF
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    for word in ("halaman satu", "halaman dua"):
        canvas.drawString(100, 700, word)
        canvas.showPage()
    canvas.save()
    return path


Cancelled = Callable[[], bool]


class PaperOffice:
    """Stands for the desk's printing: writes a PDF of two pages. `plain`: there is no LibreOffice; `broken`: it fails."""

    def __init__(self, *, plain: bool = False, broken: bool = False) -> None:
        self.plain = plain
        self.broken = broken
        self.asked: list[tuple[object, str, str]] = []

    def monthly_report(
        self, office: Office, month: Month, unit: str, out: Path, *, cancelled: Cancelled
    ) -> WrittenReport:
        self.asked.append((month, unit, out.suffix))
        if out.suffix == ".pdf" and self.broken:
            raise Unavailable("libreoffice_failed", {"said": "x"})
        return WrittenReport(two_pages(out), plain=self.plain and out.suffix == ".pdf")

    def yearly_report(
        self, office: Office, year: int, unit: str, out: Path, *, cancelled: Cancelled
    ) -> WrittenReport:
        self.asked.append((year, unit, out.suffix))
        return WrittenReport(two_pages(out), plain=self.plain and out.suffix == ".pdf")


def test_the_paper_is_shown_page_by_page(qtbot, real) -> None:
    real.desk.printing = PaperOffice()
    page = real.show(ReportsPage(real.desk))
    page.key_actions()["Ctrl+P"]()
    real.settle()
    preview = page.findChild(QDialog, "paper_preview")
    assert preview.shown == 2
    assert preview.findChild(QLabel, "paper_note") is None, "the template's own paper needs no excuse"
    assert preview.findChild(QLabel, "page_count").text() == "halaman 1 dari 2"
    preview.findChild(PaperView).set_zoom(percent=100)
    preview.zoom_by(1)
    assert preview.findChild(QPushButton, "zoom").text() == "125 % ▾"
    assert real.desk.printing.asked == [(OCTOBER, "", ".pdf")]
    preview.reject()


def test_without_libreoffice_the_paper_is_shown_and_its_form_is_said(qtbot, real, tmp_path) -> None:
    real.desk.printing = PaperOffice(plain=True)
    page = real.show(ReportsPage(real.desk))
    page.key_actions()["Ctrl+P"]()
    real.settle()
    preview = page.findChild(QDialog, "paper_preview")
    assert preview.shown == 2
    note = preview.findChild(QLabel, "paper_note").text()
    assert note == plain_note()
    assert "LibreOffice" in note
    preview.reject()
    for name, said in (
        ("laporan.pdf", f"Tersimpan: laporan.pdf. {note}"),
        ("laporan.docx", "Tersimpan: laporan.docx"),
    ):
        page._paper.save(tmp_path / name)
        real.settle()
        assert real.said[-1].text == said


def test_where_libreoffice_fails_it_says_so_and_offers_the_word_file(qtbot, real, tmp_path) -> None:
    real.desk.printing = PaperOffice(broken=True)
    page = real.show(ReportsPage(real.desk))
    page.key_actions()["Ctrl+P"]()
    real.settle()
    box = page.findChild(QMessageBox, "no_libreoffice")
    assert "LibreOffice" in box.text()
    assert "Word" in box.text()
    box.reject()
    page._paper.save(tmp_path / "laporan.docx")
    real.settle()
    assert (tmp_path / "laporan.docx").exists()
    assert real.said[-1].text == "Tersimpan: laporan.docx"


def test_without_a_typing_pool_no_button_promises_paper(page) -> None:
    assert not page.findChild(QPushButton, "look_at_paper").isEnabled()


class SlowPaperOffice(PaperOffice):
    """Works until it is told to stop, as LibreOffice may."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()

    def monthly_report(
        self, office: Office, month: Month, unit: str, out: Path, *, cancelled: Cancelled
    ) -> WrittenReport:
        self.begun.set()
        for _look in range(1000):
            if cancelled():
                raise Unavailable("libreoffice_cancelled")
            threading.Event().wait(0.01)
        raise AssertionError("nobody stopped it")


def test_a_paper_that_takes_long_is_stopped_and_not_shown(qtbot, real) -> None:
    real.desk.printing = SlowPaperOffice()
    page = real.show(ReportsPage(real.desk))
    page._paper.preview()
    qtbot.waitUntil(real.desk.printing.begun.is_set)
    page.findChild(QProgressDialog, "paper_busy").canceled.emit()
    real.settle()
    assert page.findChild(QDialog, "paper_preview") is None
    assert [each.text for each in real.said] == ["Dibatalkan."]
    real.desk.printing = PaperOffice()
    page._paper.preview()
    real.settle()
    assert page.findChild(QDialog, "paper_preview").shown == 2
    page.findChild(QDialog, "paper_preview").reject()


class Warm:
    """Stands for a start of LibreOffice that takes its time."""

    def __init__(self) -> None:
        self.begun = 0
        self.stopped = False
        self.over = False

    def warm(self) -> Warm:
        self.begun += 1
        return self

    @property
    def settled(self) -> bool:
        return self.over

    def stop(self) -> None:
        self.stopped = True


def test_libreoffice_is_warmed_once_and_ended_with_the_window(qtbot, real) -> None:
    printing = real.desk.printing = Warm()
    for _time in range(2):
        real.show(ReportsPage(real.desk))
    assert printing.begun == 1
    warming = real.desk.findChild(LibreOfficeWarming)
    assert not warming.over
    warming.stop()
    assert printing.stopped


def test_a_warm_start_that_is_over_is_let_go(qtbot, real) -> None:
    printing = real.desk.printing = Warm()
    real.show(ReportsPage(real.desk))
    printing.over = True
    warming = real.desk.findChild(LibreOfficeWarming)
    qtbot.waitUntil(lambda: warming.over)
    assert not printing.stopped


def test_the_books_are_asked_for_from_here_too(real) -> None:
    real.desk.printing = PaperOffice()
    page = real.show(ReportsPage(real.desk))
    page.findChild(QPushButton, "print_book").click()
    dialog = page.findChild(QDialog, "book_dialog")
    assert dialog.isVisible()
    dialog.reject()
