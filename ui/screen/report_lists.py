"""The lists of a month for the screen: who wrote most, and what stayed open on whose desk. No Qt."""

from __future__ import annotations

from correspondence.services.reporting import Figure
from correspondence.throughput import MonthlyReport
from ui import formats
from ui.screen.report_figures import Cell, FigureTable, count_cell, plain_cell
from ui.texts import _, n_

OPEN_SHOWN = 200
"""Rows of the list of what stayed open; the figure above it opens all of them."""


def senders_table(report: MonthlyReport) -> FigureTable:
    """The ten who wrote most and the rest as a sum."""

    def figure(what: str, part: str = "") -> tuple[Figure, ...]:
        return (Figure(what, report.first, report.last, unit=report.unit or None, part=part),)

    rows = [
        (
            plain_cell(each.name),
            count_cell(each.letters, each.name, "senders", figure("sender.letters", each.name)),
        )
        for each in report.senders.top
    ]
    if report.senders.others:
        label = n_("{count} pengirim lainnya", report.senders.other_senders).format(
            count=formats.number(report.senders.other_senders)
        )
        cell = count_cell(report.senders.others, label, "senders", figure("sender.others"))
        rows.append((plain_cell(label), cell))
    return FigureTable(
        "senders",
        _("Pengirim"),
        (_("Pengirim terbanyak"), _("Surat")),
        tuple(rows),
        ("", "senders"),
        _("Belum ada surat masuk pada bulan ini."),
    )


def open_table(report: MonthlyReport) -> FigureTable:
    """What was open when the month ended, oldest first; a row opens its letter."""
    rows: list[tuple[Cell, ...]] = []
    for each in report.open_letters[:OPEN_SHOWN]:
        figures = (of_part(report, "open.one", str(each.letter_id)),)
        desk = each.holder or (_("Meja agenda") if each.is_open else _("(sudah selesai)"))
        due = formats.short_day(each.due_on) + (_(", lewat") if each.late else "")
        texts = (
            _("(rahasia)") if each.secret else each.subject,
            str(each.ref),
            formats.short_day(each.since),
            desk,
            due or "–",
        )
        rows.append(tuple(Cell(text, "", "open_letters", figures) for text in texts))
    more = len(report.open_letters) - OPEN_SHOWN
    if more > 0:
        text = _("dan {count} surat lagi").format(count=formats.number(more))
        rows.append((plain_cell(text), *[plain_cell("")] * 4))
    return FigureTable(
        "open",
        _("Belum selesai"),
        (_("Hal"), _("Rujukan"), _("Sejak"), _("Di meja"), _("Tenggat")),
        tuple(rows),
        ("", *["open_letters"] * 4),
        _("Tidak ada surat yang belum selesai pada akhir bulan ini."),
        words=True,
    )


def of_part(report: MonthlyReport, what: str, part: str) -> Figure:
    """A measure of one urgency, stage or letter."""
    return Figure(what, report.first, report.last, unit=report.unit or None, part=str(part))
