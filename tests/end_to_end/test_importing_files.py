"""An office's files brought into a real archive: a counter's year comes out of the report as it went in, on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from correspondence.dates import Month
from correspondence.services.importing import import_codes, import_holidays, import_letters
from correspondence.services.reporting import monthly_report, yearly_report
from correspondence.sheets import ImportOutcome
from tests.builders import NINE, StandingClock
from tests.data import tanjung_laut
from ui.sheets import read_table, write_csv
from ui.wiring import Registry, open_registry

# The year 2017 of a kelurahan's counter: 2,880 letters.
OUTPUT = {
    "Pengantar KTP": 1128,
    "Pengantar KK": 949,
    "Pengantar Pindah": 348,
    "Pengantar Perizinan": 94,
    "Pengantar Nikah": 155,
    "Pengantar Domisili": 96,
    "Keterangan Tidak Mampu": 110,
}


@pytest.fixture
def registry(engine_url: str) -> Iterator[Registry]:
    with open_registry(engine_url, actor="petugas", clock=StandingClock(NINE), create=True) as opened:
        yield opened


def bring(registry: Registry, path: Path) -> ImportOutcome:
    return import_letters(registry.office, rows=read_table(path), direction=None)


def test_a_counters_year_comes_out_as_it_went_in(registry: Registry, tmp_path: Path) -> None:
    counts = tmp_path / "tabel.csv"
    write_csv(counts, ("letter_kind", "letters_2017"), list(OUTPUT.items()))
    for name in ("buku.csv", "buku.xlsx"):
        tanjung_laut.write_book(counts, tmp_path / name)
    first, again = bring(registry, tmp_path / "buku.csv"), bring(registry, tmp_path / "buku.xlsx")
    assert (first.imported, first.rejected) == (2880, ())
    assert (again.imported, again.skipped) == (0, 2880)
    year = yearly_report(registry.office, year=2017)
    assert {row.kind: row.total for row in year.by_kind} == OUTPUT
    months = [monthly_report(registry.office, month=Month(2017, month)) for month in range(1, 13)]
    for kind, total in OUTPUT.items():
        assert sum(row.issued for month in months for row in month.by_kind if row.kind == kind) == total
    assert {month.balance.closing for month in months} == {0}
    # The next year's first letter does not know of the book; the book's own year goes on behind it.
    with registry.office.open_reading() as unit:
        assert max(unit.letters.taken_numbers(tanjung_laut.DIRECTION, 2017)) == 2880


def test_ten_thousand_rows_with_seven_bad_ones(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "buku.csv"
    day = date(2025, 3, 3)
    rows = [
        (number, day, f"045/{number}", day, "Camat <b>&", f"=cmd({number})") for number in range(1, 10_001)
    ]
    for number in (1, 9, 4999, 5000, 5001, 9998, 10_000):
        rows[number - 1] = (number, date(2062, 1, 1), f"045/{number}", day, "Camat", "Rapat")
    heading = (
        "Nomor Urut",
        "Tanggal Penerimaan",
        "Nomor Surat",
        "Tanggal Surat",
        "Pengirim",
        "Isi Singkat",
    )
    write_csv(path, heading, rows)
    outcome = bring(registry, path)
    assert outcome.imported == 9993
    assert [each.row for each in outcome.rejected] == [2, 10, 5000, 5001, 5002, 9999, 10_001]
    assert {reason.rule for each in outcome.rejected for reason in each.reasons} == {"date_in_future"}
    assert bring(registry, path).skipped == 9993


def test_codes_and_days_off_from_files(registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "kode.csv"
    write_csv(
        path,
        ("code", "label", "parent", "regime"),
        [(f"000.{n}", f"Urusan {n}", "", "baru") for n in range(1, 60)],
    )
    table = read_table(path)
    assert [import_codes(registry.office, rows=table).imported for _ in range(2)] == [59, 0]
    with registry.office.open_reading() as unit:
        assert [each.code for each in unit.codes.find("000.1", limit=3)] == ["000.1", "000.10", "000.11"]
    write_csv(path, ("Tanggal", "Keterangan"), [(datetime(2027, 2, 5), "Cuti Bersama Imlek")])  # noqa: DTZ001
    table = read_table(path)
    assert [import_holidays(registry.office, rows=table).imported for _ in range(2)] == [1, 0]
