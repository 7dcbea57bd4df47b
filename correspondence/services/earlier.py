"""What was entered before for the same citizen, to be offered again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.search import LetterFilter

LOOKED_AT = 20
"""Newest letters that hold the words and are looked at more closely."""


@dataclass(frozen=True, slots=True)
class EarlierFields:
    """The own fields of an earlier letter, as they are kept."""

    ref: LetterRef
    fields: Mapping[str, str]


def earlier_letter(office: Office, *, name: str, value: str) -> EarlierFields | None:
    """The newest letter whose field `name` is `value` (`nik`: the citizen's), in any case; None when there is none."""
    wanted = " ".join(value.split()).casefold()
    if not wanted:
        return None
    with office.open_reading() as unit:
        for line in unit.searches.page(LetterFilter(words=wanted), limit=LOOKED_AT).lines:
            letter = unit.letters.by_id(line.id)
            if " ".join(letter.fields.get(name, "").split()).casefold() == wanted:
                return EarlierFields(letter.ref, dict(letter.fields))
    return None
