"""The JSON of what a month's report says beside its balance. Scripts rely on these names: add, never rename."""

from __future__ import annotations

from typing import Any

from correspondence import comparing
from correspondence.comparing import Compared, Part
from correspondence.report_rows import OpenLetter, WorkloadRow
from correspondence.throughput import Earlier, MonthlyReport

Document = dict[str, Any]

HEADINGS = {
    "produktivitas": ["registered", "comparison", "by_kind", "by_unit", "by_day", "officers", "senders"],
    "kualitas": ["quality"],
    "responsivitas": ["timeliness", "turnaround", "stages", "signatures"],
    "akuntabilitas": ["workload", "workload_share", "open_letters"],
}
"""The four headings the paper is arranged under, and what stands under each."""


def depth(report: MonthlyReport) -> Document:
    """Everything that is not a balance; no list is cut short."""
    return {
        "workdays": report.workdays,
        "comparison": _comparison(report),
        "timeliness": {
            **_timeliness(report.timeliness),
            "by_urgency": [
                {
                    "urgency": str(each.urgency),
                    "deadline_hours": each.hours,
                    "deadline_workdays": each.workdays,
                    **_timeliness(each.counts),
                }
                for each in report.urgencies
            ],
        },
        "stages": [
            {
                "stage": str(each.stage),
                "letters": each.letters,
                "median_working_hours": each.taken.median_working_hours,
                "p90_working_hours": each.taken.p90_working_hours,
            }
            for each in report.stages
        ],
        "officers": [
            {
                "officer": each.officer,
                "signed": each.signed,
                "initialled": each.initialled,
                "led": each.led,
                "total": each.total,
            }
            for each in report.officers
        ],
        "quality": {
            "submitted": report.quality.submitted,
            "returned": report.quality.returned,
            "returned_per_hundred": report.quality.returned_per_hundred,
            "corrections": report.quality.corrections,
            "cancelled_numbers": report.quality.cancelled_numbers,
            "voided_numbers": report.quality.voided_numbers,
        },
        **_workload(report.workload),
        "senders": {
            "top": [{"sender": each.name, "letters": each.letters} for each in report.senders.top],
            "others": {"senders": report.senders.other_senders, "letters": report.senders.others},
        },
        "open_letters": [_open(each) for each in report.open_letters],
        "headings": HEADINGS,
    }


def _timeliness(counts: Any) -> Document:
    return {name: getattr(counts, name) for name in ("due", "on_time", "late", "running")}


def _workload(rows: tuple[WorkloadRow, ...]) -> Document:
    whole = sum(each.assigned for each in rows)
    busiest = rows[0] if whole else None
    return {
        "workload": [
            {
                "officer": each.officer,
                "assigned": each.assigned,
                "share": comparing.share(each.assigned, whole),
                "done": each.done,
                "open": each.open,
                "late": each.late,
            }
            for each in rows
        ],
        "workload_share": {
            "assigned": whole,
            "busiest": busiest.officer if busiest else None,
            "share": comparing.share(busiest.assigned, whole) if busiest else None,
        },
    }


def _comparison(report: MonthlyReport) -> Document:
    return {
        "before": _earlier(report.before),
        "year_before": _earlier(report.year_before),
        "totals": {what: _compared(comparing.total(report, what)) for what in comparing.TOTALS},
        **{
            str(part): [
                {
                    part.removeprefix("by_"): name or None,
                    **{
                        what: _compared(comparing.of_part(report, part, name, what))
                        for what in comparing.OUTPUTS
                    },
                }
                for name in comparing.names(report, part)
            ]
            for part in Part
        },
        "by_officer": [
            {
                "officer": name,
                **{what: _compared(comparing.of_officer(report, name, what)) for what in comparing.DEEDS},
            }
            for name in comparing.officers(report)
        ],
    }


def _earlier(earlier: Earlier | None) -> Document | None:
    if earlier is None:
        return None
    return {
        "first": earlier.first.isoformat(),
        "last": earlier.last.isoformat(),
        "workdays": earlier.workdays,
    }


def _compared(row: Compared) -> Document:
    return {
        "now": row.now,
        "before": row.before,
        "change": row.change,
        "year_before": row.year_before,
        "year_change": row.year_change,
    }


def _open(letter: OpenLetter) -> Document:
    return {
        "ref": str(letter.ref),
        "subject": letter.subject,
        "correspondent": letter.correspondent,
        "secret": letter.secret,
        "since": letter.since.isoformat(),
        "state": str(letter.state),
        "desk": letter.holder or None,
        "due_on": letter.due_on.isoformat() if letter.due_on else None,
        "late": letter.late,
    }
