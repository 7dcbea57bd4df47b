"""A quick hand acts on the letter it means: the one just saved, the one just gone to, never the one before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from correspondence.boards import Side
from correspondence.services import looking_up
from tests.builders import BUDI, RAHMA, SITI
from tests.ui.screen.real_desk import RealDesk
from tests.ui.screen.test_boards import disposed
from ui.screen.board_letter_tree import LetterTree
from ui.screen.board_page import dispositions_page
from ui.screen.board_toolbar import Grouping
from ui.screen.chain_dialog import ChainDialog
from ui.screen.step_dialog import FormDialog

Key = Qt.Key


def headings(window: QWidget) -> list[str]:
    return [each.windowTitle() for each in window.findChildren(FormDialog)]


def stand_on_first(driver, page: str, number: int) -> None:
    driver.window.open_page(page)
    driver.wait(lambda: driver.rows(page) == number)
    detail = driver.find(QWidget, "detail", page)
    driver.wait(lambda: detail.dossier is not None)


def test_the_key_after_saving_acts_on_the_letter_just_saved(driver) -> None:
    stand_on_first(driver, "page_outgoing", 1)
    driver.ctrl(Key.Key_N, shift=True)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is not None)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "correspondent")
    driver.type("Dinas Kesehatan")
    driver.find(QWidget, "subject", "letter_form").setPlainText("Undangan rapat stunting")
    driver.find(QWidget, "kind", "letter_form").setCurrentIndex(1)
    driver.ctrl(Key.Key_S)
    toast = driver.find(QWidget, "toast")
    driver.wait(lambda: toast.isVisible() and "K-2026-2" in toast.accessibleName())
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: bool(driver.window.findChildren(ChainDialog)))
    assert headings(driver.window) == ["Paraf dan tanda tangan K-2026-2"]
    driver.window.findChildren(ChainDialog)[0].reject()


def test_the_key_after_an_arrow_acts_on_the_letter_gone_to(driver) -> None:
    stand_on_first(driver, "page_incoming", 2)
    # Both keys before the window has come to anything else, as a fast hand's do.
    view = driver.find(QWidget, "letters_view", "page_incoming")
    driver.qtbot.keyClick(view, Key.Key_Down)
    driver.qtbot.keyClick(view, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is not None)
    titles = [each.text() for each in driver.find(QWidget, "letter_form").findChildren(QLabel)]
    assert "Perbaiki M-2026-1" in titles


def test_enter_twice_after_an_arrow_takes_no_step_of_the_letter_before(driver, office_desk) -> None:
    stand_on_first(driver, "page_incoming", 2)
    view = driver.find(QWidget, "letters_view", "page_incoming")
    driver.qtbot.keyClick(view, Key.Key_Down)
    driver.qtbot.keyClick(view, Key.Key_Return)
    driver.key(Key.Key_Return)
    driver.qtbot.wait(300)
    assert headings(driver.window) in ([], ["Ajukan M-2026-1"])


@pytest.fixture
def two_letters(real: RealDesk) -> RealDesk:
    disposed(real.office, "Undangan rapat", BUDI, by=RAHMA, lead=BUDI)
    disposed(real.office, "Permohonan data", SITI, by=RAHMA, lead=SITI)
    return real


def test_letter_by_letter_the_key_after_an_arrow_waits_for_its_letter(two_letters, qtbot) -> None:
    page = dispositions_page(two_letters.desk)
    two_letters.show(page)
    page._tools.choose_view(Grouping.LETTERS, Side.GOT)
    page._turn_view()
    two_letters.settle()
    tree, view = page.findChild(LetterTree), page.findChild(QWidget, "letters_waiting")
    qtbot.waitUntil(lambda: tree.dossier is not None)
    before = tree.dossier.letter.ref
    qtbot.keyClick(view, Key.Key_Down)
    page.key_actions()["Ctrl+T"]()
    two_letters.settle()
    assert looking_up.dossier(two_letters.office, ref=before).dispositions[0].disposition.state == "sent"
