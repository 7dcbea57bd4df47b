"""Periksa registri in Pengaturan: looks at everything, tells what is wrong, stops when asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from correspondence.office import Office
from correspondence.services.registering import register_incoming
from tests.builders import incoming_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.settings_soundness import SoundnessSection


def _letters(office: Office) -> None:
    register_incoming(office, form=incoming_form())


@pytest.fixture
def real(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=_letters) as opened:
        yield opened


@pytest.fixture
def section(qtbot, real) -> SoundnessSection:
    made = SoundnessSection(real.desk)
    qtbot.addWidget(made)
    made.show()
    return made


def _check(real: RealDesk, section: SoundnessSection) -> list[list[str]]:
    section.findChild(QPushButton, "start_check").click()
    real.settle()
    model = section.findChild(QTableView, "checks_view").model()
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


def _text(section: SoundnessSection, name: str) -> str:
    return section.findChild(QLabel, name).text()


def test_a_sound_registry_is_called_sound(real, section) -> None:
    rows = _check(real, section)
    assert [row[1] for row in rows] == ["baik"] * 8
    assert rows[1][2] == "1 surat bernomor urut tanpa nomor hilang atau ganda"
    assert _text(section, "check_said") == "Registri ini utuh."
    assert section.findChild(QPushButton, "start_check").isEnabled()
    assert not section.findChild(QPushButton, "stop_check").isVisible()


def test_what_is_wrong_stands_first_with_its_findings(real, section) -> None:
    with real.office.open_unit() as unit:
        unit._session.run("UPDATE counter SET value = 3")
        unit.commit()
    rows = _check(real, section)
    assert [row[1] for row in rows].count("SALAH") == 1
    assert "tidak cocok" in _text(section, "check_said")
    assert section.list.current.texts[0] == "Nomor agenda"
    assert _text(section, "check_findings") == "Buku masuk 2026: nomor 2–3 tidak ada suratnya"


def test_it_can_be_stopped(real, section) -> None:
    section.findChild(QPushButton, "start_check").click()
    section.findChild(QPushButton, "stop_check").click()
    real.settle()
    said = _text(section, "check_said")
    assert said.startswith(("Dihentikan", "Registri ini utuh"))
    assert section.findChild(QPushButton, "start_check").isEnabled()
