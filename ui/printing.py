"""Printing: joins the office's facts, the paper's words and the Word templates. With wiring it knows every room but Qt.

Imported only when a paper is asked for: Word, PDF and picture libraries take longer to load than the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from correspondence.errors import NotFound, Refused
from correspondence.numbering import LetterRef
from correspondence.own_fields import OwnField
from correspondence.own_tables import own_field, read_table
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.throughput import YearlyReport
from templates_docx import catalogue, libreoffice
from templates_docx.catalogue import PaperKind
from templates_docx.fields import fields_of
from templates_docx.opening import read_template
from templates_docx.sound import own_names_of
from ui.fitting_papers import is_of_another_kind
from ui.letter_printing import LetterPrinting, Told
from ui.own_words import own_line
from ui.paper import charts, reports
from ui.paper.contents import Context
from ui.paper.field_texts import field_text
from ui.paper.office_desk import office_desk
from ui.paper.printed_lines import FieldLine, ProblemLine, TemplateLine
from ui.report_printing import Report, report_context, report_pdf
from ui.template_checking import checked, template_line

MONTHLY, YEARLY = "laporan-bulanan", "rekap-tahunan"


class Printing(LetterPrinting):
    """The papers of one office: of letters, of reports, and the templates of both."""

    def report(self, report: Report) -> bytes:
        """The monthly report or the yearly recapitulation as .docx."""
        desk = office_desk(self._office)
        if isinstance(report, YearlyReport):
            code, drawn = YEARLY, {"grafik": reports.yearly_chart(report)}
        else:
            code, drawn = MONTHLY, reports.monthly_charts(report)
        pictures = {name: charts.png(chart) for name, chart in drawn.items()}
        return self._report(code, report_context(report, desk), pictures, desk.profile)

    def plain_pdf(self, report: Report) -> bytes:
        """The same as PDF in the shipped form, for a desk without LibreOffice."""
        return report_pdf(self._office, self._templates, report)

    @property
    def has_libreoffice(self) -> bool:
        """Whether a .docx can become a PDF here."""
        return libreoffice.find_libreoffice() is not None

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
        """Every paper with the template that is used for it now; letter kinds with one of their own last."""
        kinds = office_desk(self._office).kinds
        own = (catalogue.paper_named(each.name, kinds) for each in kinds if each.template)
        papers = dict.fromkeys((*catalogue.PAPERS.values(), *own))
        return [template_line(self._templates, each) for each in papers]

    def fields(self, named: str) -> list[FieldLine]:
        """The placeholders of one paper or letter kind, those of the kind's own form last; NotFound("paper", …)."""
        kind = self._kind(named)
        lines = [
            FieldLine(each.name, each.kind.value, each.must, field_text(each.name))
            for each in fields_of(kind.code).values()
        ]
        own = self.own_fields(named) if kind.of_letter else ()
        return [*lines, *map(own_line, own)]

    def _kind(self, named: str) -> PaperKind:
        """A kind that has no template yet is asked about by who makes one."""
        try:
            return catalogue.paper_named(named, office_desk(self._office).kinds)
        except Refused:
            return PaperKind("", "", kind=named)

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

    def of_another_kind(self, named: str, refs: Sequence[LetterRef]) -> list[tuple[LetterRef, str]]:
        """The letters, with their kind, that are of another kind than the paper is written for."""
        paper = self._kind(named)
        dossiers = [looking_up.dossier(self._office, ref=each) for each in refs]
        return [
            (each.letter.ref, each.kind)
            for each in dossiers
            if is_of_another_kind(paper.code, paper.kind, each.kind)
        ]

    def check_template(self, path: Path, code: str = "") -> list[ProblemLine]:
        """The flaws of a template, none when it is sound. Without a code the file's name says which paper it is,
        and a name that says nothing makes it a letter kind's own.
        """
        return list(checked(path, code, guess=False).problems)

    def _report(
        self, code: str, context: Context, pictures: dict[str, bytes], profile: OfficeProfile
    ) -> bytes:
        manner = self._manner(code, profile)
        more = replace(manner, pictures={**pictures, **manner.pictures})
        kind = catalogue.paper(code)
        return self._run(
            kind, read_template(self._template(kind)), [context], more, lambda _done, _all: True
        )[0]
