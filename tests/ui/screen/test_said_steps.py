"""What was done is said in the words of the steps, never by the codes of the register."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.services import looking_up
from correspondence.services.calendar import calendar_of
from correspondence.services.undoing import undo_last
from correspondence.workflow import DISPOSITION, Step
from tests.builders import BUDI, EKO, NINE, build_desk
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed
from ui.screen.journey import stops
from ui.screen.letter_actions import LetterActions, disposition_done_word
from ui.screen.letter_sections import journal_rows
from ui.screen.line_texts import Reading

REF = LetterRef(Book.INCOMING, 2026, 1)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    url = f"sqlite:///{tmp_path}/registri.sqlite"
    with real_desk(qtbot, url, fill=lambda office: disposed(office, "Undangan", BUDI)) as made:
        yield made


def test_a_step_of_a_disposition_is_told_in_words(desk, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = LetterActions(desk.desk, window)
    acts.dossier = looking_up.dossier(desk.office, ref=REF)
    acts.take_disposition(acts.dossier.dispositions[0].disposition.id, Step.READ)
    desk.settle()
    assert desk.said[-1].text == "M-2026-1: Disposisi dibaca."


@pytest.mark.parametrize("step", sorted({line.step for line in DISPOSITION}))
def test_every_step_of_a_disposition_has_a_word(step) -> None:
    assert disposition_done_word(step) not in (step, f"disposition_{step}")


def test_what_was_taken_back_is_named_in_the_journal_and_on_the_way(desk, qtbot) -> None:
    office_desk = build_desk()
    ref = office_desk.outgoing()
    office_desk.chain(ref, EKO, sign=BUDI)
    office_desk.step(ref, Step.SEND_FOR_REVIEW)
    office_desk.step(ref, Step.INITIAL, by=EKO)
    undo_last(office_desk.office, ref=ref)
    with office_desk.office.open_reading() as unit:
        reading = Reading(NINE, calendar_of(unit))
    dossier = looking_up.dossier(office_desk.office, ref=ref)
    assert stops(dossier, reading)[3].text == "Langkah terakhir ditarik: Diparaf"
    rows = journal_rows(desk.desk, dossier, reading)
    for row in rows:
        qtbot.addWidget(row)
    texts = [label.text() for label in rows[0].findChildren(QLabel)]
    assert texts[0] == "Langkah terakhir ditarik"
    assert texts[1].endswith("Yang ditarik: Diparaf")
