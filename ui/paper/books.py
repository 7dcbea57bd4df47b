"""The books an office keeps: which columns each has, and what stands in them. Always in Indonesian, as all paper.

Columns are those of the forms: buku agenda surat masuk and keluar, buku ekspedisi, kartu kendali.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from correspondence.book_ports import BookEntry, BookKind, UnusedNumbers
from correspondence.dates import format_date
from correspondence.services.book_keeping import BookYear, OpenBook
from correspondence.sheets import Cell
from correspondence.workflow import Direction

Text = Callable[[BookEntry, int], str]
Value = Callable[[BookEntry, int], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `share` is its part of the table's width; `text` is printed, `value` stands in the workbook.

    Both take the entry and its running number in this printing, from 1. `middle` centres short things. In the column
    with `reason` a struck entry says who cancelled it, when and why.
    """

    heading: str
    share: float
    text: Text
    value: Value
    middle: bool = False
    reason: bool = False


@dataclass(frozen=True, slots=True)
class BookForm:
    """One book: its title, the name of its sheet, what its lines are counted as."""

    title: str
    sheet: str
    columns: tuple[Column, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(each.heading for each in self.columns)


def short_date(day: date | None) -> str:
    """`07-09-2026`; "" for none."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}" if day else ""


def period_words(first: date, last: date) -> str:
    """`7 September 2026`, `1 – 30 September 2026`, `1 Januari – 31 Desember 2026`; years apart are both told."""
    if first == last:
        return format_date(first)
    begin = format_date(first).split(" ")
    kept = 3 if first.year != last.year else 2 if first.month != last.month else 1
    return f"{' '.join(begin[:kept])} – {format_date(last)}"


def book_year_words(year: BookYear) -> str:
    """The heading over the letters of one agenda book where a printing holds several."""
    return f"{'Surat masuk' if year[0] is Direction.INCOMING else 'Surat keluar'} {year[1]}"


def unused_words(hole: UnusedNumbers) -> str:
    """The line that stands where an old book has no letter."""
    numbers = str(hole.first) if hole.first == hole.last else f"{hole.first}–{hole.last}"
    return f"Nomor {numbers}: tidak dipakai, buku lama" + (f" ({hole.why})" if hole.why else "")


def reason_words(entry: BookEntry, zone_of: datetime) -> str:
    """`BATAL 7 September 2026 oleh rini: salah catat`, as much of it as is known; "" for what was not cancelled.

    `zone_of` is any instant on the office's clock: it says in which zone the day is told.
    """
    if not entry.struck:
        return ""
    struck = entry.cancelled
    if struck is None:
        return "BATAL"
    day = format_date(struck.at.astimezone(zone_of.tzinfo).date())
    return f"BATAL {day} oleh {struck.by}" + (f": {struck.why}" if struck.why else "")


def _receipt(entry: BookEntry, _: int) -> str:
    """Who received it and when; blank to be signed where it is not known yet."""
    return "\n".join(part for part in (entry.received_by, short_date(entry.delivered_on)) if part)


def _date_and_number(entry: BookEntry, _: int) -> str:
    return "\n".join(part for part in (short_date(entry.letter_date), entry.letter_number) if part)


def _text(name: str) -> Text:
    return lambda entry, _: str(getattr(entry, name))


def _day(name: str) -> Text:
    return lambda entry, _: short_date(getattr(entry, name))


def _value(name: str) -> Value:
    return lambda entry, _: getattr(entry, name) or None


def _texts(heading: str, share: float, name: str, *, middle: bool = False, reason: bool = False) -> Column:
    return Column(heading, share, _text(name), _value(name), middle=middle, reason=reason)


def _days(heading: str, share: float, name: str) -> Column:
    return Column(heading, share, _day(name), _value(name), middle=True)


def _computed(heading: str, share: float, text: Text) -> Column:
    return Column(heading, share, text, lambda entry, number: text(entry, number) or None)


def _agenda_number(share: float, heading: str = "Nomor Urut") -> Column:
    number: Value = lambda entry, _: entry.ref.number  # noqa: E731 - a column's value is a function of a line
    return Column(heading, share, lambda entry, _: str(entry.ref.number), number, middle=True)


def _received(entry: BookEntry) -> date:
    """An old book may not say when a letter was received; then its own day stands for it."""
    return entry.received_on or entry.entered_on


BOOKS: Mapping[BookKind, BookForm] = {
    BookKind.INCOMING: BookForm(
        "BUKU AGENDA SURAT MASUK",
        "Agenda surat masuk",
        (
            _agenda_number(7),
            Column(
                "Tanggal Penerimaan",
                10,
                lambda entry, _: short_date(_received(entry)),
                lambda entry, _: _received(entry),
                middle=True,
            ),
            _texts("Nomor Surat", 20, "letter_number"),
            _days("Tanggal Surat", 10, "letter_date"),
            _texts("Pengirim", 23, "correspondent"),
            _texts("Isi Singkat", 34, "subject", reason=True),
        ),
    ),
    BookKind.OUTGOING: BookForm(
        "BUKU AGENDA SURAT KELUAR",
        "Agenda surat keluar",
        (
            _agenda_number(7),
            _texts("Nomor Surat", 20, "letter_number"),
            _days("Tanggal Surat", 10, "letter_date"),
            _texts("Ditujukan Kepada", 23, "correspondent"),
            _texts("Isi Singkat", 34, "subject", reason=True),
            _days("Tanggal Pengiriman", 10, "dispatched_on"),
        ),
    ),
    BookKind.DISPATCH: BookForm(
        "BUKU EKSPEDISI",
        "Ekspedisi",
        (
            Column("Nomor Urut", 7, lambda _, number: str(number), lambda _, number: number, middle=True),
            _days("Tanggal Pengiriman", 10, "dispatched_on"),
            _computed("Tanggal dan Nomor Surat", 20, _date_and_number),
            _texts("Isi Singkat Surat yang Dikirim", 27, "subject", reason=True),
            _texts("Ditujukan Kepada", 20, "correspondent"),
            _computed("Keterangan (tanda terima)", 20, _receipt),
        ),
    ),
    BookKind.CONTROL: BookForm(
        "KARTU KENDALI",
        "Kartu kendali",
        (
            _texts("Indeks", 9, "index"),
            _texts("Kode", 8, "classification"),
            _agenda_number(5, "No. Urut"),
            _texts("Perihal", 17, "subject", reason=True),
            _texts("Dari/Kepada", 12, "correspondent"),
            _days("Tgl. Surat", 7.2, "letter_date"),
            _texts("No. Surat", 12, "letter_number"),
            _texts("Lampiran", 6.5, "enclosures"),
            _texts("Pengolah", 8, "unit"),
            _days("Tgl. Diteruskan", 7.6, "forwarded_on"),
            _computed("Tanda Terima", 8, _receipt),
            Column("Catatan", 7, lambda *_: "", lambda *_: None),
        ),
    ),
}


def book_sheets(
    book: OpenBook, office: str, *, told: Callable[[int], None]
) -> Mapping[str, Sequence[Sequence[Cell]]]:
    """The book as a workbook: its columns with real numbers and days, then what paper says by striking out.

    `told` is called with the number of letters read so far.
    """
    form = BOOKS[book.kind]
    rows: list[Sequence[Cell]] = [(*form.headings, "Rujukan", "Batal tanggal", "Dibatalkan oleh", "Alasan")]
    number = 0
    for line in book.lines:
        if isinstance(line, UnusedNumbers):
            rows.append((*(None for _ in form.columns), None, None, None, unused_words(line)))
            continue
        number += 1
        struck = line.cancelled
        rows.append(
            (
                *(column.value(line, number) for column in form.columns),
                str(line.ref),
                struck.at.astimezone(book.printed_at.tzinfo).date() if struck else None,
                struck.by if struck else None,
                struck.why or "BATAL" if struck else "BATAL" if line.struck else None,
            )
        )
        told(number)
    about: list[Sequence[Cell]] = [
        ("Kantor", office),
        ("Buku", form.title),
        ("Dari tanggal", book.first),
        ("Sampai tanggal", book.last),
        ("Jumlah surat", book.letters),
        ("Dicetak", book.printed_at),
    ]
    return {form.sheet: rows, "Keterangan": about}


def struck_cells(kind: BookKind) -> Callable[[Sequence[Cell]], int]:
    """How many of the first cells of a row of `book_sheets` are struck out: of a cancelled letter all that paper strikes."""
    columns = len(BOOKS[kind].columns)

    def struck(row: Sequence[Cell]) -> int:
        # Behind the columns: reference, day, by whom, why; an unused number has no reference.
        return columns if len(row) == columns + 4 and row[columns] and row[-1] else 0

    return struck
