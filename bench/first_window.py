"""From the start of the process to the first paint of the main window, against a bare `import PySide6.QtWidgets`.

Both are fresh processes, timed from outside until they say a word. The window is opened as a person opens it, by
`python -m ui` on a registry with letters in it; it is watched by a subclass of the main window, which speaks up when its
first paint is over and the event loop is back. What of the paper and archive libraries is loaded by then is listed.
So that nothing is merely put off, it is timed too until the first page stands with the registry open; that has no goal.

Every side has its bytecode, as a program has that was started before: in a folder of its own, whatever the environment
of whoever measures says about writing it. The turn that is thrown away makes it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import harness
from bench.harness import scratch
from bench.letters import filled, url_of

ROOT = Path(__file__).parents[1]
WATCHED = ("docx", "docxtpl", "lxml", "reportlab", "openpyxl", "psycopg", "peewee")
"""Not wanted before the first paint: together they take longer than the window."""

BARE = "import PySide6.QtWidgets; print('[]', flush=True)"
_NOT_INHERITED = frozenset(
    {"WARKAT_REGISTRY", "WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE"}
)
# The least a window of Qt's own can be: what lies above it is ours.
EMPTY = """
import json, os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watched(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("[]", flush=True), os._exit(0)))
app = QApplication([])
window = Watched()
window.resize(1280, 720)
window.show()
app.exec()
"""
OURS = """
import json, os, sys
from ui.__main__ import main

watched, until = json.loads(sys.argv.pop())
def speak():
    print(json.dumps([name for name in watched if name in sys.modules]), flush=True)
    os._exit(0)

class Watching:
    # The program loads the window where it pleases; before whoever opens it is loaded, the watch is set.
    def find_spec(self, name, *where):
        if name == "ui.screen.app":
            set_watch()

def set_watch():
    from PySide6.QtCore import QTimer
    from ui.screen import main_window

    class Watched(main_window.MainWindow):
        def paintEvent(self, event):
            super().paintEvent(event)
            if until == "paint":
                QTimer.singleShot(0, speak)
        def open_page(self, *what):
            super().open_page(*what)
            QTimer.singleShot(0, speak)

    main_window.MainWindow = Watched

sys.meta_path.insert(0, Watching())
sys.exit(main(sys.argv[1:]))
"""


def main() -> None:
    options = harness.arguments(__doc__, letters=10_000, repeats=9).parse_args()
    with scratch() as folder:
        url = url_of(folder / "registry.sqlite3")
        filled(url, options.letters).close()
        harness.say(f"first window on a registry of {options.letters:,} letters, {options.repeats} times")
        _on_screen("offscreen", _environment(folder, {"QT_QPA_PLATFORM": "offscreen"}), url, options.repeats)
        with virtual_screen() as display:
            if display is None:
                harness.say("Xvfb: not measured, it is not installed here or did not start")
            else:
                environment = _environment(folder, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
                _on_screen("Xvfb", environment, url, options.repeats)


def _on_screen(screen: str, environment: Mapping[str, str], url: str, repeats: int) -> None:
    held: list[str] = []

    def ours(until: str) -> float:
        words = ["--registry", url, "--as", "bench"]
        took, said = until_a_word([OURS, *words, json.dumps((WATCHED, until))], environment)
        if until == "paint":
            held[:] = said
        return took

    sides = {
        "ours": lambda: ours("paint"),
        "ours, until the first page stands": lambda: ours("page"),
        "bare import PySide6.QtWidgets": lambda: until_a_word([BARE], environment)[0],
        "an empty QMainWindow": lambda: until_a_word([EMPTY], environment)[0],
    }
    took = harness.medians(harness.take_turns(sides, repeats=repeats))
    for name, value in took.items():
        harness.say_side(f"{screen}: {name}", value)
    harness.say(
        f"  {screen}: loaded at the first paint: {', '.join(held) or 'none of ' + ', '.join(WATCHED)}"
    )
    ratio = took["ours"] / took["bare import PySide6.QtWidgets"]
    harness.say_goal(f"{screen}: ours / bare import", ratio, at_most=1.6)


def until_a_word(script: Sequence[str], environment: Mapping[str, str]) -> tuple[float, list[str]]:
    """Seconds from starting a Python process until its first line; the line, which is JSON."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", *script], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=dict(environment)
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - start
        process.kill()
    if not line:
        raise SystemExit("the process ended before it could be timed; what it said stands above")
    return took, json.loads(line)


@contextmanager
def virtual_screen() -> Iterator[str | None]:
    """A display of our own, None where there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    command = [program, "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            yield f":{number}" if number else None
        finally:
            server.terminate()


def _environment(folder: Path, screen: Mapping[str, str]) -> dict[str, str]:
    """Settings and memory of a desk that was never used, on the given screen."""
    own = {
        name: str(folder / "desk")
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
    }
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    return kept | own | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")} | dict(screen)


if __name__ == "__main__":
    main()
