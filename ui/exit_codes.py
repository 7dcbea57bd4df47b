"""What a script is told when the program ends."""

from __future__ import annotations

FAILED, WRONG_USAGE, PARTLY_DONE, BY_RULE = 1, 2, 3, 4
"""Disk or server; the command itself; some of it refused; refused by a rule."""
