"""The deeper rows of the monthly report as a paper prints them: compared, by urgency, by stage, by person, what is open."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence import comparing
from correspondence.comparing import Compared, Part
from correspondence.report_rows import OpenLetter, UrgencyRow, WorkloadRow
from correspondence.throughput import Balance, KindRow, MonthlyReport, UnitRow
from ui.paper.contents import Context, figure
from ui.paper.month_words import (
    NAMELESS,
    NOTHING,
    OPEN_ON_PAPER,
    STAGES,
    TOTALS,
    URGENCIES,
    VEILED,
    busiest,
    decimal,
    desk_of,
    more_open,
    period_words,
    share_text,
    short_date,
    signed_figure,
    urgency_rule,
)

_LABEL = {Part.KIND: "jenis", Part.UNIT: "unit"}


def depth_context(report: MonthlyReport) -> Context:
    """All fields of `laporan-bulanan` that are not its balance, its days or its office."""
    return {
        "banding": {"lalu": period_words(report.before), "tahun_lalu": period_words(report.year_before)},
        "perbandingan": _totals(report),
        "per_jenis": part_rows(report, Part.KIND),
        "per_unit": part_rows(report, Part.UNIT),
        "jumlah_banding": compared_row(comparing.total(report, "registered")),
        "pejabat": _officers(report),
        "pengirim": _senders(report),
        "kecepatan": [_urgency(each) for each in report.urgencies],
        "tahap": [
            {
                "tahap": STAGES[each.stage],
                "surat": figure(each.letters),
                "median_jam": decimal(each.taken.median_working_hours),
                "p90_jam": decimal(each.taken.p90_working_hours),
            }
            for each in report.stages
        ],
        "mutu": _quality(report),
        "beban": _workload(report.workload),
        "beban_puncak": busiest(report.workload),
        "tinggal": [_open(each) for each in report.open_letters[:OPEN_ON_PAPER]],
        "tinggal_lagi": more_open(len(report.open_letters) - OPEN_ON_PAPER),
    }


def compared_row(row: Compared) -> Context:
    """The columns `ini lalu selisih tahun_lalu selisih_tahun`."""
    return {
        "ini": figure(row.now),
        "lalu": NOTHING if row.before is None else figure(row.before),
        "selisih": signed_figure(row.change),
        "tahun_lalu": NOTHING if row.year_before is None else figure(row.year_before),
        "selisih_tahun": signed_figure(row.year_change),
    }


def part_rows(report: MonthlyReport, part: Part) -> list[Context]:
    """Kinds or units with their output, their balance and the two months before; also those that rest this month."""
    here: dict[str, KindRow | UnitRow] = {
        (row.kind if isinstance(row, KindRow) else row.unit): row for row in getattr(report, part)
    }
    rows: list[Context] = []
    for number, name in enumerate(comparing.names(report, part), start=1):
        row = here.get(name)
        balance = row.balance if row else Balance()
        rows.append(
            {
                "nomor": str(number),
                _LABEL[part]: name or NAMELESS[part],
                "masuk": figure(row.incoming if row else 0),
                "keluar": figure(row.outgoing if row else 0),
                "terbit": figure(row.issued if row else 0),
                **balance_row(balance),
                **compared_row(comparing.of_part(report, part, name, "registered")),
            }
        )
    return rows


def balance_row(balance: Balance) -> Context:
    """The columns `awal tercatat selesai batal akhir`."""
    return {
        "awal": figure(balance.opening),
        "tercatat": figure(balance.registered),
        "selesai": figure(balance.finished),
        "batal": figure(balance.cancelled),
        "akhir": figure(balance.closing),
    }


def _totals(report: MonthlyReport) -> list[Context]:
    rows: list[Context] = [
        {"angka": words, **compared_row(comparing.total(report, what))} for what, words in TOTALS.items()
    ]
    days = [
        None if each is None else comparing.per_workday(each.balance.registered, each.workdays)
        for each in (report, report.before, report.year_before)
    ]
    now, before, year_before = days
    rows.append(
        {
            "angka": "Surat tercatat per hari kerja",
            "ini": decimal(now),
            "lalu": decimal(before),
            "selisih": _difference(now, before),
            "tahun_lalu": decimal(year_before),
            "selisih_tahun": _difference(now, year_before),
        }
    )
    return rows


def _difference(now: float | None, before: float | None) -> str:
    if now is None or before is None:
        return NOTHING
    change = round(now - before, 1)
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{decimal(abs(change))}"


def _officers(report: MonthlyReport) -> list[Context]:
    here = {row.officer: row for row in report.officers}
    rows: list[Context] = []
    for name in comparing.officers(report):
        row = here.get(name)
        rows.append(
            {
                "nama": name,
                "ttd": figure(row.signed if row else 0),
                "paraf": figure(row.initialled if row else 0),
                "dijawab": figure(row.led if row else 0),
                **compared_row(comparing.of_officer(report, name, "total")),
            }
        )
    return rows


def _senders(report: MonthlyReport) -> list[Context]:
    rows: list[Context] = [
        {"nomor": str(number), "nama": each.name, "surat": figure(each.letters)}
        for number, each in enumerate(report.senders.top, start=1)
    ]
    if report.senders.others:
        others = f"{figure(report.senders.other_senders)} pengirim lainnya"
        rows.append({"nomor": "", "nama": others, "surat": figure(report.senders.others)})
    return rows


def _urgency(row: UrgencyRow) -> Context:
    counts = row.counts
    return {
        "kecepatan": URGENCIES[row.urgency],
        "batas": urgency_rule(row),
        "tenggat": figure(counts.due),
        "tepat_waktu": figure(counts.on_time),
        "terlambat": figure(counts.late),
        "berjalan": figure(counts.running),
        "persen": share_text(comparing.share(counts.on_time, counts.on_time + counts.late)),
    }


def _quality(report: MonthlyReport) -> Context:
    quality = report.quality
    return {
        "diajukan": figure(quality.submitted),
        "dikembalikan": figure(quality.returned),
        "per_seratus": decimal(quality.returned_per_hundred),
        "koreksi": figure(quality.corrections),
        "nomor_batal": figure(quality.cancelled_numbers),
        "bernomor_batal": figure(quality.voided_numbers),
    }


def _workload(rows: Sequence[WorkloadRow]) -> list[Context]:
    whole = sum(row.assigned for row in rows)
    return [
        {
            "nama": row.officer,
            "ditugaskan": figure(row.assigned),
            "bagian": share_text(comparing.share(row.assigned, whole)),
            "dikerjakan": figure(row.done),
            "terbuka": figure(row.open),
            "lewat_tenggat": figure(row.late),
        }
        for row in rows
    ]


def _open(letter: OpenLetter) -> Context:
    late = ", lewat" if letter.late else ""
    return {
        "rujukan": str(letter.ref),
        "hal": VEILED if letter.secret else letter.subject,
        "sejak": short_date(letter.since),
        "meja": desk_of(letter),
        "tenggat": short_date(letter.due_on) + late,
    }
