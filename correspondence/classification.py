"""Classification codes (kode klasifikasi): what they say, how they sort, what stands above them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from correspondence.errors import Refused

LONGEST_CODE = 60

DECIMAL_REGIMES = frozenset({"permendagri-78-2012"})
"""Schemes in which each further digit is one level down: 045.31 under 045.3 under 045 under 040 under 000.

The hundreds are the top. Everywhere else, and in Permendagri 83/2022, the levels are the segments between the dots.
"""

_SHAPE = re.compile(r"[0-9][\w./-]*")

_RUN = re.compile(r"[0-9]+|[^\W0-9_]+")

Segment = tuple[int, int, str]
"""(0, number of digits, digits) of a numeric run; (1, 0, letters) of a run of letters, which sorts after."""


@dataclass(frozen=True, slots=True)
class ClassificationCode:
    """One code of one regime; old and new stand side by side and old letters keep theirs.

    Retention is guidance and never deletes: `active_years`, `inactive_years`, `fate` (musnah, permanen, dinilai
    kembali). Refuses `code_missing`, `code_too_long`.
    """

    code: str
    label: str
    parent: str | None
    regime: str
    active_years: int | None = None
    inactive_years: int | None = None
    fate: str | None = None

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise Refused("code_missing", "code")
        if len(self.code) > LONGEST_CODE:
            raise Refused("code_too_long", "code", {"length": len(self.code), "limit": LONGEST_CODE})


def looks_like_a_code(text: str) -> bool:
    """Whether `text` has the shape of the national codes, old or new: `045.2`, `001/3`, `000.1.10`, `470-A`."""
    return _SHAPE.fullmatch(text) is not None


def sort_key(code: str) -> tuple[tuple[Segment, ...], str]:
    """Numeric per segment: 000.1.10 after 000.1.9, a code right before what stands below it.

    Tolerant: any mark between runs of digits or letters divides (`001/3`, `KP.01-2`), case does not matter.
    Codes of equal segments (`045.2`, `45/2`) keep a stable order by their text, so no two codes tie.
    Digits are compared by length and text, not as `int`, which refuses more than 4,300 of them.
    """
    segments = []
    for run in _RUN.findall(code.casefold()):
        digits = run.lstrip("0") or "0"
        numeric = run[0] in "0123456789"
        segments.append((0, len(digits), digits) if numeric else (1, 0, run))
    return tuple(segments), code


def sortable(code: str) -> str:
    """The same order as a plain string, for an ORDER BY column compared by bytes (BINARY, COLLATE "C").

    A number is written as its length and its digits, letters are closed by "0", and so is the whole: "0" comes
    before every length (1-9 …) and every letter, so that a code comes right before what stands below it.
    000.1.10 → 10 11 210 0 000.1.10, without the spaces. Not for people, and not for a language's collation.
    """
    segments, text = sort_key(code)
    runs = [_length(length) + run if kind == 0 else run + "0" for kind, length, run in segments]
    return f"{''.join(runs)}0{text}"


def _length(length: int) -> str:
    """1-8 as one digit; from 9 on, a 9 for each nine, so that any length sorts: 9 → 90, 17 → 98, 18 → 990."""
    return "9" * (length // 9) + str(length % 9)


def parent_of(code: str, *, regime: str = "") -> str | None:
    """The code one level up by the scheme's own rule; None at the top.

    Says nothing about whether it exists: the national table itself skips levels (120.04 stands under 120), so ask
    again with the answer until one is known.
    """
    if regime not in DECIMAL_REGIMES:
        cut = max(code.rfind("."), code.rfind("/"))
        return code[:cut] if cut > 0 else None
    whole, dot, fraction = code.partition(".")
    if dot:
        return f"{whole}.{fraction[:-1]}" if len(fraction) > 1 else whole
    rounded = whole.rstrip("0")
    return rounded[:-1].ljust(len(whole), "0") if len(rounded) > 1 else None
