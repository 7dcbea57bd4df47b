"""The message bar: goes away by itself, by Esc, by another page; never lies on a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from ui.screen import toast as bar

Key = Qt.Key


def complain(driver) -> QWidget:
    driver.window._desk.say_wrong("Disk penuh.")
    shown = driver.find(QWidget, "toast")
    assert shown.isVisible()
    return shown


def test_a_complaint_leaves_with_its_page(driver) -> None:
    shown = complain(driver)
    driver.window.open_page("page_incoming")
    assert not shown.isVisible()


def test_what_was_done_takes_the_place_of_a_complaint(driver) -> None:
    shown = complain(driver)
    driver.window._desk.say("Disimpan.")
    assert shown.accessibleName() == "Disimpan."


def test_escape_closes_a_complaint_first_and_then_what_it_closes_otherwise(driver) -> None:
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 2)
    driver.ctrl(Key.Key_F)
    driver.type("musrenbang")
    shown = complain(driver)
    driver.key(Key.Key_Escape)
    assert not shown.isVisible()
    assert driver.find(QLineEdit, "search", "page_incoming").text() == "musrenbang"
    driver.key(Key.Key_Escape)
    assert driver.find(QLineEdit, "search", "page_incoming").text() == ""


def test_a_complaint_goes_by_itself(driver) -> None:
    shown = complain(driver)
    assert 8_000 <= shown._timer.remainingTime() <= 13_000


def test_what_was_done_goes_sooner_once_a_key_is_pressed(driver) -> None:
    driver.window.open_page("page_incoming")
    driver.window._desk.say("Disimpan.")
    shown = driver.find(QWidget, "toast")
    assert shown._timer.remainingTime() > 5_000
    driver.key(Key.Key_Down)
    assert 1_000 < shown._timer.remainingTime() <= 2_700


def test_the_bar_gives_way_to_a_button_that_comes_later(driver) -> None:
    driver.window.resize(1366, 768)
    driver.window.open_page("page_reports")
    driver.qtbot.wait(200)
    driver.window._desk.say("Disimpan.")
    shown = driver.find(QWidget, "toast")
    late = QPushButton("Ditandatangani", driver.window.page)
    late.setGeometry(shown.parentWidget().rect().intersected(shown.geometry()).adjusted(20, 5, -200, -5))
    late.show()
    driver.wait(lambda: not covers(driver, shown, late))


def covers(driver, shown: QWidget, button: QWidget) -> bool:
    here = QRect(shown.mapTo(driver.window, shown.rect().topLeft()), shown.size())
    return here.intersects(QRect(button.mapTo(driver.window, button.rect().topLeft()), button.size()))


@pytest.mark.parametrize("page", ["page_settings", "page_incoming", "page_reports"])
def test_no_button_lies_under_the_bar(driver, page) -> None:
    driver.window.resize(1366, 768)
    driver.window.open_page(page)
    driver.qtbot.wait(200)
    shown = complain(driver)
    here = QRect(shown.mapTo(driver.window, shown.rect().topLeft()), shown.size())
    for button in driver.window.page.findChildren(QAbstractButton):
        if button.isVisible() and not button.visibleRegion().isEmpty():
            there = QRect(button.mapTo(driver.window, button.rect().topLeft()), button.size())
            assert not here.intersects(there), button.text()


def test_the_close_button_is_read_on_its_ground(driver) -> None:
    driver.window._desk.say("Disimpan.", action="Buka")
    shown = complain(driver)
    close = next(each for each in shown.findChildren(QPushButton) if each.isVisible())
    ink = close.palette().buttonText().color()
    assert ink == shown.findChild(QLabel, "toast_text").palette().windowText().color()
    assert contrast(ink, driver.window._desk.look.colour("red_soft")) > 4.5


def contrast(one: QColor, other: QColor) -> float:
    """As the accessibility rules reckon it."""
    lights = sorted(_light(each) for each in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_bar_stays_where_it_was_when_nothing_lies_there(qtbot) -> None:
    field = QRect(0, 0, 1000, 600)
    spot = bar.free_spot(field, QRect(0, 0, 520, 60).size(), [])
    assert (spot.x(), spot.y()) == (0, 540)
    above = bar.free_spot(field, QRect(0, 0, 520, 60).size(), [QRect(10, 550, 80, 30)])
    assert not QRect(above, QRect(0, 0, 520, 60).size()).intersects(QRect(10, 550, 80, 30))


def test_where_all_is_taken_the_bar_covers_least(qtbot) -> None:
    field = QRect(0, 0, 600, 300)
    taken = [QRect(0, 0, 600, 200), QRect(0, 200, 100, 100)]
    spot = bar.free_spot(field, QRect(0, 0, 520, 60).size(), taken)
    assert (spot.x(), spot.y()) == (80, 240)
