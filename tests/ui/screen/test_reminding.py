"""Reminders on Meja Kerja and in the tray: who is reminded of what, when, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, StandingClock
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed, draft_on_its_way
from ui.screen.desk_page import DeskPage
from ui.screen.reminders import due_today
from ui.screen.requests import ShowPerson
from ui.screen.tray import DailyReminder


def a_morning(office: Office) -> None:
    draft_on_its_way(office, "Rekomendasi", promised_for=NINE + timedelta(hours=1))
    draft_on_its_way(office, "Keterangan domisili", promised_for=NINE + timedelta(days=1))
    draft_on_its_way(office, "Nota", sign=BUDI)
    disposed(office, "Permintaan data", EKO, by=RAHMA, due=NINE.date())
    ref = draft_on_its_way(office, "Salah alamat", initials=(EKO,), sign=BUDI)
    take_step(office, ref=ref, step=Step.INITIAL)
    take_step(office, ref=ref, step=Step.SEND_BACK, order=StepOrder(note="Alamat lama"))


class Told:
    def __init__(self) -> None:
        self.messages: list[str] = []

    def show_message(self, _title: str, text: str) -> None:
        self.messages.append(text)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=a_morning) as made:
        yield made


def wait(desk: RealDesk, **span: float) -> None:
    clock = desk.office.clock
    assert isinstance(clock, StandingClock)
    clock.wait(**span)


def test_one_line_for_an_officer_with_what_falls_due(desk) -> None:
    due = desk.ask(due_today)
    assert [(each.name, [wait.letter.subject for wait in each.waits]) for each in due.people] == [
        (RAHMA, ["Rekomendasi"])
    ]
    assert [(each.returned_by, each.reason, each.initialled) for each in due.notices] == [
        (BUDI, "Alamat lama", (EKO,))
    ]
    wait(desk, days=1)
    due = desk.ask(due_today)
    assert [(each.name, [wait.letter.subject for wait in each.waits]) for each in due.people] == [
        (RAHMA, ["Rekomendasi", "Keterangan domisili"]),
        (EKO, ["Permintaan data"]),
    ]


def test_the_panel_copies_a_reminder_and_opens_the_board(desk, qtbot) -> None:
    page = DeskPage(desk.desk)
    desk.show(page)
    panel = page.findChild(QWidget, "reminders")
    assert panel.isVisible()
    told = " | ".join(label.text() for label in panel.findChildren(QLabel))
    assert "Sekretaris Daerah | 1 janji jatuh hari ini" in told
    assert f"dikembalikan {BUDI}: Alamat lama · sudah diparaf {EKO}" in told
    copy = next(each for each in panel.findChildren(QPushButton) if each.text() == "Salin pengingat")
    copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Tanda tangan: Rekomendasi (K-2026-1)" in text
    assert "dijanjikan selesai 7 Oktober 2026 pukul 10.00." in text
    asked: list[object] = []
    desk.desk.page_asked.connect(lambda name, request: asked.append((name, request)))
    next(each for each in panel.findChildren(QPushButton) if each.text() == "Buka").click()
    assert asked[0][0] == "page_signatures"
    assert isinstance(asked[0][1], ShowPerson)


def test_nobody_to_remind_is_no_panel(desk) -> None:
    take_step(desk.office, ref=LetterRef(Book.OUTGOING, 2026, 1), step=Step.SIGN)
    take_step(desk.office, ref=LetterRef(Book.OUTGOING, 2026, 4), step=Step.SEND_FOR_REVIEW)
    page = DeskPage(desk.desk)
    desk.show(page)
    assert page.findChild(QWidget, "reminders").isHidden()


def test_the_tray_tells_what_became_late_once(desk) -> None:
    told = Told()
    reminder = DailyReminder(desk.desk, told, desk.desk)
    reminder.look()
    desk.settle()
    assert told.messages == []
    wait(desk, hours=2)
    for _time in range(2):
        reminder.look()
        desk.settle()
    assert told.messages == ["1 janji lewat"]


def test_the_tray_is_silent_outside_the_hours_and_tells_in_the_morning(desk) -> None:
    told = Told()
    reminder = DailyReminder(desk.desk, told, desk.desk)
    wait(desk, hours=10)
    reminder.look()
    desk.settle()
    assert told.messages == []
    wait(desk, hours=14, minutes=30)
    reminder.look()
    desk.settle()
    assert told.messages == ["2 janji lewat, 1 disposisi terlambat"]


def test_what_was_signed_and_is_late_again_is_told_again(desk) -> None:
    told = Told()
    reminder = DailyReminder(desk.desk, told, desk.desk)
    wait(desk, hours=2)
    reminder.look()
    desk.settle()
    desk.desk.do(partial(take_step, ref=LetterRef(Book.OUTGOING, 2026, 1), step=Step.SIGN))
    desk.settle()
    reminder.look()
    desk.settle()
    assert told.messages == ["1 janji lewat"]
