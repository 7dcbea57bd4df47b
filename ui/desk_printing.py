"""Papers for the window: every call runs on the worker with the office given to it, and ends in a file."""

from __future__ import annotations

from pathlib import Path

from correspondence.dates import Month
from correspondence.errors import Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.services import reporting
from ui.files import write_whole
from ui.paper.report_sheets import Sheets, monthly_sheets, yearly_sheets
from ui.printing import COVER_LETTER, Printing
from ui.workbooks import write_xlsx

KINDS = (".docx", ".pdf", ".xlsx")


class DeskPrinting:
    """`templates`: the office's own templates; `papers`: the folder where letters' papers are put."""

    def __init__(self, templates: Path, papers: Path) -> None:
        self._templates = templates
        self._papers = papers

    def cover_letter(self, office: Office, ref: LetterRef) -> Path:
        """Writes the surat pengantar of a letter and says where it is: the PDF, or the .docx without LibreOffice."""
        printing = Printing(office, self._templates)
        paper = printing.letter(COVER_LETTER, ref)
        self._make_folder()
        docx = self._papers / f"Surat pengantar {ref}.docx"
        write_whole(docx, paper)
        try:
            (printed,) = printing.pdf([paper])
        except Unavailable as error:
            if error.reason.startswith("libreoffice"):
                return docx
            raise
        pdf = docx.with_suffix(".pdf")
        write_whole(pdf, printed)
        return pdf

    def monthly_report(self, office: Office, month: Month, unit: str, out: Path) -> Path:
        """Writes the monthly report as `out`, whose ending says which kind of file: .docx, .pdf or .xlsx.

        Refused `report_kind_unknown`; Unavailable `libreoffice_…` when a PDF cannot be made, `file_unwritable`.
        """
        _check_kind(out)
        report = reporting.monthly_report(office, month=month, unit=unit)
        if out.suffix.lower() == ".xlsx":
            return _sheets(out, monthly_sheets(report))
        printing = Printing(office, self._templates)
        return _paper(printing, printing.monthly(report), out)

    def yearly_report(self, office: Office, year: int, unit: str, out: Path) -> Path:
        """The yearly recapitulation, as `monthly_report`."""
        _check_kind(out)
        report = reporting.yearly_report(office, year=year, unit=unit)
        if out.suffix.lower() == ".xlsx":
            return _sheets(out, yearly_sheets(report))
        printing = Printing(office, self._templates)
        return _paper(printing, printing.yearly(report), out)

    def _make_folder(self) -> None:
        try:
            self._papers.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            facts = {"file": str(self._papers), "why": error.strerror or str(error)}
            raise Unavailable("file_unwritable", facts) from error


def _check_kind(out: Path) -> None:
    if out.suffix.lower() not in KINDS:
        raise Refused("report_kind_unknown", None, {"name": out.name, "known": KINDS})


def _sheets(out: Path, sheets: Sheets) -> Path:
    write_xlsx(out, sheets)
    return out


def _paper(printing: Printing, paper: bytes, out: Path) -> Path:
    write_whole(out, printing.pdf([paper])[0] if out.suffix.lower() == ".pdf" else paper)
    return out
