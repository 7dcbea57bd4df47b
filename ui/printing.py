"""Printing: joins the office's facts, the paper's words and the Word templates. With wiring it knows every room but Qt.

Imported only when a paper is asked for: Word, PDF and picture libraries take longer to load than the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from correspondence.errors import NotFound, Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.own_fields import OwnField
from correspondence.own_tables import own_field, read_table
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.services.printed import PrintedPaper, last_printed, note_printed
from correspondence.throughput import MonthlyReport, YearlyReport
from templates_docx import catalogue, libreoffice
from templates_docx.apart import Manner, check_apart, write_papers
from templates_docx.catalogue import PaperKind
from templates_docx.fields import fields_of
from templates_docx.opening import read_template
from templates_docx.sheet import Sheet, sheet_of
from templates_docx.sound import own_names_of
from templates_docx.versions import Difference, compared, keep_version, version_kept, version_of
from ui.files import make_folder, write_whole
from ui.paper import charts, reports
from ui.paper.contents import BLANK, Context
from ui.paper.field_texts import field_text
from ui.paper.letter_contents import letter_context
from ui.paper.office_desk import OfficeDesk, around, office_desk, report_signatory
from ui.paper.printed_lines import FieldLine, OwnTemplate, ProblemLine, TemplateLine
from ui.paper.template_words import problem_line
from ui.template_checking import checked, template_line, with_flaw

MONTHLY, YEARLY = "laporan-bulanan", "rekap-tahunan"
EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")
"""The office's emblem, looked for beside its own templates."""
EMBLEM_FIELD, EMBLEM_VERSION = "kop.lambang", ".lambang"


Told = Callable[[int, int], bool]
"""Called with how many are done of how many; False stops."""


class Printing:
    """The papers of one office. `templates` is the folder of its own copies, which need not exist."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def letter(self, named: str, ref: LetterRef, *, addressee: str = "", blank: bool = False) -> bytes:
        """One paper about one letter, as .docx, noted in the letter's journal.

        `named`: a paper's code or a letter kind. `addressee`: to whom an incoming letter is passed on. `blank`: a
        disposition sheet to be filled in by hand. NotFound("paper" | "letter", …), Refused `paper_not_of_letter`,
        `kind_without_template`, and what `write_papers` raises.
        """
        (paper,) = self.letters(named, [ref], addressee=addressee, blank=blank)
        return paper

    def letters(
        self,
        named: str,
        refs: Sequence[LetterRef],
        *,
        addressee: str = "",
        blank: bool = False,
        told: Told = lambda _done, _all: True,
    ) -> list[bytes]:
        """The same paper about many letters in one run; as `letter`. When `told` stops it, those written come back."""
        dossiers = [looking_up.dossier(self._office, ref=ref) for ref in refs]
        desk = office_desk(self._office, [each.letter.id for each in dossiers])
        kind = _of_letter(named, desk)
        contexts = [
            letter_context(each, around(each, desk, addressee=addressee, blank=blank)) for each in dossiers
        ]
        template, manner = read_template(self._template(kind)), self._manner(kind.code, desk.profile)
        papers = self._run(kind, template, contexts, manner, told)
        note_printed(
            self._office,
            papers=[
                (ref, self._remembered(kind, template, context, manner))
                for ref, context in zip(refs[: len(papers)], contexts, strict=False)
            ],
        )
        return papers

    def reprint(self, named: str, ref: LetterRef) -> bytes:
        """The paper as it was last printed: the template, the values and the sheet of that day.

        NotFound("printed" | "template_version", …).
        """
        kind = _of_letter(named, office_desk(self._office))
        was = last_printed(self._office, ref=ref, paper=kind.code)
        values = json.loads(was.values)
        emblem = version_kept(self._templates, was.emblem, EMBLEM_VERSION) if was.emblem else None
        manner = Manner(
            kind.code, {EMBLEM_FIELD: emblem} if emblem else {}, Sheet(**values["sheet"]), own_blank=BLANK
        )
        (paper,) = write_papers(version_kept(self._templates, was.template), [values["context"]], manner)
        return paper

    def monthly(self, report: MonthlyReport) -> bytes:
        """The monthly report as .docx."""
        desk = office_desk(self._office)
        context = reports.monthly_context(
            report, desk.profile, signatory=report_signatory(desk), printed_on=desk.today
        )
        pictures = {"grafik": charts.png(reports.monthly_chart(report))}
        return self._report(MONTHLY, context, pictures, desk.profile)

    def yearly(self, report: YearlyReport) -> bytes:
        """The yearly recapitulation as .docx."""
        desk = office_desk(self._office)
        context = reports.yearly_context(
            report, desk.profile, signatory=report_signatory(desk), printed_on=desk.today
        )
        pictures = {"grafik": charts.png(reports.yearly_chart(report))}
        return self._report(YEARLY, context, pictures, desk.profile)

    def pdf(
        self,
        papers: Sequence[bytes],
        *,
        cancelled: Callable[[], bool] = lambda: False,
        told: Told = lambda _done, _all: True,
    ) -> list[bytes]:
        """The papers as PDF, in one run of LibreOffice that either question stops; Unavailable `libreoffice_…`."""
        return libreoffice.to_pdf(papers, cancelled=cancelled, told=told)

    def templates(self) -> list[TemplateLine]:
        """Every paper with the template that is used for it now."""
        return [template_line(self._templates, code) for code in catalogue.PAPERS]

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
        return tuple(own_field(name, table, optional=optional, kind=kind) for name, optional in names.items())

    def check_template(self, path: Path, code: str = "") -> list[ProblemLine]:
        """The flaws of a template, none when it is sound. Without a code the file's name says which paper it is,
        and a name that says nothing makes it a letter kind's own.
        """
        return list(checked(path, code, guess=False).problems)

    def compare_template(self, code: str) -> Difference:
        """How the office's own template differs from the shipped one in the fields it uses."""
        return compared(catalogue.template_of(self._templates, code), code)

    def sound_template(self, file: Path, kind: str) -> OwnTemplate:
        """A Word file that may become the template of a letter kind.

        Refused `template_flawed` with the first flaw (facts path, problem, count); what `read_template` raises.
        """
        flaws = [problem_line(each) for each in check_apart(file, "")]
        if flaws:
            facts = {"path": file.name, "problem": flaws[0].problem, "count": len(flaws)}
            raise Refused("template_flawed", "template", facts)
        return OwnTemplate(catalogue.file_for(kind), read_template(file))

    def keep_template(self, template: OwnTemplate) -> None:
        """Lays the template of a letter kind into the office's folder, whole or not at all; an older one is put aside."""
        make_folder(self._templates)
        own = self._templates / template.name
        if own.is_file():
            keep_version(self._templates, own.read_bytes(), ".docx")
        write_whole(own, template.content)

    def own_template(self, code: str) -> Path:
        """The office's own copy to be changed in Word, begun from the shipped one when there is none yet."""
        try:
            return catalogue.lend(self._templates, code)
        except OSError as error:
            facts = {"file": str(self._templates), "why": error.strerror or str(error)}
            raise Unavailable("file_unwritable", facts) from error

    def reset_template(self, code: str) -> bool:
        """Back to the shipped template; the office's copy is put aside. Whether there was one."""
        own = catalogue.own_copy(self._templates, code)
        if own.is_file():
            keep_version(self._templates, own.read_bytes(), ".docx")
        return catalogue.reset(self._templates, code)

    def _template(self, kind: PaperKind) -> Path:
        return catalogue.template_of(self._templates, kind)

    def _run(
        self, kind: PaperKind, template: bytes, contexts: Sequence[Context], manner: Manner, told: Told
    ) -> list[bytes]:
        try:
            return write_papers(template, contexts, manner, told=told)
        except Refused as error:
            raise with_flaw(error, self._template(kind), kind.code) from error

    def _report(
        self, code: str, context: Context, pictures: dict[str, bytes], profile: OfficeProfile
    ) -> bytes:
        manner = self._manner(code, profile)
        more = replace(manner, pictures={**pictures, **manner.pictures})
        kind = catalogue.paper(code)
        return self._run(
            kind, read_template(self._template(kind)), [context], more, lambda _done, _all: True
        )[0]

    def _manner(self, code: str, profile: OfficeProfile) -> Manner:
        found = next((path for name in EMBLEMS if (path := self._templates / name).is_file()), None)
        return Manner(
            code, {EMBLEM_FIELD: found.read_bytes()} if found else {}, sheet_of(profile), own_blank=BLANK
        )

    def _remembered(self, kind: PaperKind, template: bytes, context: Context, manner: Manner) -> PrintedPaper:
        """What must be known to print it again; template and emblem are put aside under their hash."""
        emblem = manner.pictures.get(EMBLEM_FIELD)
        keep_version(self._templates, template, ".docx")
        if emblem:
            keep_version(self._templates, emblem, EMBLEM_VERSION)
        values = {"context": context, "sheet": asdict(manner.sheet or Sheet())}
        said = json.dumps(values, ensure_ascii=False, sort_keys=True)
        return PrintedPaper(kind.code, version_of(template), version_of(emblem) if emblem else "", said)


def _of_letter(named: str, desk: OfficeDesk) -> PaperKind:
    kind = catalogue.paper_named(named, desk.kinds)
    if not kind.of_letter:
        raise Refused("paper_not_of_letter", "kind", {"code": kind.code})
    return kind
