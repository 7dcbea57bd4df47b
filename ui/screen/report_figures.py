"""A report as figures for the screen: what each is called, what it means, which letters stand behind it. No Qt.

The tables are laid out so that each row closes by eye: awal + masuk + keluar − selesai − batal = akhir.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from correspondence.services.reporting import CLOSING, OPENING, Figure
from correspondence.throughput import Balance, FactKind, MonthlyReport
from correspondence.workflow import Direction
from ui import formats
from ui.screen.weekdays import weekday_word
from ui.texts import _, mark

_INCOMING, _OUTGOING = Direction.INCOMING, Direction.OUTGOING


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. `name` says it in full, `meaning` is the key of its definition.

    `figures` lead to its letters; () is a figure that is not counted in letters, or a heading of a row.
    """

    text: str
    name: str = ""
    meaning: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One table of a report. The last row is the sum when `summed`; `empty` is said when there is no row.

    `words`: the other columns are words as well, and stand left.
    """

    code: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    meanings: tuple[str, ...]
    empty: str = ""
    summed: bool = False
    words: bool = False


def count_cell(number: int, name: str, meaning: str, figures: tuple[Figure, ...]) -> Cell:
    """A number of letters that can be opened."""
    return Cell(formats.number(number).replace("-", "−"), name, meaning, figures)


def plain_cell(text: str, name: str = "", meaning: str = "") -> Cell:
    """A heading of a row, or a figure that is not a number of letters."""
    return Cell(text, name, meaning)


BALANCE_WORDS = {
    "opening": mark("Sisa awal"),
    "registered": mark("Tercatat"),
    "finished": mark("Selesai"),
    "cancelled": mark("Batal"),
    "closing": mark("Sisa akhir"),
}
"""The five figures that close, in their order."""


def month_balance(report: MonthlyReport) -> tuple[Cell, ...]:
    """The five figures of the whole period."""
    return tuple(
        count_cell(getattr(report.balance, key), _(word), key, asks(report, key))
        for key, word in BALANCE_WORDS.items()
    )


def month_tables(report: MonthlyReport) -> tuple[FigureTable, ...]:
    """Per kind, per unit, per day: what is counted in letters."""
    return (
        _parted(report, "by_kind", _("Per jenis"), _("Jenis naskah"), _("(tanpa jenis)")),
        _parted(report, "by_unit", _("Per unit"), _("Unit pengolah"), _("(tanpa unit)")),
        _days(report),
    )


def _parted(report: MonthlyReport, part: str, title: str, heading: str, nameless: str) -> FigureTable:
    """The rows of kinds or of units, both with output and balance."""
    by_kind = part == "by_kind"
    rows: list[tuple[Cell, ...]] = []
    for row in getattr(report, part):
        key = row.kind if by_kind else row.unit
        label = key or nameless
        narrow = _Narrow(kind=key) if by_kind else _Narrow(unit=key)
        rows.append((plain_cell(label), *_row_cells(report, label, row, row.balance, narrow)))
    if len(rows) > 1:
        sums = _Sums(*(sum(getattr(row, name) for row in getattr(report, part)) for name in _OUTPUTS))
        rows.append((plain_cell(_("Jumlah")), *_row_cells(report, _("Jumlah"), sums, report.balance, _WHOLE)))
    headings = (
        heading,
        _("Awal"),
        _("Masuk"),
        _("Keluar"),
        _("Selesai"),
        _("Batal"),
        _("Akhir"),
        _("Terbit"),
    )
    empty = _("Tidak ada surat yang tercatat atau masih berjalan pada bulan ini.")
    return FigureTable(part, title, headings, tuple(rows), ("", *_COLUMNS), empty, summed=len(rows) > 1)


_COLUMNS = ("opening", "incoming", "outgoing", "finished", "cancelled", "closing", "issued")
_OUTPUTS = ("incoming", "outgoing", "issued")


@dataclass(frozen=True, slots=True)
class _Sums:
    incoming: int
    outgoing: int
    issued: int


def _row_cells(
    report: MonthlyReport, label: str, outputs: object, balance: Balance, narrow: _Narrow
) -> tuple[Cell, ...]:
    words = dict(
        zip(
            _COLUMNS,
            (
                *(_("Sisa awal"), _("Surat masuk tercatat"), _("Surat keluar tercatat"), _("Selesai")),
                *(_("Batal"), _("Sisa akhir"), _("Terbit (bernomor)")),
            ),
            strict=True,
        )
    )
    cells = []
    for key in _COLUMNS:
        number = getattr(outputs if key in _OUTPUTS else balance, key)
        cells.append(count_cell(number, f"{label}: {words[key]}", key, asks(report, key, narrow)))
    return tuple(cells)


def _days(report: MonthlyReport) -> FigureTable:
    rows = []
    for row in report.by_day:
        label = f"{weekday_word(row.on.weekday())}, {formats.day(row.on)}"
        cells = (
            count_cell(getattr(row, key), f"{label}: {word}", key, asks(report, key, _Narrow(day=row.on)))
            for key, word in _day_words().items()
        )
        rows.append((plain_cell(label), *cells))
    headings = (_("Hari"), _("Masuk"), _("Keluar"), _("Selesai"), _("Terbit"))
    return FigureTable("by_day", _("Per hari"), headings, tuple(rows), ("", *_day_words()))


def measure_cell(report: MonthlyReport, number: int, name: str, meaning: str, officer: str = "") -> Cell:
    """A count of the whole report, or of one officer; its meaning names what is asked for its letters."""
    asked = Figure(meaning, report.first, report.last, unit=report.unit or None, officer=officer)
    return count_cell(number, name, meaning, (asked,))


def _day_words() -> dict[str, str]:
    return {
        "incoming": _("Surat masuk tercatat"),
        "outgoing": _("Surat keluar tercatat"),
        "finished": _("Selesai"),
        "issued": _("Terbit (bernomor)"),
    }


ASKED: dict[str, tuple[str, Direction | None]] = {
    "opening": (OPENING, None),
    "registered": (FactKind.REGISTERED, None),
    "incoming": (FactKind.REGISTERED, _INCOMING),
    "outgoing": (FactKind.REGISTERED, _OUTGOING),
    "issued": (FactKind.ISSUED, None),
    "finished": (FactKind.FINISHED, None),
    "cancelled": (FactKind.CANCELLED, None),
    "closing": (CLOSING, None),
}
"""Count of a report → which letters are asked for it."""


@dataclass(frozen=True, slots=True)
class _Narrow:
    """A part of the report: one kind, one unit, one day; None is all of them."""

    kind: str | None = None
    unit: str | None = None
    day: date | None = None


_WHOLE = _Narrow()


def asks(report: MonthlyReport, key: str, narrow: _Narrow = _WHOLE) -> tuple[Figure, ...]:
    """The figure that opens the letters of one count of the whole report, or of a part of it."""
    what, direction = ASKED[key]
    unit = narrow.unit if narrow.unit is not None else report.unit or None
    first, last = narrow.day or report.first, narrow.day or report.last
    return (Figure(what, first, last, direction, narrow.kind, unit),)
