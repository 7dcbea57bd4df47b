"""A clerk's day at the terminal, as real processes: on both engines, without Qt, in old locales, through pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

# Runs in every Python that is started with this folder on its path: PySide6 is not to be had, as on a bare server.
NO_QT = """
import sys

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} cannot be imported on this machine")

sys.meta_path.insert(0, Wall())
"""


@dataclass
class Shell:
    """Starts `python -m ui` the way `./run` does, in a folder of its own."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __call__(self, *words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        without = self.folder / "without qt"
        without.mkdir(exist_ok=True)
        (without / "sitecustomize.py").write_text(NO_QT, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WARKAT_")}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        environment["PYTHONPATH"] = os.pathsep.join([str(without), str(ROOT)])
        return subprocess.run(
            [sys.executable, "-P", "-m", "ui", *words],
            cwd=self.folder,
            env=environment | self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            input=stdin,
            timeout=60,
            check=False,
        )

    def json(self, *words: str, hint: str = "") -> Any:
        """What a command answers; it says nothing to people beside it but, on some days, a `hint`."""
        done = self(*words, "--json")
        assert done.returncode == 0, done.stderr
        assert done.stderr == "" or (hint and hint in done.stderr), done.stderr
        return json.loads(done.stdout)


def test_a_day_from_an_empty_desk_to_the_report(engine_url: str, tmp_path: Path) -> None:
    shell = Shell(
        tmp_path,
        {"WARKAT_REGISTRY": engine_url, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    )
    assert shell("list").returncode == 1
    assert shell.json("init", "--name", "Kelurahan Tanjung Laut")["made"] is True
    shell.json("officer", "add", "Siti Aminah, S.Sos.", "--position", "Lurah")
    shell.json("officer", "add", "Andi Wijaya", "--position", "Kepala Seksi")
    letter = shell.json(
        *(
            "register",
            "incoming",
            "--sender",
            "Dinas Kesehatan “Sehat”",
            "--number",
            "440/7",
            "--date",
            "kemarin",
        ),
        *("--subject", "Imunisasi é 😀"),
    )
    assert letter["subject"] == "Imunisasi é 😀"
    shell.json("step", letter["ref"], "dispose", "--by", "Siti", "--to", "Andi")
    (waiting,) = shell.json("pending", "dispositions")["pending"]
    for step in ("read", "start", "done"):
        shell.json("disposition", str(waiting["id"]), step)
    shell.json("step", letter["ref"], "complete")
    reply = shell.json(
        *("register", "outgoing", "--to", "Kepala Dinas Kesehatan", "--subject", "Jadwal imunisasi"),
        *(
            "--kind",
            "Surat Pengantar",
            "--reply-to",
            letter["ref"],
            "--field",
            "naskah_1=Jadwal | 1 (satu) lembar |",
        ),
    )
    promised = ("--promised", "besok 10.00")
    chain = ("chain", reply["ref"], "--initial", "Andi", "--sign", "Siti")
    shell.json(*chain, *promised, hint="di luar jam kerja")  # said when tomorrow is a Saturday
    for step in ("send_for_review", "initial", "sign", "give_number", "dispatch"):
        reply = shell.json("step", reply["ref"], step)
    assert reply["state"] == "dispatched"
    assert reply["letter_number"]
    paper = shell.json("write", "surat-pengantar", reply["ref"], "--out", "surat.docx")
    assert (tmp_path / paper["file"]).read_bytes().startswith(b"PK")
    month = letter["received_on"][:7]
    report = shell.json("report", "monthly", month)
    assert (report["registered"], report["finished"], report["closing"]) == (2, 2, 0)
    assert (
        report["opening"] + report["registered"] - report["finished"] - report["cancelled"]
        == report["closing"]
    )
    people = shell("list")
    assert people.returncode == 0
    assert "Imunisasi" in people.stdout, (
        "a letter the terminal cannot show becomes a question mark, nothing breaks"
    )


def test_the_window_is_refused_in_one_sentence_without_qt_or_display(tmp_path: Path) -> None:
    for variables in ({}, {"QT_QPA_PLATFORM": "offscreen"}):
        done = Shell(tmp_path, variables)()
        assert done.returncode == 1
        assert "./run demo" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_sample_office_without_a_window(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    first = shell("demo", "kantor contoh", "--no-window")
    assert first.returncode == 0, first.stderr
    assert "kantor contoh" in first.stdout
    sample = json.loads(shell("demo", "kantor contoh", "--no-window", "--json").stdout)
    assert (sample["made"], sample["letters"]) == (False, 120)
    assert all(Path(each).is_file() for each in sample["papers"])
    listed = json.loads(shell("--registry", sample["registry"], "list", "--overdue", "--json").stdout)
    assert listed["letters"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head there")
def test_a_pipe_that_closes_early_is_quiet(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    sample = json.loads(shell("demo", "kantor", "--no-window", "--json").stdout)
    line = f'"{sys.executable}" -P -m ui --registry "{sample["registry"]}" list --limit 1000 | head -n 1'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/sh", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert "Rujukan" in done.stdout
    assert done.stderr == ""


def test_a_registry_on_a_file_too_large_for_the_disk_keeps_what_it_had(tmp_path: Path) -> None:
    """Linux stops a process's files at a size: the disk ends in the middle of a registration."""
    resource = pytest.importorskip("resource", reason="limits of files are asked for on Linux")
    shell = Shell(tmp_path, {"WARKAT_REGISTRY": str(tmp_path / "buku.sqlite")})
    shell.json("init")
    kept = shell.json("register", "incoming", "--sender", "A", "--subject", "tersimpan")["ref"]
    scan = tmp_path / "pindaian.pdf"
    scan.write_bytes(os.urandom(3_000_000))
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000));"
        "from ui.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            limited,
            "register",
            "incoming",
            "--sender",
            "B",
            "--subject",
            "besar",
            "--attach",
            str(scan),
        ],
        env=os.environ | shell.variables | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert resource is not None
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert [each["ref"] for each in shell.json("list")["letters"]] == [kept]
    assert shell.json("register", "incoming", "--sender", "B", "--subject", "lagi")["agenda_number"] == 2
