"""Rows an import refused: written beside the book, mended by the clerk, read again; never over what she mended."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from correspondence.changes import Changes
from correspondence.errors import Refused
from correspondence.old_books.agenda_book import read_book
from correspondence.sheets import ImportOutcome, RejectedRow
from ui.sheets import read_table, write_rejected

HEADER = "Nomor Urut,Tanggal Penerimaan,Nomor Surat,Tanggal Surat,Pengirim,Isi Singkat"
ROW = "1,2017-01-05,045/1,2017-01-03,Kantor Café,Rapat"
TODAY = date(2026, 10, 7)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "buku agendé"
    made.mkdir()
    return made


def test_rejected_rows_are_written_mended_and_read_again(folder: Path) -> None:
    path = folder / "agenda 2017.csv"
    path.write_text(f"{HEADER}\n1,,045/1,2017-01-03,Camat,=cmd()\n{ROW}\n", encoding="utf-8")
    book = read_book(read_table(path), direction=None, today=TODAY)
    outcome = ImportOutcome(1, 0, tuple(book.rejected), book.labels, Changes())
    target = write_rejected(path, outcome, lambda reason: f"Alasan: {reason.rule}.")
    assert target == folder / "agenda 2017.rejected.csv"
    heading, row = csv.reader(io.StringIO(target.read_text("utf-8-sig"), newline=""))
    assert heading == [*HEADER.split(","), "baris", "alasan"]
    assert row == [
        *("1", "", "045/1", "2017-01-03", "Camat", "'=cmd()"),
        *("2", "Alasan: received_on_missing."),
    ]
    mended = target.read_text("utf-8-sig").replace("1,,", "1,2017-01-05,")
    (folder / "buku.csv").write_text(mended, encoding="utf-8")
    again = read_book(read_table(folder / "buku.csv"), direction=None, today=TODAY)
    assert [line.form.subject for line in again.lines] == ["=cmd()"]
    unmended = read_book(read_table(target), direction=None, today=TODAY)
    outcome = ImportOutcome(0, 0, tuple(unmended.rejected), unmended.labels, Changes())
    second = write_rejected(target, outcome, lambda reason: reason.rule)
    assert second.read_text("utf-8-sig").splitlines()[0] == f"{HEADER},baris,alasan"


def test_rejected_rows_that_somebody_is_mending_are_left_alone(folder: Path) -> None:
    rejected = RejectedRow(7, (Refused("subject_missing"),), ("a", ""))
    outcome = ImportOutcome(0, 0, (rejected,), ("x", "y"), Changes())

    def write() -> Path:
        return write_rejected(folder / "b.csv", outcome, lambda reason: reason.rule)

    first = write()
    assert write() == first, "the same rows are not written twice"
    first.write_text("x,y\na,dibetulkan\n", encoding="utf-8")
    assert write() == write() == folder / "b.rejected-2.csv"
    (folder / "b.rejected-2.csv").write_text("x,y\n", encoding="utf-8")
    (folder / "b.rejected-3.csv").mkdir()
    assert write() == folder / "b.rejected-4.csv"
    assert first.read_text("utf-8") == "x,y\na,dibetulkan\n"


def test_a_row_longer_than_its_heading_keeps_all_its_cells(folder: Path) -> None:
    rejected = RejectedRow(7, (Refused("row_too_wide"),), ("a", date(2017, 1, 5), 3.0, "d"))
    outcome = ImportOutcome(0, 0, (rejected,), ("x", "y"), Changes())
    target = write_rejected(folder / "b.xlsx", outcome, lambda reason: reason.rule)
    assert target.read_text("utf-8-sig").splitlines() == [
        "x,y,,,baris,alasan",
        "a,2017-01-05,3,d,7,row_too_wide",
    ]
