"""Old agenda books: which row is the heading, what its columns mean, which rows are letters and which are not."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.agenda_book import BookReading, read_book
from correspondence.book_columns import BookColumns, read_header
from correspondence.book_rows import REMARK, BookLine, RowReader
from correspondence.errors import Refused
from correspondence.forms import LetterForm, check
from correspondence.letters import Secrecy, Urgency
from correspondence.sheets import Cell, SheetRow, Table
from correspondence.workflow import Direction, IncomingState, OutgoingState

TODAY = date(2026, 10, 7)
# A workbook's day has no zone, whatever the zone of the office.
MIDNIGHT = datetime(2017, 1, 5)  # noqa: DTZ001
INCOMING = ("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Tanggal Surat", "Pengirim", "Isi Singkat")
OUTGOING = (
    "Nomor Urut",
    "Nomor Surat",
    "Tanggal Surat",
    "Ditujukan Kepada",
    "Isi Singkat",
    "Tanggal Pengiriman",
)


def table(*rows: tuple[Cell, ...], name: str = "buku.csv", width: int = 0) -> Table:
    kept = [SheetRow(number, cells) for number, cells in enumerate(rows, start=1) if cells]
    return Table(name, kept, width)


def read(*rows: tuple[Cell, ...], direction: Direction | None = None, name: str = "buku.csv") -> BookReading:
    return read_book(table(*rows, name=name), direction=direction, today=TODAY)


def one(heading: tuple[str, ...], *cells: Cell, direction: Direction | None = None) -> BookLine:
    """The one letter of a book with one row."""
    book = read(heading, cells, direction=direction)
    assert not book.rejected
    (line,) = book.lines
    return line


def rules(*rows: tuple[Cell, ...], direction: Direction | None = None) -> dict[int, list[str]]:
    """The reasons by row number."""
    book = read(*rows, direction=direction)
    return {each.row: [reason.rule for reason in each.reasons] for each in book.rejected}


def test_a_book_of_incoming_letters_as_the_rule_prints_it() -> None:
    line = one(INCOMING, "12", "5 Januari 2017", "045/1/A", "03-01-17", "Dinas Pendidikan", "Undangan rapat")
    assert line.direction is Direction.INCOMING
    assert (line.number, line.on, line.state) == (12, date(2017, 1, 5), IncomingState.FILED)
    assert line.form == LetterForm(
        correspondent="Dinas Pendidikan",
        subject="Undangan rapat",
        letter_number="045/1/A",
        letter_date=date(2017, 1, 3),
        received_on=date(2017, 1, 5),
    )


def test_a_book_of_outgoing_letters_counts_on_the_letters_date() -> None:
    line = one(OUTGOING, 3, "470/3/TL", "2017-01-03", "Camat", "Pengantar", "2017-01-05")
    assert line.direction is Direction.OUTGOING
    assert (line.on, line.dispatched_on) == (date(2017, 1, 3), date(2017, 1, 5))
    assert line.form.received_on is None
    undated = one(OUTGOING, 4, "", None, "Camat", "Pengantar", "2017-01-05")
    assert undated.on == date(2017, 1, 5)
    assert undated.form.letter_date is None


@pytest.mark.parametrize(
    "heading",
    [
        ("NO. URUT", "TGL. TERIMA", "NO. SURAT", "TGL. SURAT", "ASAL SURAT", "PERIHAL"),
        ("No Agenda", "Tgl Diterima", "Nomor Surat", "Tanggal Surat", "Dari", "Hal"),
        ("No.", "Tanggal Masuk", "No Surat", "Tgl. Surat", "Instansi Pengirim", "Isi Ringkas"),
        ("agenda_number", "received_on", "letter_number", "letter_date", "sender", "subject"),
        ("agenda_number", "received_on", "letter_number", "letter_date", "correspondent", "subject"),
        (
            "Nomor\nUrut",
            "Tanggal\nPenerimaan",
            "Nomor  Surat*",
            "Tanggal Surat (dd/mm)",
            "PENGIRIM :",
            "Isi_Singkat",
        ),
    ],
)
def test_headings_of_many_hands(heading: tuple[str, ...]) -> None:
    line = one(heading, "7", "05/01/2017", "045/1", "03/01/2017", "Camat", "Rapat", direction=None)
    assert (line.direction, line.number, line.on) == (Direction.INCOMING, 7, date(2017, 1, 5))
    assert (line.form.letter_number, line.form.correspondent, line.form.subject) == (
        "045/1",
        "Camat",
        "Rapat",
    )


def test_the_heading_row_stands_below_a_title_block_and_blank_rows() -> None:
    book = read(
        ("BUKU AGENDA SURAT MASUK",),
        ("SEKRETARIAT DAERAH KOTA KEDIRI", None, None),
        (),
        ("Tahun", 2017),
        INCOMING,
        (1, 2, 3, 4, 5, 6),
        (1, date(2017, 1, 5), "045/1", date(2017, 1, 3), "Camat", "Rapat"),
    )
    assert book.labels == INCOMING
    assert [line.row.number for line in book.lines] == [7]
    assert not book.rejected


def test_headings_on_two_lines_are_read_together() -> None:
    book = read(
        ("Nomor Urut", "Surat", None, "Pengirim", "Isi", "Tanggal Penerimaan"),
        (None, "Nomor", "Tanggal", None, "Singkat"),
        ("1", "045/1", "2017-01-03", "Camat", "Rapat", "2017-01-05"),
    )
    (line,) = book.lines
    assert (line.form.letter_number, line.form.letter_date) == ("045/1", date(2017, 1, 3))
    assert line.form.subject == "Rapat"


def test_all_other_columns() -> None:
    heading = (
        *INCOMING,
        "Jenis Naskah",
        "Kode",
        "Unit Pengolah",
        "Sifat",
        "Lampiran",
        "Status",
        "Alamat",
        "Keterangan",
    )
    line = one(
        heading,
        *(1, "2017-01-05", "045/1", "2017-01-03", "Camat", "Rapat"),
        *(
            "Undangan",
            "005",
            "Umum",
            "Sangat Segera / Rahasia",
            "2 berkas",
            "Didisposisi",
            "Jl. Mawar",
            "asli di TU",
        ),
    )
    form = line.form
    assert (form.kind, form.classification, form.unit, form.enclosures) == (
        "Undangan",
        "005",
        "Umum",
        "2 berkas",
    )
    assert (form.urgency, form.secrecy) == (Urgency.SANGAT_SEGERA, Secrecy.RAHASIA)
    assert line.state is IncomingState.DISPOSED
    assert (form.correspondent_address, form.fields) == ("Jl. Mawar", {REMARK: "asli di TU"})


def test_our_own_field_names_and_codes() -> None:
    heading = ("to", "subject", "letter_kind", "date", "urgency", "secrecy", "state", "external_reference")
    line = one(heading, "Camat", "Rapat", "Undangan", "2017-01-03", "segera", "terbatas", "numbered", "SR-1")
    assert (line.direction, line.state) == (Direction.OUTGOING, OutgoingState.NUMBERED)
    assert (line.form.kind, line.form.urgency, line.form.secrecy) == (
        "Undangan",
        Urgency.SEGERA,
        Secrecy.TERBATAS,
    )
    assert (line.on, line.form.external_reference) == (date(2017, 1, 3), "SR-1")


@pytest.mark.parametrize(
    ("title", "name", "direction"),
    [
        ("BUKU AGENDA SURAT KELUAR", "buku.csv", Direction.OUTGOING),
        ("REKAP", "surat masuk 2017.csv", Direction.INCOMING),
        ("SURAT MASUK DAN SURAT KELUAR", "surat-keluar.csv", Direction.OUTGOING),
    ],
)
def test_the_title_or_the_name_tells_the_book(title: str, name: str, direction: Direction) -> None:
    rows = ((title,), ("correspondent", "subject", "date"), ("Camat", "Rapat", "2017-01-03"))
    assert read(*rows, name=name).lines[0].direction is direction


def test_a_column_may_tell_the_book_row_by_row() -> None:
    book = read(
        ("direction", "correspondent", "subject", "date"),
        ("incoming", "Camat", "Rapat", "2017-01-03"),
        ("Surat Keluar", "Camat", "Rapat", "2017-01-03"),
        ("entah", "Camat", "Rapat", "2017-01-03"),
    )
    assert [line.direction for line in book.lines] == [Direction.INCOMING, Direction.OUTGOING]
    assert [each.row for each in book.rejected] == [4]


def test_no_heading_names_what_was_seen_and_what_is_expected() -> None:
    with pytest.raises(Refused) as refused:
        read(("Nama", "Umur"), ("Andi", 12))
    assert refused.value.rule == "header_not_found"
    assert refused.value.facts["seen"] == ("Nama | Umur", "Andi | 12")
    assert "Pengirim" in refused.value.facts["expected"]


@pytest.mark.parametrize(
    ("heading", "rule"),
    [
        (("correspondent", "subject", "date"), "direction_unclear"),
        (("Pengirim", "Tanggal Surat", "Nomor Surat"), "columns_missing"),
        (("Ditujukan Kepada", "Perihal"), "columns_missing"),
    ],
)
def test_a_heading_that_does_not_suffice(heading: tuple[str, ...], rule: str) -> None:
    with pytest.raises(Refused) as refused:
        read(heading, ("x", "y", "z"))
    assert refused.value.rule == rule


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


GOOD = (1, "2017-01-05", "045/1", "2017-01-03", "Camat", "Rapat")


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


def test_ambiguous_headings_are_settled_by_what_stands_below() -> None:
    letter = one(
        ("No", "Nomor Urut", "Pengirim", "Perihal", "Tanggal"), 9, 12, "Camat", "Rapat", "2017-01-05"
    )
    assert letter.number == 12
    by_value = one(("Nomor", "Pengirim", "Perihal", "Tanggal"), "045/1", "Camat", "Rapat", "2017-01-05")
    assert (by_value.number, by_value.form.letter_number) == (None, "045/1")
    both = one(
        ("Tanggal", "Tanggal Surat", "Pengirim", "Perihal"), "2017-01-05", "2017-01-03", "Camat", "Rapat"
    )
    assert (both.on, both.form.letter_date) == (date(2017, 1, 5), date(2017, 1, 3))


def test_progress_is_told_and_may_give_up() -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 3

    rows = table(INCOMING, *[GOOD] * 5000)
    with pytest.raises(Refused) as refused:
        read_book(rows, direction=None, today=TODAY, progress=watch)
    assert refused.value.rule == "import_cancelled"
    assert told == [(1, 5001), (1001, 5001), (2001, 5001)]


def test_ten_thousand_rows_with_seven_bad_ones() -> None:
    rows: list[tuple[Cell, ...]] = [(number, *GOOD[1:]) for number in range(1, 10_001)]
    bad = (17, 500, 1999, 2000, 7777, 9998, 9999)
    for number in bad:
        rows[number] = (number + 1, "99-99-2017", *GOOD[2:])
    book = read(INCOMING, *rows)
    assert len(book.lines) == 9993
    assert [each.row for each in book.rejected] == [number + 2 for number in bad]


def test_the_same_row_has_the_same_key_from_a_text_and_from_a_workbook() -> None:
    typed = one(INCOMING, "1", "5 Januari 2017", "045/1", "03-01-2017", "Camat  Bontang", "Rapat ")
    cells = one(INCOMING, 1.0, MIDNIGHT, "045/1", date(2017, 1, 3), "camat bontang", "Rapat")
    other = one(INCOMING, 1.0, MIDNIGHT, "045/1", date(2017, 1, 3), "camat bontang", "Rapat II")
    assert typed.key == cells.key != other.key


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


def test_columns_are_named_once() -> None:
    """`BookColumns` takes fields by the names of the headings; one without a heading would always be blank."""
    heading = read_header(table((*INCOMING, "Jenis", "Kode", "Status")), None)
    assert isinstance(heading.columns[0], BookColumns)
    assert heading.columns[0].kind == 6
