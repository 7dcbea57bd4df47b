"""Turning .docx into PDF with LibreOffice, which the office may or may not have.

Every run has a profile of its own: two processes on one profile fail, and the office's own LibreOffice may be open
(a fresh profile costs 0.1 s of 1.2). In that profile macros are off, links are not updated and nothing is fetched
for a document: a foreign .docx named pictures on a server.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from correspondence.errors import Unavailable

PATIENCE_SECONDS = 60.0
SECONDS_A_PAPER = 3.0
_LOOK_SECONDS = 0.1

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def find_libreoffice() -> Path | None:
    """The program, on the search path or where its installers put it; None when this desk has none."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> tuple[Path, ...]:
    programs = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"))
    return (
        *(Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in programs if folder),
        Path("/usr/lib/libreoffice/program/soffice"),
        *sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True),
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    )


def to_pdf(
    papers: Sequence[bytes],
    *,
    program: Path | None = None,
    timeout: float | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    told: Callable[[int, int], bool] = lambda _done, _all: True,
) -> list[bytes]:
    """The PDFs of `papers` (.docx), in their order, made in one run.

    `timeout` in seconds; by default a minute and three seconds a paper. `cancelled` is asked ten times a second, and
    `told(done, all)` is too; it answers False to stop.
    Unavailable: `libreoffice_missing`, `libreoffice_timeout` (facts: seconds), `libreoffice_cancelled`,
    `libreoffice_failed` (facts: said).
    """
    if not papers:
        return []
    found = program or find_libreoffice()
    if found is None:
        raise Unavailable("libreoffice_missing")
    patience = PATIENCE_SECONDS + SECONDS_A_PAPER * len(papers) if timeout is None else timeout
    # On Windows a file that was just closed may still be held by a virus scanner.
    with tempfile.TemporaryDirectory(prefix="warkat-pdf-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        sources = _lay_out(folder, papers)
        made = folder / "out"

        def stopped() -> bool:
            return cancelled() or not told(sum(1 for _ in made.glob("*.pdf")), len(papers))

        said = _run(command_of(found, folder, sources), folder, patience, stopped)
        printed = [folder / "out" / f"{source.stem}.pdf" for source in sources]
        if not all(path.is_file() for path in printed):
            raise Unavailable("libreoffice_failed", {"said": said})
        return [path.read_bytes() for path in printed]


def settings_of(folder: Path) -> None:
    """A profile of its own in `folder`, as every run has it."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")


def _lay_out(folder: Path, papers: Sequence[bytes]) -> list[Path]:
    """Papers, profile and an empty folder for what comes out; names of our own, so none can be too long or odd."""
    settings_of(folder)
    (folder / "out").mkdir()
    sources = []
    for number, paper in enumerate(papers, start=1):
        source = folder / f"{number:05}.docx"
        source.write_bytes(paper)
        sources.append(source)
    return sources


def command_of(program: Path, folder: Path, sources: Sequence[Path]) -> list[str]:
    """What turns `sources`, which lie in `folder`, into PDFs; run there."""
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder / "out")),
        # Names alone: Windows takes no more than 32,767 characters, which 500 whole paths are.
        *(source.name for source in sources),
    ]


def _run(command: Sequence[str], folder: Path, patience: float, cancelled: Callable[[], bool]) -> str:
    """Runs to the end or stops everything it started; answers with the last line that was said."""
    words = folder / "said.txt"
    with words.open("wb") as said:
        try:
            # The program found above, our own options and names: nothing that somebody typed.
            process = subprocess.Popen(  # noqa: S603
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                creationflags=_NO_WINDOW,
                start_new_session=True,
            )
        except OSError as error:
            raise Unavailable("libreoffice_failed", {"said": error.strerror or str(error)}) from error
        deadline = time.monotonic() + patience
        while True:
            try:
                process.wait(_LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                if cancelled():
                    stop_all(process)
                    raise Unavailable("libreoffice_cancelled") from None
                if time.monotonic() > deadline:
                    stop_all(process)
                    raise Unavailable("libreoffice_timeout", {"seconds": round(patience)}) from None
    lines = words.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


# The one place of this room where systems differ: soffice is a starter of other processes, and all of them must end.
# A group of its own where systems have that (`start_new_session`), no black window where they have those.
if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0


def stop_all(process: subprocess.Popen[bytes]) -> None:
    """Ends a start of LibreOffice and everything it started."""
    if sys.platform == "win32":
        killer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
        subprocess.run(  # noqa: S603  # as above
            [str(killer), "/F", "/T", "/PID", str(process.pid)],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    else:
        with suppress(ProcessLookupError):  # it ended by itself just now
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
