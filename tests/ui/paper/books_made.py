"""Books made of entries alone, without any archive, and what can be read back from their pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2

from correspondence.book_ports import BookEntry, BookKind, UnusedNumbers
from correspondence.dossier import Cancellation
from correspondence.numbering import LetterRef
from correspondence.services.book_keeping import BookLine, OpenBook
from correspondence.workflow import Direction
from tests.ui.paper.samples import PROFILE, block
from ui.paper.books import BOOKS, period_words
from ui.paper.books_heading import Letterhead
from ui.paper.books_pages import BookCover
from ui.paper.books_writing import write_book

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
HEAD = Letterhead(PROFILE.parent, PROFILE.name, (PROFILE.address, "Telepon (0354) 555120"))
STRUCK = Cancellation("rini", datetime(2026, 10, 6, 18, 30, tzinfo=UTC), "Tercatat dua kali & <b>salah</b>")


def entry(number: int, **changes: Any) -> BookEntry:
    """An incoming letter of October; every third day has none."""
    fields: dict[str, Any] = {
        "letter_id": number,
        "ref": LetterRef(Direction.INCOMING, 2026, number),
        "entered_on": FIRST + timedelta(days=number % 28),
        "received_on": FIRST + timedelta(days=number % 28),
        "letter_number": f"000.1.2.3/{4460 + number}/107.1/X/2026",
        "letter_date": date(2026, 9, 30),
        "correspondent": f"Dinas Pekerjaan Umum dan Penataan Ruang {number}",
        "subject": f"Permohonan data ke-{number} " + "untuk penyusunan laporan " * (number % 4),
        "classification": "000.1.2.3",
        "index": "Tata usaha",
        "enclosures": "2 berkas",
        "unit": "Bagian Umum",
        "dispatched_on": date(2026, 10, 7),
        "received_by": "Ibu Wati",
        "delivered_on": date(2026, 10, 8),
        "forwarded_on": date(2026, 10, 9),
        "struck": False,
        "cancelled": None,
    }
    if changes.get("struck"):
        changes.setdefault("cancelled", STRUCK)
    return BookEntry(**fields | changes)


def hole(first: int, last: int, before: int) -> UnusedNumbers:
    return UnusedNumbers(Direction.INCOMING, 2026, first, last, "buku 2026.csv", before)


def opened(kind: BookKind, lines: Iterable[BookLine], letters: int | None = None) -> OpenBook:
    """As a service would open it; `letters` when the lines can be read only once."""
    if letters is None:
        lines = list(lines)
        letters = sum(isinstance(each, BookEntry) for each in lines)
        refs = [each.ref for each in lines if isinstance(each, BookEntry)]
        years = tuple(dict.fromkeys((ref.book, ref.year) for ref in refs))
    else:
        years = ((Direction.INCOMING, 2026),)
    printed_at = datetime(2026, 11, 2, 14, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
    return OpenBook(kind, FIRST, LAST, printed_at, letters, years, iter(lines))


def cover(kind: BookKind, **changes: Any) -> BookCover:
    fields: dict[str, Any] = {
        "title": BOOKS[kind].title,
        "period": period_words(FIRST, LAST),
        "letterhead": HEAD,
        "official": block(),
        "signer": None,
        "place_and_date": "Wanasari, 2 November 2026",
        "printed": "Dicetak 02-11-2026 14.05 WIB",
    }
    return BookCover(**fields | changes)


def printed(kind: BookKind, lines: Iterable[BookLine], **changes: Any) -> bytes:
    """The PDF."""
    stream = io.BytesIO()
    pages = write_book(stream, opened(kind, lines), cover(kind, **changes), told=lambda _: None)
    assert pages == len(texts(stream.getvalue()))
    return stream.getvalue()


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without any space: where a line was broken says nothing."""
    return re.sub(r"\s+", "", text)


def sums(pdf: bytes) -> Iterator[tuple[int, int, int, int]]:
    """(on this page, cancelled among them, so far, cancelled among them) of each page."""
    number = r"([0-9.]+)(?: \(batal ([0-9.]+)\))?"
    for text in texts(pdf):
        here = re.search(rf"pada halaman ini: {number}", text)
        so_far = re.search(rf"sampai dengan halaman ini: {number}", text)
        assert here is not None
        assert so_far is not None
        yield tuple(int((each or "0").replace(".", "")) for each in (*here.groups(), *so_far.groups()))  # type: ignore[misc]
