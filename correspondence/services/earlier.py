"""What was entered before for the same citizen, to be offered again."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.office import Office
from correspondence.search import LetterFilter

LOOKED_AT = 20
"""Newest letters that hold the words and are looked at more closely."""


def earlier_fields(office: Office, *, name: str, value: str) -> Mapping[str, str]:
    """The own fields of the newest letter whose field `name` is `value` (`nik`: the citizen's); nothing when none has it."""
    wanted = value.strip()
    if not wanted:
        return {}
    with office.open_reading() as unit:
        for line in unit.searches.page(LetterFilter(words=wanted), limit=LOOKED_AT).lines:
            fields = unit.letters.by_id(line.id).fields
            if fields.get(name) == wanted:
                return dict(fields)
    return {}
