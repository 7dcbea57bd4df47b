"""The monthly report and the yearly recapitulation as shipped. No regulated form is known; these are to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.table import Table

from templates_docx.layout import CENTRE, RIGHT, Column, blank, grid, line, rule, write
from templates_docx.pieces import closing_block, letterhead, looped_table, page_numbers

WIDTH = 160.0
YEAR_WIDTH = 247.0
MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
SMALL = 9.5

Figures = Sequence[tuple[str, str, str]]
"""Words, placeholder of the figure, placeholder of its meaning."""

_BALANCE: Figures = (
    ("Belum selesai pada awal bulan", "neraca.awal", "arti.awal"),
    ("Tercatat", "neraca.tercatat", "arti.tercatat"),
    ("Selesai", "neraca.selesai", "arti.selesai"),
    ("Batal", "neraca.batal", "arti.batal"),
    ("Belum selesai pada akhir bulan", "neraca.akhir", "arti.akhir"),
)
_TIMELINESS: Figures = (
    ("Jatuh tenggat", "ketepatan.tenggat", "arti.tenggat"),
    ("Tepat waktu", "ketepatan.tepat_waktu", "arti.tepat_waktu"),
    ("Terlambat", "ketepatan.terlambat", "arti.terlambat"),
    ("Lama penyelesaian, median", "lama.median_jam", "arti.median_jam"),
    ("Lama penyelesaian, persentil ke-90", "lama.p90_jam", "arti.p90_jam"),
    ("Konsep diajukan", "mutu.diajukan", "arti.diajukan"),
    ("Konsep dikembalikan", "mutu.dikembalikan", "arti.dikembalikan"),
)


def monthly() -> Document:
    """Laporan bulanan, A4 upright."""
    paper = blank()
    page_numbers(paper, "Laporan bulanan {{ periode.nama }}")
    letterhead(paper, WIDTH)
    _title(paper, "LAPORAN BULANAN SURAT", "{{ periode.nama }}", "{{ unit }}")
    _heading(paper, "Neraca surat")
    _figures(paper, _BALANCE, bold={0, 4})
    _heading(paper, "Menurut jenis naskah dinas")
    _groups(paper, "per_jenis", "jenis", "Jenis naskah dinas")
    _meanings(paper, ("Masuk", "arti.masuk"), ("Keluar", "arti.keluar"), ("Terbit", "arti.terbit"))
    _heading(paper, "Menurut unit pengolah")
    _groups(paper, "per_unit", "unit", "Unit pengolah")
    _heading(paper, "Ketepatan waktu, lama penyelesaian, dan mutu")
    _figures(paper, _TIMELINESS)
    _heading(paper, "Menurut hari")
    _days(paper)
    line(paper, "{%p if grafik %}")
    line(paper, "{{ grafik }}", before=8)
    line(paper, "{%p endif %}")
    _people(paper)
    closing_block(paper, 86, 74)
    return paper


def yearly() -> Document:
    """Rekap tahunan, A4 across: kinds by months."""
    paper = blank(landscape=True)
    page_numbers(paper, "Rekapitulasi surat tahun {{ tahun }}")
    letterhead(paper, YEAR_WIDTH)
    _title(paper, "REKAPITULASI SURAT MENURUT JENIS DAN BULAN", "Tahun {{ tahun }}", "{{ unit }}")
    columns = (
        Column(10, "No.", RIGHT),
        Column(52, "Jenis naskah dinas"),
        Column(17, "Arah"),
        *(Column(12.5, month, RIGHT) for month in MONTHS),
        Column(18, "Jumlah", RIGHT),
    )
    short = [month.lower() for month in MONTHS]
    cells = [f"{{{{ baris.{name} }}}}" for name in ("nomor", "jenis", "arah", *short, "total")]
    totals = ["", "Jumlah", "", *(f"{{{{ jumlah.{name} }}}}" for name in (*short, "total"))]
    looped_table(paper, columns, "per_jenis", cells, total=totals, size=9)
    _meanings(paper, ("Masuk", "arti.masuk"), ("Keluar", "arti.terbit"))
    closing_block(paper, YEAR_WIDTH - 75, 75, beside="{{ grafik }}", size=10.5)
    return paper


def _title(paper: Document, title: str, period: str, unit: str) -> None:
    line(paper, title, bold=True, align=CENTRE, keep=True)
    line(paper, period, align=CENTRE, keep=True)
    line(paper, f"{{%p if {unit.strip('{} ')} %}}")
    line(paper, unit, size=11, align=CENTRE, keep=True)
    line(paper, "{%p endif %}")
    line(paper, "", size=4, keep=True)


def _heading(paper: Document, words: str) -> None:
    line(paper, words, size=11, bold=True, before=12, after=3, keep=True)


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
        write(said.paragraphs[0], f"{{{{ {meaning} }}}}", size=8.5, keep=keep, before=1.5, after=1.5)
    return table


def _groups(paper: Document, items: str, name: str, heading: str) -> None:
    figures = ("masuk", "keluar", "terbit", "selesai", "akhir")
    columns = (
        Column(10, "No.", RIGHT),
        Column(56, heading),
        *(Column(18, word, RIGHT) for word in ("Masuk", "Keluar", "Terbit", "Selesai")),
        Column(22, "Belum selesai", RIGHT),
    )
    cells = [f"{{{{ baris.{field} }}}}" for field in ("nomor", name, *figures)]
    totals = ["", "Jumlah", *(f"{{{{ jumlah.{field} }}}}" for field in figures[:4]), "{{ neraca.akhir }}"]
    looped_table(paper, columns, items, cells, total=totals)


def _meanings(paper: Document, *pairs: tuple[str, str]) -> None:
    for words, meaning in pairs:
        line(paper, f"{words}: {{{{ {meaning} }}}}", size=8.5, before=2)


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


def _people(paper: Document) -> None:
    """Signatures and dispositions by person; nothing is printed for an office that has none."""
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
    line(paper, "{%p endif %}")
    line(paper, "{%p if beban %}", keep=True)
    _heading(paper, "Disposisi menurut pelaksana")
    _by_person(
        paper,
        "beban",
        ditugaskan=Column(28, "Ditugaskan", RIGHT),
        dikerjakan=Column(20, "Selesai", RIGHT),
        terbuka=Column(28, "Belum selesai", RIGHT),
        lewat_tenggat=Column(24, "Terlambat", RIGHT),
    )
    line(paper, "{%p endif %}")


def _by_person(paper: Document, items: str, **figures: Column) -> None:
    columns = (Column(WIDTH - sum(each.width for each in figures.values()), "Nama"), *figures.values())
    looped_table(paper, columns, items, [f"{{{{ baris.{name} }}}}" for name in ("nama", *figures)])
