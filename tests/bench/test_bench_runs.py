"""Every benchmark runs to its end and says a ratio; how good that is, no test asks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "bench"
SHARED = {"__init__", "harness", "letters"}


@pytest.mark.parametrize("name", sorted(path.stem for path in BENCH.glob("*.py") if path.stem not in SHARED))
def test_a_benchmark_says_its_ratios_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, BENCH / f"{name}.py", "--letters", "200", "--repeats", "1"],
        cwd=tmp_path,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"ratio .+: \d+\.\d+ × .*goal (NOT )?met", done.stdout), done.stdout
    assert not list(tmp_path.glob("warkat-bench-*"))
