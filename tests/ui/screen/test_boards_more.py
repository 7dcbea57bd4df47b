"""Boards narrowed by a counter, by letter, at large text; a step that several lines were refused; a report's files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QWidget

from correspondence.boards import DispositionWait
from correspondence.forms import NewAttachment
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.disposing import dispose_step
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import DispositionState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, StandingClock
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed, elsewhere, view_of
from ui.screen.board_letters import LettersBoard
from ui.screen.board_page import BoardPage, dispositions_page, signatures_page
from ui.screen.disposition_report import ReportDialog
from ui.screen.disposition_rows import TreeRow
from ui.screen.form_fields import SubjectEdit
from ui.screen.picked_files import PickedFiles
from ui.screen.requests import ShowQueue

Key = Qt.Key


def in_several_hands(office: Office) -> None:
    clock = office.clock
    assert isinstance(clock, StandingClock)
    disposed(office, "Undangan rapat", BUDI, SITI, by=RAHMA, lead=BUDI, due=date(2026, 10, 12))
    disposed(office, "Permintaan data", SITI, by=RAHMA, due=date(2026, 10, 8))
    disposed(office, "Laporan", EKO, by=RAHMA)
    clock.at = NINE


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=in_several_hands) as made:
        yield made


@pytest.fixture
def page(desk) -> BoardPage:
    made = dispositions_page(desk.desk)
    desk.show(made)
    return made


def recipients(page: BoardPage) -> list[str]:
    return [each.recipient for each in page._model.waits() if isinstance(each, DispositionWait)]


def letters(page: BoardPage) -> LettersBoard:
    found = page.findChild(LettersBoard)
    assert found is not None
    return found


def subjects(page: BoardPage) -> list[str]:
    model = letters(page).findChild(QListView, "letters_waiting").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chip(page: BoardPage, code: str) -> QPushButton:
    found = page.findChild(QPushButton, f"filter_{code}")
    assert found is not None
    return found


# --------------------------------------------------------------------------------------------------- counters


def test_a_counter_narrows_the_board_and_says_how_many(desk, page, qtbot) -> None:
    line = page._model.wait_at(0)
    dispose_step(desk.office, disposition_id=line.disposition.id, step=Step.READ, order=StepOrder())
    page.refresh()
    qtbot.waitUntil(lambda: chip(page, "dispositions_unread").text() == "Belum dibaca  3")
    chip(page, "dispositions_in_progress").click()
    qtbot.waitUntil(lambda: recipients(page) == [line.recipient])
    assert page.findChild(QLabel, "board_count").text() == "1 menunggu"


def test_what_is_no_longer_of_the_counter_leaves_the_board(desk, page, qtbot) -> None:
    page.receive(ShowQueue("dispositions_unread"))
    qtbot.waitUntil(lambda: len(recipients(page)) == 4 and page._begun)
    first = page._model.wait_at(0)
    job = partial(dispose_step, disposition_id=first.disposition.id, step=Step.READ, order=StepOrder())
    desk.desk.do(job)
    qtbot.waitUntil(lambda: len(recipients(page)) == 3)
    assert first.disposition.id not in [each.disposition.id for each in page._model.waits()]


# --------------------------------------------------------------------------------------------------- by letter


def test_letters_stand_by_their_day_and_show_their_tree(desk, page, qtbot) -> None:
    chip(page, "letters").click()
    qtbot.waitUntil(lambda: subjects(page) == ["Permintaan data", "Undangan rapat", "Laporan"])
    view = letters(page).findChild(QListView, "letters_waiting")
    qtbot.keyClick(view, Key.Key_Down)
    rows = lambda: [each.accessibleName().split(", ")[1] for each in letters(page).findChildren(TreeRow)]  # noqa: E731
    qtbot.waitUntil(lambda: rows() == ["Kepala Bagian Umum", "Kepala Subbagian Keuangan"])
    assert not chip(page, "got").isVisible()


def test_the_view_by_letter_is_remembered(desk, page, qtbot) -> None:
    chip(page, "letters").click()
    qtbot.waitUntil(lambda: len(subjects(page)) == 3)
    other = dispositions_page(desk.desk)
    desk.show(other)
    qtbot.waitUntil(lambda: len(subjects(other)) == 3)
    assert letters(other).isVisible()
    chip(other, "officers").click()
    qtbot.waitUntil(lambda: len(recipients(other)) == 4)
    assert desk.desk.memory.recall("board_dispositions") == {"grouping": "officers"}


def test_the_letter_stood_upon_stays_while_another_leaves(desk, page, qtbot) -> None:
    chip(page, "letters").click()
    qtbot.waitUntil(lambda: len(subjects(page)) == 3)
    view = letters(page).findChild(QListView, "letters_waiting")
    qtbot.keyClick(view, Key.Key_Down)
    here = view.currentIndex().data()
    gone = LetterRef(Book.INCOMING, 2026, 2)
    line = looking_up.dossier(desk.office, ref=gone).dispositions[0].disposition
    for step in (Step.READ, Step.START, Step.DONE):
        order = StepOrder(note="selesai" if step is Step.DONE else "")
        job = partial(dispose_step, disposition_id=line.id, step=step, order=order)
        desk.desk.do(lambda office, job=job: job(office))
    qtbot.waitUntil(lambda: subjects(page) == ["Undangan rapat", "Laporan"])
    assert view.currentIndex().data() == here == "Undangan rapat"


def test_the_likely_step_is_taken_by_one_key(desk, page, qtbot) -> None:
    chip(page, "letters").click()
    qtbot.waitUntil(lambda: len(subjects(page)) == 3)
    button = page.findChild(QPushButton, "next_of_letter")
    qtbot.waitUntil(lambda: button.accessibleName() == "Tandai dibaca")
    page.key_actions()["Ctrl+T"]()
    qtbot.waitUntil(lambda: button.accessibleName() == "Mulai proses")
    line = looking_up.dossier(desk.office, ref=LetterRef(Book.INCOMING, 2026, 2)).dispositions[0]
    assert line.disposition.state is DispositionState.READ


def test_help_tells_the_keys_of_each_view(page) -> None:
    by_officer = [keys for keys, _what in page.help_keys()]
    assert {"Ctrl+T", "Ctrl+D", "P", "R", "W", "H", "Ctrl+A", "Ctrl+Z"} <= set(by_officer)
    chip(page, "letters").click()
    assert "Esc" in [keys for keys, _what in page.help_keys()]


# ------------------------------------------------------------------------------------------------- refused lines


def test_what_was_refused_through_a_dialog_is_listed_and_stays_ticked(desk, page, qtbot) -> None:
    view = view_of(page)
    qtbot.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    budi = next(each for each in page._model.waits() if each.recipient == BUDI)
    for ref in (LetterRef(Book.INCOMING, 2026, 2), LetterRef(Book.INCOMING, 2026, 3)):
        line = looking_up.dossier(desk.office, ref=ref).dispositions[0].disposition
        order = StepOrder()
        dispose_step(elsewhere(desk.office), disposition_id=line.id, step=Step.RECALL, order=order)
    page.acts.take(Step.RETURN)
    dialog = page.findChild(QDialog)
    dialog.findChild(SubjectEdit, "note").setPlainText("bukan tugas kami")
    dialog.findChild(QPushButton, "accept").click()
    qtbot.waitUntil(lambda: page.findChild(QDialog, "refused") is not None)
    refused = page.findChild(QDialog, "refused")
    told = " ".join(each.text() for each in refused.findChildren(QLabel))
    for part in ("2 surat tidak dicatat", "M-2026-2 · Permintaan data", "M-2026-3 · Laporan", "meja sebelah"):
        assert part in told
    assert desk.said[-1].wrong
    line = next(
        each.disposition
        for each in looking_up.dossier(desk.office, ref=budi.letter.ref).dispositions
        if each.recipient == BUDI
    )
    assert line.state is DispositionState.RETURNED


def test_lines_that_were_refused_stay_ticked_and_the_others_do_not(desk, page, qtbot) -> None:
    view = view_of(page)
    qtbot.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    # Another desk disposes of one of the letters again: its line is still there, but not as it was looked at.
    again = LetterRef(Book.INCOMING, 2026, 3)
    take_step(elsewhere(desk.office), ref=again, step=Step.DISPOSE, order=StepOrder(to=(SITI,), by=RAHMA))
    page.acts.take(Step.READ)
    qtbot.waitUntil(lambda: bool(desk.said) and desk.said[-1].wrong)
    desk.settle()
    assert [each.letter.subject for each in page._model.ticks.waits()] == ["Laporan"]


# ------------------------------------------------------------------------------------------------------- reports


def test_a_report_takes_files_and_they_stand_in_the_tree(desk, page, qtbot, tmp_path) -> None:
    ref = LetterRef(Book.INCOMING, 2026, 2)
    line = looking_up.dossier(desk.office, ref=ref).dispositions[0].disposition
    for step in (Step.READ, Step.START):
        dispose_step(desk.office, disposition_id=line.id, step=step, order=StepOrder())
    page.refresh()
    desk.settle()
    view_of(page).stand_on(recipients(page).index(SITI))
    desk.settle()
    file = tmp_path / "laporan hasil.pdf"
    file.write_bytes(b"%PDF-1.7 isi")
    page.acts.take(Step.DONE)
    dialog = page.findChild(ReportDialog)
    files = dialog.findChild(PickedFiles)
    files.add([file, Path(tmp_path / "tidak ada.pdf")])
    dialog.findChild(SubjectEdit, "note").setPlainText("sudah dijawab")
    dialog.submit()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    wrong = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert "tidak ada.pdf" in wrong  # a file that is gone is named, and the dialog stays with its typing
    files._take_off(tmp_path / "tidak ada.pdf")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(looking_up.dossier(desk.office, ref=ref).attachments))
    (hung,) = looking_up.dossier(desk.office, ref=ref).attachments
    assert (hung.name, hung.disposition_id) == ("laporan hasil.pdf", line.id)


def test_the_tree_opens_a_reports_file(desk, page, qtbot) -> None:
    ref = LetterRef(Book.INCOMING, 2026, 1)
    line = next(
        each.disposition
        for each in looking_up.dossier(desk.office, ref=ref).dispositions
        if each.recipient == SITI
    )
    for step in (Step.READ, Step.START):
        dispose_step(desk.office, disposition_id=line.id, step=step, order=StepOrder())
    order = StepOrder(note="sudah", attachments=(NewAttachment("notula.pdf", b"%PDF"),))
    dispose_step(desk.office, disposition_id=line.id, step=Step.DONE, order=order)
    chip(page, "letters").click()
    qtbot.waitUntil(lambda: "Undangan rapat" in subjects(page))
    view = letters(page).findChild(QListView, "letters_waiting")
    view.setCurrentIndex(view.model().index(subjects(page).index("Undangan rapat"), 0))
    qtbot.waitUntil(lambda: letters(page).findChild(QPushButton, "report_file") is not None)
    button = letters(page).findChild(QPushButton, "report_file")
    assert button.accessibleName() == "Buka notula.pdf"
    opened: list[tuple[str, str]] = []
    letters(page).acts.open_attachment = lambda name, sha256: opened.append((name, sha256))
    button.click()
    assert [name for name, _sha in opened] == ["notula.pdf"]


# -------------------------------------------------------------------------------------------------- large text


def test_nothing_of_the_board_stands_outside_a_small_window(desk, qtbot) -> None:
    for maker in (dispositions_page, signatures_page):
        page = maker(desk.desk)
        desk.show(page)
        page.resize(619, 384)  # 1366×768 at twice the text
        desk.settle()
        assert page.width() == 619
        for each in page.findChildren(QWidget):
            if each.isVisible() and isinstance(each, (QPushButton, QLabel)) and each.objectName():
                right = each.mapTo(page, each.rect().topRight()).x()
                assert right <= page.width(), (each.objectName(), right)
                assert each.width() >= each.minimumSizeHint().width() or not each.text(), each.objectName()
        assert page.findChild(QPushButton, "narrow").isVisible()
        assert view_of(page).height() >= 180


def test_everybodys_lines_name_their_officer(desk, page) -> None:
    first = page._model._rows[0].cells[1]
    assert first.whose == "1  Kepala Subbagian Keuangan"
    assert "Kepala Subbagian Keuangan" in first.whole
