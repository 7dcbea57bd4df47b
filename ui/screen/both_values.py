"""Two desks wrote into one letter: what was typed here stays, and what the other one wrote is shown beside it."""

from __future__ import annotations

from datetime import date

from correspondence.errors import ChangedElsewhere
from correspondence.letters import Secrecy, Urgency
from ui import formats
from ui.screen.letter_inputs import LetterInputs
from ui.screen.own_field_inputs import KEY
from ui.texts import _
from ui.words import secrecy_word, urgency_word


def shown(name: str, value: str) -> str:
    """A value of the register as people read it, for the fields two desks changed at once."""
    if name == "urgency" and value:
        return urgency_word(Urgency(value))
    if name == "secrecy" and value:
        return secrecy_word(Secrecy(value))
    if name in ("letter_date", "received_on") and value:
        return formats.day(date.fromisoformat(value))
    return value or "—"


def show_both_values(inputs: LetterInputs, error: ChangedElsewhere) -> None:
    """Another desk saved first: what was not typed here takes the new value, what was typed stays and both are shown."""
    for name, (read, now, typed) in error.fields.items():
        field = inputs.field(name)
        if field is None:
            continue
        if typed == read:
            inputs.set_text(name if name.startswith(KEY) else field.name, now)
            field.remark(_("diubah oleh {who}").format(who=error.by))
        else:
            text = _("{who} menulis: {value}. Simpan lagi untuk memakai ketikan Anda.")
            field.refuse(text.format(who=error.by, value=shown(name, now)))
