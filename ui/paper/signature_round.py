"""The list one takes along to the leader's room: a box to tick before each letter, oldest first, person by person.

Always in Indonesian, as all paper. A4 upright; the heading of the columns stands on every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from ui.paper.fonts import typeface

_MARGIN = 15 * mm
_WIDTHS = [8 * mm, 8 * mm, 84 * mm, 42 * mm, 38 * mm]
_HAIR = 0.4


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One letter: what it is (`subject`), what tells it apart (`told`), since when, promised when; `late` in a word."""

    subject: str
    told: str
    since: str
    waited: str
    promised: str
    late: str = ""


@dataclass(frozen=True, slots=True)
class RoundPerson:
    """One officer and the letters that wait for him, in the order of the board."""

    who: str
    name: str
    lines: tuple[RoundLine, ...]


class _Box(Flowable):
    """An empty box to tick by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 4 * mm

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setLineWidth(0.8)
        canvas.rect(0, 0, 3.6 * mm, 3.6 * mm)


def write_round(office: str, printed: str, people: Sequence[RoundPerson]) -> bytes:
    """The PDF. `printed` says when it was made: what was signed since is not on it."""
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=16 * mm,
        title="Daftar paraf dan tanda tangan",
        author=office,
    )
    number = sum(len(each.lines) for each in people)
    story: list[Flowable] = [
        Paragraph(escape(office), _style(9)),
        Paragraph("Daftar paraf dan tanda tangan", _style(14, strong=True, after=2)),
        Paragraph(escape(f"{number} surat · dicetak {printed}"), _style(9, after=8)),
    ]
    if not people:
        story.append(Paragraph("Tidak ada yang menunggu.", _style(10)))
    for person in people:
        story += _person(person)
    foot = partial(_foot, printed)
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def _person(person: RoundPerson) -> list[Flowable]:
    heading = [Paragraph(escape(person.who), _style(11, strong=True, before=6))]
    if person.name:
        heading.append(Paragraph(escape(person.name), _style(9, after=3)))
    rows: list[list[object]] = [
        [Paragraph(each, _style(8, strong=True)) for each in ("", "No", "Surat", "Menunggu", "Dijanjikan")]
    ]
    rows += [_row(number, line) for number, line in enumerate(person.lines, start=1)]
    table = Table(rows, colWidths=_WIDTHS, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black),
                ("LINEBELOW", (0, 1), (-1, -1), _HAIR, colors.grey),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("LEFTPADDING", (0, 0), (0, -1), 1),
            ]
        )
    )
    # A name at the foot of a page with its letters on the next helps nobody.
    return [CondPageBreak(40 * mm), KeepTogether(heading), table, Spacer(1, 4 * mm)]


def _row(number: int, line: RoundLine) -> list[object]:
    what = [Paragraph(escape(line.subject), _style(10)), Paragraph(escape(line.told), _style(8))]
    waited = [Paragraph(escape(line.waited), _style(9)), Paragraph(escape(line.since), _style(8))]
    promised = [Paragraph(escape(line.promised), _style(9, strong=bool(line.late)))]
    if line.late:
        promised.append(Paragraph(escape(line.late), _style(8)))
    return [_Box(), Paragraph(str(number), _style(9)), what, waited, promised]


def _style(size: float, *, strong: bool = False, before: float = 0, after: float = 0) -> ParagraphStyle:
    face = typeface()
    return ParagraphStyle(
        f"round-{size}-{strong}",
        fontName=face.bold if strong else face.plain,
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=before,
        spaceAfter=after,
        splitLongWords=1,
    )


def _foot(printed: str, canvas: Canvas, _document: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont(typeface().plain, 8)
    canvas.drawString(_MARGIN, 9 * mm, f"Dicetak {printed}")
    canvas.drawRightString(A4[0] - _MARGIN, 9 * mm, f"Halaman {canvas.getPageNumber()}")
    canvas.restoreState()
