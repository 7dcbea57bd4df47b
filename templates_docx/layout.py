"""The few moves a template is drafted with: page, letterhead, hairline tables, what stays together.

Everything is set in the file itself and not left to Word's own template, which is US Letter, Calibri and English.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Arial"
KEPT_STYLES = {"Normal", "Header", "Footer", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}
LEFT, RIGHT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER

HAIR = 4
"""Width of a table's lines in eighths of a point."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: width in millimetres, heading, alignment of its cells."""

    width: float
    heading: str = ""
    align: WD_ALIGN_PARAGRAPH = LEFT


def blank(*, landscape: bool = False, slip: bool = False) -> Document:
    """An empty A4 page, Arial 12, margins top 20, bottom 25, left 30, right 20 mm, in Indonesian; a slip is A5 with 10."""
    paper = docx.Document()
    section = paper.sections[0]
    short, long = (148, 210) if slip else (210, 297)
    wide, high = (Mm(long), Mm(short)) if landscape else (Mm(short), Mm(long))
    section.page_width, section.page_height = wide, high
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(20), Mm(25)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    if slip:
        section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(10)
    section.header_distance = section.footer_distance = Mm(5 if slip else 10)
    _simplify(paper)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    normal.paragraph_format.widow_control = True
    return paper


def element(part: Any) -> Any:
    """The XML element of a paragraph, table, row or cell: what python-docx has no word for is done there."""
    return part._element  # noqa: SLF001  # its own documentation goes this way


def _simplify(paper: Document) -> None:
    """Drops the hundred styles and the thumbnail of python-docx's own template: 800 KB that every paper would carry."""
    styles = paper.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            styles.remove(style)
        for link in style.findall(qn("w:link")):  # to a character style that is gone
            style.remove(link)
    defaults = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts = defaults.find(qn("w:rFonts"))
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    defaults.find(qn("w:lang")).set(qn("w:val"), "id-ID")
    _newest_rules(paper)
    for holder, unwanted in (
        (paper.part.rels, ("stylesWithEffects", "customXml", "webSettings", "numbering")),
        (paper.part.package.rels, ("thumbnail",)),
    ):
        for key in [key for key, tie in holder.items() if tie.reltype.rpartition("/")[2] in unwanted]:
            holder.pop(key)


def _newest_rules(paper: Document) -> None:
    """Layout rules of Word 2013 and later, under which a table begins where the text does."""
    compat = paper.settings.element.find(qn("w:compat"))
    for setting in compat.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 0,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> Paragraph:
    """`text` as one run, so that no placeholder is split. `keep`: on the same page as the next paragraph."""
    run = paragraph.add_run(text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
        _mark_size(paragraph, size)
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before) if before else None, Pt(after) if after else None
    form.keep_with_next = keep or None
    form.keep_together = keep or None
    return paragraph


def _mark_size(paragraph: Paragraph, size: float) -> None:
    """The size of the paragraph's own end mark: an empty line is as high as its mark."""
    properties = element(paragraph).get_or_add_pPr()
    marks = properties.find(qn("w:rPr"))
    if marks is None:
        marks = OxmlElement("w:rPr")
        properties.append(marks)
    for name in ("w:sz", "w:szCs"):
        sized = marks.find(qn(name))
        if sized is None:
            sized = OxmlElement(name)
            marks.append(sized)
        sized.set(qn("w:val"), str(round(size * 2)))


def line(holder: Document | _Cell, text: str = "", **form: object) -> Paragraph:
    """One more paragraph in a document or a cell; a cell's first one is used if it is still empty."""
    if isinstance(holder, _Cell) and len(holder.paragraphs) == 1 and not holder.paragraphs[0].runs:
        return write(holder.paragraphs[0], text, **form)  # type: ignore[arg-type]
    return write(holder.add_paragraph(), text, **form)  # type: ignore[arg-type]


def grid(paper: Document | _Cell, widths: Sequence[float], rows: int = 1, *, padding: float = 0) -> Table:
    """A table without lines, with fixed columns, whose rows never break across pages; `padding` in millimetres."""
    # Rows and columns by place: a cell's own `add_table` has other names for them than a document's.
    table: Table = paper.add_table(rows, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        never_split(element(row))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _cell_margins(table, left_right=padding)
    return table


def joined(row: Any, first: int, last: int) -> _Cell:
    """The cells from `first` to `last` of a table's row as one empty cell."""
    whole: _Cell = row.cells[first].merge(row.cells[last])
    for spare in whole.paragraphs[1:]:
        element(whole).remove(element(spare))
    return whole


def never_split(row: Any) -> None:
    """The row stays on one page."""
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))


def at_least(row: Any, height: float) -> None:
    """The row is so many millimetres high, and higher when its text is."""
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def repeat_heading(table: Table) -> None:
    """The first row stands again at the top of every page."""
    element(table.rows[0]).get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def rule(table: Table, *, upright: bool, size: int = HAIR) -> None:
    """Hairlines between all rows and around; `upright` also between columns and at the sides."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = OxmlElement("w:tblBorders")
    for edge in edges:
        stroke = OxmlElement(f"w:{edge}")
        drawn = upright or edge in {"top", "bottom", "insideH"}
        for name, value in (
            ("val", "single" if drawn else "nil"),
            ("sz", str(size)),
            ("space", "0"),
            ("color", "auto"),
        ):
            stroke.set(qn(f"w:{name}"), value)
        borders.append(stroke)
    properties = element(table).tblPr
    successors = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")
    properties.insert_element_before(borders, *successors)


def _cell_margins(table: Table, *, left_right: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(left_right * 56.7)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    element(table).tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def field(paragraph: Paragraph, instruction: str, size: float) -> None:
    """A field that the word processor counts itself: PAGE, NUMPAGES."""
    counted = OxmlElement("w:fldSimple")
    counted.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    form = OxmlElement("w:rPr")
    for name in ("w:sz", "w:szCs"):
        sized = OxmlElement(name)
        sized.set(qn("w:val"), str(round(size * 2)))
        form.append(sized)
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(form)
    run.append(text)
    counted.append(run)
    element(paragraph).append(counted)
