"""Rows of old agenda books: which are letters, which are furniture, and every reason against the others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.forms import LetterForm, check
from correspondence.old_books.agenda_book import read_book
from correspondence.old_books.cells import said, said_all
from correspondence.old_books.columns import read_header
from correspondence.old_books.rows import BookLine, RowReader
from correspondence.sheets import Cell, SheetRow, Table
from correspondence.workflow import Direction
from tests.data.books import GOOD, INCOMING, MIDNIGHT, OUTGOING, TODAY, one, read, rules, table


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (MIDNIGHT, date(2017, 1, 5)),
        (date(2017, 1, 5), date(2017, 1, 5)),
        (42740, date(2017, 1, 5)),
        (42740.5, date(2017, 1, 5)),
        ("42740", date(2017, 1, 5)),
        ("5 Januari 2017", date(2017, 1, 5)),
        ("Kamis, 5 Januari 2017", date(2017, 1, 5)),
        ("05-01-17", date(2017, 1, 5)),
        ("2017-01-05 00:00:00", date(2017, 1, 5)),
        ("05/01/2017 08.30", date(2017, 1, 5)),
    ],
)
def test_days_as_cells_and_as_typed(cell: Cell, day: date) -> None:
    assert one(INCOMING, 1, cell, "045", None, "Camat", "Rapat").on == day


@pytest.mark.parametrize(
    ("at", "cell", "reasons"),
    [
        (1, "31 Februari 2017", ["date_impossible"]),
        (1, "entah", ["date_unreadable"]),
        (1, "5 Januari", ["date_without_year"]),
        (1, "kemarin", ["date_without_year"]),
        (1, "8-10-2026", ["date_in_future"]),
        (1, "1-1-1920", ["date_too_old", "received_before_written"]),
        (1, None, ["received_on_missing"]),
        (1, "2017-01-02", ["received_before_written"]),
        (3, "30-02-2017", ["date_impossible"]),
        (0, "dua", ["agenda_number_invalid"]),
        (0, 0, ["agenda_number_invalid"]),
        (0, -3, ["agenda_number_invalid"]),
        (0, 20170105, ["agenda_number_invalid"]),
        (2, "9" * 500, ["text_too_long"]),
        (4, "-", ["sender_missing"]),
        (5, "  ", ["subject_missing"]),
        (5, "\x00\x07", ["subject_missing"]),
    ],
)
def test_rows_that_cannot_be_right(at: int, cell: Cell, reasons: list[str]) -> None:
    bad = (*GOOD[:at], cell, *GOOD[at + 1 :])
    assert rules(INCOMING, GOOD, bad, GOOD) == {3: reasons}


def test_several_reasons_are_told_at_once() -> None:
    assert rules(INCOMING, (1, "30-02-2017", "", "entah", "Camat", "")) == {
        2: ["date_unreadable", "date_impossible", "subject_missing"]
    }


def test_an_outgoing_letter_without_any_date_and_words_nobody_knows() -> None:
    heading = (*OUTGOING, "Status", "Kecepatan", "Keamanan")
    row = (1, "470", None, "Camat", "Rapat", None, "hilang", "lambat", "gelap")
    assert rules(heading, row) == {
        2: ["state_unknown", "urgency_unknown", "secrecy_unknown", "book_date_missing"]
    }
    late = (1, "470", None, "Camat", "Rapat", "8-10-2026")
    assert rules(OUTGOING, late) == {2: ["date_in_future"]}


def test_markup_formulas_and_control_characters_are_only_text() -> None:
    line = one(INCOMING, 1, "2017-01-05", "=1+1", None, "<b>Camat</b>", "=cmd('x')\x07 & <img src=x>")
    assert line.form.subject == "=cmd('x') & <img src=x>"
    assert (line.form.letter_number, line.form.correspondent) == ("=1+1", "<b>Camat</b>")


def test_furniture_of_a_book_is_passed_over() -> None:
    book = read(
        INCOMING,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("BULAN JANUARI 2017",),
        GOOD,
        ("JUMLAH", None, None, None, None, 1),
        ("Halaman 1 dari 2",),
        INCOMING,
        (1, 2, 3, 4, 5, 6),
        (2, *GOOD[1:]),
        (3,),
        ("Total surat", 2),
        (None, None, None, None, "Bontang, 29 Desember 2017"),
        ("MENGETAHUI", None, None, None, "Petugas Agenda"),
        ("LURAH TANJUNG LAUT",),
        ("Drs. Fulan", None, None, None, "Siti"),
        ("NIP 19800101 200501 1 001",),
    )
    assert [line.number for line in book.lines] == [1, 2]
    assert not book.rejected


def test_numbered_but_empty_lines_at_the_end_are_no_letters() -> None:
    assert rules(INCOMING, GOOD, (2,), (3, "", " "), ("4.",)) == {}


def test_a_number_alone_between_letters_is_told() -> None:
    assert rules(INCOMING, GOOD, (2,), GOOD) == {
        3: ["sender_missing", "subject_missing", "received_on_missing"]
    }


def test_a_bad_letter_just_above_the_signatures_is_still_told() -> None:
    assert rules(
        INCOMING, GOOD, (None, "31-02-2017", None, None, None, "Undangan"), ("Mengetahui",), ("Lurah",)
    ) == {3: ["date_impossible", "sender_missing"]}


def test_a_field_too_many_means_a_divider_inside_a_value() -> None:
    rows = table(INCOMING, GOOD, (*GOOD[:5], "Rapat", " besok"), width=6)
    book = read_book(rows, direction=None, today=TODAY)
    assert [reason.rule for each in book.rejected for reason in each.reasons] == ["row_too_wide"]


def test_a_cut_row_is_told_as_such() -> None:
    rows = Table("b.csv", [SheetRow(1, INCOMING), SheetRow(2, ("1", "2017-0"), cut=True)], 6)
    (rejected,) = read_book(rows, direction=None, today=TODAY).rejected
    assert [each.rule for each in rejected.reasons] == ["row_cut"]


def test_ten_thousand_rows_with_seven_bad_ones() -> None:
    rows: list[tuple[Cell, ...]] = [(number, *GOOD[1:]) for number in range(1, 10_001)]
    bad = (17, 500, 1999, 2000, 7777, 9998, 9999)
    for number in bad:
        rows[number] = (number + 1, "99-99-2017", *GOOD[2:])
    book = read(INCOMING, *rows)
    assert len(book.lines) == 9993
    assert [each.row for each in book.rejected] == [number + 2 for number in bad]


_DAYS = st.none() | st.dates(date(1940, 1, 1), date(2030, 1, 1))
_TEXTS = st.text("abc/- é", max_size=5) | st.sampled_from(
    ["x" * 60, "x" * 61, "x" * 200, "x" * 300, "x" * 1001]
)


@given(
    direction=st.sampled_from(Direction),
    days=st.tuples(_DAYS, _DAYS),
    texts=st.tuples(*[_TEXTS] * 8),
)
def test_the_quick_look_never_passes_what_the_checks_refuse(
    direction: Direction, days: tuple[date | None, date | None], texts: tuple[str, ...]
) -> None:
    """And never refuses what they pass: the reasons are always those of `forms.check`."""
    heading = (
        "letter_date",
        "received_on" if direction is Direction.INCOMING else "dispatched_on",
        "correspondent",
        "subject",
        "letter_number",
        "classification",
        "enclosures",
        "external_reference",
        "address",
        "kind",
    )
    header = read_header(table(heading), direction)
    reader = RowReader(header.columns[0], width=len(heading), widest=0, today=TODAY)
    outcome = reader.read(SheetRow(2, (*days, *texts)))
    said = ["" if each.strip() in {"", "-", "--"} else each.strip() for each in texts]
    form = LetterForm(
        letter_date=days[0],
        received_on=days[1] if direction is Direction.INCOMING else None,
        **dict(
            zip(
                (
                    *("correspondent", "subject", "letter_number", "classification", "enclosures"),
                    *("external_reference", "correspondent_address"),
                ),
                said,
                strict=False,
            )
        ),
    )
    wanted = {each.rule for each in check(form, direction, today=TODAY, imported=True)}
    if direction is Direction.OUTGOING:
        wanted |= {"book_date_missing"} if days == (None, None) else set()
        wanted |= {"date_in_future"} if days[1] and days[1] > TODAY else set()
        wanted |= {"date_too_old"} if days[1] and days[1].year < 1945 else set()
    wanted |= {"text_too_long"} if len(said[7]) > 300 else set()
    found = set() if isinstance(outcome, BookLine) else {each.rule for each in outcome}
    assert found == wanted


_CELLS = (
    st.none()
    | st.text(max_size=6)
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.sampled_from(["5 Januari 2017", "12", "MENGETAHUI", "JUMLAH", "-", "rahasia", "1/2/2017 25:99"])
)


@given(rows=st.lists(st.lists(_CELLS, max_size=9), max_size=8))
def test_whatever_stands_in_the_cells_every_row_is_a_letter_a_reason_or_furniture(
    rows: list[list[Cell]],
) -> None:
    heading = (*INCOMING, "Sifat", "Status")
    book = read(heading, GOOD, *map(tuple, rows), (2, *GOOD[1:]))
    numbers = [line.row.number for line in book.lines] + [each.row for each in book.rejected]
    assert len(numbers) == len(set(numbers))
    assert [book.lines[0].number, book.lines[-1].number] == [1, 2]
    assert all(each.reasons for each in book.rejected)


@given(st.lists(st.text(max_size=4) | st.sampled_from(["-", " -- ", "—", None, 7, 7.0, TODAY]), max_size=6))
def test_the_cells_of_a_row_say_together_what_each_says_alone(cells: list[Cell]) -> None:
    assert said_all(cells) == [said(cell) for cell in cells]
