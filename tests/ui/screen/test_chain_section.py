"""The chain beside a letter, and the headings of the board, as they read."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel

from correspondence.people import Appointment, Capacity
from correspondence.services import boards, looking_up
from correspondence.services.calendar import calendar_of
from correspondence.signatures import Asked
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, RAHMA, SITI, WEDNESDAY, build_desk
from tests.ui.screen.real_desk import real_desk
from ui.screen.board_people import headings_of
from ui.screen.board_rows import signatory
from ui.screen.chain_section import chain_section
from ui.screen.line_texts import Reading

HEAD = "Kepala Bagian Umum"


@pytest.fixture
def office():
    made = build_desk()
    made.archive.kept.appointments[50] = Appointment(
        *(made.officer_id(SITI), HEAD, Capacity.PLH), first_day=WEDNESDAY, last_day=WEDNESDAY, id=50
    )
    return made


@pytest.fixture
def quiet_desk(qtbot, sqlite_url):
    with real_desk(qtbot, sqlite_url) as made:
        yield made.desk


def reading(office) -> Reading:
    with office.office.open_reading() as unit:
        return Reading(NINE + timedelta(hours=1), calendar_of(unit))


def texts(qtbot, desk, office, ref) -> list[str]:
    parts = chain_section(desk, looking_up.dossier(office.office, ref=ref), reading(office))
    for each in parts:
        qtbot.addWidget(each)
    return [each.text() for part in parts for each in (part.findChildren(QLabel) or [part])]


def test_the_reason_stands_above_until_it_is_mended_and_below_afterwards(qtbot, quiet_desk, office) -> None:
    ref = office.outgoing()
    office.chain(ref, EKO, Asked(SITI, Capacity.PLH), sign=RAHMA)
    office.step(ref, Step.SEND_FOR_REVIEW)
    office.step(ref, Step.INITIAL)
    assert texts(qtbot, quiet_desk, office, ref)[0] == "Paraf dan tanda tangan"
    office.step(ref, Step.SEND_BACK, note="Tanggal salah")
    told = texts(qtbot, quiet_desk, office, ref)
    came_back = f"Putaran 1, dikembalikan {SITI}"
    reason = f"Tanggal salah · sudah diparaf {EKO}"
    assert told[1:3] == [came_back, reason]
    assert "×  Paraf: Plh. Kepala Bagian Umum" in told
    office.step(ref, Step.SEND_FOR_REVIEW)
    told = texts(qtbot, quiet_desk, office, ref)
    assert told[0] == "Paraf dan tanda tangan, putaran 2"
    assert told[-2:] == [came_back, reason], "also for who initials once more"
    assert [line[0] for line in told if ": " in line and line[0] in "○✓×"] == ["○", "○", "○"]


def test_a_stand_in_and_the_head_are_two_headings(qtbot, quiet_desk, office) -> None:
    for sign in (BUDI, SITI):
        ref = office.outgoing()
        office.chain(ref, sign=sign)
        office.step(ref, Step.SEND_FOR_REVIEW)
    board = boards.signature_board(office.office)
    headings = headings_of(SimpleNamespace(late=str), board, reading(office).calendar)
    assert {(each.text, each.second) for each in headings[1:]} == {
        (HEAD, BUDI),
        (f"Plh. {HEAD}", f"{SITI} · Kepala Subbagian Keuangan"),
    }
    waits = boards.signature_lines(office.office)
    assert {signatory(each) for each in waits} == {HEAD, f"Plh. {HEAD}"}
