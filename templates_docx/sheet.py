"""The office's paper: sheet and margins are set once in its profile and laid onto every template, not into each file."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from correspondence.profile import OfficeProfile
from templates_docx.tags import paragraph_text

SHEETS: Mapping[str, tuple[float, float]] = {
    "a4": (210, 297),
    "f4": (215, 330),
    "a5": (148, 210),
    "half_folio": (165, 215),
}
"""Short and long side in millimetres."""

SIGNING = 4
"""Empty lines of a signature block as the shipped templates have it."""
_SIGNED_BY = ("penandatangan", "pengirim")
"""Who signs letters; the block of a slip has no room to give."""

SLIP_UP_TO = 190.0
"""A template whose short side is below this is a slip: it takes the sheet of slips and keeps its own margins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper of letters with its margins in millimetres, and paper of slips; names of SHEETS. `signing`: empty lines to sign on."""

    paper: str = "a4"
    slip: str = "a5"
    top: float = 20
    bottom: float = 25
    left: float = 30
    right: float = 20
    signing: int = SIGNING


def sheet_of(profile: OfficeProfile) -> Sheet:
    """The sheet an office has set."""
    margins = (profile.margin_top, profile.margin_bottom, profile.margin_left, profile.margin_right)
    return Sheet(profile.paper, profile.slip_paper, *margins, profile.signature_lines)


def lay_on(document: Document, sheet: Sheet) -> None:
    """Gives every page the office's sheet, upright or across as the template has it; tables keep their share of the width.

    A template whose sections differ in width keeps its tables as they are.
    """
    ratios = {_lay_section(section, sheet) for section in document.sections}
    if len(ratios) == 1 and abs((ratio := ratios.pop()) - 1) > 0.002:
        _widen(document.element.body, ratio)
    if sheet.signing != SIGNING:
        for group in _SIGNED_BY:
            _give_room(document.element.body, group, sheet.signing)


def _lay_section(section: Section, sheet: Sheet) -> float:
    """How many times wider the text is now."""
    wide, high = section.page_width, section.page_height
    left, right = section.left_margin, section.right_margin
    if not (wide and high) or left is None or right is None:
        return 1.0
    before = wide - left - right
    slip = min(wide, high) < Mm(SLIP_UP_TO)
    short, long = SHEETS[sheet.slip if slip else sheet.paper]
    across = wide > high
    section.page_width, section.page_height = (Mm(long), Mm(short)) if across else (Mm(short), Mm(long))
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    if not slip:
        section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
        section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
        left, right = Mm(sheet.left), Mm(sheet.right)
    after = Mm(long if across else short) - left - right
    return float(after / before) if before > 0 else 1.0


def _give_room(body: Any, group: str, lines: int) -> None:
    """As many empty paragraphs between position and name as the office wants; none where a template has its own manner."""
    heads = [each for each in body.iter(qn("w:p")) if f"{{{{ {group}.jabatan }}}}" in paragraph_text(each)]
    for head in heads:
        empty = []
        below = head.getnext()
        while below is not None and below.tag == qn("w:p") and not paragraph_text(below).strip():
            empty.append(below)
            below = below.getnext()
        if not empty or below is None or f"{group}.nama" not in paragraph_text(below):
            continue
        for each in empty[lines:]:
            each.getparent().remove(each)
        for _number in range(lines - len(empty)):
            empty[-1].addnext(deepcopy(empty[-1]))


def _widen(body: Any, ratio: float) -> None:
    for mark in body.iter(qn("w:gridCol"), qn("w:tcW"), qn("w:tblW")):
        if mark.get(qn("w:type"), "dxa") == "dxa" and mark.get(qn("w:w"), "").isdigit():
            mark.set(qn("w:w"), str(round(int(mark.get(qn("w:w"))) * ratio)))
