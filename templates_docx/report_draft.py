"""The monthly report as shipped. No regulated form is known; it is to be changed.

It is arranged under the four headings that such offices are measured by; what each figure means stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.table import Table

from templates_docx.layout import CENTRE, RIGHT, Column, blank, grid, line, rule, write
from templates_docx.pieces import closing_block, letterhead, looped_table, page_numbers

WIDTH = 160.0
SMALL = 9.5
FINE = 8.5

Figures = Sequence[tuple[str, str, str]]
"""Words, placeholder of the figure, placeholder of its meaning."""

_BALANCE: Figures = (
    ("Belum selesai pada awal bulan", "neraca.awal", "arti.awal"),
    ("Tercatat", "neraca.tercatat", "arti.tercatat"),
    ("Selesai", "neraca.selesai", "arti.selesai"),
    ("Batal", "neraca.batal", "arti.batal"),
    ("Belum selesai pada akhir bulan", "neraca.akhir", "arti.akhir"),
)
_QUALITY: Figures = (
    ("Konsep diajukan", "mutu.diajukan", "arti.diajukan"),
    ("Konsep dikembalikan", "mutu.dikembalikan", "arti.dikembalikan"),
    ("Dikembalikan per seratus", "mutu.per_seratus", "arti.per_seratus"),
    ("Perbaikan catatan", "mutu.koreksi", "arti.koreksi"),
    ("Nomor agenda dibatalkan", "mutu.nomor_batal", "arti.nomor_batal"),
    ("Nomor surat dibatalkan", "mutu.bernomor_batal", "arti.bernomor_batal"),
)
_TIMELINESS: Figures = (
    ("Jatuh tenggat", "ketepatan.tenggat", "arti.tenggat"),
    ("Tepat waktu", "ketepatan.tepat_waktu", "arti.tepat_waktu"),
    ("Terlambat", "ketepatan.terlambat", "arti.terlambat"),
    ("Masih berjalan", "ketepatan.berjalan", "arti.berjalan"),
    ("Lama penyelesaian, median", "lama.median_jam", "arti.median_jam"),
    ("Lama penyelesaian, persentil ke-90", "lama.p90_jam", "arti.p90_jam"),
)
_COMPARED = ("lalu", "selisih", "tahun_lalu", "selisih_tahun")


def monthly() -> Document:
    """Laporan bulanan, A4 upright."""
    paper = blank()
    page_numbers(paper, "Laporan bulanan {{ periode.nama }}")
    letterhead(paper, WIDTH)
    title(paper, "LAPORAN BULANAN SURAT", "{{ periode.nama }}", "{{ periode.keterangan }}", "{{ unit }}")
    _part(paper, "PRODUKTIVITAS")
    _productivity(paper)
    _part(paper, "KUALITAS")
    _figures(paper, _QUALITY)
    _part(paper, "RESPONSIVITAS")
    _responsiveness(paper)
    _part(paper, "AKUNTABILITAS")
    _accountability(paper)
    closing_block(paper, 86, 74)
    # What is known only once a month is closed: its number, its checksum, corrections of earlier months.
    line(paper, "{%p for baris in catatan_kaki %}")
    line(paper, "{{ baris.teks }}", size=7.5, before=3)
    line(paper, "{%p endfor %}")
    return paper


def title(paper: Document, words: str, period: str, *more: str) -> None:
    """The heading of a report, and lines below it that may be empty."""
    line(paper, words, bold=True, align=CENTRE, keep=True)
    line(paper, period, align=CENTRE, keep=True)
    for each in more:
        line(paper, f"{{%p if {each.strip('{} ')} %}}")
        line(paper, each, size=11, align=CENTRE, keep=True)
        line(paper, "{%p endif %}")
    line(paper, "", size=4, keep=True)


def meanings(paper: Document, *pairs: tuple[str, str]) -> None:
    """Below a table: what its columns mean, a line each."""
    for words, meaning in pairs:
        line(paper, f"{words}: {{{{ {meaning} }}}}", size=FINE, before=2)


def _productivity(paper: Document) -> None:
    _heading(paper, "Neraca surat")
    _figures(paper, _BALANCE, bold={0, 4})
    _heading(paper, "Dibanding bulan lalu dan tahun lalu")
    _compared_totals(paper)
    meanings(
        paper,
        ("Bulan lalu", "banding.lalu"),
        ("Tahun lalu", "banding.tahun_lalu"),
        ("Pembanding", "arti.banding"),
        ("Selisih", "arti.selisih"),
    )
    line(paper, "{%p if per_jenis %}")
    _heading(paper, "Menurut jenis naskah dinas")
    _groups(paper, "per_jenis", "jenis", "Jenis naskah dinas")
    meanings(paper, ("Masuk", "arti.masuk"), ("Keluar", "arti.keluar"), ("Terbit", "arti.terbit"))
    line(
        paper,
        "Bulan lalu dan tahun lalu: surat tercatat (masuk dan keluar). ±: selisihnya.",
        size=FINE,
        before=2,
    )
    _heading(paper, "Menurut unit pengolah")
    _groups(paper, "per_unit", "unit", "Unit pengolah")
    line(paper, "{%p endif %}")
    line(paper, "{%p if pejabat %}")
    _heading(paper, "Menurut pejabat")
    _officers(paper)
    meanings(paper, ("Tanda tangan", "arti.ttd"), ("Paraf", "arti.paraf"), ("Disposisi", "arti.dijawab"))
    line(paper, "{%p endif %}")
    line(paper, "{%p if per_jenis %}")
    _heading(paper, "Menurut hari")
    _days(paper)
    line(paper, "{%p endif %}")
    line(paper, "{%p if grafik %}")
    line(paper, "{{ grafik }}", before=8)
    line(paper, "{%p endif %}")
    line(paper, "{%p if pengirim %}")
    _heading(paper, "Pengirim terbanyak")
    looped_table(
        paper,
        (Column(10, "No.", RIGHT), Column(128, "Pengirim"), Column(22, "Surat", RIGHT)),
        "pengirim",
        _cells("nomor nama surat"),
    )
    meanings(paper, ("Pengirim", "arti.pengirim"))
    line(paper, "{%p endif %}")


def _responsiveness(paper: Document) -> None:
    _heading(paper, "Ketepatan waktu dan lama penyelesaian")
    _figures(paper, _TIMELINESS)
    _heading(paper, "Ketepatan waktu menurut kecepatan")
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
        _cells("kecepatan batas tenggat tepat_waktu terlambat berjalan persen"),
    )
    meanings(paper, ("Kecepatan", "arti.kecepatan"))
    _heading(paper, "Lama tiap tahap (jam kerja)")
    looped_table(
        paper,
        (
            Column(88, "Tahap"),
            Column(20, "Surat", RIGHT),
            Column(24, "Median", RIGHT),
            Column(28, "Persentil ke-90", RIGHT),
        ),
        "tahap",
        _cells("tahap surat median_jam p90_jam"),
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
    _heading(paper, "Tanda tangan")
    _by_person(
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


def _accountability(paper: Document) -> None:
    line(paper, "{%p if not beban and not tinggal %}", keep=True)
    nothing = "Tidak ada disposisi dalam periode ini, dan tidak ada surat yang belum selesai."
    line(paper, nothing, size=SMALL, before=4)
    line(paper, "{%p endif %}")
    line(paper, "{%p if beban %}", keep=True)
    _heading(paper, "Beban kerja: disposisi menurut pelaksana")
    _by_person(
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
    _heading(paper, "Belum selesai pada akhir bulan")
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
        _cells("rujukan hal sejak meja tenggat"),
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
    _heading(paper, "Koreksi atas bulan yang sudah ditutup")
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
        _cells("rujukan hal bulan perubahan oleh"),
        size=FINE,
    )
    line(paper, "{%p if koreksi_lagi %}")
    line(paper, "{{ koreksi_lagi }}", size=SMALL, before=3)
    line(paper, "{%p endif %}")
    line(paper, "{%p endif %}")


def _part(paper: Document, words: str) -> None:
    """One of the four headings."""
    line(paper, words, size=12, bold=True, before=18, after=0, keep=True)


def _heading(paper: Document, words: str) -> None:
    line(paper, words, size=11, bold=True, before=10, after=3, keep=True)


def _figures(paper: Document, figures: Figures, *, bold: set[int] | None = None) -> Table:
    """A figure a row, its meaning beside it; the table stays on one page."""
    table = grid(paper, (56, 24, 80), rows=len(figures), padding=1.5)
    rule(table, upright=False, size=2)
    for number, (row, (words, figure, meaning)) in enumerate(zip(table.rows, figures, strict=True)):
        strong = number in (bold or set())
        keep = number < len(figures) - 1
        name, value, said = row.cells
        write(name.paragraphs[0], words, size=SMALL, bold=strong, keep=keep, before=1.5, after=1.5)
        write(
            value.paragraphs[0],
            f"{{{{ {figure} }}}}",
            size=SMALL,
            bold=strong,
            align=RIGHT,
            keep=keep,
            before=1.5,
        )
        write(said.paragraphs[0], f"{{{{ {meaning} }}}}", size=FINE, keep=keep, before=1.5, after=1.5)
    return table


def _compared_totals(paper: Document) -> None:
    columns = (
        Column(60, "Angka"),
        *(
            Column(20, words, RIGHT)
            for words in ("Bulan ini", "Bulan lalu", "Selisih", "Tahun lalu", "Selisih")
        ),
    )
    looped_table(paper, columns, "perbandingan", _cells("angka ini", *_COMPARED))


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
    looped_table(paper, columns, items, _cells("nomor", name, *figures, *_COMPARED), total=totals, size=8)


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
    looped_table(paper, columns, "pejabat", _cells("nama ttd paraf dijawab ini", *_COMPARED), size=8)


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


def _by_person(paper: Document, items: str, **figures: Column) -> None:
    columns = (Column(WIDTH - sum(each.width for each in figures.values()), "Nama"), *figures.values())
    looped_table(paper, columns, items, _cells("nama", *figures))


def _cells(*names: str) -> list[str]:
    """The placeholders of a row: `nama surat` → `{{ baris.nama }}`, `{{ baris.surat }}`."""
    return [f"{{{{ baris.{name} }}}}" for words in names for name in words.split()]
