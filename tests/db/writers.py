"""A desk that registers, as a process of its own: `python -m tests.db.writers URL DESK NUMBER`.

Prints a line for every letter that was acknowledged, as soon as `commit()` has returned.
"""

from __future__ import annotations

import sys

from correspondence.journal import JournalEntry
from db.connection import Archive
from tests.builders import NINE, a_letter


def register(archive: Archive, key: str, *, give_up: bool = False) -> int:
    """The agenda number; the same again when the key was registered before."""
    with archive.open_unit() as unit:
        known = unit.letters.by_request_key(key)
        if known is not None:
            return known.agenda_number
        number = unit.numbers.take("agenda:incoming:2026")
        letter = unit.letters.add(a_letter(agenda_number=number, subject=f"Surat {key}"), key)
        unit.journal.append(JournalEntry(NINE, key, "registered", letter.id))
        unit.attachments.add(letter.id, "surat.pdf", key.encode(), NINE)
        if not give_up:
            unit.commit()
    return number


def main(url: str, desk: str, number: str) -> None:
    archive = Archive.open(url)
    for n in range(int(number)):
        # Every tenth is taken back: its number must go to the next one.
        if n % 10 == 9:
            register(archive, f"{desk}-{n}-lost", give_up=True)
        register(archive, f"{desk}-{n}")
        print(f"{desk}-{n}", flush=True)
    archive.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
