"""The terminal: `warkat COMMAND …`. One JSON document on stdout with --json, sentences for people on stderr.

Works where PySide6 cannot be imported; the window is opened by whoever called `main`.
"""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

from ui.cli.wrong_usage import WrongUsage
from ui.exit_codes import FAILED, WRONG_USAGE
from ui.settings import read_settings, registry_url
from ui.texts import LANGUAGES, _, set_language

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.answers import Answer, Document

VERSION = "0.1.0"

OpenWindow = Callable[[str, str], int]
"""Opens the window on a registry's URL for an actor and returns when it is closed; the exit code."""


def main(argv: Sequence[str] | None = None, *, open_window: OpenWindow) -> int:
    """Runs one command and returns its exit code (see docs of `ui.failures`); without a command opens the window."""
    words = [_typed(word) for word in (sys.argv[1:] if argv is None else argv)]
    as_json = "--json" in words
    _prepare(sys.stdout, as_json=as_json)
    _prepare(sys.stderr, as_json=False)
    try:
        set_language(_language(words))
        return _run(words, open_window)
    except WrongUsage as error:
        said = str(error.args[0])
        return _fail(
            {"kind": "usage", "field": None, "facts": {}, "sentence": said}, said, WRONG_USAGE, as_json
        )
    except KeyboardInterrupt:
        said = _("Dihentikan.")
        return _fail({"kind": "stopped", "field": None, "facts": {}, "sentence": said}, said, 130, as_json)
    except BrokenPipeError:
        # Whoever read our answer has had enough (`| head`); what Python still holds back must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - the terminal's door: the office's errors and our defects, told apart
        return _went_wrong(error, as_json)


def _run(words: list[str], open_window: OpenWindow) -> int:
    wanted = _window_wanted(words)
    if wanted is not None:
        return open_window(*_where(**wanted))
    began = datetime.now(UTC)
    # Every command's own module, and through them the archive: before the first paint nothing of it is needed.
    from ui.cli.answers import Answer, Desk
    from ui.cli.commands import build_parser

    args = build_parser().parse_args(words)
    if args.version:
        return _say(Answer({"version": VERSION}, [f"warkat {VERSION}"]), args)
    if args.command is None:
        return open_window(*_where(args.registry, args.actor))
    with Desk(*_where(args.registry, args.actor), account=args.actor or "", began=began) as desk:
        answer: Answer = args.run(desk, args)
        code = _say(answer, args)
    if answer.window and not args.json:
        return open_window(*answer.window)
    return code


def _window_wanted(words: Sequence[str]) -> dict[str, str | None] | None:
    """The registry and the actor where nothing was typed but these and `--lang`; None where it is more, or is wrong.

    Read by hand: argparse, which would find the same, loads the locale to say its errors.
    """
    named = {"--registry": "registry", "--as": "actor", "--lang": "lang"}
    wanted: dict[str, str | None] = {}
    rest = iter(words)
    for word in rest:
        name, given, value = word.partition("=")
        value = value if given else next(rest, "-")
        if name not in named or value.startswith("-"):
            return None
        wanted[named[name]] = value
    return wanted if wanted.pop("lang", "id") in LANGUAGES else None


def _where(registry: str | None = None, actor: str | None = None) -> tuple[str, str]:
    """The registry's URL and who sits at it."""
    settings = read_settings()
    return registry_url(registry, settings), actor or settings.clerk or _user()


def _say(answer: Answer, args: Namespace) -> int:
    if args.json:
        _write(answer.document)
    else:
        for line in answer.lines:
            print(line)
    for note in answer.notes:
        print(note, file=sys.stderr)
    sys.stdout.flush()
    return answer.code


def _fail(error: Document, said: str, code: int, as_json: bool) -> int:
    print(said, file=sys.stderr)
    if as_json:
        _write({"error": error})
    return code


def _went_wrong(error: Exception, as_json: bool) -> int:
    # The office's errors and their sentences: a window that opens has none to say.
    from correspondence.errors import OfficeError
    from ui.cli.commands import told

    return _fail(*told(error), as_json) if isinstance(error, OfficeError) else _broke(error, as_json)


def _broke(error: Exception, as_json: bool) -> int:
    """A defect: the traceback, and below it what a person can do with it."""
    # Wanted when something broke, and slow to load.
    import platform

    traceback.print_exception(error, file=sys.stderr)
    said = _(
        "Terjadi kesalahan di dalam Warkat; yang sudah tersimpan tetap aman. "
        "Salin laporan di atas untuk pengembang (Warkat {version}, Python {python}, {system})."
    ).format(version=VERSION, python=platform.python_version(), system=platform.platform(terse=True))
    facts = {"type": type(error).__name__, "message": str(error)}
    return _fail({"kind": "defect", "field": None, "facts": facts, "sentence": said}, said, FAILED, as_json)


def _write(document: Document) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))


def _typed(word: str) -> str:
    """A word as it was typed: where Python took the terminal for an ASCII one, its bytes are UTF-8 all the same."""
    if word.isascii() or not any("\udc80" <= each <= "\udcff" for each in word):
        return word
    return os.fsencode(word).decode("utf-8", errors="replace")


def _prepare(stream: TextIO, *, as_json: bool) -> None:
    """JSON is UTF-8 everywhere; for people the terminal's own encoding, in which a strange letter becomes a `?`."""
    if isinstance(stream, io.TextIOWrapper):
        utf8 = as_json or sys.platform == "win32"
        stream.reconfigure(encoding="utf-8" if utf8 else stream.encoding, errors="replace")


def _language(words: Sequence[str]) -> str:
    """Wanted before the arguments are read: their errors are sentences too."""
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return read_settings().language


def _user() -> str:
    """The name the system knows the clerk by."""
    # Asked where no desk remembers a name; it loads what reads passwords from terminals too.
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no such user, no variable that says it
        return _("petugas")
