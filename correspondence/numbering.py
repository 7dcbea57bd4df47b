"""Letter numbers by the office's own pattern, counters by scope, references of the agenda books.

There is no national pattern; those seen in use are in the tests. A number is never cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from correspondence.errors import Refused
from correspondence.workflow import Direction

LETTER_NUMBER_LIMIT = 200
"""Characters of a letter number, ours or the sender's. Longer ones are refused, never cut."""

SECRECY_LETTERS = {"biasa": "B", "terbatas": "T", "rahasia": "R", "sangat_rahasia": "SR"}

_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def roman_month(month: int) -> str:
    """7 → "VII"; months 1-12."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return _ROMAN_MONTHS[month - 1]


def check_letter_number(number: str, *, field: str = "letter_number") -> str:
    """The number without blanks at its ends, else whole. Refuses `letter_number_too_long`."""
    number = number.strip()
    if len(number) > LETTER_NUMBER_LIMIT:
        facts = {"length": len(number), "limit": LETTER_NUMBER_LIMIT}
        raise Refused("letter_number_too_long", field, facts)
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a pattern may print. `number` is the running number (1 …), the month and year are those of `on`.

    `secrecy` is the register's code (`biasa` … `sangat_rahasia`), printed as B, T, R, SR; `kind` and `unit` are
    the short codes an office gives them (`SK`, `DISDIK`), `office_code` the kode OPD.
    """

    number: int
    on: date
    classification: str = ""
    unit: str = ""
    office_code: str = ""
    secrecy: str = "biasa"
    kind: str = ""

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"running numbers start at 1, not {self.number}")

    def placeholders(self) -> dict[str, str]:
        """Every placeholder of a pattern with what it prints, `urut` unpadded."""
        return {
            "kode": self.classification,
            "urut": str(self.number),
            "unit": self.unit,
            "kode_opd": self.office_code,
            "keamanan": SECRECY_LETTERS.get(self.secrecy, ""),
            "bulan": f"{self.on.month:02}",
            "bulan_romawi": roman_month(self.on.month),
            "tahun": f"{self.on.year:04}",
            "jenis": self.kind,
        }


# Placeholder → the input of a form that fills it.
PLACEHOLDERS = {
    "kode": "classification",
    "urut": "number",
    "unit": "unit",
    "kode_opd": "office_code",
    "keamanan": "secrecy",
    "bulan": "letter_date",
    "bulan_romawi": "letter_date",
    "tahun": "letter_date",
    "jenis": "kind",
}
_PIECE = re.compile(r"\{([^{}]*)\}|([^{}]+)")
_WIDTH = re.compile(r"[1-9]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Either a literal or a placeholder; `width` pads the running number with zeros."""

    literal: str = ""
    placeholder: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """`{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}`. Made by `read`."""

    text: str
    _pieces: tuple[_Piece, ...]

    @classmethod
    def read(cls, text: str) -> Self:
        """Checks a pattern as typed; `{urut:3}` pads to 045.

        Refuses `pattern_unbalanced`, `pattern_unknown_field` (facts `name`, `known`), `pattern_width` (only
        `urut` takes one, 1-9), `pattern_without_urut`, `pattern_unprintable` (a line break or control character).
        """
        text = text.strip()
        if not text.isprintable():
            raise Refused("pattern_unprintable", "pattern", {"pattern": text})
        pieces = []
        reached = 0
        for match in _PIECE.finditer(text):
            if match.start() != reached:
                break
            reached = match.end()
            pieces.append(_Piece(literal=match[2]) if match[1] is None else _read_placeholder(match[1], text))
        if reached != len(text):
            raise Refused("pattern_unbalanced", "pattern", {"pattern": text, "position": reached + 1})
        if all(piece.placeholder != "urut" for piece in pieces):
            raise Refused("pattern_without_urut", "pattern", {"pattern": text})
        return cls(text, tuple(pieces))

    @property
    def placeholders(self) -> frozenset[str]:
        """The placeholders used, so that a form can ask for what they need."""
        return frozenset(piece.placeholder for piece in self._pieces if piece.placeholder)

    def write(self, parts: NumberParts) -> str:
        """The letter number. Refuses `number_part_missing` (field: the input to fill; facts `part`: the placeholder)
        rather than printing "//", and `letter_number_too_long`."""
        values = parts.placeholders()
        written = []
        for piece in self._pieces:
            value = " ".join(values[piece.placeholder].split()) if piece.placeholder else piece.literal
            if not value:
                field = PLACEHOLDERS[piece.placeholder]
                raise Refused("number_part_missing", field, {"part": piece.placeholder, "pattern": self.text})
            written.append(value.rjust(piece.width, "0"))
        return check_letter_number("".join(written))

    def __str__(self) -> str:
        return self.text


def _read_placeholder(inside: str, pattern: str) -> _Piece:
    name, colon, width = (part.strip().lower() for part in inside.partition(":"))
    if name not in PLACEHOLDERS:
        raise Refused("pattern_unknown_field", "pattern", {"name": name, "known": tuple(PLACEHOLDERS)})
    if colon and (name != "urut" or not _WIDTH.fullmatch(width)):
        raise Refused("pattern_width", "pattern", {"name": name, "width": width, "pattern": pattern})
    return _Piece(placeholder=name, width=int(width or 0))


Book = Direction
"""An agenda book is named by the direction of its letters; one sequence of numbers per book and year."""


class CounterScope(StrEnum):
    """What shares one sequence of letter numbers."""

    OFFICE = "office"
    KIND = "kind"
    CLASSIFICATION = "classification"
    UNIT = "unit"


def agenda_key(book: Book, year: int) -> str:
    """The counter of an agenda book; the year is that of registration, in the office's zone."""
    return f"agenda:{book.value}:{year}"


def counter_key(
    scope: CounterScope, *, book: Book, year: int, kind: str = "", classification: str = "", unit: str = ""
) -> str:
    """The counter of letter numbers a letter takes from. Pass stable codes or ids, not names that may be mended.

    The one free part stands last, so that nothing in it can be taken for another part. Refuses
    `number_part_missing` when the scope's own part is empty: those letters would share a sequence by accident.
    """
    key = f"number:{book.value}:{year}:{scope.value}"
    if scope is CounterScope.OFFICE:
        return key
    own = {CounterScope.KIND: kind, CounterScope.CLASSIFICATION: classification, CounterScope.UNIT: unit}[
        scope
    ]
    if not own:
        raise Refused("number_part_missing", scope.value, {"part": scope.value})
    return f"{key}:{own}"


_BOOK_LETTERS = {Book.INCOMING: "M", Book.OUTGOING: "K"}
_BOOK_OF_LETTER = {letter: book for book, letter in _BOOK_LETTERS.items()}
# Hand scanners type like a keyboard, and a keyboard of another country has another sign where ours has the dash, or none.
_REFERENCE = re.compile(r"([MK])[\W_]?([0-9]{4})[\W_]?0*([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True, order=True)
class LetterRef:
    """A letter's reference: `M-2026-12` (masuk), `K-2026-7` (keluar): book, registration year, agenda number."""

    book: Book
    year: int
    number: int

    @classmethod
    def read(cls, typed: str) -> Self:
        """Any case, spaces, leading zeros, any sign for the dash or none: `m 2026 012`, `M'2026'12`, `M202612`.

        Refuses `reference_unreadable`.
        """
        text = re.sub(r" ?([^\w ]) ?", r"\1", " ".join(typed.split())).upper()
        match = _REFERENCE.fullmatch(text)
        if match is None:
            raise Refused("reference_unreadable", "ref", {"typed": typed})
        return cls(_BOOK_OF_LETTER[match[1]], int(match[2]), int(match[3]))

    def __str__(self) -> str:
        return f"{_BOOK_LETTERS[self.book]}-{self.year:04}-{self.number}"
