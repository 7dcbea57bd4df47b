"""Days and people that cannot be meant, typed in the window: a sentence beside the field, the typing kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from correspondence.changes import Changes
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import keeping, looking_up, other_hours
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import BUDI, incoming_form, outgoing_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.chain_dialog import ChainDialog
from ui.screen.disposition_dialog import DispositionDialog
from ui.screen.step_dialog import FormDialog, Job

REF = LetterRef(Book.INCOMING, 2026, 1)
DRAFT = LetterRef(Book.OUTGOING, 2026, 1)


def letters(office: Office) -> None:
    register_incoming(office, form=incoming_form())
    register_outgoing(office, form=outgoing_form())
    keeping.put_holiday(office, day=date(2026, 10, 9), name="Hari Jadi Kota")


@pytest.fixture
def desk(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=letters) as made:
        yield made


@pytest.fixture
def window(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1100, 760)
    parent.show()
    return parent


def hand_in(order: StepOrder) -> Job:
    def job(office: Office) -> Changes:
        return take_step(office, ref=REF, step=Step.DISPOSE, order=order)

    return job


def disposing(desk: RealDesk, window: QWidget) -> DispositionDialog:
    dialog = DispositionDialog(desk.desk, "Disposisi", hand_in, window, ref=REF)
    dialog.open()
    desk.settle()
    people = dialog.findChild(QListWidget, "to")
    for row in range(people.count()):
        if BUDI in people.item(row).text():
            people.item(row).setCheckState(Qt.CheckState.Checked)
    return dialog


def typed(qtbot, dialog: FormDialog, name: str, text: str) -> QLineEdit:
    field = dialog.findChild(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field


def refused(desk: RealDesk, dialog: FormDialog, name: str) -> str:
    """What stands beside the field after saving; the dialog is still there."""
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    assert dialog.isVisible()
    foot = dialog.findChild(QLabel, f"{name}_foot")
    assert foot.property("look") == "wrong"
    return foot.text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9/10/2026", "hari libur (Hari Jadi Kota); hari kerja berikutnya 12 Oktober 2026"),
        ("6/10/2026", "sudah lewat; pilih hari ini (7 Oktober 2026) atau sesudahnya"),
        ("kemarin", "sudah lewat"),
        ("31/2/2027", "tidak ada di kalender"),
        ("besok lusa", "tidak terbaca"),
    ],
)
def test_a_day_by_which_nobody_can_answer(qtbot, desk, window, text: str, said: str) -> None:
    dialog = disposing(desk, window)
    field = typed(qtbot, dialog, "due", text)
    assert said in refused(desk, dialog, "due")
    assert field.text() == text
    assert looking_up.dossier(desk.office, ref=REF).dispositions == ()
    typed(qtbot, dialog, "due", "12/10/2026")
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    (line,) = looking_up.dossier(desk.office, ref=REF).dispositions
    assert line.disposition.due_on == date(2026, 10, 12)


def test_a_recipient_who_left_while_the_form_was_open(qtbot, desk, window) -> None:
    dialog = disposing(desk, window)
    typed(qtbot, dialog, "due", "12/10/2026")
    keeping.officer_left(desk.office, officer=BUDI, on=date(2026, 10, 6))
    assert "hanya bertugas sampai 6 Oktober 2026" in refused(desk, dialog, "to")
    assert dialog.findChild(QLineEdit, "due").text() == "12/10/2026"
    assert dialog.findChild(QListWidget, "to").ticked() == (BUDI,)


def test_who_left_is_not_offered_any_more(qtbot, desk, window) -> None:
    desk.desk.do(partial(keeping.officer_left, officer=BUDI, on=date(2026, 10, 6)))
    desk.settle()
    people = disposing(desk, window).findChild(QListWidget, "to")
    assert not [row for row in range(people.count()) if BUDI in people.item(row).text()]


def test_a_signature_promised_for_an_hour_that_is_over(qtbot, desk, window) -> None:
    dialog = ChainDialog(desk.desk, looking_up.dossier(desk.office, ref=DRAFT), window)
    dialog.open()
    desk.settle()
    dialog._sign.choose(BUDI)  # the proposal has Rahma among the initials
    field = typed(qtbot, dialog, "promised_for", "hari ini 8.00")
    assert "sudah lewat" in refused(desk, dialog, "promised_for")
    assert field.text() == "hari ini 8.00"
    assert looking_up.dossier(desk.office, ref=DRAFT).signatures == ()


def test_a_signature_promised_for_a_day_off_is_doubted_there_too(qtbot, desk, window) -> None:
    week = {"saturday": "08.00-12.00"}
    saturday = date(2026, 10, 10)
    desk.desk.do(
        partial(other_hours.put_dated_hours, first=saturday, last=saturday, hours=week, name="Hari pasar")
    )
    desk.settle()
    dialog = ChainDialog(desk.desk, looking_up.dossier(desk.office, ref=DRAFT), window)
    dialog.open()
    desk.settle()
    typed(qtbot, dialog, "promised_for", "10/10/2026 14.00")
    assert "sesudah jam kerja selesai" in dialog.findChild(QLabel, "promised_for_foot").text()
    refused(desk, dialog, "sign")  # another field's mistake does not hide the doubt
    assert "sesudah jam kerja selesai" in dialog.findChild(QLabel, "promised_for_foot").text()
    typed(qtbot, dialog, "promised_for", "10/10/2026 11.00")
    assert "di luar jam kerja" not in dialog.findChild(QLabel, "promised_for_foot").text()


def test_a_due_day_on_a_sunday_is_told_beside_the_field(qtbot, desk: RealDesk, window: QWidget) -> None:
    dialog = disposing(desk, window)
    typed(qtbot, dialog, "due", "11/10/2026")
    told = dialog.findChild(QLabel, "due_foot").text()
    assert told.startswith("Minggu, 11 Oktober 2026")
    assert "bukan hari kerja" in told
    assert "Senin, 12 Oktober 2026" in told
    typed(qtbot, dialog, "due", "12/10/2026")
    assert dialog.findChild(QLabel, "due_foot").text() == "Senin, 12 Oktober 2026"
    typed(qtbot, dialog, "due", "11/10/2026")
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    with desk.office.open_reading() as unit:
        letter = unit.letters.by_ref(REF)
        assert [each.due_on for each in unit.dispositions.of_letter(letter.id)] == [date(2026, 10, 11)]


def test_a_day_after_the_letters_own_deadline_is_told_beside_the_field(qtbot, desk, window) -> None:
    due = date(2026, 10, 14)
    dialog = DispositionDialog(desk.desk, "Disposisi", hand_in, window, ref=REF, letter_due=due)
    dialog.open()
    desk.settle()
    foot = dialog.findChild(QLabel, "due_foot")
    typed(qtbot, dialog, "due", "14/10/2026")
    assert "melewati" not in foot.text()
    typed(qtbot, dialog, "due", "15/10/2026")
    assert "melewati batas surat, 14 Oktober 2026" in foot.text()
    typed(qtbot, dialog, "due", "18/10/2026")
    assert "bukan hari kerja" in foot.text()
    assert "melewati batas surat" in foot.text()
