"""The walls around a stranger's template, laid by the child process around itself before it opens the file.

The one place of this room where systems differ in what they can forbid. POSIX limits memory, processor time and files
in the kernel; where there are none of these (Windows) a thread watches the memory of its own process. Everywhere an
audit hook refuses sockets, programs and files: a template could only reach them by running code, which the hardened
environment already refuses.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 60
DIED_OF_MEMORY = 71
"""Exit code of a child whose memory was watched and too much."""

_LOOK_SECONDS = 0.1
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.startfile",
    "ctypes.",
)
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "shutil.")


class Forbidden(BaseException):
    """Somebody in the child asked for what it must not have. No `except Exception` swallows it."""


def lay_walls(readable: tuple[Path, ...]) -> None:
    """From here on this process cannot reach network, programs or files but those under `readable` (its own code)."""
    if sys.platform == "win32":
        threading.Thread(target=_watch_memory, daemon=True).start()
    else:
        _limit_resources()
    roots = tuple(os.path.realpath(each) for each in readable)

    def refuse(event: str, details: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = (*details, None, None, None)[:3]
            writes = (isinstance(mode, str) and set(mode) & set("wax+")) or (
                isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            inside = isinstance(path, str | bytes) and os.path.realpath(os.fsdecode(path)).startswith(roots)
            if writes or not (inside or isinstance(path, int)):
                raise Forbidden(event)
        elif event.startswith(_REFUSED) or event.startswith(_CHANGES):
            raise Forbidden(event)

    sys.addaudithook(refuse)


if sys.platform != "win32":
    import resource

    def _limit_resources() -> None:
        for limit, value in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(limit, (value, value))

else:

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi."""

        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("page_faults", ctypes.c_ulong),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("quota_peak_paged", ctypes.c_size_t),
            ("quota_paged", ctypes.c_size_t),
            ("quota_peak_non_paged", ctypes.c_size_t),
            ("quota_non_paged", ctypes.c_size_t),
            ("pagefile", ctypes.c_size_t),
            ("peak_pagefile", ctypes.c_size_t),
        )

    def _watch_memory() -> None:
        """Ends the process when it has taken too much; looked at ten times a second."""
        ask = ctypes.WinDLL("psapi").GetProcessMemoryInfo
        own = ctypes.c_void_p(-1)  # what GetCurrentProcess answers
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        while True:
            if ask(own, ctypes.byref(counters), counters.cb) and counters.pagefile > MEMORY_BYTES:
                os._exit(DIED_OF_MEMORY)
            time.sleep(_LOOK_SECONDS)
