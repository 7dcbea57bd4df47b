"""Every duration opens its reckoning: on the letter's way, in the tree of dispositions, on Meja Kerja."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidget, QWidget

from correspondence.boards import Side
from correspondence.changes import Topic
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import keeping, looking_up, other_hours
from correspondence.services.disposing import dispose_step
from correspondence.services.registering import register_incoming
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import BUDI, NINE, RAHMA, StandingClock, incoming_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.board_page import dispositions_page
from ui.screen.board_toolbar import Grouping
from ui.screen.desk_page import DeskPage
from ui.screen.detail_pane import DetailPane
from ui.screen.disposition_rows import TreeActs, TreeSheet
from ui.screen.explained_time import explain_time
from ui.screen.plain import plain_label, push_button

Key = Qt.Key


def a_week_ago(office: Office) -> None:
    clock = office.clock
    assert isinstance(clock, StandingClock)
    clock.at = NINE
    keeping.put_holiday(office, day=date(2026, 10, 9), name="Hari Jadi Kota")
    ref = register_incoming(office, form=incoming_form(subject="Undangan rapat")).ref
    take_step(office, ref=ref, step=Step.DISPOSE, order=StepOrder(by=RAHMA, to=(BUDI,)))
    register_incoming(office, form=incoming_form(subject="Permohonan data"))
    clock.at = NINE + timedelta(days=12)


@pytest.fixture
def desk(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=a_week_ago) as made:
        clock = made.desk.known.clock
        assert isinstance(clock, StandingClock)
        clock.at = NINE + timedelta(days=12)
        yield made


def reasons(qtbot: Any) -> list[str]:
    """The days of the reckoning that is open, closed again."""
    box = QApplication.activeModalWidget()
    assert box is not None
    assert box.objectName() == "reckoning"
    days = box.findChild(QTreeWidget, "reckoning_days")
    told = [
        f"{days.topLevelItem(n).text(0)}: {days.topLevelItem(n).text(2)}"
        for n in range(days.topLevelItemCount())
    ]
    box.close()
    return told


def ref(desk: RealDesk, number: int = 1) -> LetterRef:
    (line,) = looking_up.lines(desk.office, letter_ids=(number,))
    return line.ref


@pytest.mark.parametrize("key", [Key.Key_H, Key.Key_Return, Key.Key_Space])
def test_the_letter_s_way_opens_it_by_keys(qtbot, desk, key: Key) -> None:
    told = label_of(qtbot, desk)
    told.setFocus()
    qtbot.keyClick(told, key)
    found = reasons(qtbot)
    assert len(found) == 13
    assert "Jumat, 9 Oktober 2026: hari libur: Hari Jadi Kota" in found
    assert "Minggu, 11 Oktober 2026: bukan hari kerja" in found


def test_the_letter_s_way_opens_it_by_a_click(qtbot, desk) -> None:
    told = label_of(qtbot, desk)
    qtbot.mouseClick(told, Qt.MouseButton.LeftButton)
    assert "Jumat, 9 Oktober 2026: hari libur: Hari Jadi Kota" in reasons(qtbot)


def label_of(qtbot: Any, desk: RealDesk) -> QLabel:
    pane = DetailPane(desk.desk)
    qtbot.addWidget(pane)
    pane.resize(400, 800)
    pane.show()
    pane.show_letter(ref(desk))
    pane.refresh()
    desk.settle()
    way = pane.findChild(QWidget, "journey")
    return next(each for each in way.findChildren(QLabel) if each.text().startswith("menunggu"))


def test_a_disposition_s_time_ends_when_it_was_done(qtbot, desk) -> None:
    one = looking_up.dossier(desk.office, ref=ref(desk)).dispositions[0].disposition
    clock = desk.office.clock
    assert isinstance(clock, StandingClock)
    for step in (Step.READ, Step.START, Step.DONE):
        dispose_step(desk.office, disposition_id=one.id, step=step, order=StepOrder(note="sudah"))
    clock.at += timedelta(days=7)
    tree = TreeSheet(desk.desk)
    qtbot.addWidget(tree)
    tree.resize(900, 500)
    tree.show()
    tree.show_dossier(looking_up.dossier(desk.office, ref=ref(desk)), TreeActs(lambda _file: None))
    told = next(each for each in tree.findChildren(QLabel) if each.text().startswith("sejak"))
    qtbot.mouseClick(told, Qt.MouseButton.LeftButton)
    found = reasons(qtbot)
    assert (found[0][:4], found[-1]) == ("Rabu", "Senin, 19 Oktober 2026: sebagian hari kerja")


def test_h_on_a_late_letter_of_meja_kerja(qtbot, desk) -> None:
    page = desk.show(DeskPage(desk.desk))
    row = next(each for each in page.findChildren(QWidget) if "Permohonan data" in each.accessibleName())
    row.setFocus()
    qtbot.keyClick(row, Key.Key_H)
    assert len(reasons(qtbot)) == 13


def test_a_button_keeps_its_own_keys(qtbot, desk) -> None:
    pressed: list[bool] = []
    button = push_button("Buka")
    button.clicked.connect(lambda: pressed.append(True))
    explain_time(button, desk.desk, "Surat", NINE)
    qtbot.addWidget(button)
    button.show()
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2
    assert QApplication.activeModalWidget() is None


def test_ctrl_h_is_not_ours(qtbot, desk) -> None:
    label = plain_label("3 jam kerja")
    explain_time(label, desk.desk, "Surat", NINE)
    qtbot.addWidget(label)
    label.show()
    qtbot.keyClick(label, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None


def test_dated_hours_are_in_the_reckoning_and_in_the_time_at_once(qtbot, desk) -> None:
    told = label_of(qtbot, desk)
    before = told.text()
    pane = told.window()
    desk.desk.changed.connect(lambda changes: pane.refresh() if Topic.HOLIDAYS in changes.topics else None)
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08.00-10.00")
    desk.desk.do(
        lambda office: other_hours.put_dated_hours(
            office, first=date(2026, 10, 7), last=date(2026, 10, 19), hours=week, name="Ramadan"
        )
    )
    desk.settle()
    way = pane.findChild(QWidget, "journey")
    after = next(each for each in way.findChildren(QLabel) if each.text().startswith("menunggu"))
    assert after.text() != before
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert "Kamis, 8 Oktober 2026: hari kerja penuh: Ramadan" in reasons(qtbot)


def test_letter_by_letter_h_in_the_list_opens_it_and_the_help_names_it(qtbot, desk) -> None:
    page = dispositions_page(desk.desk)
    desk.show(page)
    page._tools.choose_view(Grouping.LETTERS, Side.GOT)
    page._turn_view()
    desk.settle()
    view = page.findChild(QWidget, "letters_waiting")
    view.setFocus()
    qtbot.keyClick(view, Key.Key_H)
    assert any("Hari Jadi Kota" in each for each in reasons(qtbot))
    assert "H" in dict(page.help_keys())
