"""The window by its keys: pages, registering, searching, stepping, leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QTableView, QWidget

from correspondence.letters import Letter
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.workflow import IncomingState, OutgoingState
from tests.builders import BUDI, EKO, StandingClock
from tests.fakes import FakeArchive
from ui.screen.letters_page import LettersPage
from ui.screen.main_window import MainWindow

Key = Qt.Key


def letter_by(office_desk, number: int, book: Book = Book.INCOMING) -> Letter:
    return office_desk.letter(LetterRef(book, 2026, number))


def incoming(driver) -> LettersPage:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    return driver.find(QWidget, "page_incoming")


def shown_detail(driver, page: str) -> str:
    return driver.find(QLabel, "reference", page).text()


@pytest.mark.parametrize(
    ("digit", "page"),
    [
        (Key.Key_1, "page_desk"),
        (Key.Key_2, "page_incoming"),
        (Key.Key_3, "page_outgoing"),
        (Key.Key_4, "page_dispositions"),
        (Key.Key_5, "page_signatures"),
        (Key.Key_6, "page_dispatch"),
    ],
)
def test_each_page_has_its_key(driver, digit, page) -> None:
    driver.ctrl(digit)
    driver.wait(lambda: driver.page() == page)
    assert driver.window.page.accessibleName()


def test_a_letter_is_registered_with_the_keyboard_alone(driver, office_desk) -> None:
    driver.ctrl(Key.Key_N)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")
    driver.type("Dinas Kesehatan & KB")
    for _step in range(2):
        driver.key(Key.Key_Tab)
    assert driver.window.focusWidget().objectName() == "letter_date"
    driver.type("5/10/26")
    assert "5 Oktober 2026" in driver.find(QLabel, "letter_date_foot").text()
    for _step in range(2):
        driver.key(Key.Key_Tab)
    driver.type("Permintaan <b>data</b> stunting")
    driver.ctrl(Key.Key_Return)
    driver.wait(lambda: driver.rows() == 3)
    assert driver.window.focusWidget().objectName() == "sender"
    assert driver.window.focusWidget().text() == ""
    toast = driver.find(QWidget, "toast")
    assert toast.isVisible()
    assert "M-2026-3" in toast.accessibleName()
    assert driver.find(QLineEdit, "received_on").text() == "7 Oktober 2026"
    driver.key(Key.Key_Escape)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    driver.wait(lambda: shown_detail(driver, "page_incoming") == "M-2026-3")
    letter = letter_by(office_desk, 3)
    assert letter.subject == "Permintaan <b>data</b> stunting"


def test_errors_stand_under_their_fields_and_typing_stays(driver) -> None:
    driver.ctrl(Key.Key_N)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")
    driver.find(QLineEdit, "letter_date").setText("31/2/26")
    driver.find(QLineEdit, "letter_number").setText("12/3")
    driver.ctrl(Key.Key_S)
    assert driver.find(QLabel, "letter_date_foot").text()
    driver.find(QLineEdit, "letter_date").setText("")
    driver.ctrl(Key.Key_S)
    assert "Pengirim" in driver.find(QLabel, "sender_foot").text()
    assert "Perihal" in driver.find(QLabel, "subject_foot").text()
    assert driver.window.focusWidget().objectName() == "sender"
    assert driver.find(QLineEdit, "letter_number").text() == "12/3"
    driver.wait(lambda: driver.rows() == 2)


def test_escape_asks_only_when_something_was_typed(driver) -> None:
    driver.ctrl(Key.Key_N)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")
    driver.type("Dinas")
    driver.key(Key.Key_Escape)
    box = driver.window.findChild(QMessageBox)
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.reject()
    assert driver.find(QLineEdit, "sender").text() == "Dinas"
    driver.find(QLineEdit, "sender").clear()
    driver.key(Key.Key_Escape)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)


def test_typing_is_thrown_away_by_saying_so(driver) -> None:
    driver.ctrl(Key.Key_N)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")
    driver.type("Dinas")
    driver.key(Key.Key_Escape)
    box = driver.window.findChild(QMessageBox)
    throw = next(each for each in box.buttons() if each.text() == "Buang")
    driver.qtbot.mouseClick(throw, Qt.MouseButton.LeftButton)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)


def test_an_unsaved_letter_is_offered_again_by_the_next_window(
    open_office_window, office_desk, tmp_path
) -> None:
    first = open_office_window(office_desk.office, folder=tmp_path)
    first.ctrl(Key.Key_N)
    first.wait(lambda: first.window.focusWidget().objectName() == "sender")
    first.type("Dinas yang listriknya padam")
    first.wait((tmp_path / "window-draft-incoming.json").exists)
    second = open_office_window(office_desk.office, folder=tmp_path)
    assert second.find(QWidget, "toast").accessibleName() == "Ada surat masuk yang belum selesai diketik."
    second.ctrl(Key.Key_N)
    second.wait(lambda: second.window.findChild(QLineEdit, "sender") is not None)
    assert second.find(QLineEdit, "sender").text() == "Dinas yang listriknya padam"
    second.qtbot.mouseClick(second.find(QPushButton, "start_empty"), Qt.MouseButton.LeftButton)
    assert second.find(QLineEdit, "sender").text() == ""
    assert not (tmp_path / "window-draft-incoming.json").exists()


def test_the_search_narrows_while_typing(driver) -> None:
    incoming(driver)
    driver.ctrl(Key.Key_F)
    assert driver.window.focusWidget().objectName() == "search"
    driver.type("musrenbang")
    driver.wait(lambda: driver.rows() == 1)
    driver.key(Key.Key_Escape)
    driver.wait(lambda: driver.rows() == 2)
    driver.type("tidak ada yang begini")
    driver.wait(lambda: driver.rows() == 0)
    empty = driver.find(QPushButton, "first_action", "page_incoming")
    assert empty.isVisible()
    driver.qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)
    driver.wait(lambda: driver.rows() == 2)


def test_the_blue_button_takes_the_next_step(driver, office_desk) -> None:
    incoming(driver)
    driver.wait(lambda: shown_detail(driver, "page_incoming") == "M-2026-2")
    driver.find(QTableView, "letters_view", "page_incoming").setFocus()
    driver.key(Key.Key_Return)
    button = driver.window.focusWidget()
    assert button.objectName() == "next_step"
    driver.key(Key.Key_Space)
    driver.wait(lambda: driver.window.findChild(QWidget, "to") is not None)
    accept = driver.window.findChild(QWidget, "to").window().findChild(QPushButton, "accept")
    driver.qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    driver.wait(lambda: letter_by(office_desk, 2).state is IncomingState.SUBMITTED)
    driver.wait(lambda: driver.find(QPushButton, "next_step", "page_incoming").accessibleName() != "Ajukan")
    assert driver.rows() == 2
    assert shown_detail(driver, "page_incoming") == "M-2026-2"


def test_a_disposition_goes_out_by_its_dialog(driver, office_desk) -> None:
    incoming(driver)
    driver.wait(lambda: shown_detail(driver, "page_incoming") == "M-2026-2")
    driver.ctrl(Key.Key_D)
    dialog = driver.window.findChild(QWidget, "to").window()
    recipients = dialog.findChild(QWidget, "to")
    recipients.item(0).setCheckState(Qt.CheckState.Checked)
    driver.qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)
    driver.wait(lambda: letter_by(office_desk, 2).state is IncomingState.DISPOSED)
    driver.window.open_page("page_dispositions")
    view = driver.find(QTableView, "dispositions_view")
    driver.wait(lambda: view.model().rowCount() == 1)
    assert view.accessibleName()


def test_a_draft_gets_its_chain_and_goes_up(driver, office_desk) -> None:
    driver.window.open_page("page_outgoing")
    driver.wait(lambda: driver.rows("page_outgoing") == 1)
    driver.wait(lambda: shown_detail(driver, "page_outgoing") == "K-2026-1")
    button = driver.find(QPushButton, "next_step", "page_outgoing")
    assert button.accessibleName() == "Tentukan penanda tangan"
    driver.ctrl(Key.Key_T)
    dialog = driver.window.findChild(QWidget, "sign").window()
    dialog.findChild(QWidget, "sign").choose(BUDI)
    dialog.findChild(QWidget, "promised_for").setText("hari ini 14.00")
    driver.qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)
    driver.wait(lambda: button.accessibleName() == "Ajukan paraf/tanda tangan")
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.wait(lambda: letter_by(office_desk, 1, Book.OUTGOING).state is OutgoingState.AWAITING_SIGNATURE)
    driver.window.open_page("page_signatures")
    view = driver.find(QTableView, "signatures_view")
    driver.wait(lambda: view.model().rowCount() == 1)
    assert EKO not in str(view.model().index(0, 0).data())


def test_the_first_start_asks_for_the_name_and_nothing_else(open_office_window) -> None:
    archive = FakeArchive()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "petugas")
    driver = open_office_window(office, wait="page_start")
    inputs = [each for each in driver.window.findChildren(QLineEdit) if each.isVisible()]
    assert [each.objectName() for each in inputs] == ["name"]
    driver.key(Key.Key_Return)
    assert driver.page() == "page_start"
    inputs[0].setFocus()
    driver.type("Kelurahan Tanjung Laut")
    driver.key(Key.Key_Return)
    driver.wait(lambda: driver.page() == "page_desk")
    assert driver.find(QLabel, "office_name").text() == "Kelurahan Tanjung Laut"
    first = driver.find(QPushButton, "first_action", "page_desk")
    driver.wait(first.isVisible)
    driver.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    driver.wait(lambda: driver.window.findChild(QLineEdit, "sender") is not None)


def test_a_counter_opens_its_letters(driver, office_desk) -> None:
    counter = driver.find(QPushButton, "counter_not_submitted")
    driver.wait(lambda: counter.accessibleName().endswith(": 2"))
    counter.setFocus()
    driver.key(Key.Key_Return)
    driver.wait(lambda: driver.page() == "page_incoming" and driver.rows() == 2)
    assert driver.find(QPushButton, "filter_not_submitted", "page_incoming").isChecked()


def test_help_tells_the_page_and_its_keys(driver) -> None:
    incoming(driver)
    driver.key(Key.Key_F1)
    panel = driver.find(QWidget, "help_panel")
    assert panel.isVisible()
    told = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "Buku agenda surat masuk" in told
    assert "Ctrl+D" in told
    driver.key(Key.Key_F1)
    assert not panel.isVisible()


def test_a_crash_is_shown_with_a_report_and_the_window_lives(driver) -> None:
    def break_down(_office):
        raise KeyError("rusak di dalam")

    driver.window._desk.ask(break_down, lambda _answer: None, owner=driver.window)
    driver.wait(lambda: driver.window.findChild(QWidget, "crash_report") is not None)
    report = driver.window.findChild(QWidget, "crash_report")
    assert "rusak di dalam" in report.toPlainText()
    report.window().accept()
    assert isinstance(driver.window, MainWindow)
    assert driver.window.isVisible()
