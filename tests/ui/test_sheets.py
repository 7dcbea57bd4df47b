"""Tables in files: whatever a spreadsheet wrote is read, whatever is written is read back, nothing is taken for a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from correspondence.errors import Refused, Unavailable
from correspondence.old_books.agenda_book import read_book
from correspondence.sheets import Cell, Table
from tests.data import tanjung_laut
from ui import workbooks
from ui.guarded import freed, guarded
from ui.sheets import read_table, write_csv
from ui.workbooks import write_xlsx

HEADER = "Nomor Urut,Tanggal Penerimaan,Nomor Surat,Tanggal Surat,Pengirim,Isi Singkat"
ROW = "1,2017-01-05,045/1,2017-01-03,Kantor Café,Rapat"
TODAY = date(2026, 10, 7)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "buku agendé"
    made.mkdir()
    return made


def table(folder: Path, content: bytes | str, name: str = "buku.csv") -> Table:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path)


def cells(read: Table) -> list[tuple[Cell, ...]]:
    return [row.cells for row in read.rows]


def letters(read: Table) -> tuple[int, list[str]]:
    """How many letters the table has, and the first rule each other row breaks."""
    book = read_book(read, direction=None, today=TODAY)
    return len(book.lines), [each.reasons[0].rule for each in book.rejected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("mark", list(",;\t|"))
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_dividers(folder: Path, encoding: str, mark: str, ending: str) -> None:
    text = f"{HEADER}{ending}{ROW}{ending}".replace(",", mark)
    read = table(folder, text.encode(encoding))
    assert cells(read) == [
        tuple(HEADER.split(",")),
        ("1", "2017-01-05", "045/1", "2017-01-03", "Kantor Café", "Rapat"),
    ]
    assert letters(read) == (1, [])


def test_utf16_with_the_other_byte_first(folder: Path) -> None:
    assert letters(table(folder, b"\xfe\xff" + f"{HEADER}\n{ROW}\n".encode("utf-16-be"))) == (1, [])


def test_a_divider_inside_the_values_does_not_deceive(folder: Path) -> None:
    text = f'{HEADER}\n1,2017-01-05,045;1;A,2017-01-03,"Camat; Lurah; RT","Rapat; ""besar"", besok"\n'
    read = table(folder, text)
    assert read.rows[1].cells[-2:] == ("Camat; Lurah; RT", 'Rapat; "besar", besok')


def test_the_file_may_name_its_divider(folder: Path) -> None:
    assert cells(table(folder, "sep=|\na|b,c\n")) == [("a", "b,c")]


def test_row_numbers_are_those_of_a_spreadsheet(folder: Path) -> None:
    read = table(folder, f'\n{HEADER}\n\n1,2017-01-05,045,,"Camat\nKota",Rapat\n,,\n{ROW}\n')
    assert [row.number for row in read.rows] == [2, 4, 6]
    assert letters(read) == (2, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_cut_in_the_middle_loses_its_last_row_only(folder: Path, encoding: str) -> None:
    whole = "".join(f"{ROW}\n".replace("045/1", f"045/{number}") for number in range(50))
    content = f"{HEADER}\n{whole}".encode(encoding)
    width = 2 if encoding == "utf-16" else 1
    for length in range(len(content) // 2, len(content) // 2 + len(ROW) * width, width):
        kept, refused = letters(table(folder, content[:length]))
        assert kept + len(refused) in {24, 25, 26}
        # Just before the last field nothing tells a cut from a blank; inside it nothing tells it at all.
        assert refused in ([], ["row_cut"], ["subject_missing"])


def test_a_cut_quotation_and_half_a_character(folder: Path) -> None:
    assert letters(table(folder, f'{HEADER}\n{ROW}\n2,2017-01-05,045/2,2017-01-03,Camat,"Rap')) == (
        1,
        ["row_cut"],
    )
    assert letters(table(folder, f"{HEADER}\n{ROW}\n2,2017-01-05,Café".encode()[:-1])) == (1, ["row_cut"])


def test_a_quotation_never_closed_does_not_swallow_the_letters_below(folder: Path) -> None:
    below = f"{ROW}\n" * 1000
    read = table(folder, f'{HEADER}\n{ROW}\n2,2017-01-05,045/2,2017-01-03,Camat,"Rapat\n{below}')
    assert letters(read) == (1001, ["row_cut"])


def test_a_quotation_mark_inside_a_value_is_a_character(folder: Path) -> None:
    read = table(folder, f'{HEADER}\n1,2017-01-05,045,2017-01-03,Camat,Pipa 5" dan 6"\n')
    assert read.rows[1].cells[-1] == 'Pipa 5" dan 6"'


def test_nul_bytes_and_endless_fields_harm_nobody(folder: Path) -> None:
    assert letters(table(folder, f"{HEADER}\n{ROW}\n".replace("Rapat", "Ra\0pat"))) == (1, [])
    assert letters(table(folder, f'{HEADER}\n{ROW}\n2,"{"x" * 300_000}\n{ROW}\n')) == (2, ["row_cut"])


def test_windows_1252_signs(folder: Path) -> None:
    read = table(folder, f"{HEADER}\n1,2017-01-05,045,2017-01-03,Camat,“Rapat” – penting\n".encode("cp1252"))
    assert read.rows[1].cells[-1] == "“Rapat” – penting"


def test_what_is_no_table_is_told(folder: Path) -> None:
    for content, name, rule in (
        (b"", "kosong.csv", "file_empty"),
        (b"", "kosong.xlsx", "file_empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "kosong.csv", "file_empty"),
        (b"a,b\n", "buku.ods", "file_kind_unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "buku.xls", "file_kind_unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "buku.csv", "file_kind_unknown"),
        (b"a,b\n1,2\n", "buku.xlsx", "workbook_unreadable"),
        (b"PK\x03\x04rusak", "buku.xlsx", "workbook_unreadable"),
    ):
        with pytest.raises(Refused) as refused:
            table(folder, content, name)
        assert refused.value.rule == rule, name
    with pytest.raises(Unavailable) as folder_given:
        read_table(folder)
    assert folder_given.value.reason == "file_is_folder"
    with pytest.raises(Unavailable) as missing:
        read_table(folder / "tidak ada.csv")
    assert missing.value.reason == "file_missing"


def an_old_book(folder: Path) -> Path:
    """A workbook as offices keep it: title block, merged cells, dates of both sorts, blanks, furniture, slips."""
    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    book.active["A1"] = "Isi lembar berikutnya"
    sheet = book.create_sheet("Agenda")
    sheet["A1"] = "BUKU AGENDA SURAT MASUK"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "TAHUN 2017"
    sheet.merge_cells("A2:F2")
    for column, title in enumerate(HEADER.split(","), start=1):
        sheet.cell(4, column, title)
    day = datetime(2017, 1, 5)  # noqa: DTZ001  # a cell's day has no zone
    rows: list[tuple[object, ...]] = [
        (1, day, "045/1", "3 Januari 2017", "Dinas Pendidikan", "Undangan"),
        (2, "05-01-17", "045/2", day, None, "Laporan"),
        (3, "5 Januari 2017", "045/3", None, None, "Edaran"),
        (3, "5 Januari 2017", "045/3", None, "Dinas Pendidikan", "Edaran"),
        (4, "30 Februari 2017", "045/4", None, "Camat", "Rapat"),
        (5, day, "045/5", None, "Camat", "  "),
        (6, "7-10-2062", "045/6", None, "Camat", "Rapat"),
        (7, "Jumat, 6 Januari 2017", "045/7", "05.01.2017", "Camat ", "=cmd()"),
    ]
    for number, row in enumerate(rows, start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).data_type = (
                "s" if isinstance(value, str) else sheet.cell(number, column).data_type
            )
    sheet.merge_cells("E5:E7")
    for number in (20, 400):
        sheet.cell(number, 3, "   ")
    path = folder / "agenda.xlsx"
    book.save(path)
    book.close()
    return path


def test_an_agenda_book_as_offices_keep_it(folder: Path) -> None:
    read = read_table(an_old_book(folder))
    assert len(read.rows) == 11
    book = read_book(read, direction=None, today=TODAY)
    assert [line.number for line in book.lines] == [1, 2, 3, 3, 7]
    assert {line.form.correspondent for line in book.lines[:4]} == {"Dinas Pendidikan"}
    assert book.lines[2].key == book.lines[3].key
    assert book.lines[4].form.subject == "=cmd()"
    assert [(each.row, each.reasons[0].rule) for each in book.rejected] == [
        (9, "date_impossible"),
        (10, "subject_missing"),
        (11, "date_in_future"),
    ]


def test_a_workbook_cut_anywhere_is_told(folder: Path) -> None:
    content = an_old_book(folder).read_bytes()
    for length in (5, 100, len(content) // 2, len(content) - 30):
        with pytest.raises(Refused) as refused:
            table(folder, content[:length], "cut.xlsx")
        assert refused.value.rule == "workbook_unreadable"


def test_a_workbook_that_is_spoilt_inside_is_told(folder: Path) -> None:
    source = an_old_book(folder)
    for spoilt in ("xl/workbook.xml", "xl/worksheets/sheet2.xml", "[Content_Types].xml"):
        for content in (b"", b"<unclosed", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'):
            path = folder / "spoilt.xlsx"
            with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
                for name in old.namelist():
                    new.writestr(name, content if name == spoilt else old.read(name))
            with pytest.raises(Refused) as refused:
                read_table(path)
            assert refused.value.rule == "workbook_unreadable", (spoilt, content)


def test_a_bomb_is_not_unpacked(folder: Path) -> None:
    path = folder / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * (workbooks.HARMLESS + 1))
    with pytest.raises(Refused) as refused:
        read_table(path)
    assert refused.value.rule == "workbook_too_large"
    with zipfile.ZipFile(path, "w") as parts:
        for number in range(workbooks.MOST_PARTS + 1):
            parts.writestr(str(number), b"")
    with pytest.raises(Refused) as refused:
        read_table(path)
    assert refused.value.rule == "workbook_too_large"


def test_a_workbook_under_the_name_of_a_text_is_read_all_the_same(folder: Path) -> None:
    content = an_old_book(folder).read_bytes()
    assert letters(table(folder, content, "agenda.csv"))[0] == 5


def test_files_are_closed_after_reading(folder: Path) -> None:
    """Windows would refuse to delete them; a warning of ours would fail this test anywhere."""
    path = an_old_book(folder)
    read_table(path)
    path.unlink()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+62 811", "'+62 811"),
        ("-2+3", "'-2+3"),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("-", "-"),
        ("-12,5", "-12,5"),
        ("Rapat = penting", "Rapat = penting"),
        ("'kutip", "'kutip"),
    ],
)
def test_formulas_are_guarded_and_freed(text: str, written: str) -> None:
    assert guarded(text) == written
    assert freed(written) == text


_TEXT = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
        max_size=12,
    )
    | st.text("',;\t|\"=+-@ab1", max_size=8)
).filter(lambda text: not text or text.strip() != "")
_NO_FOLDER_PER_EXAMPLE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def _kept(text: str) -> str | None:
    return text or None


def _without_blanks_at_the_end(row: list[str]) -> tuple[str | None, ...]:
    row = list(row)
    while row and not row[-1].strip():
        row.pop()
    return tuple(map(_kept, row))


@_NO_FOLDER_PER_EXAMPLE
@given(rows=st.lists(st.lists(_TEXT, min_size=3, max_size=3), max_size=6))
def test_what_is_written_as_csv_is_read_back(folder: Path, rows: list[list[str]]) -> None:
    path = folder / "t.csv"
    write_csv(path, ("Pengirim", "Perihal", "Catatan"), rows)
    wanted = [each for row in rows if (each := _without_blanks_at_the_end(row))]
    assert [row.cells for row in read_table(path).rows[1:]] == wanted
    for record in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
        assert not any(cell[:1] in "=@" for cell in record if cell)


@_NO_FOLDER_PER_EXAMPLE
@given(
    rows=st.lists(
        st.tuples(
            _TEXT,
            st.integers(-(10**9), 10**9),
            st.dates(date(1945, 1, 1), date(2099, 12, 31)),
            st.just("akhir"),
        ),
        max_size=4,
    )
)
def test_what_is_written_as_a_workbook_is_read_back(
    folder: Path, rows: list[tuple[str, int, date, str]]
) -> None:
    path = folder / "t.xlsx"
    write_xlsx(path, {"Surat [1]": [("Pengirim", "Perihal", "Tanggal", "x"), *rows]})
    wanted = [
        (_kept(text), number, datetime(day.year, day.month, day.day), last)  # noqa: DTZ001
        for text, number, day, last in rows
    ]
    assert [row.cells for row in read_table(path).rows[1:]] == wanted


@_NO_FOLDER_PER_EXAMPLE
@given(
    content=st.binary(max_size=200) | st.text("\"',;\r\n\t|=a\0é", max_size=80).map(str.encode),
    name=st.sampled_from(["t.csv", "t.xlsx"]),
)
def test_whatever_the_bytes_a_file_is_read_or_refused(folder: Path, content: bytes, name: str) -> None:
    try:
        read = table(folder, content, name)
    except Refused:
        return
    assert all(row.cells for row in read.rows)


def test_a_workbook_holds_texts_for_texts(folder: Path) -> None:
    path = folder / "t.xlsx"
    write_xlsx(path, {"Surat": [("Perihal",), ("=1+1",), ("a\x07b",), ("x" * 40000,)]})
    sheet = openpyxl.load_workbook(path).active
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A3"].value) == ("=1+1", "s", "ab")


def test_a_counters_book_is_the_same_as_text_and_as_workbook(folder: Path) -> None:
    counts = folder / "tabel.csv"
    counts.write_text("letter_kind,letters_2017\nPengantar KTP,300\nPengantar Nikah,7\n", encoding="utf-8")
    books = []
    for name in ("buku.csv", "buku.xlsx"):
        assert tanjung_laut.write_book(counts, folder / name) == 307
        book = read_book(read_table(folder / name), direction=None, today=TODAY)
        assert not book.rejected
        books.append([line.key for line in book.lines])
    assert books[0] == books[1]
    assert len(set(books[0])) == 307
