"""The deeper tables of the monthly report as plain text, under the four headings of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence import comparing
from correspondence.comparing import Compared, Part
from correspondence.dates import Month
from correspondence.report_rows import Stage
from correspondence.throughput import Earlier, MonthlyReport
from ui import formats
from ui.cli.columns import pairs, table
from ui.texts import _, n_
from ui.words import urgency_word

OPEN_LINES = 40
"""As many open letters as fit a screen or two; `--json` and the workbook have all."""

Lines = list[str]


def heading(words: str) -> Lines:
    """A heading between two empty lines."""
    return ["", words.upper(), ""]


def comparison(report: MonthlyReport) -> Lines:
    """The figures of the month, of the month before and of the same month last year."""
    words = {
        "registered": _("Tercatat"),
        "incoming": _("Surat masuk"),
        "outgoing": _("Surat keluar"),
        "issued": _("Terbit"),
        "finished": _("Selesai"),
        "cancelled": _("Batal"),
        "closing": _("Sisa akhir"),
    }
    heads = (
        _("Dibanding"),
        _("Bulan ini"),
        _named(_("Bulan lalu"), report.before),
        _("Selisih"),
        _named(_("Tahun lalu"), report.year_before),
        _("Selisih"),
    )
    rows = [(word, *compared(comparing.total(report, what))) for what, word in words.items()]
    return table(heads, rows)


def kinds_and_units(report: MonthlyReport) -> Lines:
    """What was registered of each kind and by each unit, beside both earlier months."""
    lines: Lines = []
    for part, head, nameless in (
        (Part.KIND, _("Jenis naskah: tercatat"), _("(tanpa jenis)")),
        (Part.UNIT, _("Unit pengolah: tercatat"), _("(tanpa unit)")),
    ):
        rows = [
            (name or nameless, *compared(comparing.of_part(report, part, name, "registered")))
            for name in comparing.names(report, part)
        ]
        heads = (head, _("Bulan ini"), _("Bulan lalu"), _("Selisih"), _("Tahun lalu"), _("Selisih"))
        lines += ["", *table(heads, rows)] if rows else []
    return lines


def officers(report: MonthlyReport) -> Lines:
    """Output per officer."""
    heads = (
        _("Pejabat"),
        *(_("Tanda tangan"), _("Paraf"), _("Disposisi"), _("Jumlah")),
        *(_("Bulan lalu"), _("Selisih"), _("Tahun lalu"), _("Selisih")),
    )
    here = {row.officer: row for row in report.officers}
    rows = []
    for name in comparing.officers(report):
        row = here.get(name)
        deeds = (row.signed, row.initialled, row.led) if row else (0, 0, 0)
        total = comparing.of_officer(report, name, "total")
        rows.append((name, *(formats.number(each) for each in deeds), *compared(total)))
    return ["", *table(heads, rows)] if rows else []


def senders(report: MonthlyReport) -> Lines:
    """The ten who wrote most."""
    rows = [(each.name, formats.number(each.letters)) for each in report.senders.top]
    if report.senders.others:
        rest = report.senders.other_senders
        others = n_("{count} pengirim lainnya", rest).format(count=formats.number(rest))
        rows.append((others, formats.number(report.senders.others)))
    return ["", *table((_("Pengirim"), _("Surat")), rows)] if rows else []


def quality(report: MonthlyReport) -> Lines:
    """How often work had to be done again."""
    said = report.quality
    per_hundred = said.returned_per_hundred
    return pairs(
        (
            (_("Konsep diajukan"), formats.number(said.submitted)),
            (_("Konsep dikembalikan"), formats.number(said.returned)),
            (_("Dikembalikan per seratus"), "–" if per_hundred is None else formats.number(per_hundred, 1)),
            (_("Perbaikan catatan"), formats.number(said.corrections)),
            (_("Nomor agenda dibatalkan"), formats.number(said.cancelled_numbers)),
            (_("Nomor surat dibatalkan"), formats.number(said.voided_numbers)),
        )
    )


def urgencies(report: MonthlyReport) -> Lines:
    """Timeliness by urgency."""
    heads = (
        _("Kecepatan"),
        *(_("Batas waktu"), _("Tenggat"), _("Tepat waktu"), _("Terlambat"), _("Berjalan")),
    )
    rows = []
    for each in report.urgencies:
        rule = (
            n_("{days} hari kerja", each.workdays).format(days=each.workdays)
            if each.workdays is not None
            else n_("{hours} jam", each.hours or 0).format(hours=each.hours)
        )
        counts = (each.counts.due, each.counts.on_time, each.counts.late, each.counts.running)
        rows.append((urgency_word(each.urgency), rule, *(formats.number(count) for count in counts)))
    return ["", *table(heads, rows)] if rows else []


def stages(report: MonthlyReport) -> Lines:
    """Median and 90th percentile of each stage, and the number of letters."""
    words = stage_words()
    rows = [
        (
            words[each.stage],
            formats.number(each.letters),
            formats.working_hours(each.taken.median_working_hours),
            formats.working_hours(each.taken.p90_working_hours),
        )
        for each in report.stages
    ]
    return ["", *table((_("Tahap"), _("Surat"), _("Median"), _("9 dari 10")), rows)] if rows else []


def stage_words() -> dict[Stage, str]:
    """What each stage is called."""
    return {
        Stage.FIRST_DISPOSITION: _("Masuk: dicatat – disposisi"),
        Stage.COMPLETION: _("Masuk: dicatat – selesai"),
        Stage.SIGNATURE: _("Keluar: konsep – tanda tangan"),
        Stage.DISPATCH_AFTER_SIGNATURE: _("Keluar: tanda tangan – kirim"),
        Stage.DISPATCH: _("Keluar: konsep – kirim"),
    }


def open_letters(report: MonthlyReport) -> Lines:
    """What stayed open, and on whose desk it lies now."""
    rows = []
    for each in report.open_letters[:OPEN_LINES]:
        desk = each.holder or (_("Meja agenda") if each.is_open else _("(sudah selesai)"))
        due = formats.short_day(each.due_on) + (_(", lewat") if each.late else "")
        subject = _("(rahasia)") if each.secret else each.subject
        rows.append((str(each.ref), subject, formats.short_day(each.since), desk, due))
    if not rows:
        return []
    heads = (_("Belum selesai"), _("Hal"), _("Sejak"), _("Di meja"), _("Tenggat"))
    more = len(report.open_letters) - OPEN_LINES
    rest = [_("dan {count} surat lagi").format(count=formats.number(more))] if more > 0 else []
    return ["", *table(heads, rows), *rest]


def compared(row: Compared) -> Sequence[str]:
    """This month, before, difference, last year, difference."""
    return (
        formats.number(row.now),
        "–" if row.before is None else formats.number(row.before),
        difference(row.change),
        "–" if row.year_before is None else formats.number(row.year_before),
        difference(row.year_change),
    )


def difference(number: int | None) -> str:
    """`+3`, `−2`, `0`; a dash when there is nothing to compare with."""
    if number is None:
        return "–"
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{formats.number(abs(number))}"


def _named(words: str, earlier: Earlier | None) -> str:
    """`Bulan lalu (s.d. tanggal 21)` where only so many days are compared."""
    if earlier is None or earlier.last == Month.of(earlier.first).last:
        return words
    return _("{words} (s.d. tanggal {day})").format(words=words, day=earlier.last.day)
