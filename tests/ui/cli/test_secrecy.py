"""A letter above the clearance of who signed in, at the terminal: there in every list, closed in every other way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cli.conftest import Terminal

SECRETS = ("penyelidikan", "Zulkarnain")


@pytest.fixture
def office(any_terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`rini` manages, `wati` is a clerk; M-2026-1 is secret."""
    monkeypatch.setenv("WARKAT_PASSWORD", "kata sandi")
    any_terminal.json("user", "add", "rini", "--role", "administrator")
    any_terminal.json("user", "add", "wati", "--role", "clerk")
    letter = any_terminal.json(
        *("register", "incoming", "--sender", "Zulkarnain", "--number", "R/1", "--date", "1-11-2026"),
        *("--subject", "Hasil penyelidikan", "--secrecy", "rahasia"),
    )
    assert letter["ref"].startswith("M-")
    return any_terminal


def test_a_list_shows_the_line_and_not_what_it_says(office: Terminal) -> None:
    [letter] = office.json("--as", "wati", "list")["letters"]
    assert (letter["subject"], letter["correspondent"]) == ("(rahasia)", "(rahasia)")
    assert (letter["letter_number"], letter["secrecy"], letter["state"]) == ("R/1", "rahasia", "registered")
    assert office.json("list")["letters"][0]["subject"] == "Hasil penyelidikan"
    said = office("--as", "wati", "list").out
    assert "(rahasia)" in said
    assert not [each for each in SECRETS if each in said]


def test_words_do_not_find_it(office: Terminal) -> None:
    ref = office.json("list")["letters"][0]["ref"]
    for word in SECRETS:
        assert len(office.json("search", word)["letters"]) == 1
        assert office.json("--as", "wati", "search", word)["letters"] == []
    assert office.json("--as", "wati", "search", ref)["letters"][0]["subject"] == "(rahasia)"


def test_it_is_not_opened_moved_printed(office: Terminal, tmp_path: Path) -> None:
    ref = office.json("list")["letters"][0]["ref"]
    out = tmp_path / "kertas.docx"
    for words in (
        ["show", ref],
        ["step", ref, "submit"],
        ["write", "lembar-disposisi", ref, "--out", str(out)],
    ):
        error = office.refused("--as", "wati", *words)
        assert error["rule"] == "letter_secret", words
        assert "Rahasia" in error["sentence"]
        assert not [each for each in SECRETS if each in error["sentence"]]
    assert not out.exists()


def test_a_clerk_enters_a_sealed_letter_and_gets_its_number(office: Terminal) -> None:
    said = office(
        *("--as", "wati", "register", "incoming", "--sender", "Zulkarnain", "--number", "SR/2"),
        *("--date", "1-11-2026", "--subject", "Hasil penyelidikan", "--secrecy", "sangat_rahasia", "--json"),
    )
    assert said.code == 0
    assert said.document["ref"].endswith("-2")
    assert said.document["subject"] == "(rahasia)"
    assert "kewenangan baca" in said.err


def test_a_clearance_opens_it(office: Terminal) -> None:
    ref = office.json("list")["letters"][0]["ref"]
    office.json("user", "change", "wati", "--clearance", "rahasia")
    assert office.json("--as", "wati", "show", ref)["subject"] == "Hasil penyelidikan"
