"""The program's entrance: `warkat`, `python -m ui`. The only file that knows both the terminal and the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ui import cli
from ui.failures import FAILED
from ui.texts import _


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command, or opens the window when there is none; the exit code."""
    return cli.main(argv, open_window=open_window)


def open_window(url: str, actor: str) -> int:
    """The window on this registry; one sentence where there is no screen or no Qt."""
    if no_display():
        return _without_window(
            _("Tidak ada layar (display) di sini sehingga jendela Warkat tidak dapat dibuka")
        )
    try:
        # The terminal must work where Qt cannot be imported, and start before Qt is.
        from ui.screen import app
    except ImportError as error:
        return _without_window(_("Jendela Warkat tidak dapat dibuka ({why})").format(why=error))
    return app.main(url=url, actor=actor)


def no_display() -> bool:
    """Whether Qt would abort for want of a screen; Windows and macOS always have one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform not in {"win32", "darwin"} and not any(os.environ.get(each) for each in named)


def _without_window(why: str) -> int:
    print(_("{why}; ketik ./run demo untuk kantor contoh tanpa layar.").format(why=why), file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
