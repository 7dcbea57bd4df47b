"""Bad input and bad days at the terminal: one clear sentence, the right exit code, nothing typed or stored is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.migrations import RECORD
from ui.settings import Settings, read_settings

INCOMING = ["register", "incoming", "--sender", "Dinas Pendidikan", "--number", "005/12"]
NEXT_YEAR = (date.today() + timedelta(days=400)).isoformat()  # noqa: DTZ011 - whatever the year is


def _with(words: list[str]) -> list[str]:
    """INCOMING with these options; one that it has already is replaced, for it may stand once."""
    family, options = INCOMING[:2], [*INCOMING[2:], *words]
    chosen = dict(zip(options[::2], options[1::2], strict=True))
    return [*family, *(word for pair in chosen.items() for word in pair)]


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


@pytest.mark.parametrize(
    ("words", "rule", "field"),
    [
        (["--subject", "x", "--date", "31-2-2026"], "date_impossible", "letter_date"),
        (["--subject", "x", "--date", "05-06-20026"], "date_unreadable", "letter_date"),
        (["--subject", "x", "--date", "besok lusa"], "date_unreadable", "letter_date"),
        (["--subject", "x", "--received", "13/13/2026"], "date_impossible", "received_on"),
        (["--subject", ""], "subject_missing", "subject"),
        (["--subject", " \t\n"], "subject_missing", "subject"),
        (["--subject", "x", "--received", NEXT_YEAR], "date_in_future", "received_on"),
        (["--subject", "x", "--date", NEXT_YEAR], "date_in_future", "letter_date"),
        (
            ["--subject", "x", "--date", "5-6-2025", "--received", "4-6-2025"],
            "received_before_written",
            "received_on",
        ),
        (["--subject", "x", "--number", "9" * 500], "text_too_long", "letter_number"),
        (["--subject", "x" * 5000], "text_too_long", "subject"),
        (["--subject", "x", "--sender", ""], "sender_missing", "sender"),
        (["--subject", "x", "--reply-to", "?"], "reference_unreadable", "ref"),
    ],
)
def test_what_cannot_be_a_letter_is_refused_and_takes_no_number(terminal, words, rule, field) -> None:
    error = terminal.refused(*_with(words))
    assert (error["rule"], error["field"]) == (rule, field)
    assert terminal.json("list")["letters"] == []
    assert terminal.json(*INCOMING, "--subject", "yang benar")["agenda_number"] == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<img src=x onerror=alert(1)> & <b>", "<img src=x onerror=alert(1)> & <b>"),
        ("=cmd|'/C calc'!A1", "=cmd|'/C calc'!A1"),
        ("satu\x1b[31mdua\ntiga\x07", "satu[31mdua tiga"),
        ("'; DROP TABLE letter; --", "'; DROP TABLE letter; --"),
        ("Rapat “é” 😀 \u202e", "Rapat “é” 😀"),
    ],
)
def test_odd_subjects_are_kept_as_typed_and_shown_harmless(any_terminal, typed: str, kept: str) -> None:
    ref = any_terminal.json(*INCOMING, "--subject", typed)["ref"]
    assert any_terminal.json("show", ref)["subject"] == kept.strip()
    shown = any_terminal("show", ref).out
    assert all(each == "\n" or each.isprintable() for each in shown), "nothing moves the cursor"
    assert any_terminal.json("list")["letters"][0]["subject"] == kept.strip()


def test_a_folder_instead_of_a_file(terminal, tmp_path) -> None:
    for words in (
        ["import", "letters", str(tmp_path)],
        ["import", "codes", str(tmp_path)],
        [*INCOMING, "--subject", "x", "--attach", str(tmp_path)],
    ):
        said = terminal(*words, "--json")
        assert said.code == 2
        assert said.document["error"]["reason"] == "file_is_folder"
        assert "adalah folder" in said.err
    assert terminal.json("list")["letters"] == []


def test_a_file_that_is_not_there_or_empty(terminal, tmp_path) -> None:
    missing, empty = tmp_path / "tidak ada.csv", tmp_path / "kosong.csv"
    empty.write_bytes(b"")
    assert terminal("import", "letters", str(missing)).code == 2
    assert terminal.refused("import", "letters", str(empty))["rule"] == "file_empty"
    assert terminal.refused(*INCOMING, "--subject", "x", "--attach", str(empty))["rule"] == "attachment_empty"
    assert terminal("template", "check", str(missing)).code == 4


def test_a_place_that_cannot_be_written(terminal, tmp_path) -> None:
    taken = tmp_path / "laporan"
    taken.write_text("sudah ada", encoding="utf-8")
    said = terminal("report", "monthly", "2026-10", "--out", str(taken), "--format", "json")
    assert said.code == 2
    assert "adalah berkas, bukan folder" in said.err
    assert taken.read_text(encoding="utf-8") == "sudah ada"


@pytest.mark.parametrize(
    "words", [["show", "M-2026-1"], ["list"], ["report", "yearly", "2026"], ["unit", "list"]]
)
def test_a_registry_that_is_not_there(new_terminal, sqlite_url: str, words: list[str]) -> None:
    said = new_terminal(sqlite_url)(*words, "--json")
    assert said.code == 1
    assert said.document["error"]["reason"] == "registry_missing"
    assert "warkat init" in said.err
    assert not file_of(sqlite_url).exists(), "only init makes a registry"


@pytest.mark.parametrize(
    "content", [b"Ini catatan belanja.\n" * 40, b"\x00" * 4096, b"PK\x03\x04" + b"x" * 999]
)
def test_a_file_that_is_no_registry(new_terminal, sqlite_url: str, content: bytes) -> None:
    file_of(sqlite_url).write_bytes(content)
    for words in (["list"], ["init"]):
        said = new_terminal(sqlite_url)(*words, "--json")
        assert said.code == 1
        assert said.document["error"]["reason"] == "registry_not_one"
    assert file_of(sqlite_url).read_bytes() == content


def test_somebody_elses_database(new_terminal, sqlite_url: str) -> None:
    with closing(sqlite3.connect(file_of(sqlite_url))) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
        other.commit()
    said = new_terminal(sqlite_url)("init", "--json")
    assert (said.code, said.document["error"]["reason"]) == (1, "registry_not_one")


def test_a_registry_newer_than_the_program(terminal) -> None:
    ref = terminal.json(*INCOMING, "--subject", "x")["ref"]
    with closing(sqlite3.connect(file_of(terminal.url))) as kept:
        columns = [row[1] for row in kept.execute(f"PRAGMA table_info({RECORD})")]
        newest = kept.execute(f"SELECT * FROM {RECORD} ORDER BY number DESC").fetchone()
        of_tomorrow = [
            9999 if name == "number" else value for name, value in zip(columns, newest, strict=True)
        ]
        kept.execute(f"INSERT INTO {RECORD} VALUES ({', '.join('?' for _ in columns)})", of_tomorrow)
        kept.commit()
    said = terminal("show", ref, "--json")
    assert (said.code, said.document["error"]["reason"]) == (1, "registry_newer")
    assert "lebih baru" in said.err


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root on Linux can have one made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if (
        mount is None
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "none", disk], check=False).returncode
    ):
        pytest.skip("a small disk of its own is made by root on Linux only")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_full(tiny_disk, new_terminal, tmp_path) -> None:
    terminal = new_terminal(f"sqlite:///{(tiny_disk / 'registri.sqlite').as_posix()}")
    assert terminal("init").code == 0
    stored, scan = [], tmp_path / "pindaian.pdf"
    for number in range(1, 40):
        scan.write_bytes(os.urandom(60_000))
        said = terminal(*INCOMING, "--subject", f"surat {number}", "--attach", str(scan), "--json")
        if said.code:
            break
        stored.append(said.document["ref"])
    assert (said.code, said.document["error"]["reason"]) == (1, "disk_full")
    assert "penuh" in said.err
    assert len(said.err.splitlines()) == 1
    listed = terminal.json("list")["letters"]
    assert [each["ref"] for each in reversed(listed)] == stored
    assert stored


def test_a_disk_without_room_for_the_files_beside_the_registry(tiny_disk, new_terminal) -> None:
    terminal = new_terminal(f"sqlite:///{(tiny_disk / 'registri.sqlite').as_posix()}")
    assert terminal("init").code == 0
    with (tiny_disk / "besar").open("wb", buffering=0) as big, contextlib.suppress(OSError):
        while True:
            big.write(b"x" * 1024)
    for words in (["list"], [*INCOMING, "--subject", "x"]):
        said = terminal(*words, "--json")
        assert (said.code, said.document["error"]["reason"]) == (1, "disk_full")


def test_a_registry_that_may_only_be_read(tiny_disk, new_terminal) -> None:
    terminal = new_terminal(f"sqlite:///{(tiny_disk / 'registri.sqlite').as_posix()}")
    assert terminal("init").code == 0
    ref = terminal.json(*INCOMING, "--subject", "aman")["ref"]
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    said = terminal(*INCOMING, "--subject", "x", "--json")
    assert (said.code, said.document["error"]["reason"]) == (1, "registry_read_only")
    assert "hanya dapat dibaca" in said.err
    assert [each["ref"] for each in terminal.json("list")["letters"]] == [ref]
    assert terminal.json("show", ref)["subject"] == "aman"
    assert terminal("report", "monthly", "2026-10").code == 0
    assert terminal("init").code == 0, "there is one, and nothing of it is missing"
    subprocess.run(["mount", "-o", "remount,rw", tiny_disk], check=True)
    assert [each["ref"] for each in terminal.json("list")["letters"]] == [ref]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no write bit there")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")
def test_a_registry_without_a_write_bit(terminal) -> None:
    file = file_of(terminal.url)
    file.chmod(0o444)
    said = terminal(*INCOMING, "--subject", "x", "--json")
    file.chmod(0o644)
    assert (said.code, said.document["error"]["reason"]) == (1, "registry_read_only")


def test_a_server_that_does_not_answer(new_terminal) -> None:
    pytest.importorskip("psycopg")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    url = f"postgresql://rini:rahasia-sekali@127.0.0.1:{port}/warkat"
    said = new_terminal(url)("list", "--json")
    assert (said.code, said.document["error"]["reason"]) == (1, "server_unreachable")
    assert "tidak menjawab" in said.err
    assert f"127.0.0.1:{port}" in said.err
    assert "rahasia-sekali" not in said.err + said.out


def test_a_url_nobody_knows(new_terminal) -> None:
    said = new_terminal("mysql://localhost/warkat")("list", "--json")
    assert (said.code, said.document["error"]["reason"]) == (2, "registry_url_unknown")


def test_a_damaged_settings_file_is_a_first_day(terminal, tmp_path) -> None:
    broken = tmp_path / "meja.json"
    broken.write_text("{halah", encoding="utf-8")
    assert read_settings(broken) == Settings()


def test_the_old_registry_is_untouched_by_a_failed_command(terminal) -> None:
    ref = terminal.json(*INCOMING, "--subject", "aman")["ref"]
    copy = file_of(terminal.url).with_name("salinan.sqlite")
    shutil.copy(file_of(terminal.url), copy)
    terminal.refused("step", ref, "complete")
    terminal.refused("step", ref, "cancel")
    assert terminal.json("show", ref)["version"] == 1
