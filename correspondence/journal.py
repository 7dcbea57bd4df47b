"""The journal.

Who did what when, in an append-only chain in which no line can be changed or removed unseen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

GENESIS = "0" * 64

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line. `step` is a workflow step or one of registered, imported, corrected, attached, chain_set, ….

    `changes` maps a corrected field to (old, new) as text. `letter_id` is None for the office's own matters.
    """

    at: datetime
    by: str
    step: str
    letter_id: int | None = None
    note: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    id: int = 0
    previous: str = ""
    seal: str = ""


def seal(entry: JournalEntry, previous: str) -> str:
    """SHA-256 over the entry's content and the seal before it, as 64 hexadecimal digits."""
    # The JSON text of one list, put together here: an encoder called for the whole took as long as the hash six times.
    letter_id = "null" if entry.letter_id is None else entry.letter_id
    changes = _encode({name: list(pair) for name, pair in entry.changes.items()}) if entry.changes else "{}"
    content = (
        f"[{_encode(previous)}, {_instant(entry.at)}, {_word(entry.by)}, {_word(entry.step)}, {letter_id}"
        f", {_encode(entry.note)}, {changes}]"
    )
    return sha256(content.encode("utf-8")).hexdigest()


_word = lru_cache(maxsize=256)(_encode)  # actors and steps are few, however long the journal


@lru_cache(maxsize=64)  # the lines of an import have one instant
def _instant(at: datetime) -> str:
    return _encode(at.astimezone(UTC).isoformat(timespec="microseconds"))


def first_broken(entries: Iterable[JournalEntry]) -> JournalEntry | None:
    """The first entry, in order of id from the beginning, whose seal does not follow from its content."""
    previous = GENESIS
    for entry in entries:
        if entry.previous != previous or entry.seal != seal(entry, previous):
            return entry
        previous = entry.seal
    return None
