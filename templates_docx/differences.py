"""How one template differs from another, as a person would tell it: paragraph by paragraph, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from correspondence.errors import Refused
from templates_docx.sound import open_sound, regions_of
from templates_docx.tags import Place, W, paragraph_text, place_of, tables_of

PARAGRAPH_LIMIT = 3_000
"""Paragraphs that are compared; a letter has a hundred."""
_LONGEST = 400


class Difference(StrEnum):
    """What became of a paragraph."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Differing:
    """One paragraph: `was` in the other template, `now` in this one. `place` is where it stands, or stood."""

    what: Difference
    place: Place
    was: str = ""
    now: str = ""


def differing(was: bytes, now: bytes) -> tuple[Differing, ...]:
    """Paragraphs with text that one of the two templates has and the other has not, in their order.

    Refused `template_not_docx`, `template_too_large`.
    """
    before, after = list(_paragraphs(was)), list(_paragraphs(now))
    if max(len(before), len(after)) > PARAGRAPH_LIMIT:
        raise Refused("template_too_large", None, {"limit": PARAGRAPH_LIMIT})
    # The place's region counts: a line that moves from the body to the header is another line.
    keys = [[(place.region, text) for place, text in each] for each in (before, after)]
    found: list[Differing] = []
    for _tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if _tag == "equal":
            continue
        both = min(b - a, d - c) if _tag == "replace" else 0
        for number in range(both):
            place, text = after[c + number]
            found.append(Differing(Difference.CHANGED, place, before[a + number][1], text))
        found += [Differing(Difference.REMOVED, place, was=text) for place, text in before[a + both : b]]
        found += [Differing(Difference.ADDED, place, now=text) for place, text in after[c + both : d]]
    return tuple(found)


def _paragraphs(content: bytes) -> Iterator[tuple[Place, str]]:
    for region, root in regions_of(open_sound(content)):
        tables = tables_of(root)
        for paragraph in root.iter(f"{W}p"):
            text = " ".join(paragraph_text(paragraph).split())[:_LONGEST]
            if text:
                yield place_of(paragraph, "", region, tables), text
