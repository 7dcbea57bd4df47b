"""Chains with parallel initials, promises, stand-ins and taking back, typed at the terminal; on both engines."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()
"""The day of the office, which may be ahead of the computer's."""

YESTERDAY = TODAY - timedelta(days=1)
OUTGOING = (
    *("register", "outgoing", "--to", "Camat", "--subject", "Balasan", "--kind", "Surat Dinas"),
    *("--unit", "PEM"),
)


@pytest.fixture
def ref(any_terminal) -> str:
    return any_terminal.json(*OUTGOING)["ref"]


@pytest.fixture
def names(any_terminal) -> list[str]:
    for name in ("Anto Wijaya", "Bima Sakti", "Citra Dewi", "Dian Pertiwi"):
        any_terminal("officer", "add", name, "--position", f"Kepala Seksi {name[0]}")
    return ["Anto Wijaya", "Bima Sakti", "Citra Dewi", "Dian Pertiwi"]


def steps(letter) -> list[tuple[int, str, str, str]]:
    return [
        (each["order"], each["officer"], each["column"], each["state"]) for each in letter["signature_steps"]
    ]


def test_initials_in_parallel(any_terminal, ref: str, names: list[str]) -> None:
    letter = any_terminal.json(
        *("chain", ref, "--initial", "Anto", "Bima Sakti + Citra", "--coordination", "Citra"),
        *("--sign", "Dian Pertiwi"),
    )
    assert steps(letter) == [
        (1, "Anto Wijaya", "hierarchy", "waiting"),
        (2, "Bima Sakti", "hierarchy", "waiting"),
        (2, "Citra Dewi", "coordination", "waiting"),
        (3, "Dian Pertiwi", "hierarchy", "waiting"),
    ]
    any_terminal.json("step", ref, "send_for_review")
    any_terminal.json("step", ref, "initial")
    assert any_terminal("step", ref, "initial").code == 4  # whose?
    assert any_terminal.json("step", ref, "initial", "--by", "Citra")["state"] == "in_review"
    assert any_terminal.json("step", ref, "initial", "--by", "Bima")["state"] == "awaiting_signature"
    assert (
        any_terminal("chain", ref, "--initial", "Anto", "--coordination", "Eko", "--sign", "Dian").code == 2
    )


def test_a_promise_later_and_in_the_past(any_terminal, ref: str, names: list[str]) -> None:
    any_terminal.json("chain", ref, "--sign", "Dian")
    letter = any_terminal.json("step", ref, "send_for_review")
    key = str(letter["signature_steps"][0]["id"])
    letter = any_terminal.json("signature", key, "promise", "--promised", "besok 14:00")
    assert letter["signature_steps"][0]["promised_for"].startswith(
        f"{(TODAY + timedelta(days=1)).isoformat()}T14:00"
    )
    late = any_terminal("signature", key, "promise", "--promised", "kemarin 14:00")
    assert (late.code, "dijanjikan" in late.err) == (4, True)
    assert any_terminal("signature", key, "promise").code == 2
    letter = any_terminal.json("signature", key, "promise", "--promised", "-")
    assert letter["signature_steps"][0]["promised_for"] is None


def test_a_stand_in_whose_appointment_is_over(any_terminal, ref: str, names: list[str]) -> None:
    appointed = any_terminal(
        *("officer", "appoint", "Anto Wijaya", "--position", "Camat", "--capacity", "plh"),
        *("--from", (TODAY - timedelta(days=30)).isoformat(), "--to", YESTERDAY.isoformat()),
    )
    assert appointed.code == 0, appointed.err
    refused = any_terminal("chain", ref, "--sign", "Anto", "--sign-as", "plh")
    assert refused.code == 4
    assert "berakhir" in refused.err


def test_an_electronically_signed_file(any_terminal, ref: str, names: list[str], tmp_path) -> None:
    any_terminal.json("chain", ref, "--sign", "Dian")
    any_terminal.json("step", ref, "send_for_review")
    for name, content in (("foto.jpg", b"\xff\xd8"), ("surat.pdf", b"%PDF-1.7 /ByteRange")):
        (tmp_path / name).write_bytes(content)
    assert any_terminal("step", ref, "sign", "--attach", str(tmp_path / "foto.jpg")).code == 4
    letter = any_terminal.json("step", ref, "sign", "--attach", str(tmp_path / "surat.pdf"))
    assert (letter["state"], letter["signed_electronically"]) == ("signed", True)
    assert [each["name"] for each in letter["attachments"]] == ["surat.pdf"]


def test_the_last_step_is_taken_back(any_terminal, ref: str, names: list[str]) -> None:
    assert any_terminal("undo", ref).code == 4
    any_terminal.json("chain", ref, "--sign", "Dian")
    any_terminal.json("step", ref, "send_for_review")
    letter = any_terminal.json("undo", ref)
    assert (letter["state"], steps(letter)[0][3], letter["journal"][-1]["step"]) == (
        "draft",
        "waiting",
        "undone",
    )
    again = any_terminal("undo", ref)
    assert again.code == 4
    assert ref in again.err


def test_a_saved_chain_at_the_terminal(terminal) -> None:
    ref = terminal.json(*OUTGOING)["ref"]
    assert terminal.json("chain", "--models") == {"chain_models": []}
    assert "Belum ada model" in terminal("chain", "--models").out
    typed = ("--initial", "Budi + Citra", "--coordination", "Citra", "--sign", "Endang")
    assert terminal.json("chain", ref, *typed, "--save-model", "Biasa")["ref"] == ref
    [model] = terminal.json("chain", "--models")["chain_models"]
    assert model == {
        "name": "Biasa",
        "kind": "Surat Dinas",
        "unit": "Seksi Pemerintahan",
        "initials": [["Budi Santoso", "Citra Dewi"]],
        "sign": "Endang Lestari, S.Sos.",
    }
    assert "Budi Santoso + Citra Dewi" in terminal("chain", "--models").out
    other = terminal.json(*OUTGOING)["ref"]
    letter = terminal.json("chain", other, "--model", "biasa", "--promised", "2040-11-05 10:00")
    assert steps(letter) == [
        (1, "Budi Santoso", "hierarchy", "waiting"),
        (1, "Citra Dewi", "coordination", "waiting"),
        (2, "Endang Lestari, S.Sos.", "hierarchy", "waiting"),
    ]
    assert letter["signature_steps"][-1]["promised_for"].startswith("2040-11-05T10:00")
    unknown = terminal.refused("chain", other, "--model", "Luar biasa")
    assert unknown["facts"]["candidates"] == ["Biasa"]


@pytest.mark.parametrize(
    "words",
    [
        ("chain",),
        ("chain", "K-2026-1"),
        ("chain", "--sign", "Endang"),
        ("chain", "--model", "Biasa"),
        ("chain", "K-2026-1", "--model", " "),
        ("chain", "K-2026-1", "--model", "Biasa", "--sign", "Endang"),
        ("chain", "K-2026-1", "--model", "Biasa", "--initial", "Budi"),
        ("chain", "K-2026-1", "--model", "Biasa", "--save-model", "Lain"),
        ("chain", "K-2026-1", "--models"),
    ],
)
def test_a_chain_is_typed_or_taken_from_a_model(terminal, words: tuple[str, ...]) -> None:
    said = terminal(*words)
    assert said.code == 2
    assert said.err.strip()
