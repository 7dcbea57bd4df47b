"""The JSON of the monthly and the yearly report. Scripts rely on these names: add, never rename."""

from __future__ import annotations

from datetime import date
from typing import Any

from correspondence.dates import Month
from correspondence.throughput import Balance, KindRow, MonthlyReport, UnitRow, YearlyReport
from ui.cli.closings import closing_shape, correction_shape
from ui.cli.report_depth import depth
from ui.paper.definitions import definitions

Document = dict[str, Any]


def monthly(report: MonthlyReport) -> Document:
    """`opening + registered − finished − cancelled = closing`, as `definitions` says in words."""
    return {
        "period": {
            "month": str(Month.of(report.first)),
            "first": report.first.isoformat(),
            "last": report.last.isoformat(),
            "until": report.until.isoformat() if report.until else None,
        },
        "unit": report.unit or None,
        **_balance(report.balance),
        "by_kind": [{"kind": each.kind or None, **_counts(each)} for each in report.by_kind],
        "by_unit": [{"unit": each.unit or None, **_counts(each)} for each in report.by_unit],
        "by_day": [
            {
                "date": each.on.isoformat(),
                "incoming": each.incoming,
                "outgoing": each.outgoing,
                "issued": each.issued,
                "finished": each.finished,
            }
            for each in report.by_day
        ],
        "turnaround": {
            "median_working_hours": report.turnaround.median_working_hours,
            "p90_working_hours": report.turnaround.p90_working_hours,
        },
        "signatures": [
            {
                "officer": each.officer,
                "signed": each.signed,
                "waiting": each.waiting,
                "median_working_hours": each.median_working_hours,
                "promises_kept": each.promises_kept,
                "promises_broken": each.promises_broken,
            }
            for each in report.signatures
        ],
        **depth(report),
        "closed": None if report.closed is None else closing_shape(report.closed),
        "corrections": [correction_shape(each) for each in report.corrections],
        "definitions": definitions(),
    }


def yearly(report: YearlyReport) -> Document:
    """Incoming letters by the month they were received, outgoing ones by the month they were numbered."""
    meanings = definitions()
    return {
        "period": {
            "year": report.year,
            "first": date(report.year, 1, 1).isoformat(),
            "last": date(report.year, 12, 31).isoformat(),
        },
        "unit": report.unit or None,
        "by_kind": [
            {
                "kind": each.kind or None,
                "direction": str(each.direction),
                "months": list(each.months),
                "total": each.total,
            }
            for each in report.by_kind
        ],
        "months": [sum(each.months[month] for each in report.by_kind) for month in range(12)],
        "total": sum(each.total for each in report.by_kind),
        "definitions": {name: meanings[name] for name in ("incoming", "issued", "by_kind")},
    }


def _counts(row: KindRow | UnitRow) -> Document:
    counts = {"incoming": row.incoming, "outgoing": row.outgoing, "issued": row.issued}
    return {**counts, **_balance(row.balance)}


def _balance(balance: Balance) -> Document:
    return {
        "opening": balance.opening,
        "registered": balance.registered,
        "finished": balance.finished,
        "cancelled": balance.cancelled,
        "closing": balance.closing,
        "reopened": balance.reopened,
    }
