"""Instruction lists of the disposition sheet, ready to choose; an office keeps one of them or writes its own."""

from __future__ import annotations

from collections.abc import Mapping

from correspondence.profile import DISPOSITION_INSTRUCTIONS

INSTRUCTION_LISTS: Mapping[str, tuple[str, ...]] = {
    # The three boxes of the sheet of Permendagri 54/2009.
    "short": DISPOSITION_INSTRUCTIONS,
    # The eight of ANRI.
    "anri": (
        "Selesaikan/TL",
        "Saran/Pendapat",
        "Koordinasikan",
        "Pelajari/Kaji",
        "Wakil/Hadiri",
        "Pantau",
        "Perhatian",
        "File",
    ),
}
"""Lists by code, as they stand on paper. Longer ones (an office with sixteen is known) are the office's own to type."""


def joined(instructions: tuple[str, ...]) -> str:
    """The list as the setting `instructions` takes it."""
    return "; ".join(instructions)
