"""A promise given to a citizen stays until somebody takes it back in so many words, whatever dialog is saved again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from correspondence.services import looking_up
from correspondence.signatures import Asked
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA
from ui.screen.chain_dialog import ChainDialog
from ui.screen.journey import stops
from ui.screen.line_texts import Reading
from ui.screen.promise_dialog import PromiseDialog

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


@pytest.fixture
def waiting(open_office_window, office_desk):
    """Tanda Tangan with three letters; two are promised, each at another hour."""
    refs = [office_desk.outgoing(subject=f"Surat {number}") for number in range(3)]
    for ref, when in zip(refs, (TEN, TWO, None), strict=True):
        office_desk.chain(ref, sign=RAHMA, promised_for=when)
        office_desk.step(ref, Step.SEND_FOR_REVIEW)
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_5)
    driver.wait(lambda: driver.page() == "page_signatures" and len(driver.window.page._model.waits()) == 3)
    driver.wait(driver.window.page._view.hasFocus)
    return driver, office_desk, refs


def times(desk, refs) -> list[datetime | None]:
    return [desk.signatures(each)[-1].promised_for for each in refs]


def promise_opened(driver) -> QLineEdit:
    driver.key(Key.Key_J)
    driver.wait(lambda: bool(driver.window.findChildren(PromiseDialog)))
    dialog = driver.window.findChildren(PromiseDialog)[-1]
    driver.wait(dialog.isActiveWindow)
    return dialog.findChild(QLineEdit, "promised_for")


def promise_saved(driver, words: str) -> None:
    """Saved, and this is what is said."""
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: not driver.window.findChildren(PromiseDialog))
    driver.wait(lambda: words in driver.find(QWidget, "toast").accessibleName())


def test_a_broken_promise_looked_at_and_saved_stays_broken(waiting) -> None:
    driver, desk, refs = waiting
    desk.clock.wait(hours=2)
    before = desk.journal(refs[0])
    field = promise_opened(driver)
    assert (field.text(), field.selectedText()) == ("07-10-2026 10.00", "07-10-2026 10.00")
    promise_saved(driver, "Janji tidak diubah.")
    assert times(desk, refs) == [TEN, TWO, None]
    assert desk.journal(refs[0]) == before


def test_an_emptied_promise_is_said_to_be_taken_back(waiting) -> None:
    driver, desk, refs = waiting
    promise_opened(driver)
    driver.key(Key.Key_Delete)
    promise_saved(driver, "Janji K-2026-1 ditarik.")
    assert times(desk, refs) == [None, TWO, None]


def test_several_promises_are_left_as_they_are_unless_told_otherwise(waiting) -> None:
    driver, desk, refs = waiting
    driver.ctrl(Key.Key_A)
    assert promise_opened(driver).text() == ""
    promise_saved(driver, "Janji tidak diubah.")
    assert times(desk, refs) == [TEN, TWO, None]
    promise_opened(driver)
    driver.key(Key.Key_Tab)
    driver.key(Key.Key_Space)
    promise_saved(driver, "Janji 3 surat ditarik.")
    assert times(desk, refs) == [None, None, None]


def test_three_letters_promised_are_counted_and_ctrl_z_points_to_j(waiting) -> None:
    driver, desk, refs = waiting
    driver.ctrl(Key.Key_A)
    promise_opened(driver)
    driver.type("hari ini 15.00")
    promise_saved(driver, "Janji 3 surat dicatat: hari ini 15.00.")
    assert times(desk, refs) == [NINE + timedelta(hours=6)] * 3
    driver.window.activateWindow()  # no window manager does it here
    driver.wait(driver.window.isActiveWindow)
    driver.ctrl(Key.Key_Z)
    told = driver.find(QWidget, "toast").accessibleName
    driver.wait(lambda: "dengan J di Tanda Tangan" in told())
    assert told().count("K-2026-") == 1


def test_the_letter_s_way_tells_which_time_was_promised(waiting) -> None:
    driver, desk, refs = waiting
    promise_opened(driver)
    driver.type("besok 9.30")
    promise_saved(driver, "Janji K-2026-1 dicatat: 8 Okt 09.30.")
    reading = Reading(desk.clock.now(), driver.window.page._desk.known.calendar)
    told = [each.text for each in stops(looking_up.dossier(desk.office, ref=refs[0]), reading)]
    assert f"Waktu dijanjikan: 8 Okt 09.30 ({RAHMA})" in told


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
