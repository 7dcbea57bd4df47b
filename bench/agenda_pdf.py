"""The agenda book as PDF: own rows on the canvas against reportlab's LongTable of Paragraphs.

Both print the same letters in the same columns, font and size on the same paper, headings repeated on every page. What a
user would write by hand with reportlab is the other side; ours has sums, page x of y, struck lines and signatures besides.
The goals: at least twice as fast, and linear (four times the letters in at most five times the time). The memory said is what
Python holds at most while ours is written: without the finished file itself it must not grow with the book.
"""

from __future__ import annotations

import io
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from bench import harness
from correspondence.book_ports import BookEntry, BookKind
from correspondence.numbering import LetterRef
from correspondence.services.book_keeping import OpenBook
from correspondence.workflow import Direction
from ui.paper.books import BOOKS, period_words
from ui.paper.books_heading import Letterhead
from ui.paper.books_pages import LEFT, RIGHT, SHEETS, BookCover
from ui.paper.books_writing import USUAL_SIZE, write_book
from ui.paper.fonts import typeface

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
SENDERS = (
    "Dinas Pendidikan dan Kebudayaan Kota Wanasari",
    "Camat Tamansari",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "PT Maju & Jaya",
    "Sdr. Bambang Wijaya",
)
SUBJECTS = (
    "Permohonan data pegawai untuk penyusunan laporan kinerja tahunan perangkat daerah",
    "Undangan rapat koordinasi",
    "Penyampaian laporan pertanggungjawaban bantuan sosial tahap kedua dan rencana penyaluran tahap berikutnya",
    "Permohonan izin penggunaan aula",
)


def main() -> None:
    options = harness.arguments(__doc__, letters=5_000, repeats=3).parse_args()
    count = options.letters
    harness.say(f"agenda book of {count:,} letters, {options.repeats} turns")
    sides = {
        "ours": lambda: harness.seconds(lambda: ours(count)),
        "ours, four times as many": lambda: harness.seconds(lambda: ours(4 * count)),
        "LongTable of Paragraphs": lambda: harness.seconds(lambda: long_table(count)),
    }
    taken = harness.medians(harness.take_turns(sides, repeats=options.repeats))
    for name, took in taken.items():
        harness.say_side(name, took, letters=4 * count if "four" in name else count)
    harness.say_goal("LongTable / ours", taken["LongTable of Paragraphs"] / taken["ours"], at_least=2)
    harness.say_goal(
        "four times as many / ours", taken["ours, four times as many"] / taken["ours"], at_most=5
    )
    for number in (count, 4 * count):
        peak, size = memory(number)
        harness.say(
            f"  memory at most {peak / 1e6:.1f} MB, of it the file {size / 1e6:.1f} MB ({number:,} letters)"
        )


def ours(count: int) -> int:
    stream = io.BytesIO()
    book = OpenBook(
        kind=BookKind.INCOMING,
        first=FIRST,
        last=LAST,
        printed_at=datetime(2027, 1, 2, 9, tzinfo=UTC),
        letters=count,
        years=((Direction.INCOMING, 2026),),
        lines=entries(count),
    )
    cover = BookCover(
        title=BOOKS[BookKind.INCOMING].title,
        period=period_words(FIRST, LAST),
        letterhead=Letterhead("Pemerintah Kota Wanasari", "Sekretariat Daerah", ("Jalan Merdeka Nomor 12",)),
        official=None,
        signer=None,
        place_and_date="Wanasari, 2 Januari 2027",
        printed="",
    )
    write_book(stream, book, cover, told=lambda _: None)
    return stream.tell()


def long_table(count: int) -> int:
    """As reportlab's manual teaches it: a Paragraph in every cell that may be long."""
    stream, columns = io.BytesIO(), BOOKS[BookKind.INCOMING].columns
    fonts = typeface()
    style = ParagraphStyle("cell", fontName=fonts.plain, fontSize=USUAL_SIZE, leading=11)
    rows: list[list[object]] = [[each.heading for each in columns]]
    for letter in entries(count):
        texts = [column.text(letter, letter.ref.number) for column in columns]
        rows.append(
            [
                text if place in {0, 1, 3} else Paragraph(escape(text), style)
                for place, text in enumerate(texts)
            ]
        )
    width = SHEETS["a4"][0] - LEFT - RIGHT
    whole = sum(each.share for each in columns)
    table = LongTable(rows, colWidths=[width * each.share / whole for each in columns], repeatRows=1)
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
            ("FONT", (0, 0), (-1, 0), fonts.bold, USUAL_SIZE),
            ("FONT", (0, 1), (-1, -1), fonts.plain, USUAL_SIZE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    SimpleDocTemplate(
        stream, pagesize=SHEETS["a4"], leftMargin=LEFT, rightMargin=RIGHT, topMargin=40, bottomMargin=40
    ).build([table])
    return stream.tell()


def memory(count: int) -> tuple[int, int]:
    """Bytes held at most while ours is written, and the bytes of the file, which are held as well."""
    tracemalloc.start()
    size = ours(count)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak, size


def entries(count: int) -> Iterator[BookEntry]:
    return (entry(number) for number in range(1, count + 1))


def entry(number: int) -> BookEntry:
    day = FIRST + timedelta(days=number * 364 // max(number, 20_000))
    return BookEntry(
        letter_id=number,
        ref=LetterRef(Direction.INCOMING, 2026, number),
        entered_on=day,
        received_on=day,
        letter_number=f"000.1.2.3/{number}/107.1/2026",
        letter_date=day,
        correspondent=SENDERS[number % len(SENDERS)],
        subject=f"{SUBJECTS[number % len(SUBJECTS)]} {number}",
        classification="000.1.2.3",
        index="",
        enclosures="1 berkas",
        unit="Bagian Umum",
        dispatched_on=None,
        received_by="",
        delivered_on=None,
        forwarded_on=None,
        struck=False,
        cancelled=None,
    )


if __name__ == "__main__":
    main()
