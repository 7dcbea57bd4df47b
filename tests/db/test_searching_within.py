"""Words find only letters that may be read; references find every letter. On both engines, as in memory."""

from __future__ import annotations

import pytest

from correspondence.accounts import within
from correspondence.letters import Secrecy
from correspondence.office import Office
from correspondence.search import LetterFilter
from correspondence.services.registering import register_incoming
from db.connection import Archive
from tests.builders import StandingClock, furnish, incoming_form
from tests.fakes import FakeArchive


@pytest.mark.parametrize("clearance", Secrecy)
def test_words_find_what_may_be_read(office: Archive, clearance: Secrecy) -> None:
    memory, clock = FakeArchive(), StandingClock()
    with memory.open_unit() as unit:
        furnish(unit)
        unit.commit()
    found = []
    for archive in (office, memory):
        desk = Office(archive.open_unit, archive.open_reading, clock, "petugas")
        for secrecy in Secrecy:
            register_incoming(desk, form=incoming_form(subject="Hasil penyelidikan", secrecy=secrecy))
        with archive.open_reading() as unit:
            asked = LetterFilter(words="penyelidikan", words_within=within(clearance))
            page = unit.searches.page(asked)
            assert list(unit.searches.ids(asked)) == [each.id for each in page.lines]
            assert unit.searches.count(asked).number == len(page.lines)
            found.append([(str(each.ref), each.secrecy) for each in page.lines])
            [named] = unit.searches.page(LetterFilter(words="M-2026-4", words_within=within(clearance))).lines
            assert named.secrecy is Secrecy.SANGAT_RAHASIA
            everything = LetterFilter(words_within=within(clearance))
            assert unit.searches.count(everything).number == len(Secrecy), "only words are held back"
    assert found[0] == found[1]
    assert {secrecy for _ref, secrecy in found[0]} == within(clearance)
