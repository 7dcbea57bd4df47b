"""Parts of a refusal's sentence: which field it speaks of, what may be typed there, where one looks further."""

from __future__ import annotations

from correspondence.errors import Refused
from ui.phrases import listed, quoted
from ui.texts import _
from ui.words import field_word, own_word

_OWN = "fields."
OWN_TABLE_EXAMPLE = "nama! (Nama pemohon): teks; jalur: Umum | Khusus; mulai: tanggal"
"""A row each way: required with a label, a choice, a type."""


def named_field(error: Refused) -> str:
    """What the field is called; one of a kind's own form as the office calls it."""
    field = error.field or ""
    if field.startswith(_OWN):
        return str(error.facts.get("label") or own_word(field.removeprefix(_OWN)))
    return field_word(field) if field else ""


def led_by_field(said: str, template: str, error: Refused) -> str:
    """The sentence with the name of a kind's own field before it, where it does not say it itself. Beside the field that is
    not needed."""
    own = (error.field or "").startswith(_OWN) and "{field}" not in template
    return f"{named_field(error)}: {said}" if own and error.rule != "own_field_unknown" else said


def may_be_typed(error: Refused) -> str:
    """`; pilihannya: …`, `; tulis 5 sampai 60`, or nothing."""
    facts = error.facts
    if error.field == "own_fields" and error.rule == "setting_unreadable":
        types = ", ".join(str(each) for each in facts.get("known", ()))  # type: ignore[attr-defined]
        said = _("; tulis misalnya {example}. Jenisnya {types}, atau pilihan dengan | di antaranya")
        return said.format(example=quoted(OWN_TABLE_EXAMPLE), types=types)
    if "least" in facts and "most" in facts:
        return _("; tulis angka {least} sampai {most}").format(least=facts["least"], most=facts["most"])
    known = facts.get("known")
    several = known if isinstance(known, tuple | list | set | frozenset) else (known,)
    return (
        _("; pilihannya: {known}").format(known=listed([quoted(str(each)) for each in several]))
        if known
        else ""
    )


def looked_up_at(*, codes: bool) -> dict[str, str]:
    """Where templates are looked over and put in place: at the terminal and in the window."""
    return {
        "checking": "template check" if codes else _("Pengaturan, bagian Templat"),
        "placing": "kind template" if codes else _("tombol Pasang templat di Pengaturan, bagian Jenis surat"),
    }
