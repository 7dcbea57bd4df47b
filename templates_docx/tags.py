"""The tags of a template as its author sees them: with paragraph, table cell, header.

And the linear look at a part before docxtpl's regular expressions are let loose on it: tags that do not close cost
them quadratic time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from correspondence.errors import Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXCERPT = 80
"""Characters of a paragraph that are shown as the place of a problem."""

TAG_LIMIT = 4_000
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_PARTNER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_BETWEEN = re.compile(r"<[^>]*>")


class Region(StrEnum):
    """The parts of a Word file that are written."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. `table`, `row`, `column` count from 1; 0 is outside of tables. `text` is an excerpt."""

    region: Region
    text: str = ""
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as written. `source` is with its braces, typographic quotes made plain; `whole`: closed in its paragraph."""

    source: str
    place: Place
    whole: bool = True


def check_marks(xml: str, region: Region) -> None:
    """Refuses `template_unclosed` (facts: near, region) when a brace has no partner before the next one."""
    text = _BETWEEN.sub("", xml)
    spans = list(_spans(text))
    if len(spans) > TAG_LIMIT:
        raise Refused("template_too_large", None, {"tags": len(spans), "limit": TAG_LIMIT})
    for start, _, whole in spans:
        if not whole:
            near = text[max(0, start - 20) : start + 40].strip()
            raise Refused("template_unclosed", None, {"near": near, "region": region.value})


def tags_of(root: etree._Element, region: Region) -> Iterator[Tag]:
    """Every tag under `root` in the order it is written, paragraph by paragraph."""
    tables = tables_of(root)
    for paragraph in root.iter(f"{W}p"):
        text = paragraph_text(paragraph)
        spans = list(_spans(text))
        if not spans:
            continue
        place = place_of(paragraph, text, region, tables)
        for start, end, whole in spans:
            source = text[start:end] if whole else text[start : start + 40].strip()
            yield Tag(_plain(source), place, whole)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every tag, and whether it is whole; a brace without a partner is a tag that is not.

    One pass over the braces: an expression such as `{{.*?}}` takes quadratic time where nothing closes.
    """
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if opened is not None and mark.group() == _PARTNER[opened.group()]:
            yield opened.start(), mark.end(), True
            opened = None
        elif opened is not None and opened.group() == "{#":
            continue  # within a comment other braces say nothing
        elif mark.group() in _PARTNER:
            if opened is not None:
                yield opened.start(), opened.end(), False
            opened = mark
        else:
            yield mark.start(), mark.end(), False
    if opened is not None:
        yield opened.start(), opened.end(), False


def paragraph_text(paragraph: etree._Element) -> str:
    """The characters of a paragraph, those of its own only (a text box in it has paragraphs of its own)."""
    return "".join(
        (node.text or "") if node.tag == f"{W}t" else "\t" if node.tag == f"{W}tab" else "\n"
        for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        if next(node.iterancestors(f"{W}p"), None) is paragraph
        and next(node.iterancestors(f"{W}pPr"), None) is None
    )


def _plain(source: str) -> str:
    # As docxtpl does: Word turns typed quotes into typographic ones.
    return source.translate(str.maketrans("“”‘’", "\"\"''"))


def tables_of(root: etree._Element) -> dict[etree._Element, int]:
    """Every table under `root` with its number, for `place_of`."""
    return {table: number for number, table in enumerate(root.iter(f"{W}tbl"), start=1)}


def place_of(
    paragraph: etree._Element, text: str, region: Region, tables: dict[etree._Element, int]
) -> Place:
    """Where a paragraph stands; of `text` an excerpt."""
    excerpt = " ".join(text.split())
    if len(excerpt) > EXCERPT:
        excerpt = excerpt[: EXCERPT - 1] + "…"
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    table = next(paragraph.iterancestors(f"{W}tbl"), None)
    if cell is None or row is None or table is None:
        return Place(region, excerpt)
    rows = [each for each in table.iter(f"{W}tr") if next(each.iterancestors(f"{W}tbl")) is table]
    cells = [each for each in row.iter(f"{W}tc") if next(each.iterancestors(f"{W}tr")) is row]
    return Place(region, excerpt, tables[table], rows.index(row) + 1, cells.index(cell) + 1)
