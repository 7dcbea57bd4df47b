"""What is said of a step on one line or on several."""

from __future__ import annotations

from collections.abc import Sequence

from correspondence.boards import SignatureWait
from correspondence.signatures import SignatureTask
from correspondence.workflow import Step
from ui import formats
from ui.screen.board_rows import Wait
from ui.texts import _, n_
from ui.words import done_word


def said_of(step: Step, waits: Sequence[Wait]) -> str:
    names = {
        Step.REASSIGN: "signature_reassign",
        Step.SKIP: "signature_skip",
        Step.SEND_BACK: "send_back",
    }
    word = done_word(names.get(step, f"disposition_{step}"))
    return _about(waits, word)


def signed_of(waits: Sequence[SignatureWait]) -> str:
    tasks = {each.step.task for each in waits}
    word = _("Diparaf/ditandatangani")
    if len(tasks) == 1:
        word = done_word("initial" if tasks == {SignatureTask.INITIAL} else "sign")
    return _about(waits, word)


def about_of(waits: Sequence[Wait]) -> str:
    """`K-2026-56`, `3 surat`: what a dialog is for."""
    if len(waits) == 1:
        return str(waits[0].letter.ref)
    return n_("{count} surat", len(waits)).format(count=formats.number(len(waits)))


def _about(waits: Sequence[Wait], word: str) -> str:
    if len(waits) == 1:
        return f"{waits[0].letter.ref}: {word}."
    return n_("{count} surat: {word}.", len(waits)).format(
        count=formats.number(len(waits)), word=word.lower()
    )
