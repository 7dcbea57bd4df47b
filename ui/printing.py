"""Printing: joins the office's facts, the paper's words and the Word templates. With wiring it knows every room but Qt.

Imported only when a paper is asked for: Word, PDF and picture libraries take longer to load than the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.own_fields import OwnField, own_field, read_table
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.throughput import MonthlyReport, YearlyReport
from templates_docx import catalogue, libreoffice
from templates_docx.catalogue import PaperKind
from templates_docx.check import check_template
from templates_docx.fields import fields_of
from templates_docx.opening import read_template
from templates_docx.reading import Problem
from templates_docx.sheet import Sheet
from templates_docx.sound import own_names_of
from templates_docx.writer import write_paper
from ui.files import make_folder, write_whole
from ui.paper import charts, reports
from ui.paper.contents import BLANK, Context
from ui.paper.field_texts import field_text
from ui.paper.letter_contents import letter_context
from ui.paper.office_desk import OfficeDesk, around, office_desk, report_signatory
from ui.paper.template_words import place_words, problem_sentence

MONTHLY, YEARLY = "laporan-bulanan", "rekap-tahunan"
EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")
"""The office's emblem, looked for beside its own templates."""


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One paper and the template it is written with; `own` when that is the office's."""

    code: str
    path: Path
    own: bool


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One placeholder, explained. `kind` is text, list or picture."""

    name: str
    kind: str
    must: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One flaw of a template in words; `code` is for programs."""

    field: str
    where: str
    problem: str
    code: str


class Printing:
    """The papers of one office. `templates` is the folder of its own copies, which need not exist."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def letter(self, named: str, ref: LetterRef, *, addressee: str = "", blank: bool = False) -> bytes:
        """One paper about one letter, as .docx.

        `named`: a paper's code or a letter kind. `addressee`: to whom an incoming letter is passed on. `blank`: a
        disposition sheet to be filled in by hand. NotFound("paper" | "letter", …), Refused `paper_not_of_letter`,
        `kind_without_template`, and what `write_paper` raises.
        """
        dossier = looking_up.dossier(self._office, ref=ref)
        desk = office_desk(self._office, [dossier.letter.id])
        kind = _of_letter(named, desk)
        context = letter_context(dossier, around(dossier, desk, addressee=addressee, blank=blank))
        return self._write(kind, context, {}, desk.profile)

    def monthly(self, report: MonthlyReport) -> bytes:
        """The monthly report as .docx."""
        desk = office_desk(self._office)
        context = reports.monthly_context(
            report, desk.profile, signatory=report_signatory(desk), printed_on=desk.today
        )
        pictures = {"grafik": charts.png(reports.monthly_chart(report))}
        return self._write(catalogue.paper(MONTHLY), context, pictures, desk.profile)

    def yearly(self, report: YearlyReport) -> bytes:
        """The yearly recapitulation as .docx."""
        desk = office_desk(self._office)
        context = reports.yearly_context(
            report, desk.profile, signatory=report_signatory(desk), printed_on=desk.today
        )
        pictures = {"grafik": charts.png(reports.yearly_chart(report))}
        return self._write(catalogue.paper(YEARLY), context, pictures, desk.profile)

    def pdf(self, papers: Sequence[bytes], *, cancelled: Callable[[], bool] = lambda: False) -> list[bytes]:
        """The papers as PDF, in one run of LibreOffice; Unavailable `libreoffice_…`."""
        return libreoffice.to_pdf(papers, cancelled=cancelled)

    def templates(self) -> list[TemplateLine]:
        """Every paper with the template that is used for it now."""
        found = [(code, catalogue.template_of(self._templates, code)) for code in catalogue.PAPERS]
        return [TemplateLine(code, path, own=path.parent == self._templates) for code, path in found]

    def fields(self, code: str) -> list[FieldLine]:
        """The placeholders of one paper; NotFound("paper", …)."""
        catalogue.paper(code)
        return [
            FieldLine(each.name, each.kind.value, each.must, field_text(each.name))
            for each in fields_of(code).values()
        ]

    def own_fields(self, kind: str) -> tuple[OwnField, ...]:
        """The fields of a letter kind's own form, in the order of its template; none for a kind without a template.

        What `read_template` raises for a template that cannot be read.
        """
        desk = office_desk(self._office)
        try:
            template = catalogue.template_of(self._templates, catalogue.paper_named(kind, desk.kinds))
            names = own_names_of(template)
        except (NotFound, Refused):
            return ()
        table = read_table(desk.profile.own_fields)
        return tuple(own_field(name, table, optional=optional) for name, optional in names.items())

    def check_template(self, path: Path, code: str = "") -> list[ProblemLine]:
        """The flaws of a template, none when it is sound. Without a code the file's name says which paper it is,
        and a name that says nothing makes it a letter kind's own.
        """
        if code:
            catalogue.paper(code)
        named = {each.file: each.code for each in catalogue.PAPERS.values()}
        meant = code or named.get(path.name.casefold(), "")
        return [_line(each) for each in check_template(path, meant).problems]

    def sound_template(self, file: Path) -> bytes:
        """A Word file that may become the template of a letter kind.

        Refused `template_flawed` with the first flaw (facts path, problem, count); what `read_template` raises.
        """
        flaws = [_line(each) for each in check_template(file, "").problems]
        if flaws:
            facts = {"path": file.name, "problem": flaws[0].problem, "count": len(flaws)}
            raise Refused("template_flawed", "template", facts)
        return read_template(file)

    def template_name(self, kind: str) -> str:
        """What the template of a letter kind is called in the office's folder."""
        return catalogue.file_for(kind)

    def keep_template(self, content: bytes, kind: str) -> None:
        """Lays the template of a letter kind into the office's folder, whole or not at all."""
        make_folder(self._templates)
        write_whole(self._templates / catalogue.file_for(kind), content)

    def own_template(self, code: str) -> Path:
        """The office's own copy to be changed in Word, begun from the shipped one when there is none yet."""
        try:
            return catalogue.lend(self._templates, code)
        except OSError as error:
            facts = {"file": str(self._templates), "why": error.strerror or str(error)}
            raise Unavailable("file_unwritable", facts) from error

    def reset_template(self, code: str) -> bool:
        """Back to the shipped template; the office's copy is kept beside it. Whether there was one."""
        return catalogue.reset(self._templates, code)

    def _write(
        self, kind: PaperKind, context: Context, pictures: dict[str, bytes], profile: OfficeProfile
    ) -> bytes:
        template = catalogue.template_of(self._templates, kind)
        made = {**pictures, **self._emblem()}
        return write_paper(template, context, made, code=kind.code, sheet=_sheet(profile), own_blank=BLANK)

    def _emblem(self) -> dict[str, bytes]:
        found = next((path for name in EMBLEMS if (path := self._templates / name).is_file()), None)
        return {"kop.lambang": found.read_bytes()} if found else {}


def _of_letter(named: str, desk: OfficeDesk) -> PaperKind:
    kind = catalogue.paper_named(named, desk.kinds)
    if not kind.of_letter:
        raise Refused("paper_not_of_letter", "kind", {"code": kind.code})
    return kind


def _sheet(profile: OfficeProfile) -> Sheet:
    return Sheet(
        profile.paper,
        profile.slip_paper,
        profile.margin_top,
        profile.margin_bottom,
        profile.margin_left,
        profile.margin_right,
    )


def _line(problem: Problem) -> ProblemLine:
    place = problem.where
    where = (
        place_words(place.region.value, place.text, table=place.table, row=place.row, column=place.column)
        if place
        else ""
    )
    said = problem_sentence(problem.problem, problem.field, problem.suggestion)
    return ProblemLine(problem.field, where, said, problem.problem)
