"""Looking over an office's template: which paper it is, what is wrong with it, where a copy of one's own goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from correspondence.errors import Refused
from correspondence.letters import LetterKind
from templates_docx import catalogue
from templates_docx.apart import check_apart, guess_apart
from templates_docx.catalogue import PaperKind
from ui.paper.printed_lines import ProblemLine, TemplateLine
from ui.paper.template_words import problem_line, problem_sentence
from ui.texts import _

UNCLEAR = "kind_unclear"


@dataclass(frozen=True, slots=True)
class Checked:
    """The flaws of a template as the paper `code` ("" for a letter kind's own); `assumed`: its fields told which it is."""

    code: str
    assumed: bool
    problems: tuple[ProblemLine, ...]


def checked(path: Path, named: str = "", kinds: Iterable[LetterKind] = (), *, guess: bool = True) -> Checked:
    """The template at `path` as the paper or letter kind `named`, else as its file's name says, else (`guess`) as its
    fields say, else `kind_unclear`. NotFound("paper" | "template", …), Unavailable as `read_template`.
    """
    known = {each.file: each.code for each in catalogue.PAPERS.values()}
    code = _code(named, kinds) if named else known.get(path.name.casefold().replace("-", "_"), "")
    if named or code or not guess:
        return Checked(code, assumed=False, problems=tuple(map(problem_line, check_apart(path, code))))
    code, found = guess_apart(path, "")
    problems = tuple(map(problem_line, found))
    if not code and not problems:
        problems = (ProblemLine("", "", problem_sentence(UNCLEAR, ""), UNCLEAR),)
    return Checked(code, assumed=bool(code), problems=problems)


def with_flaw(error: Refused, path: Path, code: str) -> Refused:
    """The refusal of a template that a paper was to be written with, with its first flaw in words as fact `flaw`."""
    facts = {**error.facts, "path": str(path)}
    first = next(map(problem_line, check_apart(path, code if code in catalogue.PAPERS else "")), None)
    if first is not None:
        where = _("Letaknya di {where}: ").format(where=first.where) if first.where else ""
        facts["flaw"] = f"{where}{first.problem}"
    return Refused(error.rule, error.field, facts)


def template_line(folder: Path, kind: PaperKind) -> TemplateLine:
    """The paper with the template that is used for it now and the place of the office's own."""
    path, own = catalogue.template_of(folder, kind), catalogue.own_copy(folder, kind)
    other = catalogue.other_spelling(folder, kind)
    unused = other if other != own and own.is_file() and other.is_file() else None
    name = "" if kind.code in catalogue.PAPERS else kind.kind
    return TemplateLine(kind.code, path, own=path.parent == folder, own_copy=own, unused=unused, name=name)


def _code(named: str, kinds: Iterable[LetterKind]) -> str:
    """ "" for a kind with a template of its own: of that nothing must be there."""
    found = catalogue.paper_named(named, kinds).code
    return found if found in catalogue.PAPERS else ""
