"""How the time that a letter waits was counted, at the terminal: day by day, with the reason of each."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.workdays import DayReckoning
from ui import formats
from ui.cli.answers import Document
from ui.cli.columns import table
from ui.cli.shapes import in_hours
from ui.texts import _
from ui.week_words import counted_words, reason_words, weekday_word


def reckoning_document(days: Sequence[DayReckoning]) -> list[Document]:
    """One object per day; the minutes add up to what is waited."""
    return [
        {
            "date": each.date.isoformat(),
            "working_minutes": each.minutes,
            "working_hours": in_hours(each.minutes),
            "reason": str(each.reason),
            "name": each.name or None,
        }
        for each in days
    ]


def reckoning_lines(days: Sequence[DayReckoning]) -> list[str]:
    """One line per day, and the sum."""
    rows = [
        (
            weekday_word(each.date.weekday()),
            formats.day(each.date),
            counted_words(each.minutes),
            reason_words(each.reason, each.name),
        )
        for each in days
    ]
    total = sum(each.minutes for each in days)
    heads = (_("Hari"), _("Tanggal"), _("Dihitung"), _("Sebab"))
    said = _("Jumlah: {hours}").format(hours=formats.hours(total))
    return ["", _("Hitungan waktu kerja"), *(f"  {row}" for row in (*table(heads, rows), said))]
