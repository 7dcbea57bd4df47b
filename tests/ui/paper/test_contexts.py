"""The words of a paper: every field is there, every figure as it is written, nothing in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from correspondence.letters import Secrecy, Urgency
from correspondence.people import Capacity
from correspondence.profile import OfficeProfile
from correspondence.throughput import MonthlyReport
from correspondence.workflow import Direction, OutgoingState
from templates_docx.fields import FIELDS, Field, FieldKind
from tests.ui.paper import samples
from tests.ui.paper.closing_samples import corrections
from ui.paper.contents import BLANK, SHORT_BLANK, figure, hours, letterhead
from ui.paper.cover_letter import cover_letter_context, document_rows, lines_of
from ui.paper.definitions import DEFINITIONS
from ui.paper.field_texts import field_text
from ui.paper.report_sheets import monthly_sheets, yearly_sheets
from ui.paper.reports import MEANINGS, monthly_context, yearly_context

TODAY = date(2026, 11, 2)


def cover(
    direction: Direction = Direction.OUTGOING, *, addressee: str = "", **changes: object
) -> dict[str, Any]:
    return cover_letter_context(
        samples.dossier(direction, **changes),
        samples.PROFILE,
        sender=samples.block(),
        today=TODAY,
        addressee=addressee,
    )


def _contexts() -> dict[str, dict[str, Any]]:
    return {
        "surat-pengantar": cover(fields={"tembusan": "Arsip"}),
        "laporan-bulanan": monthly_context(
            replace(samples.monthly(), corrections=corrections(1)),
            samples.PROFILE,
            signatory=samples.block(),
            printed_on=TODAY,
            footnotes=("Nomor penutupan 10/2026",),
        ),
        "rekap-tahunan": yearly_context(
            samples.yearly(), samples.PROFILE, signatory=samples.block(), printed_on=TODAY
        ),
    }


def _at(context: Any, name: str) -> Any:
    for part in name.replace("[]", ".0").split("."):
        context = context[int(part)] if part == "0" else context[part]
    return context


@pytest.mark.parametrize(
    ("code", "field"), [(code, each) for code, fields in FIELDS.items() for each in fields]
)
def test_every_field_of_every_paper_is_filled_and_explained(code: str, field: Field) -> None:
    assert field_text(field.name)
    if field.kind is not FieldKind.PICTURE:
        value = _at(_contexts()[code], field.name)
        assert isinstance(value, list if field.kind is FieldKind.LIST else str)


@pytest.mark.parametrize("key", DEFINITIONS)
def test_a_definition_is_one_line(key: str) -> None:
    assert DEFINITIONS[key].endswith(".")
    assert len(DEFINITIONS[key]) < 130


def test_the_papers_meanings_are_definitions() -> None:
    assert set(MEANINGS.values()) <= set(DEFINITIONS)


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (999, "999"), (1234, "1.234"), (1_234_567, "1.234.567")]
)
def test_figures_are_written_as_in_indonesia(number: int, written: str) -> None:
    assert figure(number) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, "–"), (3.5, "3,5 jam"), (11.0, "11 jam"), (0.0, "0 jam"), (1234.56, "1.234,6 jam")],
)
def test_hours(value: float | None, written: str) -> None:
    assert hours(value) == written


def test_an_outgoing_letter_under_its_own_number_and_date() -> None:
    made = cover()
    assert made["surat"]["nomor"] == "000.1.2.3/4461/UM/IX/2026"
    assert made["surat"]["tanggal"] == "7 September 2026"
    assert made["tujuan"]["nama"].startswith("Kepala Dinas Pekerjaan Umum")
    assert made["naskah"] == [
        {
            "nomor": "1.",
            "naskah": "Laporan realisasi pemeliharaan gedung kantor triwulan III",
            "banyaknya": "2 (dua) berkas",
            "keterangan": "Disampaikan dengan hormat untuk diproses lebih lanjut sesuai ketentuan.",
        }
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("di Tempat", "Tempat"),
        ("Di  Jakarta", "Jakarta"),
        ("di -\nTempat", "Tempat"),
        ("di-Tempat", "Tempat"),
        ("Dinas Sosial, Wanasari", "Dinas Sosial, Wanasari"),
        ("Jalan Veteran di Wanasari", "Jalan Veteran di Wanasari"),
    ],
)
def test_the_template_says_di_and_the_address_does_not_again(typed: str, printed: str) -> None:
    assert cover(correspondent_address=typed)["tujuan"]["alamat"] == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Yth. Ibu Sri", "Ibu Sri"), ("yth Bapak Camat", "Bapak Camat"), ("Ythaca", "Ythaca")],
)
def test_the_template_says_yth_and_the_name_does_not_again(typed: str, printed: str) -> None:
    assert cover(correspondent=typed)["tujuan"]["nama"] == printed


@pytest.mark.parametrize(
    ("urgency", "secrecy", "printed"),
    [
        (Urgency.BIASA, Secrecy.BIASA, "Biasa"),
        (Urgency.SEGERA, Secrecy.BIASA, "Segera"),
        (Urgency.BIASA, Secrecy.RAHASIA, "Rahasia"),
        (Urgency.SANGAT_SEGERA, Secrecy.RAHASIA, "Sangat Segera / Rahasia"),
        (Urgency.SEGERA, Secrecy.TERBATAS, "Segera / Terbatas"),
    ],
)
def test_a_letter_says_how_urgent_and_how_secret_it_is(
    urgency: Urgency, secrecy: Secrecy, printed: str
) -> None:
    assert cover(urgency=urgency, secrecy=secrecy)["surat"]["sifat"] == printed


def test_a_draft_that_has_its_own_date_keeps_it() -> None:
    made = cover(letter_number="", letter_date=date(2026, 9, 7), state=OutgoingState.DRAFT)
    assert made["surat"]["tanggal"] == "7 September 2026"


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        ("Berita Acara Serah Terima Barang", "Serah Terima Barang"),
        ("berita acara tentang serah terima", "serah terima"),
        ("Berita acara", "Berita acara"),
        ("Berita Acaraan", "Berita Acaraan"),
        ("Serah terima barang", "Serah terima barang"),
    ],
)
def test_the_title_does_not_say_the_kind_twice(subject: str, about: str) -> None:
    made: Any = cover_letter_context(
        replace(samples.dossier(subject=subject), kind="Berita Acara"),
        samples.PROFILE,
        sender=None,
        today=TODAY,
    )
    assert made["surat"]["tentang"] == about


def test_the_contact_line_never_ends_in_a_comma() -> None:
    lines = letterhead(samples.PROFILE)["baris_alamat"]
    assert isinstance(lines, str)
    assert [each.replace("\xa0", " ") for each in lines.splitlines()] == [
        "Jalan Merdeka Nomor 12, Kelurahan Tamansari 64129",
        "Telepon (0354) 555120, Surel setda@wanasari.example",
        "Laman setda.wanasari.example",
    ]


def test_a_letter_without_a_number_has_a_visible_blank() -> None:
    assert cover(letter_number="", letter_date=None)["surat"] | {"hal": "", "tentang": ""} == {
        "tempat": "Wanasari",
        "tanggal": f"{SHORT_BLANK} 2026",
        "nomor": BLANK,
        "hal": "",
        "tentang": "",
        "lampiran": "2 (dua) berkas",
        "sifat": "Biasa",
        "kode_klasifikasi": "",
        "nomor_agenda": "7",
        "elektronik": "",
    }


def test_an_incoming_letter_is_itself_the_document_sent() -> None:
    made = cover(Direction.INCOMING, addressee="Kepala Dinas Sosial")
    assert made["tujuan"] == {"nama": "Kepala Dinas Sosial", "alamat": ""}
    assert made["surat"]["nomor"] == BLANK, "the sender's number is not ours"
    (row,) = made["naskah"]
    assert "Nomor 045/123/DISDIK/VII/2026 tanggal 7 September 2026" in row["naskah"]
    assert cover(Direction.INCOMING)["tujuan"]["nama"] == BLANK


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({"naskah": "Laporan A | 2 berkas | untuk diketahui\nRencana B | 3 lembar"}, 2),
        ({"naskah_2": "Rencana B", "naskah_1": "Laporan A | 2 berkas"}, 2),
        ({"naskah": " \n\n"}, 1),
        ({"naskah": "A | 1 | x | y"}, 1),
    ],
)
def test_the_documents_of_a_letter(fields: dict[str, str], rows: int) -> None:
    made = document_rows(samples.dossier(fields=fields).letter)
    assert [each["nomor"] for each in made] == [f"{n}." for n in range(1, rows + 1)]
    if rows == 2:
        assert made[0]["naskah"] == "Laporan A"
        assert made[0]["banyaknya"] == "2 (dua) berkas"
        assert made[1]["keterangan"] == ""


def test_what_cannot_be_counted_stands_as_it_was_typed() -> None:
    (row,) = document_rows(samples.dossier(enclosures="dua bundel tebal sekali").letter)
    assert row["banyaknya"] == "2 (dua) bundel tebal sekali"
    (row,) = document_rows(samples.dossier(enclosures="?? berkas").letter)
    assert row["banyaknya"] == "?? berkas"
    (row,) = document_rows(samples.dossier(enclosures="").letter)
    assert row["banyaknya"] == "1 (satu) berkas"


def test_numbered_fields_in_their_order() -> None:
    fields = {f"tembusan_{n}": str(n) for n in (10, 2, 1)} | {"tembusan": "0", "tembusan_x": "?"}
    assert lines_of(fields, "tembusan") == ["0", "1", "2", "10"]


def test_a_receipt_that_is_known_is_printed() -> None:
    made = cover(received_by="Rina", delivered_on=date(2026, 9, 9))["penerima"]
    assert (made["nama"], made["tanggal"], made["nip"]) == ("Rina", "9 September 2026", BLANK)


@pytest.mark.parametrize(
    ("capacity", "heads", "nip"),
    [
        (Capacity.DEFINITIVE, "KEPALA BAGIAN UMUM,", True),
        (Capacity.PLT, "Plt. KEPALA BAGIAN UMUM,", False),
        (Capacity.PLH, "Plh. KEPALA BAGIAN UMUM,", False),
        (Capacity.AN, "a.n. SEKRETARIS DAERAH\nKEPALA BAGIAN UMUM,", True),
        (Capacity.UB, "a.n. SEKRETARIS DAERAH\nu.b.\nKEPALA BAGIAN UMUM,", True),
    ],
)
def test_the_signature_block(capacity: Capacity, heads: str, nip: bool) -> None:
    made: Any = cover_letter_context(
        samples.dossier(), samples.PROFILE, sender=samples.block(capacity), today=TODAY
    )
    assert made["pengirim"]["jabatan"] == heads
    assert bool(made["pengirim"]["nip"]) is bool(made["pengirim"]["pangkat"]) is nip


def test_an_office_that_has_only_a_name() -> None:
    made = letterhead(OfficeProfile(name="Kelurahan Tanjung"))
    assert (made["nama"], made["baris_alamat"], made["pemerintah"]) == ("Kelurahan Tanjung", "", "")


def test_the_days_stand_side_by_side_and_none_is_lost() -> None:
    for month, days in ((date(2026, 10, 1), 31), (date(2026, 2, 1), 28), (date(2024, 2, 1), 29)):
        made: Any = monthly_context(
            samples.monthly(month=month), samples.PROFILE, signatory=None, printed_on=TODAY
        )
        pairs = made["per_hari_berdampingan"]
        shown = [each["kiri"]["hari"] for each in pairs] + [each["kanan"]["hari"] for each in pairs]
        assert [each for each in shown if each] == [each["hari"] for each in made["per_hari"]]
        assert len(made["per_hari"]) == days


def test_a_month_with_nothing() -> None:
    from correspondence.throughput import Balance, DayRow  # an empty report is made by hand here only

    empty = MonthlyReport(
        date(2026, 10, 1), date(2026, 10, 31), "", Balance(), (), (), (DayRow(date(2026, 10, 1), 0, 0, 0, 0),)
    )
    made: Any = monthly_context(empty, OfficeProfile(), signatory=None, printed_on=TODAY)
    assert made["neraca"]["akhir"] == "0"
    assert made["lama"]["median_jam"] == "–"
    assert made["penandatangan"]["nama"] == BLANK


def test_the_year_of_a_real_counter() -> None:
    made: Any = yearly_context(samples.yearly(), samples.PROFILE, signatory=None, printed_on=TODAY)
    assert [(each["jenis"], each["total"]) for each in made["per_jenis"]] == [
        ("Pengantar KTP", "1.128"),
        ("Pengantar KK", "949"),
        ("Pengantar Pindah", "348"),
        ("Pengantar Perizinan", "94"),
        ("Pengantar Nikah", "155"),
        ("Pengantar Domisili", "96"),
        ("Keterangan Tidak Mampu", "110"),
    ]
    assert made["jumlah"]["total"] == "2.880"


def test_sheets_hold_numbers_and_add_up() -> None:
    report = samples.monthly()
    sheets = monthly_sheets(report)
    assert list(sheets) == [
        *("Ringkasan", "Perbandingan", "Per jenis", "Per unit", "Per hari", "Per pejabat", "Pengirim"),
        *("Kecepatan", "Tahap", "Tanda tangan", "Disposisi", "Belum selesai"),
        "Arti",
    ]
    summary: dict[Any, Any] = {row[0]: row[1] for row in sheets["Ringkasan"]}
    assert summary["Belum selesai pada akhir bulan"] == report.balance.closing
    for name in ("Per jenis", "Per unit"):
        assert sum(int(row[5] or 0) for row in sheets[name][1:]) == report.balance.registered
    (year,) = yearly_sheets(samples.yearly()).values()
    assert year[-1][-1] == 2880
    assert all(len(row) == 15 for row in year)


def test_the_workbook_has_every_open_letter_and_numbers_that_can_be_summed() -> None:
    report = samples.monthly(left_open=45)
    sheets = monthly_sheets(report)
    assert len(sheets["Belum selesai"]) == 46
    assert sheets["Belum selesai"][7][1] == "(rahasia)"
    totals = {row[0]: row[1:] for row in sheets["Perbandingan"][1:]}
    assert totals["Surat tercatat"] == (
        report.balance.registered,
        39,
        report.balance.registered - 39,
        None,
        None,
    )
    heads = sheets["Per jenis"][0]
    assert all(len(row) == len(heads) for row in sheets["Per jenis"])
    place = heads.index("Tercatat bulan lalu")
    assert sum(int(row[place] or 0) for row in sheets["Per jenis"][1:]) == 39
    for name in ("Per jenis", "Per unit", "Per pejabat", "Kecepatan", "Disposisi", "Tahap"):
        numbers = [cell for row in sheets[name][1:] for cell in row[2:-1]]
        assert all(cell is None or isinstance(cell, int | float) for cell in numbers), name


def test_the_workbook_says_what_its_headings_mean() -> None:
    sheets = monthly_sheets(samples.monthly())
    for sheet, heading, meaning in list(sheets["Arti"])[1:]:
        assert meaning in DEFINITIONS.values()
        for each in str(sheet).split(", "):
            # "Bulan lalu, tahun lalu" stands in two headings, with their months behind.
            heads = " ".join(str(cell).casefold() for cell in sheets[each][0])
            assert all(word in heads for word in str(heading).casefold().split(", ")), (each, heading)
