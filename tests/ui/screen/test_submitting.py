"""Steps and who they go to: the leader is asked for and proposed; nothing is sent twice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.services import looking_up
from correspondence.workflow import IncomingState
from tests.builders import BUDI, RAHMA
from ui.screen.form_fields import Choice
from ui.screen.submit_dialog import proposed_leader

SECOND = LetterRef(Book.INCOMING, 2026, 2)


def step_button(driver) -> QPushButton:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.find(QLabel, "reference", "page_incoming").text() == str(SECOND))
    button = driver.find(QPushButton, "next_step", "page_incoming")
    assert button.accessibleName() == "Ajukan"
    return button


def ask_to_submit(driver) -> Choice:
    driver.qtbot.mouseClick(step_button(driver), Qt.MouseButton.LeftButton)
    driver.wait(lambda: driver.window.findChild(Choice, "to") is not None)
    return driver.window.findChild(Choice, "to")


def accept(driver) -> None:
    button = driver.window.findChild(QWidget, "to").window().findChild(QPushButton, "accept")
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_submitting_offers_the_leader_and_the_letter_lies_there(driver, office_desk) -> None:
    leader = ask_to_submit(driver)
    assert leader.value() == RAHMA
    accept(driver)
    driver.wait(lambda: office_desk.letter(SECOND).state is IncomingState.SUBMITTED)
    holder = looking_up.dossier(office_desk.office, ref=SECOND).holder
    assert holder is not None
    assert holder.officer == RAHMA


def test_another_leader_may_be_chosen(driver, office_desk) -> None:
    ask_to_submit(driver).choose(BUDI)
    accept(driver)
    driver.wait(lambda: office_desk.letter(SECOND).state is IncomingState.SUBMITTED)
    assert looking_up.dossier(office_desk.office, ref=SECOND).holder.officer == BUDI


def test_the_one_who_signs_reports_is_proposed_first(office_desk) -> None:
    officers = looking_up.directory(office_desk.office).officers
    assert proposed_leader(officers, BUDI) == BUDI
    assert proposed_leader(officers, "") == RAHMA
    nobodies = [replace(each, appointment=None) for each in officers]
    assert proposed_leader(nobodies, "") == nobodies[0].officer.name
    assert proposed_leader([], "") == ""
