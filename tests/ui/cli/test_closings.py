"""`report close`, `report closings`, `verify`: what they answer to scripts and to people."""

from __future__ import annotations

import json
from pathlib import Path

from db.connection import Archive
from tests.ui.cli.conftest import Terminal


def _october(terminal: Terminal) -> None:
    """A letter of October 2020, which is over whenever this runs."""
    arguments = (
        "--sender",
        "Dinas Sosial",
        "--number",
        "1",
        "--date",
        "5-10-2020",
        "--received",
        "6-10-2020",
    )
    terminal.json("register", "incoming", *arguments, "--subject", "Permohonan data")


def test_a_month_is_closed_listed_and_not_closed_again(any_terminal: Terminal) -> None:
    _october(any_terminal)
    closed = any_terminal.json("report", "close", "2020-10")
    assert (closed["month"], closed["number"], closed["verified"]) == ("2020-10", "1/2020", True)
    assert len(closed["checksum"]) == 64
    (listed,) = any_terminal.json("report", "closings")["closings"]
    assert listed == {**closed, "corrected_letters": 0}
    refused = any_terminal.refused("report", "close", "Oktober 2020")
    assert (refused["rule"], refused["facts"]["month"]) == ("month_closed", "2020-10")
    assert "Oktober 2020 sudah ditutup" in refused["sentence"]
    assert any_terminal.refused("report", "close", "2020-12")["rule"] == "month_out_of_turn"
    assert "November 2020" in any_terminal("report", "close", "2020-12").err


def test_a_closed_months_report_says_so_in_json_and_in_words(terminal: Terminal, tmp_path: Path) -> None:
    _october(terminal)
    before = terminal.json("report", "monthly", "2020-10")
    assert (before["closed"], before["corrections"]) == (None, [])
    terminal.json("report", "close", "2020-10")
    _october(terminal)
    after = terminal.json("report", "monthly", "2020-10", "--out", str(tmp_path), "--format", "json,xlsx")
    written = json.loads(next(tmp_path.glob("*.json")).read_text(encoding="utf-8"))
    assert written["closed"]["number"] == after["closed"]["number"] == "1/2020"
    same = ("opening", "registered", "finished", "cancelled", "closing", "by_kind", "by_unit", "by_day")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    november = terminal.json("report", "monthly", "2020-11")
    assert (november["opening"], november["registered"], november["closing"]) == (1, 1, 2)
    (correction,) = november["corrections"]
    told = {name: correction[name] for name in ("change", "month", "facts", "date")}
    assert told == {"change": "added", "month": "2020-10", "facts": ["registered"], "date": "2020-10-06"}
    assert "Laporan No. 1/2020" in terminal("report", "monthly", "2020-10").out
    assert "Menyusul dicatat" in terminal("report", "monthly", "2020-11").out


def test_verify_is_0_for_a_sound_registry_and_1_for_a_broken_one(terminal: Terminal) -> None:
    _october(terminal)
    sound = terminal("verify", "--json")
    assert (sound.code, sound.document["ok"]) == (0, True)
    assert [each["name"] for each in sound.document["checks"]] == [
        "engine",
        "numbers",
        "journal",
        "attachments",
        "index",
        "summaries",
        "facts",
        "closings",
    ]
    assert all(each["ok"] and each["detail"] for each in sound.document["checks"])
    assert "Registri ini utuh." in terminal("verify").out
    _break(terminal)
    broken = terminal("verify", "--json")
    assert (broken.code, broken.document["ok"]) == (1, False)
    (wrong,) = [each for each in broken.document["checks"] if not each["ok"]]
    assert (wrong["name"], wrong["wrong"]) == ("numbers", 1)
    assert wrong["findings"][0]["fault"] == "number_missing"
    said = terminal("verify")
    assert said.code == 1
    assert "SALAH" in said.out


def _break(terminal: Terminal) -> None:
    archive = Archive.open(terminal.url)
    with archive.open_unit() as unit:
        unit._session.run("UPDATE counter SET value = 9 WHERE name LIKE '%incoming%'")
        unit.commit()
    archive.close()
