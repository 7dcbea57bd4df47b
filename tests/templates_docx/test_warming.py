"""Warming LibreOffice: begun at once, nothing left behind, and a desk without it is no trouble."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from templates_docx.warming import Warming, warm

needs_shebang = pytest.mark.skipif(sys.platform == "win32", reason="stands in for soffice by its first line")


def _program(folder: Path, does: str) -> Path:
    script = folder / "soffice"
    script.write_text(
        f"#!{sys.executable}\nimport pathlib, subprocess, sys, time\n{does}\n", encoding="utf-8"
    )
    script.chmod(0o755)
    return script


@needs_shebang
def test_it_is_begun_without_waiting_and_ended_with_its_children(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import pathlib,time\nwhile True: pathlib.Path({str(alive)!r}).touch(); time.sleep(0.05)"
    began = time.monotonic()
    under_way = Warming(_program(tmp_path, f"subprocess.run([sys.executable, '-c', {child!r}])"))
    assert time.monotonic() - began < 0.5
    while not alive.exists():
        time.sleep(0.05)
    assert not under_way.settled
    under_way.stop()
    time.sleep(0.3)
    seen = alive.stat().st_mtime_ns
    time.sleep(0.3)
    assert alive.stat().st_mtime_ns == seen, "the child lives on"
    assert under_way.settled
    under_way.stop()


@needs_shebang
def test_what_it_wrote_is_gone_when_it_is_over(tmp_path: Path) -> None:
    where = tmp_path / "where"
    under_way = Warming(
        _program(tmp_path, f"pathlib.Path({str(where)!r}).write_text(str(pathlib.Path.cwd()))")
    )
    while not under_way.settled:
        time.sleep(0.05)
    folder = Path(where.read_text())
    assert folder.name.startswith("warkat-warm-")
    assert not folder.exists()


def test_a_program_that_cannot_be_started_is_no_trouble(tmp_path: Path) -> None:
    assert Warming(tmp_path / "soffice").settled


@pytest.mark.libreoffice
def test_the_real_one_reads_what_a_paper_needs() -> None:
    under_way = warm()
    assert under_way is not None
    made = under_way._folder / "out" / "1.pdf"
    deadline = time.monotonic() + 60
    while not made.is_file() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert made.is_file()
    under_way.stop()
    assert not under_way._folder.exists()
