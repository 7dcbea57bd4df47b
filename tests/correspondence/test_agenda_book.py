"""Old agenda books: which row is the heading, what its columns mean, which rows are letters and which are not."""

from __future__ import annotations

from datetime import date

import pytest

from correspondence.errors import Refused
from correspondence.forms import LetterForm
from correspondence.letters import Secrecy, Urgency
from correspondence.old_books.agenda_book import read_book
from correspondence.old_books.columns import BookColumns, read_header
from correspondence.old_books.rows import REMARK
from correspondence.workflow import Direction, IncomingState, OutgoingState
from tests.data.books import GOOD, INCOMING, MIDNIGHT, OUTGOING, TODAY, one, read, rules, table


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


def test_missing_columns_are_named_as_a_book_prints_them() -> None:
    with pytest.raises(Refused) as refused:
        read(INCOMING, GOOD, direction=Direction.OUTGOING)
    assert refused.value.facts["missing"] == ("Ditujukan Kepada",)


def test_ambiguous_headings_are_settled_by_what_stands_below() -> None:
    letter = one(
        ("No", "Nomor Urut", "Pengirim", "Perihal", "Tanggal"), 9, 12, "Camat", "Rapat", "2017-01-05"
    )
    assert letter.number == 12
    slip = rules(
        ("No", "Nomor Surat", "Pengirim", "Perihal", "Tanggal"),
        ("satu", "045", "Camat", "Rapat", "2017-01-05"),
    )
    assert slip == {2: ["agenda_number_invalid"]}
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


def test_the_same_row_has_the_same_key_from_a_text_and_from_a_workbook() -> None:
    typed = one(INCOMING, "1", "5 Januari 2017", "045/1", "03-01-2017", "Camat  Bontang", "Rapat ")
    cells = one(INCOMING, 1.0, MIDNIGHT, "045/1", date(2017, 1, 3), "camat bontang", "Rapat")
    other = one(INCOMING, 1.0, MIDNIGHT, "045/1", date(2017, 1, 3), "camat bontang", "Rapat II")
    assert typed.key == cells.key != other.key


def test_columns_are_named_once() -> None:
    """`BookColumns` takes fields by the names of the headings; one without a heading would always be blank."""
    heading = read_header(table((*INCOMING, "Jenis", "Kode", "Status")), None)
    assert isinstance(heading.columns[0], BookColumns)
    assert heading.columns[0].kind == 6


@pytest.mark.parametrize(
    ("heading", "direction", "missing"),
    [
        (("Jenis", "Tanggal", "Perihal"), Direction.OUTGOING, ("Ditujukan Kepada",)),
        (("Jenis", "Tanggal", "Perihal"), Direction.INCOMING, ("Pengirim",)),
        (("Jenis", "Kode", "Kepada"), Direction.OUTGOING, ("Isi Singkat", "Tanggal Pengiriman")),
    ],
)
def test_a_heading_that_lacks_a_column_says_which(
    heading: tuple[str, ...], direction: Direction, missing: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        read(("BUKU KELUARAN LOKET",), heading, ("KTP", "2017-01-03", "Pengantar"), direction=direction)
    assert (refused.value.rule, refused.value.facts["missing"]) == ("columns_missing", missing)


def test_a_list_of_ours_comes_back_under_its_own_field_names() -> None:
    """What `list --json` and `show --json` print: the day of entry is the book's own."""
    heading = ("ref", "direction", "agenda_number", "state", "letter_date", "received_on", "entered_on")
    heading += ("correspondent", "subject", "dispatched_on", "delivered_on", "received_by", "overdue")
    book = read(
        heading,
        ("K-2017-4", "outgoing", 4, "draft", "", "", "2017-01-05", "Camat", "Konsep", "", "", "", False),
        ("M-2017-9", "incoming", 9, "filed", "", "", "2017-01-06", "Camat", "Masuk", "", "", "", False),
        (
            *("K-2017-5", "outgoing", 5, "delivered", "2017-01-02", "", "2017-01-05", "Camat", "Sampai"),
            *("2017-01-06", "2017-01-07", "Joko", False),
        ),
    )
    assert not book.rejected
    draft, came, went = book.lines
    assert (draft.on, draft.form.letter_date, draft.state) == (date(2017, 1, 5), None, OutgoingState.DRAFT)
    assert (came.on, came.form.received_on) == (date(2017, 1, 6), date(2017, 1, 6))
    assert (went.on, went.form.letter_date) == (date(2017, 1, 5), date(2017, 1, 2))
    assert (went.dispatched_on, went.delivered_on, went.received_by) == (
        date(2017, 1, 6),
        date(2017, 1, 7),
        "Joko",
    )


def test_a_day_of_entry_is_a_day_like_others() -> None:
    heading = ("addressee", "subject", "entered_on", "delivered_on")
    assert rules(
        heading,
        ("Camat", "Rapat", "2062-01-01", ""),
        ("Camat", "Rapat", "2017-01-05", "kemarin dulu"),
        ("Camat", "Rapat", "1912-01-01", ""),
        ("Camat", "Rapat", "", ""),
    ) == {
        2: ["date_in_future"],
        3: ["date_unreadable"],
        4: ["date_too_old"],
        5: ["book_date_missing"],
    }
