"""Registries that do not open, papers that take their time, pictures that must be there."""

from __future__ import annotations

import time
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from correspondence.errors import Unavailable
from tests.ui.screen.conftest import MemoryRegistry, starter
from ui.screen.app import open_window
from ui.screen.icons import FOLDER, icon, pixmap
from ui.screen.memory import Memory
from ui.screen.pages import PAGES, key_of
from ui.screen.theme import DARK, LIGHT, Tokens
from ui.written_papers import ShownPaper


def test_a_registry_that_does_not_open_says_why_and_can_be_tried_again(qtbot, qapp, office_desk) -> None:
    tries: list[int] = []

    def opener() -> MemoryRegistry:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("registry_not_one", {"url": "sqlite:///surat.txt"})
        return MemoryRegistry(office_desk.office)

    window, background = open_window(qapp, opener=opener, starter=starter)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.page.objectName() == "page_trouble", timeout=10_000)
    told = " ".join(label.text() for label in window.page.findChildren(QLabel))
    assert "bukan registri Warkat" in told
    window.page.findChild(QPushButton, "try_again").click()
    qtbot.waitUntil(lambda: window.page.objectName() == "page_desk", timeout=10_000)
    background.close()


class SlowPrinting:
    """Takes its time on the worker, as LibreOffice does."""

    def letter_papers(self, _office) -> SlowPrinting:
        return self

    def paper_of_kind(self, _kinds, _kind) -> str:
        return ""

    def shown(self, named, ref, **_how) -> ShownPaper:
        time.sleep(0.4)  # the test's own stand-in for a slow program
        return ShownPaper(f"{named} {ref}", b"", None, Unavailable("libreoffice_missing"))


def test_the_window_does_not_freeze_while_a_paper_is_made(open_office_window, office_desk, tmp_path) -> None:
    office_desk.incoming(subject="Permohonan")
    driver = open_office_window(office_desk.office, printing=SlowPrinting())
    driver.window.open_page("page_incoming")
    driver.wait(lambda: driver.find(QLabel, "reference", "page_incoming").text() == "M-2026-1")
    beats: list[float] = []
    heart = QTimer(interval=10)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    driver.find(QWidget, "page_incoming").key_actions()["Ctrl+P"]()
    driver.qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    driver.wait(lambda: driver.window.findChild(QMessageBox, "no_libreoffice") is not None)
    heart.stop()
    driver.window.findChild(QMessageBox, "no_libreoffice").reject()
    assert max(after - before for before, after in pairwise(beats)) < 0.3


def test_every_page_has_an_icon_a_word_and_a_key() -> None:
    for entry in PAGES:
        assert (FOLDER / f"{entry.name.removeprefix('page_')}.svg").is_file()
        assert entry.word
        assert entry.purpose
    assert [key_of(entry) for entry in PAGES] == [f"Ctrl+{number}" for number in range(1, 9)]
    assert all(find_spec(entry.module) is not None for entry in PAGES)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_is_drawn(qapp, file: Path) -> None:
    assert ET.parse(file).getroot().tag.endswith("svg")
    picture = pixmap(file.stem, QColor("#1f5ba8"), 20).toImage()
    painted = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(20) for y in range(20))
    assert painted > 8
    assert not icon(file.stem, QColor("#1f5ba8")).isNull()


def contrast(one: str, other: str) -> float:
    def light(name: str) -> float:
        parts = QColor(name).getRgbF()[:3]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(tokens: Tokens) -> None:
    pairs = [
        ("ink", "surface"), ("ink", "paper"), ("muted", "surface"), ("muted", "paper"), ("muted", "hover"),
        ("muted", "accent_soft"), ("accent_ink", "accent"), ("accent_ink", "accent_hover"), ("accent_text", "accent_soft"),
        ("accent_text", "paper"), ("grey_text", "grey_soft"), ("amber_text", "amber_soft"), ("amber_text", "paper"),
        ("amber_text", "accent_soft"), ("red_text", "red_soft"), ("red_text", "paper"), ("red_text", "accent_soft"),
        ("green_text", "green_soft"), ("nav_ink", "nav"), ("nav_muted", "nav"), ("nav_active_ink", "nav_active"),
        ("badge_ink", "badge"),
    ]  # fmt: skip
    weak = {
        pair: round(contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])), 2)
        for pair in pairs
        if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5
    }
    assert not weak


def test_a_damaged_or_unwritable_memory_costs_comfort_only(tmp_path) -> None:
    (tmp_path / "window-place.json").write_text("{half", encoding="utf-8")
    memory = Memory(tmp_path)
    assert memory.recall("place") == {}
    memory.keep("place", {"geometry": "x"})
    assert Memory(tmp_path).recall("place") == {"geometry": "x"}
    file = tmp_path / "a file, not a folder"
    file.write_text("")
    stubborn = Memory(file)
    stubborn.keep("place", {"geometry": "y"})
    assert stubborn.recall("place") == {"geometry": "y"}
