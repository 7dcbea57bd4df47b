"""A working day of one desk in one real window, by keys alone, on SQLite and on PostgreSQL: what came in is registered and
handed to whom it concerns, what goes out is drafted, signed, numbered, sent and received, and the month has counted it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QPushButton, QWidget

from correspondence.dates import Month
from correspondence.dossier import Dossier
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.reporting import monthly_report
from correspondence.workflow import DispositionState, IncomingState, OutgoingState
from tests.builders import BUDI, RAHMA, StandingClock, furnish
from tests.ui.screen.conftest import Driver, starter
from ui.screen.app import open_window
from ui.wiring import open_registry

Key = Qt.Key


@dataclass
class Day:
    driver: Driver
    office: Office

    def dossier(self, number: int, book: Book) -> Dossier:
        return looking_up.dossier(self.office, ref=LetterRef(book, 2026, number))

    def state(self, number: int, book: Book) -> object:
        return self.dossier(number, book).letter.state

    def shows(self, ref: str, page: str, name: str) -> None:
        """Until the letter stands beside the list, with the step that comes next."""
        detail = self.driver.find(QWidget, "detail", page)
        self.driver.wait(lambda: detail.findChild(QLabel, "reference").text() == ref)
        self.driver.wait(lambda: name in detail.findChild(QPushButton, "next_step").accessibleName())

    def next_step(self, ref: str, page: str, name: str) -> None:
        """From the list to the button of the next step with Enter, and the space bar presses it."""
        driver = self.driver
        self.shows(ref, page, name)
        driver.find(QWidget, "letters_view", page).setFocus()
        driver.key(Key.Key_Return)
        driver.wait(lambda: driver.window.focusWidget().objectName() == "next_step")
        driver.key(Key.Key_Space)

    def dialog(self) -> QDialog:
        self.driver.wait(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        self.driver.wait(found.isActiveWindow)
        return found

    def save(self, dialog: QDialog) -> None:
        self.driver.ctrl(Key.Key_S)
        self.driver.wait(lambda: QApplication.activeModalWidget() is not dialog)
        # A person looks at the window again; without a window manager nobody says so to Qt.
        self.driver.window.activateWindow()
        self.driver.wait(self.driver.window.isActiveWindow)


@pytest.fixture
def day(qtbot: Any, qapp: Any, engine_url: str, tmp_path: Any) -> Iterator[Day]:
    clock = StandingClock()
    registry = open_registry(engine_url, actor="setup", clock=clock, create=True)
    with registry.office.open_unit() as unit:
        furnish(unit)
        unit.commit()
    window, background = open_window(
        qapp,
        opener=partial(open_registry, engine_url, actor="rini", clock=clock),
        starter=starter,
        folder=tmp_path / "meja",
    )
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.start()
    driver = Driver(window, qtbot)
    driver.wait(lambda: driver.page() == "page_desk")
    yield Day(driver, registry.office)
    background.close()
    window.setProperty("closing", True)
    window.close()
    window.deleteLater()
    registry.close()


def register(day: Day, sender: str, subject: str, *, more: bool) -> None:
    driver = day.driver
    driver.wait(lambda: driver.window.focusWidget().objectName() == "sender")
    driver.type(sender)
    for _field in range(2):
        driver.key(Key.Key_Tab)
    driver.type("5/10/26")
    for _field in range(2):
        driver.key(Key.Key_Tab)
    driver.type(subject)
    driver.ctrl(Key.Key_Return if more else Key.Key_S)


def test_what_came_in_is_registered_and_lies_with_whom_it_concerns(day: Day) -> None:
    driver = day.driver
    driver.ctrl(Key.Key_N)
    register(day, "Dinas Sosial", "Permohonan data penerima bantuan", more=True)
    driver.wait(lambda: driver.rows() == 1)
    register(day, "Kecamatan Kandangan", "Undangan musrenbang", more=False)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is None)
    driver.wait(lambda: driver.rows() == 2)

    day.next_step("M-2026-2", "page_incoming", "Ajukan")
    day.save(day.dialog())
    driver.wait(lambda: day.state(2, Book.INCOMING) is IncomingState.SUBMITTED)
    day.shows("M-2026-2", "page_incoming", "Disposisi")
    driver.ctrl(Key.Key_D)
    dialog = day.dialog()
    to = dialog.findChild(QListWidget, "to")
    to.setCurrentRow(next(row for row in range(to.count()) if BUDI in to.item(row).text()))
    to.setFocus()
    driver.key(Key.Key_Space)
    day.save(dialog)
    driver.wait(lambda: day.state(2, Book.INCOMING) is IncomingState.DISPOSED)
    assert day.dossier(2, Book.INCOMING).holder.officer == BUDI

    # At his desk: read, begun and reported, one key each.
    driver.ctrl(Key.Key_4)
    driver.wait(lambda: driver.page() == "page_dispositions")
    view = driver.find(QWidget, "dispositions_view")
    driver.wait(lambda: view.model().rowCount() == 1)
    view.setFocus()
    state = view.model().index(0, 2)
    for word in ("Dibaca", "Diproses"):
        driver.ctrl(Key.Key_T)
        driver.wait(lambda word=word: word in state.data(int(Qt.ItemDataRole.AccessibleTextRole)))
    driver.wait(
        lambda: (
            "Laporkan"
            in driver.find(QWidget, "page_dispositions").findChild(QPushButton, "next_step").accessibleName()
        )
    )
    driver.ctrl(Key.Key_T)
    dialog = day.dialog()
    driver.type("Hadir, bahan sudah disiapkan.")
    day.save(dialog)
    driver.wait(lambda: _disposition(day) is DispositionState.DONE)
    driver.wait(lambda: view.model().rowCount() == 0)


def test_what_goes_out_is_signed_numbered_sent_and_counted(day: Day) -> None:
    driver = day.driver
    driver.ctrl(Key.Key_N, shift=True)
    driver.wait(lambda: driver.window.findChild(QWidget, "letter_form") is not None)
    form = driver.find(QWidget, "letter_form")
    typed = {"correspondent": "Camat Kandangan", "subject": "Jawaban permohonan data", "kind": "Surat Dinas"}
    for name, text in typed.items():
        form.findChild(QWidget, name).setFocus()
        driver.type(text)
    driver.ctrl(Key.Key_S)
    driver.wait(lambda: driver.rows("page_outgoing") == 1)

    day.shows("K-2026-1", "page_outgoing", "")
    driver.ctrl(Key.Key_T)
    dialog = day.dialog()
    driver.wait(lambda: dialog.findChild(QWidget, "sign") is not None)
    dialog.findChild(QWidget, "sign").setEditText(RAHMA)
    day.save(dialog)
    driver.wait(lambda: bool(day.dossier(1, Book.OUTGOING).signatures))
    day.next_step("K-2026-1", "page_outgoing", "Ajukan")
    driver.wait(lambda: day.state(1, Book.OUTGOING) is OutgoingState.AWAITING_SIGNATURE)

    driver.ctrl(Key.Key_5)
    driver.wait(lambda: driver.page() == "page_signatures")
    view = driver.find(QWidget, "signatures_view")
    driver.wait(lambda: view.model().rowCount() == 1)
    view.setFocus()
    driver.ctrl(Key.Key_T)
    driver.wait(lambda: day.state(1, Book.OUTGOING) is OutgoingState.SIGNED)

    driver.ctrl(Key.Key_3)
    day.next_step("K-2026-1", "page_outgoing", "nomor")
    driver.wait(lambda: day.state(1, Book.OUTGOING) is OutgoingState.NUMBERED)
    assert day.dossier(1, Book.OUTGOING).letter.letter_number
    day.next_step("K-2026-1", "page_outgoing", "Kirim")
    driver.wait(lambda: day.state(1, Book.OUTGOING) is OutgoingState.DISPATCHED)
    day.next_step("K-2026-1", "page_outgoing", "terima")
    dialog = day.dialog()
    driver.type("Rudi, staf kecamatan")
    day.save(dialog)
    driver.wait(lambda: day.state(1, Book.OUTGOING) is OutgoingState.DELIVERED)

    report = monthly_report(day.office, month=Month(2026, 10))
    assert (report.balance.registered, report.balance.finished, report.balance.closing) == (1, 1, 0)
    assert sum(row.issued for row in report.by_kind) == 1


def _disposition(day: Day) -> DispositionState:
    (line,) = day.dossier(2, Book.INCOMING).dispositions
    return line.disposition.state
