"""Commands that print: papers of a letter, reports, and the Word templates they come from."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from correspondence.dates import read_month
from correspondence.services import keeping, reporting
from correspondence.sheets import Cell
from correspondence.throughput import MonthlyReport, YearlyReport
from ui import formats
from ui.cli import closings, report_shapes, templates, writing
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Arguments, Family, WrongUsage
from ui.cli.report_lines import monthly_lines, yearly_lines
from ui.cli.writing import print_paper
from ui.exit_codes import PARTLY_DONE
from ui.files import make_folder, write_whole
from ui.texts import _
from ui.workbooks import write_xlsx
from ui.written_papers import plain_note

FORMATS = ("docx", "pdf", "xlsx", "json")
USUAL_FORMATS = "docx,pdf"


def add_commands(words: Family) -> None:
    writing.add_commands(words)
    report = words.family("report", _("laporan bulanan dan rekap tahunan"))
    monthly = report.command("monthly", report_month, _("laporan bulanan"))
    monthly.add("period", metavar="2026-10", help=_("bulan laporan"))
    _report_options(monthly)
    yearly = report.command("yearly", report_year, _("rekap tahunan menurut jenis naskah"))
    yearly.add("period", metavar="2017", help=_("tahun rekap"))
    _report_options(yearly)
    closings.add_commands(report)
    templates.add_commands(words)


def _report_options(arguments: Arguments) -> None:
    arguments.add("--unit", default="", help=_("hanya satu unit"))
    arguments.add("--out", metavar="DIR", help=_("folder tempat laporan disimpan"))
    arguments.add("--format", default=USUAL_FORMATS, metavar="docx,pdf", help=", ".join(FORMATS))


def report_month(desk: Desk, args: Namespace) -> Answer:
    month = read_month(args.period)
    report = reporting.monthly_report(desk.office, month=month, unit=args.unit)
    document = report_shapes.monthly(report)
    papers = _Papers(
        _file_name("Laporan bulanan", str(month), args.unit),
        document,
        report,
        lambda: _report_sheets().monthly_sheets(report),
    )
    answer = _reported(desk, args, papers, monthly_lines(report))
    if report.first <= desk.now().today:
        return answer
    ahead = _("Bulan {month} belum mulai; yang ada baru sisa awalnya.").format(month=formats.month(month))
    return replace(answer, notes=[*answer.notes, ahead])


def report_year(desk: Desk, args: Namespace) -> Answer:
    report = reporting.yearly_report(desk.office, year=_year(args.period), unit=args.unit)
    document = report_shapes.yearly(report)
    papers = _Papers(
        _file_name("Rekap tahunan", args.period, args.unit),
        document,
        report,
        lambda: _report_sheets().yearly_sheets(report),
    )
    return _reported(desk, args, papers, yearly_lines(report))


def _year(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):
        raise WrongUsage(_("Tahun “{typed}” tidak terbaca; tulis misalnya 2017.").format(typed=typed))
    return int(typed)


@dataclass(frozen=True, slots=True)
class _Papers:
    """What a report is called on disk, its JSON, the report, and how it becomes a workbook."""

    name: str
    document: Document
    report: MonthlyReport | YearlyReport
    sheets: Callable[[], Mapping[str, Sequence[Sequence[Cell]]]]


def _reported(desk: Desk, args: Namespace, papers: _Papers, lines: Sequence[str]) -> Answer:
    """Without --out only told; with it written in every format asked for."""
    asked = _formats(args.format)
    if args.out is None:
        return Answer(papers.document, lines)
    folder = Path(args.out)
    make_folder(folder)
    written: list[Path] = []
    notes: list[str] = []
    code = 0
    if "json" in asked:
        path = folder / f"{papers.name}.json"
        write_whole(path, json.dumps(papers.document, ensure_ascii=False, indent=2).encode())
        written.append(path)
    if "xlsx" in asked:
        path = folder / f"{papers.name}.xlsx"
        write_xlsx(path, papers.sheets(), paper=keeping.profile(desk.office).paper)
        written.append(path)
    if {"docx", "pdf"} & asked:
        done, notes, code = _printed(desk, papers.report, folder / papers.name, asked)
        written += done
    said = [_("Disimpan: {file}").format(file=path) for path in written]
    files = {"files": [str(path) for path in written], "missing": notes[0] if notes else None}
    return Answer({**papers.document, **files}, [*lines, "", *said], notes, code)


def _printed(
    desk: Desk, report: MonthlyReport | YearlyReport, path: Path, asked: frozenset[str]
) -> tuple[list[Path], list[str], int]:
    """What was written, what is said with it, and the exit code. Without LibreOffice the PDF has the shipped form."""
    printing = desk.registry.printing
    if "pdf" not in asked or printing.has_libreoffice:
        written, notes = print_paper(desk, printing.report(report), path, asked)
        return written, notes, PARTLY_DONE if notes else 0
    word = asked & {"docx"}
    written = print_paper(desk, printing.report(report), path, word)[0] if word else []
    pdf = path.with_name(f"{path.name}.pdf")
    write_whole(pdf, printing.plain_pdf(report))
    return [*written, pdf], [plain_note()], 0


def _report_sheets() -> ModuleType:
    # It shares words with the papers, whose charts take reportlab.
    from ui.paper import report_sheets

    return report_sheets


def _formats(typed: str) -> frozenset[str]:
    asked = {each.strip().lower() for each in typed.split(",") if each.strip()}
    unknown = sorted(asked - set(FORMATS))
    if unknown or not asked:
        raise WrongUsage(
            _("--format tidak mengenal “{format}”; pilihannya: {known}.").format(
                format=", ".join(unknown), known=", ".join(FORMATS)
            )
        )
    return frozenset(asked)


def _file_name(what: str, period: str, unit: str) -> str:
    """`Laporan bulanan 2026-10 Subbagian Tata Usaha`: what every file system takes."""
    kept = "".join(each for each in unit if each.isalnum() or each in " -").strip()
    return " ".join(part for part in (what, period, kept) if part)
