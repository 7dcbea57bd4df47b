"""Who makes papers for the window: what a desk is handed. No page is known here, so the desk may know it.

What other papers ask of the same maker stands with their pages: the report's, the books', the templates'.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from correspondence.letters import LetterKind
from correspondence.numbering import LetterRef
from correspondence.office import Office
from ui.written_papers import ShownBatch, ShownPaper, Told


class Papers(Protocol):
    """What the window asks of an office's papers, on the worker."""

    def shown(
        self,
        named: str,
        ref: LetterRef,
        *,
        title: str = "",
        blank: bool = False,
        again: bool = False,
        told: Told,
    ) -> ShownPaper: ...

    def batch(self, named: str, refs: Sequence[LetterRef], *, told: Told) -> ShownBatch: ...

    def save_each(self, shown: ShownBatch, folder: Path, *, told: Told) -> list[Path]: ...

    def note(self, shown: ShownPaper | ShownBatch) -> None: ...


class Printing(Protocol):
    """Papers of letters. Made by wiring, which alone knows the typing pool."""

    def letter_papers(self, office: Office) -> Papers:
        """The papers of letters, one or many; runs on the worker."""
        ...

    def paper_of_kind(self, kinds: Sequence[LetterKind], kind: str) -> str:
        """The code of the paper a letter kind is written with, "" for a kind without a template."""
        ...
