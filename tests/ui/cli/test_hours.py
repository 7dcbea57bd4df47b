"""`office hours`: dated hours typed at a terminal."""

from __future__ import annotations

from tests.ui.cli.conftest import Terminal


def test_hours_are_added_listed_and_removed(terminal: Terminal) -> None:
    assert terminal.json("office", "hours", "list") == {"hours": []}
    added = terminal.json(
        *("office", "hours", "add", "--from", "18/2/2026", "--to", "19/3/2026", "--name", "Ramadan 1447 H"),
        *("--hours", "08.00-15.00", "--friday", "08.00-15.30"),
    )
    (ramadan,) = added["hours"]
    assert (ramadan["first"], ramadan["last"]) == ("2026-02-18", "2026-03-19")
    assert ramadan["hours"]["monday"] == "08.00-15.00"
    assert ramadan["hours"]["friday"] == "08.00-15.30"
    assert ramadan["hours"]["saturday"] is None
    said = terminal("office", "hours", "list")
    assert "Sen–Kam 08.00-15.00 · Jum 08.00-15.30" in said.out
    assert terminal.json("office", "hours", "remove", "--from", "18/2/2026")["hours"] == []
    gone = terminal.refused("office", "hours", "remove", "--from", "18/2/2026")
    assert gone["rule"] == "dated_hours_not_found"


def test_a_single_day_that_is_usually_free_takes_the_span(terminal: Terminal) -> None:
    saturday = terminal.json(
        "office", "hours", "add", "--from", "21/11/2026", "--name", "Hari pasar", "--hours", "08.00-12.00"
    )["hours"][0]
    assert [day for day, typed in saturday["hours"].items() if typed] == ["saturday"]


def test_what_cannot_be_is_one_sentence(terminal: Terminal) -> None:
    add = ("office", "hours", "add", "--name", "Ramadan", "--from", "18/2/2026", "--to", "19/3/2026")
    terminal.json(*add, "--hours", "08.00-15.00")
    twice = terminal.refused(*add, "--hours", "08.00-14.00")
    assert twice["rule"] == "hours_overlap"
    assert "“Ramadan” (18 Februari 2026 sampai 19 Maret 2026)" in twice["sentence"]
    later = ("office", "hours", "add", "--name", "x", "--from", "1/4/2026")
    assert terminal.refused(*later, "--hours", "15.00-08.00")["field"] == "hours"
    assert terminal.refused(*later, "--hours", "pagi")["rule"] == "hours_unreadable"
    assert terminal.refused(*later)["rule"] == "hours_empty"
    assert terminal.refused(*later, "--hours", "8.00-9.00", "--to", "1/3/2026")["rule"] == "dates_backwards"
    assert terminal.refused(*later, "--friday", "9.00")["field"] == "friday"


def test_how_many_deadlines_followed_is_told(terminal: Terminal) -> None:
    letter = terminal.json(
        *("register", "incoming", "--sender", "Dinas Sosial", "--number", "1", "--date", "hari ini"),
        *("--subject", "Data"),
    )
    due = letter["due_at"][:10]
    # Its last day ends earlier.
    said = terminal.json(
        "office", "hours", "add", "--from", due, "--name", "Hari pasar", "--hours", "08.00-11.00"
    )
    assert said["deadlines_moved"] == [letter["ref"]]
    assert terminal.json("show", letter["ref"])["due_at"].startswith(f"{due}T11:00")
