"""Papers for the window: every call runs on the worker with the office given to it, and ends in a file.

Light to import: Word, PDF and picture libraries take longer to load than the window, and come with the first paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from correspondence.dates import Month
from correspondence.errors import Refused, Unavailable
from correspondence.office import Office
from correspondence.own_fields import OwnField
from correspondence.services import keeping, reporting
from correspondence.sheets import Cell
from correspondence.throughput import MonthlyReport, YearlyReport
from ui.files import write_whole
from ui.workbooks import write_xlsx
from ui.written_papers import MISSING, Converter, WrittenReport

if TYPE_CHECKING:
    from ui.office_templates import OfficeTemplates
    from ui.printing import Printing

KINDS = (".docx", ".pdf", ".xlsx")
Cancelled = Callable[[], bool]
Report = MonthlyReport | YearlyReport


def _never() -> bool:
    return False


class DeskPrinting:
    """`templates`: the folder of the office's own templates.

    `to_pdf` turns .docx into PDF, LibreOffice by default; handed in so that a desk without it can be tried anywhere.
    """

    def __init__(self, templates: Path, to_pdf: Converter | None = None) -> None:
        self._templates = templates
        self._to_pdf = to_pdf

    def own_fields(self, office: Office, kind: str) -> tuple[OwnField, ...]:
        """The fields of a letter kind's own form, as its template asks for them."""
        return self._printing(office).own_fields(kind)

    def monthly_report(
        self, office: Office, month: Month, unit: str, out: Path, *, cancelled: Cancelled = _never
    ) -> WrittenReport:
        """Writes the monthly report as `out`, whose ending says which kind of file: .docx, .pdf or .xlsx.

        `cancelled` is asked again and again while a PDF is made. Without LibreOffice a PDF has the shipped form, whatever
        the office's own template is. Refused `report_kind_unknown`; Unavailable `libreoffice_…` when LibreOffice is there
        and fails, `file_unwritable`.
        """
        _check_kind(out)
        return self._report(office, reporting.monthly_report(office, month=month, unit=unit), out, cancelled)

    def yearly_report(
        self, office: Office, year: int, unit: str, out: Path, *, cancelled: Cancelled = _never
    ) -> WrittenReport:
        """The yearly recapitulation, as `monthly_report`."""
        _check_kind(out)
        return self._report(office, reporting.yearly_report(office, year=year, unit=unit), out, cancelled)

    def signature_round(
        self, office: Office, *, officer_id: int | None, unit_id: int | None, kind_id: int | None
    ) -> bytes:
        """The list of what waits for a signature, to take along, as PDF."""
        # The PDF library: see the head of this file.
        from ui.round_printing import signature_round

        return signature_round(office, officer_id=officer_id, unit_id=unit_id, kind_id=kind_id)

    def office_templates(self, office: Office) -> OfficeTemplates:
        """The office's templates and its emblem."""
        # The heavy libraries: see the head of this file.
        from ui.office_templates import office_templates

        return office_templates(office, self._templates, self._to_pdf)

    def _printing(self, office: Office) -> Printing:
        # The heavy libraries: see the head of this file.
        from ui.printing import Printing

        return Printing(office, self._templates)

    def _report(self, office: Office, report: Report, out: Path, cancelled: Cancelled) -> WrittenReport:
        if out.suffix.lower() == ".xlsx":
            write_xlsx(out, sheets_of(report), paper=keeping.profile(office).paper)
            return WrittenReport(out)
        printing = self._printing(office)
        if out.suffix.lower() == ".docx":
            write_whole(out, printing.report(report))
            return WrittenReport(out)
        pdf = self._pdf(printing, report, cancelled)
        write_whole(out, printing.plain_pdf(report) if pdf is None else pdf)
        return WrittenReport(out, plain=pdf is None)

    def _pdf(self, printing: Printing, report: Report, cancelled: Cancelled) -> bytes | None:
        """None without LibreOffice: that is known before the template is filled in."""
        if self._to_pdf is None and not printing.has_libreoffice:
            return None
        convert = self._to_pdf or partial(printing.pdf, cancelled=cancelled)
        try:
            return convert([printing.report(report)])[0]
        except Unavailable as error:
            if error.reason != MISSING:
                raise
            return None


def sheets_of(report: Report) -> Mapping[str, Sequence[Sequence[Cell]]]:
    """The report as sheets for `write_xlsx`, for the window and the terminal."""
    # The report's words stand beside its charts, and those load a PDF library.
    from ui.paper.report_sheets import monthly_sheets, yearly_sheets

    return monthly_sheets(report) if isinstance(report, MonthlyReport) else yearly_sheets(report)


def _check_kind(out: Path) -> None:
    if out.suffix.lower() not in KINDS:
        raise Refused("report_kind_unknown", None, {"name": out.name, "known": KINDS})
