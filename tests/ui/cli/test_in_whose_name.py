"""In whose name a step is written down at the terminal: not of who left, and at a head's account not of another."""

from __future__ import annotations

import pytest

PASSWORD = "kata sandi rini"
OUTGOING = ("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas")
INCOMING = ("register", "incoming", "--sender", "Dinas", "--subject", "Undangan")


def test_who_left_is_written_down_no_more(any_terminal) -> None:
    draft = any_terminal.json(*OUTGOING)["ref"]
    any_terminal.json("chain", draft, "--initial", "Citra", "--sign", "Endang")
    any_terminal.json("step", draft, "send_for_review")
    letter = any_terminal.json(*INCOMING)["ref"]
    any_terminal.json("step", letter, "dispose", "--by", "Endang", "--to", "Citra")
    [line] = any_terminal.json("show", letter)["dispositions"]
    assert any_terminal("officer", "left", "Citra", "--on", "kemarin").code == 0
    for by in ((), ("--by", "Citra")):
        error = any_terminal.refused("step", draft, "initial", *by)
        assert error["rule"] == "signer_left"
        assert "alihkan barisnya" in error["sentence"]
        assert "Plh." in error["sentence"]
        error = any_terminal.refused("disposition", str(line["id"]), "read", *by)
        assert error["rule"] == "recipient_left"
        assert "(--by)" in error["sentence"]
    [waiting, _sign] = any_terminal.json("show", draft)["signature_steps"]
    exception = ("signature", str(waiting["id"]), "reassign", "--to", "Budi", "--note", "pindah")
    any_terminal.json(*exception)
    any_terminal.json("step", draft, "initial", "--by", "Budi")
    any_terminal.json("disposition", str(line["id"]), "forward", "--by", "Budi", "--to", "Budi")
    assert any_terminal("officer", "left", "Endang", "--on", "kemarin").code == 0
    assert any_terminal.refused("step", draft, "sign")["rule"] == "signer_left"
    assert any_terminal.refused("step", letter, "dispose", "--to", "Budi")["rule"] == "leader_left"


def test_a_head_acts_under_his_own_name(any_terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARKAT_PASSWORD", PASSWORD)
    any_terminal.json("user", "add", "rini", "--role", "administrator")
    any_terminal.json("user", "add", "pak budi", "--role", "head", "--officer", "Budi")
    letter = any_terminal.json(*INCOMING)["ref"]
    any_terminal.json("step", letter, "dispose", "--by", "Endang", "--to", "Budi", "Citra")
    own, other = (str(each["id"]) for each in any_terminal.json("show", letter)["dispositions"])
    budi = ("--as", "pak budi", "disposition")
    error = any_terminal.refused(*budi, other, "read", "--by", "Citra")
    assert (error["rule"], error["field"]) == ("acts_for_himself", "by")
    assert "Budi Santoso" in error["sentence"]
    assert any_terminal.refused(*budi, other, "read")["rule"] == "not_your_disposition"
    assert any_terminal.json(*budi, own, "read")["dispositions"][0]["state"] == "read"
    any_terminal.json("disposition", other, "read", "--by", "Citra")
