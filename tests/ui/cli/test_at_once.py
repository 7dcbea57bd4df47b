"""Two terminals at once: of one letter one takes the step, the other is told who was quicker and with what."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from correspondence.errors import ChangedElsewhere
from ui.cli.answers import Answer, Desk
from ui.cli.commands import build_parser
from ui.failures import sentence

OUTGOING = "register outgoing --to Camat --kind"


@contextmanager
def typed(url: str, actor: str, *words: str) -> Iterator[Callable[[], Answer]]:
    """A command that was typed now and runs when asked: its process was still starting."""
    args: Namespace = build_parser().parse_args(["--registry", url, *words])
    with Desk(url, actor, began=datetime.now(UTC)) as desk:
        yield lambda: args.run(desk, args)


def test_the_second_initial_is_not_the_next_officers(any_terminal) -> None:
    ref = any_terminal.json(*OUTGOING.split(), "Surat Dinas", "--subject", "Balasan")["ref"]
    any_terminal.json("chain", ref, "--initial", "Citra", "Budi", "--sign", "Endang")
    any_terminal.json("step", ref, "send_for_review")
    step = ("step", ref, "initial")
    with typed(any_terminal.url, "tono", *step) as first, typed(any_terminal.url, "ani", *step) as second:
        first()
        with pytest.raises(ChangedElsewhere) as told:
            second()
    assert (told.value.ref, told.value.by) == (ref, "tono")
    assert told.value.fields["step"] == ("", "initial", "initial")
    assert sentence(told.value).startswith(
        f"{ref} lebih dahulu dikerjakan tono di meja lain (“Diparaf”) dan sekarang “Diparaf”."
    )
    letter = any_terminal.json("show", ref)
    assert [each["state"] for each in letter["signature_steps"]] == ["done", "requested", "waiting"]
    # Who types it afterwards means the next one.
    assert any_terminal("step", ref, "initial").code == 0


def test_one_of_two_dispositions_is_given(any_terminal) -> None:
    letter = any_terminal.json("register", "incoming", "--sender", "Dinas", "--subject", "Undangan")
    step = ("step", letter["ref"], "dispose", "--to", "Budi")
    with typed(any_terminal.url, "tono", *step) as first, typed(any_terminal.url, "ani", *step) as second:
        first()
        with pytest.raises(ChangedElsewhere):
            second()
    assert len(any_terminal.json("show", letter["ref"])["dispositions"]) == 1
    again = any_terminal.refused(*step)
    assert again["rule"] == "disposition_twice"


def test_steps_one_after_the_other_are_free(any_terminal) -> None:
    letter = any_terminal.json("register", "incoming", "--sender", "Dinas", "--subject", "Undangan")
    for words in (("submit",), ("recall",), ("dispose", "--to", "Budi"), ("dispose", "--to", "Citra")):
        assert any_terminal("step", letter["ref"], *words).code == 0
