"""The form: two desks at once, a retry, suggestions, files, what it reads back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QTableView, QWidget

from correspondence.classification import ClassificationCode
from correspondence.letters import Urgency
from correspondence.numbering import Book, LetterRef
from correspondence.services import looking_up
from correspondence.services.correcting import correct, form_of
from correspondence.workflow import Step
from tests.builders import Desk as OfficeDesk
from ui.screen.form_fields import TypedDate
from ui.screen.letter_form import LetterFormPage

Key = Qt.Key


def open_form(driver, page: str = "page_incoming") -> LetterFormPage:
    driver.window.open_page(page)
    driver.find(QWidget, page).new_letter()
    return driver.find(LetterFormPage, "letter_form", page)


def edit(driver, office_desk: OfficeDesk) -> LetterFormPage:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.find(QLabel, "reference", "page_incoming").text() == "M-2026-2")
    driver.find(QTableView, "letters_view", "page_incoming").setFocus()
    driver.ctrl(Key.Key_E)
    return driver.find(LetterFormPage, "letter_form", "page_incoming")


def elsewhere(office_desk: OfficeDesk, **fields: Any) -> None:
    """Another desk corrects M-2026-2."""
    ref = LetterRef(Book.INCOMING, 2026, 2)
    dossier = looking_up.dossier(office_desk.office, ref=ref)
    correct(
        office_desk.acting_as(office_desk.office.role, "wati").office,
        ref=ref,
        form=replace(form_of(dossier), **fields),
        read=form_of(dossier),
        version=dossier.letter.version,
    )


def test_another_desk_saved_first_and_no_typing_is_lost(driver, office_desk) -> None:
    form = edit(driver, office_desk)
    elsewhere(office_desk, subject="Ditulis di meja lain", letter_number="99/LAIN")
    driver.find(QWidget, "subject").setText("Ditulis di sini")
    driver.ctrl(Key.Key_S)
    foot = driver.find(QLabel, "subject_foot")
    driver.wait(lambda: "Ditulis di meja lain" in foot.text())
    assert driver.find(QWidget, "subject").text() == "Ditulis di sini"
    assert driver.find(QLineEdit, "letter_number").text() == "99/LAIN"
    assert "wati" in driver.find(QLabel, "letter_number_foot").text()
    driver.wait(lambda: form._version == 2)
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    letter = office_desk.letter(LetterRef(Book.INCOMING, 2026, 2))
    assert (letter.subject, letter.letter_number) == ("Ditulis di sini", "99/LAIN")


def test_a_step_elsewhere_keeps_no_correction_out(driver, office_desk) -> None:
    edit(driver, office_desk)
    ref = LetterRef(Book.INCOMING, 2026, 2)
    office_desk.step(ref, Step.SUBMIT)
    elsewhere(office_desk, fields={"keterangan": "dari buku lama"}, correspondent_address="Jalan Lama 1")
    driver.find(QWidget, "subject").setText("Ditulis di sini")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    letter = office_desk.letter(ref)
    assert (letter.subject, str(letter.state)) == ("Ditulis di sini", "submitted")
    assert letter.fields == {"keterangan": "dari buku lama"}, "what the form has no input for stays"
    assert letter.correspondent_address == "Jalan Lama 1"


def test_a_retry_with_the_same_form_registers_once(driver, office_desk) -> None:
    form = open_form(driver)
    driver.find(QLineEdit, "sender").setText("Dinas Kesehatan")
    driver.find(QWidget, "subject").setText("Laporan")
    letter_form = form._inputs.form()
    job = form._job(letter_form)
    first, second = job(office_desk.office), job(office_desk.office)
    assert first.refs == second.refs
    assert len(looking_up.ids(office_desk.office, asked=looking_up.LetterFilter())) == 4


def test_what_was_typed_becomes_the_letter(driver, office_desk) -> None:
    open_form(driver)
    driver.find(QLineEdit, "sender").setText("  Dinas Sosial ")
    driver.find(QLineEdit, "letter_date").setText("5 okt")
    driver.find(QLineEdit, "received_on").setText("kemarin")
    assert "Selasa, 6 Oktober 2026" in driver.find(QLabel, "received_on_foot").text()
    driver.find(QWidget, "subject").setText("Permohonan")
    driver.find(QWidget, "urgency").setCurrentIndex(1)
    driver.find(QLineEdit, "enclosures").setText("2 berkas")
    assert driver.find(QLabel, "enclosures_foot").text() == "2 (dua) berkas"
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    letter = office_desk.letter(LetterRef(Book.INCOMING, 2026, 3))
    assert (letter.correspondent, letter.urgency, letter.enclosures) == (
        "Dinas Sosial",
        Urgency.SEGERA,
        "2 (dua) berkas",
    )
    assert (letter.letter_date, letter.received_on) == (date(2026, 10, 5), date(2026, 10, 6))


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_sender_met_before_is_offered_and_taken_by_key(driver) -> None:
    open_form(driver)
    field = driver.find(QLineEdit, "sender")
    field.setFocus()
    driver.type("kandang")
    popup = field._list
    driver.wait(lambda: popup.isVisible() and popup.model().rowCount() == 1)
    driver.qtbot.keyClick(popup, Key.Key_Down)
    driver.qtbot.keyClick(popup, Key.Key_Return)
    driver.wait(lambda: field.text() == "Kecamatan Kandangan")


def test_a_code_is_found_by_word_and_told_in_full(driver, office_desk) -> None:
    with office_desk.archive.open_unit() as unit:
        unit.codes.put_many([ClassificationCode("400.9.1", "Bantuan sosial", None, "permendagri-83-2022")])
        unit.commit()
    open_form(driver)
    field = driver.find(QLineEdit, "classification")
    field.setFocus()
    driver.type("400.9.1")
    driver.wait(lambda: driver.find(QLabel, "classification_foot").text() == "Bantuan sosial")


def test_a_file_goes_in_with_the_letter(driver, office_desk, tmp_path) -> None:
    scan = tmp_path / "pindaian é.pdf"
    scan.write_bytes(b"%PDF-1.4 pindaian")
    form = open_form(driver)
    form._files.add([scan])
    driver.find(QLineEdit, "sender").setText("Dinas Kesehatan")
    driver.find(QWidget, "subject").setText("Laporan")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    dossier = looking_up.dossier(office_desk.office, ref=LetterRef(Book.INCOMING, 2026, 3))
    assert [each.name for each in dossier.attachments] == ["pindaian é.pdf"]


def test_a_file_that_is_gone_keeps_the_form(driver, office_desk, tmp_path) -> None:
    form = open_form(driver)
    form._files.add([tmp_path / "hilang.pdf"])
    driver.find(QLineEdit, "sender").setText("Dinas Kesehatan")
    driver.find(QWidget, "subject").setText("Laporan")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: "hilang.pdf" in driver.find(QLabel, "form_wrong").text())
    assert driver.find(QWidget, "subject").text() == "Laporan"
    driver.find(QPushButton, "close_form")


def test_a_typed_date_complains_only_when_it_was_left(qtbot) -> None:
    field = TypedDate(lambda: date(2026, 10, 7))
    qtbot.addWidget(field)
    told: list[tuple[str, str]] = []
    field.read_back.connect(lambda text, wrong: told.append((text, wrong)))
    qtbot.keyClicks(field, "31/2")
    assert not [wrong for _text, wrong in told if wrong]
    field.editingFinished.emit()
    assert told[-1][1]
    field.setText("5/6/26")
    assert told[-1] == ("Jumat, 5 Juni 2026", "")


def test_a_clock_that_runs_behind_is_asked_about_and_may_be_right(driver, office_desk) -> None:
    office_desk.clock.wait(hours=-2)
    open_form(driver)
    driver.find(QLineEdit, "sender").setText("Dinas Kesehatan")
    driver.find(QWidget, "subject").setText("Laporan")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QMessageBox) is not None)
    box = driver.window.findChild(QMessageBox)
    assert driver.window.findChild(QWidget, "letter_form") is not None
    box.accept()
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    assert office_desk.letter(LetterRef(Book.INCOMING, 2026, 3)).subject == "Laporan"
