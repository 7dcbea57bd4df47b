"""Sentences of refusals that must say the right day, the right name, and what may be done instead."""

from __future__ import annotations

import pytest

from tests.ui.cli.conftest import Terminal

OUTGOING = ("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas")


@pytest.fixture
def ref(terminal: Terminal) -> str:
    letter: str = terminal.json(
        *("register", "incoming", "--sender", "Camat", "--number", "1", "--date", "kemarin"),
        *("--subject", "X"),
    )["ref"]
    return letter


def test_what_was_said_twice_is_asked_once(terminal: Terminal, ref: str) -> None:
    same = ("--instruction", "Tindak lanjuti", "--instruction", " Tindak lanjuti ", "--instruction", "Wakili")
    letter = terminal.json("step", ref, "dispose", "--to", "Budi", *same)
    assert letter["dispositions"][0]["instructions"] == ["Tindak lanjuti", "Wakili"]


def test_only_the_giver_takes_back(terminal: Terminal, ref: str) -> None:
    letter = terminal.json("step", ref, "dispose", "--by", "Endang", "--to", "Budi")
    key = str(letter["dispositions"][0]["id"])
    said = terminal.refused("disposition", key, "recall", "--by", "Citra")["sentence"]
    assert "milik" not in said
    assert "hanya oleh Endang Lestari, S.Sos., bukan Citra Dewi" in said


def test_whose_turn_it_is_not_is_named_in_full(terminal: Terminal) -> None:
    ref = terminal.json(*OUTGOING)["ref"]
    terminal.json("chain", ref, "--sign", "Endang")
    terminal.json("step", ref, "send_for_review")
    assert "bukan Budi Santoso" in terminal.refused("step", ref, "sign", "--by", "Budi S")["sentence"]


def test_a_day_promised_without_an_hour(terminal: Terminal) -> None:
    ref = terminal.json(*OUTGOING)["ref"]
    error = terminal.refused("chain", ref, "--sign", "Endang", "--promised", "besok")
    assert (error["rule"], error["field"]) == ("hour_missing", "promised_for")
    assert "jam" in error["sentence"]
    assert "besok 14.00" in error["sentence"]


def test_the_last_day_of_service_is_said_as_the_last(terminal: Terminal, ref: str) -> None:
    terminal.json("officer", "left", "Budi", "--on", "kemarin")
    said = terminal.refused("step", ref, "dispose", "--to", "Budi")["sentence"]
    assert "hanya bertugas sampai" in said
    assert "sejak" not in said


def test_an_undo_that_is_refused_says_what_may_be_done(terminal: Terminal, ref: str) -> None:
    said = terminal.refused("undo", ref)["sentence"]
    assert "batalkan suratnya" in said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--from", "1-11-2040"), "untuk 1 November 2040;"),
        (("--from", "1-11-2040", "--to", "3-11-2040"), "untuk 1 November 2040 sampai 3 November 2040;"),
    ],
)
def test_hours_that_are_not_there(terminal: Terminal, typed: tuple[str, ...], told: str) -> None:
    error = terminal.refused("office", "hours", "remove", *typed)
    assert told in error["sentence"]
    assert "2040-11-01" not in error["sentence"]
