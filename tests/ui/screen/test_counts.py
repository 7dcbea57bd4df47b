"""Numbers that stand beside each other say the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from correspondence.numbering import LetterRef
from correspondence.search import Count
from correspondence.workflow import Step
from tests.builders import BUDI, SITI

Key = Qt.Key


def test_the_badge_of_the_dispositions_counts_what_its_page_counts(driver, office_desk) -> None:
    ref = LetterRef.read("M-2026-1")
    office_desk.step(ref, Step.DISPOSE, to=(BUDI, SITI))
    driver.window.open_page("page_dispositions")
    driver.wait(lambda: driver.find(QLabel, "board_count").text() == "2 menunggu")
    driver.key(Key.Key_F5)
    entry = driver.find(QPushButton, "go_dispositions")
    driver.wait(lambda: entry.accessibleName() == "Disposisi, 2 menunggu")


def test_the_title_says_the_number_of_the_list_once_it_is_known(driver) -> None:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    letters = driver.window.page._list
    title = driver.find(QLabel, "letters_count", "page_incoming")
    driver.wait(lambda: title.text() == "2 surat")
    # The counts of the chips stop at a thousand; the list knows better.
    letters._show_counts({"all": Count(number=1000, exact=False)})
    assert title.text() == "2 surat"


def test_the_title_says_what_a_search_found(driver) -> None:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    driver.ctrl(Key.Key_F)
    driver.type("musrenbang")
    driver.wait(lambda: driver.rows() == 1)
    title = driver.find(QLabel, "letters_count", "page_incoming")
    assert title.text() == "1 surat ditemukan"
    view = driver.find(QTableView, "letters_view", "page_incoming")
    assert view.isVisible()
    driver.key(Key.Key_Escape)
    driver.wait(lambda: title.text() == "2 surat")


def test_the_letters_behind_a_chip_are_counted_and_not_found(driver) -> None:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    driver.find(QPushButton, "filter_disposed", "page_incoming").click()
    driver.wait(lambda: driver.rows() == 0)
    assert driver.find(QLabel, "letters_count", "page_incoming").text() == "0 surat"
