"""The desk's printing with real templates and real books, and a stand-in for LibreOffice that is quick."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from correspondence.errors import Unavailable
from correspondence.office import Office
from tests.templates_docx.making import text_of
from ui.book_printing import BookPrinting
from ui.letter_papers import LetterPapers
from ui.wiring import WindowPrinting


def a_page_each(papers: Sequence[bytes]) -> list[bytes]:
    """A PDF of one page with the first thousand characters of the paper, line by line."""
    made = []
    for paper in papers:
        stream = io.BytesIO()
        canvas = Canvas(stream)
        for number, line in enumerate(text_of(paper)[:1000].splitlines()):
            canvas.drawString(40, 800 - 12 * number, line)
        canvas.save()
        made.append(stream.getvalue())
    return made


def no_libreoffice(_papers: Sequence[bytes]) -> list[bytes]:
    raise Unavailable("libreoffice_missing")


class QuickPrinting(WindowPrinting):
    """As wiring makes it, but for LibreOffice and the folder of templates."""

    def __init__(self, folder: Path, to_pdf: Callable[[Sequence[bytes]], list[bytes]] = a_page_each) -> None:
        super().__init__(f"sqlite:///{folder / 'x.sqlite'}")
        self._folder = folder / "templat"
        self._to_pdf = to_pdf

    def letter_papers(self, office: Office) -> LetterPapers:
        return LetterPapers(office, self._folder, self._to_pdf)

    def books(self, office: Office) -> BookPrinting:
        return BookPrinting(office, self._folder)


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def page_count(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


@contextmanager
def full_disk() -> Iterator[None]:
    """Every file ends after its first octets, as on a disk that has no more room: the kernel refuses the write."""
    resource = pytest.importorskip("resource", reason="this system limits no file's size")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def menu_words(menu: Any) -> list[str]:
    return [each.text() for each in menu.actions() if not each.isSeparator()]
