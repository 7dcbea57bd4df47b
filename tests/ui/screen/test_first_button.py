"""The blue button under a letter: on a board the line one stands on, elsewhere it says whose line it means."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.workflow import DispositionState, OutgoingState, SignatureState
from tests.builders import BUDI, EKO, RAHMA, SITI
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed, draft_on_its_way, view_of
from ui.screen.board_page import BoardPage, dispositions_page, signatures_page
from ui.screen.detail_buttons import DetailButtons
from ui.screen.letter_actions import LetterActions
from ui.screen.steps import called


def some_letters(office: Office) -> None:
    disposed(office, "Undangan rapat", BUDI, SITI, by=RAHMA, lead=BUDI)
    draft_on_its_way(office, "Nota paraf", initials=(EKO,), sign=BUDI)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=some_letters) as made:
        yield made


def stand_on(page: BoardPage, recipient: str) -> None:
    rows = [each.recipient for each in page._model.waits()]
    view_of(page).stand_on(rows.index(recipient))


def button_of(page: QWidget) -> QPushButton:
    found = page.findChild(QPushButton, "next_step")
    assert found is not None
    return found


def state_of(desk: RealDesk, page: BoardPage, recipient: str) -> DispositionState:
    dossier = looking_up.dossier(desk.office, ref=page._model.wait_at(0).letter.ref)
    return next(each.disposition.state for each in dossier.dispositions if each.recipient == recipient)


def test_on_a_board_it_acts_on_the_row_one_stands_on(desk, qtbot) -> None:
    page = dispositions_page(desk.desk)
    desk.show(page)
    stand_on(page, SITI)
    qtbot.waitUntil(lambda: page._detail.dossier is not None)
    assert button_of(page).accessibleName() == "Tandai dibaca"
    button_of(page).click()
    desk.settle()
    assert state_of(desk, page, SITI) is DispositionState.READ
    assert state_of(desk, page, BUDI) is DispositionState.SENT
    qtbot.waitUntil(lambda: button_of(page).accessibleName() == "Mulai proses")
    # Another line of the same letter: the letter is not read again, the button turns all the same.
    stand_on(page, BUDI)
    qtbot.waitUntil(lambda: button_of(page).accessibleName() == "Tandai dibaca")
    stand_on(page, SITI)
    qtbot.waitUntil(lambda: button_of(page).accessibleName() == "Mulai proses")
    button_of(page).click()
    desk.settle()
    assert state_of(desk, page, SITI) is DispositionState.IN_PROGRESS
    assert state_of(desk, page, BUDI) is DispositionState.SENT


def test_a_tick_elsewhere_does_not_move_it_from_its_row(desk, qtbot) -> None:
    page = dispositions_page(desk.desk)
    desk.show(page)
    rows = [each.recipient for each in page._model.waits()]
    page._model.ticks.toggle(rows.index(BUDI))
    stand_on(page, SITI)
    qtbot.waitUntil(lambda: page._detail.dossier is not None)
    button_of(page).click()
    desk.settle()
    assert state_of(desk, page, SITI) is DispositionState.READ
    assert state_of(desk, page, BUDI) is DispositionState.SENT


def test_a_line_of_a_chain_is_initialled_by_it(desk, qtbot) -> None:
    page = signatures_page(desk.desk)
    desk.show(page)
    qtbot.waitUntil(lambda: page._detail.dossier is not None)
    assert button_of(page).accessibleName() == "Paraf"
    ref = page._model.wait_at(0).letter.ref
    button_of(page).click()
    desk.settle()
    dossier = looking_up.dossier(desk.office, ref=ref)
    assert dossier.letter.state is OutgoingState.AWAITING_SIGNATURE
    assert [each.step.state for each in dossier.signatures] == [SignatureState.DONE, SignatureState.REQUESTED]


def test_elsewhere_it_names_the_officer(desk, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = DetailButtons(desk.desk, LetterActions(desk.desk, window))
    qtbot.addWidget(buttons)
    told = []
    for page in (dispositions_page(desk.desk), signatures_page(desk.desk)):
        desk.show(page)
        buttons.show_dossier(looking_up.dossier(desk.office, ref=page._model.wait_at(0).letter.ref))
        told.append(button_of(buttons).accessibleName())
    assert told == ["Tandai dibaca · Budi Santoso", "Paraf · Eko Prasetyo"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        (RAHMA, "Rahma Wulandari"),
        ("Dewi", "Dewi"),
        ("Prof. Dr. Ir. H. Muhammad Yusuf Hidayat, M.Sc., Ph.D.", "Muhammad Yusuf"),
        ("Drs.", "Drs."),
    ],
)
def test_a_name_is_called_without_its_titles(name, short) -> None:
    assert called(name) == short
