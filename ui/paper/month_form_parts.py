"""The tables of the monthly report set without Word: their columns as those of the shipped template."""

from __future__ import annotations

from ui.paper.report_flowables import Values
from ui.paper.report_pieces import Column, figures_of

BALANCE = (
    ("Belum selesai pada awal bulan", "neraca.awal", "arti.awal"),
    ("Tercatat", "neraca.tercatat", "arti.tercatat"),
    ("Selesai", "neraca.selesai", "arti.selesai"),
    ("Batal", "neraca.batal", "arti.batal"),
    ("Belum selesai pada akhir bulan", "neraca.akhir", "arti.akhir"),
)
QUALITY = (
    ("Konsep diajukan", "mutu.diajukan", "arti.diajukan"),
    ("Konsep dikembalikan", "mutu.dikembalikan", "arti.dikembalikan"),
    ("Dikembalikan per seratus", "mutu.per_seratus", "arti.per_seratus"),
    ("Perbaikan catatan", "mutu.koreksi", "arti.koreksi"),
    ("Nomor agenda dibatalkan", "mutu.nomor_batal", "arti.nomor_batal"),
    ("Nomor surat dibatalkan", "mutu.bernomor_batal", "arti.bernomor_batal"),
)
TIMELINESS = (
    ("Jatuh tenggat", "ketepatan.tenggat", "arti.tenggat"),
    ("Tepat waktu", "ketepatan.tepat_waktu", "arti.tepat_waktu"),
    ("Terlambat", "ketepatan.terlambat", "arti.terlambat"),
    ("Masih berjalan", "ketepatan.berjalan", "arti.berjalan"),
    ("Lama penyelesaian, median", "lama.median_jam", "arti.median_jam"),
    ("Lama penyelesaian, persentil ke-90", "lama.p90_jam", "arti.p90_jam"),
)
COMPARED = (
    Column(60, "Angka", "angka"),
    *figures_of(
        (20, "Bulan ini", "ini"),
        (20, "Bulan lalu", "lalu"),
        (20, "Selisih", "selisih"),
        (20, "Tahun lalu", "tahun_lalu"),
        (20, "Selisih", "selisih_tahun"),
    ),
)
OFFICERS = (
    Column(52, "Nama", "nama"),
    *figures_of(
        (16, "Tanda tangan", "ttd"),
        (13, "Paraf", "paraf"),
        (17, "Disposisi", "dijawab"),
        (14, "Jumlah", "ini"),
        (12, "Bulan lalu", "lalu"),
        (12, "±", "selisih"),
        (12, "Tahun lalu", "tahun_lalu"),
        (12, "±", "selisih_tahun"),
    ),
)
SENDERS = (
    Column(10, "No.", "nomor", right=True),
    Column(128, "Pengirim", "nama"),
    Column(22, "Surat", "surat", right=True),
)
URGENCIES = (
    Column(34, "Kecepatan", "kecepatan"),
    Column(28, "Batas waktu", "batas"),
    *figures_of(
        (20, "Tenggat", "tenggat"),
        (21, "Tepat waktu", "tepat_waktu"),
        (20, "Terlambat", "terlambat"),
        (18, "Berjalan", "berjalan"),
        (19, "Tepat waktu (%)", "persen"),
    ),
)
STAGES = (
    Column(88, "Tahap", "tahap"),
    *figures_of((20, "Surat", "surat"), (24, "Median", "median_jam"), (28, "Persentil ke-90", "p90_jam")),
)
SIGNATURES = (
    Column(60, "Nama", "nama"),
    *figures_of(
        (28, "Ditandatangani", "ditandatangani"),
        (20, "Menunggu", "menunggu"),
        (16, "Median (jam)", "median_jam"),
        (18, "Janji ditepati", "ditepati"),
        (18, "Janji diingkari", "diingkari"),
    ),
)
BURDEN = (
    Column(62, "Nama", "nama"),
    *figures_of(
        (24, "Ditugaskan", "ditugaskan"),
        (18, "Bagian", "bagian"),
        (18, "Selesai", "dikerjakan"),
        (18, "Belum selesai", "terbuka"),
        (20, "Terlambat", "lewat_tenggat"),
    ),
)
LEFT_OPEN = (
    Column(21, "Rujukan", "rujukan"),
    Column(51, "Hal", "hal"),
    Column(21, "Sejak", "sejak"),
    Column(36, "Di meja", "meja"),
    Column(31, "Tenggat", "tenggat"),
)
CORRECTIONS = (
    Column(21, "Rujukan", "rujukan"),
    Column(48, "Hal", "hal"),
    Column(26, "Bulan", "bulan"),
    Column(43, "Yang berubah", "perubahan"),
    Column(22, "Oleh", "oleh"),
)


def _half(side: str) -> tuple[Column, ...]:
    return (
        Column(18, "Tanggal", f"{side}.hari"),
        *figures_of(
            (15, "Masuk", f"{side}.masuk"),
            (15, "Keluar", f"{side}.keluar"),
            (14, "Terbit", f"{side}.terbit"),
            (16, "Selesai", f"{side}.selesai"),
        ),
    )


DAYS = (*_half("kiri"), Column(4), *_half("kanan"))
"""Two half months side by side: a month takes half a page."""


def groups(name: str, heading: str) -> tuple[Column, ...]:
    """Kinds or units: what came and went, and against the months before."""
    return (
        Column(8, "No.", "nomor", right=True),
        Column(35, heading, name),
        *figures_of(
            (12.5, "Masuk", "masuk"),
            (13, "Keluar", "keluar"),
            (12.5, "Terbit", "terbit"),
            (14, "Selesai", "selesai"),
            (13, "Belum selesai", "akhir"),
            (12.5, "Bulan lalu", "lalu"),
            (13.5, "±", "selisih"),
            (12.5, "Tahun lalu", "tahun_lalu"),
            (13.5, "±", "selisih_tahun"),
        ),
    )


def totals(values: Values) -> tuple[str, ...]:
    """The last row of `groups`: the whole office, counted by itself."""
    names = [
        *(f"jumlah.{each}" for each in ("masuk", "keluar", "terbit", "selesai")),
        "neraca.akhir",
        *(f"jumlah_banding.{each}" for each in ("lalu", "selisih", "tahun_lalu", "selisih_tahun")),
    ]
    return ("", "Jumlah", *map(values.text, names))
