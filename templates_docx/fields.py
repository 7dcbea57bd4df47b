"""Every placeholder of every paper: its name, whether the paper is one without it, how large a picture is.

Names are Indonesian because the office's people type them into Word. `naskah[].banyaknya` is a column of the
list `naskah`. What a field means is said to people by ui/paper/field_texts.py, which a test holds complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from templates_docx.catalogue import LETTER_TEMPLATES

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
_COMPARED = "ini lalu selisih tahun_lalu selisih_tahun"
_KIND_COLUMNS = f"nomor jenis masuk keluar terbit awal tercatat selesai batal akhir {_COMPARED}"
_UNIT_COLUMNS = _KIND_COLUMNS.replace("jenis", "unit")
_DAY_COLUMNS = "tanggal hari masuk keluar terbit selesai"
_HALF_COLUMNS = " ".join(f"{half}.{name}" for half in ("kiri", "kanan") for name in _DAY_COLUMNS.split())

_LETTER = (
    *_LETTERHEAD,
    *_texts("surat.", "tempat tanggal nomor hal tentang lampiran sifat kecepatan jenis unit"),
    *_texts("surat.", "kode_klasifikasi nomor_agenda elektronik"),
    *_texts("tujuan.", "nama alamat"),
    *_list("naskah", "nomor naskah banyaknya keterangan"),
    Field("keterangan"),
    *_texts("penerima.", "tanggal jabatan nama nip telepon"),
    *_texts("pengirim.", "jabatan nama_jabatan nama pangkat nip"),
    *_texts("penandatangan.", "jabatan nama_jabatan nama pangkat nip"),
    Field("tembusan", FieldKind.LIST),
    *_list("paraf", "koordinasi hierarki"),
    *_texts("asal.", "pengirim nomor tanggal diterima agenda hal"),
    *_texts("tanda.", "sangat_segera segera rahasia"),
    *_list("disposisi", "tanda kepada tanda_petunjuk petunjuk"),
    *_texts("", "catatan_disposisi batas_disposisi tanggal_disposisi"),
    *_texts("pendisposisi.", "jabatan nama_jabatan nama pangkat nip"),
    *_texts("tanda_terima.", "nomor dari untuk tanggal penyerah penerima"),
)
"""What every paper about one letter may use, a letter kind's own template included."""

_NUMBERED = "surat.nomor penandatangan.jabatan penandatangan.nama"
_MUST: Mapping[str, str] = {
    "surat-pengantar": "surat.tempat surat.tanggal surat.nomor tujuan.nama tujuan.alamat naskah penerima.tanggal"
    " penerima.nama pengirim.jabatan pengirim.nama",
    "lembar-disposisi": "asal.pengirim asal.nomor asal.tanggal asal.diterima asal.agenda tanda.sangat_segera"
    " tanda.segera tanda.rahasia asal.hal disposisi catatan_disposisi pendisposisi.jabatan pendisposisi.nama",
    "tanda-terima": "tanda_terima.dari asal.nomor asal.hal tanda_terima.tanggal",
    "surat-dinas": f"{_NUMBERED} surat.tanggal surat.hal tujuan.nama",
    "surat-undangan": f"{_NUMBERED} surat.tanggal surat.hal tujuan.nama",
    "nota-dinas": f"{_NUMBERED} surat.tanggal surat.hal tujuan.nama",
}
"""What `template check` misses in a paper about one letter, beside the office's name."""

_MEANINGS = (
    "awal tercatat selesai batal akhir masuk keluar terbit tenggat tepat_waktu terlambat median_jam p90_jam diajukan"
    " dikembalikan ditandatangani menunggu ditepati diingkari ditugaskan dikerjakan terbuka lewat_tenggat"
    " per_seratus koreksi nomor_batal bernomor_batal bagian banding selisih per_hari_kerja berjalan kecepatan tahap_surat"
    " tahap_disposisi tahap_selesai tahap_tanda_tangan tahap_kirim tahap_konsep_kirim tahap_median tahap_p90 ttd paraf"
    " dijawab pengirim tinggal"
)

_MONTHLY = (
    *_LETTERHEAD,
    *_texts("periode.", "nama mulai sampai keterangan", ("nama",)),
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
    *_texts("banding.", "lalu tahun_lalu"),
    *_list("perbandingan", f"angka {_COMPARED}"),
    *_texts("jumlah_banding.", _COMPARED),
    *_list("pejabat", f"nama ttd paraf dijawab {_COMPARED}"),
    *_list("pengirim", "nomor nama surat"),
    *_list("kecepatan", "kecepatan batas tenggat tepat_waktu terlambat berjalan persen"),
    *_list("tahap", "tahap surat median_jam p90_jam"),
    *_texts("mutu.", "diajukan dikembalikan per_seratus koreksi nomor_batal bernomor_batal"),
    *_list("tanda_tangan", "nama ditandatangani menunggu median_jam ditepati diingkari"),
    *_list("beban", "nama ditugaskan bagian dikerjakan terbuka lewat_tenggat"),
    Field("beban_puncak"),
    *_list("tinggal", "rujukan hal sejak meja tenggat"),
    Field("tinggal_lagi"),
    *_list("koreksi", "rujukan hal bulan perubahan oleh"),
    Field("koreksi_lagi"),
    Field("grafik", FieldKind.PICTURE, width_mm=158),
    Field("grafik_beban", FieldKind.PICTURE, width_mm=158),
    *_list("catatan_kaki", "teks"),
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

FIELDS: Mapping[str, tuple[Field, ...]] = {"laporan-bulanan": _MONTHLY, "rekap-tahunan": _YEARLY}
"""Of papers that are not about one letter, by the paper's code."""


def fields_of(code: str) -> Mapping[str, Field]:
    """The fields of the paper `code` by name. Every paper about one letter has the same; what it must have differs,
    and a kind's own template must have none.
    """
    if code in FIELDS:
        return {each.name: each for each in FIELDS[code]}
    must = frozenset(_MUST.get(code, _NUMBERED if code in LETTER_TEMPLATES else "").split())
    return {
        each.name: replace(each, must=each.name in must or (bool(must) and each.name == "kop.nama"))
        for each in _LETTER
    }
