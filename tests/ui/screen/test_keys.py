"""Keys a clerk's fingers know: Enter on a button, Esc in the search, Home and End in a list, F5 for everything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.people import Officer
from correspondence.profile import OfficeProfile
from correspondence.services.registering import register_incoming
from tests.builders import StandingClock, incoming_form
from tests.fakes import FakeArchive
from ui.screen.step_dialog import serving_officers

Key = Qt.Key


def incoming(driver) -> QTableView:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    return driver.find(QTableView, "letters_view", "page_incoming")


def test_enter_presses_the_button_one_stands_on(driver) -> None:
    view = incoming(driver)
    button = driver.find(QPushButton, "next_step", "page_incoming")
    driver.wait(lambda: button.accessibleName() == "Ajukan")
    view.setFocus()
    driver.key(Key.Key_Return)
    assert driver.window.focusWidget() is button
    driver.key(Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(QWidget, "to") is not None)


def test_after_the_help_the_search_has_its_keys_again(driver) -> None:
    incoming(driver)
    driver.ctrl(Key.Key_F)
    driver.type("musrenbang")
    driver.wait(lambda: driver.rows() == 1)
    driver.key(Key.Key_F1)
    driver.key(Key.Key_F1)
    driver.key(Key.Key_Escape)
    assert driver.find(QLineEdit, "search", "page_incoming").text() == ""
    driver.wait(lambda: driver.rows() == 2)


def test_home_and_end_go_to_the_first_and_the_last_letter(driver) -> None:
    view = incoming(driver)
    view.setFocus()
    driver.key(Key.Key_End)
    assert view.currentIndex().row() == 1
    driver.key(Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_f5_reads_the_officers_too(driver, office_desk) -> None:
    incoming(driver)
    with office_desk.archive.open_unit() as unit:
        unit.people.add_officer(Officer("Wati Baru"))
        unit.commit()
    desk = driver.window._desk
    assert "Wati Baru" not in [each.officer.name for each in serving_officers(desk)]
    driver.key(Key.Key_F5)
    driver.wait(lambda: "Wati Baru" in [each.officer.name for each in serving_officers(desk)])


def test_a_disposition_without_officers_says_where_they_are_added(open_office_window) -> None:
    archive = FakeArchive()
    with archive.open_unit() as unit:
        unit.profiles.write(OfficeProfile(name="Kelurahan Tanjung Laut"))
        unit.commit()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "petugas")
    register_incoming(office, form=incoming_form(unit="", kind=""))
    driver = open_office_window(office)
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.find(QWidget, "letters_view", "page_incoming").current_id is not None)
    acts = driver.window.page._list.acts
    driver.wait(lambda: acts.dossier is not None)
    assert acts.dossier.letter.ref == LetterRef(Book.INCOMING, 2026, 1)
    driver.ctrl(Key.Key_D)
    foot = driver.find(QWidget, "to_foot")
    assert "Ctrl+8" in foot.text()
