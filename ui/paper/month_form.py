"""The monthly report set without Word: the parts of the shipped template in their order, from the same values."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.platypus import Flowable, Spacer

from ui.paper.books_heading import Letterhead, narrowed
from ui.paper.charts import Chart
from ui.paper.contents import Context
from ui.paper.month_form_parts import (
    BALANCE,
    BURDEN,
    COMPARED,
    CORRECTIONS,
    DAYS,
    LEFT_OPEN,
    OFFICERS,
    QUALITY,
    SENDERS,
    SIGNATURES,
    STAGES,
    TIMELINESS,
    URGENCIES,
    groups,
    totals,
)
from ui.paper.page_setting import ReportSheet
from ui.paper.report_flowables import Closing, Head, Values
from ui.paper.report_pieces import CLOSE, FINE, SMALL, ReportPieces, closed

WIDTH = 160.0
"""Millimetres of the text on A4 with the usual margins."""
_SIGNATURE = 74 / 160
_NOTHING = "Tidak ada disposisi dalam periode ini, dan tidak ada surat yang belum selesai."
_RECORDED = "Bulan lalu dan tahun lalu: surat tercatat (masuk dan keluar). ±: selisihnya."


def month_story(
    context: Context, charts: Mapping[str, Chart], sheet: ReportSheet, head: Letterhead, *, lines: int
) -> list[Flowable]:
    """What stands on the pages. `lines`: empty lines to sign on."""
    values = Values(context)
    pieces = ReportPieces(values, sheet)
    story: list[Flowable] = [Head(narrowed(head, sheet.text_width)), Spacer(0, 8)]
    story.append(pieces.words("LAPORAN BULANAN SURAT", 12, bold=True, middle=True))
    story.append(pieces.words(values.text("periode.nama"), 12, middle=True))
    story += [pieces.words(values.text(more), 11, middle=True) for more in ("periode.keterangan", "unit")]
    story += _productivity(pieces, charts)
    story += pieces.block(_part(pieces, "KUALITAS"), pieces.figures(QUALITY))
    story += _responsiveness(pieces)
    story += _accountability(pieces, charts)
    closing = Closing(values, lines, 11 * sheet.scale, _SIGNATURE, None)
    notes = [pieces.words(each.text("teks"), 7.5, before=3) for each in values.rows("catatan_kaki")]
    return closed(story, [closing, *notes])


def _part(pieces: ReportPieces, words: str) -> Flowable:
    """One of the four headings."""
    return pieces.words(words, 12, bold=True, before=18)


def _productivity(pieces: ReportPieces, charts: Mapping[str, Chart]) -> list[Flowable]:
    values = pieces.values
    story = pieces.block(
        _part(pieces, "PRODUKTIVITAS"),
        pieces.heading("Neraca surat"),
        pieces.figures(BALANCE, strong=frozenset({0, 4})),
    )
    story += pieces.block(
        pieces.heading("Dibanding bulan lalu dan tahun lalu"),
        pieces.table("perbandingan", COMPARED),
        pieces.meanings(
            ("Bulan lalu", "banding.lalu"),
            ("Tahun lalu", "banding.tahun_lalu"),
            ("Pembanding", "arti.banding"),
            ("Selisih", "arti.selisih"),
        ),
    )
    if values.rows("per_jenis"):
        story += pieces.block(
            pieces.heading("Menurut jenis naskah dinas"),
            pieces.table(
                "per_jenis", groups("jenis", "Jenis naskah dinas"), total=totals(values), size=CLOSE
            ),
            pieces.meanings(("Masuk", "arti.masuk"), ("Keluar", "arti.keluar"), ("Terbit", "arti.terbit")),
            pieces.words(_RECORDED, FINE),
            items="per_jenis",
        )
        story += pieces.block(
            pieces.heading("Menurut unit pengolah"),
            pieces.table("per_unit", groups("unit", "Unit pengolah"), total=totals(values), size=CLOSE),
            items="per_unit",
        )
    return [*story, *_people_and_days(pieces, charts)]


def _people_and_days(pieces: ReportPieces, charts: Mapping[str, Chart]) -> list[Flowable]:
    values, story = pieces.values, list[Flowable]()
    if values.rows("pejabat"):
        story += pieces.block(
            pieces.heading("Menurut pejabat"),
            pieces.table("pejabat", OFFICERS, size=CLOSE),
            pieces.meanings(
                ("Tanda tangan", "arti.ttd"), ("Paraf", "arti.paraf"), ("Disposisi", "arti.dijawab")
            ),
            items="pejabat",
        )
    if values.rows("per_jenis"):
        days = pieces.table("per_hari_berdampingan", DAYS, size=FINE)
        story += pieces.block(pieces.heading("Menurut hari"), days, items="per_hari_berdampingan")
    if "grafik" in charts:
        story += pieces.block(pieces.chart(charts["grafik"]))
    if values.rows("pengirim"):
        story += pieces.block(
            pieces.heading("Pengirim terbanyak"),
            pieces.table("pengirim", SENDERS),
            pieces.meanings(("Pengirim", "arti.pengirim")),
            items="pengirim",
        )
    return story


def _responsiveness(pieces: ReportPieces) -> list[Flowable]:
    story = pieces.block(
        _part(pieces, "RESPONSIVITAS"),
        pieces.heading("Ketepatan waktu dan lama penyelesaian"),
        pieces.figures(TIMELINESS),
    )
    story += pieces.block(
        pieces.heading("Ketepatan waktu menurut kecepatan"),
        pieces.table("kecepatan", URGENCIES),
        pieces.meanings(("Kecepatan", "arti.kecepatan")),
    )
    story += pieces.block(
        pieces.heading("Lama tiap tahap (jam kerja)"),
        pieces.table("tahap", STAGES),
        pieces.meanings(
            ("Surat", "arti.tahap_surat"),
            ("Dicatat – disposisi pertama", "arti.tahap_disposisi"),
            ("Dicatat – selesai", "arti.tahap_selesai"),
            ("Konsep – tanda tangan", "arti.tahap_tanda_tangan"),
            ("Tanda tangan – kirim", "arti.tahap_kirim"),
            ("Konsep – kirim", "arti.tahap_konsep_kirim"),
        ),
    )
    if pieces.values.rows("tanda_tangan"):
        story += pieces.block(
            pieces.heading("Tanda tangan"),
            pieces.table("tanda_tangan", SIGNATURES),
            pieces.meanings(
                ("Menunggu", "arti.menunggu"), ("Ditepati", "arti.ditepati"), ("Diingkari", "arti.diingkari")
            ),
            items="tanda_tangan",
        )
    return story


def _accountability(pieces: ReportPieces, charts: Mapping[str, Chart]) -> list[Flowable]:
    values = pieces.values
    burdened, left = values.rows("beban"), values.rows("tinggal")
    # The heading of the part goes with whatever comes first below it.
    part: list[Flowable] = [_part(pieces, "AKUNTABILITAS")]
    if not burdened and not left:
        part = pieces.block(part, pieces.words(_NOTHING, SMALL, before=4))
    story: list[Flowable] = []
    if burdened:
        story += pieces.block(
            part,
            pieces.heading("Beban kerja: disposisi menurut pelaksana"),
            pieces.table("beban", BURDEN),
            pieces.words(values.text("beban_puncak"), SMALL, before=3),
            pieces.meanings(
                ("Ditugaskan", "arti.ditugaskan"),
                ("Bagian", "arti.bagian"),
                ("Terlambat", "arti.lewat_tenggat"),
            ),
            items="beban",
        )
        part = []
        if "grafik_beban" in charts:
            story += pieces.block(pieces.chart(charts["grafik_beban"]))
    if left:
        story += pieces.block(
            part,
            pieces.heading("Belum selesai pada akhir bulan"),
            pieces.table("tinggal", LEFT_OPEN, size=FINE),
            pieces.words(values.text("tinggal_lagi"), SMALL, before=3),
            pieces.meanings(("Belum selesai", "arti.tinggal")),
            items="tinggal",
        )
        part = []
    story += part
    if values.rows("koreksi"):
        story += pieces.block(
            pieces.heading("Koreksi atas bulan yang sudah ditutup"),
            pieces.table("koreksi", CORRECTIONS, size=FINE),
            pieces.words(values.text("koreksi_lagi"), SMALL, before=3),
            items="koreksi",
        )
    return story
