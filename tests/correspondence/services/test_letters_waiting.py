"""The board by letters: the most overdue letter first, with all that is open of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from correspondence.boards import BoardFilter
from correspondence.services.boards import letters_waiting, waits_of_letters
from correspondence.workflow import Step
from tests.builders import BUDI, EKO, NINE, SITI, Desk, build_desk


@pytest.fixture
def desk() -> Desk:
    return build_desk()


def test_the_most_overdue_letter_stands_first(desk: Desk) -> None:
    late = desk.incoming(subject="Lama")
    desk.step(late, Step.DISPOSE, to=(BUDI, SITI), due=date(2026, 10, 8))
    desk.clock.wait(hours=1)
    later = desk.incoming(subject="Baru")
    desk.step(later, Step.DISPOSE, to=(SITI,), due=date(2026, 10, 7))
    desk.clock.wait(days=2)
    found = letters_waiting(desk.office)
    assert [(each.letter.subject, each.number, each.late) for each in found] == [
        ("Baru", 1, 1),
        ("Lama", 2, 2),
    ]
    assert found[1].oldest == NINE
    assert found[1].oldest_minutes > found[0].oldest_minutes
    (first,) = letters_waiting(desk.office, limit=1)
    assert letters_waiting(desk.office, after=first) == found[1:]


def test_a_letter_is_there_once_and_leaves_when_nothing_is_open(desk: Desk) -> None:
    ref = desk.incoming()
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    top = desk.dispositions(ref)[0]
    desk.disposition_step(top.id, Step.FORWARD, to=(EKO, SITI))
    (wait,) = letters_waiting(desk.office)
    assert (wait.number, wait.recipient) == (3, "Kepala Subbagian Tata Usaha")
    letter_id = desk.letter(ref).id
    assert waits_of_letters(desk.office, letter_ids=[letter_id]) == (wait,)
    below = desk.dispositions(ref)[1]
    for step in (Step.READ, Step.START, Step.DONE):
        desk.disposition_step(below.id, step)
    assert letters_waiting(desk.office) == ()
    assert waits_of_letters(desk.office, letter_ids=[letter_id]) == ()


def test_letters_are_narrowed_to_a_unit(desk: Desk) -> None:
    ref = desk.incoming(unit="Subbagian Keuangan")
    desk.step(ref, Step.DISPOSE, to=(BUDI,))
    unit_id = desk.letter(ref).unit_id
    letter_id = desk.letter(ref).id
    for asked, number in ((BoardFilter(unit_id=unit_id), 1), (BoardFilter(unit_id=99), 0)):
        assert len(letters_waiting(desk.office, asked=asked)) == number
        assert len(waits_of_letters(desk.office, letter_ids=[letter_id], asked=asked)) == number


def test_the_day_moves_a_letter_up(desk: Desk) -> None:
    refs = [desk.incoming(subject=f"Surat {number}") for number in range(3)]
    for number, ref in enumerate(refs):
        desk.step(ref, Step.DISPOSE, to=(BUDI,), due=NINE.date() + timedelta(days=(5, 0, 1)[number]))
    assert [each.letter.subject for each in letters_waiting(desk.office)] == ["Surat 1", "Surat 2", "Surat 0"]
