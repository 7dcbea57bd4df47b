"""Kertas & kop: set once for every paper, seen at once beside the fields, the emblem checked before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from correspondence.profile import profile_texts
from correspondence.services import keeping
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.desk_printing import DeskPrinting
from ui.screen.page_sketch import PageSketch
from ui.screen.settings_page import SECTIONS, SettingsPage
from ui.screen.settings_paper import PaperForm


@pytest.fixture
def real(qtbot, sqlite_url, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url) as opened:
        opened.desk.printing = DeskPrinting(tmp_path / "templat")
        yield opened


@pytest.fixture
def form(real) -> PaperForm:
    page = real.show(SettingsPage(real.desk))
    page.receive("paper")
    real.settle()
    assert isinstance(page.section, PaperForm)
    return page.section


def ink(sketch: PageSketch) -> int:
    """A sum of the picture's grey: another page has another."""
    picture = sketch.grab().toImage()
    return hash(bytes(picture.constBits()))


def test_sheet_margins_and_room_to_sign_are_kept_by_keys(qtbot, real, form) -> None:
    before = ink(form.sketch)
    choice = form.findChild(QComboBox, "paper")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    for name, text in (("margin_left", "35"), ("signature_lines", "6")):
        line = form.findChild(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, text)
    assert ink(form.sketch) != before, "the page shows it before it is kept"
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    real.settle()
    kept = real.ask(keeping.profile)
    assert (kept.paper, kept.margin_left, kept.signature_lines) == ("f4", 35, 6)


def test_a_margin_no_printer_can_do_is_said_under_its_field(qtbot, real, form) -> None:
    line = form.findChild(QLineEdit, "margin_top")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2")
    form.save()
    real.settle()
    assert "2" in form.findChild(QLabel, "margin_top_below").text()
    assert form.findChild(QLabel, "margin_top_below").property("look") == "wrong"
    assert real.ask(keeping.profile).margin_top == 20


def test_every_setting_of_the_page_has_its_key_at_the_terminal(real, form) -> None:
    assert set(form.rows) <= set(profile_texts(real.ask(keeping.profile)))
    assert "paper" in [each.name for each in SECTIONS]


def test_an_emblem_is_checked_shown_and_taken_away(real, form, tmp_path: Path) -> None:
    remove = form.findChild(QPushButton, "remove_emblem")
    assert not remove.isVisible()
    (tmp_path / "logo.png").write_bytes(b"<svg onload=...>")
    form.put_emblem(tmp_path / "logo.png")
    real.settle()
    assert real.said[-1].wrong
    assert "logo.png" in real.said[-1].text
    Image.new("RGB", (40, 60), "navy").save(tmp_path / "kota.png")
    form.put_emblem(tmp_path / "kota.png")
    real.settle()
    assert form.sketch.has_emblem
    assert remove.isVisible()
    remove.click()
    real.settle()
    assert not form.sketch.has_emblem
    assert not list((tmp_path / "templat").glob("lambang*"))
