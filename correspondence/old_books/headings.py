"""The heading row of a table: what its columns are called in practice, and where it stands below a title block.

Books come from many hands: "Tgl. Surat", "TANGGAL SURAT" and `letter_date` are one column. Case, dots and blanks do not
count, nor what stands in brackets. Headings on two lines ("Surat" over "Nomor" and "Tanggal") are read together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from correspondence.errors import Refused
from correspondence.old_books.cells import text_of
from correspondence.sheets import SheetRow, Table

DEEPEST_HEADER = 40
"""A heading row is looked for in that many rows that are not blank."""

_SPELLINGS: Mapping[str, str] = {
    "agenda_number": "nomor urut|no urut|nomor agenda|no agenda|no agd|nomor urut agenda|no urut agenda|no reg|nomor register"
    "|nomor registrasi|agenda|agenda number|agenda no",
    "letter_number": "nomor surat|no surat|no srt|nomor naskah|no naskah|nomor naskah dinas|nomor dokumen|no dokumen|letter number"
    "|letter no|nomor surat masuk|nomor surat keluar|no surat masuk|no surat keluar|tanggal dan nomor surat|nomor dan tanggal surat"
    "|tgl dan no surat|no dan tgl surat|nomor tanggal surat|no tgl surat",
    "letter_date": "tanggal surat|tgl surat|tgl srt|tanggal naskah|tgl naskah|tanggal naskah dinas|tanggal dokumen|letter date|date of letter"
    "|tanggal surat keluar|tanggal surat masuk|tgl surat masuk|tgl surat keluar",
    "received_on": "tanggal penerimaan|tgl penerimaan|tanggal terima|tgl terima|tanggal diterima|tgl diterima|diterima tanggal"
    "|diterima tgl|tanggal masuk|tgl masuk|tanggal terima surat|tanggal penerimaan surat|received on|received|received date"
    "|date received|tanggal agenda|tgl agenda",
    "dispatched_on": "tanggal pengiriman|tgl pengiriman|tanggal kirim|tgl kirim|tanggal dikirim|tgl dikirim|dikirim tanggal"
    "|tanggal keluar|tgl keluar|dispatched on|dispatch date|sent on|date sent",
    "entered_on": "entered on|tanggal pencatatan|tgl pencatatan|tanggal dicatat|tgl dicatat",
    "delivered_on": "delivered on|tanggal sampai|tgl sampai",
    "received_by": "received by|diterima oleh|nama penerima|penerima surat",
    "sender": "pengirim|nama pengirim|instansi pengirim|asal|asal surat|dari|surat dari|diterima dari|dari instansi|asal instansi"
    "|asal pengirim|sender|from",
    "addressee": "ditujukan kepada|kepada|kepada yth|yth|tujuan|tujuan surat|alamat tujuan|dikirim kepada|dikirimkan kepada|instansi tujuan"
    "|alamat yang dituju|pemohon|nama pemohon|atas nama|addressee|recipient|to",
    "correspondent": "correspondent|dari kepada|kepada dari|pengirim penerima|pengirim tujuan|instansi",
    "subject": "isi singkat|isi singkat surat|isi ringkas|isi ringkas surat|isi|isi surat|ringkasan|ringkasan isi|ringkasan isi surat|perihal"
    "|perihal surat|hal|hal surat|tentang|pokok surat|isi pokok|isi singkat surat yang dikirim|uraian|uraian singkat|uraian surat|keperluan"
    "|maksud|subject",
    "kind": "jenis|jenis surat|jenis naskah|jenis naskah dinas|jenis dokumen|jenis layanan|jenis pelayanan|kind|letter kind",
    "urgency": "kecepatan|sifat kecepatan|tingkat kecepatan|tingkat urgensi|urgensi|urgency",
    "secrecy": "keamanan|sifat keamanan|tingkat keamanan|kerahasiaan|tingkat kerahasiaan|klasifikasi keamanan|secrecy",
    "nature": "sifat|sifat surat|sifat naskah",
    "classification": "kode|kode klasifikasi|klasifikasi|klasifikasi surat|kode surat|kode arsip|kode hal|kode klas|classification|code"
    "|classification code",
    "unit": "unit|unit pengolah|pengolah|unit kerja|bagian|bidang|seksi|sub bagian|subbagian|bagian pengolah|seksi pengolah",
    "enclosures": "lampiran|lamp|jumlah lampiran|banyaknya|enclosures",
    "state": "status|status surat|keadaan|state",
    "address": "alamat|alamat pengirim|alamat penerima|correspondent address|address",
    "external_reference": "external reference|rujukan luar|nomor srikandi|no srikandi|id srikandi|srikandi|nomor referensi|referensi",
    "remark": "keterangan|ket|catatan|remark|remarks|note|notes",
    "direction": "direction|arah|buku",
    # What may be one thing or another; `agenda_book` looks at the other columns and at what stands below.
    "running": "no|nomor|nr|number",
    "day": "tanggal|tgl|date",
}


def plain(heading: str) -> str:
    """The heading as compared: letters and digits in small case."""
    return re.sub(r"[\W_]+", "", heading.casefold())


def known_as(spellings: Mapping[str, str]) -> Mapping[str, str]:
    """Compared heading → field, from field → spellings divided by `|`; the field's own name is one of them."""
    return {
        plain(each): field
        for field, listed in spellings.items()
        for each in (*listed.split("|"), field)
        if each
    }


LETTER_HEADINGS: Mapping[str, str] = known_as(_SPELLINGS)
CODE_HEADINGS: Mapping[str, str] = known_as(
    {
        "code": "kode|kode klasifikasi|nomor kode|klasifikasi kode",
        "label": "uraian|klasifikasi|uraian klasifikasi|nama|nama klasifikasi|jenis arsip|fungsi|keterangan kode|masalah|hal",
        "parent": "induk|kode induk",
        "regime": "rezim|peraturan|dasar|skema|aturan",
        "active_years": "aktif|retensi aktif|jra aktif|masa aktif",
        "inactive_years": "inaktif|in aktif|retensi inaktif|jra inaktif|masa inaktif",
        "fate": "nasib|nasib akhir|keterangan|penyusutan akhir",
    }
)
HOLIDAY_HEADINGS: Mapping[str, str] = known_as(
    {
        "date": "tanggal|tgl|hari tanggal|day",
        "name": "keterangan|nama|hari libur|nama hari libur|libur|uraian|holiday",
        "kind": "jenis|jenis libur|kategori|type",
    }
)

PRINTED: Mapping[str, str] = {
    "agenda_number": "Nomor Urut",
    "received_on": "Tanggal Penerimaan",
    "letter_number": "Nomor Surat",
    "letter_date": "Tanggal Surat",
    "sender": "Pengirim",
    "subject": "Isi Singkat",
    "addressee": "Ditujukan Kepada",
    "dispatched_on": "Tanggal Pengiriman",
}
"""The headings of the two agenda books as the archives' rule prints them."""

LETTERS_ASK = frozenset({"subject", "sender", "addressee", "correspondent", "letter_number", "letter_date"})
CODES_ASK = frozenset({"code", "label"})
HOLIDAYS_ASK = frozenset({"date", "name"})


@dataclass(frozen=True, slots=True)
class Header:
    """Where a heading row was found. `after` is the index of the first row below it, `labels` are the headings.

    `columns` maps a field to its column, from 0; where two columns claim one field the left one has it.
    """

    after: int
    labels: tuple[str, ...]
    columns: Mapping[str, int]


def find_header(
    table: Table, headings: Mapping[str, str], asked: frozenset[str], *, least: int = 2, rich: int = 0
) -> Header:
    """The row that knows most of `headings`, and at least `least` of those `asked`.

    Where there is none, `rich` headings with one of those `asked` are a heading row too: one that lacks a column, which
    can then be named. Refused `header_not_found`, with what was seen instead and what is expected.
    """
    rows = table.rows[:DEEPEST_HEADER]
    singles = [_header(at, [text_of(each) for each in row.cells], headings) for at, row in enumerate(rows, 1)]
    doubles = [_double(at, rows[at - 2 : at], headings) for at in range(2, len(rows) + 1)]
    every = [each for each in (*singles, *doubles) if each]
    found = [each for each in every if len(each.columns.keys() & asked) >= least]
    if rich and not found:
        found = [each for each in every if len(each.columns) >= rich and each.columns.keys() & asked]
    # The first of the richest, one line before two.
    best = max(found, key=lambda each: len(each.columns), default=None)
    if best is not None:
        return best
    seen = [" | ".join(filter(None, map(text_of, row.cells))) for row in rows[:3]]
    facts = {"name": table.name, "seen": tuple(seen), "expected": expected(headings)}
    raise Refused("header_not_found", None, facts)


def expected(headings: Mapping[str, str]) -> tuple[str, ...]:
    """The headings of a book as the archives' rule prints them, or the field names of a list."""
    if headings is not LETTER_HEADINGS:
        return tuple(dict.fromkeys(headings.values()))
    return tuple(PRINTED.values())


def is_table_of_ours(table: Table) -> bool:
    """Whether a heading row of letters, codes or days off is found: which sheet of a workbook is meant."""
    for headings, asked in (
        (LETTER_HEADINGS, LETTERS_ASK),
        (CODE_HEADINGS, CODES_ASK),
        (HOLIDAY_HEADINGS, HOLIDAYS_ASK),
    ):
        try:
            find_header(table, headings, asked)
        except Refused:
            continue
        return True
    return False


def _header(after: int, labels: Sequence[str], headings: Mapping[str, str]) -> Header:
    columns: dict[str, int] = {}
    for column, label in enumerate(labels):
        field = headings.get(plain(label)) or headings.get(plain(re.sub(r"\([^()]*\)", "", label)))
        if field is not None:
            columns.setdefault(field, column)
    return Header(after, tuple(labels), columns)


def _double(after: int, rows: Sequence[SheetRow], headings: Mapping[str, str]) -> Header | None:
    """Headings on two lines: the upper one serves the columns at its right that have a lower one alone."""
    if any(not isinstance(each, str | None) for each in rows[1].cells):
        return None
    upper, lower = ([text_of(each) for each in row.cells] for row in rows)
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    labels, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or (group if below else "")
        ways = [f"{group} {below}".strip(), f"{below} {group}".strip(), below or above]
        labels.append(next((way for way in ways if plain(way) in headings), ways[0]))
    return _header(after, labels, headings)
