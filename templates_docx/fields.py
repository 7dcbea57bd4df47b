"""Every placeholder of every paper: its name, whether the paper is one without it, how large a picture is.

Names are Indonesian because the office's people type them into Word. `naskah[].banyaknya` is a column of the
list `naskah`. What a field means is said to people by ui/paper/field_texts.py, which a test holds complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

OWN_FIELDS = "isian"
"""`isian.nik`: a field of a letter kind's own form, whatever its name; letters only."""


class FieldKind(StrEnum):
    """What a placeholder stands for."""

    TEXT = "text"
    LIST = "list"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Field:
    """One placeholder. `must`: `template check` misses it. A picture fits into its millimetres; 0 is free."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    must: bool = False
    width_mm: int = 0
    height_mm: int = 0


def _texts(group: str, names: str, must: Iterable[str] = ()) -> tuple[Field, ...]:
    asked = frozenset(must)
    return tuple(Field(f"{group}{name}", must=name in asked) for name in names.split())


def _list(name: str, columns: str, *, must: bool = False) -> tuple[Field, ...]:
    return (Field(name, FieldKind.LIST, must=must), *_texts(f"{name}[].", columns))


_LETTERHEAD = (
    Field("kop.lambang", FieldKind.PICTURE, width_mm=19, height_mm=22),
    *_texts("kop.", "pemerintah nama alamat telepon surel laman kode_pos baris_alamat", ("nama",)),
)
_SIGNATURE = _texts("penandatangan.", "jabatan nama pangkat nip", ("jabatan", "nama"))
_KIND_COLUMNS = "nomor jenis masuk keluar terbit awal tercatat selesai batal akhir"
_UNIT_COLUMNS = _KIND_COLUMNS.replace("jenis", "unit")
_DAY_COLUMNS = "tanggal hari masuk keluar terbit selesai"
_HALF_COLUMNS = " ".join(f"{half}.{name}" for half in ("kiri", "kanan") for name in _DAY_COLUMNS.split())

_COVER_LETTER = (
    *_LETTERHEAD,
    *_texts("surat.", "tempat tanggal nomor hal lampiran sifat", ("tempat", "tanggal", "nomor")),
    *_texts("surat.", "kode_klasifikasi nomor_agenda"),
    *_texts("tujuan.", "nama alamat", ("nama", "alamat")),
    *_list("naskah", "nomor naskah banyaknya keterangan", must=True),
    Field("keterangan"),
    *_texts("penerima.", "tanggal jabatan nama nip telepon", ("tanggal", "nama")),
    *_texts("pengirim.", "jabatan nama pangkat nip", ("jabatan", "nama")),
    Field("tembusan", FieldKind.LIST),
)

_MEANINGS = (
    "awal tercatat selesai batal akhir masuk keluar terbit tenggat tepat_waktu terlambat median_jam p90_jam diajukan"
    " dikembalikan ditandatangani menunggu ditepati diingkari ditugaskan dikerjakan terbuka lewat_tenggat"
)

_MONTHLY = (
    *_LETTERHEAD,
    *_texts("periode.", "nama mulai sampai", ("nama",)),
    Field("unit"),
    *_texts(
        "neraca.",
        "awal tercatat selesai batal akhir dibuka_kembali",
        "awal tercatat selesai batal akhir".split(),
    ),
    *_texts("arti.", _MEANINGS),
    *_list("per_jenis", _KIND_COLUMNS, must=True),
    *_list("per_unit", _UNIT_COLUMNS),
    *_list("per_hari", _DAY_COLUMNS),
    *_list("per_hari_berdampingan", _HALF_COLUMNS),
    *_texts("jumlah.", "masuk keluar terbit selesai"),
    *_texts("ketepatan.", "tenggat tepat_waktu terlambat berjalan", ("tenggat", "tepat_waktu", "terlambat")),
    *_texts("lama.", "median_jam p90_jam"),
    *_texts("mutu.", "diajukan dikembalikan"),
    *_list("tanda_tangan", "nama ditandatangani menunggu median_jam ditepati diingkari"),
    *_list("beban", "nama ditugaskan dikerjakan terbuka lewat_tenggat"),
    Field("grafik", FieldKind.PICTURE, width_mm=158),
    *_texts("", "tempat tanggal"),
    *_SIGNATURE,
)

_MONTH_COLUMNS = "jan feb mar apr mei jun jul agu sep okt nov des"

_YEARLY = (
    *_LETTERHEAD,
    Field("tahun", must=True),
    Field("unit"),
    *_texts("arti.", "masuk terbit"),
    *_list("per_jenis", f"nomor jenis arah {_MONTH_COLUMNS} total", must=True),
    *_texts("jumlah.", f"{_MONTH_COLUMNS} total", ("total",)),
    Field("grafik", FieldKind.PICTURE, width_mm=160),
    *_texts("", "tempat tanggal"),
    *_SIGNATURE,
)

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "surat-pengantar": _COVER_LETTER,
    "laporan-bulanan": _MONTHLY,
    "rekap-tahunan": _YEARLY,
}
"""By the paper's code."""


def fields_of(code: str) -> Mapping[str, Field]:
    """The fields of the paper `code` by name; a code that has none of its own (a letter kind's template) is
    written with those of the cover letter, none of which must be there.
    """
    known = FIELDS.get(code)
    if known is not None:
        return {each.name: each for each in known}
    return {
        each.name: Field(each.name, each.kind, width_mm=each.width_mm, height_mm=each.height_mm)
        for each in _COVER_LETTER
    }
