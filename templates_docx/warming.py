"""One paper turned into PDF that nobody asked for, so that the first paper of the day does not wait for the disk.

What LibreOffice reads for it lies in the system's memory afterwards; a start without a paper (`--terminate_after_init`)
reads neither Writer nor the PDF export and was over in a sixth of the time. Nothing is kept running: a LibreOffice that
waits would need a bridge of its own, and memory an old desk does not have.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from templates_docx.catalogue import PAPERS
from templates_docx.libreoffice import command_of, find_libreoffice, settings_of, stop_all

if sys.platform == "win32":
    _QUIET = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    _QUIET = 0


class Warming:
    """A start under way. Whoever began it asks `settled` now and then, and `stop` at the end; both may be asked again."""

    def __init__(self, program: Path) -> None:
        """Unavailable is not raised: a warm start is a comfort, and the first paper will say what is wrong."""
        self._folder = Path(tempfile.mkdtemp(prefix="warkat-warm-"))
        self._process: subprocess.Popen[bytes] | None = None
        try:
            settings_of(self._folder)
            paper = self._folder / "1.docx"
            paper.write_bytes(PAPERS["tanda-terima"].shipped.read_bytes())
            # The program that was found, our own options.
            self._process = subprocess.Popen(  # noqa: S603
                command_of(program, self._folder, [paper]),
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=_QUIET,
                start_new_session=True,
            )
            self._step_back()
            atexit.register(self.stop)
        except OSError:
            self.stop()

    @property
    def settled(self) -> bool:
        """Whether it is over; what it wrote is gone then."""
        if self._process is not None and self._process.poll() is None:
            return False
        self.stop()
        return True

    def stop(self) -> None:
        """Ends it and everything it started."""
        process, self._process = self._process, None
        if process is not None:
            if process.poll() is None:
                stop_all(process)
            atexit.unregister(self.stop)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _step_back(self) -> None:
        """Behind what the clerk is doing, where the system has that for processes of others (Windows: see above)."""
        if sys.platform != "win32" and self._process is not None:
            os.setpriority(os.PRIO_PGRP, self._process.pid, 15)


def warm() -> Warming | None:
    """Begins a start in the background, at once; None where there is no LibreOffice."""
    found = find_libreoffice()
    return Warming(found) if found is not None else None
