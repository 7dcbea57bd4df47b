"""Who stands in for another is called so wherever a letter is given to him or lies with him."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListWidget, QWidget

from correspondence.people import Appointment, Capacity
from correspondence.services import looking_up
from correspondence.services.disposing import dispose_step
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, RAHMA, SITI, WEDNESDAY
from tests.ui.screen.real_desk import RealDesk
from tests.ui.screen.test_boards import disposed
from ui.screen.disposition_dialog import DispositionDialog
from ui.screen.letters_model import COL_HOLDER
from ui.screen.steps import likely_disposition

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


def test_recipients_and_lists_name_the_stand_in(stand_in, office_desk, open_office_window) -> None:
    office_desk.incoming(subject="Undangan rapat")
    ref = office_desk.archive.kept.letters[1].ref
    take_step(office_desk.office, ref=ref, step=Step.SUBMIT, order=StepOrder(to=(SITI,)))
    driver = open_office_window(office_desk.office)
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.rows() == 1)
    view = driver.find(QWidget, "letters_view", "page_incoming")
    driver.wait(lambda: f"Plh. {HEAD}" in str(view.model().index(0, COL_HOLDER).data()))
    detail = driver.find(QWidget, "detail", "page_incoming")
    driver.wait(lambda: detail.dossier is not None)
    detail.acts.dispose()
    dialog = driver.window.findChildren(DispositionDialog)[-1]
    recipients = dialog.findChild(QListWidget, "to")
    words = [recipients.item(row).text() for row in range(recipients.count())]
    assert f"{SITI} – Plh. {HEAD} · {FINANCE}" in words
    dialog.reject()


def test_the_first_button_is_that_of_the_lead_who_holds_the_letter(real: RealDesk) -> None:
    ref = disposed(real.office, "Undangan rapat", BUDI, SITI, by=RAHMA, lead=BUDI)
    lines = looking_up.dossier(real.office, ref=ref).dispositions
    beside = next(each.disposition.id for each in lines if each.recipient == SITI)
    dispose_step(real.office, disposition_id=beside, step=Step.READ, order=StepOrder())
    dispose_step(real.office, disposition_id=beside, step=Step.FORWARD, order=StepOrder(to=(EKO,)))
    dossier = looking_up.dossier(real.office, ref=ref)
    assert dossier.holder is not None
    assert dossier.holder.officer == BUDI
    likely = likely_disposition(dossier)
    assert likely is not None
    assert [each.recipient for each in dossier.dispositions if each.disposition.id == likely[0]] == [BUDI]
