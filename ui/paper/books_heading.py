"""The head of a book's pages: the office's letterhead and the title on the first, one quiet line on the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from correspondence.profile import OfficeProfile
from ui.paper.books_wrapping import Pen, pen
from ui.paper.contents import letterhead
from ui.paper.emblems import emblem_in
from ui.paper.fonts import typeface

EMBLEM = 18 * mm
RUNNING_HEAD = 16.0
_TITLE_ROOM = 42.0
_RULES = 9.0
_BELOW = 8.5


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines as they stand on paper; `emblem` is a picture's file."""

    parent: str
    name: str
    address: tuple[str, ...]
    emblem: Path | None = None


def letterhead_of(profile: OfficeProfile, templates: Path) -> Letterhead:
    """As the settings say; the emblem lies in the folder of the office's own templates."""
    address = str(letterhead(profile)["baris_alamat"]).splitlines()
    return Letterhead(profile.parent, profile.name, tuple(address), emblem_in(templates))


def narrowed(head: Letterhead, width: float) -> Letterhead:
    """For an upright sheet: lines of the address as long as fit, instead of in smaller letters."""
    style, room = pen(typeface().plain, _BELOW), _room(head, width)
    return replace(head, address=tuple(line for text in head.address for line in style.lines(text, room)))


def _lines(head: Letterhead) -> list[tuple[Pen, str]]:
    fonts = typeface()
    above, named, below = pen(fonts.plain, 11), pen(fonts.bold, 14), pen(fonts.plain, _BELOW)
    lines = [(above, head.parent.upper()), (named, head.name.upper())]
    lines += [(below, line) for line in head.address]
    return [(style, style.writable(text)) for style, text in lines if text]


def letterhead_height(head: Letterhead) -> float:
    """With the rule below it, the title and the period."""
    return block_height(head) + _TITLE_ROOM


def _room(head: Letterhead, width: float) -> float:
    """For the lines: as much is free at the right as the emblem takes at the left, so that they stand in the middle."""
    return width - 2 * EMBLEM if head.emblem else width


def _block_height(head: Letterhead) -> float:
    written = sum(style.size * 1.25 for style, _ in _lines(head))
    return max(written, EMBLEM if head.emblem else 0.0)


def draw_letterhead(
    canvas: Any, head: Letterhead, said: tuple[str, str], span: tuple[float, float], top: float
) -> float:
    """Draws from `top` down between the two ends of `span`, title and period last; the y below it."""
    title, period = said
    y = draw_block(canvas, head, span, top)
    middle = sum(span) / 2
    fonts = typeface()
    canvas.setFont(fonts.bold, 12.5)
    canvas.drawCentredString(middle, y - 21, title)
    canvas.setFont(fonts.plain, 9.5)
    canvas.drawCentredString(middle, y - 34, f"Periode {period}")
    return top - letterhead_height(head)


def block_height(head: Letterhead) -> float:
    """The letterhead with the rule below it."""
    return _block_height(head) + _RULES


def draw_block(canvas: Any, head: Letterhead, span: tuple[float, float], top: float) -> float:
    """The letterhead alone, from `top` down between the two ends of `span`; the y of its rule."""
    left, right = span
    middle = (left + right) / 2
    lines, height = _lines(head), _block_height(head)
    if head.emblem is not None:
        canvas.drawImage(
            ImageReader(str(head.emblem)),
            left,
            top - EMBLEM,
            EMBLEM,
            EMBLEM,
            mask="auto",
            preserveAspectRatio=True,
            anchor="nw",
        )
    y = top - (height - sum(style.size * 1.25 for style, _ in lines)) / 2
    for style, text in lines:
        y -= style.size * 1.25
        _fitting(canvas, style, text, (middle, y + style.size * 0.3), _room(head, right - left))
    y = top - height - 4
    canvas.setLineWidth(1.6)
    canvas.line(left, y, right, y)
    canvas.setLineWidth(0.5)
    canvas.line(left, y - 2.2, right, y - 2.2)
    return y


def draw_running_head(
    canvas: Any, office: str, said: tuple[str, str], span: tuple[float, float], top: float
) -> float:
    """One line over the table of a later page: the office, the title, the period; the y below it."""
    style = pen(typeface().plain, 8)
    left, right = span
    told = " · ".join(said)
    room = right - left - style.width(told) - 20
    named = style.lines(office, room)
    canvas.setFont(style.font, style.size)
    canvas.drawString(left, top - style.size, named[0] if named else "")
    canvas.drawRightString(right, top - style.size, told)
    return top - RUNNING_HEAD


def _fitting(canvas: Any, style: Pen, text: str, at: tuple[float, float], room: float) -> None:
    """A long name is set smaller, never cut."""
    size = style.size * min(1.0, room / max(style.width(text), 1.0))
    canvas.setFont(style.font, size)
    canvas.drawCentredString(*at, text)
