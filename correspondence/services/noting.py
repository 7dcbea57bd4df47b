"""What the office keeps of itself, lists and settings: a name that can be one, and the journal's line of a change."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.errors import Refused
from correspondence.forms import clean
from correspondence.journal import JournalEntry
from correspondence.letters import NAME_LIMIT
from correspondence.office import Office, moment
from correspondence.ports import UnitOfWork


def checked_name(typed: str, *, limit: int = NAME_LIMIT) -> str:
    """`typed` on one line. Refuses `name_missing`, `text_too_long` (more than `limit` characters)."""
    name = clean(typed)
    if not name:
        raise Refused("name_missing", "name")
    if len(name) > limit:
        raise Refused("text_too_long", "name", {"length": len(name), "limit": limit})
    return name


def note(
    office: Office,
    unit: UnitOfWork,
    step: str,
    said: str = "",
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> None:
    """A line of no letter's. `changes`: (old, new) by field; what stayed as it was is left out. Commits nothing."""
    told = {name: pair for name, pair in (changes or {}).items() if pair[0] != pair[1]}
    entry = JournalEntry(moment(office, unit).at, office.actor, step, note=said, changes=told)
    unit.journal.append(entry)
