"""Desks take turns at a file, by either way of waiting; the queue is a courtesy that never stands in the way."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db.connection import Archive
from db.turns import Turns, through_the_door


@pytest.fixture
def turns(tmp_path: Path) -> Turns:
    return Turns(tmp_path / "registry.sqlite3", wait=20)


def test_a_turn_is_waited_for_and_comes_when_it_is_given_back(turns: Turns) -> None:
    acts: list[str] = []

    def second() -> None:
        turns.take()
        acts.append("second writes")
        turns.give_back()

    turns.take()
    waiting = threading.Thread(target=second)
    waiting.start()
    time.sleep(0.1)
    acts.append("first writes")
    turns.give_back()
    waiting.join(10)
    assert acts == ["first writes", "second writes"]


def test_nobody_waits_longer_than_agreed_and_a_late_turn_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "registry.sqlite3"
    holder, hasty, third = (Turns(file, wait) for wait in (20, 0.05, 20))
    holder.take()
    start = time.monotonic()
    hasty.take()
    assert 0.04 < time.monotonic() - start < 5
    holder.give_back()
    third.take()  # comes only if the turn that `hasty` no longer wanted was given back
    assert third._held
    assert not hasty._held
    third.close()


def test_a_desk_that_dies_gives_its_turn_back(tmp_path: Path) -> None:
    file = tmp_path / "registry.sqlite3"
    script = (
        "import sys, time; from pathlib import Path; from db.turns import Turns;"
        "turns = Turns(Path(sys.argv[1]), 20); turns.take(); print('has it', flush=True); time.sleep(60)"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline().strip() == "has it"
        impatient = Turns(file, wait=0.05)
        impatient.take()
        assert not impatient._held
        desk.kill()
    patient = Turns(file, wait=20)
    patient.take()
    assert patient._held
    patient.close()


def test_where_nothing_can_be_locked_writing_goes_on(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "no such folder" / "registry.sqlite3", wait=20)
    turns.take()
    turns.give_back()


def test_a_unit_inside_a_unit_is_refused_at_once(sqlite_url: str) -> None:
    archive = Archive.open(sqlite_url, create=True)
    start = time.monotonic()
    with archive.open_unit(), pytest.raises(Exception, match="within a transaction"), archive.open_unit():
        pass
    assert time.monotonic() - start < 5
    archive.close()


def test_at_the_door_one_waits_and_the_others_behind_him(tmp_path: Path) -> None:
    """As on Windows, with locks of this test's own: the one at the door has the next turn, whoever asks meanwhile."""
    path, door = tmp_path / "turn", tmp_path / "door"
    locks = _Locks()
    assert through_the_door(path, door, 1, locks.for_desk("writer")) is not None
    assert locks.holders == {"turn": "writer"}
    assert through_the_door(path, door, 0.05, locks.for_desk("hasty")) is None
    locks.holders["door"] = "first in line"
    locks.holders.pop("turn")
    assert through_the_door(path, door, 0.05, locks.for_desk("writer again")) is None


class _Locks:
    """Locks by the name of the file, which is asked for in the order door, turn."""

    def __init__(self) -> None:
        self.holders: dict[str, str] = {}

    def for_desk(self, desk: str) -> Callable[[int], bool]:
        wanted = ["door", "turn"]

        def try_lock(_file: int) -> bool:
            name = wanted[0]
            if name in self.holders:
                return False
            if name == "turn":
                self.holders[name] = desk
            wanted.pop(0)
            return True

        return try_lock
