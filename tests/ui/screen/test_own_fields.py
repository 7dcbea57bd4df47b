"""Fields of a kind's own in the form: they come with the kind, are checked beside the field, and are offered again."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.own_tables import OwnRow
from correspondence.search import LetterFilter
from correspondence.services import keeping, looking_up
from correspondence.services.own_forms import set_own_rows
from tests.builders import Desk as OfficeDesk
from tests.templates_docx.making import template
from ui.desk_printing import DeskPrinting
from ui.screen.letter_form import LetterFormPage
from ui.screen.own_field_inputs import OwnFieldInputs

Key = Qt.Key
NIK = "3571014107900001"
CITIZEN = {
    "nama": "Siti Aminah",
    "nik": NIK,
    "tanggal_lahir": "1990-07-01",
    "jenis_kelamin": "Perempuan",
    "alamat": "Jalan Brawijaya 1",
    "keperluan": "Melamar pekerjaan",
}
ASKED = (
    "{{ isian.nama }} {{ isian.nik }} {{ isian.tanggal_lahir }} {{ isian.jenis_kelamin }} {{ isian.alamat }}"
)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templat"
    folder.mkdir()
    template(folder, ASKED, "{{ isian.keperluan }} {{ isian.biaya }}", name="kuasa.docx")
    return folder


@pytest.fixture
def driver(open_office_window, office_desk, templates) -> Any:
    office_desk.outgoing(subject="Jawaban", kind="Surat Dinas")
    keeping.add_kind(office_desk.office, name="Surat Kuasa", template="kuasa.docx")
    return open_office_window(office_desk.office, printing=DeskPrinting(templates))


def outgoing_page(driver) -> None:
    """In front: without a screen a window that laid out a page anew may have lost its place."""
    driver.window.open_page("page_outgoing")
    driver.qtbot.wait(50)
    driver.window.activateWindow()
    driver.wait(lambda: QApplication.activeWindow() is driver.window)


def new_form(driver) -> OwnFieldInputs:
    outgoing_page(driver)
    driver.find(QWidget, "page_outgoing").new_letter()
    return driver.find(OwnFieldInputs, "own_fields", "page_outgoing")


def choose_kind(driver, word: str = "Surat Kuasa") -> None:
    """By the arrows: the list that opens while one types takes the window's place on a screen of no screen."""
    kind = driver.find(QComboBox, "kind")
    kind.setFocus()
    kind.setCurrentIndex(0)
    for _each in range(kind.findText(word)):
        driver.key(Key.Key_Down)
    assert kind.currentText() == word


def kuasa(driver) -> OwnFieldInputs:
    own = new_form(driver)
    choose_kind(driver)
    driver.wait(lambda: "biaya" in own.fields)
    return own


def retype(driver, name: str, text: str) -> None:
    field = driver.find(QWidget, name)
    field.setFocus()
    driver.key(Key.Key_End)
    driver.type(text)


def newest(office_desk: OfficeDesk) -> Any:
    return office_desk.letter(LetterRef(Book.OUTGOING, 2026, 2))


def test_the_fields_of_a_kind_come_with_it_in_the_template_s_order(driver) -> None:
    own = kuasa(driver)
    assert list(own.fields) == [*CITIZEN, "biaya"]
    words = [own.fields[name].editor.accessibleName() for name in own.fields]
    assert words[:4] == ["Nama", "NIK", "Tanggal lahir", "Jenis kelamin"]
    assert isinstance(driver.find(QWidget, "alamat"), QPlainTextEdit)
    choice = driver.find(QComboBox, "jenis_kelamin")
    assert [choice.itemText(row) for row in range(choice.count())] == ["", "Laki-laki", "Perempuan"]


class _Slow(DeskPrinting):
    """Reads a template as slowly as an old computer does."""

    gate = threading.Event()

    def own_fields(self, office, kind):
        self.gate.wait(10)
        return super().own_fields(office, kind)


def test_a_chosen_kind_says_that_it_is_read_and_shows_its_first_field(
    open_office_window, office_desk, templates
) -> None:
    keeping.add_kind(office_desk.office, name="Surat Kuasa", template="kuasa.docx")
    _Slow.gate.clear()
    driver = open_office_window(office_desk.office, printing=_Slow(templates))
    driver.window.resize(1000, 420)
    own = new_form(driver)
    reading = driver.find(QLabel, "own_reading")
    assert not reading.isVisible()
    choose_kind(driver)
    driver.wait(reading.isVisible)
    driver.wait(lambda: not reading.visibleRegion().isEmpty())
    assert reading.text() == "Membaca isian jenis ini …"
    _Slow.gate.set()
    driver.wait(lambda: "biaya" in own.fields)
    assert not reading.isVisible()
    first = own.fields["nama"]
    driver.wait(lambda: first.visibleRegion().boundingRect().height() == first.height())
    assert driver.find(QComboBox, "kind").hasFocus(), "who chooses goes on choosing"


def test_tab_goes_from_the_last_field_of_every_letter_through_its_own(driver) -> None:
    own = kuasa(driver)
    driver.find(QLineEdit, "external_reference").setFocus()
    gone = []
    for _each in own.fields:
        driver.key(Key.Key_Tab)
        gone.append(QApplication.focusWidget().objectName())
    assert gone == list(own.fields)


def test_what_is_typed_is_checked_beside_the_field_and_kept_with_the_letter(driver, office_desk) -> None:
    kuasa(driver)
    retype(driver, "correspondent", "Camat Mojoroto")
    retype(driver, "subject", "Kuasa")
    retype(driver, "nik", "123")
    retype(driver, "biaya", "1.500.000")
    driver.key(Key.Key_Tab)
    assert "16 angka" in driver.find(QLabel, "nik_foot").text()
    assert driver.find(QLabel, "biaya_foot").text() == "Rp 1.500.000"
    driver.ctrl(Key.Key_S)
    assert "3 angka" in driver.find(QLabel, "nik_foot").text()
    assert driver.find(QLineEdit, "nik").hasFocus()
    driver.find(QLineEdit, "nik").clear()
    retype(driver, "nik", "3571 0141 0790 0001")
    retype(driver, "tanggal_lahir", "1/7/1990")
    assert "1 Juli 1990" in driver.find(QLabel, "tanggal_lahir_foot").text()
    retype(driver, "jenis_kelamin", "p")
    retype(driver, "alamat", "Jalan Brawijaya 1")
    driver.key(Key.Key_Return)
    driver.type("RT 2")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    assert newest(office_desk).fields == {
        "nik": NIK,
        "tanggal_lahir": "1990-07-01",
        "jenis_kelamin": "Perempuan",
        "alamat": "Jalan Brawijaya 1\nRT 2",
        "biaya": "1500000",
    }


def test_what_was_kept_is_found_by_searching_and_stands_beside_the_list(driver, office_desk) -> None:
    office_desk.outgoing(subject="Kuasa", kind="Surat Kuasa", fields=CITIZEN)
    found = looking_up.ids(office_desk.office, asked=LetterFilter(words=NIK))
    assert len(found) == 1
    outgoing_page(driver)
    driver.wait(lambda: driver.find(QLabel, "reference", "page_outgoing").text() == "K-2026-2")
    told = {label.text() for label in driver.find(QWidget, "detail", "page_outgoing").findChildren(QLabel)}
    assert {"NIK", NIK, "Tanggal lahir", "1 Juli 1990", "Keperluan", "Melamar pekerjaan"} <= told


@pytest.mark.parametrize(("name", "typed"), [("nik", NIK), ("nama", "siti aminah")])
def test_the_same_citizen_is_offered_again_by_one_key(driver, office_desk, name: str, typed: str) -> None:
    office_desk.outgoing(subject="Kuasa", kind="Surat Kuasa", fields=CITIZEN)
    own = kuasa(driver)
    retype(driver, "alamat", "Jalan Doho 2")
    retype(driver, name, typed)
    offer = driver.find(QWidget, "earlier_offer")
    driver.wait(offer.isVisible)
    says = driver.find(QLabel, "earlier_says").text()
    assert says == f"Pernah diisi pada K-2026-2: Siti Aminah, {NIK}."
    driver.ctrl(Key.Key_I)
    assert not offer.isVisible()
    assert own.fields["tanggal_lahir"].editor.text() == "1 Juli 1990"
    assert driver.find(QComboBox, "jenis_kelamin").currentText() == "Perempuan"
    assert driver.find(QPlainTextEdit, "alamat").toPlainText() == "Jalan Doho 2", (
        "typing is never overwritten"
    )
    assert "K-2026-2" in driver.find(QLabel, "keperluan_foot").text()
    retype(driver, "keperluan", "!")
    assert "K-2026-2" not in driver.find(QLabel, "keperluan_foot").text()


def test_another_citizen_is_offered_nothing(driver, office_desk) -> None:
    office_desk.outgoing(subject="Kuasa", kind="Surat Kuasa", fields=CITIZEN)
    kuasa(driver)
    retype(driver, "nik", "3571014107900002")
    driver.qtbot.wait(600)
    assert not driver.find(QWidget, "earlier_offer").isVisible()
    driver.ctrl(Key.Key_I)
    assert driver.find(QLineEdit, "nama").text() == ""


def test_a_draft_of_typing_holds_them(driver, office_desk, open_office_window, templates, tmp_path) -> None:
    kuasa(driver)
    retype(driver, "nik", "35710")
    retype(driver, "tanggal_lahir", "1 juli 1990")
    driver.find(LetterFormPage, "letter_form")._keep_draft()
    again = open_office_window(office_desk.office, folder=tmp_path / "meja", printing=DeskPrinting(templates))
    own = new_form(again)
    again.wait(lambda: "biaya" in own.fields)
    assert again.find(QLineEdit, "nik").text() == "35710"
    assert again.find(QLineEdit, "tanggal_lahir").text() == "1 juli 1990"


def test_another_kind_takes_them_away_and_they_come_back_as_typed(driver, office_desk) -> None:
    own = kuasa(driver)
    retype(driver, "nama", "Siti")
    choose_kind(driver, "Surat Dinas")
    driver.wait(lambda: "biaya" not in own.fields)
    choose_kind(driver)
    driver.wait(lambda: "biaya" in own.fields)
    assert driver.find(QLineEdit, "nama").text() == "Siti"


def test_a_required_field_is_asked_for_under_its_own_name(driver, office_desk) -> None:
    set_own_rows(
        office_desk.office,
        kind="Surat Kuasa",
        rows=[
            OwnRow("keperluan", label="Untuk keperluan", required=True),
            OwnRow("nama", choices=("A", "B")),
        ],
    )
    own = kuasa(driver)
    assert driver.find(QLineEdit, "keperluan").accessibleName() == "Untuk keperluan"
    assert driver.find(QComboBox, "nama").count() == 3
    retype(driver, "correspondent", "Camat")
    retype(driver, "subject", "Kuasa")
    driver.ctrl(Key.Key_S)
    assert "mewajibkan" in driver.find(QLabel, "keperluan_foot").text()
    assert own.isVisible()


def test_they_are_mended_while_the_letter_may_be(driver, office_desk) -> None:
    ref = office_desk.outgoing(
        subject="Kuasa",
        kind="Surat Kuasa",
        fields={**CITIZEN, "lama": "x", "tanggal_lahir": "kira-kira 1990"},
    )
    outgoing_page(driver)
    driver.wait(lambda: driver.find(QLabel, "reference", "page_outgoing").text() == str(ref))
    driver.find(QWidget, "letters_view", "page_outgoing").setFocus()
    driver.ctrl(Key.Key_E)
    own = driver.find(OwnFieldInputs, "own_fields")
    driver.wait(lambda: "biaya" in own.fields)
    form = driver.find(LetterFormPage, "letter_form")
    assert not form.touched
    assert "lama" in own.fields, "what the letter holds and the template does not ask for is not hidden"
    retype(driver, "keperluan", " lagi")
    driver.find(QLineEdit, "nama").clear()
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    kept = office_desk.letter(ref).fields
    assert kept["keperluan"] == "Melamar pekerjaan lagi"
    assert "nama" not in kept
    assert kept["tanggal_lahir"] == "kira-kira 1990", "what was not touched is not asked again"


def test_a_template_that_cannot_be_read_does_not_hold_up_the_letter(driver, office_desk, templates) -> None:
    (templates / "kuasa.docx").write_bytes(b"bukan")
    new_form(driver)
    choose_kind(driver)
    retype(driver, "correspondent", "Camat")
    retype(driver, "subject", "Kuasa")
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    assert newest(office_desk).subject == "Kuasa"
