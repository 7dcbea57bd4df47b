"""Pengaturan by keys, over a real registry: what is typed is kept, what is wrong is said and not kept."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QMessageBox, QPushButton, QTableView

from correspondence.services import keeping, looking_up
from correspondence.services.registering import register_incoming
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import EKO, incoming_form
from ui.screen.settings_page import SECTIONS, SettingsPage


@pytest.fixture
def page(real) -> SettingsPage:
    return real.show(SettingsPage(real.desk))


def go(page: SettingsPage, name: str) -> None:
    sections = page.findChild(QListWidget, "settings_sections")
    sections.setCurrentRow([each.name for each in SECTIONS].index(name))


def field(page, name: str) -> QLineEdit:
    found = (
        page.section.findChild(QLineEdit, name)
        if isinstance(page, SettingsPage)
        else page.findChild(QLineEdit, name)
    )
    assert found is not None, name
    return found


def retype(qtbot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def press(page, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()


def dialog(page) -> QDialog:
    return next(each for each in page.findChildren(QDialog, "form_dialog") if each.isVisible())


def texts(page, name: str) -> list[tuple[str, ...]]:
    model = page.section.findChild(QTableView, name).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_offices_name_is_changed_by_keys(qtbot, real, page) -> None:
    retype(qtbot, field(page, "name"), "Bagian Umum Setda Kota Kediri")
    assert page.holds_typing()
    qtbot.keyClick(field(page, "name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    real.settle()
    assert real.ask(keeping.profile).name == "Bagian Umum Setda Kota Kediri"
    assert not page.holds_typing()
    assert real.said[-1].text == "Pengaturan disimpan."


def test_an_empty_name_is_refused_under_its_field(qtbot, real, page) -> None:
    field(page, "name").setFocus()
    field(page, "name").selectAll()
    qtbot.keyClick(field(page, "name"), Qt.Key.Key_Delete)
    qtbot.keyClicks(field(page, "place"), "Kota ")
    page.save()
    real.settle()
    assert page.section.findChild(QLabel, "name_below").text() == "Nama belum diisi."
    assert real.ask(keeping.profile).name == "Sekretariat Daerah Kota Kediri"
    assert field(page, "place").text() == "Kota Kediri"


def test_typing_survives_a_refresh_and_a_change_elsewhere(qtbot, real, page) -> None:
    retype(qtbot, field(page, "phone"), "0354-682")
    real.desk.do(lambda office: keeping.set_profile(office, values={"email": "umum@kediri.go.id"}))
    real.settle()
    page.refresh()
    real.settle()
    assert field(page, "phone").text() == "0354-682"
    assert field(page, "email").text() == "umum@kediri.go.id"


def test_unsaved_typing_is_asked_about(qtbot, real, page) -> None:
    retype(qtbot, field(page, "place"), "Banjarmasin")
    go(page, "number")
    box = page.findChild(QMessageBox, "typing_question")
    assert "Kantor" in box.text()
    assert page.section.objectName() == "settings_office"
    next(each for each in box.buttons() if "Simpan" in each.text()).click()
    real.settle()
    assert real.ask(keeping.profile).place == "Banjarmasin"
    assert page.section.objectName() == "settings_number"


def test_dropped_typing_is_gone(qtbot, real, page) -> None:
    retype(qtbot, field(page, "place"), "Banjarmasin")
    go(page, "number")
    box = page.findChild(QMessageBox, "typing_question")
    next(each for each in box.buttons() if "Buang" in each.text()).click()
    real.settle()
    go(page, "office")
    assert field(page, "place").text() == "Kediri"
    assert real.ask(keeping.profile).place == "Kediri"


def test_the_preview_follows_the_typing(qtbot, real, page) -> None:
    go(page, "number")
    real.settle()
    preview = page.section.findChild(QLabel, "number_preview")
    assert preview.text() == "123/UM/X/2026"
    retype(qtbot, field(page, "number_pattern"), "{kode}/{urut}/")
    press(page.section, "insert_tahun")
    real.settle()
    assert preview.text() == "000.1.2.3/123/2026"
    page.save()
    real.settle()
    assert real.ask(keeping.profile).number_pattern == "{kode}/{urut}/{tahun}"


def test_a_pattern_that_cannot_be_is_said_and_not_kept(qtbot, real, page) -> None:
    go(page, "number")
    retype(qtbot, field(page, "number_pattern"), "{kode}/{nomor}")
    real.settle()
    below = page.section.findChild(QLabel, "number_pattern_below")
    assert "nomor" in below.text()
    assert below.property("look") == "wrong"
    page.save()
    real.settle()
    assert real.ask(keeping.profile).number_pattern == "{urut}/{unit}/{bulan_romawi}/{tahun}"
    assert field(page, "number_pattern").text() == "{kode}/{nomor}"


def test_hours_that_cannot_be_are_said_under_their_day(qtbot, real, page) -> None:
    go(page, "hours")
    retype(qtbot, field(page, "hours.friday"), "16.00-07.30")
    page.save()
    real.settle()
    assert "berurutan" in page.section.findChild(QLabel, "hours.friday_below").text()
    retype(qtbot, field(page, "hours.friday"), "07.30-11.30")
    retype(qtbot, field(page, "deadline_biasa_workdays"), "7")
    page.save()
    real.settle()
    kept = real.ask(keeping.profile)
    assert kept.hours["friday"] == "07.30-11.30"
    assert kept.deadline_biasa_workdays == 7


def test_an_officer_is_added_and_appointed(qtbot, real, page) -> None:
    go(page, "officers")
    press(page.section, "add_officer")
    form = dialog(page)
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClicks(field(form, "name"), "Nur Hidayah, S.H.")
    qtbot.keyClicks(field(form, "position"), "Kepala Subbagian Umum")
    qtbot.keyClick(field(form, "position"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    real.settle()
    assert not form.isVisible()
    page.section.list.stand_on("Nur Hidayah, S.H.")
    press(page.section, "appoint")
    form = dialog(page)
    qtbot.keyClicks(field(form, "position"), "Kepala Bagian Umum")
    form.rows["capacity"].put("plh")
    qtbot.keyClicks(field(form, "first"), "5/10/26")
    assert form.findChild(QLabel, "first_below").text() == "5 Oktober 2026"
    press(form, "save")
    real.settle()
    line = next(
        each for each in real.ask(looking_up.directory).officers if each.officer.name.startswith("Nur")
    )
    assert (line.position, line.appointment.capacity, line.appointment.first_day) == (
        "Kepala Bagian Umum",
        "plh",
        date(2026, 10, 5),
    )
    held = "Pelaksana harian (Plh.): Kepala Bagian Umum · Kepala Subbagian Umum"
    assert ("Nur Hidayah, S.H.", held, "", "", "") in texts(page, "officers_view")


def test_who_leaves_leaves_work_behind(qtbot, real, page) -> None:
    def busy(office) -> None:
        ref = register_incoming(office, form=incoming_form()).ref
        take_step(office, ref=ref, step=Step.DISPOSE, order=StepOrder(to=(EKO,)))

    real.ask(busy)
    said = []
    real.desk.said.connect(said.append)
    go(page, "officers")
    page.section.list.stand_on(EKO)
    press(page.section, "officer_left")
    press(dialog(page), "save")
    real.settle()
    assert said[-1].text.startswith(f"Dicatat. 1 disposisi masih menunggu {EKO}; alihkan")


def test_an_appointment_on_behalf_of_nobody_here_is_told(qtbot, real, page) -> None:
    said = []
    real.desk.said.connect(said.append)
    go(page, "officers")
    page.section.list.stand_on(EKO)
    press(page.section, "appoint")
    form = dialog(page)
    qtbot.keyClicks(field(form, "position"), "Kepala Bagian Umum")
    form.rows["capacity"].put("an")
    qtbot.keyClicks(field(form, "principal"), "Raja")
    press(form, "save")
    real.settle()
    assert said[-1].text.startswith("Jabatan dicatat. Jabatan “Raja” tidak dipegang siapa pun")


def test_a_known_officer_is_refused_and_the_typing_stays(qtbot, real, page) -> None:
    go(page, "officers")
    press(page.section, "add_officer")
    form = dialog(page)
    qtbot.keyClicks(field(form, "name"), "eko prasetyo")
    press(form, "save")
    real.settle()
    assert form.isVisible()
    assert "sudah ada" in form.findChild(QLabel, "name_below").text()
    assert field(form, "name").text() == "eko prasetyo"


def test_a_unit_and_a_kind_are_added_and_a_kind_is_retired(qtbot, real, page) -> None:
    go(page, "units")
    press(page.section, "add_unit")
    qtbot.keyClicks(field(dialog(page), "name"), "Subbagian Perencanaan")
    qtbot.keyClicks(field(dialog(page), "code"), "REN")
    press(dialog(page), "save")
    real.settle()
    assert ("Subbagian Perencanaan", "REN") in texts(page, "units_view")
    go(page, "kinds")
    page.section.list.stand_on("Surat Dinas")
    press(page.section, "switch_kind")
    real.settle()
    assert ("Surat Dinas", "", "—", "tidak") in texts(page, "kinds_view")
    assert [each.active for each in real.ask(looking_up.directory).kinds if each.name == "Surat Dinas"] == [
        False
    ]


def test_a_day_off_is_added_and_removed_and_brought_back(qtbot, real, page) -> None:
    go(page, "holidays")
    real.settle()
    empty = page.section.findChild(QLabel, "holidays_view_empty")
    assert empty.isVisible()
    press(page.section, "add_holiday")
    form = dialog(page)
    qtbot.keyClicks(field(form, "day"), "25 des 2026")
    qtbot.keyClicks(field(form, "name"), "Hari Raya Natal")
    press(form, "save")
    real.settle()
    assert texts(page, "holidays_view") == [
        ("25 Desember 2026", "Jumat", "Hari Raya Natal", "Libur nasional")
    ]
    view = page.section.findChild(QTableView, "holidays_view")
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    real.settle()
    assert real.ask(keeping.holidays) == {}
    real.said[-1].on_action()
    real.settle()
    assert date(2026, 12, 25) in real.ask(keeping.holidays)


def test_a_date_that_cannot_be_is_said_under_it(qtbot, real, page) -> None:
    go(page, "holidays")
    press(page.section, "add_holiday")
    form = dialog(page)
    qtbot.keyClicks(field(form, "day"), "31/2/26")
    press(form, "save")
    assert "kalender" in form.findChild(QLabel, "day_below").text()
    assert form.isVisible()


CODES = """code,label,parent,regime
000.1.10,Rapat dinas,000.1,permendagri-83-2022
000.1.9,Undangan rapat,000.1,permendagri-83-2022
005,Undangan,000,permendagri-78-2012
,tanpa kode,,permendagri-83-2022
"""


def test_codes_come_in_from_a_file_and_are_found(qtbot, real, page, tmp_path) -> None:
    go(page, "codes")
    real.settle()
    assert page.section.findChild(QLabel, "codes_view_empty").isVisible()
    file = tmp_path / "kode.csv"
    file.write_text(CODES, encoding="utf-8")
    page.section.imports.read(file)
    real.settle()
    said = page.section.findChild(QLabel, "import_codes_text").text()
    assert said == "Kode klasifikasi: 3 baris diimpor, 1 ditolak."
    assert [row[0] for row in texts(page, "codes_view")] == ["000.1.9", "000.1.10", "005"]
    assert page.section.findChild(QLabel, "codes_view_count").text() == (
        "3 kode: 2 Permendagri 83/2022, 1 Permendagri 78/2012 (lama)"
    )
    press(page.section, "import_codes_why")
    rejected = page.findChild(QDialog, "rejected_dialog").findChild(QTableView, "rejected_view").model()
    assert rejected.index(0, 0).data() == "5"
    page.findChild(QDialog, "rejected_dialog").accept()
    retype(qtbot, field(page, "search"), "undangan")
    qtbot.waitUntil(lambda: len(texts(page, "codes_view")) == 2)


def test_a_file_that_is_none_is_said(qtbot, real, page, tmp_path) -> None:
    go(page, "codes")
    page.section.imports.read(tmp_path / "tidak ada.csv")
    real.settle()
    assert "tidak ada" in page.section.findChild(QLabel, "import_codes_text").text()


@pytest.mark.parametrize("section", [each.name for each in SECTIONS])
def test_every_field_says_its_name(real, page, section) -> None:
    go(page, section)
    real.settle()
    nameless = [
        each.objectName()
        for kind in (QLineEdit, QPushButton, QTableView)
        for each in page.section.findChildren(kind)
        if not each.accessibleName() and each.objectName() not in {"", "qt_spinbox_lineedit"}
    ]
    assert not nameless


def test_enter_goes_from_the_sections_into_one(qtbot, page) -> None:
    sections = page.findChild(QListWidget, "settings_sections")
    qtbot.waitUntil(page.isActiveWindow)
    sections.setFocus()
    qtbot.keyClick(sections, Qt.Key.Key_Return)
    assert field(page, "name").hasFocus()


def test_typing_that_was_not_kept_is_there_the_next_time(qtbot, real, page) -> None:
    retype(qtbot, field(page, "place"), "Banjarmasin")
    page.hide()
    again = real.show(SettingsPage(real.desk))
    assert field(again, "place").text() == "Banjarmasin"
    assert again.holds_typing()
    press(again.section, "undo_settings")
    assert field(again, "place").text() == "Kediri"
    assert not SettingsPage(real.desk).holds_typing()
