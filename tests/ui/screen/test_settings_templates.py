"""Templat: which papers there are, whose copy is used, and what is to be mended, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTableView

from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.desk_printing import DeskPrinting
from ui.screen.settings_templates import TemplatesSection


class TemplatesOnly(TemplatesSection):
    """The section as a page of its own."""

    def on_changed(self, _changes: object) -> None:
        """Nothing of a letter is shown here."""


@pytest.fixture
def real(qtbot, sqlite_url, tmp_path) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url) as opened:
        opened.desk.printing = DeskPrinting(tmp_path / "templat")
        yield opened


def rows(section: TemplatesSection, name: str) -> list[tuple[str, ...]]:
    model = section.findChild(QTableView, name).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def press(section: TemplatesSection, name: str) -> None:
    button = section.findChild(QPushButton, name)
    assert button.isEnabled(), name
    button.click()


def test_papers_stand_with_the_copy_that_is_used(real, tmp_path) -> None:
    real.desk.printing.own_template(real.office, "surat-pengantar")
    section = real.show(TemplatesOnly(real.desk))
    shown = rows(section, "templates_view")
    own = str(tmp_path / "templat" / "surat_pengantar.docx")
    assert shown[0] == ("Surat pengantar", "salinan kantor", own)
    assert {row[1:] for row in shown[1:]} == {("bawaan Warkat", "—")}
    names = [row[0] for row in shown]
    assert {"Lembar disposisi", "Tanda terima", "Pengantar KTP", "Surat dinas", "Rekap tahunan"} <= set(names)
    assert not [name for name in names if "-" in name], "a paper stands by its word, not by its code"


def test_a_sound_template_is_said_to_be(real) -> None:
    section = real.show(TemplatesOnly(real.desk))
    press(section, "check_template")
    real.settle()
    said = section.findChild(QLabel, "template_said").text()
    assert said == "Surat pengantar: templat baik, semua isian dikenal."
    assert not section.findChild(QTableView, "flaws_view").isVisible()


def test_what_is_wrong_in_a_copy_is_listed_in_words(real) -> None:
    own: Path = real.desk.printing.own_template(real.office, "laporan-bulanan")
    own.write_bytes(b"bukan berkas Word")
    section = real.show(TemplatesOnly(real.desk))
    section.list.stand_on("Laporan bulanan")
    press(section, "check_template")
    real.settle()
    assert section.findChild(QLabel, "template_said").text() == "Laporan bulanan: 1 hal perlu diperbaiki."
    assert "Word" in rows(section, "flaws_view")[0][2]


def test_the_office_goes_back_to_the_shipped_one_only_when_it_says_so(real) -> None:
    own: Path = real.desk.printing.own_template(real.office, "surat-pengantar")
    section = real.show(TemplatesOnly(real.desk))
    press(section, "reset_template")
    box = section.findChild(QMessageBox, "reset_question")
    next(each for each in box.buttons() if "Biarkan" in each.text()).click()
    real.settle()
    assert own.exists()
    press(section, "reset_template")
    box = next(each for each in section.findChildren(QMessageBox, "reset_question") if each.isVisible())
    next(each for each in box.buttons() if "bawaan" in each.text()).click()
    real.settle()
    assert not own.exists()
    assert rows(section, "templates_view")[0][1] == "bawaan Warkat"


def test_without_a_typing_pool_the_list_says_so(real) -> None:
    real.desk.printing = None
    section = real.show(TemplatesOnly(real.desk))
    assert section.findChild(QLabel, "templates_view_empty").isVisible()
