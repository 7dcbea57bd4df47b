"""The pages of a PDF as pictures: for the eye, and for the printer."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

_POINTS = 72
PRINT_DPI = 300
"""Sharper than an office's printer shows, and a page of A4 still takes no more than 35 MB while it is painted."""


class PdfPages:
    """An opened PDF, from its content: no file stays open, and Windows can delete it."""

    def __init__(self, content: bytes) -> None:
        # 9 MB that only somebody who looks at a paper needs; QtPdf would be 175 MB of addons.
        import pypdfium2

        self._pdf = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self._pdf)

    def size(self, number: int) -> QSizeF:
        """Width and height of a page in points."""
        return QSizeF(*self._pdf.get_page_size(number))

    def image(self, number: int, dpi: float) -> QImage:
        """A page as a picture of `dpi` pixels an inch."""
        bitmap = self._pdf[number].render(scale=dpi / _POINTS, prefer_bgrx=True)
        # RGB32 is BGRx in memory; copied, because the buffer goes with the bitmap.
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        return picture.copy()

    def close(self) -> None:
        self._pdf.close()


def prepare_printer(pages: PdfPages, printer: QPrinter) -> None:
    """Paper size and direction as the document has them."""
    size = pages.size(0)
    lying = size.width() > size.height()
    direction = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    upright = size.transposed() if lying else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, direction, QMarginsF()))
    printer.setFullPage(True)
