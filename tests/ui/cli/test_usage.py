"""How the terminal is spoken to: wrong words, languages, the one document, the window, how it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui import cli
from ui.cli.commands import build_parser

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show"], "masih kurang: REF"),
        (["fly"], "tidak mengenal 'fly'"),
        (["register", "incoming", "--sender", "x"], "masih kurang: --subject"),
        (["list", "--limit", "many"], "--limit tidak dapat berisi 'many'"),
        (["list", "--limit", "0"], "--limit tidak dapat berisi '0'"),
        (["list", "--colour", "red"], "Tidak dikenal: --colour red"),
        (["show", "M-2026-1", "--lang"], "--lang harus diikuti satu isian"),
        (["step", "M-2026-1", "fly"], "STEP tidak mengenal 'fly'"),
        (["list", "--state", "draft", "--direction", "incoming"], "tidak ada di buku"),
        (["register", "outgoing", "--to", "x", "--subject", "y", "--kind", "z", "--field", "a"], "NAMA=ISI"),
        (["report", "monthly", "2026-10", "--out", "x", "--format", "odt"], "tidak mengenal “odt”"),
        (["write", "surat-pengantar", "K-2026-1", "--out", "x.odt"], ".docx atau .pdf"),
        (["list", "--overdu"], "Tidak dikenal: --overdu"),
        (["report", "yearly", "20x7"], "Tahun “20x7” tidak terbaca; tulis misalnya 2017."),
    ],
)
def test_wrong_words_are_told_in_a_sentence(terminal, words: list[str], sentence: str) -> None:
    said = terminal(*words)
    assert said.code == 2
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("subject", ["-2+3", "-5", "- tanpa judul", "-a"])
def test_a_value_may_begin_with_a_dash(terminal, subject: str) -> None:
    letter = terminal.json("register", "incoming", "--sender", "x", "--subject", subject)
    assert letter["subject"] == subject


def test_a_value_that_looks_like_an_option_is_told_how_to_be_written(terminal) -> None:
    said = terminal("register", "incoming", "--sender", "x", "--subject", "--penting--")
    assert said.code == 2
    assert "--subject=ISIAN" in said.err
    assert terminal.json("register", "incoming", "--sender", "x", "--subject=--penting--")["subject"]


@pytest.mark.parametrize("words", [["%"], ['"'], [""], ["_", "-"]])
def test_a_search_without_a_word_asks_for_one(terminal, words: list[str]) -> None:
    error = terminal.refused("search", *words)
    assert (error["rule"], error["field"]) == ("words_missing", "words")
    assert "satu kata" in error["sentence"]


@pytest.mark.parametrize("words", [["list"], ["search", "rapat"]])
def test_a_period_that_runs_backwards_is_refused(terminal, words: list[str]) -> None:
    error = terminal.refused(*words, "--from", "5-6-2026", "--to", "4-6-2026")
    assert (error["rule"], error["field"]) == ("period_backwards", "first")
    assert terminal.json(*words, "--from", "5-6-2026", "--to", "5-6-2026")["letters"] == []


def test_a_folder_that_is_missing_is_named_before_anything_is_printed(terminal, tmp_path) -> None:
    ref = terminal.json("register", "incoming", "--sender", "x", "--subject", "y")["ref"]
    missing = tmp_path / "tidak ada"
    said = terminal("write", "lembar-disposisi", ref, "--out", str(missing / "x.docx"), "--json")
    assert (said.code, said.document["error"]["reason"]) == (2, "folder_missing")
    assert f"Folder {missing} tidak ada; buat dulu" in said.err
    assert [each["step"] for each in terminal.json("show", ref)["journal"]] == ["registered"]


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite:/x.db:://", "http://x"])
def test_a_registry_of_an_unknown_sort_is_wrong_usage(new_terminal, url: str) -> None:
    said = new_terminal(url)("list", "--json")
    assert (said.code, said.document["error"]["reason"]) == (2, "registry_url_unknown")


def test_wrong_words_are_one_document_too(terminal) -> None:
    said = terminal("show", "--json")
    assert said.code == 2
    assert said.document["error"]["kind"] == "usage"
    assert said.document["error"]["sentence"] == said.err.strip()


def test_json_is_asked_for_before_or_after_the_command(terminal) -> None:
    before, after = terminal("--json", "unit", "list"), terminal("unit", "list", "--json")
    assert before.document == after.document
    assert before.document["units"][0]["name"] == "Seksi Pemerintahan"
    assert before.err == ""


def test_the_registry_and_the_actor_may_stand_after_the_command(terminal, new_terminal, tmp_path) -> None:
    elsewhere = new_terminal(f"sqlite:///{(tmp_path / 'none.sqlite').as_posix()}")
    said = elsewhere("unit", "add", "Umum", "--registry", terminal.url, "--as", "joko")
    assert said.code == 0
    assert "Umum" in terminal("unit", "list").out


def test_english_is_spoken_when_asked(terminal) -> None:
    assert "missing" in terminal("--lang", "en", "show").err
    assert "kurang" in terminal("show").err


def test_help_and_version_are_no_errors(terminal, capsys) -> None:
    for words in (["--help"], ["register", "incoming", "--help"]):
        with pytest.raises(SystemExit) as left:
            terminal(*words)
        assert left.value.code == 0
        assert "Pemakaian" in capsys.readouterr().out
    assert terminal("--version").out.startswith("warkat ")


def test_without_a_command_the_window_opens(terminal) -> None:
    assert terminal().code == 0
    assert terminal.windows == [(terminal.url, "rini")]


def test_every_command_of_the_manual_is_there() -> None:
    parser = build_parser()
    for words in (
        *("init", "demo", "demo DIR --no-window", "show M-1", "list", "search a b --limit 3"),
        *("import letters F --direction incoming --dry-run", "import codes F", "import holidays F"),
        (
            "register incoming --sender S --number N --date D --subject T --received D --urgency sangat_segera"
            " --secrecy sangat_rahasia --code C --enclosures E --attach F --attach G"
        ),
        "register outgoing --to S --subject T --kind K --unit U --code C --reply-to M-1 --field A=B --field C=D",
        "step M-1 dispose --by A --note T --on D --to A B --to C --lead A --instruction T --instruction U --due D",
        "step K-1 confirm_delivery --received-by A",
        "chain K-1 --initial A --initial B --sign C --promised D",
        "disposition 1 forward --by A --to B --note T",
        "signature 1 reassign --by A --to B --note T",
        *(
            "office show",
            "office set KEY VALUE",
            "officer list",
            "officer appoint A --position P --capacity plh",
        ),
        "officer add A --position P --unit U --nip N --rank R --phone T",
        *("unit add A", "unit list", "kind add A --template F", "kind list"),
        "list --direction incoming --state filed --unit U --from D --to D --overdue",
        *("pending signatures", "pending dispositions", "write surat-pengantar K-1 --out F.pdf"),
        "report monthly 2026-10 --unit U --out D --format docx,pdf,xlsx,json",
        *("report yearly 2017", "template list", "template check F", "template fields K"),
    ):
        assert parser.parse_args([*words.split(), "--json"]).json


def test_a_defect_shows_its_traceback_and_a_report(capsys) -> None:
    def broken(url: str, actor: str) -> int:
        raise ZeroDivisionError(f"{url} {actor}")

    assert cli.main(["--registry", "sqlite:///x"], open_window=broken) == 1
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "tetap aman" in said.err
    assert cli.main(["--registry", "sqlite:///x", "--json"], open_window=broken) == 1
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "defect"


def test_stopping_it_is_quiet(capsys) -> None:
    def stopped(url: str, actor: str) -> int:
        raise KeyboardInterrupt

    assert cli.main([], open_window=stopped) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_strange_letter_does_not_break_an_old_terminal(monkeypatch) -> None:
    old = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", old)
    assert cli.main(["--version"], open_window=lambda _url, _actor: 0) == 0
    cli._write({"subject": "Kunjungan ke Kalédo 😀"})
    old.flush()
    assert b"?" in old.buffer.getvalue()  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is reported otherwise there")
def test_a_reader_who_has_had_enough_is_no_error(monkeypatch, tmp_path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as broken:  # noqa: PTH123 - a file descriptor
        monkeypatch.setattr(sys, "stdout", broken)
        assert cli.main(["--version"], open_window=lambda _url, _actor: 0) == 1


def test_the_actor_is_the_systems_user_when_nobody_is_named(monkeypatch, sqlite_url: str, capsys) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "siti")
    seen: list[str] = []

    def window(url: str, actor: str) -> int:
        seen.append(actor)
        return 0

    run: Callable[[list[str]], int] = lambda words: cli.main(words, open_window=window)  # noqa: E731
    assert run([]) == 0
    assert seen == ["siti"]


def test_the_terminal_starts_without_what_only_papers_need() -> None:
    heavy = "{'docx', 'docxtpl', 'holidays', 'jinja2', 'lxml', 'openpyxl', 'psycopg', 'pypdfium2', 'reportlab', 'PySide6'}"
    look = f"import sys, ui.__main__; print({heavy} & {{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "set()"
