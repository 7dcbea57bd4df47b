"""Esc in a dialog asks before typing is thrown away, and only then; Tab goes through the longer list to the note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from correspondence.workflow import Step
from tests.builders import RAHMA
from ui.screen.step_dialog import FormDialog

Key = Qt.Key


@pytest.fixture
def driver(open_office_window, office_desk):
    """On Surat masuk with a letter that waits for its disposition."""
    ref = office_desk.incoming(subject="Undangan rapat")
    office_desk.step(ref, Step.SUBMIT, to=(RAHMA,))
    office_desk.outgoing(subject="Jawaban")
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_2)
    driver.wait(lambda: driver.page() == "page_incoming" and driver.rows() == 1)
    driver.wait(lambda: driver.window.page._list._detail.dossier is not None)
    return driver


def dialogs(driver) -> list[FormDialog]:
    return driver.window.findChildren(FormDialog)


def disposing(driver) -> FormDialog:
    driver.ctrl(Key.Key_D)
    driver.wait(lambda: bool(dialogs(driver)))
    driver.wait(dialogs(driver)[0].isActiveWindow)
    driver.wait(lambda: bool(dialogs(driver)[0]._due.text()))
    return dialogs(driver)[0]


def test_esc_closes_at_once_what_nobody_typed_in(driver) -> None:
    disposing(driver)
    driver.key(Key.Key_Escape)
    driver.wait(lambda: not dialogs(driver))


@pytest.mark.parametrize("how", ["note", "tick"])
def test_esc_asks_before_typing_is_lost(driver, how: str) -> None:
    dialog = disposing(driver)
    if how == "note":
        dialog._note.setFocus()
        driver.type("segera")
    else:
        driver.key(Key.Key_Space)
        assert dialog._to.ticked()
    driver.key(Key.Key_Escape)
    driver.wait(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    driver.key(Key.Key_Escape)
    driver.wait(lambda: QApplication.activeModalWidget() is dialog)
    assert dialog.isVisible()
    driver.key(Key.Key_Escape)
    driver.wait(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    next(each for each in box.buttons() if each.text() == "Buang").setFocus()
    driver.key(Key.Key_Return)
    driver.wait(lambda: not dialogs(driver))


def test_a_chain_that_was_proposed_is_no_typing(driver) -> None:
    driver.ctrl(Key.Key_3)
    driver.wait(lambda: driver.page() == "page_outgoing")
    driver.wait(lambda: driver.window.page._list._detail.dossier is not None)
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: bool(dialogs(driver)))
    driver.wait(dialogs(driver)[0].isActiveWindow)
    driver.qtbot.wait(200)
    driver.key(Key.Key_Escape)
    driver.wait(lambda: not dialogs(driver))


def test_tab_goes_through_the_longer_list_to_the_note(driver) -> None:
    dialog = disposing(driver)
    more = dialog.findChild(QPushButton, "more_instructions")
    more.setFocus()
    driver.key(Key.Key_Space)
    boxes = [box for _text, box in dialog._instructions._boxes]
    driver.wait(lambda: not more.isVisible() and dialog.focusWidget() in boxes)
    boxes[-1].setFocus()
    driver.key(Key.Key_Tab)
    assert dialog.focusWidget() is dialog._note
    boxes[0].setFocus()
    for box in boxes[1:]:
        driver.key(Key.Key_Tab)
        assert dialog.focusWidget() is box
