"""The printed books, read back from their PDF: nothing lost, nothing over anything else, every page complete."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from correspondence.book_ports import BookEntry, BookKind
from correspondence.numbering import LetterRef
from correspondence.workflow import Direction
from tests.ui.paper.books_made import cover, entry, hole, opened, printed, squeezed, sums, texts
from tests.ui.paper.samples import NASTY
from ui.paper.books import BOOKS, book_sheets, period_words, unused_words
from ui.paper.books_pages import SHEETS
from ui.paper.books_wrapping import pen
from ui.paper.books_writing import NOTHING, write_book
from ui.paper.fonts import typeface

HEADINGS = {
    BookKind.INCOMING: "Nomor Urut|Tanggal Penerimaan|Nomor Surat|Tanggal Surat|Pengirim|Isi Singkat",
    BookKind.OUTGOING: "Nomor Urut|Nomor Surat|Tanggal Surat|Ditujukan Kepada|Isi Singkat|Tanggal Pengiriman",
    BookKind.DISPATCH: "Nomor Urut|Tanggal Pengiriman|Tanggal dan Nomor Surat|Isi Singkat Surat yang Dikirim"
    "|Ditujukan Kepada|Keterangan (tanda terima)",
    BookKind.CONTROL: "Indeks|Kode|No. Urut|Perihal|Dari/Kepada|Tgl. Surat|No. Surat|Lampiran|Pengolah"
    "|Tgl. Diteruskan|Tanda Terima|Catatan",
}
"""The forms' own columns."""
WRITABLE = NASTY.replace("😀", "□")


def entries(count: int) -> list[BookEntry]:
    return [entry(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("kind", BookKind)
def test_a_book_has_the_columns_of_its_form(kind: BookKind) -> None:
    assert "|".join(BOOKS[kind].headings) == HEADINGS[kind]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("kind", BookKind)
def test_every_page_is_complete(kind: BookKind, sheet: str) -> None:
    pdf = printed(kind, entries(60), sheet=sheet)
    pages = texts(pdf)
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"halaman{number}dari{len(pages)}" in squeezed(text)
        assert BOOKS[kind].title in text
        for heading in BOOKS[kind].headings:
            assert squeezed(heading) in squeezed(text)
    with pypdfium2.PdfDocument(pdf) as document:
        assert all(page.get_size() == pytest.approx(SHEETS[sheet], abs=0.1) for page in document)


@pytest.mark.parametrize("kind", BookKind)
def test_everything_of_the_register_stands_on_paper(kind: BookKind) -> None:
    nasty = [
        entry(1, subject=NASTY, correspondent=NASTY, letter_number=NASTY),
        entry(2, letter_number="B-" + "9876543210/" * 18),
        entry(3, subject="W" * 1000, correspondent="M" * 300),
        entry(4, subject="baris satu\nbaris dua\r\nbaris tiga", correspondent="PT\u200b Maju\u202e"),
        entry(5, subject="", correspondent="", letter_number="", letter_date=None),
    ]
    lines = nasty + [entry(number) for number in range(6, 40)]
    whole = squeezed("".join(texts(printed(kind, lines))))
    assert squeezed(WRITABLE) in whole
    assert "Wajib" not in whole
    assert squeezed("PT Maju") in whole
    # The tall one may go on, on the next page: then head and sums stand between.
    assert whole.count("W") >= 1000
    for each in lines[1:2] + lines[5:]:
        for text in (each.letter_number, each.subject, each.correspondent):
            assert squeezed(text) in whole


@pytest.mark.parametrize("count", [*range(9, 46)])
def test_the_sums_add_up_and_the_signatures_are_never_alone(count: int) -> None:
    lines = [entry(number, struck=number % 7 == 3) for number in range(1, count + 1)]
    pdf = printed(BookKind.INCOMING, lines)
    pages = list(sums(pdf))
    letters = struck = 0
    for here, struck_here, so_far, struck_so_far in pages:
        letters, struck = letters + here, struck + struck_here
        assert (so_far, struck_so_far) == (letters, struck)
    assert (letters, struck) == (count, sum(each.struck for each in lines))
    text = texts(pdf)
    assert [("MENGETAHUI" in each, "Wanasari, 2 November 2026" in each) for each in text] == [
        (False, False)
    ] * (len(text) - 1) + [(True, True)]
    assert pages[-1][0] >= 1, "signatures without letters above them"


@pytest.mark.parametrize("lines", range(1, 60, 4))
def test_one_tall_letter_goes_on_with_its_signatures(lines: int) -> None:
    pdf = printed(BookKind.INCOMING, [entry(1, subject="\n".join(f"baris {n}" for n in range(1, lines + 1)))])
    whole = " ".join(" ".join(texts(pdf)).split())
    assert all(f"baris {number}" in whole for number in range(1, lines + 1))
    assert "baris" in texts(pdf)[-1]
    assert sum(each[0] for each in sums(pdf)) == 1


def _segments(pdf: bytes) -> int:
    """How many line pieces the first page has."""
    with pypdfium2.PdfDocument(pdf) as document:
        paths = document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        return sum(raw.FPDFPath_CountSegments(each.raw) for each in paths)


def test_a_cancelled_number_is_struck_out_with_who_when_and_why() -> None:
    kept = entry(1, subject="Satu baris")
    gone = entry(1, subject="Satu baris", struck=True)
    pdf = printed(BookKind.INCOMING, [gone])
    # By the office's clock it was the day after.
    said = "BATAL 7 Oktober 2026 oleh rini: Tercatat dua kali & <b>salah</b>"
    assert squeezed(said) in squeezed(texts(pdf)[0])
    # Two ends to a stroke; one line of reason is in neither, and the row grew by it without more ruled lines.
    strokes = sum(len(column.text(gone, 1).split("\n")) for column in BOOKS[BookKind.INCOMING].columns)
    assert _segments(pdf) - _segments(printed(BookKind.INCOMING, [kept])) >= 2 * strokes


def test_a_cancelled_letter_of_which_nothing_is_known_is_struck_all_the_same() -> None:
    pdf = printed(BookKind.INCOMING, [entry(1, struck=True, cancelled=None)])
    assert "BATAL" in texts(pdf)[0]
    assert next(sums(pdf)) == (1, 1, 1, 1)


def test_numbers_nobody_used_are_told_and_not_counted() -> None:
    pdf = printed(BookKind.INCOMING, [hole(1, 1, 2), entry(2), hole(3, 8, 9), entry(9)])
    text = " ".join(texts(pdf)[0].split())
    assert "Nomor 1: tidak dipakai, buku lama (buku 2026.csv)" in text
    assert "Nomor 3–8: tidak dipakai, buku lama (buku 2026.csv)" in text
    assert next(sums(pdf))[0] == 2


def test_books_of_several_years_are_divided_and_a_heading_is_never_last_on_a_page() -> None:
    for count in range(12, 24):
        lines = entries(count) + [
            entry(number, ref=LetterRef(Direction.INCOMING, 2027, number)) for number in range(1, 20)
        ]
        pages = [" ".join(each.split()) for each in texts(printed(BookKind.INCOMING, lines))]
        assert sum("Surat masuk 2026" in each for each in pages) == 1
        (page,) = [each for each in pages if "Surat masuk 2027" in each]
        assert "Surat masuk 2027 1 " in page


def test_an_empty_period_says_so() -> None:
    pdf = printed(BookKind.DISPATCH, [])
    (text,) = texts(pdf)
    assert NOTHING in text
    assert "MENGETAHUI" in text
    assert list(sums(pdf)) == [(0, 0, 0, 0)]


def _boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of every letter that is seen."""
    text = page.get_textpage()
    for number in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text.raw, number)).strip():
            sides = [ctypes.c_double() for _ in range(4)]
            raw.FPDFText_GetCharBox(text.raw, number, *(ctypes.byref(sides[place]) for place in (0, 1, 2, 3)))
            left, right, bottom, top = (each.value for each in sides)
            yield left, bottom, right, top


@pytest.mark.parametrize("kind", BookKind)
def test_nothing_overlaps_and_nothing_leaves_the_page(kind: BookKind) -> None:
    lines = [
        entry(
            number,
            subject="W" * (number * 9) + " " + "kata " * number,
            correspondent="/".join(["BKPSDM"] * number),
            letter_number="000.1.2.3/" * (number % 9),
            struck=number % 5 == 0,
            received_by="Bapak Penerima Surat " * (number % 4),
        )
        for number in range(1, 30)
    ]
    with pypdfium2.PdfDocument(printed(kind, lines)) as document:
        for page in document:
            width, height = page.get_size()
            boxes = sorted(_boxes(page))
            for left, bottom, right, top in boxes:
                assert min(left, bottom, width - right, height - top) > 20
            for place, (left, bottom, right, top) in enumerate(boxes):
                for other in boxes[place + 1 :]:
                    if other[0] >= right - 0.6:
                        break
                    wide = min(right, other[2]) - max(left, other[0])
                    tall = min(top, other[3]) - max(bottom, other[1])
                    assert wide < 0.7 or tall < 0.7, (left, bottom, other)


def test_fonts_are_embedded() -> None:
    pdf = printed(BookKind.INCOMING, entries(3))
    assert b"/FontFile2" in pdf
    with pypdfium2.PdfDocument(pdf) as document:
        fonts = set()
        for each in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(each.raw)
            fonts.add(raw.FPDFFont_GetIsEmbedded(font))
    assert fonts == {1}


@given(st.text(max_size=300), st.floats(20, 300))
@settings(max_examples=300, deadline=None)
def test_wrapping_loses_nothing_and_fits(text: str, width: float) -> None:
    style = pen(typeface().plain, 9.0)
    lines = style.lines(text, width)
    kept = "".join(style.writable(part) for part in text.splitlines())
    assert squeezed("".join(lines)) == squeezed(kept)
    assert all(style.width(line) <= width + 1e-6 for line in lines)
    assert all(line.strip() for line in lines) or not text.strip()


def test_a_book_is_read_while_it_is_printed() -> None:
    read = 0

    def coming() -> Iterator[BookEntry]:
        nonlocal read
        for number in range(1, 400):
            read += 1
            yield entry(number)

    ahead = []
    book = opened(BookKind.INCOMING, coming(), letters=399)
    write_book(io.BytesIO(), book, cover(BookKind.INCOMING), told=lambda done: ahead.append(read - done))
    assert set(ahead) == {0}


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 10, 7), date(2026, 10, 7), "7 Oktober 2026"),
        (date(2026, 10, 1), date(2026, 10, 31), "1 – 31 Oktober 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "1 Januari – 31 Desember 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 Desember 2026 – 2 Januari 2027"),
    ],
)
def test_periods_are_said_as_people_say_them(first: date, last: date, said: str) -> None:
    assert period_words(first, last) == said


def test_a_workbook_has_numbers_and_days_and_no_formula() -> None:
    lines = [hole(1, 3, 4), entry(4, subject="=1+1"), entry(5, struck=True)]
    told: list[int] = []
    sheets = book_sheets(opened(BookKind.INCOMING, lines), "Sekretariat Daerah", told=told.append)
    heads, unused, first, second = sheets["Agenda surat masuk"]
    assert list(heads[:6]) == list(BOOKS[BookKind.INCOMING].headings)
    assert unused[-1] == unused_words(hole(1, 3, 4))
    assert first[0] == 4
    assert first[1] == entry(4).received_on
    assert first[5] == "=1+1"
    assert second[-3:] == (date(2026, 10, 7), "rini", "Tercatat dua kali & <b>salah</b>")
    assert told == [1, 2]
    assert all(len(row) == len(heads) for row in sheets["Agenda surat masuk"])
