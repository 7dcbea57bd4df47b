"""Days and people that cannot be meant, typed at the terminal: one sentence that names the rule and the way out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ui.cli.conftest import Terminal


@pytest.fixture
def letter(terminal: Terminal) -> str:
    ref: str = terminal.json(
        *("register", "incoming", "--sender", "Dinas Sosial", "--number", "1", "--date", "kemarin"),
        *("--subject", "Data"),
    )["ref"]
    return ref


def people(terminal: Terminal) -> list[str]:
    return [each["name"] for each in terminal.json("officer", "list")["officers"]]


def test_a_day_by_which_nobody_can_answer(terminal: Terminal, letter: str, tmp_path) -> None:
    off = date.today() + timedelta(days=40)  # noqa: DTZ011 - the terminal's own clock
    file = tmp_path / "libur.csv"
    file.write_text(f"tanggal,nama\n{off.day}-{off.month}-{off.year},Hari Jadi Kota\n", encoding="utf-8")
    terminal.json("import", "holidays", str(file))
    dispose = ("step", letter, "dispose", "--to", people(terminal)[0])
    holiday = terminal.refused(*dispose, "--due", off.isoformat())
    assert (holiday["rule"], holiday["field"]) == ("due_on_day_off", "due")
    assert "Hari Jadi Kota" in holiday["sentence"]
    assert holiday["facts"]["next"] > off.isoformat()
    past = terminal.refused(*dispose, "--due", "kemarin")
    assert (past["rule"], past["field"]) == ("due_in_past", "due")
    assert terminal.json("show", letter)["dispositions"] == []
    done = terminal.json(*dispose, "--due", holiday["facts"]["next"])
    assert done["dispositions"][0]["due_on"] == holiday["facts"]["next"]


def test_an_officer_who_left(terminal: Terminal, letter: str) -> None:
    gone, *_others = people(terminal)
    terminal.json("officer", "left", gone, "--on", "kemarin")
    said = terminal.refused("step", letter, "dispose", "--to", gone)
    assert (said["rule"], said["field"]) == ("officer_left", "to")
    assert "hanya bertugas sampai" in said["sentence"]


def test_pending_tells_the_signature_s_hour_beside_the_initial(terminal: Terminal) -> None:
    kind = terminal.json("kind", "list")["kinds"][0]["name"]
    ref = terminal.json("register", "outgoing", "--to", "Dinas Sosial", "--subject", "Data", "--kind", kind)[
        "ref"
    ]
    signs, initials, *_others = people(terminal)
    terminal.json("chain", ref, "--initial", initials, "--sign", signs, "--promised", "2040-11-02 14:00")
    terminal.json("step", ref, "send_for_review")
    (line,) = terminal.json("pending", "signatures")["pending"]
    assert (line["officer"], line["promised_for"]) == (initials, None)
    assert line["signature_promised_for"].startswith("2040-11-02T14:00")
    assert line["signature_promise_broken"] is False
    assert "TTD 02-11-2040 14.00" in terminal("pending", "signatures").out


def test_a_time_that_is_over_and_a_line_that_is_over(terminal: Terminal) -> None:
    kind = terminal.json("kind", "list")["kinds"][0]["name"]
    ref = terminal.json("register", "outgoing", "--to", "Dinas Sosial", "--subject", "Data", "--kind", kind)[
        "ref"
    ]
    chain = ("chain", ref, "--sign", people(terminal)[0])
    past = terminal.refused(*chain, "--promised", "kemarin 14.00")
    assert (past["rule"], past["field"]) == ("promise_in_past", "promised_for")
    line = str(terminal.json(*chain)["signature_steps"][0]["id"])
    terminal.json("step", ref, "send_for_review")
    terminal.json("step", ref, "send_back", "--note", "salah alamat")
    terminal.json("step", ref, "send_for_review")
    over = terminal.refused("signature", line, "promise", "--promised", "besok 14.00")
    assert (over["rule"], over["field"]) == ("signature_round_over", "promised_for")
    assert "putaran ke-1" in over["sentence"]
