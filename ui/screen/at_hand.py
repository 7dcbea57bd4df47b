"""A key pressed at a list is meant for the letter the list stands on, also while that letter is still being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Verb = Callable[[], None]


class ShowsLetter(Protocol):
    """What stands beside a list."""

    def once_shown(self, action: Verb) -> None: ...


def at_hand(stand: Verb, pane: ShowsLetter, verb: Verb) -> Verb:
    """`verb` for the letter stood on; `stand` brings the pane to it, for a quick hand is ahead of the list's own word."""

    def act() -> None:
        stand()
        pane.once_shown(verb)

    return act
