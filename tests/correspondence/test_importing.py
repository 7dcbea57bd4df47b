"""Old books in the register: numbers kept and followed, nothing twice, nothing by halves, counts on the book's own dates."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from correspondence.changes import Topic
from correspondence.classification import ClassificationCode
from correspondence.errors import Refused
from correspondence.letters import Letter
from correspondence.numbering import LetterRef
from correspondence.old_books.lists import read_codes, read_days_off
from correspondence.services.entering_books import facts_of
from correspondence.services.importing import import_codes, import_holidays, import_letters
from correspondence.sheets import Cell, ImportOutcome, SheetRow, Table
from correspondence.throughput import FactKind
from correspondence.workdays import DayOffKind
from correspondence.workflow import Direction, IncomingState, OutgoingState
from tests.builders import NINE, Desk, build_desk
from tests.data import tanjung_laut

INCOMING = ("Nomor Urut", "Tanggal Penerimaan", "Nomor Surat", "Tanggal Surat", "Pengirim", "Isi Singkat")
OUTGOING = ("Nomor Urut", "Tanggal Surat", "Ditujukan Kepada", "Isi Singkat", "Jenis Naskah", "Unit")


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def table(*rows: tuple[Cell, ...], name: str = "buku 2017.xlsx") -> Table:
    return Table(name, [SheetRow(number, cells) for number, cells in enumerate(rows, start=1)])


def bring(desk: Desk, *rows: tuple[Cell, ...], **more: bool) -> ImportOutcome:
    return import_letters(desk.office, rows=table(*rows), direction=None, **more)


def came(number: Cell, subject: str = "Rapat", day: str = "2017-01-05") -> tuple[Cell, ...]:
    return (number, day, "045/1", "2017-01-03", "Camat", subject)


def went(number: Cell, name: str = "Andi", kind: str = "Surat Dinas", unit: str = "") -> tuple[Cell, ...]:
    return (number, "2017-01-05", name, "Pengantar", kind, unit)


def letters(desk: Desk) -> list[Letter]:
    return list(desk.archive.kept.letters.values())


def rules(outcome: ImportOutcome) -> dict[int, list[str]]:
    return {each.row: [reason.rule for reason in each.reasons] for each in outcome.rejected}


def test_a_letter_comes_in_as_filed_on_its_books_date(desk: Desk) -> None:
    outcome = bring(desk, INCOMING, came(12))
    letter = desk.letter(LetterRef(Direction.INCOMING, 2017, 12))
    assert (outcome.imported, outcome.skipped, outcome.rejected) == (1, 0, ())
    assert outcome.header == INCOMING
    assert outcome.changes.topics == {Topic.MANY_LETTERS}
    assert (letter.state, letter.entered_on, letter.imported) == (
        IncomingState.FILED,
        date(2017, 1, 5),
        True,
    )
    assert (letter.registered_at, letter.due_at, letter.held_since) == (NINE, None, None)
    (entry,) = desk.journal(letter.ref)
    assert (entry.step, entry.by, entry.note) == ("imported", "petugas", "buku 2017.xlsx:2")
    assert [(fact.what, fact.on) for fact in desk.facts(letter.ref)] == [
        (FactKind.REGISTERED, date(2017, 1, 5)),
        (FactKind.FINISHED, date(2017, 1, 5)),
    ]
    # Midnight in Jakarta: the hour is not known, the day is.
    assert desk.facts(letter.ref)[0].at == datetime(2017, 1, 4, 17, 0, tzinfo=UTC)


def test_output_without_letter_numbers_is_output(desk: Desk) -> None:
    bring(desk, OUTGOING, went(1))
    facts = desk.facts(LetterRef(Direction.OUTGOING, 2017, 1))
    assert {fact.what for fact in facts} == {FactKind.REGISTERED, FactKind.ISSUED, FactKind.FINISHED}


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        (OutgoingState.DRAFT, {FactKind.REGISTERED}),
        (OutgoingState.NUMBERED, {FactKind.REGISTERED, FactKind.ISSUED}),
        (OutgoingState.DISPATCHED, {FactKind.REGISTERED, FactKind.ISSUED, FactKind.FINISHED}),
        (OutgoingState.CANCELLED, {FactKind.REGISTERED, FactKind.CANCELLED}),
        (IncomingState.DISPOSED, {FactKind.REGISTERED}),
        (IncomingState.FILED, {FactKind.REGISTERED, FactKind.FINISHED}),
        (IncomingState.CANCELLED, {FactKind.REGISTERED, FactKind.CANCELLED}),
    ],
)
def test_what_an_old_letter_has_behind_it(state: IncomingState | OutgoingState, kinds: set[FactKind]) -> None:
    assert set(facts_of(state)) == kinds


def test_a_letter_that_is_still_open_has_a_deadline_and_lies_at_the_mail_desk(desk: Desk) -> None:
    heading = (*INCOMING, "Status")
    bring(desk, heading, (1, "2026-10-06", "045/1", "2026-10-01", "Camat", "Rapat", "Tercatat"))
    letter = desk.letter(LetterRef(Direction.INCOMING, 2026, 1))
    assert letter.state is IncomingState.REGISTERED
    assert letter.due_at is not None
    assert letter.due_at.date() == date(2026, 10, 13)  # five working days after the 6th
    assert letter.held_since == datetime(2026, 10, 5, 17, 0, tzinfo=UTC)
    assert [fact.what for fact in desk.facts(letter.ref)] == [FactKind.REGISTERED]


def test_numbers_are_kept_followed_and_counted_on(desk: Desk) -> None:
    outcome = bring(desk, INCOMING, came(5), came(None, "Undangan"), came(8, "Laporan"), came("-", "Edaran"))
    assert outcome.imported == 4
    numbers = {letter.subject: letter.agenda_number for letter in letters(desk)}
    assert numbers == {"Rapat": 5, "Laporan": 8, "Undangan": 9, "Edaran": 10}
    assert desk.archive.kept.counters["agenda:incoming:2017"] == 10
    holes = [(first, last) for _, _, first, last, _ in desk.archive.kept.holes]
    assert holes == [(1, 4), (6, 7)]


def test_registering_goes_on_behind_this_years_book(desk: Desk) -> None:
    bring(desk, INCOMING, came(41, day="2026-09-01"))
    assert str(desk.incoming()) == "M-2026-42"


def test_a_book_without_numbers_has_no_holes(desk: Desk) -> None:
    bring(desk, INCOMING[1:], came(0)[1:], came(0, "Undangan")[1:])
    assert [letter.agenda_number for letter in letters(desk)] == [1, 2]
    assert desk.archive.kept.holes == []


def test_holes_are_told_once(desk: Desk) -> None:
    bring(desk, INCOMING, came(5))
    bring(desk, INCOMING, came(3, "Undangan"))
    bring(desk, INCOMING, came(7, "Laporan"))
    assert [(first, last) for _, _, first, last, _ in desk.archive.kept.holes] == [(1, 4), (6, 6)]


def test_a_taken_number_is_refused_by_letter_or_row(desk: Desk) -> None:
    bring(desk, INCOMING, came(1))
    outcome = bring(desk, INCOMING, came(1, "Lain"), came(2, "Undangan"), came(2, "Laporan"))
    assert outcome.imported == 1
    assert rules(outcome) == {2: ["agenda_number_taken"], 4: ["agenda_number_taken"]}
    assert [each.reasons[0].facts for each in outcome.rejected] == [
        {"number": 1, "ref": "M-2017-1"},
        {"number": 2, "row": 3},
    ]


def test_the_same_number_in_another_year_or_book_is_free(desk: Desk) -> None:
    assert bring(desk, INCOMING, came(1), came(1, day="2018-01-05")).imported == 2
    assert bring(desk, OUTGOING, went(1)).imported == 1


def test_the_same_file_twice_adds_nothing(desk: Desk) -> None:
    rows = (INCOMING, came(1), came(None, "Undangan"), came(2, ""), came(4, "Laporan"))
    first = bring(desk, *rows)
    kept = desk.archive.kept
    again = bring(desk, *rows)
    assert (first.imported, first.skipped, rules(first)) == (3, 0, {4: ["subject_missing"]})
    assert (again.imported, again.skipped, rules(again)) == (0, 3, {4: ["subject_missing"]})
    assert again.changes.topics == frozenset()
    assert desk.archive.kept == kept


def test_a_mended_row_comes_in_under_its_own_number(desk: Desk) -> None:
    bring(desk, INCOMING, came(1), came(2, ""), came(3, "Laporan"))
    assert bring(desk, (*INCOMING, "baris", "alasan"), (*came(2, "Undangan"), 3, "…")).imported == 1
    assert desk.letter(LetterRef(Direction.INCOMING, 2017, 2)).subject == "Undangan"


def test_a_row_repeated_with_a_number_is_one_letter(desk: Desk) -> None:
    outcome = bring(desk, INCOMING, came(1), came(1), came(None), came(None))
    assert (outcome.imported, outcome.skipped) == (2, 2)  # the last two have a letter number


def test_equal_rows_without_numbers_are_letters_of_their_own(desk: Desk) -> None:
    rows = (OUTGOING, *[went(None)] * 3)
    assert bring(desk, *rows).imported == 3
    again = bring(desk, *rows, went(None))
    assert (again.imported, again.skipped) == (1, 3)


def test_new_kinds_and_units_are_added_once(desk: Desk) -> None:
    outcome = bring(
        desk,
        OUTGOING,
        went(1, kind=" surat  dinas ", unit="bagian umum"),
        went(2, kind="Pengantar KTP", unit="Loket"),
        went(3, kind="PENGANTAR KTP", unit=" Loket "),
    )
    assert (outcome.new_kinds, outcome.new_units) == (("Pengantar KTP",), ("Loket",))
    assert outcome.changes.topics == {Topic.MANY_LETTERS, Topic.KINDS, Topic.PEOPLE}
    kinds = {each.id: each.name for each in desk.archive.kept.kinds.values()}
    assert [kinds[letter.kind_id or 0] for letter in letters(desk)] == [
        "Surat Dinas",
        "Pengantar KTP",
        "Pengantar KTP",
    ]
    assert len({letter.unit_id for letter in letters(desk)}) == 2


def test_a_dry_run_tells_all_and_writes_nothing(desk: Desk) -> None:
    kept = desk.archive.kept
    outcome = bring(desk, OUTGOING, went(1, kind="Pengantar KTP"), went(1, "Lain"), dry_run=True)
    assert (outcome.imported, rules(outcome)) == (1, {3: ["agenda_number_taken"]})
    assert outcome.new_kinds == ("Pengantar KTP",)
    assert desk.archive.kept is kept


@pytest.mark.parametrize("patience", [0, 1])
def test_an_import_given_up_keeps_nothing(desk: Desk, patience: int) -> None:
    kept = desk.archive.kept
    calls: list[int] = []

    def watch(done: int, total: int) -> bool:
        calls.append(done)
        return len(calls) <= patience

    with pytest.raises(Refused) as refused:
        import_letters(desk.office, rows=table(INCOMING, came(1)), direction=None, progress=watch)
    assert refused.value.rule == "import_cancelled"
    assert desk.archive.kept is kept


def test_correspondents_met_more_than_once_are_remembered(desk: Desk) -> None:
    bring(desk, OUTGOING, went(1, "Camat Bontang"), went(2, "Camat Bontang"), went(3, "Andi"))
    assert [each.name for each in desk.archive.kept.correspondents.values()] == ["Camat Bontang"]


def test_a_counters_year_gives_its_own_table_back(desk: Desk) -> None:
    counts = {"Pengantar KTP": 47, "Pengantar KK": 31, "Pengantar Nikah": 5}
    rows = tanjung_laut.book_rows(counts, 2017)
    outcome = import_letters(desk.office, rows=table(tanjung_laut.HEADER, *rows), direction=None)
    assert (outcome.imported, outcome.rejected) == (83, ())
    kinds = {each.id: each.name for each in desk.archive.kept.kinds.values()}
    assert Counter(kinds[letter.kind_id or 0] for letter in letters(desk)) == counts
    assert {letter.entered_on.weekday() for letter in letters(desk)} <= {0, 1, 2, 3, 4}
    issued = [fact for fact in desk.archive.kept.facts if fact.what is FactKind.ISSUED]
    assert len(issued) == 83


CODES = ("Kode", "Uraian", "Induk", "Rezim", "Aktif", "Inaktif", "Nasib Akhir")


def test_codes_are_entered_once_and_renewed(desk: Desk) -> None:
    rows = table(
        ("DAFTAR KODE",), CODES, ("000", "Umum", None, "baru", "2 tahun", 3, "Musnah"), ("000.1", "TU")
    )
    first, again = import_codes(desk.office, rows=rows), import_codes(desk.office, rows=rows)
    assert (first.imported, first.skipped) == (2, 0)
    assert (again.imported, again.skipped, again.changes.topics) == (0, 2, frozenset())
    assert desk.archive.kept.codes["000", "baru"] == ClassificationCode(
        "000", "Umum", None, "baru", 2, 3, "Musnah"
    )
    assert [each.step for each in desk.archive.kept.journal] == ["codes_imported"]
    assert import_codes(desk.office, rows=table(CODES, ("000.1", "Tata usaha"))).imported == 1


def test_codes_that_a_spreadsheet_took_for_numbers_and_parents_not_given() -> None:
    codes = read_codes(
        table(("kode", "uraian"), (0, "Umum"), (0.1, "TU"), ("000.1.2.3", "Jauh"), (45, "x"))
    ).codes
    assert [(each.code, each.parent) for each in codes] == [
        ("000", None),
        ("000.1", "000"),
        ("000.1.2.3", "000.1"),
        ("045", None),
    ]


def test_codes_that_cannot_be_right_are_told() -> None:
    rows = table(
        CODES,
        ("000", "Umum"),
        ("000", "Umum"),
        ("000", "Lain"),
        (None, "Tanpa kode"),
        ("001", None),
        ("9" * 61, "x"),
        ("002", "x" * 1001),
        CODES,
    )
    found = read_codes(rows)
    assert len(found.codes) == 1
    assert found.repeated == 1
    assert [(each.row, each.reasons[0].rule) for each in found.rejected] == [
        (4, "code_repeated"),
        (5, "code_missing"),
        (6, "label_missing"),
        (7, "code_too_long"),
        (8, "text_too_long"),
    ]


def test_days_off_with_their_kinds(desk: Desk) -> None:
    rows = table(
        ("SKB 2027",),
        ("Tanggal", "Keterangan", "Jenis"),
        ("1 Januari 2027", "Tahun Baru", "Libur Nasional"),
        (date(2027, 2, 5), "Cuti bersama Imlek"),
        ("6-2-2027", "Imlek", "Cuti Bersama"),
        ("7-2-2027", "Hari jadi kota", "daerah"),
        ("31-2-2027", "Salah"),
        ("8-2-2027", ""),
        ("1-1-2027", "Lain"),
        ("9-2-2027", "x", "entah"),
        (None, "Tanpa tanggal"),
    )
    outcome = import_holidays(desk.office, rows=rows)
    kinds = [each.kind for each in desk.archive.kept.holidays.values()]
    assert kinds == [
        DayOffKind.HOLIDAY,
        DayOffKind.COLLECTIVE_LEAVE,
        DayOffKind.COLLECTIVE_LEAVE,
        DayOffKind.LOCAL,
    ]
    assert (outcome.imported, outcome.changes.topics) == (4, {Topic.HOLIDAYS})
    assert rules(outcome) == {
        7: ["date_impossible"],
        8: ["name_missing"],
        9: ["day_repeated"],
        10: ["day_off_kind_unknown"],
        11: ["date_missing"],
    }
    assert import_holidays(desk.office, rows=rows).imported == 0


def test_english_names_of_a_days_off_table() -> None:
    found = read_days_off(
        table(("date", "name", "kind"), ("2027-01-01", "New Year", "holiday")), today=date(2026, 1, 1)
    )
    assert list(found.days) == [date(2027, 1, 1)]
