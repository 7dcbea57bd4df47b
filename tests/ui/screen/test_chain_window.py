"""The chain of a draft in the window: who in which office, what is refused, models kept, renamed and forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from correspondence.people import Appointment, Capacity
from correspondence.signatures import Asked
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, RAHMA, SITI, WEDNESDAY
from ui.screen.board_acts import BoardActs
from ui.screen.chain_dialog import ChainDialog
from ui.screen.chain_models import ForgetModel, RenameModel
from ui.screen.choice import Choice
from ui.screen.signer_choice import SignerChoice
from ui.screen.step_dialog import StepDialog

HEAD, FINANCE = "Kepala Bagian Umum", "Kepala Subbagian Keuangan"


@pytest.fixture
def stand_in(office_desk) -> None:
    """Siti is the head's daily acting officer, today and tomorrow."""
    office_desk.archive.kept.appointments[50] = Appointment(
        *(office_desk.officer_id(SITI), HEAD, Capacity.PLH),
        first_day=WEDNESDAY,
        last_day=WEDNESDAY + timedelta(days=1),
        id=50,
    )


@pytest.fixture
def driver(stand_in, open_office_window, office_desk):
    office_desk.outgoing(subject="Jawaban permohonan data")
    driver = open_office_window(office_desk.office)
    yield driver
    for dialog in driver.window.findChildren(ChainDialog):
        dialog.reject()


def chain_dialog(driver, office_desk) -> ChainDialog:
    driver.window.open_page("page_outgoing")
    driver.wait(lambda: driver.rows("page_outgoing") == 1)
    detail = driver.find(QWidget, "detail", "page_outgoing")
    kept, models = office_desk.archive.kept.signatures, office_desk.archive.kept.chain_models
    detail.refresh()
    driver.wait(lambda: detail.dossier is not None and len(detail.dossier.signatures) == len(kept))
    detail.acts.set_chain()
    dialog = driver.window.findChildren(ChainDialog)[-1]
    model = dialog.findChild(Choice, "model")
    driver.wait(
        lambda: sum(isinstance(model.itemData(row), int) for row in range(model.count())) == len(models)
    )
    return dialog


def saved(driver, dialog) -> None:
    dialog.submit()
    driver.wait(lambda: not driver.window.findChildren(ChainDialog))


def refused(driver, dialog, name: str) -> str:
    dialog.submit()
    driver.wait(dialog.accept_button.isEnabled)
    foot = dialog.findChild(QLabel, f"{name}_foot")
    assert foot.isVisible()
    assert dialog.isVisible()
    return foot.text()


def words_of(choice: Choice) -> list[str]:
    return [choice.itemText(row) for row in range(choice.count())]


def lines(office_desk) -> list[tuple[str, str, Capacity]]:
    ref = office_desk.archive.kept.letters[1].ref
    return [
        (office_desk.name(each.officer_id), each.position, each.capacity)
        for each in office_desk.signatures(ref)
    ]


def test_both_offices_of_a_stand_in_can_be_chosen_and_told_apart(driver, office_desk) -> None:
    dialog = chain_dialog(driver, office_desk)
    mine = [word for word in words_of(dialog._sign) if word.startswith(SITI)]
    assert mine == [f"{SITI} – Plh. {HEAD}", f"{SITI} – {FINANCE}"]
    dialog._initials._rows[0].officer.setEditText(mine[1])
    dialog._sign.choose(RAHMA)
    saved(driver, dialog)
    assert lines(office_desk) == [
        (SITI, FINANCE, Capacity.DEFINITIVE),
        (RAHMA, "Sekretaris Daerah", Capacity.DEFINITIVE),
    ]
    dialog = chain_dialog(driver, office_desk)
    assert dialog._initials._rows[0].officer.typed() == mine[1], "as it was set, not as it counts today"
    dialog._initials._rows[0].officer.setEditText(mine[0])
    saved(driver, dialog)
    assert lines(office_desk)[0] == (SITI, HEAD, Capacity.PLH)


def test_a_stand_in_of_yesterday_is_shown_as_what_he_is(driver, office_desk) -> None:
    ref = office_desk.archive.kept.letters[1].ref
    office_desk.chain(ref, EKO, sign=Asked(SITI, Capacity.PLH, position=HEAD))
    lapsed = office_desk.archive.kept.appointments[50]
    day_before = WEDNESDAY - timedelta(days=1)
    office_desk.archive.kept.appointments[50] = replace(lapsed, first_day=day_before, last_day=day_before)
    dialog = chain_dialog(driver, office_desk)
    foot = dialog.findChild(QLabel, "sign_foot")
    if dialog._sign.typed() == f"{SITI} – {FINANCE}":
        assert "tadinya sebagai Plh. Kepala Bagian Umum" in foot.text()
    else:  # the desk's list is of the morning
        assert "berakhir 6 Oktober 2026" in refused(driver, dialog, "sign")
        assert dialog._sign.typed() == f"{SITI} – Plh. {HEAD}"


@pytest.mark.parametrize(
    ("initials", "sign", "field", "words"),
    [
        ((BUDI,), "", "sign", "Penanda tangan belum disebut"),
        ((BUDI, BUDI), RAHMA, "initials", "sudah ada di rantai"),
        ((RAHMA,), RAHMA, "sign", "sudah ada di rantai"),
        (("Tidak Ada",), RAHMA, "initials", "Tidak Ada"),
    ],
)
def test_what_is_no_chain_is_said_beside_the_field(
    driver, office_desk, initials: tuple[str, ...], sign: str, field: str, words: str
) -> None:
    dialog = chain_dialog(driver, office_desk)
    for place, name in enumerate(initials):
        dialog._initials._rows[place].officer.seat(Asked(name))
    dialog._sign.setEditText(sign)
    assert words in refused(driver, dialog, field)
    assert dialog._initials._rows[0].officer.typed().startswith(initials[0])
    assert not lines(office_desk)


def test_who_left_is_named(driver, office_desk) -> None:
    ref = office_desk.archive.kept.letters[1].ref
    office_desk.chain(ref, EKO, sign=BUDI)
    eko = office_desk.officer_id(EKO)
    office_desk.archive.kept.officers[eko] = replace(
        office_desk.archive.kept.officers[eko], left_on=date(2026, 10, 1)
    )
    dialog = chain_dialog(driver, office_desk)
    assert "hanya bertugas sampai" in refused(driver, dialog, "initials")


def test_a_model_is_saved_renamed_and_forgotten(driver, office_desk) -> None:
    dialog = chain_dialog(driver, office_desk)
    dialog._initials._rows[0].officer.choose(EKO)
    dialog._sign.choose(RAHMA)
    dialog.findChild(QLineEdit, "name").setText("Surat biasa")
    assert not dialog.findChild(QPushButton, "rename_model").isVisible()
    saved(driver, dialog)
    dialog = chain_dialog(driver, office_desk)
    model = dialog.findChild(Choice, "model")
    model.setCurrentIndex(model.findText("Surat biasa"))
    dialog.findChild(QPushButton, "rename_model").click()
    rename = dialog.findChild(RenameModel)
    rename.findChild(QLineEdit, "name").setText(" ")
    rename.submit()
    driver.wait(rename.accept_button.isEnabled)
    assert rename.findChild(QLabel, "name_foot").text() == "Nama belum diisi."
    rename.findChild(QLineEdit, "name").setText("Surat dinas")
    rename.submit()
    driver.wait(lambda: model.currentText() == "Surat dinas")
    assert dialog._initials._rows[0].officer.typed().startswith(EKO), "what was filled in stays"
    dialog.findChild(QPushButton, "forget_model").click()
    dialog.findChild(ForgetModel).submit()
    driver.wait(lambda: model.findText("Surat dinas") < 0)
    assert not dialog.findChild(QPushButton, "forget_model").isVisible()
    assert not office_desk.archive.kept.chain_models
    assert dialog._sign.typed().startswith(RAHMA)


def test_who_takes_a_place_is_chosen_in_an_office_too(driver, office_desk) -> None:
    ref = office_desk.archive.kept.letters[1].ref
    office_desk.chain(ref, EKO, sign=BUDI)
    office_desk.step(ref, Step.SEND_FOR_REVIEW)
    driver.window.open_page("page_signatures")
    page = driver.window.page
    driver.wait(lambda: bool(page._model.rowCount()))
    page.findChild(BoardActs).take(Step.REASSIGN, (page._model.wait_at(0),))
    dialog = driver.window.findChildren(StepDialog)[-1]
    to = dialog.findChild(SignerChoice, "to")
    to.setEditText(next(word for word in words_of(to) if word == f"{SITI} – {FINANCE}"))
    dialog.fields["note"].editor.setText("cuti")
    dialog.submit()
    driver.wait(lambda: len(office_desk.signatures(ref)) == 3)
    assert (SITI, FINANCE, Capacity.DEFINITIVE) in lines(office_desk)


def test_tab_follows_the_paper(driver, office_desk) -> None:
    office_desk.chain(office_desk.archive.kept.letters[1].ref, EKO, SITI, sign=BUDI)
    dialog = chain_dialog(driver, office_desk)
    dialog.findChild(Choice, "model").setFocus()
    walked = []
    for _step in range(12):
        dialog.focusNextChild()
        walked.append(dialog.focusWidget().accessibleName())
    assert walked == [
        *("Paraf ke-1", "Lajur paraf ke-1", "Kosongkan paraf ke-1"),
        *(
            "Paraf ke-2",
            "Paraf ke-2 bersamaan dengan yang di atas",
            "Lajur paraf ke-2",
            "Kosongkan paraf ke-2",
        ),
        *(
            "Paraf ke-3",
            "Penanda tangan",
            "Dijanjikan selesai (boleh kosong)",
            "Simpan sebagai model",
            "Batal",
        ),
    ]
