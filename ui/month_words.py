"""What is said when a month cannot be closed, and what the journal says when it was."""

from __future__ import annotations

from collections.abc import Mapping

from ui.texts import mark

MONTHS: Mapping[str, str] = {
    "month_not_over": mark("Bulan {month} belum berakhir; laporannya dapat ditutup sesudah {last}."),
    "month_closed": mark(
        "Bulan {month} sudah ditutup oleh {by} pada {at} (Laporan No. {number}/{year}); yang keliru diperbaiki pada "
        "suratnya dan tampil sebagai koreksi di bulan yang masih terbuka."
    ),
    "month_before_first": mark(
        "Bulan {month} sudah masuk saldo awal laporan pertama yang ditutup ({first}), jadi tidak ditutup tersendiri."
    ),
    "month_out_of_turn": mark(
        "Bulan ditutup berurutan; yang terakhir ditutup {last}, jadi tutup {expected} dahulu."
    ),
}

MONTH_DEEDS: Mapping[str, str] = {"month_closed": mark("Bulan ditutup")}
