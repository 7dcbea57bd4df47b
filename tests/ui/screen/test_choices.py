"""Choosing by typing: a kind, a unit, a code; and all faults of a form at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from correspondence.classification import ClassificationCode
from correspondence.numbering import Book, LetterRef
from ui.screen.choice import Choice

Key = Qt.Key
popups = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def outgoing(driver) -> Choice:
    driver.ctrl(Key.Key_N, shift=True)
    driver.wait(lambda: driver.window.findChild(Choice, "kind") is not None)
    kind = driver.find(Choice, "kind")
    kind.setFocus()
    return kind


def incoming(driver) -> None:
    driver.ctrl(Key.Key_N)
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")


@popups
def test_an_unambiguous_beginning_and_tab_choose_the_kind(driver) -> None:
    kind = outgoing(driver)
    kind.lineEdit().setText("surat u")
    driver.key(Key.Key_Tab)
    assert kind.value() == "Surat Undangan"
    assert not kind.hasFocus()


@popups
def test_an_ambiguous_beginning_opens_the_list_and_holds_nobody(driver) -> None:
    kind = outgoing(driver)
    kind.lineEdit().setText("surat")
    driver.key(Key.Key_Tab)
    popup = kind.completer().popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 3
    driver.qtbot.keyClick(popup, Key.Key_Down)
    driver.qtbot.keyClick(popup, Key.Key_Tab)
    assert kind.value() == "Surat Pengantar"
    assert not popup.isVisible()


@popups
def test_the_code_one_stands_on_is_taken_by_tab(driver, office_desk) -> None:
    with office_desk.archive.open_unit() as unit:
        unit.codes.put_many([ClassificationCode("400.9.1", "Bantuan sosial", None, "permendagri-83-2022")])
        unit.commit()
    incoming(driver)
    field = driver.find(QLineEdit, "classification")
    field.setFocus()
    driver.type("bantu")
    driver.wait(field._list.isVisible)
    driver.qtbot.keyClick(field._list, Key.Key_Tab)
    assert field.text() == "400.9.1"


def test_what_is_no_code_is_said_under_the_field_and_not_saved(driver, office_desk) -> None:
    incoming(driver)
    driver.find(QLineEdit, "sender").setText("Dinas Kesehatan")
    driver.find(QWidget, "subject").setText("Laporan")
    field = driver.find(QLineEdit, "classification")
    field.setFocus()
    field.setText("bantu")
    driver.key(Key.Key_Tab)
    foot = driver.find(QLabel, "classification_foot")
    assert "bukan kode klasifikasi" in foot.text()
    driver.ctrl(Key.Key_S)
    assert driver.window.findChild(QWidget, "letter_form") is not None
    assert "bukan kode klasifikasi" in foot.text()
    field.setText("400.9.9")
    assert foot.text() == ""
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    assert office_desk.letter(LetterRef(Book.INCOMING, 2026, 3)).classification == "400.9.9"


def test_all_faults_are_marked_at_once_and_go_while_they_are_mended(driver) -> None:
    incoming(driver)
    for name, text in (("letter_date", "31/2/26"), ("received_on", ""), ("classification", "bantu")):
        driver.find(QLineEdit, name).setText(text)
    driver.ctrl(Key.Key_S)
    names = ("sender", "letter_date", "received_on", "subject", "classification")
    for name in names:
        assert driver.find(QWidget, name).property("wrong") == "true", name
    assert driver.window.focusWidget().objectName() == "sender"
    driver.type("D")
    assert driver.find(QLabel, "sender_foot").text() == ""
    driver.find(QWidget, "subject").setText("Laporan")
    assert driver.find(QWidget, "subject").property("wrong") == "false"
    assert driver.find(QWidget, "received_on").property("wrong") == "true"


@popups
def test_a_name_stays_as_typed_while_nobody_was_chosen_from_the_list(driver) -> None:
    incoming(driver)
    field = driver.find(QLineEdit, "sender")
    driver.type("kandang")
    driver.wait(field._list.isVisible)
    # As a list does that gets the focus: it stands on its first row, and has chosen none.
    first = field._list.model().index(0, 0)
    field._list.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
    driver.qtbot.keyClick(field._list, Key.Key_Tab)
    assert field.text() == "kandang"


@popups
def test_a_list_that_opened_while_typing_is_no_way_out_of_an_ambiguous_word(driver) -> None:
    kind = outgoing(driver)
    driver.type("surat")
    popup = kind.completer().popup()
    driver.wait(popup.isVisible)
    driver.qtbot.keyClick(popup, Key.Key_Tab)
    assert popup.isVisible()
    driver.qtbot.keyClick(popup, Key.Key_Tab)
    assert not popup.isVisible()
    assert kind.value() == "Surat Dinas"


def test_the_line_of_a_choice_is_no_field_within_a_field(driver) -> None:
    kind = outgoing(driver)
    driver.qtbot.wait(50)
    line = kind.lineEdit()
    assert line.minimumSizeHint().height() <= line.height() <= kind.height()
