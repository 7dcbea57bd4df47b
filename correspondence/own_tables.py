"""What each field of a kind's own form is, by the name of its placeholder and by a small table of the office's.

A new kind needs a Word file and no programmer: so the name says the type, and the table says what no name can. The table is
one setting, typed as `jalur: Umum | Khusus; mulai! (Mulai acara): tanggal; izin-keramaian/nama? (Nama pemohon):`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from correspondence.errors import Refused
from correspondence.own_fields import OwnField, OwnType


@dataclass(frozen=True, slots=True)
class OwnRow:
    """The office's word on one field. `kind`: the code of a letter kind, "" for every kind that has such a field.

    `type` None and `required` None leave it to the name and to the template; `choices` make it a choice.
    """

    name: str
    kind: str = ""
    type: OwnType | None = None
    choices: tuple[str, ...] = ()
    label: str = ""
    required: bool | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether the field is without this row what it is with it."""
        return self.type is None and not self.choices and not self.label and self.required is None


@dataclass(frozen=True, slots=True)
class OwnTable:
    """The rows, and how they were typed. A row of one kind stands before one of every kind."""

    text: str = ""
    rows: tuple[OwnRow, ...] = ()

    def row(self, name: str, kind: str = "") -> OwnRow:
        """What is said of that field in letters of that kind (by name or code)."""
        code = kind_code(kind)
        named = [each for each in self.rows if each.name == name and each.kind in {"", code}]
        return max(named, key=lambda each: bool(each.kind), default=OwnRow(name))


WORDS: Mapping[str, OwnType] = {
    "teks": OwnType.TEXT,
    "panjang": OwnType.LONG,
    "tanggal": OwnType.DATE,
    "angka": OwnType.NUMBER,
    "uang": OwnType.MONEY,
    "nik": OwnType.NIK,
}
"""How the office's table names a type."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "jenis_kelamin": ("Laki-laki", "Perempuan"),
    "agama": ("Islam", "Kristen", "Katolik", "Hindu", "Buddha", "Khonghucu", "Kepercayaan"),
    "status_perkawinan": ("Belum Kawin", "Kawin", "Cerai Hidup", "Cerai Mati"),
    "kewarganegaraan": ("WNI", "WNA"),
}
"""Choices as identity cards print them."""

_RULES: tuple[tuple[re.Pattern[str], OwnType], ...] = (
    (re.compile(r"nik(_.*)?"), OwnType.NIK),
    (re.compile(r"(tanggal|tgl)(_.*)?"), OwnType.DATE),
    (re.compile(r"jumlah(_.*)?"), OwnType.NUMBER),
    (re.compile(r"(nominal|biaya|penghasilan)(_.*)?"), OwnType.MONEY),
    (re.compile(r"(alamat|isi|uraian|daftar|dasar|tembusan|naskah)(_.*)?"), OwnType.LONG),
)
"""The naming rule: the beginning of a name says what it holds; any other name is a line of text."""

_ROW = re.compile(
    r"(?:(?P<kind>[^:/]+)/)?\s*(?P<name>[A-Za-z][A-Za-z0-9_]*)(?P<mark>[!?]?)\s*(?:\((?P<label>[^()]+)\))?\s*:(?P<said>.*)"
)
_SEPARATORS = {"label": frozenset(";()"), "choices": frozenset(";|")}


def kind_code(name: str) -> str:
    """`Izin Keramaian` → `izin-keramaian`."""
    return "-".join(re.findall(r"\w+", name.casefold().replace("_", " ")))


def own_field(
    name: str, table: OwnTable | None = None, *, optional: bool = False, kind: str = ""
) -> OwnField:
    """The field of that name in letters of `kind`: by the office's table, else by the usual choices, else by its name."""
    row = (table or OwnTable()).row(name, kind)
    choices = row.choices or (() if row.type else CHOICES.get(name, ()))
    ruled = next((each for rule, each in _RULES if rule.fullmatch(name)), OwnType.TEXT)
    holds = OwnType.CHOICE if choices else row.type or ruled
    return OwnField(name, holds, optional, choices, row.label, required=bool(row.required))


def read_table(typed: str) -> OwnTable:
    """The table as the office types it: a row for each field, `;` between them. Refused `setting_unreadable`.

    A row is `KIND/NAME! (LABEL): TYPE` or `…: CHOICE | CHOICE`; all but the name and the colon may be missing, not all at
    once. `!` makes a field required, `?` says that it is not.
    """
    entries = [" ".join(each.split()) for each in typed.split(";") if each.strip()]
    return OwnTable("; ".join(entries), tuple(map(_read_row, entries)))


def _read_row(entry: str) -> OwnRow:
    found = _ROW.fullmatch(entry)
    if found is not None:
        said = found["said"].strip()
        several = tuple(each.strip() for each in said.split("|") if each.strip())
        row = OwnRow(
            found["name"],
            kind_code(found["kind"] or ""),
            WORDS.get(said.casefold()),
            several if len(several) > 1 else (),
            (found["label"] or "").strip(),
            {"!": True, "?": False}.get(found["mark"]),
        )
        if not row.says_nothing and bool(said) == bool(row.type or row.choices):
            return row
    raise Refused("setting_unreadable", "own_fields", {"value": entry, "known": tuple(WORDS)})


def write_table(rows: Sequence[OwnRow]) -> str:
    """The rows as `read_table` reads them. Refused (facts name) `own_row_unreadable` with `label` or `choices` as
    field, `own_choices_missing`.
    """
    return "; ".join(_write_row(each) for each in rows if not each.says_nothing)


def _write_row(row: OwnRow) -> str:
    if row.type is OwnType.CHOICE or len(row.choices) == 1:
        raise Refused("own_choices_missing", "choices", {"name": row.name})
    for name, texts in (("label", (row.label,)), ("choices", row.choices)):
        wrong = next((each for each in texts if _SEPARATORS[name] & set(each)), None)
        if wrong is not None:
            raise Refused("own_row_unreadable", name, {"value": wrong, "name": row.name})
    words = {each: word for word, each in WORDS.items()}
    marked = "" if row.required is None else "!" if row.required else "?"
    label = f" ({row.label})" if row.label else ""
    said = " | ".join(row.choices) or (words[row.type] if row.type else "")
    return f"{row.kind + '/' if row.kind else ''}{row.name}{marked}{label}: {said}".strip()
