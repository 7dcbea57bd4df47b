"""`halaman 3 dari 12` at the foot of a page, written before anybody knows how many pages there will be.

How many is a form that every page names and the last one fills in: no page is kept back for it, none is set twice.
"""

from __future__ import annotations

from typing import Any

from ui.paper.books_wrapping import Pen
from ui.paper.contents import figure

_TOTAL = "halaman-semua"


def draw_page_number(canvas: Any, said: str, middle: float, y: float, pen: Pen) -> None:
    """`said` (up to `dari`) and the number of all pages, in the middle of the line: nobody sees there that the number
    behind it was not measured.
    """
    x = middle + pen.width(f"{said} ") / 2
    canvas.setFont(pen.font, pen.size)
    canvas.drawRightString(x - pen.space, y, said)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(_TOTAL)
    canvas.restoreState()


def fill_in_total(canvas: Any, pages: int, pen: Pen) -> None:
    """Once, after the last page and before the file is written."""
    canvas.beginForm(_TOTAL, 0, -pen.size, 60, 2 * pen.size)
    canvas.setFont(pen.font, pen.size)
    canvas.drawString(0, 0, figure(pages))
    canvas.endForm()
