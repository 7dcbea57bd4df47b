"""A template shown with a real letter: as that letter would be printed with it, and nothing is noted anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from correspondence.dates import Month
from correspondence.errors import Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.search import LetterFilter
from correspondence.services import looking_up, reporting
from correspondence.workflow import Direction
from templates_docx import catalogue
from templates_docx.apart import Manner, write_papers
from templates_docx.catalogue import PAPERS, PaperKind
from templates_docx.opening import read_template
from templates_docx.sampling import sample_context
from templates_docx.sheet import sheet_of
from templates_docx.sound import own_names_of
from ui.paper.contents import BLANK
from ui.paper.office_desk import office_desk
from ui.printing import MONTHLY, YEARLY, Printing
from ui.written_papers import Converter, ShownPaper, Told

_OF_INCOMING = frozenset({"lembar-disposisi", "tanda-terima"})


_TRIED = 10
"""Newest letters, of which the first that may be read is shown."""


def _always(_done: int, _all: int) -> bool:
    return True


class TemplateShowing:
    """`to_pdf` turns .docx into PDF, LibreOffice by default."""

    def __init__(self, office: Office, templates: Path, to_pdf: Converter | None = None) -> None:
        self._office = office
        self._templates = templates
        self._to_pdf = to_pdf

    def shown(self, code: str, ref: LetterRef | None = None, *, told: Told = _always) -> ShownPaper:
        """The paper `code` with the letter `ref`, else with the newest that it is made for, else with made-up values; a report
        of last month or this year.

        Its `name` says with what; without LibreOffice the .docx alone comes back. Raises as `Printing.written`.
        """
        printing = Printing(self._office, self._templates)
        name, docx = self._written(printing, code, ref)
        try:
            (pdf,) = (self._to_pdf or partial(printing.pdf, told=told))([docx])
        except Unavailable as error:
            if error.reason == "libreoffice_cancelled" or not error.reason.startswith("libreoffice"):
                raise
            return ShownPaper(name, docx, None, error)
        return ShownPaper(name, docx, pdf)

    def _written(self, printing: Printing, code: str, ref: LetterRef | None) -> tuple[str, bytes]:
        desk = office_desk(self._office)
        if code == MONTHLY:
            month = Month.of(desk.today).previous()
            return month.label, printing.report(reporting.monthly_report(self._office, month=month))
        if code == YEARLY:
            year = desk.today.year
            return str(year), printing.report(reporting.yearly_report(self._office, year=year))
        kind = catalogue.paper_named(code, desk.kinds)
        for used in [ref] if ref else self._newest(kind):
            try:
                (written,) = printing.written(code, [used])
            except Refused as error:
                # The newest may be more secret than who is looking is cleared for; an older one shows the template as well.
                if ref or error.rule != "letter_secret":
                    raise
            else:
                return str(used), written.docx
        template = catalogue.template_of(self._templates, kind)
        context = sample_context(kind.code if kind.code in PAPERS else "", own_names_of(template))
        manner = Manner(kind.code, {}, sheet_of(desk.profile), own_blank=BLANK)
        (docx,) = write_papers(read_template(template), [context], manner)
        return "", docx

    def _newest(self, kind: PaperKind) -> Sequence[LetterRef]:
        """The newest letters of the kind; of a slip the newest ones that came in."""
        known = {each.name: each.id for each in looking_up.directory(self._office).kinds}
        if kind.kind and kind.kind not in known:
            return ()
        asked = (
            LetterFilter(direction=Direction.OUTGOING, kind_id=known[kind.kind])
            if kind.kind
            else LetterFilter(direction=Direction.INCOMING if kind.code in _OF_INCOMING else None)
        )
        return [each.ref for each in looking_up.page(self._office, asked=asked, limit=_TRIED).lines]
