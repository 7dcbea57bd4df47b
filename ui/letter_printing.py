"""Papers about letters, from their Word templates: one, many in one run, again as it was. A part of printing.

What is only looked at is `written`; what goes to paper is noted in its letter's journal besides.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from correspondence.dossier import Dossier
from correspondence.errors import OfficeError, Refused, Unavailable
from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.profile import OfficeProfile
from correspondence.services import looking_up
from correspondence.services.printed import PrintedPaper, last_printed, note_printed
from correspondence.workflow import IncomingState, OutgoingState
from templates_docx import catalogue
from templates_docx.apart import Manner, write_papers
from templates_docx.catalogue import PaperKind
from templates_docx.opening import read_template
from templates_docx.sheet import Sheet, sheet_of
from templates_docx.versions import keep_version, version_kept, version_of
from ui.fitting_papers import check_fits
from ui.paper.contents import BLANK, Context
from ui.paper.letter_contents import letter_context
from ui.paper.office_desk import OfficeDesk, around, office_desk
from ui.template_checking import with_flaw
from ui.written_papers import Batch, RefusedPaper, WrittenPaper

EMBLEMS = ("lambang.png", "lambang.jpg", "lambang.jpeg")
"""The office's emblem, looked for beside its own templates."""
EMBLEM_FIELD, EMBLEM_VERSION = "kop.lambang", ".lambang"

Told = Callable[[int, int], bool]
"""Called with how many are done of how many; False stops."""


def _always(_done: int, _all: int) -> bool:
    return True


Letters = Sequence[tuple[LetterRef, Context]]


class LetterPrinting:
    """`templates` is the folder of the office's own copies, which need not exist."""

    def __init__(self, office: Office, templates: Path) -> None:
        self._office = office
        self._templates = templates

    def letter(self, named: str, ref: LetterRef, *, addressee: str = "", blank: bool = False) -> bytes:
        """One paper about one letter, as .docx, noted in the letter's journal.

        `named`: a paper's code or a letter kind. `addressee`: to whom an incoming letter is passed on. `blank`: a
        disposition sheet to be filled in by hand. NotFound("paper" | "letter", …), Refused `paper_not_of_letter`,
        `kind_without_template`, `cancelled_not_printed`, as `check_fits`, and what `write_papers` raises.
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
        told: Told = _always,
    ) -> list[bytes]:
        """The same paper about many letters in one run; as `letter`. When `told` stops it, those written come back."""
        papers = self.written(named, refs, addressee=addressee, blank=blank, told=told)
        self.note(papers)
        return [each.docx for each in papers]

    def written(
        self,
        named: str,
        refs: Sequence[LetterRef],
        *,
        addressee: str = "",
        blank: bool = False,
        told: Told = _always,
    ) -> list[WrittenPaper]:
        """As `letters`, to be looked at: nothing is noted."""
        dossiers = [looking_up.dossier(self._office, ref=ref) for ref in refs]
        for each in dossiers:
            _check_valid(each)
        desk = office_desk(self._office, [each.letter.id for each in dossiers])
        kind = _of_letter(named, desk)
        for each in dossiers:
            check_fits(kind.code, kind.kind, each)
        contexts = [
            letter_context(each, around(each, desk, addressee=addressee, blank=blank)) for each in dossiers
        ]
        return self._written(kind, list(zip(refs, contexts, strict=True)), desk.profile, told)

    def note(self, papers: Sequence[WrittenPaper]) -> None:
        """These went to paper: each letter's journal says so, and keeps what is needed to print it again."""
        note_printed(self._office, papers=[(each.ref, each.printed) for each in papers])

    def batch(self, named: str, refs: Sequence[LetterRef], *, told: Told = _always) -> Batch:
        """As `written`, but what one letter refuses holds up none of the others; "" is each letter's own kind.

        Letters of one kind are one run. Unavailable when the archive itself cannot be used any more.
        """
        runs, refused, profile = self._runs(named, refs)
        written: list[WrittenPaper] = []
        whole = True
        for kind, letters in runs:
            done = len(written) + len(refused)

            def tell(here: int, _all: int, before: int = done) -> bool:
                return told(before + here, len(refs))

            papers, refusals = self._as_many_as_go(kind, letters, profile, tell)
            written += papers
            refused += refusals
            if len(papers) + len(refusals) < len(letters):
                whole = False
                break
        places = {ref: place for place, ref in enumerate(refs)}
        written.sort(key=lambda each: places[each.ref])
        refused.sort(key=lambda each: places[each.ref])
        return Batch(tuple(written), tuple(refused), whole)

    def reprint(self, named: str, ref: LetterRef) -> bytes:
        """The paper as it was last printed: the template, the values and the sheet of that day.

        NotFound("printed" | "template_version", …); Refused `cancelled_not_printed`.
        """
        _check_valid(looking_up.dossier(self._office, ref=ref))
        kind = _of_letter(named, office_desk(self._office))
        was = last_printed(self._office, ref=ref, paper=kind.code)
        values = json.loads(was.values)
        emblem = version_kept(self._templates, was.emblem, EMBLEM_VERSION) if was.emblem else None
        manner = Manner(
            kind.code, {EMBLEM_FIELD: emblem} if emblem else {}, Sheet(**values["sheet"]), own_blank=BLANK
        )
        (paper,) = write_papers(version_kept(self._templates, was.template), [values["context"]], manner)
        return paper

    def _runs(
        self, named: str, refs: Sequence[LetterRef]
    ) -> tuple[Sequence[tuple[PaperKind, Letters]], list[RefusedPaper], OfficeProfile]:
        """The letters by the paper they are written with, and those that have none."""
        dossiers: list[Dossier] = []
        refused: list[RefusedPaper] = []
        for ref in dict.fromkeys(refs):
            try:
                dossiers.append(looking_up.dossier(self._office, ref=ref))
            except Unavailable:
                raise
            except OfficeError as error:
                refused.append(RefusedPaper(ref, error))
        desk = office_desk(self._office, [each.letter.id for each in dossiers])
        runs: dict[PaperKind, list[tuple[LetterRef, Context]]] = {}
        for each in dossiers:
            try:
                _check_valid(each)
                kind = _of_letter(named or each.kind, desk)
                check_fits(kind.code, kind.kind, each)
                runs.setdefault(kind, []).append((each.letter.ref, letter_context(each, around(each, desk))))
            except OfficeError as error:
                refused.append(RefusedPaper(each.letter.ref, error))
        return list(runs.items()), refused, desk.profile

    def _as_many_as_go(
        self, kind: PaperKind, letters: Letters, profile: OfficeProfile, told: Told
    ) -> tuple[list[WrittenPaper], list[RefusedPaper]]:
        """One run where it goes. Where not, one letter may be at fault or the template, which then refuses them all:
        the first letter by itself tells which, and halves find the one.
        """
        try:
            return self._written(kind, letters, profile, told), []
        except Refused as error:
            if len(letters) == 1:
                return [], [RefusedPaper(letters[0][0], error)]
            alone = self._as_many_as_go(kind, letters[:1], profile, _always)[1]
            if alone and _same(alone[0].why, error):
                return [], [RefusedPaper(ref, error) for ref, _context in letters]
        middle = max(1, len(letters) // 2)
        papers, refusals = self._as_many_as_go(kind, letters[:middle], profile, told)
        if len(papers) + len(refusals) < middle:
            return papers, refusals
        more, others = self._as_many_as_go(kind, letters[middle:], profile, told)
        return [*papers, *more], [*refusals, *others]

    def _written(
        self, kind: PaperKind, letters: Letters, profile: OfficeProfile, told: Told
    ) -> list[WrittenPaper]:
        template, manner = read_template(self._template(kind)), self._manner(kind.code, profile)
        papers = self._run(kind, template, [context for _ref, context in letters], manner, told)
        return [
            WrittenPaper(ref, paper, self._remembered(kind, template, context, manner))
            for (ref, context), paper in zip(letters, papers, strict=False)
        ]

    def _template(self, kind: PaperKind) -> Path:
        return catalogue.template_of(self._templates, kind)

    def _run(
        self, kind: PaperKind, template: bytes, contexts: Sequence[Context], manner: Manner, told: Told
    ) -> list[bytes]:
        try:
            return write_papers(template, contexts, manner, told=told)
        except Refused as error:
            raise with_flaw(error, self._template(kind), kind.code) from error

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


def _check_valid(dossier: Dossier) -> None:
    """Nothing about a cancelled letter goes to paper: what left the office would look like any valid one. A mark was rejected:
    it would stand only where a template, perhaps the office's own, has room for it. The books keep the struck line.
    """
    if dossier.letter.state in (IncomingState.CANCELLED, OutgoingState.CANCELLED):
        raise Refused("cancelled_not_printed", None, {"ref": dossier.letter.ref})


def _same(one: OfficeError, other: OfficeError) -> bool:
    return isinstance(one, Refused) and isinstance(other, Refused) and one.rule == other.rule
