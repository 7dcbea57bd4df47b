"""A letter kind's own fields as people read them: what they are called, and what is kept of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from correspondence.own_fields import OwnField, OwnType
from correspondence.own_tables import OwnTable, own_field
from ui import formats
from ui.paper.printed_lines import FieldLine
from ui.texts import _, mark
from ui.words import own_word

OWN_FIELDS = "isian"
"""Before the name of a field in a template."""

TYPES: Mapping[OwnType, str] = {
    OwnType.TEXT: mark("Teks"),
    OwnType.LONG: mark("Teks panjang"),
    OwnType.DATE: mark("Tanggal"),
    OwnType.NUMBER: mark("Angka"),
    OwnType.MONEY: mark("Uang (rupiah)"),
    OwnType.CHOICE: mark("Pilihan"),
    OwnType.NIK: mark("NIK"),
}


def type_word(kind: OwnType) -> str:
    """Teks, Tanggal, Pilihan …"""
    return _(TYPES[kind])


def own_label(asked: OwnField) -> str:
    """What the office calls the field, else its name in words: `tanggal_lahir` → `Tanggal lahir`, `no_kk` → `No KK`."""
    return asked.label or own_word(asked.name)


def own_line(asked: OwnField) -> FieldLine:
    """The field as a placeholder: `isian.jalur`, Jalur, Pilihan: Umum, Khusus."""
    choices = f": {', '.join(asked.choices)}" if asked.choices else ""
    said = f"{own_label(asked)}: {type_word(asked.type)}{choices}."
    name = f"{OWN_FIELDS}.{asked.name}"
    return FieldLine(name, "text", asked.required, said, own_label(asked), str(asked.type))


def typed_text(asked: OwnField, kept: str) -> str:
    """What is kept, as one types it: `2026-09-07` → `7 September 2026`, `1500000` → `1.500.000`."""
    match asked.type:
        case OwnType.DATE:
            try:
                return formats.day(date.fromisoformat(kept))
            except ValueError:  # kept before the field was a date
                return kept
        case OwnType.NUMBER | OwnType.MONEY if kept.isascii() and kept.isdigit():
            return f"{int(kept):,}".replace(",", ".")
        case _:
            return kept


def shown_fields(kept: Mapping[str, str], table: OwnTable, kind: str) -> Iterator[tuple[str, str]]:
    """Label and value of every field that says something, in the order they are kept."""
    for name, text in kept.items():
        asked = own_field(name, table, kind=kind)
        if text:
            rupiah = asked.type is OwnType.MONEY and text.isascii() and text.isdigit()
            yield own_label(asked), f"Rp {typed_text(asked, text)}" if rupiah else typed_text(asked, text)
