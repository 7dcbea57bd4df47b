"""A promised time typed in the window: read back, doubted beside its field, told before the line is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from correspondence.boards import SignatureWait
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import boards, keeping, looking_up
from correspondence.services.registering import register_outgoing
from correspondence.services.signing import set_chain
from correspondence.services.stepping import StepOrder, take_step
from correspondence.workflow import Step
from tests.builders import BUDI, NINE, RAHMA, StandingClock, outgoing_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.board_rows import Question, cells_of
from ui.screen.journey import stops
from ui.screen.line_texts import Reading
from ui.screen.promise_dialog import PromiseDialog

TWO = NINE + timedelta(hours=5)


def drafts(office: Office) -> None:
    for number in range(3):
        ref = register_outgoing(office, form=outgoing_form(subject=f"Surat {number}")).ref
        set_chain(office, ref=ref, initials=(BUDI,), sign=RAHMA, promised_for=TWO if number == 2 else None)
        take_step(office, ref=ref, step=Step.SEND_FOR_REVIEW)
    keeping.put_holiday(office, day=date(2026, 10, 9), name="Hari Jadi Kota")


@pytest.fixture
def desk(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=drafts) as made:
        yield made


@pytest.fixture
def board(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1000, 700)
    parent.show()
    return parent


def waits(desk: RealDesk) -> list[SignatureWait]:
    return list(boards.signature_lines(desk.office))


def opened(desk: RealDesk, board: QWidget, asked: list[SignatureWait]) -> PromiseDialog:
    dialog = PromiseDialog(desk.desk, asked, board)
    dialog.open()
    return dialog


def typed(qtbot, dialog: PromiseDialog, text: str) -> str:
    """Types it and says what stands below the field."""
    field = dialog.findChild(QLineEdit, "promised_for")
    field.selectAll()
    qtbot.keyClicks(field, text)
    return dialog.findChild(QLabel, "promised_for_foot").text()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("hari ini 14.00", ""),
        ("hari ini 16.00", ""),
        (
            "hari ini 22.00",
            "di luar jam kerja (sesudah jam kerja selesai); kantor buka lagi Kamis, 8 Oktober 2026",
        ),
        ("besok 6.00", "di luar jam kerja (sebelum jam kerja mulai); kantor buka lagi Kamis, 8 Oktober 2026"),
        (
            "9/10/2026 10.00",
            "(hari libur: Hari Jadi Kota); kantor buka lagi Senin, 12 Oktober 2026 pukul 07.30",
        ),
        ("11/10/2026 10.00", "(bukan hari kerja); kantor buka lagi Senin, 12 Oktober 2026 pukul 07.30"),
    ],
)
def test_an_hour_when_nobody_works_is_doubted_before_it_is_saved(
    qtbot, desk, board, text: str, doubt: str
) -> None:
    asked = waits(desk)[:1]
    dialog = opened(desk, board, asked)
    said = typed(qtbot, dialog, text)
    assert "pukul" in said
    assert doubt in said if doubt else "di luar jam kerja" not in said
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    assert waits(desk)[0].step.promised_for is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("besok", "belum menyebut jamnya"),
        ("nanti siang", "tidak terbaca"),
        ("jumat 9", "Jumat, 9 Oktober 2026"),
    ],
)
def test_what_is_read_or_not_is_told_while_typing(qtbot, desk, board, text: str, told: str) -> None:
    assert told in typed(qtbot, opened(desk, board, waits(desk)[:1]), text)


def test_a_time_that_is_over_is_refused_beside_its_field_and_kept(qtbot, desk, board) -> None:
    dialog = opened(desk, board, waits(desk)[:2])
    typed(qtbot, dialog, "hari ini 8.00")
    qtbot.keyClick(dialog.findChild(QLineEdit, "promised_for"), Qt.Key.Key_Return)
    desk.settle()
    assert dialog.isVisible()
    assert "sudah lewat" in dialog.findChild(QLabel, "promised_for_foot").text()
    assert dialog.findChild(QLineEdit, "promised_for").text() == "hari ini 8.00"
    assert [each.step.promised_for for each in waits(desk)] == [None, None, None]


def test_several_at_once_and_the_refused_one_named(qtbot, desk, board) -> None:
    asked = waits(desk)[:2]
    dialog = opened(desk, board, asked)
    typed(qtbot, dialog, "hari ini 14.00")
    # Meanwhile another desk writes the first one down as initialled.
    take_step(desk.office, ref=asked[0].letter.ref, step=Step.INITIAL, order=StepOrder(by=BUDI))
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    said = desk.said[-1]
    assert said.wrong
    assert said.text.startswith(f"Janji 1 surat dicatat. 1 tidak: {asked[0].letter.ref}: Baris ini")
    kept = {each.letter.ref: each.step.promised_for for each in waits(desk)}
    assert kept[asked[1].letter.ref] == TWO
    assert kept[asked[0].letter.ref] is None


def test_all_that_were_asked_for_is_one_sentence(qtbot, desk, board) -> None:
    dialog = opened(desk, board, waits(desk)[:2])
    typed(qtbot, dialog, "hari ini 14.00")
    dialog.findChild(QPushButton, "accept").click()
    desk.settle()
    assert desk.said[-1].text == "Janji 2 surat dicatat: hari ini 14.00."
    assert [each.step.promised_for for each in waits(desk)] == [TWO, TWO, None]


# ----------------------------------------------------------------------- promised while the initials are pending


def reading(desk: RealDesk) -> Reading:
    return Reading(desk.desk.now, desk.desk.known.calendar)


def test_the_initial_s_row_tells_when_the_signature_is_promised(desk) -> None:
    cells = [cells_of(each, reading(desk), Question())[-1] for each in waits(desk)]
    assert [each.text for each in cells] == ["—", "—", "hari ini 14.00"]
    assert cells[2].second == "TTD jatuh hari ini"
    clock = desk.office.clock
    assert isinstance(clock, StandingClock)
    clock.at = TWO + timedelta(minutes=1)
    late = cells_of(waits(desk)[2], reading(desk), Question())[-1]
    assert (late.text, late.second, late.tone) == ("hari ini 14.00", "TTD lewat janji", "red")


def test_the_letter_s_way_tells_it_as_well(desk) -> None:
    ref = waits(desk)[2].letter.ref
    assert "TTD dijanjikan hari ini 14.00" in now_at(desk, ref)
    take_step(desk.office, ref=ref, step=Step.INITIAL)
    assert "TTD dijanjikan hari ini 14.00" in now_at(desk, ref)
    clock = desk.office.clock
    assert isinstance(clock, StandingClock)
    clock.at = TWO + timedelta(minutes=1)
    assert "TTD dijanjikan hari ini 14.00, lewat" in now_at(desk, ref)
    take_step(desk.office, ref=ref, step=Step.SIGN)
    assert "dijanjikan" not in now_at(desk, ref)


def now_at(desk: RealDesk, ref: LetterRef) -> str:
    return stops(looking_up.dossier(desk.office, ref=ref), reading(desk))[-1].second
