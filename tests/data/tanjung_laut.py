"""A counter's year as an agenda book: a table of kinds and their yearly output, spread over the working days as letters.

    python -m tests.data.tanjung_laut TABLE.csv BOOK.csv|.xlsx

The table has two columns, `letter_kind` and `letters_2017` (any year). The same table always makes the same book.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from correspondence.sheets import Cell
from correspondence.workflow import Direction
from ui.sheets import write_csv
from ui.workbooks import write_xlsx

DIRECTION = Direction.OUTGOING
HEADER = ("Nomor Urut", "Nomor Surat", "Tanggal Surat", "Ditujukan Kepada", "Isi Singkat", "Jenis Naskah")

_FIRST = "Andi Siti Muhammad Nur Dewi Agus Rina Joko Sri Hendra Fitri Bambang Yuni Rudi Maria".split()
_LAST = "Saputra Rahayu Hidayat Lestari Wijaya Handayani Kurniawan Astuti Pratama Susanti Hakim".split()
CITIZENS = tuple(f"{first} {last}" for first, last in product(_FIRST, _LAST))

OFFICES: Mapping[str, str] = {
    "Pengantar KTP": "Permohonan penerbitan KTP elektronik",
    "Pengantar KK": "Permohonan perubahan kartu keluarga",
    "Pengantar Pindah": "Permohonan pindah alamat",
    "Pengantar Perizinan": "Permohonan izin usaha mikro",
    "Pengantar Nikah": "Permohonan surat numpang nikah",
    "Pengantar Domisili": "Keterangan domisili",
    "Keterangan Tidak Mampu": "Keterangan tidak mampu untuk keringanan biaya",
}


def read_counts(table: Path) -> tuple[int, dict[str, int]]:
    """The year in the heading, and letters by kind."""
    with table.open(encoding="utf-8-sig", newline="") as stream:
        (_, numbered), *rows = csv.reader(stream)
    return int(numbered.rpartition("_")[2]), {kind: int(number) for kind, number in rows}


def working_days(year: int, days_off: Collection[date] = ()) -> list[date]:
    """Monday to Friday, without the days off."""
    every = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    return [day for day in every if day.year == year and day.weekday() < 5 and day not in days_off]


def book_rows(
    counts: Mapping[str, int], year: int, days_off: Collection[date] = ()
) -> list[tuple[Cell, ...]]:
    """One row for each letter in the order of its day, below `HEADER`; every kind evenly over the whole year."""
    days = working_days(year, days_off)
    spread = sorted(
        (days[number * len(days) // count], kind) for kind, count in counts.items() for number in range(count)
    )
    return [
        (
            number,
            f"470/{number}/KEL-TL/{year}",
            day,
            CITIZENS[number * 7 % len(CITIZENS)],
            OFFICES.get(kind, kind),
            kind,
        )
        for number, (day, kind) in enumerate(spread, start=1)
    ]


def write_book(table: Path, book: Path, days_off: Collection[date] = ()) -> int:
    """Writes the year of `table` as `book`, .csv or .xlsx by its name; the number of letters."""
    year, counts = read_counts(table)
    rows = book_rows(counts, year, days_off)
    if book.suffix == ".xlsx":
        title: tuple[Cell, ...] = (f"BUKU AGENDA SURAT KELUAR TAHUN {year}",)
        write_xlsx(book, {f"Agenda {year}": [title, ("KELURAHAN TANJUNG LAUT",), (), HEADER, *rows]})
    else:
        write_csv(book, HEADER, rows)
    return len(rows)


if __name__ == "__main__":
    written = write_book(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{written} surat\n")
