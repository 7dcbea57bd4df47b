"""Closing a month in the window: offered where it may be done, asked about before, told afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from correspondence.changes import Topic
from correspondence.dates import Month
from correspondence.office import Office
from correspondence.services.month_closing import close_month, closed_months, why_not
from correspondence.services.registering import register_incoming
from correspondence.services.reporting import monthly_report
from correspondence.workflow import Role
from tests.builders import incoming_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.screen.report_closing import ReportClosing, corrections_table

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


def _letters(office: Office) -> None:
    register_incoming(office, form=incoming_form(received_on=date(2026, 9, 28), letter_date=None))


@pytest.fixture
def real(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=_letters) as opened:
        yield opened


@pytest.fixture
def line(qtbot, real) -> ReportClosing:
    shown = ReportClosing(real.desk, lambda: None)
    qtbot.addWidget(shown)
    return shown


def _show(real: RealDesk, line: ReportClosing, month: Month, unit: str = "") -> None:
    line.show_report(real.ask(lambda office: monthly_report(office, month=month, unit=unit)))
    real.settle()


def _button(line: ReportClosing) -> QPushButton:
    return line.findChild(QPushButton, "close_month")


def _said(line: ReportClosing) -> str:
    return line.findChild(QLabel, "closing_said").text()


def test_a_month_that_is_over_is_offered_and_closed_after_a_question(qtbot, real, line) -> None:
    heard: list[object] = []
    real.desk.changed.connect(heard.append)
    _show(real, line, SEPTEMBER)
    assert _button(line).isVisibleTo(line)
    assert _button(line).isEnabled()
    _button(line).click()
    box = line.findChild(QMessageBox, "close_question")
    assert "tidak dapat dibatalkan" in box.text()
    box.reject()
    assert real.ask(closed_months) == ()
    _button(line).click()
    box = line.findChildren(QMessageBox, "close_question")[-1]
    next(each for each in box.buttons() if each.text().startswith("Tutup")).click()
    qtbot.waitUntil(lambda: bool(heard))
    (closed,) = real.ask(closed_months)
    assert closed.month == SEPTEMBER
    assert heard[0].topics == {Topic.MONTHS}
    assert real.said[-1].text == "September 2026 ditutup: Laporan No. 1/2026"


def test_a_month_that_runs_says_why_it_cannot_be_closed(real, line) -> None:
    _show(real, line, OCTOBER)
    assert not _button(line).isEnabled()
    assert "belum berakhir" in _button(line).toolTip()


def test_a_unit_or_a_year_is_not_closed(real, line) -> None:
    _show(real, line, SEPTEMBER, "Bagian Umum")
    assert not line.isVisibleTo(None)
    line.show_report(None)
    assert not line.isVisibleTo(None)


def test_a_closed_month_tells_its_number_and_the_next_one_its_corrections(real, line) -> None:
    closed = real.ask(lambda office: close_month(office, month=SEPTEMBER))
    _letters(real.office)
    _show(real, line, SEPTEMBER)
    assert not _button(line).isVisibleTo(line)
    assert _said(line).startswith("Laporan No. 1/2026 · ditutup ")
    assert closed.short_checksum in _said(line)
    assert "cocok dengan hitungan ulang" in _said(line)
    _show(real, line, OCTOBER)
    assert _said(line) == "Termasuk koreksi atas 1 surat bulan yang sudah ditutup"
    report = real.ask(lambda office: monthly_report(office, month=OCTOBER))
    (row,) = corrections_table(report).rows
    assert [cell.text for cell in row[1:]] == ["September 2026", "Menyusul dicatat", report.corrections[0].by]


def test_who_may_not_close_is_offered_nothing(real, line) -> None:
    clerk = replace(real.office, role=Role.CLERK)
    _show(real, line, SEPTEMBER)
    line._offer(why_not(clerk, month=SEPTEMBER))
    assert not _button(line).isVisibleTo(line)
