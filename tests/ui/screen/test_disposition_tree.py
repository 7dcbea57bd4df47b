"""The tree of a letter's dispositions: its order, its lines, how late each is, and that it opens from the letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from correspondence.dossier import Dossier
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.disposing import dispose_step
from correspondence.services.keeping import add_officer
from correspondence.services.stepping import StepOrder
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, StandingClock
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed, view_of
from ui.screen.board_page import dispositions_page
from ui.screen.disposition_rows import TreeActs, TreeSheet
from ui.screen.disposition_tree import DispositionTree, TreeRow, branches, lateness, since_text
from ui.screen.line_texts import Reading

REF = LetterRef(Book.INCOMING, 2026, 1)


def handed_on(office: Office) -> None:
    disposed(office, "Undangan rapat", SITI, BUDI, by=RAHMA, lead=BUDI, due=date(2026, 10, 9))
    first = next(each for each in dossier_of(office).dispositions if each.recipient == BUDI)
    order = StepOrder(to=(EKO,), instructions=("Siapkan bahan",), due=date(2026, 10, 8))
    dispose_step(office, disposition_id=first.disposition.id, step=Step.FORWARD, order=order)


def dossier_of(office: Office) -> Dossier:
    return looking_up.dossier(office, ref=REF)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=handed_on) as made:
        yield made


def reading(desk: RealDesk) -> Reading:
    return Reading(desk.desk.now, desk.desk.known.calendar)


def test_each_stands_before_those_it_was_handed_on_to_leads_first(desk) -> None:
    found = branches(dossier_of(desk.office))
    assert [(each.line.recipient, each.depth, each.last, each.trunks) for each in found] == [
        (BUDI, 0, False, ()),
        (EKO, 1, True, (True,)),
        (SITI, 0, True, ()),
    ]


def test_lateness_has_a_word_while_it_waits_and_after_it_was_done(desk) -> None:
    clock = desk.office.clock
    assert isinstance(clock, StandingClock)
    clock.at = NINE + timedelta(days=5)
    eko = branches(dossier_of(desk.office))[1].line.disposition
    assert lateness(eko, reading(desk)) == ("batas 8 Okt · lewat 4 hari kalender", True)
    dispose_step(desk.office, disposition_id=eko.id, step=Step.READ, order=StepOrder())
    for step, note in ((Step.START, ""), (Step.DONE, "Siap")):
        dispose_step(desk.office, disposition_id=eko.id, step=step, order=StepOrder(note=note))
    clock.at += timedelta(days=3)
    done = branches(dossier_of(desk.office))[1].line.disposition
    assert lateness(done, reading(desk)) == ("batas 8 Okt · lewat 4 hari kalender", True)
    assert since_text(done, reading(desk)) == "sejak 7 Okt 09.00 · 3 hari kerja"


def test_in_time_is_not_late(desk) -> None:
    eko = branches(dossier_of(desk.office))[1].line.disposition
    assert lateness(eko, reading(desk)) == ("batas 8 Okt", False)


def test_one_key_opens_the_whole_tree(desk, qtbot) -> None:
    page = dispositions_page(desk.desk)
    desk.show(page)
    qtbot.waitUntil(lambda: page._detail.dossier is not None)
    qtbot.keyClicks(view_of(page), "p")
    tree = page.findChild(QDialog, "disposition_tree")
    rows = tree.findChildren(TreeRow)
    assert [row.accessibleName().split(", ")[:2] for row in rows] == [
        ["penanggung jawab", "Kepala Bagian Umum"],
        ["penanggung jawab", "Kepala Subbagian Tata Usaha"],
        ["tembusan kerja", "Kepala Subbagian Keuangan"],
    ]
    assert "Siapkan bahan" in rows[1].accessibleName()
    tree.reject()
    assert isinstance(page, QWidget)


def twelve_three_deep(office: Office) -> None:
    """Four officers below the leader, and below each two more: leads hand on to leads."""
    for number in range(9):
        add_officer(office, name=f"Pelaksana {number:02}", position="Pelaksana")
    disposed(office, "Undangan rapat", BUDI, SITI, EKO, by=RAHMA, lead=BUDI, due=date(2026, 10, 9))
    below = {BUDI: (0, 1, 2), SITI: (3, 4), EKO: (5, 6)}
    for giver, numbers in below.items():
        line = next(each.disposition for each in dossier_of(office).dispositions if each.recipient == giver)
        order = StepOrder(to=tuple(f"Pelaksana {number:02}" for number in numbers))
        dispose_step(office, disposition_id=line.id, step=Step.FORWARD, order=order)
    deeper = next(
        each.disposition for each in dossier_of(office).dispositions if each.recipient == "Pelaksana 00"
    )
    order = StepOrder(to=("Pelaksana 07", "Pelaksana 08"))
    dispose_step(office, disposition_id=deeper.id, step=Step.FORWARD, order=order)


def test_twelve_three_deep_stand_on_a_small_screen(qtbot, tmp_path) -> None:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/dua belas.sqlite", fill=twelve_three_deep) as desk:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1366, 768)
        tree = DispositionTree(desk.desk, dossier_of(desk.office), window, TreeActs(lambda _file: None))
        tree.show()
        rows = tree.findChildren(TreeRow)
        assert len(rows) == 12
        assert max(each.depth for each in branches(dossier_of(desk.office))) == 2
        assert tree.findChild(TreeSheet).verticalScrollBar().maximum() == 0
        tree.close()
