"""What a line of the journal says was changed, as people read it: words for codes, days and hours as they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from correspondence.letters import Secrecy, Urgency
from ui import formats
from ui.texts import _
from ui.words import done_word, field_word, secrecy_word, state_code_word, urgency_word

_OWN_FIELD = "fields."
_DAYS = frozenset({"letter_date", "received_on", "on", "due_on", "dispatched_on", "delivered_on"})
_INSTANTS = frozenset({"due_at", "promised_for", "clock"})
_CODES: Mapping[str, Callable[[str], str]] = {
    "state": state_code_word,
    "undone": done_word,
    "urgency": lambda code: urgency_word(Urgency(code)),
    "secrecy": lambda code: secrecy_word(Secrecy(code)),
}


def change_words(name: str, old: str, new: str, zone: ZoneInfo) -> str:
    """`Perihal: lama → baru`; what was not there before is only told, and so is whose line was left out. "" for nothing."""
    before, after = _words(name, old, zone), _words(name, new, zone)
    left_out = name == "signer" and not new
    said = f"{before} → {after or '–'}" if old and not left_out else after or before
    return f"{_label(name)}: {said}" if said else ""


def _label(name: str) -> str:
    if name.startswith(_OWN_FIELD):
        return _("Isian {name}").format(name=name.removeprefix(_OWN_FIELD).replace("_", " "))
    return field_word(name)


def _words(name: str, value: str, zone: ZoneInfo) -> str:
    if not value:
        return ""
    try:
        if name in _CODES:
            return _CODES[name](value)
        if name in _DAYS:
            return formats.day(date.fromisoformat(value))
        if name in _INSTANTS:
            return formats.instant(datetime.fromisoformat(value), zone)
    except ValueError:  # an older program's code, or an instant without a zone: as it stands
        return value
    return value
