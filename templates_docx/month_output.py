"""The monthly report's first section: how much came, went and was done, and against the months before."""

from __future__ import annotations

from docx.document import Document

from templates_docx.layout import RIGHT, Column, line
from templates_docx.pieces import looped_table
from templates_docx.report_pieces import FINE, Figures, cells, figures_table, heading, meanings

_BALANCE: Figures = (
    ("Belum selesai pada awal bulan", "neraca.awal", "arti.awal"),
    ("Tercatat", "neraca.tercatat", "arti.tercatat"),
    ("Selesai", "neraca.selesai", "arti.selesai"),
    ("Batal", "neraca.batal", "arti.batal"),
    ("Belum selesai pada akhir bulan", "neraca.akhir", "arti.akhir"),
)
_COMPARED = ("lalu", "selisih", "tahun_lalu", "selisih_tahun")


def productivity(paper: Document) -> None:
    """How much came, went and was done, and against the months before."""
    heading(paper, "Neraca surat")
    figures_table(paper, _BALANCE, bold={0, 4})
    heading(paper, "Dibanding bulan lalu dan tahun lalu")
    _compared_totals(paper)
    meanings(
        paper,
        ("Bulan lalu", "banding.lalu"),
        ("Tahun lalu", "banding.tahun_lalu"),
        ("Pembanding", "arti.banding"),
        ("Selisih", "arti.selisih"),
    )
    line(paper, "{%p if per_jenis %}")
    heading(paper, "Menurut jenis naskah dinas")
    _groups(paper, "per_jenis", "jenis", "Jenis naskah dinas")
    meanings(paper, ("Masuk", "arti.masuk"), ("Keluar", "arti.keluar"), ("Terbit", "arti.terbit"))
    line(
        paper,
        "Bulan lalu dan tahun lalu: surat tercatat (masuk dan keluar). ±: selisihnya.",
        size=FINE,
        before=2,
    )
    heading(paper, "Menurut unit pengolah")
    _groups(paper, "per_unit", "unit", "Unit pengolah")
    line(paper, "{%p endif %}")
    line(paper, "{%p if pejabat %}")
    heading(paper, "Menurut pejabat")
    _officers(paper)
    meanings(paper, ("Tanda tangan", "arti.ttd"), ("Paraf", "arti.paraf"), ("Disposisi", "arti.dijawab"))
    line(paper, "{%p endif %}")
    line(paper, "{%p if per_jenis %}")
    heading(paper, "Menurut hari")
    _days(paper)
    line(paper, "{%p endif %}")
    line(paper, "{%p if grafik %}")
    line(paper, "{{ grafik }}", before=8)
    line(paper, "{%p endif %}")
    line(paper, "{%p if pengirim %}")
    heading(paper, "Pengirim terbanyak")
    looped_table(
        paper,
        (Column(10, "No.", RIGHT), Column(128, "Pengirim"), Column(22, "Surat", RIGHT)),
        "pengirim",
        cells("nomor nama surat"),
    )
    meanings(paper, ("Pengirim", "arti.pengirim"))
    line(paper, "{%p endif %}")


def _compared_totals(paper: Document) -> None:
    columns = (
        Column(60, "Angka"),
        *(
            Column(20, words, RIGHT)
            for words in ("Bulan ini", "Bulan lalu", "Selisih", "Tahun lalu", "Selisih")
        ),
    )
    looped_table(paper, columns, "perbandingan", cells("angka ini", *_COMPARED))


def _groups(paper: Document, items: str, name: str, heading: str) -> None:
    figures = ("masuk", "keluar", "terbit", "selesai", "akhir")
    columns = (
        Column(8, "No.", RIGHT),
        Column(35, heading),
        *(Column(width, word, RIGHT) for word, width in (("Masuk", 12.5), ("Keluar", 13), ("Terbit", 12.5))),
        Column(14, "Selesai", RIGHT),
        Column(13, "Belum selesai", RIGHT),
        Column(12.5, "Bulan lalu", RIGHT),
        Column(13.5, "±", RIGHT),
        Column(12.5, "Tahun lalu", RIGHT),
        Column(13.5, "±", RIGHT),
    )
    totals = [
        "",
        "Jumlah",
        *(f"{{{{ jumlah.{field} }}}}" for field in figures[:4]),
        "{{ neraca.akhir }}",
        *(f"{{{{ jumlah_banding.{field} }}}}" for field in _COMPARED),
    ]
    looped_table(paper, columns, items, cells("nomor", name, *figures, *_COMPARED), total=totals, size=8)


def _officers(paper: Document) -> None:
    columns = (
        Column(52, "Nama"),
        Column(16, "Tanda tangan", RIGHT),
        Column(13, "Paraf", RIGHT),
        Column(17, "Disposisi", RIGHT),
        Column(14, "Jumlah", RIGHT),
        Column(12, "Bulan lalu", RIGHT),
        Column(12, "±", RIGHT),
        Column(12, "Tahun lalu", RIGHT),
        Column(12, "±", RIGHT),
    )
    looped_table(paper, columns, "pejabat", cells("nama ttd paraf dijawab ini", *_COMPARED), size=8)


def _days(paper: Document) -> None:
    """Two half months side by side: a month takes half a page."""
    half = (
        Column(18, "Tanggal"),
        *(
            Column(width, word, RIGHT)
            for width, word in ((15, "Masuk"), (15, "Keluar"), (14, "Terbit"), (16, "Selesai"))
        ),
    )
    names = ("hari", "masuk", "keluar", "terbit", "selesai")
    columns = (*half, Column(4), *half)
    cells = [
        *(f"{{{{ baris.kiri.{name} }}}}" for name in names),
        "",
        *(f"{{{{ baris.kanan.{name} }}}}" for name in names),
    ]
    looped_table(paper, columns, "per_hari_berdampingan", cells, size=8.5)
