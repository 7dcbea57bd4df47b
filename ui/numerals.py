"""How a number is written for people. Apart from dates and hours, which take longer to load: the window's frame counts."""

from __future__ import annotations

from ui.texts import language


def number(value: float | None, digits: int = 0) -> str:
    """1234 → `1.234`, 3.5 with one digit → `3,5`; English turns the marks round. None → `–`."""
    if value is None:
        return "–"
    written = f"{value:,.{digits}f}"
    return written if language() == "en" else written.translate(str.maketrans(",.", ".,"))
