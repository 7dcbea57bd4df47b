"""Reports as papers: their values from the office's facts, and as PDF set by the program itself, without Word.

The office's own template becomes PDF only by LibreOffice; where that is missing, the same contents stand in the form the
program ships.
"""

from __future__ import annotations

from pathlib import Path

from correspondence.dates import Month
from correspondence.office import Office
from correspondence.throughput import MonthlyReport, YearlyReport
from ui.paper import reports
from ui.paper.books_heading import letterhead_of
from ui.paper.closing_lines import footnotes
from ui.paper.contents import Context
from ui.paper.month_form import WIDTH as MONTH_WIDTH
from ui.paper.month_form import month_story
from ui.paper.office_desk import OfficeDesk, office_desk, report_signatory
from ui.paper.page_setting import sheet_of, write_pages
from ui.paper.year_form import WIDTH as YEAR_WIDTH
from ui.paper.year_form import year_story

Report = MonthlyReport | YearlyReport


def report_context(report: Report, desk: OfficeDesk) -> Context:
    """The values of every field of the report's paper but its charts."""
    if isinstance(report, YearlyReport):
        return reports.yearly_context(
            report, desk.profile, signatory=report_signatory(desk), printed_on=desk.today
        )
    return reports.monthly_context(
        report,
        desk.profile,
        signatory=report_signatory(desk),
        printed_on=desk.today,
        footnotes=footnotes(report),
    )


def report_pdf(office: Office, templates: Path, report: Report) -> bytes:
    """The report as PDF in the shipped form, on the office's sheet. `templates` is the folder its emblem lies in."""
    desk = office_desk(office)
    profile, context = desk.profile, report_context(report, desk)
    head = letterhead_of(profile, templates)
    if isinstance(report, YearlyReport):
        title = f"Rekapitulasi surat tahun {report.year}"
        sheet = sheet_of(profile, usual_width=YEAR_WIDTH, across=True)
        story = year_story(context, reports.yearly_chart(report), sheet, head, lines=profile.signature_lines)
    else:
        title = f"Laporan bulanan {Month.of(report.first).label}"
        sheet = sheet_of(profile, usual_width=MONTH_WIDTH)
        charts = reports.monthly_charts(report)
        story = month_story(context, charts, sheet, head, lines=profile.signature_lines)
    return write_pages(sheet, story, title=title, author=profile.name)
