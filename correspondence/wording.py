"""Number words that forms print by rule: enclosures are counted twice, "2 (dua) berkas"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from correspondence.errors import Refused

LARGEST = 999_999_999_999
LONGEST_UNIT = 60
USUAL_UNIT = "berkas"

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))
# One of these is contracted ("seratus"); one of the larger is not ("satu juta").
_CONTRACTED = {10: "sepuluh", 11: "sebelas", 100: "seratus", 1_000: "seribu"}


def spell(number: int) -> str:
    """The Indonesian words of 0 … 999_999_999_999: 2 → "dua", 1_017 → "seribu tujuh belas"."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    if number < 10:
        return _DIGITS[number]
    if number in _CONTRACTED:
        return _CONTRACTED[number]
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    scale, word = next((scale, word) for scale, word in _SCALES if number >= scale)
    count, rest = divmod(number, scale)
    head = _CONTRACTED[scale] if count == 1 and scale in _CONTRACTED else f"{spell(count)} {word}"
    return f"{head} {spell(rest)}" if rest else head


_NONE = frozenset({"", "-", "–", "—", "0", "nihil", "tidak ada", "kosong", "tanpa lampiran"})
_COUNTED = re.compile(
    r"(?P<count>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12}) ?(?:\((?P<words>[^()]*)\))? ?(?P<unit>[^\W\d_].*)?"
)
# A count typed as words goes no further: nobody writes "seratus dua puluh satu berkas" without its figure.
_SPELLED = {spell(number): number for number in range(1, 101)}


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Lampiran: a count and a unit. A count of 0 has no unit and prints as "-"."""

    count: int = 0
    unit: str = ""

    def __post_init__(self) -> None:
        fits = 1 <= self.count <= LARGEST and 1 <= len(self.unit) <= LONGEST_UNIT
        if not (fits or (self.count == 0 and not self.unit)):
            raise Refused(
                "enclosures_unreadable", "enclosures", {"typed": f"{self.count} {self.unit}".strip()}
            )

    @classmethod
    def read(cls, typed: str) -> Self:
        """`2 berkas`, `1 (satu) berkas`, `dua lembar`, `3` (berkas); `-`, `nihil` and nothing mean none.

        Refuses `enclosures_unreadable`: no count, no unit that begins with a letter, a figure and a word that
        contradict each other.
        """
        text = " ".join(typed.split())
        if text.casefold() in _NONE:
            return cls()
        found = _counted(text) or _worded(text)
        if found is None or found[0] == 0 or len(found[1]) > LONGEST_UNIT:
            raise Refused("enclosures_unreadable", "enclosures", {"typed": typed})
        return cls(*found)

    def __str__(self) -> str:
        if self.count == 0:
            return "-"
        figure = f"{self.count:,}".replace(",", ".")
        return f"{figure} ({spell(self.count)}) {self.unit}"


def _counted(text: str) -> tuple[int, str] | None:
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    count = int(match["count"].replace(".", ""))
    if count > LARGEST or (match["words"] is not None and match["words"].strip().casefold() != spell(count)):
        return None
    return count, match["unit"] or USUAL_UNIT


def _worded(text: str) -> tuple[int, str] | None:
    words = text.split(" ")
    for length in range(min(3, len(words)), 0, -1):
        count = _SPELLED.get(" ".join(words[:length]).casefold())
        if count is not None:
            return count, " ".join(words[length:]) or USUAL_UNIT
    return None
