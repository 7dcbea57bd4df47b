"""The deeper tables of a month for the screen: compared, by urgency, by stage, by officer, senders, what is open. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence import comparing
from correspondence.comparing import Compared, Part
from correspondence.report_rows import Stage, UrgencyRow
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.screen.report_compared import compared_cells, compared_headings, period_figures
from ui.screen.report_figures import Cell, FigureTable, count_cell, measure_cell, plain_cell
from ui.screen.report_headings import decimal
from ui.screen.report_lists import of_part, open_table, senders_table
from ui.texts import _, n_
from ui.words import urgency_word


def depth_tables(report: MonthlyReport) -> tuple[FigureTable, ...]:
    """Everything that is not a balance, a signature or a disposition."""
    return (
        _comparison(report),
        _officers(report),
        senders_table(report),
        _quality(report),
        _urgencies(report),
        _stages(report),
        open_table(report),
    )


def _comparison(report: MonthlyReport) -> FigureTable:
    words = {
        "registered": _("Surat tercatat"),
        "incoming": _("Surat masuk tercatat"),
        "outgoing": _("Surat keluar tercatat"),
        "issued": _("Terbit (bernomor)"),
        "finished": _("Selesai"),
        "cancelled": _("Batal"),
        "closing": _("Sisa akhir"),
    }
    rows = [
        compared_cells(report, word, what, comparing.total(report, what), period_figures(what))
        for what, word in words.items()
    ]
    for part, pattern, nameless in (
        (Part.KIND, _("Tercatat: {name}"), _("(tanpa jenis)")),
        (Part.UNIT, _("Tercatat: {name}"), _("(tanpa unit)")),
    ):
        for name in comparing.names(report, part):
            row = comparing.of_part(report, part, name, "registered")
            asked = period_figures(
                "registered",
                kind=name if part is Part.KIND else None,
                unit=name if part is Part.UNIT else None,
            )
            label = pattern.format(name=name or nameless)
            rows.append(compared_cells(report, label, "registered", row, asked))
    headings = compared_headings(report, _("Angka"))
    return FigureTable(
        "comparison",
        _("Perbandingan"),
        headings,
        tuple(rows),
        ("", "", "comparison", "change", "comparison", "change"),
    )


def _officers(report: MonthlyReport) -> FigureTable:
    here = {row.officer: row for row in report.officers}
    words = {"signed": _("Tanda tangan"), "initialled": _("Paraf"), "led": _("Disposisi")}
    rows = []
    for name in comparing.officers(report):
        row = here.get(name)
        deeds = [
            measure_cell(report, getattr(row, key) if row else 0, f"{name}: {word}", f"officers.{key}", name)
            for key, word in words.items()
        ]
        total = comparing.of_officer(report, name, "total")
        rows.append((plain_cell(name), *deeds, *_plain_compared(name, total)))
    return FigureTable(
        "officers",
        _("Per pejabat"),
        (
            _("Pejabat"),
            *words.values(),
            *(_("Jumlah"), _("Bulan lalu"), _("Selisih"), _("Tahun lalu"), _("Selisih")),
        ),
        tuple(rows),
        (
            "",
            *(f"officers.{key}" for key in words),
            *("officers.total", "comparison", "change", "comparison", "change"),
        ),
        _("Belum ada yang ditandatangani, diparaf, atau diselesaikan pada bulan ini."),
    )


def _plain_compared(name: str, row: Compared) -> tuple[Cell, ...]:
    """Sums over three sorts of deeds: each opens from its own column, in its own month."""
    return (
        plain_cell(formats.number(row.now), f"{name}: {_('Jumlah')}", "officers.total"),
        *(
            plain_cell(
                "–" if each is None else formats.number(each) if index % 2 == 0 else _signed(each),
                f"{name}: {word}",
                "change" if index % 2 else "comparison",
            )
            for index, (each, word) in enumerate(
                (
                    (row.before, _("Bulan lalu")),
                    (row.change, _("Selisih")),
                    (row.year_before, _("Tahun lalu")),
                    (row.year_change, _("Selisih")),
                )
            )
        ),
    )


def _signed(number: int) -> str:
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{formats.number(abs(number))}"


def _quality(report: MonthlyReport) -> FigureTable:
    quality = report.quality
    words = {
        "submitted": _("Konsep diajukan"),
        "returned": _("Konsep dikembalikan"),
        "returned_per_hundred": _("Dikembalikan per seratus"),
        "corrections": _("Perbaikan catatan"),
        "cancelled_numbers": _("Nomor agenda dibatalkan"),
        "voided_numbers": _("Nomor surat dibatalkan"),
    }
    rows = []
    for key, word in words.items():
        value = getattr(quality, key)
        rows.append(
            (
                plain_cell(word),
                plain_cell(decimal(value), word, f"quality.{key}")
                if key == "returned_per_hundred"
                else measure_cell(report, value, word, f"quality.{key}"),
            )
        )
    headings = (_("Angka"), _("Jumlah"))
    return FigureTable("quality", _("Mutu naskah"), headings, tuple(rows), ("", ""))


def _urgencies(report: MonthlyReport) -> FigureTable:
    words = {
        "due": _("Jatuh tempo"),
        "on_time": _("Tepat waktu"),
        "late": _("Terlambat"),
        "running": _("Berjalan"),
    }
    rows = []
    for each in report.urgencies:
        label = f"{urgency_word(each.urgency)} ({_rule(each)})"
        cells = (
            count_cell(
                getattr(each.counts, key),
                f"{label}: {word}",
                f"timeliness.{key}",
                (of_part(report, f"urgency.{key}", each.urgency),),
            )
            for key, word in words.items()
        )
        part = comparing.share(each.counts.on_time, each.counts.on_time + each.counts.late)
        share = plain_cell("–" if part is None else f"{decimal(part)} %", label, "urgencies")
        rows.append((plain_cell(label), *cells, share))
    return FigureTable(
        "urgencies",
        _("Per kecepatan"),
        (_("Kecepatan dan batas waktu"), *words.values(), _("Tepat waktu (%)")),
        tuple(rows),
        ("", *(f"timeliness.{key}" for key in words), "urgencies"),
    )


def _rule(row: UrgencyRow) -> str:
    if row.workdays is not None:
        return n_("{days} hari kerja", row.workdays).format(days=row.workdays)
    return n_("{hours} jam", row.hours or 0).format(hours=row.hours)


def _stages(report: MonthlyReport) -> FigureTable:
    words = {
        Stage.FIRST_DISPOSITION: _("Masuk: dicatat – disposisi"),
        Stage.COMPLETION: _("Masuk: dicatat – selesai"),
        Stage.SIGNATURE: _("Keluar: konsep – tanda tangan"),
        Stage.DISPATCH_AFTER_SIGNATURE: _("Keluar: tanda tangan – kirim"),
        Stage.DISPATCH: _("Keluar: konsep – kirim"),
    }
    rows = []
    for each in report.stages:
        label, meaning = words[each.stage], f"stages.{each.stage}"
        hours: Sequence[tuple[float | None, str]] = (
            (each.taken.median_working_hours, "stages.median_working_hours"),
            (each.taken.p90_working_hours, "stages.p90_working_hours"),
        )
        rows.append(
            (
                Cell(label, "", meaning),
                count_cell(
                    each.letters,
                    f"{label}: {_('Surat')}",
                    f"{meaning}+stages.letters",
                    (of_part(report, "stage.letters", each.stage),),
                ),
                *(
                    plain_cell(formats.working_hours(value), label, f"{meaning}+{key}")
                    for value, key in hours
                ),
            )
        )
    headings = (_("Tahap"), _("Surat"), _("Nilai tengah"), _("9 dari 10 surat"))
    meanings = ("", "stages.letters", "stages.median_working_hours", "stages.p90_working_hours")
    return FigureTable("stages", _("Lama tiap tahap"), headings, tuple(rows), meanings)
