"""`show REF --reckoning`: the days of a wait, and hints beside promises that nobody in the office could keep."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.ui.cli.conftest import Terminal

FRIDAY, SUNDAY = date(2040, 11, 2), date(2040, 11, 4)
"""So far ahead that no decree has named days off yet."""


def test_the_days_add_up_to_what_is_waited(terminal: Terminal) -> None:
    ref = terminal.json(
        *("register", "incoming", "--sender", "Dinas Sosial", "--number", "1", "--date", "kemarin"),
        *("--subject", "Data"),
    )["ref"]
    letter = terminal.json("show", ref, "--reckoning")
    days = letter["holder"]["reckoning"]
    hours = sum(each["working_minutes"] for each in days) / 60
    assert letter["holder"]["waiting_working_hours"] == pytest.approx(hours, abs=0.02)
    assert "reckoning" not in terminal.json("show", ref)["holder"]
    terminal("office", "hours", "add", "--from", "hari ini", "--name", "Hari pasar", "--hours", "00.00-00.01")
    said = terminal("show", ref, "--reckoning").out
    assert "Hitungan waktu kerja" in said
    assert "Jumlah: 0 jam kerja" in said


def test_of_a_letter_that_waits_for_nobody_it_says_so(terminal: Terminal) -> None:
    ref = terminal.json(
        *("register", "incoming", "--sender", "Dinas Sosial", "--number", "1", "--date", "kemarin"),
        *("--subject", "Data"),
    )["ref"]
    terminal("step", ref, "file", "--note", "tanpa disposisi")
    said = terminal("show", ref, "--reckoning")
    assert said.code == 0
    assert "tidak menunggu siapa pun" in said.out


@pytest.fixture
def draft(terminal: Terminal) -> str:
    ref: str = terminal.json(
        "register", "outgoing", "--to", "Dinas Sosial", "--subject", "Data", "--kind", kind(terminal)
    )["ref"]
    return ref


def kind(terminal: Terminal) -> str:
    name: str = terminal.json("kind", "list")["kinds"][0]["name"]
    return name


def test_a_promise_for_sunday_stands_and_is_told(terminal: Terminal, draft: str) -> None:
    chain = ("chain", draft, "--sign", terminal.json("officer", "list")["officers"][0]["name"])
    said = terminal(*chain, "--promised", f"{SUNDAY.isoformat()} 22:00")
    assert said.code == 0
    assert "di luar jam kerja (bukan hari kerja)" in said.err
    assert "kantor buka lagi Senin" in said.err
    letter = terminal.json("show", draft)
    line = letter["signature_steps"][0]
    assert datetime.fromisoformat(line["promised_for"]).date() == SUNDAY
    later = terminal("signature", str(line["id"]), "promise", "--promised", f"{SUNDAY.isoformat()} 10:00")
    assert (later.code, "bukan hari kerja" in later.err) == (0, True)
    monday = SUNDAY + timedelta(days=1)
    within = terminal("signature", str(line["id"]), "promise", "--promised", f"{monday.isoformat()} 10:00")
    assert (within.code, "di luar jam kerja" in within.err) == (0, False)


def test_a_promise_before_and_after_hours_says_which(terminal: Terminal, draft: str) -> None:
    chain = ("chain", draft, "--sign", terminal.json("officer", "list")["officers"][0]["name"])
    early = terminal(*chain, "--promised", f"{FRIDAY.isoformat()} 05:00")
    assert "sebelum jam kerja mulai" in early.err
    late = terminal(*chain, "--promised", f"{FRIDAY.isoformat()} 22:00")
    assert "sesudah jam kerja selesai" in late.err


def test_a_due_day_on_a_sunday_stands_and_is_told(terminal: Terminal) -> None:
    ref = terminal.json(
        *("register", "incoming", "--sender", "Dinas Sosial", "--number", "1", "--date", "kemarin"),
        *("--subject", "Data"),
    )["ref"]
    said = terminal("step", ref, "dispose", "--to", "Budi", "--due", SUNDAY.isoformat(), "--json")
    assert (said.code, said.document["dispositions"][0]["due_on"]) == (0, SUNDAY.isoformat())
    assert "Minggu, 4 November 2040 bukan hari kerja" in said.err
    assert "Senin, 5 November 2040" in said.err
    key = str(said.document["dispositions"][0]["id"])
    forwarded = terminal("disposition", key, "forward", "--to", "Citra", "--due", SUNDAY.isoformat())
    assert (forwarded.code, "bukan hari kerja" in forwarded.err) == (0, True)
    assert terminal("step", ref, "dispose", "--to", "Endang", "--due", FRIDAY.isoformat()).err == ""
