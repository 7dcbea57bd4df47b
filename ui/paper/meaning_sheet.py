"""What the headings of the monthly workbook mean, as a sheet of its own: a column has no room for a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.sheets import Cell
from ui.paper.definitions import DEFINITIONS

MEANT: Sequence[tuple[str, str, str]] = (
    ("Per jenis, Per unit", "Masuk", "incoming"),
    ("Per jenis, Per unit", "Keluar", "outgoing"),
    ("Per jenis, Per unit", "Terbit", "issued"),
    ("Per jenis, Per unit", "Awal", "opening"),
    ("Per jenis, Per unit", "Tercatat", "registered"),
    ("Per jenis, Per unit", "Selesai", "finished"),
    ("Per jenis, Per unit", "Batal", "cancelled"),
    ("Per jenis, Per unit", "Akhir", "closing"),
    ("Perbandingan", "Bulan lalu, tahun lalu", "comparison"),
    ("Perbandingan", "Selisih", "change"),
    ("Per pejabat", "Ditandatangani", "officers.signed"),
    ("Per pejabat", "Diparaf", "officers.initialled"),
    ("Per pejabat", "Disposisi", "officers.led"),
    ("Per pejabat", "Jumlah", "officers.total"),
    ("Pengirim", "Surat", "senders"),
    ("Kecepatan", "Jatuh tenggat", "timeliness.due"),
    ("Kecepatan", "Tepat waktu", "timeliness.on_time"),
    ("Kecepatan", "Terlambat", "timeliness.late"),
    ("Kecepatan", "Berjalan", "timeliness.running"),
    ("Kecepatan", "Batas waktu", "urgencies"),
    ("Tahap", "Surat", "stages.letters"),
    ("Tahap", "Median", "stages.median_working_hours"),
    ("Tahap", "Persentil ke-90", "stages.p90_working_hours"),
    ("Tanda tangan", "Ditandatangani", "signatures.signed"),
    ("Tanda tangan", "Menunggu", "signatures.waiting"),
    ("Tanda tangan", "Median", "signatures.median_working_hours"),
    ("Tanda tangan", "Janji ditepati", "signatures.promises_kept"),
    ("Tanda tangan", "Janji diingkari", "signatures.promises_broken"),
    ("Disposisi", "Ditugaskan", "workload.assigned"),
    ("Disposisi", "Bagian", "workload.share"),
    ("Disposisi", "Selesai", "workload.done"),
    ("Disposisi", "Belum selesai", "workload.open"),
    ("Disposisi", "Terlambat", "workload.late"),
    ("Belum selesai", "Di meja", "open_letters"),
)
"""Sheet, heading, definition."""


def meaning_rows() -> list[Sequence[Cell]]:
    """A line for every heading that is counted."""
    return [
        ("Lembar", "Judul", "Arti"),
        *((sheet, heading, DEFINITIONS[key]) for sheet, heading, key in MEANT),
    ]
