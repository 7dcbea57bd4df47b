"""What lists print: ticks, batches, labels, books; and a reference scanned into the search that opens its letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from tests.templates_docx.making import text_of
from tests.ui.screen.papers_made import (
    QuickPrinting,
    a_page_each,
    full_disk,
    menu_words,
    no_libreoffice,
    page_count,
)
from ui.screen.book_dialog import BookDialog
from ui.screen.label_dialog import LabelDialog
from ui.screen.letters_ticks import MOST
from ui.screen.paper_preview import PaperPreview

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def refs(office_desk) -> list[LetterRef]:
    subjects = [*(f"Perihal {number}" for number in range(1, 12)), "Undangan musrenbang"]
    return [office_desk.incoming(subject=each) for each in subjects]


@pytest.fixture
def driver(open_office_window, office_desk, refs, tmp_path: Path) -> Any:
    return open_office_window(
        office_desk.office, printing=QuickPrinting(tmp_path), folder=tmp_path / "ingatan"
    )


def incoming(driver: Any) -> QTableView:
    driver.window.open_page("page_incoming")
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)
    driver.wait(lambda: driver.rows() == 12)
    view = driver.find(QTableView, "letters_view", "page_incoming")
    view.setFocus()
    driver.key(Key.Key_Home)
    return view


def ticked(driver: Any) -> str:
    label = driver.find(QLabel, "ticked", "page_incoming")
    return label.text() if label.isVisible() else ""


def modal(kind: type) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def preview_of(driver: Any) -> PaperPreview:
    driver.wait(lambda: driver.window.findChild(PaperPreview) is not None)
    return driver.window.findChild(PaperPreview)


# ---------------------------------------------------------------------------------------------------- ticks


def test_rows_are_ticked_by_keys_and_stay_ticked_in_another_order(driver) -> None:
    view = incoming(driver)
    driver.key(Key.Key_Space)
    assert ticked(driver) == "1 surat dicentang"
    for _step in range(3):
        driver.key(Key.Key_Down)
    driver.key(Key.Key_Space, SHIFT)
    assert ticked(driver) == "4 surat dicentang"
    driver.key(Key.Key_Space)
    assert ticked(driver) == "3 surat dicentang"
    before = list(view.model().ticks.ids)
    driver.window.read_again()
    driver.find(QLineEdit, "search", "page_incoming").setText("musrenbang")
    driver.wait(lambda: driver.rows() == 1)
    assert list(view.model().ticks.ids) == before
    view.setFocus()
    driver.key(Key.Key_Escape)
    assert ticked(driver) == ""


def test_all_of_a_list_are_ticked_and_none_again(driver) -> None:
    incoming(driver)
    driver.ctrl(Key.Key_A)
    assert ticked(driver) == "12 surat dicentang"
    driver.ctrl(Key.Key_A)
    assert ticked(driver) == ""
    assert MOST >= 200


def test_a_click_in_the_box_ticks_and_elsewhere_does_not(driver) -> None:
    view = incoming(driver)
    header = view.horizontalHeader()
    assert header.visualIndex(6) == 0
    y = view.rowViewportPosition(2) + 10
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_at(view, 6, y))
    assert ticked(driver) == "1 surat dicentang"
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_at(view, 2, y))
    assert ticked(driver) == "1 surat dicentang"


def _at(view: QTableView, column: int, y: int) -> Any:
    from PySide6.QtCore import QPoint

    return QPoint(view.columnViewportPosition(column) + 8, y)


# ---------------------------------------------------------------------------------------------------- batch


def batch_of(driver: Any, papers: int = 0) -> QDialog:
    """Ctrl+A, Ctrl+P, the paper of the menu; until what came of it is shown."""
    incoming(driver)
    driver.ctrl(Key.Key_A)
    driver.ctrl(Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu_words(menu) == ["Lembar disposisi", "Tanda terima", "Surat pengantar", "Label ber-QR …"]
    for _step in range(papers):
        driver.qtbot.keyClick(menu, Key.Key_Down)
    driver.qtbot.keyClick(menu, Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(QDialog, "batch_dialog") is not None)
    return driver.window.findChild(QDialog, "batch_dialog")


def test_ticked_letters_become_one_paper_in_their_order(driver, office_desk, refs) -> None:
    dialog = batch_of(driver, papers=1)
    assert dialog.windowTitle() == "12 surat disusun"
    dialog.findChild(QPushButton, "look").click()
    preview = preview_of(driver)
    assert preview.windowTitle() == "Tanda terima (12)"
    assert preview.shown == 12
    assert all(each.step != "printed" for ref in refs for each in office_desk.journal(ref))
    preview.printed.emit()
    driver.wait(lambda: all("printed" in [e.step for e in office_desk.journal(ref)] for ref in refs))
    preview.reject()


def test_or_a_file_each_in_a_folder_that_is_remembered(driver, tmp_path) -> None:
    folder = tmp_path / "surat é"
    folder.mkdir()
    dialog = batch_of(driver)
    dialog.findChild(QPushButton, "save_each").click()
    chooser = driver.window.findChild(QFileDialog, "folder_dialog")
    chooser.filesSelected.emit([str(folder)])
    chooser.reject()
    driver.wait(lambda: len(list(folder.glob("*.pdf"))) == 12)
    assert (folder / "Lembar disposisi M-2026-7.pdf").is_file()


def test_what_cannot_be_written_is_listed_and_the_rest_is_there(
    open_office_window, office_desk, tmp_path
) -> None:
    for number in range(3):
        office_desk.outgoing(kind="Surat Dinas", subject=f"s{number}")
    office_desk.outgoing(kind="Surat Pengantar", subject="pengantar")
    from correspondence.services.keeping import add_kind

    add_kind(office_desk.office, name="Surat Kuasa")
    none = office_desk.outgoing(kind="Surat Kuasa", subject="kuasa")
    driver = open_office_window(office_desk.office, printing=QuickPrinting(tmp_path, no_libreoffice))
    driver.window.open_page("page_outgoing")
    driver.window.activateWindow()
    driver.wait(lambda: driver.window.isActiveWindow() and driver.rows("page_outgoing") == 5)
    driver.find(QTableView, "letters_view", "page_outgoing").setFocus()
    driver.ctrl(Key.Key_A)
    driver.ctrl(Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert menu_words(menu)[0] == "Naskah menurut jenisnya"
    driver.qtbot.keyClick(menu, Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(QDialog, "batch_dialog") is not None)
    dialog = driver.window.findChild(QDialog, "batch_dialog")
    assert dialog.windowTitle() == "4 surat disusun · 1 tidak dapat disusun"
    assert dialog.findChild(QPlainTextEdit, "refused_papers").toPlainText().startswith(f"{none}: ")
    assert dialog.findChild(QPushButton, "look") is None
    assert any("LibreOffice" in each.text() for each in dialog.findChildren(QLabel))
    dialog.save_into(tmp_path / "word")
    driver.wait(lambda: len(list((tmp_path / "word").glob("*.docx"))) == 4)
    assert "s1" in text_of((tmp_path / "word" / "Naskah K-2026-2.docx").read_bytes())


def test_a_batch_is_called_off_at_its_bar(open_office_window, office_desk, refs, tmp_path) -> None:
    def slow(papers: Any) -> list[bytes]:
        raise Unavailable("libreoffice_cancelled")

    driver = open_office_window(office_desk.office, printing=QuickPrinting(tmp_path, slow))
    incoming(driver)
    driver.ctrl(Key.Key_A)
    driver.ctrl(Key.Key_P)
    driver.qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    page = driver.window.page
    batch = page._list._printing._batch
    batch._work.stop()
    driver.wait(lambda: driver.find(QLabel, "toast_text").text() == "Dibatalkan.")
    assert driver.window.findChild(QDialog, "batch_dialog") is None


# --------------------------------------------------------------------------------------------------- labels


def test_labels_begin_where_the_sheet_is_still_white(driver) -> None:
    incoming(driver)
    driver.ctrl(Key.Key_A)
    driver.find(QPushButton, "label_ticked", "page_incoming").click()
    driver.wait(lambda: isinstance(QApplication.activeModalWidget(), LabelDialog))
    dialog = modal(LabelDialog)
    assert dialog.layout_chosen.code == "3x7"
    dialog.start.setValue(15)
    dialog.submit()
    preview = preview_of(driver)
    assert preview.shown == 2, "seven on the begun sheet, five on the next"
    preview.printed.emit()
    preview.reject()
    driver.window.activateWindow()
    driver.find(QPushButton, "label_ticked", "page_incoming").click()
    driver.wait(lambda: isinstance(QApplication.activeModalWidget(), LabelDialog))
    again = modal(LabelDialog)
    assert again.start.value() == 6, (
        "twelve labels from the fifteenth place end with the fifth of the next sheet"
    )
    again.sheet.choose("58x40")
    assert not again.start.isVisible()
    assert again.start.value() == 1
    again.reject()


# ---------------------------------------------------------------------------------------------------- books


def book_dialog(driver: Any) -> BookDialog:
    incoming(driver)
    menu = driver.find(QPushButton, "print_book", "page_incoming").menu()
    assert menu_words(menu) == ["Buku agenda surat masuk …", "Kartu kendali …"]
    menu.actions()[0].trigger()
    return modal(BookDialog)


def test_a_book_of_any_period_is_shown_and_saved(driver, tmp_path) -> None:
    dialog = book_dialog(driver)
    assert (dialog.first.text(), dialog.last.text()) == ("1 Oktober 2026", "31 Oktober 2026")
    dialog.preview()
    preview = preview_of(driver)
    assert preview.windowTitle() == "Buku agenda surat masuk Oktober 2026"
    assert preview.shown >= 1
    preview.reject()
    dialog.findChild(QPushButton, "period_this_year").click()
    dialog.first.setText("5/10/26")
    dialog.save(tmp_path / "agenda.xlsx")
    driver.wait((tmp_path / "agenda.xlsx").is_file)
    book = openpyxl.load_workbook(tmp_path / "agenda.xlsx")
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    book.close()
    assert "Undangan musrenbang" in cells


def test_a_period_that_is_none_is_said_beside_its_field(driver) -> None:
    dialog = book_dialog(driver)
    for first, last, foot, said in (
        ("2/10/26", "1/10/26", "last_foot", "terbalik"),
        ("", "1/10/26", "first_foot", "belum diisi"),
        ("kapan", "1/10/26", "first_foot", "kapan"),
    ):
        dialog.first.setText(first)
        dialog.last.setText(last)
        dialog.preview()
        assert said in dialog.findChild(QLabel, foot).text()
    dialog.reject()


def test_a_book_on_a_full_disk_leaves_the_old_one(driver, tmp_path) -> None:
    dialog = book_dialog(driver)
    old = tmp_path / "agenda.pdf"
    old.write_bytes(b"yang lama")
    with full_disk():
        dialog.save(old)
        driver.wait(lambda: any("agenda.pdf" in each.text() for each in dialog.findChildren(QLabel)))
    assert old.read_bytes() == b"yang lama"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    dialog.save(old)
    driver.wait(lambda: old.read_bytes()[:4] == b"%PDF")
    assert page_count(old.read_bytes()) == 1


# --------------------------------------------------------------------------------------------------- search


def test_a_scanned_reference_opens_its_letter_in_either_book(driver, office_desk) -> None:
    """As a hand scanner types: the characters and Enter, without a pause."""
    out = office_desk.outgoing(subject="Jawaban")
    incoming(driver)
    driver.ctrl(Key.Key_F)
    driver.type("M-2026-3")
    driver.key(Key.Key_Return)
    driver.wait(lambda: driver.find(QLabel, "reference", "page_incoming").text() == "M-2026-3")
    assert driver.find(QLineEdit, "search", "page_incoming").text() == ""
    # The next label is scanned at once: the focus is in the list now, and typing there is searching.
    for each in str(out).lower():
        driver.type(each)  # each to where the focus is by then, as a keyboard's
    driver.key(Key.Key_Return)
    driver.wait(lambda: driver.page() == "page_outgoing")
    driver.wait(lambda: driver.find(QLabel, "reference", "page_outgoing").text() == str(out))


def test_a_reference_of_no_letter_is_a_sentence(driver) -> None:
    incoming(driver)
    driver.ctrl(Key.Key_F)
    driver.type("M-2026-999")
    driver.key(Key.Key_Return)
    driver.wait(lambda: "M-2026-999" in driver.find(QLabel, "toast_text").text())
    assert driver.page() == "page_incoming"


def test_stand_ins_make_pages(office_desk, refs, tmp_path) -> None:
    shown = QuickPrinting(tmp_path, a_page_each).letter_papers(office_desk.office).batch("tanda-terima", refs)
    assert [page_count(each) for each in shown.pdfs] == [1] * 12
