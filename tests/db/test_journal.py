"""The journal cannot be changed unseen, and not at all in passing."""

from __future__ import annotations

import peewee
import pytest

from correspondence.journal import GENESIS, JournalEntry, first_broken
from db.connection import Archive
from tests.builders import NINE, a_letter

CHANGES = [
    "UPDATE journal SET note = 'lain' WHERE id = 2",
    "DELETE FROM journal WHERE id = 2",
    "DELETE FROM journal",
]


@pytest.fixture
def chain(archive: Archive) -> Archive:
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "key")
        unit.journal.append(JournalEntry(NINE, "petugas", "registered", letter.id))
        unit.journal.append_many(
            [
                JournalEntry(
                    NINE, "petugas", "corrected", letter.id, "é & <b>", {"subject": ("lama", "baru")}
                ),
                JournalEntry(NINE, "admin", "profile_set"),
            ]
        )
        unit.commit()
    with archive.open_unit() as unit:  # given back with the unit: the chain has no gap
        unit.journal.append(JournalEntry(NINE, "petugas", "lost", letter.id))
    with archive.open_unit() as unit:
        unit.journal.append(JournalEntry(NINE, "petugas", "submit", letter.id))
        unit.commit()
    return archive


def test_the_chain_holds_over_the_whole_registry(chain: Archive) -> None:
    with chain.open_reading() as unit:
        whole = list(unit.journal.whole())
        assert first_broken(whole) is None
        assert [each.id for each in whole] == [1, 2, 3, 4]
        assert whole[0].previous == GENESIS
        assert [each.step for each in unit.journal.of_letter(1)] == ["registered", "corrected", "submit"]
        assert whole[1].changes == {"subject": ("lama", "baru")}


@pytest.mark.parametrize("sql", [*CHANGES, "TRUNCATE journal"])
def test_the_archive_refuses_to_change_it(chain: Archive, sql: str, engine_url: str) -> None:
    if sql.startswith("TRUNCATE") and engine_url.startswith("sqlite"):
        sql = "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE id = 2"
    refused = pytest.raises((peewee.IntegrityError, peewee.DatabaseError), match="append-only")
    with chain.open_unit() as unit, refused:
        unit._session.run(sql)
    with chain.open_reading() as unit:
        assert len(list(unit.journal.whole())) == 4


@pytest.mark.parametrize(
    "sql", [*CHANGES[:2], "UPDATE journal SET at = replace(at, '02:00', '03:00') WHERE id = 2"]
)
def test_what_is_changed_by_force_is_found(chain: Archive, sql: str, engine_url: str) -> None:
    if engine_url.startswith("sqlite"):
        off = ["DROP TRIGGER journal_kept_update", "DROP TRIGGER journal_kept_delete"]
    else:
        off = ["ALTER TABLE journal DISABLE TRIGGER USER"]
    with chain.open_unit() as unit:
        unit._session.script([*off, sql])
        unit.commit()
    with chain.open_reading() as unit:
        broken = first_broken(unit.journal.whole())
        assert broken is not None
        assert broken.id in (2, 3)
