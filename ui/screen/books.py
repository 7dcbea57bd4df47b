"""The lists of letters as a table: which book, which chips, what each chip asks of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from correspondence.dates import Month
from correspondence.search import LetterFilter
from correspondence.services.looking_up import queue_filter
from correspondence.workflow import Direction, OutgoingState
from ui.screen.line_texts import Reading
from ui.texts import mark

ALL, THIS_MONTH = "all", "this_month"


@dataclass(frozen=True, slots=True)
class Book:
    """A page of letters. `chips` maps codes (those of the desk's counters, `all`, `this_month`) to words.

    `rare` are chips that appear while they are asked for: the desk's counters open them.
    """

    name: str
    title: str
    direction: Direction
    chips: Mapping[str, str]
    new_letter: str
    search: str
    nothing_yet: str
    rare: Mapping[str, str] = field(default_factory=dict)
    states: frozenset[OutgoingState] = frozenset()

    def asked(self, chip: str, reading: Reading) -> LetterFilter:
        """What a chip asks for at this instant, of this book only."""
        if chip == ALL:
            return LetterFilter(direction=self.direction, states=frozenset(self.states))
        if chip == THIS_MONTH:
            month = Month.of(reading.today)
            return LetterFilter(direction=self.direction, first_day=month.first, last_day=month.last)
        local = reading.now.astimezone(reading.calendar.zone)
        return replace(queue_filter(chip, local), direction=self.direction)


INCOMING_BOOK = Book(
    "incoming",
    mark("Surat Masuk"),
    Direction.INCOMING,
    {
        ALL: mark("Semua"),
        "not_submitted": mark("Belum diajukan"),
        "awaiting_disposition": mark("Menunggu disposisi"),
        "disposed": mark("Sedang berjalan"),
        "overdue": mark("Terlambat"),
        THIS_MONTH: mark("Bulan ini"),
    },
    mark("Catat surat"),
    mark("Cari nomor, pengirim, perihal …"),
    mark("Belum ada surat masuk. Setiap surat yang tiba dicatat di sini dan mendapat nomor agenda."),
    {
        "ready_to_complete": mark("Tinggal diselesaikan"),
    },
)
OUTGOING_BOOK = Book(
    "outgoing",
    mark("Surat Keluar"),
    Direction.OUTGOING,
    {
        ALL: mark("Semua"),
        "drafts": mark("Konsep"),
        "in_review": mark("Menunggu paraf"),
        "awaiting_signature": mark("Menunggu tanda tangan"),
        "signed_unnumbered": mark("Belum bernomor"),
        "numbered_undispatched": mark("Belum dikirim"),
        THIS_MONTH: mark("Bulan ini"),
    },
    mark("Buat surat"),
    mark("Cari nomor, tujuan, perihal …"),
    mark("Belum ada surat keluar. Konsep surat dibuat di sini, lalu diajukan untuk paraf dan tanda tangan."),
    {"sent_back": mark("Perlu perbaikan")},
)
DISPATCH_BOOK = Book(
    "dispatch",
    mark("Ekspedisi"),
    Direction.OUTGOING,
    {
        ALL: mark("Semua"),
        "numbered_undispatched": mark("Belum dikirim"),
        "undelivered": mark("Menunggu tanda terima"),
    },
    "",
    mark("Cari nomor, tujuan, perihal …"),
    mark("Tidak ada surat yang harus dikirim. Surat keluar muncul di sini sesudah diberi nomor."),
    states=frozenset({OutgoingState.NUMBERED, OutgoingState.DISPATCHED}),
)


def _this_week(today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def _last_month(today: date) -> tuple[date, date]:
    month = Month.of(today).previous()
    return month.first, month.last


Period = Callable[[date], tuple[date | None, date | None]]

PERIODS: tuple[tuple[str, Period], ...] = (
    (mark("Sepanjang waktu"), lambda _today: (None, None)),
    (mark("Hari ini"), lambda today: (today, today)),
    (mark("Minggu ini"), _this_week),
    (mark("Bulan ini"), lambda today: (Month.of(today).first, Month.of(today).last)),
    (mark("Bulan lalu"), _last_month),
    (mark("Tahun ini"), lambda today: (date(today.year, 1, 1), date(today.year, 12, 31))),
    (mark("Tahun lalu"), lambda today: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))),
)
