"""The chain of the journal: whatever is changed, removed or put in is found at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.journal import GENESIS, JournalEntry, first_broken, seal

NOW = datetime(2026, 10, 7, 2, 0, tzinfo=UTC)


def chain(count: int = 4) -> list[JournalEntry]:
    entries: list[JournalEntry] = []
    previous = GENESIS
    for number in range(1, count + 1):
        entry = JournalEntry(NOW, "petugas", "corrected", number, "catatan", {"subject": ("lama", "baru")})
        sealed = replace(entry, id=number, previous=previous, seal=seal(entry, previous))
        entries.append(sealed)
        previous = sealed.seal
    return entries


def test_an_untouched_chain_is_whole() -> None:
    assert first_broken(chain()) is None
    assert first_broken([]) is None


@pytest.mark.parametrize(
    "forge",
    [
        lambda entry: replace(entry, note="lain"),
        lambda entry: replace(entry, by="orang lain"),
        lambda entry: replace(entry, step="registered"),
        lambda entry: replace(entry, letter_id=None),
        lambda entry: replace(entry, at=entry.at + timedelta(microseconds=1)),
        lambda entry: replace(entry, changes={"subject": ("lama", "palsu")}),
        lambda entry: replace(entry, changes={}),
        lambda entry: replace(entry, seal="0" * 64),
        lambda entry: replace(entry, note="lain", seal=seal(replace(entry, note="lain"), "f" * 64)),
    ],
)
def test_a_forged_line_is_found(forge: Callable[[JournalEntry], JournalEntry]) -> None:
    entries = chain()
    entries[2] = forge(entries[2])
    assert first_broken(entries) is entries[2]


def test_a_line_sealed_anew_breaks_the_next_one() -> None:
    entries = chain()
    forged = replace(entries[1], note="lain")
    entries[1] = replace(forged, seal=seal(forged, forged.previous))
    assert first_broken(entries) is entries[2]


def test_a_missing_and_a_swapped_line_are_found() -> None:
    entries = chain()
    assert first_broken([entries[0], entries[2], entries[3]]) is entries[2]
    assert first_broken([entries[1], entries[0]]) is entries[1]


def test_the_seal_does_not_depend_on_how_an_archive_hands_a_line_back() -> None:
    entry = chain(1)[0]
    jakarta = timezone(timedelta(hours=7))
    handed_back = replace(entry, at=entry.at.astimezone(jakarta), changes={"subject": ["lama", "baru"]})  # type: ignore[dict-item]
    assert seal(handed_back, GENESIS) == entry.seal


WORDS = st.text(st.characters(codec="utf-8"))


@given(WORDS, WORDS, st.none() | st.integers(1), WORDS, st.dictionaries(WORDS, st.tuples(WORDS, WORDS)))
def test_what_is_sealed_is_one_json_list(
    by: str, step: str, letter: int | None, note: str, changes: dict[str, tuple[str, str]]
) -> None:
    entry = JournalEntry(NOW, by, step, letter, note, changes)
    content = [GENESIS, "2026-10-07T02:00:00.000000+00:00", by, step, letter, note, changes]
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    assert seal(entry, GENESIS) == sha256(written.encode()).hexdigest()
