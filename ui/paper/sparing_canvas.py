"""A canvas that packs each page as soon as it is shown.

reportlab keeps the drawing orders of all pages as text until the end, twenty kilobytes a page, and packs them when the
file is written: a book of twenty thousand letters then holds thirty megabytes that nobody needs any more.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from ui.paper.fonts import typeface


class SparingCanvas(Canvas):
    """`size` in points. Begins with a font of ours: reportlab's Helvetica would be named on every page, unembedded."""

    def __init__(self, stream: BinaryIO, size: tuple[float, float]) -> None:
        super().__init__(
            stream, pagesize=size, pageCompression=1, lang="id-ID", initialFontName=typeface().plain
        )
        self.setCreator("Warkat")

    def showPage(self) -> None:  # noqa: N802  reportlab's name
        super().showPage()
        page = self._doc.Pages.pages[-1]
        packed = zlib.compress(page.stream.encode("latin-1"))
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), packed)
        page.stream = None
