"""A chain that starts again, capacities of a chain, as the terminal shows them; on both engines."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

OUTGOING = (
    *("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas"),
    *("--unit", "PEM"),
)
TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date().isoformat()


@pytest.fixture
def ref(any_terminal) -> str:
    return any_terminal.json(*OUTGOING)["ref"]


def test_rounds_stand_apart_and_say_why(any_terminal, ref: str) -> None:
    any_terminal.json("chain", ref, "--initial", "Citra", "Budi", "--sign", "Endang")
    any_terminal.json("step", ref, "send_for_review")
    any_terminal.json("step", ref, "initial")
    assert "Putaran" not in any_terminal("show", ref).out
    letter = back = any_terminal.json("step", ref, "send_back", "--note", "Tanggal salah")
    assert [each["state"] for each in letter["signature_steps"]] == ["done", "returned", "waiting"]
    any_terminal.json("step", ref, "send_for_review")
    assert any_terminal.json("undo", ref)["signature_steps"] == back["signature_steps"]
    letter = any_terminal.json("step", ref, "send_for_review")
    assert [(each["round"], each["officer"], each["state"]) for each in letter["signature_steps"]] == [
        (1, "Citra Dewi", "done"),
        (1, "Budi Santoso", "returned"),
        (2, "Citra Dewi", "requested"),
        (2, "Budi Santoso", "waiting"),
        (2, "Endang Lestari, S.Sos.", "waiting"),
    ]
    shown = any_terminal("show", ref).out.splitlines()
    first = next(n for n, line in enumerate(shown) if line.startswith("  Putaran 1"))
    assert shown[first].strip() == (
        "Putaran 1, dikembalikan Budi Santoso: Tanggal salah · sudah diparaf Citra Dewi"
    )
    assert "Citra Dewi" in shown[first + 1]
    assert shown[first + 3].strip() == "Putaran 2"
    assert "Menunggu" in "".join(shown[first + 4 : first + 7])
    assert any("Putaran: 2" in line for line in shown), "the journal says so too"
    [waiting] = any_terminal.json("pending", "signatures")["pending"]
    told = {
        name: waiting[name] for name in ("ref", "officer", "task", "round", "subject", "kind", "capacity")
    }
    assert told == {
        "ref": ref,
        "officer": "Citra Dewi",
        "task": "initial",
        "round": 2,
        "subject": "Balasan",
        "kind": "Surat Dinas",
        "capacity": "definitive",
    }
    assert "putaran 2" in any_terminal("pending", "signatures").out


def test_an_initial_in_a_capacity(any_terminal, ref: str) -> None:
    appointed = any_terminal(
        *("officer", "appoint", "Citra Dewi", "--position", "Kepala Seksi", "--capacity", "plh"),
        *("--from", TODAY, "--to", TODAY),
    )
    assert appointed.code == 0, appointed.err
    chain = ("chain", ref, "--initial", "Citra", "Budi", "--sign", "Endang")
    letter = any_terminal.json(*chain, "--initial-as", "Citra=definitive")
    first = letter["signature_steps"][0]
    assert (first["position"], first["capacity"]) == ("Staf", "definitive")
    letter = any_terminal.json(*chain, "--initial-as", "Citra=plh")
    first = letter["signature_steps"][0]
    assert (first["position"], first["capacity"]) == ("Kepala Seksi", "plh")
    assert "Plh. Kepala Seksi" in any_terminal("show", ref).out
    assert any_terminal.refused(*chain, "--initial-as", "Budi=plt")["rule"] == "not_in_that_capacity"
    assert any_terminal(*chain, "--initial-as", "Endang=plh").code == 2
    assert any_terminal(*chain, "--initial-as", "Citra").code == 2
    assert any_terminal(*chain, "--initial-as", "Citra=bos").code == 2


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("--sign", " "), "signatory_missing"),
        (("--initial", "Budi", "--sign", "Budi"), "chain_twice"),
        (("--initial", "Budi", "Budi", "--sign", "Endang"), "chain_twice"),
    ],
)
def test_what_is_no_chain(any_terminal, ref: str, words: tuple[str, ...], rule: str) -> None:
    assert any_terminal.refused("chain", ref, *words)["rule"] == rule


def test_another_chain_after_a_send_back(any_terminal, ref: str) -> None:
    any_terminal.json("chain", ref, "--initial", "Citra", "--sign", "Endang")
    any_terminal.json("step", ref, "send_for_review")
    any_terminal.json("step", ref, "send_back", "--note", "perbaiki")
    any_terminal.json(
        *("officer", "appoint", "Budi Santoso", "--position", "Lurah", "--capacity", "plh"),
        *("--from", TODAY, "--to", TODAY),
    )
    letter = any_terminal.json("chain", ref, "--sign", "Budi")
    assert [(each["round"], each["state"]) for each in letter["signature_steps"]] == [
        (1, "returned"),
        (2, "waiting"),
    ]
