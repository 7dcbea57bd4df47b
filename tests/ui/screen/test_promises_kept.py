"""A promise given to a citizen stays until somebody takes it back in so many words, whatever dialog is saved again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from correspondence.signatures import Asked
from tests.builders import BUDI, EKO, NINE, RAHMA
from ui.screen.chain_dialog import ChainDialog

Key = Qt.Key
TEN, TWO = NINE + timedelta(hours=1), NINE + timedelta(hours=5)


@pytest.fixture
def drafting(open_office_window, office_desk):
    """A window on one draft whose initial and signature are both promised."""
    ref = office_desk.outgoing(subject="Jawaban permohonan data")
    office_desk.chain(ref, Asked(BUDI, promised_for=TEN), EKO, sign=RAHMA, promised_for=TWO)
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_3)
    driver.wait(lambda: driver.page() == "page_outgoing" and driver.rows("page_outgoing") == 1)
    detail = driver.find(QWidget, "detail", "page_outgoing")
    driver.wait(lambda: detail.dossier is not None)
    return driver, office_desk, ref


def promised(desk, ref) -> list[tuple[str, datetime | None]]:
    return [(desk.name(each.officer_id), each.promised_for) for each in desk.signatures(ref)]


def chain_opened(driver) -> ChainDialog:
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: bool(driver.window.findChildren(ChainDialog)))
    dialog = driver.window.findChildren(ChainDialog)[-1]
    driver.qtbot.wait(50)
    return dialog


def chain_saved(driver) -> None:
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: not driver.window.findChildren(ChainDialog))


def test_a_chain_saved_again_keeps_its_promises(drafting) -> None:
    driver, desk, ref = drafting
    dialog = chain_opened(driver)
    assert dialog.findChild(QLineEdit, "promised_for").text() == "07-10-2026 14.00"
    assert "pukul 14.00" in dialog.findChild(QLabel, "promised_for_foot").text()
    chain_saved(driver)
    assert promised(desk, ref) == [(BUDI, TEN), (EKO, None), (RAHMA, TWO)]


def test_an_emptied_promise_of_a_chain_is_taken_back(drafting) -> None:
    driver, desk, ref = drafting
    dialog = chain_opened(driver)
    field = dialog.findChild(QLineEdit, "promised_for")
    field.setFocus()
    field.selectAll()
    driver.key(Key.Key_Delete)
    chain_saved(driver)
    assert promised(desk, ref) == [(BUDI, TEN), (EKO, None), (RAHMA, None)]


def test_a_time_that_is_over_is_told_in_the_chain_and_not_promised_again(drafting) -> None:
    driver, desk, ref = drafting
    desk.clock.wait(hours=6)
    dialog = chain_opened(driver)
    assert dialog.findChild(QLineEdit, "promised_for").text() == ""
    assert "Janji hari ini 14.00 sudah lewat" in dialog.findChild(QLabel, "promised_for_foot").text()
    chain_saved(driver)
    assert promised(desk, ref) == [(BUDI, None), (EKO, None), (RAHMA, None)]
