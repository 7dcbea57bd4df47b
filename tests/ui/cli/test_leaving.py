"""Who leaves the office: what still waits for him is told, and what he did after his last day."""

from __future__ import annotations

import pytest

INCOMING = (
    "register",
    "incoming",
    "--sender",
    "Camat",
    "--number",
    "1",
    "--date",
    "kemarin",
    "--subject",
    "X",
)
OUTGOING = ("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas")


@pytest.fixture
def busy(any_terminal):
    """Budi is asked for an initial and for the answer to two dispositions."""
    draft = any_terminal.json(*OUTGOING)["ref"]
    any_terminal.json("chain", draft, "--initial", "Budi", "--sign", "Endang")
    any_terminal.json("step", draft, "send_for_review")
    for _each in range(2):
        letter = any_terminal.json(*INCOMING)["ref"]
        any_terminal.json("step", letter, "dispose", "--to", "Budi", "Citra")
    return any_terminal


def test_open_work_is_told_when_somebody_leaves(busy) -> None:
    said = busy("officer", "left", "Budi", "--on", "hari ini")
    assert said.code == 0
    [told] = said.err.splitlines()
    assert told.startswith("1 paraf atau tanda tangan dan 2 disposisi masih menunggu Budi Santoso; alihkan")
    assert busy("officer", "left", "Endang", "--on", "hari ini").err == "", "she is not asked yet"


def test_deeds_after_the_last_day_are_told_and_not_refused(busy) -> None:
    [draft] = busy.json("list", "--direction", "outgoing")["letters"]
    busy.json("step", draft["ref"], "initial")
    said = busy("officer", "left", "Budi", "--on", "kemarin")
    assert said.code == 0
    told = said.err.splitlines()
    assert told[0].startswith("2 disposisi masih menunggu Budi Santoso")
    assert told[1].startswith("Budi Santoso masih tercatat bekerja pada 1 surat sesudah")
    [budi] = [each for each in busy.json("officer", "list")["officers"] if each["name"] == "Budi Santoso"]
    assert budi["left_on"]
    assert len(busy("officer", "left", "Budi", "--on", "hari ini").err.splitlines()) == 1
