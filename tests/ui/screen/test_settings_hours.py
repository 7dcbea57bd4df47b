"""Jam kerja khusus in Pengaturan, by keys over a real registry: kept, mended, refused beside the field, followed at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView

from correspondence.changes import Topic
from correspondence.services import other_hours
from tests.ui.screen.test_settings_page import dialog, field, go, press, retype, texts
from ui.screen.settings_hours import OtherHoursSection
from ui.screen.settings_page import SettingsPage

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.fixture
def page(real) -> SettingsPage:
    shown = real.show(SettingsPage(real.desk))
    go(shown, "other_hours")
    real.settle()
    return shown


def form(page: SettingsPage) -> QDialog:
    return dialog(page.section)


def typed(qtbot, page: SettingsPage, **fields: str) -> QDialog:
    press(page.section, "add_hours")
    opened = form(page)
    for name, text in fields.items():
        retype(qtbot, field(opened, name), text)
    return opened


def week(opened: QDialog) -> list[str]:
    return [field(opened, code).text() for code in WEEK]


RAMADAN = {"name": "Ramadan 1448 H", "first": "8/2/2027", "last": "9/3/2027", "hours": "08.00-15.00"}


def test_ramadan_is_typed_in_one_span_and_a_friday(qtbot, real, page) -> None:
    assert "Ramadan" in page.section.findChild(QLabel, "other_hours_view_empty").text()
    opened = typed(qtbot, page, **RAMADAN)
    assert week(opened) == ["08.00-15.00"] * 5 + ["", ""]
    retype(qtbot, field(opened, "friday"), "08.00-15.30")
    retype(qtbot, field(opened, "hours"), "08.00-14.00")
    assert week(opened) == ["08.00-14.00"] * 4 + ["08.00-15.30", "", ""]
    qtbot.keyClick(field(opened, "hours"), Qt.Key.Key_Return)
    real.settle()
    assert not opened.isVisible()
    row = ("Ramadan 1448 H", "8 Februari 2027", "9 Maret 2027", "Sen–Kam 08.00-14.00 · Jum 08.00-15.30")
    assert texts(page, "other_hours_view") == [row]


def test_a_market_saturday_takes_the_span(qtbot, real, page) -> None:
    opened = typed(qtbot, page, name="Hari pasar", first="10/10/2026", hours="08.00-12.00")
    assert week(opened) == ["", "", "", "", "", "08.00-12.00", ""]


def test_what_is_wrong_is_said_beside_its_field_and_the_typing_stays(qtbot, real, page) -> None:
    opened = typed(qtbot, page, **RAMADAN | {"first": ""})
    save = opened.findChild(QPushButton, "save")
    for name, text, said in (
        ("first", "10/3/2027", "lebih awal"),
        ("first", "8/2/2027", ""),
        ("hours", "15.00-08.00", "tidak berurutan"),
        ("hours", "08.00-15.00", ""),
        ("friday", "sore", "tidak terbaca"),
        ("friday", "08.00-15.30", ""),
        ("name", "", "belum diisi"),
    ):
        retype(qtbot, field(opened, name), text) if text else field(opened, name).clear()
        if not said:
            continue
        save.click()
        real.settle()
        wrong = "last" if said == "lebih awal" else name
        assert said in opened.findChild(QLabel, f"{wrong}_below").text()
        assert opened.isVisible()
    assert field(opened, "last").text() == "9/3/2027"
    assert real.ask(other_hours.dated_hours) == ()


def test_an_overlap_names_the_other_and_an_empty_week_the_way_out(qtbot, real, page) -> None:
    first = typed(qtbot, page, **RAMADAN)
    first.findChild(QPushButton, "save").click()
    real.settle()
    opened = typed(qtbot, page, **RAMADAN | {"name": "Hari pasar", "first": "9/3/2027", "last": ""})
    opened.findChild(QPushButton, "save").click()
    real.settle()
    assert "“Ramadan 1448 H”" in opened.findChild(QLabel, "first_below").text()
    retype(qtbot, field(opened, "first"), "10/3/2027")
    field(opened, "wednesday").clear()
    opened.findChild(QPushButton, "save").click()
    real.settle()
    assert "hari libur" in opened.findChild(QLabel, "hours_below").text()


def test_one_is_mended_in_place_removed_and_brought_back(qtbot, real, page) -> None:
    typed(qtbot, page, **RAMADAN).findChild(QPushButton, "save").click()
    real.settle()
    view = page.section.findChild(QTableView, "other_hours_view")
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    opened = form(page)
    assert field(opened, "name").text() == "Ramadan 1448 H"
    assert week(opened) == ["08.00-15.00"] * 5 + ["", ""]
    retype(qtbot, field(opened, "last"), "8/3/2027")
    opened.findChild(QPushButton, "save").click()
    real.settle()
    (only,) = real.ask(other_hours.dated_hours)
    assert (only.first, only.last) == (date(2027, 2, 8), date(2027, 3, 8))
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    real.settle()
    assert real.ask(other_hours.dated_hours) == ()
    assert "Ramadan 1448 H" in real.said[-1].text
    real.said[-1].on_action()
    real.settle()
    assert real.ask(other_hours.dated_hours) == (only,)


def test_the_calendar_of_the_desk_and_an_open_list_follow_at_once(qtbot, real, page) -> None:
    told = []
    real.desk.changed.connect(told.append)
    beside = OtherHoursSection(real.desk)
    qtbot.addWidget(beside)
    typed(qtbot, page, **RAMADAN).findChild(QPushButton, "save").click()
    real.settle()
    assert Topic.HOLIDAYS in told[-1].topics
    hours = real.desk.known.calendar.spans_on(date(2027, 2, 8))
    assert [f"{begins:%H.%M}-{ends:%H.%M}" for begins, ends in hours] == ["08.00-15.00"]
    assert len(beside.list.rows) == 1


def test_a_six_day_week_stands_in_the_window(qtbot, real, page) -> None:
    go(page, "hours")
    real.settle()
    retype(qtbot, page.section.findChild(QLineEdit, "hours.saturday"), "07.30-12.00")
    page.save()
    real.settle()
    assert real.desk.known.calendar.is_workday(date(2026, 10, 10))
