"""Return in a dialog saves it wherever one types; what was refused stays open with its typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.registering import register_incoming
from tests.builders import BUDI, EKO, incoming_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import draft_on_its_way, page_of, view_of
from ui.screen.letter_actions import LetterActions

Return = Qt.Key.Key_Return
REF = LetterRef(Book.INCOMING, 2026, 1)


def letters(office: Office) -> None:
    draft_on_its_way(office, "Nota paraf", initials=(EKO,), sign=BUDI)
    register_incoming(office, form=incoming_form(subject="Undangan rapat"))


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=letters) as made:
        yield made


def test_return_keeps_a_promise_and_a_refused_one_stays_open(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Qt.Key.Key_J)
    typed = page.findChild(QLineEdit, "promised_for")
    typed.setText("entah kapan")
    qtbot.keyClick(typed, Return)
    desk.settle()
    assert typed.window().isVisible()
    assert typed.text() == "entah kapan"
    assert typed.window().findChild(QLabel, "promised_for_foot").property("look") == "wrong"
    typed.setText("besok 10.00")
    qtbot.keyClick(typed, Return)
    desk.settle()
    assert desk.said[-1].text == "Janji K-2026-1 dicatat: 8 Okt 10.00."
    assert page._model.wait_at(0).step.promised_for is not None


@pytest.mark.parametrize("where", ["to", "lead", "instructions", "note", "due", "by"])
def test_return_hands_a_disposition_out_from_every_field(desk, qtbot, where) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1166, 768)
    window.show()
    acts = LetterActions(desk.desk, window)
    acts.dossier = looking_up.dossier(desk.office, ref=REF)
    acts.dispose()
    dialog = window.findChild(QWidget, "to").window()
    qtbot.waitExposed(dialog)
    desk.settle()
    dialog.findChild(QWidget, "to").item(0).setCheckState(Qt.CheckState.Checked)
    dialog.findChild(QWidget, where).setFocus()
    qtbot.keyClick(dialog.focusWidget(), Return)
    desk.settle()
    assert len(looking_up.dossier(desk.office, ref=REF).dispositions) == 1


def test_return_on_a_button_presses_that_button(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Qt.Key.Key_J)
    typed = page.findChild(QLineEdit, "promised_for")
    typed.setText("besok 10.00")
    cancel = typed.window().findChild(QPushButton, "reject")
    cancel.setFocus()
    qtbot.keyClick(cancel, Return)
    desk.settle()
    assert page._model.wait_at(0).step.promised_for is None
