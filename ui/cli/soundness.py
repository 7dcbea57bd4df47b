"""`verify`: is the registry sound? What was looked at, what is wrong, exit code 1 when something is."""

from __future__ import annotations

import sys
from argparse import Namespace

from correspondence.services.verifying import Progress, verify
from correspondence.soundness import Check
from ui.cli.answers import Answer, Desk, Document
from ui.cli.arguments import Family
from ui.cli.columns import table
from ui.closing_words import check_word, detail, finding_words
from ui.exit_codes import FAILED
from ui.texts import _

_MOST_SHOWN = 20


def add_commands(words: Family) -> None:
    words.command(
        "verify",
        prove,
        _("memeriksa seluruh registri tanpa mengubah apa pun, juga saat meja lain sedang menulis"),
    )


def prove(desk: Desk, args: Namespace) -> Answer:
    verdict = verify(desk.office, progress=None if args.json else _bar())
    document: Document = {"ok": verdict.ok, "checks": [_shape(each) for each in verdict.checks]}
    rows = [
        (_("baik") if each.ok else _("SALAH"), check_word(each.name), detail(each)) for each in verdict.checks
    ]
    said = (
        _("Registri ini utuh.")
        if verdict.ok
        else _("Ada yang tidak cocok di registri ini; simpan salinannya.")
    )
    lines = [*table(("", _("Yang diperiksa"), _("Hasil")), rows), "", said]
    for check in verdict.checks:
        more = [finding_words(each) for each in check.findings[1:_MOST_SHOWN]]
        lines += ["", check_word(check.name) + ":", *(f"  {each}" for each in more)] if more else []
    return Answer(document, lines, code=0 if verdict.ok else FAILED)


def _shape(check: Check) -> Document:
    return {
        "name": str(check.name),
        "ok": check.ok,
        "detail": detail(check),
        "looked_at": check.looked_at,
        "wrong": check.wrong,
        "findings": [
            {"fault": str(each.fault), **{name: _plain(value) for name, value in each.facts.items()}}
            for each in check.findings
        ],
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return value if isinstance(value, int | str) else str(value)


def _bar() -> Progress | None:
    """A percentage on one line, for who looks on; nothing in a file."""
    if not sys.stderr.isatty():
        return None

    def told(done: int, total: int) -> bool:
        print(f"\r{done * 100 // total} %", end="\r" if done == total else "", file=sys.stderr, flush=True)
        return True

    return told
