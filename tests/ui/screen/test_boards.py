"""The two boards on a real registry, driven by keys: ticking, signing, other desks, a row that does not jump, undoing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTreeWidget, QWidget

from correspondence.boards import Side
from correspondence.letters import Letter
from correspondence.numbering import Book, LetterRef
from correspondence.office import Office
from correspondence.services import looking_up
from correspondence.services.disposing import dispose_step
from correspondence.services.keeping import change_officer
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import DispositionState, OutgoingState, Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, StandingClock, incoming_form, outgoing_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.board_page import BoardPage, dispositions_page, signatures_page
from ui.screen.live import Live
from ui.screen.undo import Undo

Key = Qt.Key


def draft_on_its_way(
    office: Office, subject: str, *, initials: tuple[str, ...] = (), sign: str = RAHMA, **fields: Any
) -> LetterRef:
    """A draft that somebody is asked to initial or sign."""
    promised = fields.pop("promised_for", None)
    ref = register_outgoing(office, form=outgoing_form(subject=subject, **fields)).ref
    set_chain(office, ref=ref, initials=initials, sign=sign, promised_for=promised)
    take_step(office, ref=ref, step=Step.SEND_FOR_REVIEW)
    return ref


def disposed(office: Office, subject: str, *to: str, **order: Any) -> LetterRef:
    ref = register_incoming(office, form=incoming_form(subject=subject)).ref
    take_step(office, ref=ref, step=Step.DISPOSE, order=StepOrder(to=to, **order))
    return ref


def twelve_drafts(office: Office) -> None:
    clock = office.clock
    assert isinstance(clock, StandingClock)
    for number in range(12):
        clock.at = NINE - timedelta(minutes=60 - number)
        unit = "Subbagian Keuangan" if number == 3 else "Bagian Umum"
        draft_on_its_way(office, f"Surat ke-{number}", unit=unit)
    clock.at = NINE
    draft_on_its_way(office, "Nota paraf", initials=(EKO,), sign=BUDI)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=twelve_drafts) as made:
        yield made


def page_of(desk: RealDesk) -> BoardPage:
    page = signatures_page(desk.desk)
    desk.show(page)
    return page


def view_of(page: BoardPage) -> Any:
    return page.findChild(QWidget, page._spec.view)


def subjects(page: BoardPage) -> list[str]:
    return [each.letter.subject for each in page._model.waits()]


def letter(desk: RealDesk, ref: LetterRef) -> Letter:
    return looking_up.dossier(desk.office, ref=ref).letter


def elsewhere(office: Office) -> Office:
    """Another desk of the same office: other connections would do the same through the same archive."""
    return replace(office, actor="meja sebelah")


def sign_elsewhere(desk: RealDesk, ref: LetterRef) -> None:
    take_step(elsewhere(desk.office), ref=ref, step=Step.SIGN)


def test_people_stand_left_with_counts_and_the_oldest_wait(desk) -> None:
    page = page_of(desk)
    people = page.findChild(QWidget, "people").model()
    told = [
        people.index(row).data(int(Qt.ItemDataRole.AccessibleTextRole)) for row in range(people.rowCount())
    ]
    assert told[0].startswith("Semua pejabat, 13, terlama")
    assert told[1].startswith(f"Sekretaris Daerah, {RAHMA}, 12, terlama 1 jam kerja")
    assert told[2].startswith(f"Kepala Subbagian Tata Usaha, {EKO}, 1, ")
    assert subjects(page)[:2] == ["Surat ke-0", "Surat ke-1"]
    assert page.findChild(QLabel, "board_count").text() == "13 menunggu"


def test_a_person_is_chosen_with_the_arrows_and_enter_goes_to_the_letters(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Key.Key_Left)
    people = page.findChild(QWidget, "people")
    assert people.hasFocus()
    for _time in range(2):
        qtbot.keyClick(people, Key.Key_Down)
    qtbot.waitUntil(lambda: subjects(page) == ["Nota paraf"])
    qtbot.keyClick(people, Key.Key_Return)
    assert view_of(page).hasFocus()
    assert page.findChild(QPushButton, "board_more") is not None
    assert "Diparaf" in " ".join(each.text() for each in page.findChildren(QPushButton) if each.isVisible())


def test_ten_ticked_letters_are_signed_with_one_key(desk, qtbot) -> None:
    page = page_of(desk)
    view = view_of(page)
    for _time in range(10):
        qtbot.keyClick(view, Key.Key_Space)
        qtbot.keyClick(view, Key.Key_Down)
    assert page.findChild(QLabel, "picked").text() == "10 surat dicentang"
    page.key_actions()["Ctrl+T"]()
    qtbot.waitUntil(lambda: subjects(page) == ["Surat ke-10", "Surat ke-11", "Nota paraf"])
    assert desk.said[-1].text == "10 surat: ditandatangani."
    states = [letter(desk, LetterRef(Book.OUTGOING, 2026, each)).state for each in range(1, 13)]
    assert states.count(OutgoingState.SIGNED) == 10
    assert page._model.ticks.waits() == ()
    assert page.findChild(QLabel, "board_count").text() == "3 menunggu"


def test_without_a_tick_the_key_takes_the_line_one_stands_on(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Key.Key_Down)
    page.key_actions()["Ctrl+T"]()
    qtbot.waitUntil(lambda: "Surat ke-1" not in subjects(page))
    assert view_of(page).current.letter.subject == "Surat ke-2"
    assert desk.said[-1].text == "K-2026-2: Ditandatangani."


def test_a_line_that_was_signed_elsewhere_is_told_and_the_others_are_signed(desk, qtbot) -> None:
    page = page_of(desk)
    view = view_of(page)
    qtbot.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page._model.ticks.waits()) == 13
    sign_elsewhere(desk, LetterRef(Book.OUTGOING, 2026, 1))
    page.key_actions()["Ctrl+T"]()
    qtbot.waitUntil(lambda: bool(desk.said) and desk.said[-1].wrong)
    assert "12 surat dicatat. 1 tidak: K-2026-1" in desk.said[-1].text
    desk.settle()


def test_what_another_desk_does_appears_without_a_key(desk, qtbot) -> None:
    page = page_of(desk)
    live = Live(desk.desk, page)
    live.look()
    desk.settle()
    resets: list[bool] = []
    page._model.modelReset.connect(lambda: resets.append(True))
    sign_elsewhere(desk, LetterRef(Book.OUTGOING, 2026, 4))
    draft_on_its_way(elsewhere(desk.office), "Baru dari meja sebelah")
    live.start()
    qtbot.waitUntil(lambda: "Surat ke-3" not in subjects(page), timeout=5000)
    assert subjects(page)[-1] == "Baru dari meja sebelah"
    assert not resets
    assert page.findChild(QLabel, "board_count").text() == "13 menunggu"


def test_the_row_stood_upon_does_not_jump(desk, qtbot) -> None:
    page = page_of(desk)
    page.resize(1166, 420)
    view = view_of(page)
    view.stand_on(10)
    desk.settle()
    here, top = view.current, view.visualRect(view.currentIndex()).top()
    assert view.verticalScrollBar().value() > 0
    live = Live(desk.desk, page)
    live.look()
    desk.settle()
    for number in (1, 2, 3):
        sign_elsewhere(desk, LetterRef(Book.OUTGOING, 2026, number))
    live.look()
    qtbot.waitUntil(lambda: "Surat ke-0" not in subjects(page), timeout=5000)
    desk.settle()
    assert view.current.step.id == here.step.id
    assert view.visualRect(view.currentIndex()).top() == top


def test_only_the_touched_letters_are_read_again(desk) -> None:
    page = page_of(desk)
    painted: list[int] = []
    page._model.dataChanged.connect(lambda first, last: painted.extend(range(first.row(), last.row() + 1)))
    removed: list[int] = []
    page._model.rowsRemoved.connect(lambda _parent, first, last: removed.extend(range(first, last + 1)))
    desk.desk.do(partial(take_step, ref=LetterRef(Book.OUTGOING, 2026, 6), step=Step.SIGN))
    desk.settle()
    assert removed == [5]
    assert painted == []


def test_the_ticks_stay_while_other_lines_come_and_go(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Key.Key_Down)
    qtbot.keyClick(view_of(page), Key.Key_Space)
    desk.desk.do(partial(take_step, ref=LetterRef(Book.OUTGOING, 2026, 6), step=Step.SIGN))
    desk.settle()
    page.refresh()
    desk.settle()
    assert [each.letter.subject for each in page._model.ticks.waits()] == ["Surat ke-1"]
    qtbot.keyClick(view_of(page), Key.Key_Escape)
    assert page._model.ticks.waits() == ()


def test_a_unit_narrows_the_board_and_what_comes_later(desk, qtbot) -> None:
    page = page_of(desk)
    unit = page.findChild(QWidget, "board_unit")
    unit.setCurrentIndex(unit.findText("Subbagian Keuangan"))
    qtbot.waitUntil(lambda: subjects(page) == ["Surat ke-3"])
    desk.desk.do(partial(take_step, ref=LetterRef(Book.OUTGOING, 2026, 1), step=Step.RECALL))
    desk.desk.do(partial(take_step, ref=LetterRef(Book.OUTGOING, 2026, 1), step=Step.SEND_FOR_REVIEW))
    desk.settle()
    assert subjects(page) == ["Surat ke-3"]


def test_the_reminder_is_copied_and_opened(desk, qtbot) -> None:
    officer = next(each.officer for each in desk.desk.known.directory.officers if each.officer.name == RAHMA)
    desk.ask(
        lambda office: change_officer(
            office,
            officer_id=officer.id,
            name=RAHMA,
            nip=officer.nip,
            rank=officer.rank,
            phone="0812-3456-7890",
        )
    )
    desk.desk.look_around()
    desk.settle()
    page = page_of(desk)
    links: list[str] = []
    page.acts._reminding.open_link = links.append
    qtbot.keyClick(view_of(page), Key.Key_R)
    assert "Tanda tangan: Surat ke-0 (K-2026-1), diajukan" in QGuiApplication.clipboard().text()
    qtbot.keyClick(view_of(page), Key.Key_W)
    link = urlsplit(links[0])
    assert link.netloc + link.path == "wa.me/6281234567890"
    assert parse_qs(link.query)["text"] == [QGuiApplication.clipboard().text()]


def test_without_a_number_it_is_said_where_to_put_one(desk, qtbot) -> None:
    page = page_of(desk)
    links: list[str] = []
    page.acts._reminding.open_link = links.append
    qtbot.keyClick(view_of(page), Key.Key_W)
    assert not links
    assert "Nomor telepon" in desk.said[-1].text
    assert "Pengaturan" in desk.said[-1].text


def test_a_duration_shows_its_reckoning(desk, qtbot) -> None:
    page = page_of(desk)
    qtbot.keyClick(view_of(page), Key.Key_H)
    dialog = page.findChild(QDialog, "reckoning")
    days = dialog.findChild(QTreeWidget, "reckoning_days")
    assert days.topLevelItemCount() == 1
    row = days.topLevelItem(0)
    assert [row.text(each) for each in range(3)] == [
        "Rabu, 7 Oktober 2026", "1 jam kerja", "sebagian hari kerja",
    ]  # fmt: skip
    dialog.reject()


def test_ctrl_z_takes_back_what_one_key_did(desk, qtbot) -> None:
    page = page_of(desk)
    undo = Undo(desk.desk, page)
    for _time in range(2):
        qtbot.keyClick(view_of(page), Key.Key_Space)
        qtbot.keyClick(view_of(page), Key.Key_Down)
    page.key_actions()["Ctrl+T"]()
    qtbot.waitUntil(lambda: "Surat ke-0" not in subjects(page))
    desk.settle()
    undo.take_back()
    qtbot.waitUntil(lambda: "Surat ke-0" in subjects(page))
    assert desk.said[-1].text == "Diurungkan: ditandatangani, 2 surat."
    assert subjects(page)[:2] == ["Surat ke-0", "Surat ke-1"]
    assert letter(desk, LetterRef(Book.OUTGOING, 2026, 1)).state is OutgoingState.AWAITING_SIGNATURE
    undo.take_back()
    assert desk.said[-1].text == "Tidak ada langkah di jendela ini yang dapat diurungkan."


def test_a_skipped_initial_asks_for_its_reason(desk, qtbot) -> None:
    page = page_of(desk)
    view_of(page).stand_on(12)
    desk.settle()
    page.acts.take(Step.SKIP)
    dialog = page.findChild(QWidget, "note").window()
    accept = dialog.findChild(QPushButton, "accept")
    accept.click()
    desk.settle()
    assert dialog.findChild(QLabel, "note_foot").text()
    dialog.findChild(QWidget, "note").setPlainText("Sedang dinas luar")
    accept.click()
    desk.settle()
    assert page._model.wait_at(12).officer == BUDI


def some_dispositions(office: Office) -> None:
    disposed(office, "Undangan rapat", BUDI, SITI, by=RAHMA, lead=BUDI, instructions=("Tindak lanjuti",))
    disposed(office, "Permintaan data", BUDI, by=RAHMA)


@pytest.fixture
def inbox(qtbot, tmp_path) -> Iterator[tuple[RealDesk, BoardPage]]:
    with real_desk(qtbot, f"sqlite:///{tmp_path}/registri.sqlite", fill=some_dispositions) as made:
        page = dispositions_page(made.desk)
        made.show(page)
        yield made, page


def states(desk: RealDesk, ref: LetterRef) -> list[DispositionState]:
    return [each.disposition.state for each in looking_up.dossier(desk.office, ref=ref).dispositions]


def test_dispositions_go_through_their_steps_by_one_key(inbox, qtbot) -> None:
    desk, page = inbox
    ref = LetterRef(Book.INCOMING, 2026, 2)
    view = view_of(page)
    view.stand_on(page._model.row_of_letter(looking_up.dossier(desk.office, ref=ref).letter.id))
    desk.settle()
    page.key_actions()["Ctrl+T"]()
    desk.settle()
    assert states(desk, ref) == [DispositionState.READ]
    assert view.current.letter.ref == ref
    page.key_actions()["Ctrl+T"]()
    desk.settle()
    assert states(desk, ref) == [DispositionState.IN_PROGRESS]
    page.key_actions()["Ctrl+T"]()
    dialog = page.findChild(QWidget, "note").window()
    dialog.findChild(QWidget, "note").setPlainText("Data sudah dikirim")
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    assert states(desk, ref) == [DispositionState.DONE]
    assert subjects(page) == ["Undangan rapat", "Undangan rapat"]


def test_several_are_marked_as_read_at_once(inbox, qtbot) -> None:
    desk, page = inbox
    qtbot.keyClick(view_of(page), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.key_actions()["Ctrl+T"]()
    desk.settle()
    every = states(desk, LetterRef(Book.INCOMING, 2026, 1)) + states(desk, LetterRef(Book.INCOMING, 2026, 2))
    assert every == [DispositionState.READ] * 3
    assert desk.said[-1].text == "3 surat: disposisi dibaca."


def test_what_i_gave_and_what_i_got(inbox, qtbot) -> None:
    _desk, page = inbox
    people = page.findChild(QWidget, "people").model()
    assert [people.index(row).data() for row in range(people.rowCount())] == [
        "Semua pejabat", "Kepala Bagian Umum", "Kepala Subbagian Keuangan",
    ]  # fmt: skip
    page.findChild(QPushButton, f"filter_{Side.GAVE}").click()
    qtbot.waitUntil(lambda: people.rowCount() == 2)
    assert people.index(1).data() == "Sekretaris Daerah"


def test_a_forwarded_one_waits_below_and_comes_up_at_the_one_below(inbox, qtbot) -> None:
    desk, page = inbox
    ref = LetterRef(Book.INCOMING, 2026, 2)
    one = looking_up.dossier(desk.office, ref=ref).dispositions[0].disposition
    order = StepOrder(to=(EKO,))
    desk.desk.do(partial(dispose_step, disposition_id=one.id, step=Step.FORWARD, order=order))
    desk.settle()
    mine = [each for each in page._model.waits() if each.letter.ref == ref]
    assert [each.recipient for each in mine] == [EKO]
    page.findChild(QPushButton, f"filter_{Side.GAVE}").click()
    desk.settle()
    gave = [each for each in page._model.waits() if each.letter.ref == ref]
    assert sorted(each.recipient for each in gave) == sorted([BUDI, EKO])
