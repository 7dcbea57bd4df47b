"""A round of dispatch by scanner: the field keeps the focus, wrong labels stop nothing, all are sent at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableView

from correspondence.numbering import LetterRef
from correspondence.workflow import OutgoingState, Step
from tests.ui.screen.papers_made import QuickPrinting
from ui.screen.paper_preview import PaperPreview
from ui.screen.round_dialog import RoundDialog

Key = Qt.Key


@pytest.fixture
def numbered(office_desk) -> list[LetterRef]:
    """Three letters that may go."""
    refs = [office_desk.signed(subject=f"Surat {number}") for number in (1, 2, 3)]
    for ref in refs:
        office_desk.step(ref, Step.GIVE_NUMBER)
    return refs


@pytest.fixture
def driver(open_office_window, office_desk, numbered, tmp_path: Path) -> Any:
    return open_office_window(
        office_desk.office, printing=QuickPrinting(tmp_path), folder=tmp_path / "ingatan"
    )


def begin(driver: Any) -> RoundDialog:
    driver.window.open_page("page_dispatch")
    driver.wait(lambda: driver.rows("page_dispatch") >= 3)
    press_ctrl_r(driver)
    return round_of(driver)


def press_ctrl_r(driver: Any) -> None:
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)
    driver.ctrl(Key.Key_R)


def round_of(driver: Any) -> RoundDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, RoundDialog)
    return found


def scan(driver: Any, *labels: str) -> None:
    """As a hand scanner does: keys to wherever the focus is, then Enter."""
    for label in labels:
        driver.type(label)
        driver.key(Key.Key_Return)


def states(dialog: RoundDialog) -> list[str]:
    return [str(row.state) for row in dialog._model.rows]


def last(dialog: RoundDialog) -> str:
    return dialog.findChild(QLabel, "last_scan").text()


def test_labels_right_and_wrong_and_the_round_goes_on(driver, office_desk, numbered) -> None:
    draft = office_desk.outgoing(subject="Belum bernomor")
    dialog = begin(driver)
    assert dialog.focusWidget() is dialog.scan
    scan(driver, str(numbered[0]))
    driver.wait(lambda: states(dialog) == ["ready"])
    assert str(numbered[0]) in last(dialog)
    scan(driver, "k/2026/1", "bukan label", "K-2026-999", str(draft), str(numbered[1]))
    driver.wait(lambda: states(dialog) == ["ready", "twice", "refused", "refused", "refused", "ready"])
    whys = [row.why for row in dialog._model.rows]
    assert whys[1] == "Sudah dipindai, baris ke-1."
    assert "bukan nomor rujukan" in whys[2]
    assert "K-2026-999" in whys[3]
    assert "Konsep" in whys[4]
    assert dialog.findChild(QLabel, "round_count").text() == "2 siap dikirim · 4 tidak"
    assert dialog.scan.hasFocus()
    assert [office_desk.letter(ref).state for ref in numbered] == [OutgoingState.NUMBERED] * 3
    dialog.reject()


def test_a_scanner_does_not_know_where_the_focus_is(driver, numbered) -> None:
    dialog = begin(driver)
    dialog._view.setFocus()
    dialog.setFocus()
    driver.qtbot.keyClicks(dialog, str(numbered[0]))
    driver.qtbot.keyClick(dialog.scan, Key.Key_Return)
    driver.wait(lambda: states(dialog) == ["ready"])
    dialog.reject()


def test_the_last_label_is_taken_back_by_its_key(driver, numbered) -> None:
    dialog = begin(driver)
    scan(driver, str(numbered[0]), str(numbered[1]))
    driver.wait(lambda: states(dialog) == ["ready", "ready"])
    driver.ctrl(Key.Key_Z)
    assert states(dialog) == ["ready"]
    assert "diambil kembali" in last(dialog)
    scan(driver, str(numbered[1]))
    driver.wait(lambda: states(dialog) == ["ready", "ready"])
    dialog.reject()


def test_finishing_sends_all_and_shows_their_page_for_signatures(driver, office_desk, numbered) -> None:
    dialog = begin(driver)
    scan(driver, *map(str, (numbered[2], numbered[0])))
    driver.wait(lambda: states(dialog) == ["ready", "ready"])
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(PaperPreview) is not None)
    assert [office_desk.letter(ref).state for ref in numbered] == [
        OutgoingState.DISPATCHED,
        OutgoingState.NUMBERED,
        OutgoingState.DISPATCHED,
    ]
    preview = driver.window.findChild(PaperPreview)
    assert preview.windowTitle() == "Lembar ekspedisi 7 Oktober 2026"
    assert not any(each.isVisible() for each in driver.window.findChildren(RoundDialog))
    preview.reject()
    press_ctrl_r(driver)
    assert round_of(driver)._model.rows == (), "what was sent is not offered again"
    round_of(driver).reject()


def test_what_another_desk_sent_meanwhile_is_named_and_the_rest_goes(driver, office_desk, numbered) -> None:
    dialog = begin(driver)
    scan(driver, *map(str, numbered))
    driver.wait(lambda: states(dialog) == ["ready"] * 3)
    office_desk.step(numbered[1], Step.DISPATCH)
    dialog.findChild(QPushButton, "accept").click()
    driver.wait(lambda: states(dialog) == ["refused"])
    assert "2 surat dikirim." in last(dialog)
    assert "Dikirim" in dialog._model.rows[0].why
    driver.wait(lambda: driver.window.findChild(PaperPreview) is not None)
    driver.window.findChild(PaperPreview).reject()
    dialog.reject()


def test_a_round_that_was_broken_off_is_there_again(
    open_office_window, office_desk, numbered, tmp_path
) -> None:
    """The power went: nothing was sent, and nobody scans twice."""
    printing = QuickPrinting(tmp_path)
    first = open_office_window(office_desk.office, printing=printing, folder=tmp_path / "meja")
    dialog = begin(first)
    scan(first, str(numbered[0]), "salah", str(numbered[1]))
    first.wait(lambda: states(dialog) == ["ready", "refused", "ready"])
    dialog.done(0)
    second = open_office_window(office_desk.office, printing=printing, folder=tmp_path / "meja")
    again = begin(second)
    second.wait(lambda: states(again) == ["ready", "ready"])
    assert last(again) == "Dilanjutkan dari tadi."
    again.reject()


def test_a_day_that_cannot_be_read_sends_nothing(driver, office_desk, numbered) -> None:
    dialog = begin(driver)
    scan(driver, str(numbered[0]))
    driver.wait(lambda: states(dialog) == ["ready"])
    dialog.day.setText("kemarin dulu")
    dialog.finish()
    assert "kemarin dulu" in last(dialog)
    assert office_desk.letter(numbered[0]).state is OutgoingState.NUMBERED
    dialog.reject()


def test_without_anything_ready_there_is_nothing_to_send(driver) -> None:
    dialog = begin(driver)
    assert not dialog.findChild(QPushButton, "accept").isEnabled()
    scan(driver, "M-2026-1")
    driver.wait(lambda: states(dialog) == ["refused"])
    assert not dialog.findChild(QPushButton, "accept").isEnabled()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def test_the_page_of_ticked_letters_is_printed_again(driver, numbered) -> None:
    """The printer ate it."""
    driver.window.open_page("page_dispatch")
    driver.window.activateWindow()
    driver.wait(lambda: driver.window.isActiveWindow() and driver.rows("page_dispatch") == 3)
    driver.find(QTableView, "letters_view", "page_dispatch").setFocus()
    driver.ctrl(Key.Key_A)
    driver.ctrl(Key.Key_P)
    driver.qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(PaperPreview) is not None)
    preview = driver.window.findChild(PaperPreview)
    assert preview.windowTitle() == "Lembar ekspedisi 7 Oktober 2026"
    assert preview.shown == 1
    preview.reject()
