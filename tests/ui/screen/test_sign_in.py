"""Signing in by keys: who sits down, what the role shows, and how the next one takes the seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from correspondence.letters import Secrecy
from correspondence.services import accounts
from correspondence.workflow import Role, Step
from tests.builders import BUDI, RAHMA
from tests.builders import Desk as OfficeDesk
from tests.ui.screen.conftest import Driver, MemoryRegistry, starter
from ui.screen.app import main
from ui.screen.desk import AGAIN
from ui.screen.main_window import MainWindow

PASSWORD = "kata sandi"
Open = Callable[..., Driver]


@pytest.fixture
def locked(office_desk: OfficeDesk) -> OfficeDesk:
    """An office with an administrator, a secretary and a clerk."""
    for role in (Role.ADMINISTRATOR, Role.SECRETARY, Role.CLERK):
        accounts.add_account(office_desk.office, name=f"Ibu {role}", role=role, password=PASSWORD)
    return office_desk


@pytest.fixture
def door(open_office_window: Open, locked: OfficeDesk) -> Driver:
    return open_office_window(locked.office, wait="page_sign_in")


def sign_in(driver: Driver, name: str, password: str = PASSWORD) -> None:
    """As a person does it: name, Enter, password, Enter."""
    driver.find(QLineEdit, "name", "page_sign_in").clear()
    driver.find(QLineEdit, "name", "page_sign_in").setFocus()
    driver.type(name)
    driver.key(Qt.Key.Key_Return)
    driver.type(password)
    driver.key(Qt.Key.Key_Return)


def wrong(driver: Driver, name: str) -> str:
    label = driver.find(QLabel, f"{name}_wrong", "page_sign_in")
    return label.text() if label.isVisible() else ""


def test_without_accounts_nobody_is_asked(open_office_window: Open, office_desk: OfficeDesk) -> None:
    driver = open_office_window(office_desk.office)
    assert driver.window.findChild(QPushButton, "switch_user") is None


def test_the_window_opens_on_the_sign_in(door: Driver) -> None:
    assert not door.find(QWidget, "navigation").isVisible()
    for key in (Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Z, Qt.Key.Key_P):
        door.ctrl(key)
    door.key(Qt.Key.Key_F5)
    door.key(Qt.Key.Key_F1)
    answered: list[bool] = []
    door.window._desk.background.run(lambda _office: True, on_done=answered.append)
    door.wait(lambda: bool(answered))
    assert door.page() == "page_sign_in", "no key goes past the door"
    assert door.window._desk.surroundings is None


def test_a_right_password_opens_the_first_page(door: Driver) -> None:
    sign_in(door, "ibu secretary")
    door.wait(lambda: door.page() == "page_desk")
    shown = [each.text() for each in door.find(QWidget, "navigation").findChildren(QLabel)]
    assert "Ibu secretary\nSekretaris" in shown
    assert door.find(QPushButton, "switch_user").isVisible()


def test_what_is_wrong_is_said_beside_the_field(door: Driver) -> None:
    sign_in(door, "Ibu clerk", "bukan ini")
    door.wait(lambda: bool(wrong(door, "password")))
    assert "salah" in wrong(door, "password")
    password = door.find(QLineEdit, "password", "page_sign_in")
    door.wait(password.hasFocus)
    assert password.echoMode() is QLineEdit.EchoMode.Password
    # Marked whole: the next try is typed over it.
    door.type(PASSWORD)
    assert wrong(door, "password") == ""
    door.key(Qt.Key.Key_Return)
    door.wait(lambda: door.page() == "page_desk")


def test_empty_fields_are_asked_for(door: Driver) -> None:
    name = door.find(QLineEdit, "name", "page_sign_in")
    name.clear()
    name.setFocus()
    door.key(Qt.Key.Key_Return)
    assert wrong(door, "name")
    door.type("Ibu clerk")
    door.key(Qt.Key.Key_Return)
    assert door.find(QLineEdit, "password", "page_sign_in").hasFocus()
    door.key(Qt.Key.Key_Return)
    assert wrong(door, "password")


def test_the_last_name_is_remembered_not_the_password(
    open_office_window: Open, locked: OfficeDesk, door: Driver, tmp_path: Any
) -> None:
    sign_in(door, "ibu CLERK")
    door.wait(lambda: door.page() == "page_desk")
    again = open_office_window(locked.office, wait="page_sign_in")
    assert again.find(QLineEdit, "name", "page_sign_in").text() == "Ibu clerk"
    assert again.find(QLineEdit, "password", "page_sign_in").hasFocus()
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "meja").glob("*.json"))
    assert "Ibu clerk" in kept
    assert PASSWORD not in kept


def test_a_desks_first_day_offers_the_account_it_was_opened_as(
    open_office_window: Open, locked: OfficeDesk
) -> None:
    office = locked.acting_as(Role.ADMINISTRATOR, actor="ibu CLERK").office
    driver = open_office_window(office, wait="page_sign_in")
    assert driver.find(QLineEdit, "name", "page_sign_in").text() == "Ibu clerk"


def test_the_journal_names_who_signed_in(door: Driver, locked: OfficeDesk) -> None:
    sign_in(door, "ibu clerk")
    door.wait(lambda: door.page() == "page_desk")
    door.ctrl(Qt.Key.Key_N)
    door.wait(lambda: door.page() == "page_incoming")
    for name, text in (("sender", "Dinas Sosial"), ("subject", "Permohonan data")):
        field = next(each for each in door.window.page.findChildren(QWidget, name) if each.isVisible())
        field.setFocus()
        door.type(text)
    door.ctrl(Qt.Key.Key_S)
    door.wait(lambda: bool(locked.archive.kept.letters))
    assert {each.by for each in locked.archive.kept.journal if each.letter_id} == {"Ibu clerk"}


def test_an_account_that_is_disabled_is_asked_again(door: Driver, locked: OfficeDesk) -> None:
    sign_in(door, "ibu clerk")
    door.wait(lambda: door.page() == "page_desk")
    accounts.disable_account(locked.office, name="ibu clerk")
    door.key(Qt.Key.Key_F5)
    door.wait(lambda: not door.window.isVisible())
    assert door.window.property(AGAIN)


def test_somebody_else_sits_down(qapp: QApplication, locked: OfficeDesk, tmp_path: Any, qtbot: Any) -> None:
    """Through the program's own loop: a new window after the one that was left, and its keys do what keys do."""
    names: list[str] = []

    def window() -> MainWindow | None:
        open_now = [each for each in qapp.topLevelWidgets() if isinstance(each, MainWindow)]
        return next((each for each in open_now if each.isVisible()), None)

    def step() -> None:
        shown = window()
        if shown is None or shown.page is None:
            return
        driver = Driver(shown, qtbot)
        if shown.page.objectName() == "page_sign_in" and shown.page.isEnabled():
            if shown.property("asked"):
                return
            shown.setProperty("asked", True)
            shown.activateWindow()
            sign_in(driver, ("Ibu secretary", "Ibu clerk")[len(names)])
        elif shown.page.objectName() == "page_desk" and driver.window.findChild(QPushButton, "switch_user"):
            labels = shown.findChild(QWidget, "navigation").findChildren(QLabel)
            names.append(
                next(each.text() for each in labels if each.text().startswith("Ibu")).splitlines()[0]
            )
            if len(names) == 1:
                shown.findChild(QPushButton, "switch_user").click()
            else:
                shown.close()

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(100)
    QTimer.singleShot(30_000, qapp.quit)
    code = main(opener=lambda: MemoryRegistry(locked.office), starter=starter, folder=tmp_path / "meja")
    timer.stop()
    assert code == 0
    assert names == ["Ibu secretary", "Ibu clerk"]


def test_half_typed_settings_are_asked_about_before_the_seat_is_left(door: Driver) -> None:
    sign_in(door, "ibu administrator")
    door.wait(lambda: door.page() == "page_desk")
    door.ctrl(Qt.Key.Key_8)
    door.wait(lambda: door.page() == "page_settings")
    place = door.find(QLineEdit, "place", "page_settings")
    place.setFocus()
    door.type("X")
    door.ctrl(Qt.Key.Key_U, shift=True)
    box = next(each for each in door.window.findChildren(QMessageBox) if each.isVisible())
    assert "Ganti pengguna" in box.text() + box.windowTitle()
    box.reject()
    assert door.window.isVisible()
    assert not door.window.property(AGAIN)


@pytest.mark.parametrize(
    ("role", "told"), [(Role.CLERK, "hanya dapat dilihat"), (Role.SECRETARY, "diubah Pengelola")]
)
def test_the_settings_say_what_a_role_may_change(
    door: Driver, locked: OfficeDesk, role: Role, told: str
) -> None:
    sign_in(door, f"ibu {role}")
    door.wait(lambda: door.page() == "page_desk")
    door.ctrl(Qt.Key.Key_8)
    door.wait(lambda: door.page() == "page_settings")
    assert any(told in each for each in shown_in(door.find(QWidget, "page_settings")))
    place = door.find(QLineEdit, "place", "page_settings")
    place.setFocus()
    door.type("X")
    door.ctrl(Qt.Key.Key_S)
    toast = door.find(QWidget, "toast")
    refused = "Mengubah pengaturan kantor hanya dapat dilakukan oleh Pengelola"
    door.wait(lambda: any(refused in each for each in (toast.accessibleName(), *shown_in(door.window.page))))
    assert locked.archive.kept.profile.place == "Kediri"


def waiting_letter(desk: OfficeDesk) -> None:
    ref = desk.outgoing(subject="Jawaban permohonan data")
    desk.chain(ref, BUDI, sign=RAHMA)
    desk.step(ref, Step.SEND_FOR_REVIEW)


@pytest.mark.parametrize(("role", "shown"), [(Role.CLERK, False), (Role.SECRETARY, True)])
def test_the_role_decides_the_buttons_under_a_chain(
    open_office_window: Open, locked: OfficeDesk, role: Role, shown: bool
) -> None:
    waiting_letter(locked)
    driver = open_office_window(locked.office, wait="page_sign_in")
    sign_in(driver, f"ibu {role}")
    driver.wait(lambda: driver.page() == "page_desk")
    driver.ctrl(Qt.Key.Key_5)
    driver.wait(lambda: driver.page() == "page_signatures")
    view = driver.find(QWidget, "signatures_view", "page_signatures")
    driver.wait(lambda: view.model().rowCount() > 0)
    view.setFocus()
    driver.key(Qt.Key.Key_End)
    bar = driver.find(QWidget, "board_bar", "page_signatures")
    driver.wait(bar.isVisible)
    driver.wait(lambda: bool([each for each in bar.findChildren(QPushButton) if each.isVisible()]))
    words = {each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()}
    words |= {
        action.text()
        for each in bar.findChildren(QPushButton)
        if each.menu() is not None
        for action in each.menu().actions()
    }
    assert "Kembalikan" in " ".join(words), words
    for word in ("Lewati", "Alihkan"):
        assert any(word in each for each in words) is shown, words


def test_a_letter_above_the_clearance_is_closed_in_its_place(
    open_office_window: Open, locked: OfficeDesk
) -> None:
    locked.incoming(subject="Hasil penyelidikan", correspondent="Zulkarnain", secrecy=Secrecy.RAHASIA)
    driver = open_office_window(locked.office, wait="page_sign_in")
    sign_in(driver, "ibu clerk")
    driver.wait(lambda: driver.page() == "page_desk")
    driver.ctrl(Qt.Key.Key_2)
    driver.wait(lambda: driver.page() == "page_incoming" and driver.rows() == 1)
    view = driver.find(QWidget, "letters_view", "page_incoming")
    view.setFocus()
    driver.key(Qt.Key.Key_Home)
    detail = driver.find(QWidget, "detail", "page_incoming")
    driver.wait(lambda: any("kewenangan baca" in each for each in shown_in(detail)))
    assert driver.find(QWidget, "toast").isVisible() is False
    everything = " ".join(shown_in(driver.window))
    for secret in ("penyelidikan", "Zulkarnain"):
        assert secret not in everything
    model = view.model()
    texts = [
        str(model.index(0, column).data(role))
        for column in range(model.columnCount())
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
    ]
    assert "(rahasia)" in " ".join(texts)
    assert "penyelidikan" not in " ".join(texts)


def test_a_clerk_saves_a_sealed_letter_without_an_error(open_office_window: Open, locked: OfficeDesk) -> None:
    driver = open_office_window(locked.office, wait="page_sign_in")
    sign_in(driver, "ibu clerk")
    driver.wait(lambda: driver.page() == "page_desk")
    driver.ctrl(Qt.Key.Key_N)
    driver.wait(lambda: driver.page() == "page_incoming")
    fields = {
        name: next(each for each in driver.window.page.findChildren(QWidget, name) if each.isVisible())
        for name in ("sender", "subject", "secrecy")
    }
    for name, text in (("sender", "Zulkarnain"), ("subject", "Hasil penyelidikan")):
        fields[name].setFocus()
        driver.type(text)
    fields["secrecy"].setFocus()
    driver.type("R")
    driver.ctrl(Qt.Key.Key_S)
    driver.wait(lambda: bool(locked.archive.kept.letters))
    [letter] = locked.archive.kept.letters.values()
    assert letter.secrecy is Secrecy.RAHASIA
    driver.wait(lambda: any("kewenangan baca" in each for each in shown_in(driver.window)))
    said = driver.find(QWidget, "toast").accessibleName()
    assert str(letter.ref) in said, said
    assert "kewenangan" not in said


def shown_in(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
