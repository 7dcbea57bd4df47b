"""Laporan over a real registry: the figures are the service's, each opens exactly its letters, and the paper is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from correspondence.dates import Month
from correspondence.office import Office
from correspondence.services import looking_up, reporting
from correspondence.services.registering import register_incoming, register_outgoing
from correspondence.services.stepping import StepOrder, take_step
from correspondence.throughput import FactKind
from correspondence.workflow import Step
from tests.builders import incoming_form, outgoing_form
from tests.ui.screen.real_desk import RealDesk, real_desk
from ui.paper.definitions import definitions
from ui.screen.letters_page import ShowLetter
from ui.screen.report_figures import Cell, month_balance, month_tables
from ui.screen.report_headings import month_headings
from ui.screen.report_month import every_table
from ui.screen.report_year import year_table
from ui.screen.reports_page import ReportsPage

OCTOBER = Month(2026, 10)


def some_letters(office: Office) -> None:
    """Two from September (one still open), three of October (one filed, one cancelled), one draft of ours."""
    for received, subject in ((date(2026, 9, 28), "Rapat"), (date(2026, 9, 30), "Undangan")):
        form = incoming_form(received_on=received, letter_date=None, subject=subject, kind="Surat Dinas")
        register_incoming(office, form=form)
    for subject in ("Permohonan data", "Laporan triwulan", "Salah catat"):
        register_incoming(office, form=incoming_form(subject=subject, kind="Surat Undangan"))
    lines = looking_up.page(office, asked=looking_up.LetterFilter()).lines
    by_subject = {line.subject: line.ref for line in lines}
    take_step(
        office, ref=by_subject["Laporan triwulan"], step=Step.FILE, order=StepOrder(note="cukup diketahui")
    )
    take_step(office, ref=by_subject["Salah catat"], step=Step.CANCEL, order=StepOrder(note="rangkap"))
    register_outgoing(office, form=outgoing_form(unit="Subbagian Keuangan"))


@pytest.fixture
def real(qtbot, sqlite_url) -> Iterator[RealDesk]:
    with real_desk(qtbot, sqlite_url, fill=some_letters) as opened:
        yield opened


@pytest.fixture
def page(real) -> ReportsPage:
    return real.show(ReportsPage(real.desk))


def tile(page: ReportsPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, f"figure_{name}")


def table(page: ReportsPage, name: str = "report_table") -> QTableView:
    return page.findChild(QTableView, name)


def shown(view: QTableView) -> list[list[str]]:
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def behind(page: ReportsPage) -> list[int]:
    return page._behind.ids


def choose(page: ReportsPage, name: str) -> None:
    page.findChild(QPushButton, f"filter_{name}").click()


def type_period(qtbot, real: RealDesk, page: ReportsPage, text: str) -> None:
    line = page.findChild(QLineEdit, "period")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    real.settle()


def test_the_months_figures_are_the_services(real, page) -> None:
    report = real.ask(lambda office: reporting.monthly_report(office, month=OCTOBER))
    balance = report.balance
    assert (balance.opening, balance.registered, balance.finished, balance.cancelled, balance.closing) == (
        2,
        4,
        1,
        1,
        4,
    )
    for name in ("opening", "registered", "finished", "cancelled", "closing"):
        assert tile(page, name).accessibleName().endswith(f": {getattr(balance, name)}")
    assert shown(table(page)) == [
        ["Surat Dinas", "2", "0", "1", "0", "0", "3", "0"],
        ["Surat Undangan", "0", "3", "0", "1", "1", "1", "0"],
        ["Jumlah", "2", "3", "1", "1", "1", "4", "0"],
    ]


@pytest.mark.parametrize("code", ["by_kind", "by_unit", "by_day"])
def test_every_figure_opens_as_many_letters_as_it_says(real, code) -> None:
    report = real.ask(lambda office: reporting.monthly_report(office, month=OCTOBER))
    tables = {each.code: each for each in month_tables(report)}
    cells = [cell for row in tables[code].rows for cell in row if cell.figures]
    assert cells
    for cell in cells:
        (figure,) = cell.figures
        ids = real.ask(lambda office, asked=figure: reporting.letters_behind(office, figure=asked))
        assert len(ids) == int(cell.text), cell.name


@pytest.mark.parametrize(
    ("name", "figure"), [("opening", "opening"), ("finished", "finished"), ("closing", "closing")]
)
def test_a_tile_opens_exactly_its_letters(qtbot, real, page, name, figure) -> None:
    tile(page, name).setFocus()
    qtbot.keyClick(tile(page, name), Qt.Key.Key_Space)
    real.settle()
    asked = reporting.Figure(figure, OCTOBER.first, OCTOBER.last)
    assert behind(page) == list(real.ask(lambda office: reporting.letters_behind(office, figure=asked)))
    assert page.findChild(QLabel, "behind_meaning").text() == definitions()[name]


def test_a_measure_opens_exactly_its_letters(qtbot, real, page) -> None:
    button = page.findChild(QPushButton, "measure_timeliness.due")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    real.settle()
    asked = reporting.Figure("timeliness.due", OCTOBER.first, OCTOBER.last)
    expected = list(real.ask(lambda office: reporting.letters_behind(office, figure=asked)))
    assert expected
    assert behind(page) == expected


def test_enter_on_a_figure_of_a_table_opens_its_letters_and_enter_there_the_letter(qtbot, real, page) -> None:
    view = table(page)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 4))
    assert page.findChild(QLabel, "behind_meaning").text() == definitions()["finished"]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    real.settle()
    asked = reporting.Figure(FactKind.FINISHED, OCTOBER.first, OCTOBER.last, kind="Surat Undangan")
    ids = list(real.ask(lambda office: reporting.letters_behind(office, figure=asked)))
    assert len(ids) == 1
    assert behind(page) == ids
    opened: list[tuple[str, object]] = []
    real.desk.page_asked.connect(lambda name, request: opened.append((name, request)))
    letters = page.findChild(QTableView, "behind_view")
    letters.setFocus()
    letters.selectRow(0)
    qtbot.keyClick(letters, Qt.Key.Key_Return)
    (line,) = real.ask(lambda office: looking_up.lines(office, letter_ids=ids))
    assert opened == [("page_incoming", ShowLetter(line.ref, line.id))]


def test_each_table_has_its_chip_and_an_empty_one_says_so(real, page) -> None:
    choose(page, "by_day")
    assert len(shown(table(page))) == 31
    choose(page, "by_unit")
    assert [row[0] for row in shown(table(page))] == ["Bagian Umum", "Subbagian Keuangan", "Jumlah"]
    choose(page, "workload")
    assert not table(page).isVisible()
    assert page.findChild(QLabel, "report_table_empty").text() == "Belum ada disposisi pada bulan ini."


def test_a_unit_narrows_the_figures_and_their_letters(qtbot, real, page) -> None:
    page._bar._unit.setCurrentIndex(page._bar._unit.findData("Subbagian Keuangan"))
    page._bar._unit.activated.emit(1)
    real.settle()
    assert tile(page, "registered").accessibleName() == "Tercatat: 1"
    tile(page, "registered").click()
    real.settle()
    assert [line.unit for line in real.ask(lambda o: looking_up.lines(o, letter_ids=behind(page)))] == [
        "Subbagian Keuangan"
    ]


def test_the_month_is_typed_and_walked(qtbot, real, page) -> None:
    type_period(qtbot, real, page, "2026-09")
    assert page.findChild(QLineEdit, "period").text() == "September 2026"
    assert tile(page, "closing").accessibleName() == "Sisa akhir: 2"
    page.findChild(QPushButton, "next_period").click()
    real.settle()
    assert tile(page, "closing").accessibleName() == "Sisa akhir: 4"
    type_period(qtbot, real, page, "Oktobr 2026")
    assert "tidak terbaca" in page.findChild(QLabel, "period_wrong").text()
    assert tile(page, "closing").accessibleName() == "Sisa akhir: 4"


def test_a_letter_registered_elsewhere_is_counted(real, page) -> None:
    real.desk.do(lambda office: register_incoming(office, form=incoming_form(subject="Baru")))
    real.settle()
    assert tile(page, "registered").accessibleName() == "Tercatat: 5"


def test_the_year_sums_its_months_and_opens_each(qtbot, real, page) -> None:
    choose(page, "year")
    real.settle()
    rows = shown(table(page, "year_table"))
    assert [row[0] for row in rows] == ["Surat Dinas (masuk)", "Surat Undangan (masuk)", "Jumlah"]
    assert rows[-1][9:11] == ["2", "3"]
    assert rows[-1][13] == "5"
    report = real.ask(lambda office: reporting.yearly_report(office, year=2026))
    for row in year_table(report).rows:
        for cell in row[1:]:
            ids = {
                each
                for figure in cell.figures
                for each in real.ask(lambda o, f=figure: reporting.letters_behind(o, figure=f))
            }
            assert len(ids) == int(cell.text), cell.name
    type_period(qtbot, real, page, "2017")
    assert "2017" in page.findChild(QLabel, "year_table_empty").text()


def test_every_meaning_has_its_definition(real) -> None:
    report = real.ask(lambda office: reporting.monthly_report(office, month=OCTOBER))
    known = definitions()
    for each in month_tables(report):
        assert all(meaning in known for meaning in each.meanings[1:]), each.code
    assert all(cell.meaning in known for cell in month_balance(report))


def every_cell(report) -> list[Cell]:
    cells = [cell for table in every_table(report).values() for row in table.rows for cell in row]
    return [*cells, *month_balance(report), *(cell for each in month_headings(report) for cell in each.cells)]


def test_every_figure_of_the_month_opens_letters_or_says_why_not(real) -> None:
    """Whatever is a whole number of letters can be opened into as many; the rest is a word, a share or hours."""
    report = real.ask(lambda office: reporting.monthly_report(office, month=OCTOBER))
    for cell in every_cell(report):
        if not cell.figures or not cell.text.lstrip("−").isdecimal():
            continue
        ids = [
            letter
            for figure in cell.figures
            for letter in real.ask(lambda o, f=figure: reporting.letters_behind(o, figure=f))
        ]
        assert len(ids) == abs(int(cell.text)), cell.name


def test_every_meaning_of_every_table_has_its_definition(real) -> None:
    report = real.ask(lambda office: reporting.monthly_report(office, month=OCTOBER))
    known = definitions()
    said = [meaning for table in every_table(report).values() for meaning in table.meanings]
    said += [cell.meaning for cell in every_cell(report)]
    for meaning in said:
        assert all(each in known for each in meaning.split("+") if each), meaning


def test_each_heading_turns_to_its_own_tables(real, page) -> None:
    assert page.findChild(QPushButton, "heading_produktivitas").isChecked()
    page.findChild(QPushButton, "heading_responsivitas").click()
    assert page.findChild(QPushButton, "filter_urgencies").isVisible()
    assert not page.findChild(QPushButton, "filter_by_kind").isVisible()
    rows = shown(table(page))
    assert [row[0] for row in rows] == ["Sangat segera (24 jam)", "Segera (48 jam)", "Biasa (5 hari kerja)"]
    choose(page, "stages")
    assert [row[1] for row in shown(table(page))] == ["0", "1", "0", "0", "0"]
    page.findChild(QPushButton, "heading_akuntabilitas").click()
    choose(page, "open")
    assert [row[0] for row in shown(table(page))] == [
        "Rapat",
        "Undangan",
        "Permohonan data",
        "Penyampaian data pegawai",
    ]
    page.findChild(QPushButton, "heading_responsivitas").click()
    assert page.findChild(QPushButton, "filter_stages").isChecked(), "a heading comes back as it was left"


def test_a_row_of_what_stayed_open_opens_its_letter(qtbot, real, page) -> None:
    page.findChild(QPushButton, "heading_akuntabilitas").click()
    choose(page, "open")
    view = table(page)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    real.settle()
    (line,) = real.ask(lambda o: looking_up.lines(o, letter_ids=behind(page)))
    assert line.subject == "Undangan"


def test_the_month_is_compared_and_a_running_one_says_so(real, page) -> None:
    assert page.findChild(QLabel, "period_note").text() == "s.d. 7 Oktober 2026, bulan berjalan"
    choose(page, "comparison")
    rows = {row[0]: row[1:] for row in shown(table(page))}
    assert rows["Surat tercatat"] == ["4", "–", "–", "–", "–"], "the register began on 28 September"
    page.findChild(QPushButton, "previous_period").click()
    real.settle()
    assert page.findChild(QLabel, "period_note").text() == ""
    page.findChild(QPushButton, "next_period").click()
    real.settle()


def test_the_charts_of_the_paper_are_shown(qtbot, real, page) -> None:
    choose(page, "chart")
    qtbot.waitUntil(lambda: not page.findChild(QLabel, "report_chart").pixmap().isNull())
    assert page.findChild(QLabel, "report_chart").pixmap().width() > 300
    page.findChild(QPushButton, "heading_akuntabilitas").click()
    choose(page, "workload_chart")
    assert page.findChild(QLabel, "report_chart").text() == "Belum ada yang dapat digambar pada bulan ini."


def test_the_arrow_ahead_stops_at_the_running_month(page) -> None:
    ahead = page.findChild(QPushButton, "next_period")
    assert not ahead.isEnabled()
    page.findChild(QPushButton, "previous_period").click()
    assert ahead.isEnabled()
