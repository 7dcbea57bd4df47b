"""Days of the week and short months in the reader's language."""

from __future__ import annotations

from correspondence.dates import Month
from ui import formats
from ui.week_words import weekday_word

__all__ = ["short_month", "weekday_word"]


def short_month(month: Month) -> str:
    """`Okt`."""
    return formats.month(month)[:3]
