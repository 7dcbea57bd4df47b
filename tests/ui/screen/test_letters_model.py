"""The list's model: ten thousand letters without ten thousand lines."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from correspondence.letters import Secrecy, Urgency
from correspondence.numbering import Book, LetterRef
from correspondence.search import LetterLine
from correspondence.workdays import WorkCalendar
from correspondence.workflow import IncomingState
from ui.screen.letters_model import (
    ACCESSIBLE,
    COL_AGENDA,
    COL_DUE,
    COL_HOLDER,
    COL_LETTER,
    DISPLAY,
    LINE,
    PAGE,
    PAGES_AT_ONCE,
    PAGES_KEPT,
    TOOLTIP,
    LettersModel,
)
from ui.screen.line_texts import Reading

NOW = datetime(2026, 10, 7, 8, 0, tzinfo=UTC)  # Wednesday, 15.00 in Jakarta


def line(number: int, **fields) -> LetterLine:
    given = {
        "id": number,
        "ref": LetterRef(Book.INCOMING, 2026, number),
        "state": IncomingState.REGISTERED,
        "letter_number": f"{number}/X",
        "letter_date": None,
        "received_on": date(2026, 10, 6),
        "entered_on": date(2026, 10, 6),
        "registered_at": datetime(2026, 10, 7, 5, 0, tzinfo=UTC),
        "correspondent": "Dinas <b>Sosial</b>",
        "subject": f"Perihal <i>{number}</i>",
        "kind": "",
        "unit": "",
        "urgency": Urgency.SEGERA,
        "secrecy": Secrecy.BIASA,
        "classification": "",
        "holder": "",
        "holder_position": "",
        "held_since": None,
        "due_at": datetime(2026, 10, 5, 9, 0, tzinfo=UTC),
        "version": 1,
    }
    return LetterLine(**{**given, **fields})


@pytest.fixture
def model(qtbot, qtmodeltester) -> LettersModel:
    return LettersModel(Reading(NOW, WorkCalendar()))


def lines(numbers) -> list[LetterLine]:
    return [line(number) for number in numbers]


def test_it_keeps_the_promises_of_a_model(model, qtmodeltester) -> None:
    model.set_first(lines(range(20, 0, -1)), Reading(NOW, WorkCalendar()))
    qtmodeltester.check(model)


def test_ids_that_follow_are_added_below_without_a_reset(model) -> None:
    model.set_first(lines(range(10_000, 9_950, -1)), Reading(NOW, WorkCalendar()))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_ids(range(10_000, 0, -1))
    assert model.rowCount() == 10_000
    assert resets == []
    assert model.row_of(1) == 9_999


def test_rows_in_sight_are_asked_for_by_the_page_and_once(qtbot, model) -> None:
    model.set_ids(range(10_000, 0, -1))
    wanted: list[list[int]] = []
    model.wanted.connect(wanted.append)
    for row in range(5_000, 5_010):
        assert model.index(row, COL_LETTER).data(DISPLAY) == "memuat …"
        assert model.index(row, COL_LETTER).data(LINE) is None
    qtbot.waitUntil(lambda: bool(wanted))
    assert len(wanted) == 1
    assert len(wanted[0]) == PAGE
    assert 10_000 - 5_000 in wanted[0]
    model.put_lines(lines(wanted[0]))
    assert model.index(5_000, COL_LETTER).data(DISPLAY) == "Perihal <i>5000</i>"


def test_a_scroll_through_everything_asks_for_what_was_seen_last(qtbot, model) -> None:
    model.set_ids(range(10_000, 0, -1))
    wanted: list[list[int]] = []
    model.wanted.connect(wanted.append)
    for row in range(0, 10_000, 7):
        model.index(row, COL_AGENDA).data(DISPLAY)
    qtbot.waitUntil(lambda: bool(wanted))
    assert len(wanted[0]) <= PAGE * PAGES_AT_ONCE
    assert 1 in wanted[0]
    assert 10_000 not in wanted[0]


def test_it_forgets_lines_seen_long_ago(model) -> None:
    model.set_ids(range(10_000, 0, -1))
    model.put_lines(lines(range(10_000, 10_000 - PAGE * (PAGES_KEPT + 3), -1)))
    assert model.line_at(0) is None
    assert model.line_at(PAGE * (PAGES_KEPT + 3) - 1) is not None


def test_a_refresh_of_the_same_letters_moves_nothing(model) -> None:
    model.set_first(lines([3, 2, 1]), Reading(NOW, WorkCalendar()))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.refresh([3, 2, 1], [line(3), line(2, subject="Diperbaiki"), line(1)], Reading(NOW, WorkCalendar()))
    assert resets == []
    assert model.index(1, COL_LETTER).data(DISPLAY) == "Diperbaiki"
    model.refresh([4, 3, 2, 1], lines([4, 3, 2, 1]), Reading(NOW, WorkCalendar()))
    assert resets == [1]


def test_a_failed_question_is_asked_again(qtbot, model) -> None:
    model.set_ids(range(100, 0, -1))
    wanted: list[list[int]] = []
    model.wanted.connect(wanted.append)
    model.index(0, COL_LETTER).data(DISPLAY)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    model.asking_failed()
    model.index(0, COL_LETTER).data(DISPLAY)
    qtbot.waitUntil(lambda: len(wanted) == 2)


def test_cells_answer_what_whose_and_by_when(model) -> None:
    model.set_first([line(7)], Reading(NOW, WorkCalendar()))
    assert model.index(0, COL_DUE).data(ACCESSIBLE) == "lewat 2 hari, kalender"
    assert model.index(0, COL_HOLDER).data(ACCESSIBLE) == "Meja agenda, sudah 3 jam kerja"
    assert "Segera" in model.index(0, COL_LETTER).data(ACCESSIBLE)
    tooltip = model.index(0, COL_LETTER).data(TOOLTIP)
    assert "&lt;i&gt;" in tooltip
    assert "<i>" not in tooltip
    assert model.headerData(COL_DUE, Qt.Orientation.Horizontal) == "Batas"
