"""Pengaturan → Pengguna by keys and buttons, over a real registry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from correspondence.errors import Refused
from correspondence.letters import Secrecy
from correspondence.services import accounts
from correspondence.workflow import Role
from tests.builders import RAHMA
from tests.ui.screen.test_settings_page import dialog, go, press, texts
from ui.screen.settings_page import SettingsPage

PASSWORD = "kata sandi"


@pytest.fixture
def page(real) -> SettingsPage:
    shown = real.show(SettingsPage(real.desk))
    go(shown, "users")
    real.settle()
    return shown


def fill(qtbot, form, **values: str) -> None:
    for name, value in values.items():
        line = form.findChild(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, value)


def choose(form, name: str, value: str) -> None:
    box = form.findChild(QComboBox, name)
    assert box.findData(value) >= 0, value
    box.setCurrentIndex(box.findData(value))


def save(real, form) -> None:
    press(form, "save")
    real.settle()


def added(real, name: str, role: Role) -> None:
    real.ask(lambda office: accounts.add_account(office, name=name, role=role, password=PASSWORD))


def test_the_empty_list_says_what_that_means(page) -> None:
    empty = page.section.findChild(QLabel, "users_view_empty")
    assert empty.isVisible()
    assert "siapa pun di meja ini" in empty.text()


def test_the_first_account_is_an_administrators_and_says_what_follows(qtbot, real, page) -> None:
    press(page.section, "add_user")
    form = dialog(page)
    assert form.findChild(QComboBox, "role").currentData() == "administrator"
    assert any("meminta Anda masuk" in each.text() for each in form.findChildren(QLabel))
    fill(qtbot, form, name="Rini Wulandari", password=PASSWORD, again=PASSWORD)
    assert form.findChild(QLineEdit, "password").echoMode() is QLineEdit.EchoMode.Password
    choose(form, "officer", RAHMA)
    save(real, form)
    [line] = real.ask(accounts.accounts)
    assert (line.account.name, line.account.role, line.officer) == (
        "Rini Wulandari",
        Role.ADMINISTRATOR,
        RAHMA,
    )
    assert line.account.clearance is Secrecy.SANGAT_RAHASIA
    assert texts(page, "users_view") == [
        ("Rini Wulandari", "Pengelola", RAHMA, "Sangat rahasia", "aktif"),
    ]
    assert real.desk.memory.recall("sign_in") == {"name": "Rini Wulandari"}


def test_two_passwords_that_differ_are_told_under_the_field(qtbot, real, page) -> None:
    press(page.section, "add_user")
    form = dialog(page)
    fill(qtbot, form, name="rini", password=PASSWORD, again=PASSWORD + "x")
    save(real, form)
    assert "tidak sama" in form.findChild(QLabel, "again_below").text()
    fill(qtbot, form, password="12345", again="12345")
    save(real, form)
    assert "paling sedikit 6" in form.findChild(QLabel, "password_below").text()
    assert real.ask(accounts.accounts) == ()


def test_an_account_is_changed_disabled_and_enabled(qtbot, real, page) -> None:
    added(real, "admin", Role.ADMINISTRATOR)
    added(real, "rini", Role.CLERK)
    page.section.refresh()
    real.settle()
    page.section.list.stand_on("rini")
    press(page.section, "change_user")
    form = dialog(page)
    choose(form, "role", "secretary")
    choose(form, "clearance", "rahasia")
    save(real, form)
    assert texts(page, "users_view")[1] == ("rini", "Sekretaris", "", "Rahasia", "aktif")
    button = page.section.findChild(QPushButton, "turn_user")
    assert button.text() == "Nonaktifkan"
    press(page.section, "turn_user")
    real.settle()
    assert texts(page, "users_view")[1][-1] == "nonaktif"
    assert button.text() == "Aktifkan lagi"
    press(page.section, "turn_user")
    real.settle()
    assert texts(page, "users_view")[1][-1] == "aktif"


def test_the_last_administrator_is_not_disabled(real, page) -> None:
    added(real, "admin", Role.ADMINISTRATOR)
    page.section.refresh()
    real.settle()
    page.section.list.stand_on("admin")
    press(page.section, "turn_user")
    real.settle()
    assert real.said[-1].wrong
    assert "pengelola terakhir" in real.said[-1].text


def test_a_forgotten_password_is_set_anew(qtbot, real, page) -> None:
    added(real, "rini", Role.CLERK)
    page.section.refresh()
    real.settle()
    page.section.list.stand_on("rini")
    press(page.section, "set_password")
    form = dialog(page)
    assert form.findChild(QLineEdit, "current") is None
    fill(qtbot, form, password=" yang baru ", again=" yang baru ")
    save(real, form)
    assert (
        real.ask(lambda office: accounts.sign_in(office, name="rini", password=" yang baru ")).name == "rini"
    )


def test_ones_own_password_asks_for_the_one_it_was(qtbot, real, page) -> None:
    added(real, "petugas", Role.CLERK)  # the name that this desk acts under
    page.section.refresh()
    real.settle()
    page.section.list.stand_on("petugas")
    press(page.section, "set_password")
    form = dialog(page)
    fill(qtbot, form, current="bukan ini", password="yang baru", again="yang baru")
    save(real, form)
    assert "Kata sandi lama salah" in form.findChild(QLabel, "current_below").text()
    with pytest.raises(Refused):
        real.ask(lambda office: accounts.sign_in(office, name="petugas", password="yang baru"))
    fill(qtbot, form, current=PASSWORD)
    save(real, form)
    assert real.ask(lambda office: accounts.sign_in(office, name="petugas", password="yang baru"))


def test_a_row_out_of_use_is_faded(real, page) -> None:
    added(real, "admin", Role.ADMINISTRATOR)
    added(real, "rini", Role.CLERK)
    real.ask(lambda office: accounts.disable_account(office, name="rini"))
    page.section.refresh()
    real.settle()
    model = page.section.findChild(QTableView, "users_view").model()
    ink = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in range(2)]
    assert ink[0] is None
    assert ink[1] is not None
