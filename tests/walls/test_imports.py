"""What really happens when a room is entered: the contracts in pyproject.toml read the text, these run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("correspondence", "db", "templates_docx", "ui")

# Wanted when a paper is asked for, not when the window opens: together they cost more than the window itself.
PAPER_LIBRARIES = ("docx", "docxtpl", "holidays", "jinja2", "lxml", "openpyxl", "pypdfium2", "reportlab")

ENTER = """
import importlib, json, sys

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in json.loads(sys.argv[1]):
            raise ImportError(f"{name} cannot be imported on this machine")

sys.meta_path.insert(0, Wall())
for name in json.loads(sys.argv[2]):
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def modules() -> list[str]:
    files = (path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return sorted(".".join(file.with_suffix("").parts).removesuffix(".__init__") for file in files)


def is_on_screen(module: str) -> bool:
    return module in {"ui.__main__", "ui.background", "ui.archive_worker"} or (module + ".").startswith(
        "ui.screen."
    )


def enter(names: list[str], *, without: tuple[str, ...] = ()) -> set[str]:
    """Imports `names` in a new process where `without` cannot be imported; returns the top packages it then holds."""
    done = subprocess.run(
        [sys.executable, "-c", ENTER, json.dumps(without), json.dumps(names)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_everything_but_the_screen_works_where_qt_cannot_be_imported() -> None:
    held = enter([name for name in modules() if not is_on_screen(name)], without=("PySide6", "shiboken6"))
    assert "correspondence" in held


def test_the_entrance_can_be_entered_where_qt_cannot_be_imported() -> None:
    enter([name for name in modules() if name == "ui.__main__"], without=("PySide6", "shiboken6"))


def test_the_office_needs_nothing_that_python_does_not_bring() -> None:
    held = enter([name for name in modules() if name.partition(".")[0] == "correspondence"])
    installed = set(PAPER_LIBRARIES) | {"PySide6", "peewee", "platformdirs", "playhouse", "psycopg"}
    assert not held & installed


# What the window's frame is made of; the rest is loaded while a person looks at it.
FIRST_PAINT = """
import json, os, sys
from PySide6.QtCore import QTimer
from ui.__main__ import main
from ui.screen import main_window

def speak():
    qt = ["PySide6.QtCore.Qt"] if "Qt" in vars(sys.modules["PySide6.QtCore"]) else []
    print(json.dumps(sorted(sys.modules) + qt), flush=True)
    os._exit(0)

class Watched(main_window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, speak)

main_window.MainWindow = Watched
main(["--registry", sys.argv[1], "--as", "siti"])
"""


def test_the_first_paint_waits_for_no_archive_no_paper_and_no_command(tmp_path: Path) -> None:
    own = {name: str(tmp_path) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, f"sqlite:///{(tmp_path / 'registri.sqlite').as_posix()}"],
        cwd=ROOT,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    held = json.loads(done.stdout)
    assert "ui.screen.main_window" in held
    late = {*PAPER_LIBRARIES, "db", "peewee", "psycopg", "sqlite3", "templates_docx"}
    assert not late & {name.partition(".")[0] for name in held}
    assert not [
        name
        for name in held
        if name.startswith(("correspondence.services", "ui.cli.", "ui.paper"))
        and name != "ui.cli.wrong_usage"
    ]
    assert not [name for name in held if name.startswith("correspondence.")]
    # Its hundred enumerations are a fifth of a start: see ui/screen/plain.py.
    assert "PySide6.QtCore.Qt" not in held


def test_opening_the_window_does_not_load_what_paper_needs() -> None:
    wanted = [name for name in modules() if is_on_screen(name) or name == "ui.wiring"]
    assert not enter(wanted) & set(PAPER_LIBRARIES)
