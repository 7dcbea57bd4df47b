"""What a figure on the screen means: the same lines that stand on the paper and in the terminal's answer."""

from __future__ import annotations

from ui.paper.definitions import definitions


def explain(meaning: str) -> str:
    """The definition of a count, several joined by "+" one below the other; "" where none is needed."""
    known = definitions()
    return "\n".join(known[each] for each in meaning.split("+") if each in known)
