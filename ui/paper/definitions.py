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
    "signatures.promises_kept": mark(
        "Tanda tangan atau paraf yang selesai paling lambat pada waktu yang dijanjikan."
    ),
    "signatures.promises_broken": mark(
        "Tanda tangan atau paraf yang belum ada pada waktu yang dijanjikan; janji baru sesudahnya dihitung tersendiri."
    ),
    "quality.submitted": mark(
        "Konsep surat keluar yang diajukan untuk diparaf atau ditandatangani dalam periode."
    ),
    "quality.returned": mark("Pengembalian konsep untuk diperbaiki dalam periode."),
    "quality.returned_per_hundred": mark(
        "Pengembalian untuk setiap seratus konsep yang diajukan dalam periode."
    ),
    "quality.corrections": mark(
        "Perbaikan catatan surat sesudah didaftarkan, menurut jurnal; setiap penyimpanan dihitung."
    ),
    "quality.cancelled_numbers": mark(
        "Nomor agenda yang dibatalkan dalam periode; tetap tercantum dalam buku beserta alasannya."
    ),
    "quality.voided_numbers": mark("Di antaranya surat keluar yang sudah diberi nomor surat."),
    "workload.assigned": mark("Disposisi yang diberikan kepada pejabat ini dalam periode."),
    "workload.done": mark("Disposisi pejabat ini yang selesai dalam periode."),
    "workload.open": mark("Disposisi pejabat ini yang belum selesai pada akhir periode."),
    "workload.late": mark("Di antaranya yang sudah lewat batas waktunya."),
    "workload.share": mark("Bagian pejabat ini dari semua disposisi yang diberikan dalam periode."),
    "comparison": mark(
        "Bulan lalu dan bulan yang sama tahun lalu; bulan berjalan dibandingkan dengan tanggal yang sama."
    ),
    "change": mark("Angka periode ini dikurangi angka periode pembanding; – bila belum ada catatannya."),
    "per_workday": mark("Surat tercatat dibagi hari kerja kantor dalam periode."),
    "timeliness.running": mark("Di antaranya yang belum selesai dan tenggatnya belum lewat."),
    "urgencies": mark("Ketepatan waktu menurut kecepatan surat dan batas waktu kantor untuknya."),
    "stages.letters": mark("Jumlah surat yang menjadi dasar angka ini."),
    "stages.median_working_hours": mark("Setengah dari surat itu membutuhkan paling lama sekian jam kerja."),
    "stages.p90_working_hours": mark(
        "Sembilan dari sepuluh surat itu membutuhkan paling lama sekian jam kerja."
    ),
    "stages.registration_to_disposition": mark(
        "Surat masuk yang pertama kali didisposisi dalam periode: sejak dicatat sampai disposisi itu."
    ),
    "stages.registration_to_completion": mark(
        "Surat masuk yang selesai dalam periode dan tidak dibuka kembali: sejak dicatat sampai selesai."
    ),
    "stages.draft_to_signature": mark(
        "Surat keluar yang ditandatangani dalam periode: sejak konsep dicatat sampai ditandatangani."
    ),
    "stages.signature_to_dispatch": mark(
        "Surat keluar yang dikirim dalam periode: sejak ditandatangani sampai dikirim."
    ),
    "stages.draft_to_dispatch": mark(
        "Surat keluar yang dikirim dalam periode: sejak konsep dicatat sampai dikirim."
    ),
    "officers": mark(
        "Hasil kerja pejabat: jumlah surat yang ditandatangani, diparaf, dan diselesaikan sebagai penanggung jawab."
    ),
    "officers.signed": mark("Surat yang ditandatangani pejabat ini dalam periode."),
    "officers.initialled": mark("Surat yang diparaf pejabat ini dalam periode; satu surat dihitung sekali."),
    "officers.led": mark(
        "Surat yang disposisinya diselesaikan pejabat ini sebagai penanggung jawab dalam periode."
    ),
    "officers.total": mark("Ketiganya bersama-sama."),
    "senders": mark("Sepuluh pengirim surat masuk terbanyak dalam periode; selebihnya dijumlahkan."),
    "open_letters": mark(
        "Surat yang belum selesai pada akhir periode; meja: tempatnya ketika laporan dibuat, atau ketika bulan ditutup."
    ),
}
"""The Indonesian lines, as paper prints them whatever language the screen speaks."""


def definitions() -> dict[str, str]:
    """Field name → its meaning in the reader's language."""
    return {name: _(meaning) for name, meaning in DEFINITIONS.items()}
