"""Looking a template over before it is used: what it names and cannot be filled, what it lacks, what is broken.

Everything is found with its place, because the one who mends it sits in Word and not in a programmer's editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from correspondence.errors import Refused
from templates_docx.catalogue import PAPERS
from templates_docx.field_codes import place_told
from templates_docx.fields import fields_of
from templates_docx.opening import read_template
from templates_docx.reading import Problem, Reading, read_tag
from templates_docx.sampling import sample_context
from templates_docx.sound import SoundTemplate, open_sound, own_names, regions_of
from templates_docx.tags import Place, Region, Tag, tags_of
from templates_docx.writer import Filling, write_sound

_LETTERHEAD = "kop."
"""May stand in the header of a page; whatever else a paper must have stands in its body (a number repeated on page 2 does
not number the letter)."""

_ALIKE = 0.5
"""The share of a paper's required fields from which on a template is taken for that paper."""


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """`ok` when nothing was found."""

    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def check_template(path: Path, code: str) -> TemplateCheck:
    """The template at `path` as the paper `code` (a code that is no paper's: a letter kind's own template).

    Never raises for what the file holds; Unavailable and NotFound when it cannot be read at all.
    """
    try:
        return check_content(read_template(path), code)
    except Refused as error:
        return TemplateCheck((refused_problem(error),))


def refused_problem(error: Refused) -> Problem:
    """A file that is not even opened, as the one thing that is wrong with it: the code or the part at fault, its place."""
    named = error.facts.get("code") or error.facts.get("part", "")
    return Problem(error.rule, str(named), place_told(dict(error.facts)))


def check_content(content: bytes, code: str) -> TemplateCheck:
    """As `check_template`, of a file that was looked at from outside. Refused `template_not_docx`."""
    paper = open_sound(content)
    known = PAPERS.get(code)
    reading = Reading(fields_of(code), own_fields=known is None or known.of_letter)
    in_body: set[str] = set()
    for region, root in regions_of(paper):
        tags = list(tags_of(root, region))
        for tag in tags:
            read_tag(tag, reading)
        if region is Region.BODY:
            in_body |= reading.used
        if all(tag.whole for tag in tags):
            reading.problems += _split_tags(paper, root, region, tags)
        reading.problems += [Problem("unbalanced", tag.source, tag.place) for _, tag, _ in reading.open]
        reading.open.clear()
    reading.problems += [
        Problem("missing", each.name)
        for each in reading.fields.values()
        if each.must and each.name not in (reading.used if each.name.startswith(_LETTERHEAD) else in_body)
    ]
    if not any(each.problem != "missing" for each in reading.problems):
        reading.problems += _tried(content, code, own_names(paper))
    return TemplateCheck(tuple(dict.fromkeys(reading.problems)))


def likely_paper(content: bytes) -> str:
    """The code of the paper whose required fields the template has most of, by share and then by number; "" when it has
    fewer than half of every paper's. The office's name, which all of them ask for, tells nothing. Refused
    `template_not_docx`, `template_unclosed`.
    """
    used = frozenset(used_fields(content))
    best, most = "", (_ALIKE, 0)
    for code in PAPERS:
        must = {
            name for name, each in fields_of(code).items() if each.must and not name.startswith(_LETTERHEAD)
        }
        alike = (len(must & used) / len(must), len(must & used))
        if alike > most:
            best, most = code, alike
    return best


def used_fields(content: bytes) -> tuple[str, ...]:
    """The fields a template names, by name. Refused `template_not_docx`."""
    paper = open_sound(content)
    reading = Reading({}, own_fields=True)
    for region, root in regions_of(paper):
        for tag in tags_of(root, region):
            read_tag(tag, reading)
    return tuple(sorted(each for each in reading.used if "." in each or each.isidentifier()))


def _split_tags(
    paper: SoundTemplate, root: etree._Element, region: Region, tags: Sequence[Tag]
) -> Iterator[Problem]:
    """Tags that Word has cut into runs so that docxtpl does not find them again."""
    try:
        joined = paper.patch_xml(etree.tostring(root, encoding="unicode"))
    except Refused as error:
        yield Problem("unclosed", str(error.facts.get("near", "")), Place(region))
        return
    survived = {_bare(found) for found in re.findall(r"\{\{.*?\}\}|\{%.*?%\}", joined, re.DOTALL)}
    for tag in tags:
        if not tag.source.startswith("{#") and _bare(tag.source) not in survived:
            yield Problem("split", tag.source, tag.place)


def _bare(source: str) -> str:
    """A tag without what docxtpl itself takes off: its scope, blanks, escapes, the minus signs."""
    text = source.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&quot;", '"')
    text = re.sub(r"^(\{[{%])-?\s*(?:tr|tc|p|r)(?=\s)", r"\1", text)
    return re.sub(r"[\s-]+", "", text)


def _tried(content: bytes, code: str, own: Iterable[str]) -> list[Problem]:
    """Writes the template once with made-up values: some things show only then (a loop that cuts a table)."""
    try:
        write_sound(content, Filling(sample_context(code, own), {}, fields_of(code)))
    except Refused as error:
        named = error.facts.get("field") or error.facts.get("code", "")
        return [Problem(error.rule, str(named), place_told(dict(error.facts)))]
    return []
