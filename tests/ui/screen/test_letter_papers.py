"""Papers of a letter in the window: Ctrl+P, the likely one first, its pages, the printer, the file, again as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMenu, QMessageBox, QPushButton

from correspondence.numbering import LetterRef
from correspondence.workflow import Step
from tests.builders import BUDI, RAHMA
from tests.templates_docx.making import text_of
from tests.ui.screen.papers_made import (
    QuickPrinting,
    a_page_each,
    full_disk,
    menu_words,
    no_libreoffice,
    page_count,
    pdf_text,
)
from ui.screen.memory import Memory
from ui.screen.paper_printer import PaperPrinter, asked_pages, keep_printer, remembered_printer
from ui.screen.paper_view import FIT_PAGE, PaperView
from ui.screen.report_pages import PdfPages

Key = Qt.Key


@pytest.fixture
def printing(tmp_path: Path) -> QuickPrinting:
    return QuickPrinting(tmp_path)


def standing_on(driver: Any, page: str, ref: LetterRef) -> None:
    driver.window.open_page(page)
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)
    driver.wait(lambda: driver.find(QLabel, "reference", page).text() == str(ref))


def ctrl_p(driver: Any) -> QMenu:
    driver.ctrl(Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def preview_of(driver: Any) -> QDialog:
    driver.wait(lambda: driver.window.findChild(QDialog, "paper_preview") is not None)
    return driver.window.findChild(QDialog, "paper_preview")


def printed(desk: Any, ref: LetterRef) -> list[str]:
    return [each.note for each in desk.journal(ref) if each.step == "printed"]


def test_ctrl_p_and_enter_show_the_likely_paper(open_office_window, office_desk, printing) -> None:
    ref = office_desk.incoming(subject="Permohonan data")
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_incoming", ref)
    menu = ctrl_p(driver)
    assert menu_words(menu) == [
        "Lembar disposisi, diisi tangan",
        "Tanda terima",
        "Surat pengantar",
        "Label ber-QR …",
    ]
    driver.qtbot.keyClick(menu, Key.Key_Return)
    preview = preview_of(driver)
    assert preview.windowTitle() == "Lembar disposisi M-2026-1"
    assert preview.findChild(QLabel, "page_count").text() == "1 halaman"
    assert printed(office_desk, ref) == [], "looked at is not printed"
    preview.reject()


@pytest.mark.parametrize("gone", [False, True])
def test_a_letter_of_ours_has_its_own_paper_first_and_what_goes_with_it_once_it_left(
    open_office_window, office_desk, printing, gone
) -> None:
    ref = office_desk.signed(kind="Surat Undangan", subject="Rapat")
    if gone:
        office_desk.step(ref, Step.GIVE_NUMBER)
        office_desk.step(ref, Step.DISPATCH)
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_outgoing", ref)
    menu = ctrl_p(driver)
    beside = ["Surat pengantar", "Tanda terima"]
    assert menu_words(menu)[:3] == ["Surat Undangan", *(beside[::-1] if gone else beside)]
    menu.close()


def test_after_a_disposition_the_sheet_is_filled_or_blank(open_office_window, office_desk, printing) -> None:
    ref = office_desk.incoming()
    office_desk.step(ref, Step.DISPOSE, by=RAHMA, to=(BUDI,), lead=BUDI)
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_incoming", ref)
    menu = ctrl_p(driver)
    assert menu_words(menu)[:2] == ["Lembar disposisi", "Lembar disposisi kosong, diisi tangan"]
    menu.actions()[1].trigger()
    menu.close()
    blank = preview_of(driver)
    assert blank._pages is not None
    blank.reject()


def test_saved_whole_into_the_folder_of_last_time_and_noted(
    open_office_window, office_desk, printing, tmp_path
) -> None:
    ref = office_desk.incoming(subject="Permohonan & <b>")
    driver = open_office_window(office_desk.office, printing=printing, folder=tmp_path / "ingatan")
    standing_on(driver, "page_incoming", ref)
    menu = ctrl_p(driver)
    menu.actions()[1].trigger()
    menu.close()
    preview = preview_of(driver)
    folder = tmp_path / "surat é"
    folder.mkdir()
    pdf, docx = preview.findChild(QPushButton, "save_paper").menu().actions()
    assert [pdf.text(), docx.text()] == ["PDF (.pdf)", "Word (.docx)"]
    docx.trigger()
    dialog = driver.window.findChild(QFileDialog, "save_dialog")
    assert dialog.selectedFiles()[0].endswith("Tanda terima M-2026-1.docx")
    dialog.filesSelected.emit([str(folder / "Tanda terima M-2026-1")])
    dialog.reject()
    driver.wait((folder / "Tanda terima M-2026-1.docx").is_file)
    assert "Permohonan & <b>" in text_of((folder / "Tanda terima M-2026-1.docx").read_bytes())
    driver.wait(lambda: printed(office_desk, ref) == ["tanda-terima"])
    pdf.trigger()
    dialogs = [each for each in driver.window.findChildren(QFileDialog, "save_dialog") if each.isVisible()]
    assert Path(dialogs[-1].directory().absolutePath()) == folder
    dialogs[-1].reject()
    preview.reject()


@pytest.mark.parametrize("trouble", ["full", "missing"])
def test_a_disk_that_takes_nothing_is_a_sentence_and_the_old_file_stays(
    open_office_window, office_desk, printing, tmp_path, trouble
) -> None:
    ref = office_desk.incoming()
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_incoming", ref)
    menu = ctrl_p(driver)
    menu.actions()[1].trigger()
    menu.close()
    preview = preview_of(driver)
    old = tmp_path / "lama.pdf"
    old.write_bytes(b"yang lama")
    where = old if trouble == "full" else tmp_path / "dicabut" / "lama.pdf"
    preview.findChild(QPushButton, "save_paper").menu().actions()[0].trigger()
    dialog = driver.window.findChild(QFileDialog, "save_dialog")
    said = driver.find(QLabel, "toast_text")
    if trouble == "full":
        with full_disk():
            dialog.filesSelected.emit([str(where)])
            driver.wait(lambda: "lama.pdf" in said.text())
    else:
        dialog.filesSelected.emit([str(where)])
        driver.wait(lambda: "dicabut" in said.text())
    dialog.reject()
    assert old.read_bytes() == b"yang lama"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    assert printed(office_desk, ref) == []
    preview.reject()


def test_again_as_it_was(open_office_window, office_desk, printing) -> None:
    ref = office_desk.outgoing(kind="Surat Dinas", subject="Lama")
    papers = printing.letter_papers(office_desk.office)
    papers.note(papers.shown("surat-dinas", ref))
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_outgoing", ref)
    menu = ctrl_p(driver)
    again = menu.actions()[-1].menu()
    assert menu.actions()[-1].text() == "Seperti cetakan sebelumnya"
    assert menu_words(again) == ["Surat Dinas · 07-10-2026 09.00 WIB"]
    again.actions()[0].trigger()
    menu.close()
    preview = preview_of(driver)
    assert preview.windowTitle() == "Surat Dinas K-2026-1"
    preview.reject()


def test_without_libreoffice_there_is_word_and_a_sentence(open_office_window, office_desk, tmp_path) -> None:
    ref = office_desk.incoming()
    printing = QuickPrinting(tmp_path, no_libreoffice)
    driver = open_office_window(office_desk.office, printing=printing)
    standing_on(driver, "page_incoming", ref)
    menu = ctrl_p(driver)
    driver.qtbot.keyClick(menu, Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(QMessageBox, "no_libreoffice") is not None)
    box = driver.window.findChild(QMessageBox, "no_libreoffice")
    assert "LibreOffice" in box.text()
    buttons = {each.text(): each for each in box.buttons()}
    assert set(buttons) == {"Buka di Word", "Simpan .docx …", "Tutup"}
    buttons["Simpan .docx …"].click()
    dialog = driver.window.findChild(QFileDialog, "save_dialog")
    dialog.filesSelected.emit([str(tmp_path / "lembar.docx")])
    dialog.reject()
    driver.wait((tmp_path / "lembar.docx").is_file)


# ------------------------------------------------------------------------------------------ pages and printer


@pytest.fixture
def pages(tmp_path: Path) -> PdfPages:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "asli.pdf"), pagesize=A4)
    for number in range(1, 41):
        canvas.drawString(100, 700, f"halaman {number}")
        canvas.showPage()
    canvas.save()
    return PdfPages((tmp_path / "asli.pdf").read_bytes())


def test_only_the_pages_in_sight_are_painted(qtbot, qapp, pages) -> None:
    from ui.screen.theme import Look

    view = PaperView(Look(qapp), pages)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.set_zoom(percent=100)
    picture = view.grab().toImage()
    middle = picture.pixelColor(350, 300)
    assert middle.lightness() > 240
    assert len(view._kept) == 1
    qtbot.keyClick(view, Key.Key_End)
    view.grab()
    assert view.page == 39
    assert len(view._kept) <= 3
    view.set_zoom(percent=400)
    for number in range(12):
        view.go_to(number)
        view.grab()
    assert view._pixels() <= 40_000_000
    view.set_zoom(fit=FIT_PAGE)
    assert view.percent < 60
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_PageDown)
    view.grab()
    assert view.page == 1
    view.hide()
    pages.close()


def test_each_kind_of_paper_remembers_its_printer(tmp_path) -> None:
    """Labels go to another printer than letters; one that was carried away is not waited for."""
    long_side = QPrinter.DuplexMode.DuplexLongSide
    keep_printer(Memory(tmp_path), "surat-dinas", "HP meja depan", long_side)
    keep_printer(Memory(tmp_path), "label 58x40", "Zebra", QPrinter.DuplexMode.DuplexNone)
    there = ["HP meja depan", "Zebra"]
    memory = Memory(tmp_path)
    assert remembered_printer(memory, "surat-dinas", there) == ("HP meja depan", long_side)
    assert remembered_printer(memory, "label 58x40", there)[0] == "Zebra"
    assert remembered_printer(memory, "tanda-terima", there)[0] == ""
    assert remembered_printer(memory, "surat-dinas", ["Zebra"])[0] == ""


def test_pages_that_were_asked_for_are_printed_whole(qtbot, driver, pages, tmp_path) -> None:
    desk = driver.window._desk
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    printer.setFromTo(2, 4)
    sent = PaperPrinter(desk, pages, "surat-pengantar", driver.window)
    with qtbot.waitSignal(sent.printed):
        sent.print_on(printer)
    content = (tmp_path / "cetak.pdf").read_bytes()
    assert page_count(content) == 3
    with_text = PdfPages(content).image(0, 72)
    dark = sum(with_text.pixelColor(x, y).lightness() < 128 for x in range(90, 200) for y in range(130, 150))
    assert dark > 20
    pages.close()


def test_the_pages_that_were_asked_for(qapp) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert asked_pages(printer, 3) == [0, 1, 2]
    printer.setPageRanges(QPageRanges.fromString("1-2,5,9"))
    assert asked_pages(printer, 7) == [0, 1, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert asked_pages(printer, 7) == [4, 1, 0]


def test_pdf_text_reads_what_the_stand_in_wrote(office_desk, tmp_path) -> None:
    """The stand-in of these tests is no empty promise: its pages say what the paper says."""
    ref = office_desk.incoming(subject="Sangat khusus")
    shown = QuickPrinting(tmp_path, a_page_each).letter_papers(office_desk.office).shown("tanda-terima", ref)
    assert shown.pdf is not None
    assert "Sangat khusus" in pdf_text(shown.pdf)
