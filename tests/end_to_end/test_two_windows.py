"""Two desks of one office, each with its own window, driven by keys, on SQLite and on PostgreSQL.

The secretary at one window and the leader's desk at the other: what one does stands on the other's board within seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPlainTextEdit, QPushButton, QWidget

from correspondence.dossier import Dossier
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import DispositionState, OutgoingState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, StandingClock, furnish, incoming_form, outgoing_form
from tests.ui.screen.conftest import Driver, starter
from ui.screen.app import open_window
from ui.screen.main_window import MainWindow
from ui.wiring import open_registry

Key = Qt.Key
SECONDS = 20_000
"""How long a desk may take to hear of the other: half a second, but the whole suite may run beside."""


@dataclass
class Desks:
    secretary: Driver
    leader: Driver
    office: Office
    clock: StandingClock

    def dossier(self, number: int, book: Book = Book.OUTGOING) -> Dossier:
        return looking_up.dossier(self.office, ref=LetterRef(book, 2026, number))


@pytest.fixture
def desks(qtbot: Any, qapp: Any, engine_url: str, tmp_path: Any) -> Iterator[Desks]:
    clock = StandingClock()
    registry = open_registry(engine_url, actor="setup", clock=clock, create=True)
    with registry.office.open_unit() as unit:
        furnish(unit)
        unit.commit()
    for number in range(3):
        clock.at = NINE - timedelta(minutes=30 - number)
        ref = register_outgoing(registry.office, form=outgoing_form(subject=f"Konsep {number + 1}")).ref
        set_chain(registry.office, ref=ref, sign=RAHMA)
        take_step(registry.office, ref=ref, step=Step.SEND_FOR_REVIEW)
    register_incoming(registry.office, form=incoming_form(subject="Undangan rapat kerja"))
    clock.at = NINE
    opened = []
    for actor in ("rini", "ajudan"):
        window, background = open_window(
            qapp,
            opener=partial(open_registry, engine_url, actor=actor, clock=clock),
            starter=starter,
            folder=tmp_path / actor,
        )
        opened.append((window, background))
        window.show()
        qtbot.waitExposed(window)
        window.start()
        driver = Driver(window, qtbot)
        driver.wait(lambda driver=driver: driver.page() == "page_desk")
    first, second = (Driver(window, qtbot) for window, _background in opened)
    yield Desks(first, second, registry.office, clock)
    for window, background in opened:
        background.close()
        window.setProperty("closing", True)
        window.close()
        window.deleteLater()
    registry.close()


def to_front(driver: Driver) -> None:
    """Keys go to the window a person looks at."""
    driver.window.raise_()
    driver.window.activateWindow()
    waits(driver, driver.window.isActiveWindow)


def board(driver: Driver, key: Qt.Key, view: str) -> Any:
    """Opens a board with its key and waits for its lines."""
    to_front(driver)
    driver.ctrl(key)
    page = "page_signatures" if view == "signatures_view" else "page_dispositions"
    driver.wait(lambda: driver.page() == page)
    found = driver.find(QWidget, view)
    found.setFocus()
    return found


def subjects(view: Any) -> list[str]:
    model = view.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def waits(driver: Driver, holds: Callable[[], bool]) -> None:
    """Until it holds; what every window shows instead is said when it never does."""
    try:
        driver.qtbot.waitUntil(holds, timeout=SECONDS)
    except driver.qtbot.TimeoutError:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        pytest.fail("\n".join(map(_told, windows)))


def _told(window: MainWindow) -> str:
    report = window.findChild(QPlainTextEdit, "crash_report")
    toasts = [each.accessibleName() for each in window.findChildren(QWidget, "toast")]
    lists = [subjects(view) for view in window.findChildren(QWidget, "signatures_view")]
    return f"{toasts}, {lists}, {report.toPlainText() if report is not None else 'no crash'}"


def toast(driver: Driver) -> str:
    return driver.find(QWidget, "toast").accessibleName()


def dialog_of(driver: Driver) -> QDialog:
    waits(driver, lambda: QApplication.activeModalWidget() is not None)
    found = QApplication.activeModalWidget()
    waits(driver, lambda: found is not None and found.isActiveWindow())
    assert isinstance(found, QDialog)
    return found


def test_a_secretarys_round_is_seen_by_the_leaders_desk(desks) -> None:
    here = board(desks.secretary, Key.Key_5, "signatures_view")
    there = board(desks.leader, Key.Key_5, "signatures_view")
    for driver, view in ((desks.secretary, here), (desks.leader, there)):
        waits(driver, lambda view=view: subjects(view) == ["Konsep 1", "Konsep 2", "Konsep 3"])

    # Promised at the counter, typed as it was said.
    to_front(desks.secretary)
    desks.secretary.qtbot.keyClicks(here, "j")
    dialog = dialog_of(desks.secretary)
    typed = dialog.findChild(QWidget, "promised_for")
    desks.secretary.qtbot.keyClicks(typed, "hari ini 14.00")
    desks.secretary.qtbot.keyClick(typed, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    waits(desks.secretary, lambda: here.model().index(0, 3).data() == "hari ini 14.00")
    waits(desks.leader, lambda: there.model().index(0, 3).data() == "hari ini 14.00")

    # Back from the leader's room: two of three are signed, one key.
    to_front(desks.secretary)
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Space):
        desks.secretary.qtbot.keyClick(here, key)
    desks.secretary.ctrl(Key.Key_T)
    waits(desks.secretary, lambda: subjects(here) == ["Konsep 3"])
    waits(desks.leader, lambda: subjects(there) == ["Konsep 3"])
    assert [desks.dossier(each).letter.state for each in (1, 2, 3)] == [
        OutgoingState.SIGNED,
        OutgoingState.SIGNED,
        OutgoingState.AWAITING_SIGNATURE,
    ]

    # One too many: taken back, and the other desk has them again, in their old places.
    desks.secretary.ctrl(Key.Key_Z)
    waits(desks.secretary, lambda: subjects(here) == ["Konsep 1", "Konsep 2", "Konsep 3"])
    waits(desks.leader, lambda: subjects(there) == ["Konsep 1", "Konsep 2", "Konsep 3"])
    assert "Diurungkan" in toast(desks.secretary)
    assert desks.dossier(1).journal[-1].step == "undone"


def test_the_slower_desk_is_told_who_was_quicker(desks) -> None:
    here = board(desks.secretary, Key.Key_5, "signatures_view")
    there = board(desks.leader, Key.Key_5, "signatures_view")
    for driver, view in ((desks.secretary, here), (desks.leader, there)):
        waits(driver, lambda view=view: len(subjects(view)) == 3)
    # Both keys before either desk has heard of the other.
    for driver in (desks.leader, desks.secretary):
        driver.window.page.key_actions()["Ctrl+T"]()
    waits(
        desks.secretary,
        lambda: any(
            driver.find(QWidget, "toast").property("tone") == "wrong"
            for driver in (desks.secretary, desks.leader)
        ),
    )
    said = [toast(driver) for driver in (desks.secretary, desks.leader)]
    loser = next(text for text in said if "lebih dahulu dikerjakan" in text)
    assert "K-2026-1" in loser
    assert ("ajudan" in loser) != ("rini" in loser)
    signed = [each for each in desks.dossier(1).journal if each.step == "sign"]
    assert len(signed) == 1
    for driver, view in ((desks.secretary, here), (desks.leader, there)):
        waits(driver, lambda view=view: subjects(view) == ["Konsep 2", "Konsep 3"])


def test_a_leaders_disposition_goes_down_and_comes_back(desks) -> None:
    ref = LetterRef(Book.INCOMING, 2026, 1)
    take_step(desks.office, ref=ref, step=Step.SUBMIT, order=StepOrder(to=(RAHMA,)))
    to_front(desks.leader)
    desks.leader.ctrl(Key.Key_2)
    waits(desks.leader, lambda: desks.leader.page() == "page_incoming")
    page = desks.leader.find(QWidget, "page_incoming")
    waits(desks.leader, lambda: page.findChild(QPushButton, "next_step").accessibleName() == "Disposisikan")
    there = board(desks.secretary, Key.Key_4, "dispositions_view")

    to_front(desks.leader)
    desks.leader.ctrl(Key.Key_D)
    dialog = dialog_of(desks.leader)
    recipients = dialog.findChild(QListWidget, "to")
    for row in range(recipients.count()):
        if any(name in recipients.item(row).text() for name in (BUDI, EKO)):
            recipients.setCurrentRow(row)
            desks.leader.qtbot.keyClick(recipients, Key.Key_Space)
    due = dialog.findChild(QWidget, "due")
    waits(desks.leader, lambda: bool(due.text()))
    desks.leader.qtbot.keyClick(recipients, Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    waits(desks.secretary, lambda: subjects(there) == ["Undangan rapat kerja"] * 2)
    to_front(desks.secretary)
    there.setFocus()
    desks.secretary.qtbot.keyClick(there, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desks.secretary.ctrl(Key.Key_T)
    waits(desks.secretary, lambda: _states(desks) == [DispositionState.READ] * 2)
    state = there.model().index(0, 2)
    waits(desks.secretary, lambda: "Dibaca" in state.data(int(Qt.ItemDataRole.AccessibleTextRole)))
    desks.secretary.ctrl(Key.Key_T)
    waits(desks.secretary, lambda: DispositionState.IN_PROGRESS in _states(desks))
    tree = desks.dossier(1, Book.INCOMING)
    assert {each.sender for each in tree.dispositions} == {RAHMA}
    assert sum(each.disposition.lead for each in tree.dispositions) == 1


def _states(desks: Desks) -> list[DispositionState]:
    return [each.disposition.state for each in desks.dossier(1, Book.INCOMING).dispositions]
