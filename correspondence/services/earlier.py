"""What was entered before for the same citizen, to be offered again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from correspondence.numbering import LetterRef
from correspondence.office import Office
from correspondence.search import LetterFilter

LOOKED_AT = 20
"""Newest letters that hold the words and are looked at more closely."""
CITIZEN_FIELD = "nik"


@dataclass(frozen=True, slots=True)
class EarlierFields:
    """The own fields of earlier letters, as they are kept: `ref` is the newest, `older` names the letter of those fields
    that the newest has not."""

    ref: LetterRef
    fields: Mapping[str, str]
    older: Mapping[str, LetterRef] = field(default_factory=dict)

    def source(self, name: str) -> LetterRef:
        """The letter the field comes from."""
        return self.older.get(name, self.ref)


def earlier_letter(office: Office, *, name: str, value: str) -> EarlierFields | None:
    """Each field from the newest letter that has it, among those whose field `name` is `value` (`nik`: the citizen's), in
    any case; None when there is none. Letters with another NIK than a newer one are another citizen's.
    """
    wanted = _alike(value)
    if not wanted:
        return None
    newest: LetterRef | None = None
    fields: dict[str, str] = {}
    older: dict[str, LetterRef] = {}
    with office.open_reading() as unit:
        for line in unit.searches.page(LetterFilter(words=wanted), limit=LOOKED_AT).lines:
            letter = unit.letters.by_id(line.id)
            if _alike(letter.fields.get(name, "")) != wanted or _another(letter.fields, fields):
                continue
            newest = newest or letter.ref
            for each, text in letter.fields.items():
                if text.strip() and each not in fields:
                    fields[each] = text
                    if letter.ref != newest:
                        older[each] = letter.ref
    return EarlierFields(newest, fields, older) if newest is not None else None


def _alike(text: str) -> str:
    return " ".join(text.split()).casefold()


def _another(theirs: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Many are called Siti Aminah."""
    niks = {each.get(CITIZEN_FIELD, "").strip() for each in (theirs, known)} - {""}
    return len(niks) > 1
