"""Days of the week and short months in the reader's language."""

from __future__ import annotations

from correspondence.dates import Month
from ui import formats
from ui.texts import _, mark

_WEEKDAYS = (
    *(mark("Senin"), mark("Selasa"), mark("Rabu"), mark("Kamis"), mark("Jumat")),
    *(mark("Sabtu"), mark("Minggu")),
)


def weekday_word(number: int) -> str:
    """0 → `Senin` … 6 → `Minggu`, as `date.weekday()` counts."""
    return _(_WEEKDAYS[number])


def short_month(month: Month) -> str:
    """`Okt`."""
    return formats.month(month)[:3]
