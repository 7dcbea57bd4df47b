"""Room for words on a small screen: nothing is cut in half."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from correspondence.office import Office
from correspondence.profile import OfficeProfile
from tests.builders import StandingClock
from tests.fakes import FakeArchive
from ui.screen.empty_state import EmptyState


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
