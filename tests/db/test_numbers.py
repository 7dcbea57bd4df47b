"""No hole, no duplicate: under many desks, with registrations taken back, with processes killed while writing."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from correspondence.journal import first_broken
from correspondence.search import LetterFilter
from correspondence.workflow import Direction
from db.connection import Archive
from tests.db.writers import register

ROOT = Path(__file__).parents[2]
DESKS = 8


def _writer(url: str, desk: str, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.db.writers", url, desk, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _is_sound(archive: Archive, letters: int) -> None:
    with archive.open_reading() as unit:
        assert unit.letters.taken_numbers(Direction.INCOMING, 2026) == frozenset(range(1, letters + 1))
        assert unit.searches.count(LetterFilter(words="surat"), cap=letters + 10).number == letters
        journal = list(unit.journal.whole())
        assert first_broken(journal) is None
        assert len(journal) == letters
        for letter_id in unit.searches.ids(LetterFilter()):
            (attachment,) = unit.attachments.of_letter(letter_id)
            assert unit.attachments.content(attachment.sha256)
        if unit._session.sqlite:
            assert unit._session.value("PRAGMA integrity_check") == "ok"


def test_counters_count_from_one_and_apart(archive: Archive) -> None:
    with archive.open_unit() as unit:
        assert [unit.numbers.take("agenda:incoming:2026") for _ in range(3)] == [1, 2, 3]
        assert unit.numbers.take("agenda:incoming:2027") == 1
        unit.numbers.raise_to("agenda:incoming:2026", 120)
        assert unit.numbers.take("agenda:incoming:2026") == 121
        unit.numbers.raise_to("agenda:incoming:2026", 5)
        assert unit.numbers.take("agenda:incoming:2026") == 122
        unit.numbers.raise_to("agenda:outgoing:2026", 7)
        assert unit.numbers.take("agenda:outgoing:2026") == 8


def test_holes_of_an_old_book_are_kept(archive: Archive) -> None:
    with archive.open_unit() as unit:
        unit.numbers.inherit_holes(Direction.INCOMING, 2017, [(3, 3), (8, 12)], "buku 2017")
        found = unit._session.rows(
            "SELECT direction, book_year, first_number, last_number, why FROM inherited_hole"
        )
    assert found == [("incoming", 2017, 3, 3, "buku 2017"), ("incoming", 2017, 8, 12, "buku 2017")]


def test_threads_share_one_sequence(archive: Archive) -> None:
    def work(desk: int) -> None:
        for n in range(20):
            if n % 10 == 9:
                register(archive, f"{desk}-{n}-lost", give_up=True)
            register(archive, f"{desk}-{n}")

    desks = [threading.Thread(target=work, args=(desk,)) for desk in range(DESKS)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    _is_sound(archive, DESKS * 20)


@pytest.mark.slow
def test_processes_share_one_sequence(archive: Archive, engine_url: str) -> None:
    desks = [_writer(engine_url, str(desk), 20) for desk in range(DESKS)]
    for desk in desks:
        output, _ = desk.communicate(timeout=120)
        assert desk.returncode == 0
        assert len(output.split()) == 20
    _is_sound(archive, DESKS * 20)


@pytest.mark.slow
def test_a_killed_desk_loses_nothing_that_was_acknowledged(archive: Archive, engine_url: str) -> None:
    acknowledged: list[str] = []
    begun = 0
    for desk in range(10):
        process = _writer(engine_url, str(desk), 1000)
        assert process.stdout is not None
        # Killed somewhere within the transactions after the first ones, each time a little later.
        lines = [process.stdout.readline().strip() for _ in range(3 + desk)]
        process.kill()
        lines += process.stdout.read().split()
        process.wait()
        process.stdout.close()
        acknowledged += [line for line in lines if line]
        begun += 1
    with archive.open_reading() as unit:
        assert unit.letters.known_keys(acknowledged) == frozenset(acknowledged)
        stored = unit.searches.count(LetterFilter(), cap=100_000).number
    assert (
        len(acknowledged) <= stored <= len(acknowledged) + begun
    )  # at most one each was stored and never told
    for key in acknowledged:
        register(archive, key)
    for desk in range(10):  # what each desk was doing when it was killed is tried again
        last = sum(key.startswith(f"{desk}-") for key in acknowledged)
        register(archive, f"{desk}-{last}")
    _is_sound(archive, len(acknowledged) + begun)
