"""Hours set at another desk reach what is open at this one: every wait and deadline is told anew, without a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from correspondence.changes import Changes
from correspondence.office import Office
from correspondence.services import keeping, other_hours
from tests.builders import NINE, StandingClock
from tests.ui.screen.real_desk import RealDesk, real_desk
from tests.ui.screen.test_boards import disposed, draft_on_its_way
from ui.screen.board_page import BoardPage, signatures_page
from ui.screen.letters_page import incoming_page
from ui.screen.live import Live

WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08.00-10.00")
RAMADAN = partial(
    other_hours.put_dated_hours, first=date(2026, 10, 7), last=date(2026, 10, 30), hours=WEEK, name="Ramadan"
)
DAY_OFF = partial(keeping.put_holiday, day=date(2026, 10, 8), name="Hari Jadi Kota")
SIX_DAYS = partial(keeping.set_profile, values={"hours.saturday": "07.30-16.00"})


def a_week_ago(office: Office) -> None:
    draft_on_its_way(office, "Nota dinas")
    disposed(office, "Undangan rapat", "Budi")
    clock = office.clock
    assert isinstance(clock, StandingClock)
    clock.at = NINE + timedelta(days=6)


@pytest.fixture
def desk(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=a_week_ago) as made:
        clock = made.desk.known.clock
        assert isinstance(clock, StandingClock)
        clock.at = NINE + timedelta(days=6)
        yield made


def cells(page: QWidget, view: str) -> list[str]:
    model = page.findChild(QWidget, view).model()
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    return [str(model.index(0, column).data(role)) for column in range(model.columnCount())]


@pytest.mark.parametrize("verb", [RAMADAN, DAY_OFF, SIX_DAYS])
def test_an_open_board_counts_anew(qtbot, desk, verb: Callable[[Office], Changes]) -> None:
    page = desk.show(signatures_page(desk.desk))
    live = Live(desk.desk, page)
    live.look()
    desk.settle()
    assert isinstance(page, BoardPage)
    before = cells(page, "signatures_view")
    verb(desk.office)
    live.look()
    qtbot.waitUntil(lambda: cells(page, "signatures_view") != before, timeout=5000)
    assert cells(page, "signatures_view")[1] == before[1]  # the same letter


@pytest.mark.parametrize("verb", [RAMADAN, DAY_OFF, SIX_DAYS])
def test_an_open_list_tells_wait_and_deadline_anew(qtbot, desk, verb: Callable[[Office], Changes]) -> None:
    page = desk.show(incoming_page(desk.desk))
    live = Live(desk.desk, page)
    live.look()
    desk.settle()
    before = cells(page, "letters_view")
    verb(desk.office)
    live.look()
    qtbot.waitUntil(lambda: cells(page, "letters_view") != before, timeout=5000)
