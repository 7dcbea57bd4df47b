"""The terminal's own error."""

from __future__ import annotations


class WrongUsage(Exception):
    """The command itself cannot be understood; `args[0]` is the sentence."""
