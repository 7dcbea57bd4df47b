"""The sheet of a report that is set without Word: its size, its margins, and the pages it is written on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from correspondence.profile import OfficeProfile
from ui.paper.books_wrapping import pen
from ui.paper.contents import figure
from ui.paper.fonts import typeface
from ui.paper.page_count import draw_page_number, fill_in_total
from ui.paper.sparing_canvas import SparingCanvas

SHEETS: Mapping[str, tuple[float, float]] = {"a4": (210, 297), "f4": (215, 330), "a5": (148, 210)}
"""Short and long side in millimetres, by the profile's names."""
NARROWEST, LOWEST, FOOT = 98.0, 100.0, 10.0
"""Millimetres the text takes even when the office's margins would leave less; below it is always room for the foot."""
SMALLEST = 0.62
"""Letters shrink with the sheet as far as this, which is A5 with the usual margins."""


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """Points. `scale`: how large letters are, 1 where the text is as wide as on A4 with the usual margins."""

    width: float
    height: float
    left: float
    top: float
    text_width: float
    text_height: float
    scale: float


def sheet_of(profile: OfficeProfile, *, usual_width: float, across: bool = False) -> ReportSheet:
    """The office's sheet, upright or `across`. `usual_width`: millimetres of the text on A4 with the usual margins."""
    short, long = SHEETS[profile.paper]
    wide, high = (long, short) if across else (short, long)
    left, right = _within(wide, profile.margin_left, profile.margin_right, NARROWEST)
    top, bottom = _within(high, profile.margin_top, max(profile.margin_bottom, FOOT), LOWEST)
    text = wide - left - right
    return ReportSheet(
        width=wide * mm,
        height=high * mm,
        left=left * mm,
        top=top * mm,
        text_width=text * mm,
        text_height=(high - top - bottom) * mm,
        scale=max(SMALLEST, min(1.0, text / usual_width)),
    )


def write_pages(sheet: ReportSheet, story: Sequence[Flowable], *, title: str, author: str) -> bytes:
    """The PDF; `title` stands at the foot of each page with its number."""
    out = BytesIO()
    _Report(sheet, title, author, out).build(list(story), canvasmaker=_canvas_of(sheet))
    return out.getvalue()


def _within(side: float, first: float, second: float, least: float) -> tuple[float, float]:
    """Two margins, smaller by the same part where they would leave less than `least` of `side`."""
    part = min(1.0, (side - least) / (first + second))
    return first * part, second * part


class _CountedCanvas(SparingCanvas):
    """Knows at the end how many pages there were."""

    def save(self) -> None:
        fill_in_total(self, self.getPageNumber() - 1, _small())
        super().save()


class _Report(BaseDocTemplate):
    """One frame a page, and the foot below it."""

    def __init__(self, sheet: ReportSheet, title: str, author: str, out: BytesIO) -> None:
        super().__init__(
            out, pagesize=(sheet.width, sheet.height), title=title, author=author, creator="Warkat"
        )
        bottom = sheet.height - sheet.top - sheet.text_height
        frame = Frame(
            *(sheet.left, bottom, sheet.text_width, sheet.text_height),
            **dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0),
        )
        self._sheet, self._title, self._foot = sheet, title, bottom
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._draw_foot))

    def _draw_foot(self, canvas: Any, _document: BaseDocTemplate) -> None:
        small = _small()
        middle = self._sheet.left + self._sheet.text_width / 2
        said = f"{small.writable(self._title)} · Halaman {figure(canvas.getPageNumber())} dari"
        draw_page_number(canvas, said, middle, max(5 * mm, self._foot / 2 - small.size / 2), small)


def _small() -> Any:
    return pen(typeface().plain, 8.0)


def _canvas_of(sheet: ReportSheet) -> Any:
    def made(stream: BytesIO, **_kept: object) -> _CountedCanvas:
        return _CountedCanvas(stream, (sheet.width, sheet.height))

    return made
