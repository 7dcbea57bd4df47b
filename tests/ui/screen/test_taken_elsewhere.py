"""Another desk takes the line one stands on: it is told, and the next key does nothing to the line after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from correspondence.workflow import OutgoingState, Role, Step
from tests.builders import RAHMA
from ui.screen.live import Live

Key = Qt.Key


@pytest.fixture
def board(open_office_window, office_desk):
    """A window on Tanda Tangan with four letters, standing on the second one."""
    refs = []
    for number in range(4):
        office_desk.clock.wait(minutes=1)
        refs.append(office_desk.outgoing(subject=f"Surat {number}"))
        office_desk.chain(refs[-1], sign=RAHMA)
        office_desk.step(refs[-1], Step.SEND_FOR_REVIEW)
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_5)
    driver.wait(lambda: driver.page() == "page_signatures" and len(subjects(driver)) == 4)
    driver.key(Key.Key_Down)
    driver.wait(lambda: current(driver) == "Surat 1")
    return driver, office_desk, refs


def view(driver):
    return driver.window.page._view


def subjects(driver) -> list[str]:
    return [each.letter.subject for each in driver.window.page._model.waits()]


def current(driver) -> str | None:
    wait = view(driver).current
    return wait.letter.subject if wait is not None else None


def said(driver) -> str:
    return driver.find(QWidget, "toast").accessibleName()


def elsewhere(driver, desk, ref, step: Step = Step.SIGN, **order) -> None:
    """The neighbour takes a step, and this window hears of it."""
    desk.acting_as(Role.ADMINISTRATOR, "meja sebelah").step(ref, step, **order)
    driver.window.findChild(Live).look()


def test_the_next_key_steps_no_other_letter_and_one_is_told_who_was_quicker(board) -> None:
    driver, desk, refs = board
    elsewhere(driver, desk, refs[1])
    driver.wait(lambda: "Surat 1" not in subjects(driver))
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: "meja sebelah" in said(driver))
    assert "K-2026-2 baru saja ditandatangani oleh meja sebelah" in said(driver)
    assert current(driver) is None
    driver.qtbot.wait(300)
    assert [desk.letter(each).state for each in refs] == [
        OutgoingState.AWAITING_SIGNATURE,
        OutgoingState.SIGNED,
        OutgoingState.AWAITING_SIGNATURE,
        OutgoingState.AWAITING_SIGNATURE,
    ]


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up, Key.Key_Space, Key.Key_J, Key.Key_Return])
def test_the_first_key_only_chooses_where_one_stood(board, key) -> None:
    driver, desk, refs = board
    elsewhere(driver, desk, refs[1])
    driver.wait(lambda: "Surat 1" not in subjects(driver) and current(driver) is None)
    driver.key(key)
    assert current(driver) == "Surat 2"
    assert not driver.window.page._model.ticks.waits()
    assert view(driver).hasFocus()
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: "Surat 2" not in subjects(driver))
    assert current(driver) == "Surat 3", "what one does oneself goes on to the next"


def test_coming_back_to_the_list_chooses_nothing(board) -> None:
    driver, desk, refs = board
    elsewhere(driver, desk, refs[1])
    driver.wait(lambda: "Surat 1" not in subjects(driver) and current(driver) is None)
    driver.key(Key.Key_Left)
    view(driver).setFocus()
    assert current(driver) is None
    driver.ctrl(Key.Key_T)
    driver.qtbot.wait(200)
    assert desk.letter(refs[0]).state is OutgoingState.AWAITING_SIGNATURE


def test_the_last_line_may_be_taken_away(board) -> None:
    driver, desk, refs = board
    for _time in range(2):
        driver.key(Key.Key_Down)
    driver.wait(lambda: current(driver) == "Surat 3")
    elsewhere(driver, desk, refs[3], Step.SEND_BACK, note="Keliru", by=RAHMA)
    driver.wait(lambda: "Surat 3" not in subjects(driver))
    assert current(driver) is None
    driver.key(Key.Key_Down)
    assert current(driver) == "Surat 2"


def test_another_line_s_going_is_no_news(board) -> None:
    driver, desk, refs = board
    elsewhere(driver, desk, refs[0])
    driver.wait(lambda: "Surat 0" not in subjects(driver))
    assert current(driver) == "Surat 1"
    driver.qtbot.wait(200)
    assert "meja sebelah" not in said(driver)
