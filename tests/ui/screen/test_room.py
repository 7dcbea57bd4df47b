"""Room for words on a small screen: nothing is cut in half."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from correspondence.office import Office
from correspondence.profile import OfficeProfile
from correspondence.workflow import IncomingState, OutgoingState
from tests.builders import StandingClock
from tests.fakes import FakeArchive
from ui.screen.empty_state import EmptyState
from ui.screen.letters_model import COL_AGENDA, COL_DATE, COL_HOLDER, COL_LETTER, COL_STATE
from ui.screen.letters_view import LettersView
from ui.screen.line_texts import column_day
from ui.screen.report_figures import Cell, FigureTable
from ui.screen.report_table import FiguresModel, FiguresView
from ui.screen.theme import Look
from ui.words import state_word


@pytest.mark.parametrize("page", ["page_desk", "page_incoming", "page_outgoing", "page_dispatch"])
def test_an_empty_page_says_its_sentence_whole(open_office_window, page) -> None:
    archive = FakeArchive()
    with archive.open_unit() as unit:
        unit.profiles.write(OfficeProfile(name="Kelurahan Tanjung Laut"))
        unit.commit()
    office = Office(archive.open_unit, archive.open_reading, StandingClock(), "petugas")
    driver = open_office_window(office)
    driver.window.resize(1366, 768)
    driver.window.open_page(page)
    empty = driver.find(QWidget, page).findChild(EmptyState)
    driver.wait(empty.isVisible)
    for width in (1366, 900, 1366):
        driver.window.resize(width, 768)
        driver.qtbot.wait(60)
        for label in empty.findChildren(QLabel):
            if label.text():
                assert label.height() >= label.heightForWidth(label.width()), (page, width)


def test_a_day_of_another_year_says_its_year_in_a_narrow_column() -> None:
    assert column_day(date(2025, 12, 29), date(2026, 10, 7)) == "29 Des 25"
    assert column_day(date(2026, 10, 5), date(2026, 10, 7)) == "5 Okt"


@pytest.mark.parametrize("page", ["page_incoming", "page_outgoing", "page_dispatch"])
def test_days_states_and_headings_fit_their_columns(driver, page) -> None:
    driver.window.resize(1366, 768)
    driver.window.open_page(page)
    view = driver.find(LettersView, "letters_view", page)
    delegate = view.itemDelegate()
    driver.qtbot.wait(50)
    words = {COL_DATE: ["29 Des 25"], COL_AGENDA: ["12.345"]}
    states = IncomingState if page == "page_incoming" else OutgoingState
    for column, texts in words.items():
        if not view.isColumnHidden(column):
            assert view.columnWidth(column) >= max(delegate.text_width(text) for text in texts)
    longest = max((state_word(each) for each in states), key=delegate.chip_width)
    assert view.columnWidth(COL_STATE) >= delegate.chip_width(longest)
    header = view.horizontalHeader()
    for column in (COL_AGENDA, COL_DATE, COL_STATE, COL_HOLDER):
        if not view.isColumnHidden(column):
            assert view.columnWidth(column) >= header.sectionSizeHint(column), column
    assert view.columnWidth(COL_LETTER) >= 160


def test_a_long_name_of_a_kind_has_its_room_beside_twelve_months(qtbot, qapp) -> None:
    look = Look(qapp)
    model = FiguresModel(look, lambda _meaning: "")
    view = FiguresView(model, look)
    qtbot.addWidget(view)
    view.resize(820, 400)
    view.show()
    names = ("Surat Keterangan Tidak Mampu", "Surat Pengantar Perizinan")
    rows = tuple((Cell(name), *(Cell("1.234") for _month in range(13))) for name in names)
    headings = ("Jenis", *("Jan" for _month in range(12)), "Jumlah")
    model.set_table(FigureTable("", "", headings, rows, ("",) * 14))
    assert view.columnWidth(0) >= view.sizeHintForColumn(0)
