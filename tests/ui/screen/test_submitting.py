"""Steps and who they go to: the leader is asked for and proposed; nothing is sent twice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.services import looking_up
from correspondence.services.signing import set_chain
from correspondence.workflow import IncomingState, Step
from tests.builders import BUDI, EKO, RAHMA, SITI
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


def test_a_double_click_takes_one_step_and_says_nothing_wrong(driver, office_desk) -> None:
    office_desk.step(SECOND, Step.SUBMIT, to=(RAHMA,))
    office_desk.step(SECOND, Step.DISPOSE, to=(BUDI,))
    driver.window.open_page("page_incoming")
    button = driver.find(QPushButton, "next_step", "page_incoming")
    driver.wait(lambda: button.accessibleName() == "Tandai dibaca · Budi Santoso")
    heard: list[str] = []
    driver.window._desk.said.connect(lambda said: heard.append(said.text if said.wrong else ""))
    for _click in range(2):
        driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.wait(lambda: button.accessibleName() != "Tandai dibaca · Budi Santoso")
    assert heard == [""]


def test_a_signature_has_its_tick_only_when_it_was_given(driver, office_desk) -> None:
    ref = LetterRef(Book.OUTGOING, 2026, 1)
    set_chain(office_desk.office, ref=ref, initials=(SITI, EKO), sign=BUDI)
    office_desk.step(ref, Step.SEND_FOR_REVIEW)
    office_desk.step(ref, Step.INITIAL)
    driver.window.open_page("page_outgoing")
    driver.wait(lambda: driver.find(QLabel, "reference", "page_outgoing").text() == str(ref))
    told = [label.text() for label in driver.find(QWidget, "page_outgoing").findChildren(QLabel)]
    marks = [text[0] for text in told if text[1:].startswith(("  Paraf", "  Tanda tangan"))]
    assert marks == ["✓", "○", "○"]
