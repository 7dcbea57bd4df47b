"""Accounts at the terminal: from the first one on nothing is done unsigned, and no password is ever shown."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.conftest import Said, Terminal
from ui import cli

PASSWORD = "kata sandi rini"
OTHER = "kata sandi lain"


@pytest.fixture
def said_password(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """What a script puts into its environment."""

    def say(password: str | None, new: str | None = None) -> None:
        for name, value in (("WARKAT_PASSWORD", password), ("WARKAT_NEW_PASSWORD", new)):
            monkeypatch.delenv(name, raising=False)
            if value is not None:
                monkeypatch.setenv(name, value)

    say(PASSWORD)
    return say


def unnamed(terminal: Terminal, *words: str) -> Said:
    """A command without --as."""
    terminal.capsys.readouterr()
    code = cli.main(["--registry", terminal.url, *words], open_window=lambda _url, _actor: 0)
    said = terminal.capsys.readouterr()
    return Said(code, said.out, said.err)


def users(document: Any) -> dict[str, Any]:
    return {each["name"]: each for each in document["users"]}


def test_an_office_without_accounts_asks_for_nothing(terminal: Terminal) -> None:
    assert unnamed(terminal, "list").code == 0
    assert terminal.json("user", "list") == {"users": []}
    assert "Belum ada akun" in terminal("user", "list").out


def test_the_first_account_locks_the_register(any_terminal: Terminal, said_password: Any) -> None:
    document = any_terminal.json("user", "add", "rini", "--role", "administrator", "--officer", "Endang")
    rini = users(document)["rini"]
    assert rini.pop("created_at").startswith("20")
    assert rini == {
        "name": "rini",
        "role": "administrator",
        "officer": "Endang Lestari, S.Sos.",
        "clearance": "sangat_rahasia",
        "active": True,
    }
    for words in (["list"], ["user", "list"], ["init"], ["report", "monthly", "2026-10", "--out", "x"]):
        said = unnamed(any_terminal, *words)
        assert said.code == 4, words
        assert "--as" in said.err
    assert any_terminal("list").code == 0


def test_a_wrong_password_and_a_wrong_name_are_refused_alike(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    said_password(OTHER)
    wrong = terminal.refused("list")
    said_password(PASSWORD)
    unknown = terminal.refused("--as", "rina", "list")
    assert wrong == unknown
    assert wrong["rule"] == "sign_in_refused"


def test_neither_terminal_nor_variable(terminal: Terminal, said_password: Any) -> None:
    said_password(None)
    said = terminal("user", "add", "rini", "--role", "clerk")
    assert said.code == 2
    assert "WARKAT_PASSWORD" in said.err
    said_password(PASSWORD)
    assert terminal("user", "add", "rini", "--role", "clerk").code == 0
    said_password(None)
    assert terminal("list").code == 2


def test_a_first_account_that_is_a_clerk_warns_and_locks_nobody_out(
    terminal: Terminal, said_password: Any
) -> None:
    first = terminal("user", "add", "rini", "--role", "clerk")
    assert "--as" in first.err
    assert "Belum ada pengelola" in first.err
    second = terminal("user", "add", "adm", "--role", "administrator")
    assert second.code == 0
    assert "Belum ada pengelola" not in second.err
    assert terminal.refused("user", "add", "wati", "--role", "clerk")["rule"] == "right_missing"


def test_a_script_may_give_the_new_password_apart(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    assert "sama dengan WARKAT_PASSWORD" in terminal("user", "add", "wati", "--role", "clerk").err
    said_password(PASSWORD, OTHER)
    added = terminal("user", "add", "budi", "--role", "clerk")
    assert (added.code, added.err) == (0, "")
    said_password(OTHER)
    assert terminal("--as", "budi", "list").code == 0


def test_a_password_is_changed(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    terminal.json("user", "add", "wati", "--role", "clerk")
    assert terminal.refused("user", "password", "rini")["rule"] == "password_unchanged"
    said_password(PASSWORD, OTHER)
    assert terminal.refused("--as", "wati", "user", "password", "rini")["rule"] == "right_missing"
    assert terminal("--as", "wati", "user", "password", "wati").code == 0
    said_password(PASSWORD)
    assert terminal.refused("--as", "wati", "list")["rule"] == "sign_in_refused"
    said_password(PASSWORD, "12345")
    assert terminal.refused("user", "password", "wati")["rule"] == "password_too_short"


def test_disabling_and_enabling(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    terminal.json("user", "add", "wati", "--role", "clerk", "--clearance", "Sangat-Rahasia")
    assert terminal.refused("user", "disable", "rini")["rule"] == "last_administrator"
    assert not users(terminal.json("user", "disable", "wati"))["wati"]["active"]
    assert "nonaktif" in terminal("user", "list").out
    assert terminal.refused("--as", "wati", "list")["rule"] == "account_disabled"
    assert users(terminal.json("user", "enable", "WATI"))["wati"]["active"]
    assert users(terminal.json("user", "list"))["wati"]["clearance"] == "sangat_rahasia"
    assert terminal.refused("user", "disable", "tidak ada")["rule"] == "account_not_found"


def test_an_account_is_changed(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    terminal.json("user", "add", "wati", "--role", "clerk")
    changed = terminal.json("user", "change", "wati", "--role", "head", "--officer", "Budi")
    wati = users(changed)["wati"]
    assert (wati["role"], wati["officer"], wati["clearance"]) == ("head", "Budi Santoso", "terbatas")
    assert users(terminal.json("user", "change", "wati", "--officer", ""))["wati"]["officer"] is None
    assert terminal("user", "change", "wati").code == 2


def test_who_signs_in_stands_in_the_journal_and_has_the_role(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "Rini", "--role", "administrator")
    for role in ("clerk", "secretary"):
        terminal.json("user", "add", role, "--role", role)
    letter = terminal.json(
        *("--as", "CLERK", "register", "outgoing", "--to", "Camat", "--subject", "Undangan"),
        *("--kind", "Surat Dinas"),
    )
    ref = letter["ref"]
    assert [each["by"] for each in letter["journal"]] == ["clerk"]
    terminal.json("--as", "clerk", "chain", ref, "--initial", "Budi", "--sign", "Endang")
    sent = terminal.json("--as", "clerk", "step", ref, "send_for_review")
    waiting = str(sent["signature_steps"][0]["id"])
    skip = ("signature", waiting, "skip", "--by", "Endang", "--note", "cuti")
    refused = terminal.refused("--as", "clerk", *skip)
    assert refused["rule"] == "step_not_yours"
    assert refused["facts"]["roles"] == ["administrator", "secretary"]
    assert terminal.json("--as", "secretary", *skip)["state"] == "awaiting_signature"


def test_settings_belong_to_the_administrator_lists_to_the_secretary_too(
    terminal: Terminal, said_password: Any, tmp_path: Path
) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    for role in ("clerk", "secretary"):
        terminal.json("user", "add", role, "--role", role)
    codes = tmp_path / "kode.csv"
    codes.write_text("Kode,Uraian\n999,Uji coba\n", encoding="utf-8")
    for words in (["unit", "add", "Arsip"], ["import", "codes", str(codes)]):
        assert terminal.refused("--as", "clerk", *words)["rule"] == "right_missing"
        assert terminal("--as", "secretary", *words).code == 0
    for role in ("clerk", "secretary"):
        assert terminal.refused("--as", role, "office", "set", "place", "Bontang")["rule"] == "right_missing"
    assert terminal("office", "set", "place", "Bontang").code == 0


def test_no_password_and_no_hash_is_shown(terminal: Terminal, said_password: Any) -> None:
    terminal.json("user", "add", "rini", "--role", "administrator")
    for words in (["user", "list"], ["user", "list", "--json"], ["user", "disable", "rini", "--json"]):
        said = terminal(*words)
        assert PASSWORD not in said.out + said.err
        assert "scrypt" not in said.out + said.err


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_password_is_typed_at_the_terminal_twice_and_not_seen(terminal: Terminal) -> None:
    import pty

    def typed(*lines: str, words: tuple[str, ...]) -> tuple[int, str]:
        mine, theirs = pty.openpty()
        command = [sys.executable, "-m", "ui", "--registry", terminal.url, "--as", "rini", *words]
        program = subprocess.Popen(
            command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        seen = b""
        for line in lines:
            prompt = b""
            while not prompt.endswith(b": "):
                prompt += os.read(mine, 1000)
            seen += prompt
            os.write(mine, line.encode() + b"\n")
        out, _err = program.communicate(timeout=60)
        with contextlib.suppress(OSError):  # the other end is gone
            while chunk := os.read(mine, 1000):
                seen += chunk
        os.close(mine)
        return program.returncode, (out + seen).decode()

    code, seen = typed(PASSWORD, OTHER, words=("user", "add", "rini", "--role", "administrator"))
    assert code == 4
    assert "tidak sama" in seen
    code, seen = typed(PASSWORD, PASSWORD, words=("user", "add", "rini", "--role", "administrator"))
    assert code == 0, seen
    assert PASSWORD not in seen
    code, seen = typed(PASSWORD, words=("user", "list", "--json"))
    assert code == 0, seen
    assert PASSWORD not in seen
    assert json.loads(seen[: seen.rindex("}") + 1])["users"][0]["name"] == "rini"
