"""The fonts of charts and printed forms: always embedded, so that a paper looks the same on every desk.

reportlab's Helvetica is not embedded. Arial or its twin Liberation Sans first, as in the Word papers; reportlab's own
Vera is always there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_OWN = Path(reportlab.__file__).parent / "fonts"
_WINDOWS = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"
_CANDIDATES = (
    (_WINDOWS / "arial.ttf", _WINDOWS / "arialbd.ttf"),
    *(
        (folder / "LiberationSans-Regular.ttf", folder / "LiberationSans-Bold.ttf")
        for folder in (
            Path("/usr/share/fonts/truetype/liberation"),
            Path("/usr/share/fonts/truetype/liberation2"),
            Path("/usr/share/fonts/liberation-sans"),
            Path("/usr/share/fonts/liberation"),
        )
    ),
    (
        Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ),
    (_OWN / "Vera.ttf", _OWN / "VeraBd.ttf"),
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """Names under which reportlab knows the upright and the bold cut."""

    plain: str
    bold: str


@cache
def typeface() -> Typeface:
    """The first pair of files that is there and can be read, registered once for the process."""
    for plain, bold in _CANDIDATES:
        if not (plain.is_file() and bold.is_file()):
            continue
        try:
            for name, path in (("WarkatSans", plain), ("WarkatSans-Bold", bold)):
                pdfmetrics.registerFont(TTFont(name, str(path)))
        except (TTFError, OSError):
            continue
        return Typeface("WarkatSans", "WarkatSans-Bold")
    raise AssertionError  # reportlab's own files are part of it
