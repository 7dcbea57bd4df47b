"""The monthly report's sections on how fast and on who has how much, with what corrects months closed before."""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import RIGHT, Column, line
from templates_docx.pieces import looped_table
from templates_docx.report_pieces import (
    FINE,
    SMALL,
    Figures,
    by_person,
    cells,
    figures_table,
    heading,
    meanings,
)

_TIMELINESS: Figures = (
    ("Jatuh tenggat", "ketepatan.tenggat", "arti.tenggat"),
    ("Tepat waktu", "ketepatan.tepat_waktu", "arti.tepat_waktu"),
    ("Terlambat", "ketepatan.terlambat", "arti.terlambat"),
    ("Masih berjalan", "ketepatan.berjalan", "arti.berjalan"),
    ("Lama penyelesaian, median", "lama.median_jam", "arti.median_jam"),
    ("Lama penyelesaian, persentil ke-90", "lama.p90_jam", "arti.p90_jam"),
)


def responsiveness(paper: Document) -> None:
    """How fast."""
    heading(paper, "Ketepatan waktu dan lama penyelesaian")
    figures_table(paper, _TIMELINESS)
    heading(paper, "Ketepatan waktu menurut kecepatan")
    looped_table(
        paper,
        (
            Column(34, "Kecepatan"),
            Column(28, "Batas waktu"),
            Column(20, "Tenggat", RIGHT),
            Column(21, "Tepat waktu", RIGHT),
            Column(20, "Terlambat", RIGHT),
            Column(18, "Berjalan", RIGHT),
            Column(19, "Tepat waktu (%)", RIGHT),
        ),
        "kecepatan",
        cells("kecepatan batas tenggat tepat_waktu terlambat berjalan persen"),
    )
    meanings(paper, ("Kecepatan", "arti.kecepatan"))
    heading(paper, "Lama tiap tahap (jam kerja)")
    looped_table(
        paper,
        (
            Column(88, "Tahap"),
            Column(20, "Surat", RIGHT),
            Column(24, "Median", RIGHT),
            Column(28, "Persentil ke-90", RIGHT),
        ),
        "tahap",
        cells("tahap surat median_jam p90_jam"),
    )
    meanings(
        paper,
        ("Surat", "arti.tahap_surat"),
        ("Dicatat – disposisi pertama", "arti.tahap_disposisi"),
        ("Dicatat – selesai", "arti.tahap_selesai"),
        ("Konsep – tanda tangan", "arti.tahap_tanda_tangan"),
        ("Tanda tangan – kirim", "arti.tahap_kirim"),
        ("Konsep – kirim", "arti.tahap_konsep_kirim"),
    )
    line(paper, "{%p if tanda_tangan %}", keep=True)
    heading(paper, "Tanda tangan")
    by_person(
        paper,
        "tanda_tangan",
        ditandatangani=Column(28, "Ditandatangani", RIGHT),
        menunggu=Column(20, "Menunggu", RIGHT),
        median_jam=Column(16, "Median (jam)", RIGHT),
        ditepati=Column(18, "Janji ditepati", RIGHT),
        diingkari=Column(18, "Janji diingkari", RIGHT),
    )
    meanings(
        paper,
        ("Menunggu", "arti.menunggu"),
        ("Ditepati", "arti.ditepati"),
        ("Diingkari", "arti.diingkari"),
    )
    line(paper, "{%p endif %}")


def accountability(paper: Document) -> None:
    """Who has how much, and what is still open."""
    line(paper, "{%p if not beban and not tinggal %}", keep=True)
    nothing = "Tidak ada disposisi dalam periode ini, dan tidak ada surat yang belum selesai."
    line(paper, nothing, size=SMALL, before=4)
    line(paper, "{%p endif %}")
    line(paper, "{%p if beban %}", keep=True)
    heading(paper, "Beban kerja: disposisi menurut pelaksana")
    by_person(
        paper,
        "beban",
        ditugaskan=Column(24, "Ditugaskan", RIGHT),
        bagian=Column(18, "Bagian", RIGHT),
        dikerjakan=Column(18, "Selesai", RIGHT),
        terbuka=Column(18, "Belum selesai", RIGHT),
        lewat_tenggat=Column(20, "Terlambat", RIGHT),
    )
    line(paper, "{{ beban_puncak }}", size=SMALL, before=3)
    meanings(
        paper,
        ("Ditugaskan", "arti.ditugaskan"),
        ("Bagian", "arti.bagian"),
        ("Terlambat", "arti.lewat_tenggat"),
    )
    line(paper, "{%p if grafik_beban %}")
    line(paper, "{{ grafik_beban }}", before=8)
    line(paper, "{%p endif %}")
    line(paper, "{%p endif %}")
    line(paper, "{%p if tinggal %}", keep=True)
    heading(paper, "Belum selesai pada akhir bulan")
    looped_table(
        paper,
        (
            Column(21, "Rujukan"),
            Column(53, "Hal"),
            Column(19, "Sejak"),
            Column(36, "Di meja"),
            Column(31, "Tenggat"),
        ),
        "tinggal",
        cells("rujukan hal sejak meja tenggat"),
        size=FINE,
    )
    line(paper, "{%p if tinggal_lagi %}")
    line(paper, "{{ tinggal_lagi }}", size=SMALL, before=3)
    line(paper, "{%p endif %}")
    meanings(paper, ("Belum selesai", "arti.tinggal"))
    line(paper, "{%p endif %}")
    _corrections(paper)


def _corrections(paper: Document) -> None:
    line(paper, "{%p if koreksi %}", keep=True)
    heading(paper, "Koreksi atas bulan yang sudah ditutup")
    looped_table(
        paper,
        (
            Column(21, "Rujukan"),
            Column(48, "Hal"),
            Column(26, "Bulan"),
            Column(43, "Yang berubah"),
            Column(22, "Oleh"),
        ),
        "koreksi",
        cells("rujukan hal bulan perubahan oleh"),
        size=FINE,
    )
    line(paper, "{%p if koreksi_lagi %}")
    line(paper, "{{ koreksi_lagi }}", size=SMALL, before=3)
    line(paper, "{%p endif %}")
    line(paper, "{%p endif %}")
