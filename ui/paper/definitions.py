"""What each count of a report means, in one line: nobody has to agree on it by telephone.

The keys are the field names of the JSON report; the same lines stand on the paper, in the terminal's `definitions`
and behind the figures on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping

from ui.texts import _, mark

DEFINITIONS: Mapping[str, str] = {
    "opening": mark("Surat yang belum selesai ketika periode dimulai."),
    "registered": mark(
        "Surat yang dicatat dalam periode: surat masuk menurut tanggal terima, surat keluar menurut tanggal masuk agenda."
    ),
    "finished": mark(
        "Surat yang selesai dalam periode, dikurangi surat selesai yang dibuka kembali dalam periode."
    ),
    "cancelled": mark("Surat yang dibatalkan dalam periode; nomornya tetap tercantum dalam buku."),
    "closing": mark("Surat yang belum selesai pada akhir periode: awal + tercatat − selesai − batal."),
    "reopened": mark("Surat selesai yang dibuka kembali dalam periode; sudah dikurangkan dari yang selesai."),
    "incoming": mark("Surat masuk yang diterima dalam periode."),
    "outgoing": mark("Surat keluar yang masuk agenda dalam periode, termasuk yang masih konsep."),
    "issued": mark("Surat keluar yang diberi nomor dalam periode."),
    "by_kind": mark("Surat periode ini menurut jenis naskah dinas."),
    "by_unit": mark("Surat periode ini menurut unit pengolah."),
    "by_day": mark("Surat periode ini menurut tanggal."),
    "timeliness.due": mark("Surat masuk yang tenggatnya jatuh dalam periode."),
    "timeliness.on_time": mark("Di antaranya yang selesai paling lambat pada tenggatnya."),
    "timeliness.late": mark(
        "Di antaranya yang selesai sesudah tenggat, atau belum selesai padahal tenggat sudah lewat."
    ),
    "turnaround.median_working_hours": mark(
        "Setengah dari surat yang selesai membutuhkan paling lama sekian jam kerja sejak dicatat."
    ),
    "turnaround.p90_working_hours": mark(
        "Sembilan dari sepuluh surat yang selesai membutuhkan paling lama sekian jam kerja sejak dicatat."
    ),
    "signatures.signed": mark("Surat yang ditandatangani pejabat ini dalam periode."),
    "signatures.waiting": mark("Surat yang masih menunggu tanda tangan pejabat ini pada akhir periode."),
    "signatures.median_working_hours": mark(
        "Setengah dari tanda tangan selesai paling lama sekian jam kerja sejak diminta."
    ),
    "signatures.promises_kept": mark("Tanda tangan yang selesai paling lambat pada waktu yang dijanjikan."),
    "signatures.promises_broken": mark(
        "Tanda tangan yang selesai sesudah waktu yang dijanjikan, atau belum selesai padahal waktunya sudah lewat."
    ),
    "quality.submitted": mark(
        "Konsep surat keluar yang diajukan untuk diparaf atau ditandatangani dalam periode."
    ),
    "quality.returned": mark("Di antaranya yang dikembalikan untuk diperbaiki."),
    "workload.assigned": mark("Disposisi yang diberikan kepada pejabat ini dalam periode."),
    "workload.done": mark("Disposisi pejabat ini yang selesai dalam periode."),
    "workload.open": mark("Disposisi pejabat ini yang belum selesai pada akhir periode."),
    "workload.late": mark("Di antaranya yang sudah lewat batas waktunya."),
}
"""The Indonesian lines, as paper prints them whatever language the screen speaks."""


def definitions() -> dict[str, str]:
    """Field name → its meaning in the reader's language."""
    return {name: _(meaning) for name, meaning in DEFINITIONS.items()}
