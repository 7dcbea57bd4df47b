"""The steps of a disposition beside it in the letter's own pane, taken by keys in a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView, QPushButton

from correspondence.numbering import LetterRef
from correspondence.services.disposing import dispose_step
from correspondence.services.stepping import StepOrder
from correspondence.workflow import DispositionState, Step
from tests.builders import BUDI, RAHMA
from ui.texts import _

Key = Qt.Key


@pytest.fixture
def disposed(open_office_window, office_desk):
    ref = office_desk.incoming(subject="Undangan rapat")
    office_desk.step(ref, Step.DISPOSE, to=(BUDI,), by=RAHMA)
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_2)
    driver.wait(lambda: driver.page() == "page_incoming" and driver.rows() == 1)
    return driver, office_desk, ref


def state(desk, ref: LetterRef) -> DispositionState:
    return desk.dispositions(ref)[0].state


def menus(driver) -> list[QPushButton]:
    buttons = driver.window.page.findChildren(QPushButton)
    return [each for each in buttons if each.isVisible() and each.text() == _("Langkah ▾")]


def test_an_entry_of_the_menu_beside_a_disposition_takes_its_step(disposed) -> None:
    driver, desk, ref = disposed
    driver.wait(lambda: bool(menus(driver)))
    button = menus(driver)[0]
    button.setFocus()

    def choose() -> None:
        popup = QApplication.activePopupWidget()
        driver.qtbot.keyClick(popup, Key.Key_Down)
        driver.qtbot.keyClick(popup, Key.Key_Return)

    QTimer.singleShot(200, choose)
    driver.key(Key.Key_Space)
    driver.wait(lambda: state(desk, ref) is DispositionState.READ)


def test_by_letter_the_keyboard_stays_on_the_branch_or_goes_to_the_letters(disposed) -> None:
    driver, desk, ref = disposed
    driver.ctrl(Key.Key_4)
    driver.wait(lambda: driver.page() == "page_dispositions")
    driver.find(QPushButton, "filter_letters", "page_dispositions").click()
    driver.wait(lambda: bool(menus(driver)))
    menus(driver)[0].setFocus()

    def choose() -> None:
        popup = QApplication.activePopupWidget()
        driver.qtbot.keyClick(popup, Key.Key_Down)
        driver.qtbot.keyClick(popup, Key.Key_Return)

    before = menus(driver)[0]
    QTimer.singleShot(200, choose)
    driver.key(Key.Key_Space)
    driver.wait(lambda: state(desk, ref) is DispositionState.READ)
    driver.wait(lambda: bool(menus(driver)) and menus(driver)[0] is not before)
    driver.qtbot.wait(200)
    assert driver.window.focusWidget() is menus(driver)[0]


def test_a_letter_that_leaves_gives_the_keyboard_to_the_letters(disposed) -> None:
    driver, desk, ref = disposed
    key = desk.dispositions(ref)[0].id
    for step in (Step.READ, Step.START):
        desk.disposition_step(key, step)
    other = desk.incoming(subject="Surat lain")
    desk.step(other, Step.DISPOSE, to=(BUDI,), by=RAHMA)
    driver.ctrl(Key.Key_4)
    driver.wait(lambda: driver.page() == "page_dispositions")
    driver.find(QPushButton, "filter_letters", "page_dispositions").click()
    driver.wait(lambda: bool(menus(driver)))
    assert driver.window.page._by_letter._letter.dossier.letter.ref == ref
    menus(driver)[0].setFocus()
    order = StepOrder(note="selesai")
    driver.window.page._desk.do(
        lambda office: dispose_step(office, disposition_id=key, step=Step.DONE, order=order)
    )
    driver.wait(lambda: state(desk, ref) is DispositionState.DONE)
    driver.qtbot.wait(400)
    assert driver.window.focusWidget() is driver.find(QListView, "letters_waiting")
