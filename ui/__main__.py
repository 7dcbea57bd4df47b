"""The program's entrance: `warkat`, `python -m ui`. The only file that knows both the terminal and the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from ui import cli, wiring
from ui.exit_codes import FAILED
from ui.settings import data_folder, has_display
from ui.texts import _


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command, or opens the window when there is none; the exit code."""
    return cli.main(argv, open_window=open_window)


def open_window(url: str, actor: str) -> int:
    """The window on this registry; one sentence where there is no screen or no Qt."""
    if not has_display():
        return _without_window(
            _("Tidak ada layar (display) di sini sehingga jendela Warkat tidak dapat dibuka")
        )
    try:
        # All that is made until the first paint stays; looking for what may be thrown away takes up to 9 ms of it.
        gc.disable()
        # The terminal must work where Qt cannot be imported, and start before Qt is.
        from ui.screen import app
    except ImportError as error:
        gc.enable()
        return _without_window(_("Jendela Warkat tidak dapat dibuka ({why})").format(why=error))
    return app.main(
        opener=wiring.opener(url, actor=actor),
        starter=wiring.first_lists,
        folder=data_folder(),
        printing=wiring.WindowPrinting(url),
        on_painted=gc.enable,
    )


def _without_window(why: str) -> int:
    print(_("{why}; ketik ./run demo untuk kantor contoh tanpa layar.").format(why=why), file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
