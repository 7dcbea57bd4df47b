"""Ctrl+Z after a handful of lines, several of one letter among them: everything comes back, and the count is right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from correspondence.workflow import OutgoingState, SignatureState, Step
from tests.builders import BUDI, EKO, RAHMA, SITI

Key = Qt.Key


@pytest.fixture
def parallel(open_office_window, office_desk):
    """Tanda Tangan with a letter of two initials side by side, and one that waits for one initial."""
    refs = [office_desk.outgoing(subject=f"Surat {number}") for number in range(2)]
    office_desk.chain(refs[0], [BUDI, EKO], sign=RAHMA)
    office_desk.chain(refs[1], SITI, sign=RAHMA)
    for ref in refs:
        office_desk.step(ref, Step.SEND_FOR_REVIEW)
    driver = open_office_window(office_desk.office)
    driver.ctrl(Key.Key_5)
    driver.wait(lambda: driver.page() == "page_signatures" and lines(driver) == 3)
    return driver, office_desk, refs


def lines(driver) -> int:
    return len(driver.window.page._model.waits())


def said(driver) -> str:
    return driver.find(QWidget, "toast").accessibleName()


def asked(desk, ref) -> list[SignatureState]:
    return [each.state for each in desk.signatures(ref)]


REQUESTED, WAITING = SignatureState.REQUESTED, SignatureState.WAITING


def test_two_initials_of_one_letter_come_back_with_one_key(parallel) -> None:
    driver, desk, refs = parallel
    driver.ctrl(Key.Key_A)
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: [desk.letter(each).state for each in refs] == [OutgoingState.AWAITING_SIGNATURE] * 2)
    driver.qtbot.wait(300)
    driver.ctrl(Key.Key_Z)
    driver.wait(lambda: "Diurungkan" in said(driver))
    assert [desk.letter(each).state for each in refs] == [OutgoingState.IN_REVIEW] * 2
    assert asked(desk, refs[0]) == [REQUESTED, REQUESTED, WAITING]
    assert asked(desk, refs[1]) == [REQUESTED, WAITING]
    assert "Diurungkan: diparaf, 3 baris dari 2 surat." in said(driver)
    driver.wait(lambda: lines(driver) == 3)
    undone = [each.changes["undone"][1] for each in desk.journal(refs[0]) if each.step == "undone"]
    assert undone == ["initial", "initial"], "each taken back is told by itself"


def test_one_letter_s_two_lines_are_called_lines(parallel) -> None:
    driver, desk, refs = parallel
    for _time in range(2):
        driver.key(Key.Key_Space)
        driver.key(Key.Key_Down)
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: desk.letter(refs[0]).state is OutgoingState.AWAITING_SIGNATURE)
    driver.qtbot.wait(300)
    driver.ctrl(Key.Key_Z)
    driver.wait(lambda: "Diurungkan" in said(driver))
    assert "Diurungkan: K-2026-1 diparaf, 2 baris." in said(driver)
    assert asked(desk, refs[0]) == [REQUESTED, REQUESTED, WAITING]


def test_steps_taken_one_by_one_come_back_one_by_one(parallel) -> None:
    driver, desk, refs = parallel
    for done in (1, 2):
        driver.ctrl(Key.Key_T)
        driver.wait(lambda done=done: asked(desk, refs[0]).count(SignatureState.DONE) == done)
        driver.qtbot.wait(200)
    driver.ctrl(Key.Key_Z)
    driver.wait(lambda: "Diurungkan: K-2026-1 diparaf." in said(driver))
    assert sorted(asked(desk, refs[0])) == sorted([SignatureState.DONE, REQUESTED, WAITING])
    driver.ctrl(Key.Key_Z)
    driver.wait(lambda: "Tidak ada langkah" in said(driver))
    assert sorted(asked(desk, refs[0])) == sorted([SignatureState.DONE, REQUESTED, WAITING])
