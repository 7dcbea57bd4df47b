"""The number of a disposition or of a line of a chain, as `show` gives it."""

from __future__ import annotations

from collections.abc import Callable

from correspondence.errors import NotFound

MOST_DIGITS = 18
"""What both engines still compare as a whole number; no register has numbers as long."""


def line_id(what: str) -> Callable[[str], int]:
    """Reads the number of a `what`: ASCII digits alone, for `int` would also take `1_0` and digits of other scripts.

    A longer number than any engine holds names nothing: NotFound, as any other number that nothing has.
    """

    def number(typed: str) -> int:
        if not (typed.isascii() and typed.isdecimal()):
            raise ValueError(typed)
        if len(typed.lstrip("0")) > MOST_DIGITS:
            raise NotFound(what, typed)
        return int(typed.lstrip("0") or "0")

    return number
