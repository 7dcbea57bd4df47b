"""A stranger's template is filled in a child behind walls: what it cannot do, and that the program lives on."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from correspondence.errors import Refused
from templates_docx import apart_child
from templates_docx.apart import Manner, check_apart, is_shipped, write_papers
from templates_docx.catalogue import PAPERS
from templates_docx.check import check_template
from tests.templates_docx.making import template, text_of
from tests.templates_docx.test_hardened import ATTACKS, CONTEXT

ROOT = Path(apart_child.__file__).parents[1]


def test_an_own_template_is_written_in_the_child_as_here(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ nama }} & {{ isian.nik }}{% if isian.lain %}!{% endif %}")
    papers = write_papers(path, [{"nama": f"<é{n}>"} for n in range(3)], Manner(own_blank="...."))
    assert [text_of(each) for each in papers] == [f"<é{n}> & ...." for n in range(3)]


@pytest.mark.parametrize(
    "attack", [ATTACKS[0], ATTACKS[12], ATTACKS[16], ATTACKS[32], "{{ 'x' * 300000000 }}"]
)
def test_attacks_are_refused_from_the_child_too(attack: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        write_papers(template(tmp_path, attack), [CONTEXT], Manner())
    assert caught.value.rule.startswith("template_")
    assert caught.value.facts["path"]


def test_progress_and_cancelling(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ n }}")
    seen: list[tuple[int, int]] = []

    def told(done: int, every: int) -> bool:
        seen.append((done, every))
        return done < 3

    assert len(write_papers(path, [{"n": n} for n in range(50)], Manner(), told=told)) == 3
    assert seen == [(1, 50), (2, 50), (3, 50)]


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(Refused) as caught:
        write_papers(template(tmp_path, "{{ n }}"), [{"n": 1}], Manner(), seconds=-0.45)
    assert caught.value.rule == "template_endless"
    assert time.monotonic() - began < 5


def test_what_is_found_in_a_foreign_file_is_the_same(tmp_path: Path) -> None:
    path = template(tmp_path, "Nomor {{ surat.nmor }}", "{% if x %}")
    assert check_apart(path, "") == check_template(path, "").problems
    (tmp_path / "bukan.docx").write_bytes(b"bukan")
    assert [each.problem for each in check_apart(tmp_path / "bukan.docx", "")] == ["template_not_docx"]


def test_only_unchanged_shipped_templates_are_trusted() -> None:
    content = PAPERS["surat-dinas"].shipped.read_bytes()
    assert is_shipped(content)
    assert not is_shipped(content + b"\0")


def _behind_walls(code: str) -> subprocess.CompletedProcess[str]:
    """Runs `code` where the walls stand, as if a template had got out of its environment."""
    begin = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; import socket, subprocess, os\n"
        "from templates_docx.limits import lay_walls, Forbidden\n"
        "lay_walls((Path(sys.prefix), Path(sys.base_prefix), Path(sys.argv[1])))\n"
    )
    return subprocess.run(
        [sys.executable, "-I", "-c", f"{begin}{code}", str(ROOT)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "escape",
    [
        "socket.create_connection(('127.0.0.1', {port}))",
        "open('{secret}').read()",
        "os.open('{secret}', os.O_RDONLY)",
        "open('{folder}/new', 'w')",
        "open(sys.argv[1] + '/new', 'w')",
        "Path('{secret}').unlink()",
        "os.rename('{secret}', '{folder}/x')",
        "subprocess.run(['true'])",
        "os.system('true')",
        "import ctypes; ctypes.CDLL(None)",
    ],
)
def test_code_that_got_out_reaches_nothing(escape: str, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = _behind_walls(escape.format(secret=secret, folder=tmp_path, port=port))
    assert done.returncode != 0
    assert "Forbidden" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["rahasia.txt"]


def test_memory_has_an_end() -> None:
    done = _behind_walls("x = []\nwhile True: x.append(bytearray(50_000_000))")
    assert done.returncode != 0
    assert "MemoryError" in done.stderr or done.returncode == 71
