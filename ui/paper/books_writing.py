"""From an open book to its file: line by line into rows, rows onto pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from correspondence.book_ports import BookKind, UnusedNumbers
from correspondence.services.book_keeping import BookYear, OpenBook
from ui.paper.books import BOOKS, book_year_words, reason_words, unused_words
from ui.paper.books_pages import BookCover, BookPages
from ui.paper.books_rows import letter_row, text_row

NOTHING = "Tidak ada surat dalam periode ini."
SIZES = {BookKind.CONTROL: 7.5}
USUAL_SIZE = 9.0


def write_book(stream: BinaryIO, book: OpenBook, cover: BookCover, *, told: Callable[[int], None]) -> int:
    """Writes the PDF and says how many pages it has. `told` is called with the number of letters placed so far."""
    form = BOOKS[book.kind]
    pages = BookPages(stream, cover, form.columns, size=SIZES.get(book.kind, USUAL_SIZE))
    table = pages.table
    # The kartu kendali is of both books even when only one of them has letters.
    divided = len(book.years) > 1 or book.kind is BookKind.CONTROL
    # The dispatch book has numbers and an order of its own.
    divided = divided and book.kind is not BookKind.DISPATCH
    year: BookYear | None = None
    number = 0
    for line in book.lines:
        here = (line.book, line.year) if isinstance(line, UnusedNumbers) else (line.ref.book, line.ref.year)
        if divided and here != year:
            year = here
            pages.add(text_row(book_year_words(here), table.grid, table.pen, heads=True))
        if isinstance(line, UnusedNumbers):
            pages.add(text_row(unused_words(line), table.grid, table.pen))
            continue
        number += 1
        texts = tuple(column.text(line, number) for column in form.columns)
        reason = reason_words(line, book.printed_at)
        pages.add(letter_row(texts, reason, table.grid, table.pen, struck=line.struck))
        told(number)
    if not book.letters:
        pages.add(text_row(NOTHING, table.grid, table.pen))
    pages.close()
    return pages.pages
