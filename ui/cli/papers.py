"""Commands that print: papers of a letter, reports, and the Word templates they come from."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from correspondence.dates import read_month
from correspondence.errors import Unavailable
from correspondence.numbering import LetterRef
from correspondence.services import reporting
from correspondence.sheets import Cell
from ui.cli import books, closings, report_shapes, templates
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Arguments, Family, WrongUsage
from ui.cli.report_lines import monthly_lines, yearly_lines
from ui.exit_codes import PARTLY_DONE
from ui.failures import sentence
from ui.files import check_folder, make_folder, write_whole
from ui.texts import _
from ui.workbooks import write_xlsx

FORMATS = ("docx", "pdf", "xlsx", "json")
USUAL_FORMATS = "docx,pdf"


def add_commands(words: Family) -> None:
    write = words.command(
        "write", write_letter, _("mencetak satu surat, lembar disposisi, atau tanda terima")
    )
    write.add("kind", metavar="KIND", help=_("jenis naskah, atau jenis surat cetak dari template list"))
    write.add(
        "ref", metavar="REF", nargs="+", help=_("nomor rujukan: M-2026-12 atau K-2026-7; boleh beberapa")
    )
    write.add(
        "--out", required=True, metavar="FILE", help=_("berkas .docx atau .pdf; folder bila beberapa surat")
    )
    write.add("--format", default="pdf", choices=("docx", "pdf"), help=_("jenis berkas bila beberapa surat"))
    write.add("--as-printed", action="store_true", help=_("cetak ulang persis seperti terakhir dicetak"))
    write.add("--blank", action="store_true", help=_("lembar disposisi kosong, untuk diisi dengan tangan"))
    write.add("--to", default="", metavar="NAME", help=_("tujuan, bila surat masuk diteruskan"))
    books.label_options(write)

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
        lambda: desk.registry.printing.monthly(report),
        lambda: _report_sheets().monthly_sheets(report),
    )
    return _reported(desk, args, papers, monthly_lines(report))


def report_year(desk: Desk, args: Namespace) -> Answer:
    report = reporting.yearly_report(desk.office, year=_year(args.period), unit=args.unit)
    document = report_shapes.yearly(report)
    papers = _Papers(
        _file_name("Rekap tahunan", args.period, args.unit),
        document,
        lambda: desk.registry.printing.yearly(report),
        lambda: _report_sheets().yearly_sheets(report),
    )
    return _reported(desk, args, papers, yearly_lines(report))


def _year(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):
        raise WrongUsage(_("Tahun “{typed}” tidak terbaca; tulis misalnya 2017.").format(typed=typed))
    return int(typed)


def write_letter(desk: Desk, args: Namespace) -> Answer:
    if args.kind == books.LABEL:
        return books.write_label(desk, args)
    refs, out = [LetterRef.read(each) for each in args.ref], Path(args.out)
    if len(refs) > 1:
        return _write_many(desk, args, refs, out)
    ref = refs[0]
    if out.suffix.lower() not in {".docx", ".pdf"}:
        raise WrongUsage(_("--out harus berakhiran .docx atau .pdf, bukan “{name}”.").format(name=out.name))
    check_folder(out)
    paper = _papers_of(desk, args, refs)[0]
    written, notes = _print(desk, paper, out.with_suffix(""), frozenset({out.suffix.lower()[1:]}))
    document: Document = {
        "ref": str(ref),
        "kind": args.kind,
        "file": str(written[0]),
        "format": written[0].suffix[1:],
        "missing": notes[0] if notes else None,
    }
    lines = [_("Disimpan: {file}").format(file=path) for path in written]
    return Answer(document, lines, notes, PARTLY_DONE if notes else 0)


def _papers_of(desk: Desk, args: Namespace, refs: Sequence[LetterRef]) -> list[bytes]:
    printing = desk.registry.printing
    if args.as_printed:
        return [printing.reprint(args.kind, ref) for ref in refs]
    return printing.letters(args.kind, refs, addressee=args.to, blank=args.blank)


def _write_many(desk: Desk, args: Namespace, refs: Sequence[LetterRef], folder: Path) -> Answer:
    """One run for all, a file a letter; without LibreOffice the .docx of each."""
    papers, ending, notes = _papers_of(desk, args, refs), args.format, []
    if ending == "pdf":
        try:
            papers = desk.registry.printing.pdf(papers)
        except Unavailable as error:
            ending, notes = "docx", [sentence(error)]
    make_folder(folder)
    files = [folder / f"{args.kind} {ref}.{ending}" for ref in refs]
    for file, paper in zip(files, papers, strict=True):
        write_whole(file, paper)
    document: Document = {
        "kind": args.kind,
        "files": [{"ref": str(ref), "file": str(file)} for ref, file in zip(refs, files, strict=True)],
        "format": ending,
        "missing": notes[0] if notes else None,
    }
    said = _("{count} surat dicetak ke {folder}").format(count=len(files), folder=folder)
    return Answer(document, [said], notes, PARTLY_DONE if notes else 0)


@dataclass(frozen=True, slots=True)
class _Papers:
    """What a report is called on disk, its JSON, and how it becomes a paper and a workbook."""

    name: str
    document: Document
    paper: Callable[[], bytes]
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
    if "json" in asked:
        path = folder / f"{papers.name}.json"
        write_whole(path, json.dumps(papers.document, ensure_ascii=False, indent=2).encode())
        written.append(path)
    if "xlsx" in asked:
        path = folder / f"{papers.name}.xlsx"
        write_xlsx(path, papers.sheets())
        written.append(path)
    if {"docx", "pdf"} & asked:
        done, notes = _print(desk, papers.paper(), folder / papers.name, asked)
        written += done
    said = [_("Disimpan: {file}").format(file=path) for path in written]
    code = PARTLY_DONE if notes else 0
    return Answer(
        {**papers.document, "files": [str(path) for path in written]}, [*lines, "", *said], notes, code
    )


def _print(desk: Desk, paper: bytes, path: Path, asked: frozenset[str]) -> tuple[list[Path], list[str]]:
    """The .docx is safe before LibreOffice is tried: without it the paper is there all the same."""
    written: list[Path] = []
    docx, pdf = path.with_name(f"{path.name}.docx"), path.with_name(f"{path.name}.pdf")
    if "docx" in asked:
        write_whole(docx, paper)
        written.append(docx)
    if "pdf" not in asked:
        return written, []
    try:
        write_whole(pdf, desk.registry.printing.pdf([paper])[0])
    except Unavailable as error:
        if docx not in written:
            write_whole(docx, paper)
            written.append(docx)
        return written, [sentence(error)]
    return [*written, pdf], []


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
