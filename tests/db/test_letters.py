"""The two agenda books, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import peewee
import pytest

from correspondence.errors import ChangedElsewhere, NotFound
from correspondence.journal import JournalEntry
from correspondence.letters import Secrecy, Urgency
from correspondence.numbering import LetterRef
from correspondence.search import LetterFilter
from correspondence.workflow import Direction, IncomingState, OutgoingState
from db import bulk
from db.connection import Archive
from tests.builders import NINE, a_letter


def test_a_letter_comes_back_as_it_was_stored(office: Archive) -> None:
    with office.open_unit() as unit:
        first = unit.letters.add(a_letter(agenda_number=6), "first")
        full = a_letter(
            direction=Direction.OUTGOING,
            agenda_number=7,
            state=OutgoingState.AWAITING_SIGNATURE,
            letter_number="B-46/INSP/000.1.2.3/I/2026",
            letter_date=date(2026, 10, 1),
            received_on=None,
            correspondent_address="Jl. Basuki Rahmat 15\nKediri",
            kind_id=unit.kinds.every()[0].id,
            urgency=Urgency.SEGERA,
            secrecy=Secrecy.SANGAT_RAHASIA,
            classification="000.8.3.3",
            unit_id=unit.people.units()[0].id,
            enclosures="2 (dua) berkas",
            due_at=NINE + timedelta(days=2, microseconds=5),
            external_reference="SRIKANDI 12",
            reply_to_id=first.id,
            holder_id=unit.people.officers()[0].id,
            dispatched_on=date(2026, 10, 8),
            received_by="Satpam",
            delivered_on=date(2026, 10, 9),
            imported=True,
            fields={"tempat": "Balai Desa é", "acara": "Rapat & <makan>"},
        )
        stored = unit.letters.add(full, "second")
        unit.commit()
    assert stored == replace(full, id=stored.id)
    with office.open_reading() as unit:
        assert unit.letters.by_id(stored.id) == stored
        assert unit.letters.by_ref(LetterRef(Direction.OUTGOING, 2026, 7)) == stored
        assert unit.letters.by_request_key("second") == stored
        assert unit.letters.by_request_key("third") is None
        assert unit.letters.known_keys(["first", "second", "third"]) == {"first", "second"}
        assert unit.letters.taken_numbers(Direction.INCOMING, 2026) == {6}
        assert unit.letters.taken_numbers(Direction.INCOMING, 2025) == frozenset()
        assert unit.letters.last_registration() == NINE


def test_an_empty_register_says_so(archive: Archive) -> None:
    with archive.open_reading() as unit:
        assert unit.letters.last_registration() is None
        with pytest.raises(NotFound) as missing:
            unit.letters.by_ref(LetterRef(Direction.INCOMING, 2026, 12))
        assert (missing.value.what, missing.value.key) == ("letter", "M-2026-12")
        with pytest.raises(NotFound):
            unit.letters.by_id(1)


def test_saving_raises_the_version(archive: Archive) -> None:
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "key")
        saved = unit.letters.save(replace(letter, state=IncomingState.SUBMITTED, subject="Lain"))
        assert saved.version == 2
        assert unit.letters.by_id(letter.id) == saved
        assert unit.letters.by_request_key("key") == saved


def test_who_saves_second_is_told_who_was_first(archive: Archive) -> None:
    with archive.open_unit() as unit:
        letter = unit.letters.add(a_letter(), "key")
        unit.journal.append(JournalEntry(NINE, "desk 1", "registered", letter.id))
        unit.letters.save(replace(letter, subject="Dari meja lain"))
        unit.journal.append(JournalEntry(NINE, "desk 2", "corrected", letter.id))
        unit.commit()
    with archive.open_unit() as unit:
        with pytest.raises(ChangedElsewhere) as changed:
            unit.letters.save(replace(letter, subject="Dari meja ini"))
        assert (changed.value.ref, changed.value.by) == ("M-2026-1", "desk 2")
        assert unit.letters.by_id(letter.id).subject == "Dari meja lain"


def test_saving_what_is_not_there_is_not_found(archive: Archive) -> None:
    with archive.open_unit() as unit, pytest.raises(NotFound):
        unit.letters.save(a_letter(id=99))


@pytest.mark.parametrize("second", [{"key": "key", "number": 2}, {"key": "other", "number": 1}])
def test_neither_key_nor_number_is_given_twice(archive: Archive, second: dict[str, object]) -> None:
    with archive.open_unit() as unit:
        unit.letters.add(a_letter(), "key")
        with pytest.raises(peewee.IntegrityError):
            unit.letters.add(a_letter(agenda_number=second["number"]), str(second["key"]))


def test_the_other_book_has_its_own_numbers(archive: Archive) -> None:
    with archive.open_unit() as unit:
        unit.letters.add(a_letter(), "one")
        unit.letters.add(a_letter(direction=Direction.OUTGOING, state=OutgoingState.DRAFT), "two")
        unit.letters.add(a_letter(book_year=2027), "three")
        unit.commit()


@pytest.mark.parametrize("number", [3, bulk.MANY + 1])
def test_many_letters_keep_their_order_and_can_be_found(archive: Archive, number: int) -> None:
    letters = [a_letter(agenda_number=n + 1, subject=f"Perihal nomor{n}") for n in range(number)]
    with archive.open_unit() as unit:
        before = unit.letters.add(a_letter(book_year=2025), "before")
        ids = unit.letters.add_many(letters, [f"key {n}" for n in range(number)])
        after = unit.letters.add(a_letter(book_year=2027, subject="Sesudahnya"), "after")
        unit.commit()
    with archive.open_reading() as unit:
        assert len({before.id, after.id, *ids}) == number + 2
        assert unit.letters.by_id(ids[-1]) == replace(letters[-1], id=ids[-1])
        found = unit.searches.page(LetterFilter(words=f"nomor{number - 1}")).lines
        assert [line.id for line in found] == [ids[-1]]
        assert [line.id for line in unit.searches.page(LetterFilter(words="sesudahnya")).lines] == [after.id]


def test_no_letters_are_also_many(archive: Archive) -> None:
    with archive.open_unit() as unit:
        assert list(unit.letters.add_many([], [])) == []


def test_many_letters_are_one_transaction(archive: Archive) -> None:
    with archive.open_unit() as unit, pytest.raises(peewee.IntegrityError):
        unit.letters.add_many([a_letter(), a_letter()], ["one", "two"])
    with archive.open_reading() as unit:
        assert unit.searches.count(LetterFilter()).number == 0
